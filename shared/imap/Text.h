// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Small text helpers of the IMAP client: ASCII case and UTF-8. None of them looks at the locale.
namespace imap {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
constexpr bool isAsciiLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
/// C0 controls and DEL.
constexpr bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}
constexpr bool isEightBit(char c)
{
    return static_cast<unsigned char>(c) >= 0x80;
}
constexpr char lowerOf(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}
constexpr char upperOf(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
}

std::string toLower(std::string_view text);
std::string toUpper(std::string_view text);
bool equalsIgnoringCase(std::string_view a, std::string_view b);
bool isAscii(std::string_view text);

/// Decodes the code point at `position` and moves behind it. Nothing for a malformed, overlong or
/// surrogate sequence; the position then moves by one byte.
std::optional<char32_t> nextCodePoint(std::string_view utf8, std::size_t &position);
void appendCodePoint(std::string &utf8, char32_t codePoint);
bool isValidUtf8(std::string_view text);
/// Valid UTF-8 without control characters (C0, DEL, C1): what was wrong becomes U+FFFD.
std::string displayText(std::string_view bytes);
/// What a server said, fit for a message to a person: one line, at most 160 bytes.
std::string shortServerText(std::string_view text);

} // namespace imap
