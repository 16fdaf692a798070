// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/CssDeclarations.h"

#include "core/Ascii.h"
#include "core/Unicode.h"

#include <algorithm>

namespace content {

namespace {

constexpr std::size_t maximumDeclarations = 200;
constexpr char32_t lastCodePoint = 0x10ffff;

/// Takes an escape off the front of `rest`, behind its backslash.
void unescape(std::string_view &rest, std::string &result)
{
    constexpr int maximumDigits = 6;
    char32_t codePoint = 0;
    int digits = 0;
    while (!rest.empty() && digits < maximumDigits) {
        const auto digit = core::hexValue(rest.front());
        if (!digit)
            break;
        codePoint = codePoint * 16 + *digit;
        rest.remove_prefix(1);
        ++digits;
    }
    if (digits == 0) {
        if (!rest.empty()) {
            result += core::toLower(rest.front());
            rest.remove_prefix(1);
        }
        return;
    }
    if (!rest.empty() && (core::isBlank(rest.front()) || rest.front() == '\n'))
        rest.remove_prefix(1);
    if (codePoint < 0x80)
        result += core::toLower(static_cast<char>(codePoint));
    else
        core::appendCodePoint(result,
                              codePoint > lastCodePoint ? core::replacementCharacter : codePoint);
}

std::string_view takeUntil(std::string_view &rest, char end)
{
    // A semicolon within quotes or parentheses belongs to the value: url(data:…;base64,…).
    char quote = '\0';
    int parentheses = 0;
    std::size_t position = 0;
    for (; position < rest.size(); ++position) {
        const char c = rest[position];
        if (quote != '\0') {
            if (c == quote)
                quote = '\0';
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '(') {
            ++parentheses;
        } else if (c == ')') {
            parentheses = std::max(parentheses - 1, 0);
        } else if (c == end && parentheses == 0) {
            break;
        }
    }
    const auto taken = rest.substr(0, position);
    rest.remove_prefix(std::min(position + 1, rest.size()));
    return taken;
}

} // namespace

std::string normaliseCss(std::string_view css)
{
    std::string result;
    result.reserve(css.size());
    while (!css.empty()) {
        const char c = css.front();
        if (css.starts_with("/*")) {
            const auto end = css.find("*/", 2);
            css.remove_prefix(end == std::string_view::npos ? css.size() : end + 2);
        } else if (c == '\\') {
            css.remove_prefix(1);
            unescape(css, result);
        } else {
            result += core::toLower(c);
            css.remove_prefix(1);
        }
    }
    return result;
}

std::vector<CssDeclaration> parseCssDeclarations(std::string_view normalisedCss)
{
    std::vector<CssDeclaration> declarations;
    while (!normalisedCss.empty() && declarations.size() < maximumDeclarations) {
        const auto text = takeUntil(normalisedCss, ';');
        const auto colon = text.find(':');
        if (colon == std::string_view::npos)
            continue;
        const auto name = core::trimmed(text.substr(0, colon));
        auto value = core::trimmed(text.substr(colon + 1));
        const auto mark = value.rfind('!');
        const bool isImportant =
            mark != std::string_view::npos && core::trimmed(value.substr(mark + 1)) == "important";
        if (isImportant)
            value = core::trimmed(value.substr(0, mark));
        if (!name.empty())
            declarations.push_back({.name = std::string(name),
                                    .value = std::string(value),
                                    .isImportant = isImportant});
    }
    return declarations;
}

} // namespace content
