// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Response.h"
#include "oauth/OAuthError.h"

#include <string_view>

namespace oauth {

/// Where the browser goes back to, and what every answer there carries.
struct ReturnAddress
{
    std::string redirectUri; ///< as requested; it matched a registered one
    std::string state;       ///< may be empty
    std::string issuer;      ///< RFC 9207
};

/// 303 to the redirect URI with code, state and iss (RFC 6749 §4.1.2, RFC 9207 §2).
http::Response redirectWithCode(const ReturnAddress &address, std::string_view code);

/// 303 to the redirect URI with error, error_description, state and iss (RFC 6749 §4.1.2.1).
http::Response redirectWithError(const ReturnAddress &address, const OAuthError &error);

} // namespace oauth
