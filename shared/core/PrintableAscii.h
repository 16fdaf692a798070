// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace core {

/// How many characters are looked at in one step.
inline constexpr std::size_t printableAsciiStep = sizeof(std::uint64_t);

/// Whether a character is ASCII, printable (a blank is) and none of the excluded ones.
template <char... Excluded>
constexpr bool isPrintableAsciiWithout(char c)
{
    return c >= ' ' && c <= '~' && ((c != Excluded) && ...);
}

/// How many of the `printableAsciiStep` characters from here isPrintableAsciiWithout() holds for,
/// before the first one that it does not hold for.
template <char... Excluded>
std::size_t printableAsciiStepWithout(const char *characters)
{
    static_assert(std::endian::native == std::endian::little
                  || std::endian::native == std::endian::big);
    constexpr std::uint64_t each = 0x0101010101010101;
    constexpr std::uint64_t highBits = each * 0x80;
    constexpr char del = 0x7f;
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, characters, sizeof bytes);
    // The first character is to be the lowest: what is borrowed by one that is flagged here can
    // only flag a higher one without cause.
    if constexpr (std::endian::native == std::endian::big)
        bytes = __builtin_bswap64(bytes);
    // The high bit of a byte is set if it is not ASCII, below a blank, DEL or excluded.
    const std::uint64_t flagged =
        ((bytes - each * ' ') | bytes | ((bytes ^ (each * del)) - each)
         | (std::uint64_t{0} | ... | ((bytes ^ (each * Excluded)) - each)))
        & highBits;
    return static_cast<std::size_t>(std::countr_zero(flagged)) / 8;
}

/// How many characters at the beginning are printable ASCII and none of the excluded ones.
template <char... Excluded>
std::size_t printableAsciiWithout(std::string_view text)
{
    std::size_t length = 0;
    while (text.size() - length >= printableAsciiStep) {
        const auto step = printableAsciiStepWithout<Excluded...>(text.data() + length);
        length += step;
        if (step < printableAsciiStep)
            return length;
    }
    while (length < text.size() && isPrintableAsciiWithout<Excluded...>(text[length]))
        ++length;
    return length;
}

} // namespace core
