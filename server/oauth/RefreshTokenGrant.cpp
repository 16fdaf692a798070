// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/RefreshTokenGrant.h"

#include "core/Log.h"
#include "oauth/LoginRecheck.h"

namespace oauth {

namespace {

const core::Log logger("oauth");

/// Tokens of the Ruby server belong to no family yet: each starts one, once.
core::Task<core::Result<state::Rotation>>
adoptLegacyToken(const GrantContext &context, const tokens::RefreshToken &token, TokenPair &pair)
{
    const auto isFirst =
        co_await context.store.claimOnce(state::ClaimKind::LegacyRefreshToken, token.tokenId,
                                         token.issuedAt, context.tokens.lifetimes().refreshToken);
    if (!isFirst)
        co_return isFirst.error();
    state::Rotation rotation;
    if (!*isFirst)
        co_return rotation;
    pair.family = context.tokens.newFamily();
    const auto created = co_await beginFamily(context, pair);
    if (!created)
        co_return created.error();
    rotation.outcome = state::RotationOutcome::Rotated;
    co_return rotation;
}

core::Task<core::Result<state::Rotation>> rotate(const GrantContext &context,
                                                 const tokens::RefreshToken &token, TokenPair &pair)
{
    if (token.isLegacy)
        co_return co_await adoptLegacyToken(context, token, pair);
    co_return co_await context.store.rotate(token.family, token.generation);
}

} // namespace

core::Task<GrantResult> refreshTokens(const GrantContext &context)
{
    const auto &form = context.form;
    if (!form.contains("refresh_token"))
        co_return OAuthError("invalid_request", "refresh_token is required");
    const auto token = context.tokens.openRefreshToken(form.value("refresh_token"));
    const OAuthError refused("invalid_grant", "The refresh token is not valid here");
    if (!token || (!token->isLegacy && token->clientHash != context.client.hash))
        co_return refused;
    if (!isResourceAccepted(form, context.urls))
        co_return OAuthError("invalid_target", "The resource is " + context.urls.resource);
    const auto requested = clients::ScopeSet::parse(form.value("scope"));
    if (!requested || !requested->isSubsetOf(token->scopes))
        co_return OAuthError("invalid_scope",
                             "A refresh cannot add scopes that the user did not grant");
    const state::TokenOrigin origin(token->family, context.client.hash, token->issuedAt);
    const auto revoked = co_await state::isRevoked(context.store, origin);
    if (!revoked)
        co_return storeUnavailable();
    if (*revoked)
        co_return refused;

    TokenPair pair;
    pair.account = token->account;
    pair.accessScopes = requested->isEmpty() ? token->scopes : *requested;
    pair.grantedScopes = token->scopes;
    pair.confirmsSendAndDelete = token->confirmsSendAndDelete;
    pair.family = token->family;
    pair.authenticatedAt = token->authenticatedAt;
    pair.familyExpiresAt = token->familyExpiresAt;
    const auto rotation = co_await rotate(context, *token, pair);
    if (!rotation)
        co_return storeUnavailable();
    switch (rotation->outcome) {
    case state::RotationOutcome::Reuse:
        logger.warn("refresh_token_reused", {{"client", context.client.hash}});
        audit::record(audit::Event::RefreshReused, subjectOf(context, *pair.account, pair.family));
        co_return refused;
    case state::RotationOutcome::Revoked:
        co_return refused;
    case state::RotationOutcome::Grace:
    case state::RotationOutcome::Rotated:
        break;
    }
    pair.generation = rotation->generation;
    switch (co_await recheckLogin(context, pair)) {
    case LoginStanding::Refused:
        co_return refused;
    case LoginStanding::Confirmed:
        pair.authenticatedAt = context.tokens.now();
        break;
    case LoginStanding::Unchanged:
        break;
    }
    audit::record(audit::Event::TokenRefreshed, subjectOf(context, *pair.account, pair.family));
    co_return issueTokens(context, pair);
}

} // namespace oauth
