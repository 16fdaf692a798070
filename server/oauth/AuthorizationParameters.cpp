// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/AuthorizationParameters.h"

#include "oauth/Pkce.h"

namespace oauth {

std::optional<OAuthError> findParameterError(const http::FormData &query, const Urls &urls)
{
    if (query.contains("request"))
        return OAuthError("request_not_supported", "Request objects are not supported");
    if (query.contains("request_uri"))
        return OAuthError("request_uri_not_supported", "Request objects are not supported");
    if (query.value("response_type") != "code") {
        if (query.value("response_type").empty())
            return OAuthError("invalid_request", "response_type is missing");
        return OAuthError("unsupported_response_type", "Only response_type=code is supported");
    }
    if (!isCodeChallenge(query.value("code_challenge")))
        return OAuthError("invalid_request",
                          "PKCE is required: code_challenge must be 43 base64url characters");
    if (query.value("code_challenge_method") != "S256")
        return OAuthError("invalid_request",
                          "PKCE is required: code_challenge_method must be S256");
    for (const auto &resource : query.values("resource")) {
        if (!isOurResource(resource, urls))
            return OAuthError("invalid_target", "The resource is " + urls.resource);
    }
    return std::nullopt;
}

} // namespace oauth
