// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/Capabilities.h"

#include "smtp/Reply.h"

#include <algorithm>
#include <charconv>

namespace smtp {

namespace {

std::vector<std::string> upperCaseWords(std::string_view line)
{
    std::vector<std::string> words;
    while (true) {
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
        if (line.empty())
            return words;
        const auto word = line.substr(0, line.find(' '));
        line.remove_prefix(word.size());
        auto &upper = words.emplace_back(word);
        std::ranges::transform(upper, upper.begin(), [](char c) {
            return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
        });
    }
}

} // namespace

Capabilities::Capabilities(const Reply &ehlo)
{
    // The first line is the server's name.
    for (std::size_t i = 1; i < ehlo.lines.size(); ++i) {
        auto words = upperCaseWords(ehlo.lines[i]);
        if (words.empty())
            continue;
        // "AUTH=LOGIN" is how servers spoke to clients of the last century; some still do.
        if (words.front().starts_with("AUTH=")) {
            words.insert(words.begin() + 1, words.front().substr(5));
            words.front() = "AUTH";
        }
        const auto &keyword = *m_keywords.insert(words.front()).first;
        if (keyword == "AUTH")
            m_mechanisms.insert(m_mechanisms.end(), words.begin() + 1, words.end());
        if (keyword == "SIZE" && words.size() > 1)
            std::from_chars(words[1].data(), words[1].data() + words[1].size(), m_sizeLimit);
    }
}

bool Capabilities::has(std::string_view keyword) const
{
    return m_keywords.contains(keyword);
}

} // namespace smtp
