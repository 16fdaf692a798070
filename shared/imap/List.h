// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/MailboxName.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace imap {

/// What a mailbox is for (RFC 6154, RFC 8457), as the server says it; rolesOf() also goes by names.
enum class SpecialUse { None, Inbox, All, Archive, Drafts, Flagged, Important, Junk, Sent, Trash };

/// Lower-case name ("drafts"); empty for None.
std::string_view nameOf(SpecialUse use);

/// The answer to STATUS. What the server left out is missing.
struct MailboxStatus
{
    std::optional<std::uint32_t> messages;
    std::optional<std::uint32_t> unseen;
    std::optional<std::uint32_t> uidNext;
    std::optional<std::uint32_t> uidValidity;
    std::optional<std::uint64_t> highestModSeq; ///< only of servers with CONDSTORE (RFC 7162)

    /// Takes over what was told later. True if any of it is not what was known.
    bool update(const MailboxStatus &later);
};

/// One line of LIST (RFC 9051 §7.3.1).
struct ListEntry
{
    MailboxName name = MailboxName::inbox();
    std::optional<char> delimiter;       ///< missing for a flat name
    std::vector<std::string> attributes; ///< as the server spells them: `\HasNoChildren`
    SpecialUse specialUse = SpecialUse::None;
    std::optional<MailboxStatus> status; ///< missing when the mailbox cannot be opened

    bool hasAttribute(std::string_view attribute) const; ///< in any case
    /// False for names that are only there to hold others (\Noselect, \NonExistent).
    bool isSelectable() const;
};

struct MailboxList
{
    std::vector<ListEntry> mailboxes; ///< in the server's order, each name once
    bool isTruncated = false;         ///< there were more than Limits::mailboxes
};

} // namespace imap
