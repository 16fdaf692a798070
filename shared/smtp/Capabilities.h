// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace smtp {

struct Reply;

/// What the server's answer to EHLO offers (RFC 5321 §4.1.1.1).
class Capabilities
{
public:
    Capabilities() = default;
    explicit Capabilities(const Reply &ehlo);

    /// In upper case: "PIPELINING", "8BITMIME", "SMTPUTF8", "STARTTLS" …
    bool has(std::string_view keyword) const;
    /// Everything the server offers, without parameters.
    const std::set<std::string, std::less<>> &keywords() const { return m_keywords; }
    /// The SASL mechanisms, in upper case.
    const std::vector<std::string> &mechanisms() const { return m_mechanisms; }
    /// The largest message in bytes (RFC 1870); 0: the server names no limit.
    std::uint64_t sizeLimit() const { return m_sizeLimit; }

private:
    std::set<std::string, std::less<>> m_keywords;
    std::vector<std::string> m_mechanisms;
    std::uint64_t m_sizeLimit = 0;
};

} // namespace smtp
