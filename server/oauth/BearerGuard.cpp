// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/BearerGuard.h"

#include "core/Ascii.h"
#include "oauth/OAuthError.h"

#include <nlohmann/json.hpp>

namespace oauth {

namespace {

/// What a client that has no token yet is told to ask for: enough to be useful, nothing risky.
constexpr std::string_view firstScopes = "mail.read mail.organize mail.draft";

http::Response challengeResponse(int status, const std::string &challenge, std::string_view error,
                                 std::string_view description)
{
    auto response = notStored(
        http::Response::json(status, {{"error", error}, {"error_description", description}}));
    response.headers.add("WWW-Authenticate", http::HeaderValue::sanitized(challenge));
    return response;
}

} // namespace

BearerGuard::BearerGuard(Urls urls, const tokens::Tokens &tokens, state::StateStore &store)
    : m_urls(std::move(urls))
    , m_tokens(tokens)
    , m_store(store)
{}

core::Task<core::Result<tokens::AccessToken, http::Response>>
BearerGuard::admit(const http::Request &request)
{
    constexpr std::string_view scheme = "bearer ";
    const auto authorization = request.headers.find("Authorization");
    if (request.headers.count("Authorization") > 1)
        co_return toResponse(
            OAuthError("invalid_request", "There is more than one Authorization header"));
    if (!authorization
        || !core::equalsIgnoringCase(authorization->substr(0, scheme.size()), scheme))
        co_return challenge({}, {});
    auto token = m_tokens.openAccessToken(authorization->substr(scheme.size()));
    if (!token)
        co_return challenge("invalid_token", "The access token is not valid or has expired");
    const state::TokenOrigin origin(token->family, token->clientHash, token->issuedAt);
    const auto revoked = co_await state::isRevoked(m_store, origin);
    if (!revoked)
        co_return toResponse(storeUnavailable());
    if (*revoked)
        co_return challenge("invalid_token", "The access token was revoked");
    co_return std::move(*token);
}

/// RFC 6750 §3: no error code when no token was presented.
http::Response BearerGuard::challenge(std::string_view error, std::string_view description) const
{
    std::string text = R"(Bearer resource_metadata=")" + m_urls.resourceMetadata + R"(", scope=")"
                       + std::string(firstScopes) + '"';
    if (error.empty())
        return challengeResponse(401, text, "unauthorized", "An access token is required");
    text += R"(, error=")" + std::string(error) + R"(", error_description=")"
            + std::string(description) + '"';
    return challengeResponse(401, text, error, description);
}

http::Response BearerGuard::refuseScope(const clients::ScopeSet &granted,
                                        std::string_view needed) const
{
    clients::ScopeSet all = granted;
    all.insert(needed);
    const std::string description = "This needs the permission " + std::string(needed);
    const std::string text = R"(Bearer error="insufficient_scope", scope=")" + all.text()
                             + R"(", resource_metadata=")" + m_urls.resourceMetadata
                             + R"(", error_description=")" + description + '"';
    return challengeResponse(403, text, "insufficient_scope", description);
}

http::Response BearerGuard::refuseLogin() const
{
    return challenge("invalid_token",
                     "The mail server no longer accepts this login. Connect the mailbox again");
}

} // namespace oauth
