// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/SecurityHeaders.h"

#include "core/Ascii.h"

namespace http {

namespace {

void addMissing(Headers &headers, std::string_view name, const HeaderValue &value)
{
    if (!headers.contains(name))
        headers.add(name, value);
}

bool isPage(const Headers &headers)
{
    constexpr std::string_view html = "text/html";
    const auto type = headers.find("Content-Type");
    return type && core::equalsIgnoringCase(type->substr(0, html.size()), html);
}

} // namespace

void SecurityHeaders::addTo(Response &response) const
{
    Headers &headers = response.headers;
    addMissing(headers, "X-Content-Type-Options", "nosniff");
    addMissing(headers, "Referrer-Policy", "no-referrer");
    addMissing(headers, "Cross-Origin-Resource-Policy", "same-origin");
    if (m_scheme == Scheme::Https)
        addMissing(headers, "Strict-Transport-Security", "max-age=31536000");
    if (!isPage(headers))
        return;
    addMissing(headers, "Content-Security-Policy",
               "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    addMissing(headers, "X-Frame-Options", "DENY");
    addMissing(headers, "Cross-Origin-Opener-Policy", "same-origin");
    addMissing(headers, "Permissions-Policy",
               "camera=(), microphone=(), geolocation=(), publickey-credentials-get=()");
    addMissing(headers, "Cache-Control", "no-store");
}

} // namespace http
