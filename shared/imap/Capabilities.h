// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace imap {

/// What a server says it can do, in any case it says it.
class Capabilities
{
public:
    Capabilities() = default;
    /// The words after CAPABILITY.
    static Capabilities parse(std::string_view words);

    bool isEmpty() const { return m_words.empty(); }
    /// `name` in upper case. What IMAP4rev2 includes counts as offered (RFC 9051 appendix E).
    bool has(std::string_view name) const;
    /// Names behind AUTH=, upper case, in the server's order of the alphabet.
    std::vector<std::string> mechanisms() const;
    /// APPENDLIMIT (RFC 7889), in bytes.
    std::optional<std::uint64_t> appendLimit() const;
    /// All of them, upper case, sorted: for a diagnosis.
    const std::set<std::string, std::less<>> &words() const { return m_words; }

private:
    std::set<std::string, std::less<>> m_words;
};

} // namespace imap
