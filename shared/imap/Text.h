// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// Text helpers of the IMAP client beyond those of core. None of them looks at the locale.
namespace imap {

/// C0 controls and DEL.
constexpr bool isControlByte(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}
constexpr char toUpper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
}
std::string toUpper(std::string_view text);
bool isAscii(std::string_view text);

/// Valid UTF-8 without control characters (C0, DEL, C1): what was wrong becomes U+FFFD.
std::string displayText(std::string_view bytes);
/// What a server said, fit for a message to a person: one line, at most 160 bytes.
std::string shortServerText(std::string_view text);

} // namespace imap
