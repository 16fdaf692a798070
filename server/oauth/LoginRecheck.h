// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/Grant.h"

namespace oauth {

/// What is known of a mailbox login when its tokens are renewed.
enum class LoginStanding {
    Unchanged, ///< nothing new: not asked, or the mail servers cannot tell just now
    Confirmed, ///< the mail servers have just accepted it
    Refused,   ///< they refuse it; its family has been revoked
};

/// Asks the mail servers again when they last accepted the login long ago (M-05), or when they have
/// refused it since (W-41). Servers that cannot be reached take nothing from anybody: then it is
/// asked at the next renewal. `context` and `pair` outlive the task.
core::Task<LoginStanding> recheckLogin(const GrantContext &context, const TokenPair &pair);

} // namespace oauth
