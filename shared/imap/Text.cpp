// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Text.h"

#include <algorithm>
#include <cstdint>

namespace imap {

namespace {

constexpr char32_t replacement = 0xfffd;
constexpr std::size_t shortTextBytes = 160;

constexpr bool isControlCodePoint(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

} // namespace

std::string toLower(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lowerOf);
    return result;
}

std::string toUpper(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), upperOf);
    return result;
}

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lowerOf(x) == lowerOf(y); });
}

bool isAscii(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), isEightBit);
}

// RFC 3629 §4
std::optional<char32_t> nextCodePoint(std::string_view utf8, std::size_t &position)
{
    const auto lead = static_cast<std::uint8_t>(utf8[position++]);
    if (lead < 0x80)
        return lead;
    std::size_t length = 0;
    char32_t codePoint = 0;
    char32_t smallest = 0;
    if (lead >= 0xc2 && lead <= 0xdf) {
        length = 1;
        codePoint = lead & 0x1fU;
        smallest = 0x80;
    } else if (lead >= 0xe0 && lead <= 0xef) {
        length = 2;
        codePoint = lead & 0x0fU;
        smallest = 0x800;
    } else if (lead >= 0xf0 && lead <= 0xf4) {
        length = 3;
        codePoint = lead & 0x07U;
        smallest = 0x10000;
    } else {
        return std::nullopt;
    }
    if (utf8.size() - position < length)
        return std::nullopt;
    for (std::size_t i = 0; i < length; ++i) {
        const auto next = static_cast<std::uint8_t>(utf8[position + i]);
        if ((next & 0xc0U) != 0x80)
            return std::nullopt;
        codePoint = (codePoint << 6U) | (next & 0x3fU);
    }
    if (codePoint < smallest || codePoint > 0x10ffff
        || (codePoint >= 0xd800 && codePoint <= 0xdfff))
        return std::nullopt;
    position += length;
    return codePoint;
}

void appendCodePoint(std::string &utf8, char32_t codePoint)
{
    const auto append = [&utf8](char32_t byte) { utf8.push_back(static_cast<char>(byte)); };
    if (codePoint < 0x80) {
        append(codePoint);
    } else if (codePoint < 0x800) {
        append(0xc0U | (codePoint >> 6U));
        append(0x80U | (codePoint & 0x3fU));
    } else if (codePoint < 0x10000) {
        append(0xe0U | (codePoint >> 12U));
        append(0x80U | ((codePoint >> 6U) & 0x3fU));
        append(0x80U | (codePoint & 0x3fU));
    } else {
        append(0xf0U | (codePoint >> 18U));
        append(0x80U | ((codePoint >> 12U) & 0x3fU));
        append(0x80U | ((codePoint >> 6U) & 0x3fU));
        append(0x80U | (codePoint & 0x3fU));
    }
}

bool isValidUtf8(std::string_view text)
{
    for (std::size_t position = 0; position < text.size();) {
        if (!nextCodePoint(text, position))
            return false;
    }
    return true;
}

std::string displayText(std::string_view bytes)
{
    std::string result;
    result.reserve(bytes.size());
    for (std::size_t position = 0; position < bytes.size();) {
        const auto codePoint = nextCodePoint(bytes, position);
        appendCodePoint(result,
                        codePoint && !isControlCodePoint(*codePoint) ? *codePoint : replacement);
    }
    return result;
}

std::string shortServerText(std::string_view text)
{
    std::string result;
    for (std::size_t position = 0; position < text.size();) {
        const auto codePoint = nextCodePoint(text, position);
        if (result.size() + 4 > shortTextBytes) {
            result += "…";
            break;
        }
        if (!codePoint)
            appendCodePoint(result, replacement);
        else if (isControlCodePoint(*codePoint))
            result.push_back(' ');
        else
            appendCodePoint(result, *codePoint);
    }
    return result;
}

} // namespace imap
