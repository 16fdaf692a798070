// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/MailboxName.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace imap {

/// Whether a mailbox is opened with SELECT or with EXAMINE.
enum class Access { ReadOnly, ReadWrite };

/// The mailbox that is open on a connection, kept up to date by what the server reports on the way.
struct SelectedMailbox
{
    MailboxName name = MailboxName::inbox();
    Access access = Access::ReadOnly;
    std::uint32_t exists = 0;
    std::uint32_t uidValidity = 0; ///< 0: the server has no lasting UIDs
    std::uint32_t uidNext = 0;     ///< 0: not told
    std::vector<std::string> flags;
    std::vector<std::string> permanentFlags; ///< `\*`: new keywords may be made
    std::optional<std::uint64_t> highestModSeq;
    /// How often the server has reported that a message came, went or got other flags.
    std::uint64_t changes = 0;
};

} // namespace imap
