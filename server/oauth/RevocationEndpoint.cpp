// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/RevocationEndpoint.h"

#include "core/Log.h"
#include "oauth/ClientAuthentication.h"

namespace oauth {

namespace {

const core::Log logger("oauth");

/// The family of a token of this client; empty when there is none to revoke.
std::string familyOf(std::string_view token, const tokens::Tokens &tokens,
                     const std::string &clientHash)
{
    // The hint of RFC 7009 §2.1 is not needed: the kind is part of a token.
    if (const auto refresh = tokens.openRefreshToken(token))
        return refresh->clientHash == clientHash ? refresh->family : std::string();
    if (const auto access = tokens.openAccessToken(token))
        return access->clientHash == clientHash ? access->family : std::string();
    return {};
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
    const std::string family = familyOf(form->value("token"), m_tokens, client->hash);
    if (!family.empty()) {
        const auto revoked = co_await m_store.revokeFamily(family);
        if (!revoked)
            co_return toResponse(storeUnavailable());
        logger.info("token_revoked", {{"client", client->hash}});
    }
    co_return notStored(http::Response(200));
}

} // namespace oauth
