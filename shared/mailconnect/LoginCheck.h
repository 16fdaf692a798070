// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Cancellation.h"
#include "core/Error.h"
#include "core/Task.h"
#include "net/TlsPolicy.h"

#include <chrono>
#include <optional>

namespace mailconnect {

struct LoginCheckOptions
{
    net::TlsPolicy tlsPolicy;
    /// From the first packet to the answer to the login, for each of the two servers.
    std::chrono::milliseconds timeLimit = std::chrono::seconds(20);
};

/// What each of the two servers of an account said; nothing = the login worked.
struct LoginReport
{
    std::optional<core::Error> imap;
    std::optional<core::Error> smtp;
};

/// Logs in to both servers at the same time, one try each, and logs out again.
core::Task<LoginReport> checkLogin(account::MailAccountPtr account, LoginCheckOptions options,
                                   core::Cancellation cancellation);

} // namespace mailconnect
