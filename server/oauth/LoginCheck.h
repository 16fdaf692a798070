// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Cancellation.h"
#include "core/Error.h"
#include "core/Task.h"

#include <functional>
#include <optional>

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

} // namespace oauth
