// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Ascii.h"

#include <string_view>

/// The character classes of RFC 9110 beside those of core/Ascii.h.
namespace http {

/// tchar of RFC 9110 §5.6.2: what methods and field names consist of.
constexpr bool isTokenCharacter(char character)
{
    return core::isDigit(character) || core::isLetter(character)
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
