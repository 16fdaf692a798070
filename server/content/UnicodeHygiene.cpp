// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/UnicodeHygiene.h"

#include "core/Unicode.h"

namespace content {

namespace {

bool isHarmless(char32_t c)
{
    if (c == U'\n' || c == U'\t')
        return true;
    return !core::isControl(c) && !core::isBidiControl(c) && !core::isInvisible(c);
}

bool isBlank(char32_t c)
{
    return c == U' ' || c == U'\n' || c == U'\t' || c == U'\u00a0' || (c >= 0x2000 && c <= 0x200a)
           || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

} // namespace

std::string UnicodeHygiene::clean(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    std::size_t position = 0;
    while (position < text.size()) {
        const std::size_t start = position;
        const auto codePoint = core::nextCodePoint(text, position);
        if (!codePoint)
            core::appendCodePoint(result, core::replacementCharacter);
        else if (isHarmless(*codePoint))
            result += text.substr(start, position - start);
        else
            ++m_removed;
    }
    return result;
}

bool UnicodeHygiene::isVisible(std::string_view text)
{
    std::size_t position = 0;
    while (position < text.size()) {
        const auto codePoint = core::nextCodePoint(text, position);
        if (!codePoint || (isHarmless(*codePoint) && !isBlank(*codePoint)))
            return true;
    }
    return false;
}

} // namespace content
