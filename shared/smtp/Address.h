// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <string>
#include <string_view>

namespace smtp {

/// The address of a mailbox as the envelope carries it (RFC 5321 §4.1.2, RFC 6531 §3.3). It cannot
/// hold a control character or an angle bracket, and a blank or one of ",:;\()[] only within a
/// quoted local part, so it cannot become a command.
class Address
{
public:
    /// InvalidArgument. Names of domains become ASCII (RFC 5890).
    static core::Result<Address> parse(std::string_view text);

    const std::string &text() const { return m_text; }
    /// Whether the local part is not ASCII, so that the server has to offer SMTPUTF8.
    bool needsUtf8() const { return m_needsUtf8; }

    bool operator==(const Address &) const = default;

private:
    Address(std::string text, bool needsUtf8);

    std::string m_text;
    bool m_needsUtf8;
};

} // namespace smtp
