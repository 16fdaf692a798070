// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/List.h"
#include "imap/MailboxName.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace imap {

/// What a server reports while nobody asks: about the open mailbox (RFC 9051 §7.4.1, §7.5), and
/// after NOTIFY about others (RFC 5465 §5).
struct MailboxEvent
{
    enum class Kind {
        Exists,  ///< there are `number` messages now
        Expunge, ///< message `number` is gone, and those behind it have moved up
        Flags,   ///< message `number` has these flags now
        /// `mailbox` has this `status` now. What is missing in it has not changed; servers also
        /// repeat what has not.
        Status,
        Overflow, ///< there is too much to report, so nothing will be any more (RFC 5465 §5.8)
    };

    Kind kind = Kind::Exists;
    std::uint32_t number = 0;
    std::vector<std::string> flags = {}; ///< `\Seen` in its usual spelling
    MailboxName mailbox = MailboxName::inbox();
    MailboxStatus status = {};
};

using MailboxListener = std::function<void(const MailboxEvent &)>;

} // namespace imap
