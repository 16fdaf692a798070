// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

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

/// A number in decimal digits at the start of `text`, which loses them. Nothing, and `text` as it
/// was, if there is none or if it does not fit.
template <typename Number>
std::optional<Number> takeNumber(std::string_view &text)
{
    Number number = 0;
    const char *const begin = text.data();
    const auto [next, error] = std::from_chars(begin, begin + text.size(), number);
    if (error != std::errc())
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(next - begin));
    return number;
}
/// All of `text` as a number.
template <typename Number>
std::optional<Number> parseNumber(std::string_view text)
{
    const auto number = takeNumber<Number>(text);
    return text.empty() ? number : std::nullopt;
}

/// Valid UTF-8 without control characters (C0, DEL, C1): what was wrong becomes U+FFFD.
std::string displayText(std::string_view bytes);
/// What a server said, fit for a message to a person: one line, at most 160 bytes.
std::string shortServerText(std::string_view text);

} // namespace imap
