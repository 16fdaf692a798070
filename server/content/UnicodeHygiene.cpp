// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/UnicodeHygiene.h"

#include "core/Unicode.h"

namespace content {

namespace {

bool isBlank(char32_t c)
{
    return c == U' ' || c == U'\n' || c == U'\t' || c == U'\u00a0' || (c >= 0x2000 && c <= 0x200a)
           || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

} // namespace

std::string UnicodeHygiene::clean(std::string_view text)
{
    return core::onlySeen(text, m_removed);
}

bool UnicodeHygiene::isVisible(std::string_view text)
{
    std::size_t position = 0;
    while (position < text.size()) {
        const auto codePoint = core::nextCodePoint(text, position);
        if (!codePoint || (core::isSeen(*codePoint) && !isBlank(*codePoint)))
            return true;
    }
    return false;
}

} // namespace content
