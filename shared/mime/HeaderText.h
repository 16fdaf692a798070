// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mime {

/// Makes readable text of the raw value of a header field: encoded words (RFC 2047, RFC 2231 §5)
/// are decoded, also where a character was split between two of them; raw bytes are UTF-8, or else
/// windows-1252. The result is valid UTF-8 on one line: control characters are gone, line ends and
/// tabulators became blanks. At most 64 KiB of `raw` are looked at.
std::string decodeHeaderText(std::string_view raw);
/// The same; what is readable already stays where it is.
std::string decodeHeaderText(std::string &&raw);

/// The same without decoding anything, for what is not text but a token: "=?" is what it looks
/// like.
std::string rawLine(std::string_view raw);
std::string rawLine(std::string &&raw);

/// Valid UTF-8 on one line: control characters are removed, folds are undone, other line ends and
/// tabulators become blanks.
std::string singleLine(std::string_view utf8);

} // namespace mime
