// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace imap {

/// What a server reports about the open mailbox while nobody asks (RFC 9051 §7.4.1, §7.5).
struct MailboxEvent
{
    enum class Kind {
        Exists,  ///< there are `number` messages now
        Expunge, ///< message `number` is gone, and those behind it have moved up
        Flags,   ///< message `number` has these flags now
    };

    Kind kind = Kind::Exists;
    std::uint32_t number = 0;
    std::vector<std::string> flags = {}; ///< `\Seen` in its usual spelling
};

using MailboxListener = std::function<void(const MailboxEvent &)>;

} // namespace imap
