// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/CountedLogin.h"

#include "audit/AuditLog.h"
#include "core/Async.h"

#include <chrono>
#include <string>
#include <utility>

namespace mail {

using core::Done;
using core::Error;
using core::ErrorKind;
using core::Result;
using core::Task;
using Outcome = state::LoginRefusals::Outcome;

namespace {

constexpr std::string_view advice =
    " The password may have been changed: the person has to connect the mailbox again.";

/// How often is looked whether a login that is under way has ended. It may be one of another server
/// with the same store, so nobody could tell us.
constexpr std::chrono::milliseconds betweenLooks{50};

Outcome outcomeOf(const Result<Done> &login)
{
    if (login)
        return Outcome::Accepted;
    return login.error().kind == ErrorKind::Unauthenticated ? Outcome::Refused : Outcome::Unknown;
}

} // namespace

Task<Result<Done>> beginLogin(state::LoginRefusals *refusals, const account::MailAccount &account,
                              core::Deadline deadline, core::Cancellation cancellation)
{
    if (refusals == nullptr)
        co_return Done{};
    while (true) {
        const bool mayTry = co_await refusals->begin(account.family);
        if (mayTry)
            co_return Done{};
        const bool hasEnded = co_await refusals->hasEnded(account.family);
        if (hasEnded)
            break;
        if (std::chrono::steady_clock::now() + betweenLooks > deadline)
            co_return Error(ErrorKind::Busy,
                            "The mail server has not yet answered other logins of this mailbox. "
                            "Try again in a moment.");
        const auto slept = co_await core::sleepFor(betweenLooks, cancellation);
        if (!slept)
            co_return slept.error();
    }
    co_return Error(ErrorKind::Unauthenticated,
                    "The mail server refused this login several times, so it is not asked "
                    "again."
                        + std::string(advice),
                    "not tried");
}

Task<Result<Done>> endLogin(state::LoginRefusals *refusals, const account::MailAccount &account,
                            Result<Done> outcome)
{
    const auto seen = outcomeOf(outcome);
    if (refusals != nullptr) {
        const bool hasEnded = co_await refusals->end(account.family, seen);
        if (hasEnded)
            audit::record(audit::Event::TokenEnded, audit::Subject::of(account));
    }
    if (seen != Outcome::Refused)
        co_return outcome;
    co_return Error(ErrorKind::Unauthenticated, outcome.error().message + std::string(advice),
                    outcome.error().detail);
}

} // namespace mail
