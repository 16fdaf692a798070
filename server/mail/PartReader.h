// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Cancellation.h"
#include "core/Result.h"
#include "core/Task.h"
#include "mail/SessionPool.h"
#include "mail/Turnstile.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace mail {

/// A part of a message, and what has to be known to read it.
struct MessagePart
{
    std::string folder; ///< path
    std::uint32_t uidValidity = 0;
    std::uint32_t uid = 0;
    std::string partNumber; ///< "2.1": what IMAP calls it
    std::string encoding;   ///< Content-Transfer-Encoding
    std::uint64_t encodedSize = 0;
};

/// Reads a part window by window, in its transfer encoding. A connection is borrowed for each
/// window and given back before the window is returned: whoever reads slowly keeps no connection
/// from others, and one that was lost meanwhile is replaced without notice. Main thread only.
class PartReader
{
public:
    /// `turns` bounds how many windows of one mailbox are read at a time, so that downloads leave
    /// connections for everything else; null: no bound. The pool must outlive the reader.
    PartReader(SessionPool &pool, account::MailAccountPtr account, MessagePart part,
               std::shared_ptr<Turnstile> turns, core::Cancellation cancellation);

    const MessagePart &part() const { return m_part; }

    /// At most `count` bytes from `offset` on; fewer at the end of the part only. Conflict: the
    /// folder was made anew, so the UID may be another message now. NotFound: the message or its
    /// part is gone. Else the errors of SessionPool::take() and imap::Connection.
    core::Task<core::Result<std::string>> read(std::uint64_t offset, std::size_t count);

private:
    static constexpr auto windowTime = std::chrono::seconds(60);

    SessionPool &m_pool;
    account::MailAccountPtr m_account;
    MessagePart m_part;
    std::shared_ptr<Turnstile> m_turns;
    core::Cancellation m_cancellation;
};

} // namespace mail
