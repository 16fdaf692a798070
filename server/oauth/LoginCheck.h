// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Cancellation.h"
#include "core/Error.h"
#include "core/Task.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace oauth {

/// What the two mail servers said to a login. Nothing = it worked.
struct LoginVerdict
{
    std::optional<core::Error> imap;
    std::optional<core::Error> smtp;

    bool isAccepted() const { return !imap && !smtp; }
    bool saysWrongPassword() const;
};

/// Logs in to both servers of an account, now. The application plugs it in.
using LoginCheck = std::function<core::Task<LoginVerdict>(account::MailAccountPtr account,
                                                          core::Cancellation cancellation)>;

/// One sentence per server for the mailbox owner. It says what to do and nothing of what the
/// server answered: that text could be anything. `purpose` is "reading" or "sending".
std::string problemText(const core::Error &error, std::string_view purpose,
                        const account::ServerEndpoint &server);

} // namespace oauth
