// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Response.h"

#include <string>
#include <string_view>
#include <vector>

namespace app {

/// What MCP clients show beside this server and its tools: the files of resources/icons, each under
/// its name without ".svg". They are drawn in one colour that stands out from light and from dark
/// pages, 24 units square.
std::vector<std::string> iconNames();

/// `/icons/NAME.svg`
std::string iconPath(std::string_view name);

/// Where a client fetches the icon, below BASE_URL. The name is one of iconNames().
std::string iconUrl(std::string_view baseUrl, std::string_view name);

/// The answer that delivers it. Pages of every origin may show it; opened on its own it is a
/// document that runs and loads nothing.
http::Response iconResponse(std::string_view name);

} // namespace app
