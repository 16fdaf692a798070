// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mime {

/// Converts bytes in a declared charset to valid UTF-8; what cannot be decoded becomes U+FFFD. A
/// charset that is unknown, empty or plainly wrong (8-bit bytes in us-ascii) means: UTF-8 if the
/// bytes are valid UTF-8, else windows-1252. Nothing else is ever guessed, least of all UTF-7.
///
/// Labels that senders use for a larger charset are read as that one (iso-8859-1 as windows-1252,
/// gb2312 as gb18030 …), as browsers do.
std::string toUtf8(std::string_view bytes, std::string_view charset);

} // namespace mime
