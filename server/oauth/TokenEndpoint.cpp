// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/TokenEndpoint.h"

#include "http/ClientAddress.h"
#include "oauth/AuthorizationCodeGrant.h"
#include "oauth/ClientAuthentication.h"
#include "oauth/RefreshTokenGrant.h"

namespace oauth {

TokenEndpoint::TokenEndpoint(Urls urls, Configuration configuration, const tokens::Tokens &tokens,
                             ClientDirectory &clients, state::StateStore &store,
                             LoginCheck checkLogin)
    : m_urls(std::move(urls))
    , m_configuration(configuration)
    , m_tokens(tokens)
    , m_clients(clients)
    , m_store(store)
    , m_checkLogin(std::move(checkLogin))
{}

core::Task<void> TokenEndpoint::post(http::ExchangePtr exchange)
{
    exchange->respond(co_await answer(exchange->request(), exchange->cancellation()));
}

core::Task<http::Response> TokenEndpoint::answer(const http::Request &request,
                                                 core::Cancellation cancellation)
{
    const auto form = readForm(request);
    if (!form)
        co_return toResponse(form.error());
    const auto grantType = form->value("grant_type");
    if (grantType.empty())
        co_return toResponse(OAuthError("invalid_request", "grant_type is missing"));
    if (grantType != "authorization_code" && grantType != "refresh_token")
        co_return toResponse(
            OAuthError("unsupported_grant_type", "Use authorization_code or refresh_token"));
    const auto client = co_await authenticateClient(request, *form, m_clients, m_store,
                                                    m_configuration.clientFailures);
    if (!client)
        co_return toResponse(client.error());
    const std::string caller = client->hash + '\n' + http::addressGroup(request.clientAddress);
    const auto allowance = co_await m_store.take("token-request", caller, m_configuration.requests);
    if (!allowance)
        co_return toResponse(storeUnavailable());
    if (!allowance->isAllowed)
        co_return toResponse(tooManyRequests(allowance->retryAfter));

    const GrantContext context{.form = *form,
                               .client = *client,
                               .urls = m_urls,
                               .tokens = m_tokens,
                               .store = m_store,
                               .checkLogin = m_checkLogin,
                               .loginRecheckAfter = m_configuration.loginRecheckAfter,
                               .cancellation = std::move(cancellation),
                               .clientAddress = request.clientAddress};
    auto grant =
        grantType == "refresh_token" ? refreshTokens(context) : redeemAuthorizationCode(context);
    const GrantResult result = co_await std::move(grant);
    if (!result)
        co_return toResponse(result.error());
    co_return *result;
}

} // namespace oauth
