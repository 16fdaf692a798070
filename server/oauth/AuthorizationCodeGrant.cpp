// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/AuthorizationCodeGrant.h"

#include "core/Log.h"
#include "oauth/Pkce.h"

namespace oauth {

namespace {

const core::Log logger("oauth");

} // namespace

core::Task<GrantResult> redeemAuthorizationCode(const GrantContext &context)
{
    const auto &form = context.form;
    if (!form.contains("code") || !form.contains("code_verifier"))
        co_return OAuthError("invalid_request", "code and code_verifier are required");
    const auto code = context.tokens.openAuthorizationCode(form.value("code"));
    // One text for everything that is wrong with a code: who guesses learns nothing.
    const OAuthError refused("invalid_grant", "The authorization code is not valid here");
    if (!code || code->clientHash != context.client.hash)
        co_return refused;

    // Before anything else is looked at, so that two redemptions at once cannot both get through.
    const auto isFirst = co_await context.store.claimOnce(
        state::ClaimKind::AuthorizationCode, code->tokenId, code->issuedAt,
        context.tokens.lifetimes().authorizationCode);
    if (!isFirst)
        co_return storeUnavailable();
    if (!*isFirst) {
        logger.warn("code_reused", {{"client", code->clientHash}});
        audit::record(audit::Event::CodeReused, subjectOf(context, *code->account, code->family));
        const auto revoked = co_await context.store.revokeFamily(code->family);
        if (!revoked)
            co_return storeUnavailable();
        co_return refused;
    }
    const state::TokenOrigin origin(code->family, context.client.hash, code->issuedAt);
    const auto revoked = co_await state::isRevoked(context.store, origin);
    if (!revoked)
        co_return storeUnavailable();
    if (*revoked)
        co_return refused;
    if (form.value("redirect_uri") != code->redirectUri
        || !verifierFitsChallenge(form.value("code_verifier"), code->codeChallenge))
        co_return refused;
    if (!isResourceAccepted(form, context.urls))
        co_return OAuthError("invalid_target", "The resource is " + context.urls.resource);

    TokenPair pair;
    pair.account = code->account;
    pair.accessScopes = code->scopes;
    pair.grantedScopes = code->scopes;
    pair.confirmsSendAndDelete = code->confirmsSendAndDelete;
    pair.family = code->family;
    pair.authenticatedAt = code->issuedAt;
    const auto created = co_await beginFamily(context, pair);
    if (!created && created.error().kind == core::ErrorKind::Conflict)
        co_return refused; // the second redemption was faster and has revoked it
    if (!created)
        co_return storeUnavailable();
    audit::record(audit::Event::CodeRedeemed, subjectOf(context, *pair.account, pair.family));
    co_return issueTokens(context, pair);
}

} // namespace oauth
