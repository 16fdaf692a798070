// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mailconnect {

/// What a server sent, fit to be shown as plain text: one line of valid UTF-8 without control and
/// invisible characters, at most `maximumBytes` long; what was cut ends with "…".
std::string shownText(std::string_view bytes, std::size_t maximumBytes = 500);

} // namespace mailconnect
