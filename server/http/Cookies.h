// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Headers.h"

#include <optional>
#include <string_view>

namespace http {

/// The value of a cookie that the browser sent (RFC 6265 §5.4); nothing when it is missing or there
/// are two of that name: one of them would be somebody else's.
std::optional<std::string_view> findCookie(const Headers &headers, std::string_view name);

} // namespace http
