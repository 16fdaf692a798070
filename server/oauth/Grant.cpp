// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/Grant.h"

#include <nlohmann/json.hpp>

namespace oauth {

namespace {

/// A client with a document of its own chose its name itself; the host did not.
std::string nameForAdministrator(const tokens::ClientId &client)
{
    if (client.documentHost.empty())
        return client.name;
    return client.name + " (" + client.documentHost + ')';
}

} // namespace

GrantResult issueTokens(const GrantContext &context, const TokenPair &pair)
{
    tokens::AccessToken access;
    access.account = pair.account;
    access.scopes = pair.accessScopes;
    access.confirmsSendAndDelete = pair.confirmsSendAndDelete;
    access.clientHash = context.client.hash;
    access.family = pair.family;
    tokens::RefreshToken refresh;
    refresh.account = pair.account;
    refresh.scopes = pair.grantedScopes;
    refresh.confirmsSendAndDelete = pair.confirmsSendAndDelete;
    refresh.clientHash = context.client.hash;
    refresh.family = pair.family;
    refresh.generation = pair.generation;
    refresh.authenticatedAt = pair.authenticatedAt;
    refresh.familyExpiresAt = pair.familyExpiresAt;
    const auto sealedAccess = context.tokens.seal(access);
    const auto sealedRefresh = context.tokens.seal(refresh);
    // They hold no more than the code that came before them, so they fit if it did.
    if (!sealedAccess || !sealedRefresh)
        return OAuthError("temporarily_unavailable", "The tokens cannot be made now");
    return notStored(http::Response::json(
        200, {
                 {"access_token", sealedAccess->text},
                 {"token_type", "Bearer"},
                 {"expires_in", sealedAccess->expiresAt - sealedAccess->issuedAt},
                 {"refresh_token", sealedRefresh->text},
                 {"scope", pair.accessScopes.text()},
             }));
}

core::Task<core::Result<core::Done>> beginFamily(const GrantContext &context, TokenPair &pair)
{
    pair.familyExpiresAt = context.tokens.now() + context.tokens.lifetimes().family.count();
    const state::Family family{.id = pair.family,
                               .clientHash = context.client.hash,
                               .clientName = nameForAdministrator(context.client),
                               .expiresAt = pair.familyExpiresAt};
    co_return co_await context.store.createFamily(family);
}

audit::Subject subjectOf(const GrantContext &context, const account::MailAccount &account,
                         const std::string &family)
{
    auto subject = audit::Subject::of(account);
    subject.client = context.client.hash;
    subject.address = context.clientAddress;
    subject.family = family;
    return subject;
}

bool isResourceAccepted(const http::FormData &form, const Urls &urls)
{
    for (const auto &resource : form.values("resource")) {
        if (!isOurResource(resource, urls))
            return false;
    }
    return true;
}

} // namespace oauth
