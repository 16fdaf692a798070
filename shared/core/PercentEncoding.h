// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Ascii.h"

#include <optional>
#include <string>
#include <string_view>

/// Percent-encoding (RFC 3986 §2.1).
namespace core {

/// unreserved of RFC 3986 §2.3: what never needs percent-encoding.
constexpr bool isUnreserved(char character)
{
    return isDigit(character) || isLetter(character)
           || std::string_view("-._~").find(character) != std::string_view::npos;
}

/// Everything but the unreserved characters as %XX: fit for a path segment or a query component.
std::string percentEncoded(std::string_view text);

/// Every %XX as the byte that it stands for, everything else as it is. Nothing if an escape is
/// broken; the result may be any bytes.
std::optional<std::string> percentDecoded(std::string_view text);

} // namespace core
