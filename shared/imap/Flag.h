// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <string>
#include <string_view>

namespace imap {

/// A flag that may be set, removed or searched for: a system flag or a keyword.
class Flag
{
public:
    /// `\Seen` and `Seen`, in any case, are the system flag; everything else that matches
    /// [A-Za-z0-9$_.-]{1,64} is a keyword ($Forwarded). InvalidArgument for the rest, and for
    /// `\Recent` and `\*`, which only servers may use.
    static core::Result<Flag> parse(std::string_view text);
    /// Only the keyword form: `Seen` is refused instead of becoming `\Seen`.
    static core::Result<Flag> parseKeyword(std::string_view text);

    static Flag seen() { return Flag("\\Seen"); }
    static Flag deleted() { return Flag("\\Deleted"); }
    static Flag draft() { return Flag("\\Draft"); }

    /// As it goes over the wire: `\Seen`, `$Forwarded`.
    const std::string &text() const { return m_text; }
    bool isSystem() const { return m_text.front() == '\\'; }

    bool operator==(const Flag &) const = default;

private:
    explicit Flag(std::string text)
        : m_text(std::move(text))
    {}

    std::string m_text;
};

/// The usual spelling of a system flag that a server sent (`\seen` -> `\Seen`); keywords unchanged.
std::string canonicalFlag(std::string_view text);

} // namespace imap
