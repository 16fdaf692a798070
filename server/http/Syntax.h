// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

/// The character classes of RFC 9110 and RFC 3986 that several files need. ASCII only, whatever the
/// locale.
namespace http {

constexpr bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

constexpr bool isLetter(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

/// The value of a hexadecimal digit, or nothing.
constexpr std::optional<unsigned> hexValue(char character)
{
    if (isDigit(character))
        return static_cast<unsigned>(character - '0');
    if (character >= 'a' && character <= 'f')
        return static_cast<unsigned>(character - 'a' + 10);
    if (character >= 'A' && character <= 'F')
        return static_cast<unsigned>(character - 'A' + 10);
    return std::nullopt;
}

/// tchar of RFC 9110 §5.6.2: what methods and field names consist of.
constexpr bool isTokenCharacter(char character)
{
    return isDigit(character) || isLetter(character)
           || std::string_view("!#$%&'*+-.^_`|~").find(character) != std::string_view::npos;
}

/// A control character, horizontal tab included.
constexpr bool isControl(char character)
{
    const auto byte = static_cast<unsigned char>(character);
    return byte < 0x20 || byte == 0x7f;
}

/// Without blanks and tabs at both ends (OWS of RFC 9110 §5.6.3).
constexpr std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

} // namespace http
