// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Error.h"

#include <string>
#include <string_view>

namespace oauth {

/// One sentence per server for the mailbox owner. It says what to do and nothing of what the
/// server answered: that text could be anything. `purpose` is "reading" or "sending".
std::string problemText(const core::Error &error, std::string_view purpose,
                        const account::ServerEndpoint &server);

} // namespace oauth
