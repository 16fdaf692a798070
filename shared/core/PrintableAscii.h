// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace core {

/// How many characters at the beginning are ASCII, printable (blanks among them) and none of the
/// excluded ones. It looks at eight at a time.
template <char... Excluded>
std::size_t printableAsciiWithout(std::string_view text)
{
    constexpr std::uint64_t each = 0x0101010101010101;
    constexpr std::uint64_t highBits = each * 0x80;
    constexpr char del = 0x7f;
    std::size_t length = 0;
    while (text.size() - length >= sizeof(std::uint64_t)) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + length, sizeof bytes);
        // The high bit of some byte is set if one is not ASCII, below a blank, DEL or excluded; now
        // and then without cause, and then the bytes are looked at one by one.
        const std::uint64_t doubtful =
            (bytes - each * ' ') | bytes | ((bytes ^ (each * del)) - each)
            | (std::uint64_t{0} | ... | ((bytes ^ (each * Excluded)) - each));
        if ((doubtful & highBits) != 0)
            break;
        length += sizeof bytes;
    }
    while (length < text.size() && text[length] >= ' ' && text[length] < del
           && ((text[length] != Excluded) && ...))
        ++length;
    return length;
}

} // namespace core
