// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace http {

/// Everything but the unreserved characters of RFC 3986 §2.3 as %XX: fit for a query component.
std::string percentEncoded(std::string_view text);

/// One name or value of application/x-www-form-urlencoded: '+' is a blank. Nothing if an escape is
/// broken; the result may be any bytes.
std::optional<std::string> formDecoded(std::string_view text);

} // namespace http
