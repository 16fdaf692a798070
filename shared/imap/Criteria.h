// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "imap/Command.h"

#include <string_view>
#include <vector>

namespace imap {

/// Search criteria that were parsed by the grammar of RFC 9051 §6.4.4 and hold nothing else:
/// whatever text they came from, they cannot become a second command.
///
/// Every key of RFC 3501 and RFC 9051, parentheses, OR, NOT, sequence sets, dates, quoted strings
/// and atoms. Words may be UTF-8. Not CHARSET, literals, `$` or vendors' keys (X-GM-RAW).
class Criteria
{
public:
    static constexpr std::size_t maximumBytes = 8192;
    static constexpr int maximumDepth = 16;
    static constexpr int maximumKeys = 64;

    /// InvalidArgument; the message gives the position (counted from 1) and what was expected
    /// there.
    static core::Result<Criteria> parse(std::string_view text);
    static Criteria all();

    /// True when a string holds more than ASCII.
    bool needsUtf8() const { return m_needsUtf8; }
    void appendTo(Command &command) const;

private:
    friend class CriteriaParser;
    Criteria() = default;

    std::vector<Command::Part> m_parts;
    bool m_needsUtf8 = false;
};

} // namespace imap
