// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "i18n/Text.h"

#include <string>
#include <string_view>

namespace discovery {

/// What settings are looked for: an e-mail address, or the name of a mail server or domain.
class Query
{
public:
    /// 64 before the @ (RFC 5321 §4.5.3.1.1), 253 behind it (RFC 1035 §2.3.4, as text).
    static constexpr std::size_t longestLocalPart = 64;
    static constexpr std::size_t longestDomain = 253;

    /// Blanks around the text do not count; the domain may be in any script (RFC 5890). The error
    /// is a sentence for the person who typed it.
    static core::Result<Query, i18n::Text> parse(std::string_view text);

    bool isAddress() const { return !m_localPart.empty(); }
    /// Empty for a host; as it was typed.
    const std::string &localPart() const { return m_localPart; }
    /// Lower case and ASCII, without a dot at the end; an address literal has no brackets.
    const std::string &domain() const { return m_domain; }
    /// An IP address was given in place of a name: nothing is published about it.
    bool isAddressLiteral() const { return m_isAddressLiteral; }
    /// local-part@domain, or empty for a host.
    std::string emailAddress() const;

private:
    Query() = default;

    std::string m_localPart;
    std::string m_domain;
    bool m_isAddressLiteral = false;
};

} // namespace discovery
