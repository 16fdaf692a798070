// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Unicode.h"

#include "core/PrintableAscii.h"

#include <cstdint>

namespace core {

namespace {

/// What the first byte of a sequence says about the rest (RFC 3629 §4).
struct Lead
{
    int continuationBytes = 0;
    char32_t bits = 0;
    unsigned char lowestSecond = 0x80;
    unsigned char highestSecond = 0xbf;
};

std::optional<Lead> leadOf(unsigned char byte)
{
    const auto bits = static_cast<char32_t>(byte);
    if (byte >= 0xc2 && byte <= 0xdf)
        return Lead{.continuationBytes = 1, .bits = bits & 0x1f};
    if (byte == 0xe0)
        return Lead{.continuationBytes = 2, .bits = 0, .lowestSecond = 0xa0};
    if (byte == 0xed)
        return Lead{.continuationBytes = 2, .bits = 0x0d, .highestSecond = 0x9f};
    if (byte >= 0xe1 && byte <= 0xef)
        return Lead{.continuationBytes = 2, .bits = bits & 0x0f};
    if (byte == 0xf0)
        return Lead{.continuationBytes = 3, .bits = 0, .lowestSecond = 0x90};
    if (byte >= 0xf1 && byte <= 0xf3)
        return Lead{.continuationBytes = 3, .bits = bits & 0x07};
    if (byte == 0xf4)
        return Lead{.continuationBytes = 3, .bits = 0x04, .highestSecond = 0x8f};
    return {};
}

} // namespace

std::size_t printableAsciiPrefix(std::string_view text)
{
    return printableAsciiWithout<>(text);
}

std::optional<char32_t> nextCodePoint(std::string_view utf8, std::size_t &position)
{
    const auto first = static_cast<unsigned char>(utf8[position++]);
    if (first < 0x80)
        return first;
    const auto lead = leadOf(first);
    if (!lead)
        return {};
    char32_t codePoint = lead->bits;
    for (int index = 0; index < lead->continuationBytes; ++index) {
        if (position >= utf8.size())
            return {};
        const auto byte = static_cast<unsigned char>(utf8[position]);
        const unsigned char lowest = index == 0 ? lead->lowestSecond : 0x80;
        const unsigned char highest = index == 0 ? lead->highestSecond : 0xbf;
        if (byte < lowest || byte > highest)
            return {};
        codePoint = (codePoint << 6) | (byte & 0x3fU);
        ++position;
    }
    return codePoint;
}

void appendCodePoint(std::string &utf8, char32_t codePoint)
{
    const auto append = [&utf8](char32_t value) { utf8 += static_cast<char>(value); };
    if (codePoint < 0x80) {
        append(codePoint);
    } else if (codePoint < 0x800) {
        append(0xc0 | (codePoint >> 6));
        append(0x80 | (codePoint & 0x3f));
    } else if (codePoint < 0x10000) {
        append(0xe0 | (codePoint >> 12));
        append(0x80 | ((codePoint >> 6) & 0x3f));
        append(0x80 | (codePoint & 0x3f));
    } else {
        append(0xf0 | (codePoint >> 18));
        append(0x80 | ((codePoint >> 12) & 0x3f));
        append(0x80 | ((codePoint >> 6) & 0x3f));
        append(0x80 | (codePoint & 0x3f));
    }
}

bool isValidUtf8(std::string_view bytes)
{
    std::size_t position = printableAsciiPrefix(bytes);
    while (position < bytes.size()) {
        if (!nextCodePoint(bytes, position))
            return false;
        position += printableAsciiPrefix(bytes.substr(position));
    }
    return true;
}

std::string replaceInvalidUtf8(std::string_view bytes)
{
    std::string result;
    result.reserve(bytes.size());
    std::size_t position = 0;
    while (position < bytes.size()) {
        const std::size_t start = position;
        position += printableAsciiPrefix(bytes.substr(position));
        if (position > start || nextCodePoint(bytes, position))
            result += bytes.substr(start, position - start);
        else
            appendCodePoint(result, replacementCharacter);
    }
    return result;
}

std::string onlySeen(std::string_view utf8, std::size_t &removed)
{
    std::string result;
    result.reserve(utf8.size());
    std::size_t position = 0;
    while (position < utf8.size()) {
        const std::size_t start = position;
        position += printableAsciiPrefix(utf8.substr(position));
        if (position > start) {
            result += utf8.substr(start, position - start);
            continue;
        }
        const auto codePoint = nextCodePoint(utf8, position);
        if (!codePoint)
            appendCodePoint(result, replacementCharacter);
        else if (isSeen(*codePoint))
            result += utf8.substr(start, position - start);
        else
            ++removed;
    }
    return result;
}

std::string_view truncateUtf8(std::string_view utf8, std::size_t maximumBytes)
{
    if (utf8.size() <= maximumBytes)
        return utf8;
    std::size_t end = maximumBytes;
    while (end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xc0U) == 0x80)
        --end;
    return utf8.substr(0, end);
}

} // namespace core
