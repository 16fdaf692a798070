// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/LoginRecheck.h"

#include "core/Log.h"
#include "state/LoginRefusals.h"

namespace oauth {

namespace {

using Outcome = state::LoginRefusals::Outcome;

const core::Log logger("oauth");

/// The server for sending counts only where sending was granted.
Outcome outcomeOf(const LoginVerdict &verdict, const clients::ScopeSet &scopes)
{
    LoginVerdict relevant = verdict;
    if (!scopes.contains("mail.send"))
        relevant.smtp.reset();
    if (relevant.saysWrongPassword())
        return Outcome::Refused;
    return relevant.isAccepted() ? Outcome::Accepted : Outcome::Unknown;
}

core::Task<LoginStanding> endRefused(const GrantContext &context, const TokenPair &pair)
{
    logger.warn("login_refused_at_refresh",
                {{"client", context.client.hash}, {"server", pair.account->imap.host}});
    audit::record(audit::Event::TokenEnded, subjectOf(context, *pair.account, pair.family));
    // Without a store nothing is issued either, so the next refresh comes back to this.
    (void)co_await context.store.revokeFamily(pair.family);
    co_return LoginStanding::Refused;
}

} // namespace

core::Task<LoginStanding> recheckLogin(const GrantContext &context, const TokenPair &pair)
{
    state::LoginRefusals refusals(context.store);
    const std::int64_t age = context.tokens.now() - pair.authenticatedAt;
    const auto inDoubt = co_await refusals.isInDoubt(pair.family);
    const bool isDoubted = inDoubt && *inDoubt;
    if (!isDoubted && age < context.loginRecheckAfter.count())
        co_return LoginStanding::Unchanged;

    const bool mayTry = co_await refusals.begin(pair.family);
    if (!mayTry)
        co_return co_await endRefused(context, pair);
    const LoginVerdict verdict = co_await context.checkLogin(pair.account, context.cancellation);
    const auto outcome = outcomeOf(verdict, pair.grantedScopes);
    (void)co_await refusals.end(pair.family, outcome); // whatever the count, it ends below
    if (outcome == Outcome::Refused)
        co_return co_await endRefused(context, pair);
    if (outcome == Outcome::Unknown)
        co_return LoginStanding::Unchanged;
    co_await refusals.forget(pair.family);
    co_return LoginStanding::Confirmed;
}

} // namespace oauth
