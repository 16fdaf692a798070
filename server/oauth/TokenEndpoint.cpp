// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/TokenEndpoint.h"

#include "oauth/AuthorizationCodeGrant.h"
#include "oauth/ClientAuthentication.h"
#include "oauth/RefreshTokenGrant.h"

namespace oauth {

TokenEndpoint::TokenEndpoint(Urls urls, const tokens::Tokens &tokens, state::StateStore &store)
    : m_urls(std::move(urls))
    , m_tokens(tokens)
    , m_store(store)
{}

core::Task<void> TokenEndpoint::post(http::ExchangePtr exchange)
{
    exchange->respond(co_await answer(exchange->request()));
}

core::Task<http::Response> TokenEndpoint::answer(const http::Request &request)
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
    const auto client = co_await authenticateClient(request, *form, m_tokens, m_store);
    if (!client)
        co_return toResponse(client.error());

    const GrantContext context{
        .form = *form, .client = *client, .urls = m_urls, .tokens = m_tokens, .store = m_store};
    auto grant =
        grantType == "refresh_token" ? refreshTokens(context) : redeemAuthorizationCode(context);
    const GrantResult result = co_await std::move(grant);
    if (!result)
        co_return toResponse(result.error());
    co_return *result;
}

} // namespace oauth
