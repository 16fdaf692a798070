// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// UTF-8 and the characters that people cannot see.
namespace core {

constexpr char32_t replacementCharacter = U'\uFFFD';

/// Decodes the code point at `position` and moves behind it. Nothing for a malformed, overlong or
/// surrogate sequence; the position then moves by one byte, and further over the bytes that
/// belonged to the broken sequence (Unicode §3.9, "maximal subpart").
std::optional<char32_t> nextCodePoint(std::string_view utf8, std::size_t &position);

void appendCodePoint(std::string &utf8, char32_t codePoint);

bool isValidUtf8(std::string_view bytes);

/// Every malformed sequence becomes one U+FFFD.
std::string replaceInvalidUtf8(std::string_view bytes);

/// How many characters at the beginning are ASCII and printable, blanks among them. Most text is
/// nothing else, and what is known to be harmless need not be decoded.
std::size_t printableAsciiPrefix(std::string_view text);

/// The longest beginning of at most `maximumBytes` that does not cut a character in two.
std::string_view truncateUtf8(std::string_view utf8, std::size_t maximumBytes);

/// C0, DEL and C1, line ends and tabulator among them.
constexpr bool isControl(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

/// Marks, embeddings, overrides and isolates that change the order in which text is shown (Unicode
/// Standard Annex 9).
constexpr bool isBidiControl(char32_t c)
{
    return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e)
           || (c >= 0x2066 && c <= 0x2069);
}

/// Characters without a glyph that can carry text which nobody sees: zero-width ones, fillers, the
/// tag block and the supplementary variation selectors.
constexpr bool isInvisible(char32_t c)
{
    return c == 0x00ad || c == 0x034f || c == 0x115f || c == 0x1160 || c == 0x17b4 || c == 0x17b5
           || (c >= 0x180b && c <= 0x180f) || (c >= 0x200b && c <= 0x200d)
           || (c >= 0x2060 && c <= 0x2065) || (c >= 0x206a && c <= 0x206f) || c == 0x3164
           || c == 0xfeff || c == 0xffa0 || (c >= 0xfff9 && c <= 0xfffb)
           || (c >= 0x1d173 && c <= 0x1d17a) || (c >= 0xe0000 && c <= 0xe0fff);
}

/// True for what a person sees in a plain text, blanks, line feeds and tabulators among it.
constexpr bool isSeen(char32_t c)
{
    return c == U'\n' || c == U'\t' || (!isControl(c) && !isBidiControl(c) && !isInvisible(c));
}

/// The text without the characters that nobody sees; malformed sequences become U+FFFD.
/// `removed` grows by the number of characters that are gone.
std::string onlySeen(std::string_view utf8, std::size_t &removed);

} // namespace core
