// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <string>
#include <string_view>

namespace imap {

/// How mailbox names travel: modified UTF-7 (RFC 3501 §5.1.3), or UTF-8 once UTF8=ACCEPT has been
/// enabled (RFC 6855 §3).
enum class NameEncoding { ModifiedUtf7, Utf8 };

/// The name of a mailbox: what people read and what the server wants to hear. A name that came from
/// a server goes back to it byte for byte, however odd; only names that people typed are encoded.
/// A name is never a pattern: `*` and `%` have no meaning in it.
class MailboxName
{
public:
    static constexpr std::size_t maximumBytes = 1000;

    /// Never fails: what cannot be decoded shows as U+FFFD in path().
    static MailboxName fromServer(std::string_view bytes, NameEncoding encoding);
    /// InvalidArgument: empty, over maximumBytes, control characters (NUL, CR, LF …), not UTF-8.
    static core::Result<MailboxName> fromText(std::string_view text);
    static MailboxName inbox();

    /// UTF-8 without control characters, hierarchy delimiters as the server uses them. "inbox" in
    /// any case reads "INBOX" (RFC 9051 §5.1).
    const std::string &path() const { return m_path; }
    /// True when path() stands for exactly this mailbox, false when something had to be replaced.
    bool isExact() const { return m_isExact; }
    bool isInbox() const { return m_path == "INBOX"; }
    /// The bytes to send, before quoting.
    std::string wireBytes(NameEncoding encoding) const;

    /// Same mailbox, as far as the bytes tell.
    bool operator==(const MailboxName &other) const;

private:
    MailboxName() = default;

    std::string m_path;
    std::string m_serverBytes; ///< empty for names that people typed
    NameEncoding m_serverEncoding = NameEncoding::ModifiedUtf7;
    bool m_isExact = true;
};

} // namespace imap
