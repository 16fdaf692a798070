// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Flag.h"

#include "core/Ascii.h"

#include <algorithm>
#include <array>

namespace imap {

namespace {

constexpr std::size_t maximumKeywordBytes = 64;
constexpr std::array<std::string_view, 5> systemFlags = {"\\Answered", "\\Deleted", "\\Draft",
                                                         "\\Flagged", "\\Seen"};

constexpr bool isKeywordCharacter(char c)
{
    return core::isLetter(c) || core::isDigit(c) || c == '$' || c == '_' || c == '.' || c == '-';
}

bool isKeyword(std::string_view text)
{
    return !text.empty() && text.size() <= maximumKeywordBytes
           && std::ranges::all_of(text, isKeywordCharacter);
}

/// The system flag with that name, with or without its backslash, or nothing.
std::string_view systemFlag(std::string_view text)
{
    if (text.starts_with('\\'))
        text.remove_prefix(1);
    const auto *const found = std::ranges::find_if(systemFlags, [text](std::string_view flag) {
        return core::equalsIgnoringCase(flag.substr(1), text);
    });
    return found == systemFlags.end() ? std::string_view() : *found;
}

core::Error invalidFlag(std::string message)
{
    return {core::ErrorKind::InvalidArgument, std::move(message)};
}

} // namespace

core::Result<Flag> Flag::parse(std::string_view text)
{
    if (const auto flag = systemFlag(text); !flag.empty())
        return Flag(std::string(flag));
    const auto name = text.starts_with('\\') ? text.substr(1) : text;
    if (core::equalsIgnoringCase(name, "Recent") || text == "\\*")
        return invalidFlag("The flag \\Recent is set by mail servers only.");
    if (text.starts_with('\\'))
        return invalidFlag(
            "There is no such system flag. Use Answered, Deleted, Draft, Flagged or Seen.");
    return parseKeyword(text);
}

core::Result<Flag> Flag::parseKeyword(std::string_view text)
{
    if (!isKeyword(text))
        return invalidFlag("A flag must be Answered, Deleted, Draft, Flagged, Seen, or a keyword "
                           "of 1 to 64 characters from A-Z a-z 0-9 $ _ . -");
    if (!systemFlag(text).empty() || core::equalsIgnoringCase(text, "Recent"))
        return invalidFlag("Answered, Deleted, Draft, Flagged, Recent and Seen are system flags, "
                           "not keywords.");
    return Flag(std::string(text));
}

std::string canonicalFlag(std::string_view text)
{
    if (text.starts_with('\\')) {
        if (const auto flag = systemFlag(text); !flag.empty())
            return std::string(flag);
        if (core::equalsIgnoringCase(text, "\\Recent"))
            return "\\Recent";
    }
    return std::string(text);
}

} // namespace imap
