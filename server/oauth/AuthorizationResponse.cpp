// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/AuthorizationResponse.h"

#include "core/PercentEncoding.h"

namespace oauth {

namespace {

http::Response redirect(const ReturnAddress &address, std::string parameters)
{
    if (!address.state.empty())
        parameters += "&state=" + core::percentEncoded(address.state);
    parameters += "&iss=" + core::percentEncoded(address.issuer);
    // A query that the URI was registered with is kept (RFC 6749 §3.1.2).
    const char separator = address.redirectUri.find('?') == std::string::npos ? '?' : '&';
    return notStored(http::Response::seeOther(
        http::HeaderValue::sanitized(address.redirectUri + separator + parameters)));
}

} // namespace

http::Response redirectWithCode(const ReturnAddress &address, std::string_view code)
{
    return redirect(address, "code=" + core::percentEncoded(code));
}

http::Response redirectWithError(const ReturnAddress &address, const OAuthError &error)
{
    return redirect(address, "error=" + std::string(error.code)
                                 + "&error_description=" + core::percentEncoded(error.description));
}

} // namespace oauth
