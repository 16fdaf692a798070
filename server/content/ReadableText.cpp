// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/ReadableText.h"

#include "content/HtmlToText.h"
#include "core/Ascii.h"

#include <algorithm>
#include <array>
#include <utility>

namespace content {

namespace {

/// Some senders put what belongs before the first boundary into a part of its own.
bool isPlaceholder(std::string_view text)
{
    constexpr std::size_t longest = 200;
    constexpr std::array beginnings = {"this is a multi-part message",
                                       "this is a multipart message",
                                       "this is a message in multipart"};
    text = core::trimmed(text);
    if (text.size() > longest || text.find('\n') != std::string_view::npos)
        return false;
    const auto lower = core::toLower(text);
    return std::ranges::any_of(beginnings,
                               [&lower](const char *begin) { return lower.starts_with(begin); });
}

} // namespace

ReadableText readableText(std::optional<std::string_view> plain,
                          std::optional<std::string_view> html, UnicodeHygiene &hygiene,
                          std::size_t maximumBytes)
{
    const bool saysSomething = plain && UnicodeHygiene::isVisible(*plain) && !isPlaceholder(*plain);
    if (html && !saysSomething) {
        auto converted = htmlToText(*html, hygiene, maximumBytes);
        if (!plain || !converted.text.empty())
            return {.text = std::move(converted.text),
                    .source = ReadableText::Source::Html,
                    .hiddenElements = converted.hiddenElements,
                    .isTruncated = converted.isTruncated};
    }
    if (!plain)
        return {};
    return {.text = hygiene.clean(*plain), .source = ReadableText::Source::Plain};
}

} // namespace content
