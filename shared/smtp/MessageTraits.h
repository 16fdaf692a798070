// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace smtp {

/// What has to be known about a message before a server is asked to take it.
struct MessageTraits
{
    /// In bytes as SIZE counts them (RFC 1870 §5): every line end is CRLF, dots are not doubled.
    std::uint64_t size = 0;
    bool hasNul = false;
    bool isAscii = true;
    bool hasAsciiHeader = true; ///< up to the first empty line
};

/// Reads the whole message: some ten milliseconds for the largest ones.
MessageTraits traitsOf(std::string_view message);

/// Up to the next CR or LF, or the end.
constexpr std::string_view firstLine(std::string_view text)
{
    std::size_t length = 0;
    while (length < text.size() && text[length] != '\r' && text[length] != '\n')
        ++length;
    return text.substr(0, length);
}

} // namespace smtp
