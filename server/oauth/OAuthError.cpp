// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/OAuthError.h"

#include <nlohmann/json.hpp>

namespace oauth {

namespace {

int statusOf(const OAuthError &error)
{
    if (error.retryAfter)
        return 429;
    if (error.code == "invalid_client")
        return 401;
    if (error.code == "temporarily_unavailable")
        return 503;
    return 400;
}

} // namespace

OAuthError storeUnavailable()
{
    return {"temporarily_unavailable", "The state store cannot be reached"};
}

OAuthError tooManyRequests(std::chrono::milliseconds retryAfter)
{
    OAuthError error("temporarily_unavailable", "There were too many requests. Try again later");
    error.retryAfter = std::chrono::ceil<std::chrono::seconds>(retryAfter);
    return error;
}

http::Response toResponse(const OAuthError &error)
{
    const int status = statusOf(error);
    auto response = notStored(http::Response::json(
        status, {{"error", error.code}, {"error_description", error.description}}));
    if (status == 401)
        response.headers.add("WWW-Authenticate", R"(Basic realm="mail-mcp", charset="UTF-8")");
    if (status == 503)
        response.headers.add("Retry-After", "5");
    if (error.retryAfter)
        response.headers.add(
            "Retry-After", http::HeaderValue::sanitized(std::to_string(error.retryAfter->count())));
    return response;
}

http::Response notStored(http::Response response)
{
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("Pragma", "no-cache");
    return response;
}

} // namespace oauth
