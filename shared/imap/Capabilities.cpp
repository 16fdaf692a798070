// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Capabilities.h"

#include "imap/Text.h"

#include <algorithm>
#include <array>

namespace imap {

namespace {

// RFC 9051 appendix E: what every IMAP4rev2 server can do.
constexpr std::array<std::string_view, 15> includedInRev2 = {
    "NAMESPACE",   "UNSELECT",    "UIDPLUS", "ESEARCH",  "SEARCHRES",
    "ENABLE",      "IDLE",        "SASL-IR", "LITERAL-", "LIST-EXTENDED",
    "LIST-STATUS", "SPECIAL-USE", "MOVE",    "BINARY",   "STATUS=SIZE"};

} // namespace

Capabilities Capabilities::parse(std::string_view words)
{
    Capabilities capabilities;
    while (!words.empty()) {
        const auto end = std::min(words.find(' '), words.size());
        const auto word = words.substr(0, end);
        words.remove_prefix(std::min(end + 1, words.size()));
        if (!word.empty() && std::ranges::none_of(word, isControlByte) && isAscii(word))
            capabilities.m_words.insert(toUpper(word));
    }
    return capabilities;
}

bool Capabilities::has(std::string_view name) const
{
    if (m_words.contains(name))
        return true;
    return m_words.contains("IMAP4REV2")
           && std::ranges::find(includedInRev2, name) != includedInRev2.end();
}

std::vector<std::string> Capabilities::mechanisms() const
{
    constexpr std::string_view prefix = "AUTH=";
    std::vector<std::string> result;
    for (auto word = m_words.lower_bound(prefix); word != m_words.end(); ++word) {
        if (!word->starts_with(prefix))
            break;
        if (word->size() > prefix.size())
            result.push_back(word->substr(prefix.size()));
    }
    return result;
}

std::optional<std::uint64_t> Capabilities::appendLimit() const
{
    constexpr std::string_view prefix = "APPENDLIMIT=";
    const auto word = m_words.lower_bound(prefix);
    if (word == m_words.end() || !word->starts_with(prefix))
        return std::nullopt;
    return parseNumber<std::uint64_t>(std::string_view(*word).substr(prefix.size()));
}

} // namespace imap
