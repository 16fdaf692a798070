// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Response.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace oauth {

/// An error of RFC 6749 §4.1.2.1 and §5.2, RFC 7009 §2.2.1, RFC 8707 §2, by its code on the wire.
struct OAuthError
{
    std::string_view code;   ///< e.g. "invalid_grant"; a literal
    std::string description; ///< for the developer of the client; ASCII, no secrets
    std::optional<std::chrono::seconds> retryAfter = {}; ///< set: 429, there were too many

    OAuthError(std::string_view errorCode, std::string errorDescription)
        : code(errorCode)
        , description(std::move(errorDescription))
    {}
};

/// The state store cannot be asked, so nothing is granted.
OAuthError storeUnavailable();

/// A rate limit is reached (RFC 6585 §4); RFC 6749 has no code for that, this one says it best.
OAuthError tooManyRequests(std::chrono::milliseconds retryAfter);

/// JSON, not to be stored: 401 for invalid_client, 503 for temporarily_unavailable, else 400 (RFC
/// 6749 §5.2).
http::Response toResponse(const OAuthError &error);

/// Adds what keeps an answer with tokens or passwords out of every cache (RFC 6749 §5.1).
http::Response notStored(http::Response response);

} // namespace oauth
