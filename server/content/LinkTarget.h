// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace content {

/// The target of a link as it may be shown: on one line, without blanks, angle brackets or
/// invisible characters, shortened if it is absurdly long. Empty unless its scheme is http, https
/// or mailto: a text has no use for any other, and nothing a relative target refers to.
std::string shownTarget(std::string_view href);

} // namespace content
