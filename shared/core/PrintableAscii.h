// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// True only if isPrintableAsciiWithout() holds for each of the `printableAsciiStep` characters
/// from here; now and then false without cause, and then they are to be looked at one by one.
template <char... Excluded>
bool isPrintableAsciiStepWithout(const char *characters)
{
    constexpr std::uint64_t each = 0x0101010101010101;
    constexpr std::uint64_t highBits = each * 0x80;
    constexpr char del = 0x7f;
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, characters, sizeof bytes);
    // The high bit of some byte is set if one is not ASCII, below a blank, DEL or excluded.
    const std::uint64_t doubtful =
        (bytes - each * ' ') | bytes | ((bytes ^ (each * del)) - each)
        | (std::uint64_t{0} | ... | ((bytes ^ (each * Excluded)) - each));
    return (doubtful & highBits) == 0;
}

/// How many characters at the beginning are printable ASCII and none of the excluded ones.
template <char... Excluded>
std::size_t printableAsciiWithout(std::string_view text)
{
    std::size_t length = 0;
    while (text.size() - length >= printableAsciiStep
           && isPrintableAsciiStepWithout<Excluded...>(text.data() + length))
        length += printableAsciiStep;
    while (length < text.size() && isPrintableAsciiWithout<Excluded...>(text[length]))
        ++length;
    return length;
}

} // namespace core
