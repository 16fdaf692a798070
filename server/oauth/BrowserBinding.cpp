// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/BrowserBinding.h"

#include "core/Base64.h"
#include "core/Secret.h"
#include "crypto/Hash.h"
#include "http/Cookies.h"

namespace oauth {

namespace {

bool isHttps(const Urls &urls)
{
    return urls.issuer.starts_with("https://");
}

std::string cookieName(const Urls &urls, std::string_view binding)
{
    // Browsers accept the __Host- prefix over https only.
    const std::string_view prefix = isHttps(urls) ? "__Host-mm_csrf-" : "mm_csrf-";
    return std::string(prefix) + std::string(binding.substr(0, 8));
}

} // namespace

std::string browserBindingOf(std::string_view cookieValue)
{
    return core::encodeBase64Url(crypto::sha256(cookieValue));
}

http::HeaderValue browserCookie(const Urls &urls, std::string_view cookieValue,
                                std::chrono::seconds lifetime)
{
    return http::HeaderValue::sanitized(
        cookieName(urls, browserBindingOf(cookieValue)) + "=" + std::string(cookieValue)
        + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(lifetime.count())
        + (isHttps(urls) ? "; Secure" : ""));
}

std::optional<std::string> findBrowserCookie(const http::Headers &headers, const Urls &urls,
                                             std::string_view binding)
{
    const auto cookie = http::findCookie(headers, cookieName(urls, binding));
    if (!cookie || !core::equalsInConstantTime(browserBindingOf(*cookie), binding))
        return std::nullopt;
    return std::string(*cookie);
}

bool isFromOurPage(const http::Headers &headers, const Urls &urls)
{
    const auto site = headers.find("Sec-Fetch-Site");
    if (site && *site != "same-origin")
        return false;
    const auto origin = headers.find("Origin");
    return !origin || *origin == urls.issuer;
}

} // namespace oauth
