// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Text.h"

#include "core/Unicode.h"

#include <algorithm>

namespace imap {

namespace {

constexpr std::size_t shortTextBytes = 160;

} // namespace

std::string toUpper(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) { return toUpper(c); });
    return result;
}

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string displayText(std::string_view bytes)
{
    std::string result;
    result.reserve(bytes.size());
    for (std::size_t position = 0; position < bytes.size();) {
        const auto codePoint = core::nextCodePoint(bytes, position);
        const bool isGood = codePoint && !core::isControl(*codePoint);
        core::appendCodePoint(result, isGood ? *codePoint : core::replacementCharacter);
    }
    return result;
}

std::string shortServerText(std::string_view text)
{
    const auto whole = displayText(text);
    const auto beginning = core::truncateUtf8(whole, shortTextBytes);
    return beginning.size() == whole.size() ? whole : std::string(beginning) + "…";
}

} // namespace imap
