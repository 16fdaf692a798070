// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/RevocationEndpoint.h"

#include "audit/AuditLog.h"
#include "core/Log.h"
#include "oauth/ClientAuthentication.h"

namespace oauth {

namespace {

const core::Log logger("oauth");

/// Whose token it is, when it is one of this client; without a family there is none to revoke.
template <typename Token>
audit::Subject ownerOf(const core::Result<Token> &token, const std::string &clientHash)
{
    if (!token || token->clientHash != clientHash)
        return {};
    auto owner = audit::Subject::of(*token->account);
    owner.client = clientHash;
    owner.family = token->family;
    return owner;
}

audit::Subject findOwner(std::string_view token, const tokens::Tokens &tokens,
                         const std::string &clientHash)
{
    // The hint of RFC 7009 §2.1 is not needed: the kind is part of a token.
    if (const auto refresh = tokens.openRefreshToken(token))
        return ownerOf(refresh, clientHash);
    return ownerOf(tokens.openAccessToken(token), clientHash);
}

} // namespace

RevocationEndpoint::RevocationEndpoint(const tokens::Tokens &tokens, ClientDirectory &clients,
                                       state::StateStore &store, state::Rate clientFailures)
    : m_tokens(tokens)
    , m_clients(clients)
    , m_store(store)
    , m_clientFailures(clientFailures)
{}

core::Task<void> RevocationEndpoint::post(http::ExchangePtr exchange)
{
    exchange->respond(co_await answer(exchange->request()));
}

core::Task<http::Response> RevocationEndpoint::answer(const http::Request &request)
{
    const auto form = readForm(request);
    if (!form)
        co_return toResponse(form.error());
    const auto client =
        co_await authenticateClient(request, *form, m_clients, m_store, m_clientFailures);
    if (!client)
        co_return toResponse(client.error());
    if (!form->contains("token"))
        co_return toResponse(OAuthError("invalid_request", "token is required"));
    auto owner = findOwner(form->value("token"), m_tokens, client->hash);
    if (!owner.family.empty()) {
        const auto revoked = co_await m_store.revokeFamily(owner.family);
        if (!revoked)
            co_return toResponse(storeUnavailable());
        logger.info("token_revoked", {{"client", client->hash}});
        owner.address = request.clientAddress;
        audit::record(audit::Event::TokenRevoked, owner);
    }
    co_return notStored(http::Response(200));
}

} // namespace oauth
