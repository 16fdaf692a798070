// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mime {

struct HeaderField
{
    std::string name;  ///< as it was written
    std::string value; ///< raw bytes, unfolded, without blanks around it
};

/// The header of a message, split into fields (RFC 5322 §2.2). Linear, bounded, never fails: lines
/// without a name are skipped, line ends may be CRLF, LF or CR.
class HeaderBlock
{
public:
    struct Limits
    {
        std::size_t blockBytes = 256UL * 1024; ///< the rest is not looked at
        std::size_t fieldBytes = 64UL * 1024;  ///< name and value; the rest of the field is dropped
        std::size_t fields = 2000;             ///< the rest is dropped
    };

    static HeaderBlock parse(std::string_view raw, const Limits &limits);
    static HeaderBlock parse(std::string_view raw) { return parse(raw, Limits()); }

    const std::vector<HeaderField> &fields() const { return m_fields; }
    /// The first field of that name, in any case; empty if there is none.
    std::string_view value(std::string_view name) const;
    /// True when a limit cut something off.
    bool isTruncated() const { return m_isTruncated; }

private:
    std::vector<HeaderField> m_fields;
    bool m_isTruncated = false;
};

} // namespace mime
