// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/UnicodeHygiene.h"

#include "core/Unicode.h"

namespace content {

namespace {

bool endsLine(char32_t c)
{
    return c == U'\n' || c == 0x2028 || c == 0x2029;
}

bool isBlank(char32_t c)
{
    return c == U' ' || c == U'\t' || endsLine(c) || c == U'\u00a0' || (c >= 0x2000 && c <= 0x200a)
           || c == 0x202f || c == 0x205f || c == 0x3000;
}

} // namespace

std::string UnicodeHygiene::clean(std::string_view text)
{
    return core::onlySeen(text, m_removed);
}

std::string UnicodeHygiene::cleanLine(std::string_view text)
{
    const auto seen = clean(text);
    std::string line;
    line.reserve(seen.size());
    std::size_t position = 0;
    while (position < seen.size()) {
        const auto codePoint = core::nextCodePoint(seen, position).value_or(U' ');
        core::appendCodePoint(line, endsLine(codePoint) || codePoint == U'\t' ? U' ' : codePoint);
    }
    return line;
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
