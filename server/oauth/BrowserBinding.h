// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Headers.h"
#include "oauth/Metadata.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace oauth {

/// What ties a login page to the browser it was made for: a cookie whose hash, the binding, is
/// sealed into the page. Each page has its own, so two tabs do not disturb each other.
std::string browserBindingOf(std::string_view cookieValue);

/// The Set-Cookie field for it.
http::HeaderValue browserCookie(const Urls &urls, std::string_view cookieValue,
                                std::chrono::seconds lifetime);

/// The value of the cookie if this is the browser of that binding.
std::optional<std::string> findBrowserCookie(const http::Headers &headers, const Urls &urls,
                                             std::string_view binding);

/// A request from our own page. Browsers say so; other programs have no cookie to abuse.
bool isFromOurPage(const http::Headers &headers, const Urls &urls);

} // namespace oauth
