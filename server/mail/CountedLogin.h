// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"
#include "state/LoginRefusals.h"

namespace mail {

/// Before a mail server is asked to accept a login of `account`. Where many come at once, most wait
/// for the outcome of the first few. Unauthenticated: the server has refused this login too often,
/// and must not be asked again. Busy: those that are under way did not end by `deadline`.
/// Cancelled. The account outlives the task; without `refusals` nothing is counted.
core::Task<core::Result<core::Done>> beginLogin(state::LoginRefusals *refusals,
                                                const account::MailAccount &account,
                                                core::Deadline deadline,
                                                core::Cancellation cancellation);

/// Afterwards: counts what the server said. Returns `outcome`, whose message tells the person what
/// to do if the login was refused.
core::Task<core::Result<core::Done>> endLogin(state::LoginRefusals *refusals,
                                              const account::MailAccount &account,
                                              core::Result<core::Done> outcome);

} // namespace mail
