// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace content {

/// Whether a list of media queries (CSS Media Queries §2, in lower case) holds for a mail program
/// on a computer: a screen of 1,024 pixels. Conditions other than widths do not hold: they are
/// about dark mode, printers, or one mail program. An empty list holds.
bool isForScreen(std::string_view queries);

} // namespace content
