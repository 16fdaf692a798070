// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Charset.h"

#include "core/Ascii.h"
#include "core/Unicode.h"

#include <vmime/charset.hpp>
#include <vmime/constants.hpp>
#include <vmime/exception.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace mime {

namespace {

constexpr std::string_view fallbackCharset = "windows-1252";

struct Alias
{
    std::string_view label;
    std::string_view charset;
};

// WHATWG Encoding §4.2: the labels whose senders mean the superset.
constexpr std::array<Alias, 17> aliases = {{
    {.label = "iso-8859-1", .charset = "windows-1252"},
    {.label = "iso8859-1", .charset = "windows-1252"},
    {.label = "iso_8859-1", .charset = "windows-1252"},
    {.label = "latin1", .charset = "windows-1252"},
    {.label = "cp1252", .charset = "windows-1252"},
    {.label = "iso-8859-9", .charset = "windows-1254"},
    {.label = "iso-8859-8-i", .charset = "iso-8859-8"},
    {.label = "iso-8859-8-e", .charset = "iso-8859-8"},
    {.label = "gb2312", .charset = "gb18030"},
    {.label = "gbk", .charset = "gb18030"},
    {.label = "cp936", .charset = "gb18030"},
    {.label = "ks_c_5601-1987", .charset = "windows-949"},
    {.label = "euc-kr", .charset = "windows-949"},
    {.label = "shift_jis", .charset = "windows-31j"},
    {.label = "shift-jis", .charset = "windows-31j"},
    {.label = "x-sjis", .charset = "windows-31j"},
    {.label = "tis-620", .charset = "windows-874"},
}};

constexpr std::array<std::string_view, 5> undeclared = {"us-ascii", "ascii", "ansi_x3.4-1968",
                                                        "unknown-8bit", "x-unknown"};
constexpr std::array<std::string_view, 3> utf8Labels = {"utf-8", "utf8", "unicode-1-1-utf-8"};

constexpr std::size_t maximumLabelLength = 40;

/// The charset that a label stands for; empty if it says nothing that we could use.
std::string resolve(std::string_view label)
{
    std::string name = core::toLower(core::trimmed(label));
    const auto isAllowed = [](char c) {
        return core::isDigit(c) || core::isLetter(c) || c == '-' || c == '_' || c == '.' || c == ':'
               || c == '+';
    };
    // The converter's own names may carry options behind a comma; a mail has no say in those.
    if (name.size() > maximumLabelLength || !std::ranges::all_of(name, isAllowed)
        || std::ranges::find(undeclared, name) != undeclared.end())
        return {};
    const auto *const alias =
        std::ranges::find_if(aliases, [&name](const Alias &row) { return row.label == name; });
    return alias == aliases.end() ? name : std::string(alias->charset);
}

/// Nothing if the converter does not know the charset.
std::optional<std::string> convert(std::string_view bytes, const std::string &charset)
{
    try {
        std::string text;
        vmime::charset::convert(std::string(bytes), text, vmime::charset(charset),
                                vmime::charset(vmime::charsets::UTF_8));
        return core::replaceInvalidUtf8(text);
    } catch (const std::exception &) {
        return {};
    }
}

std::string guess(std::string_view bytes)
{
    if (core::isValidUtf8(bytes))
        return std::string(bytes);
    auto text = convert(bytes, std::string(fallbackCharset));
    return text ? *std::move(text) : core::replaceInvalidUtf8(bytes);
}

} // namespace

std::string toUtf8(std::string_view bytes, std::string_view charset)
{
    const std::string name = resolve(charset);
    if (name.empty())
        return guess(bytes);
    if (std::ranges::find(utf8Labels, name) != utf8Labels.end())
        return core::replaceInvalidUtf8(bytes);
    auto text = convert(bytes, name);
    return text ? *std::move(text) : guess(bytes);
}

} // namespace mime
