// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Cancellation.h"
#include "core/Result.h"
#include "core/Task.h"
#include "imap/Connection.h"
#include "mail/Borrowing.h"
#include "mail/MessageReference.h"
#include "mail/SessionPool.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mail {

struct DeletedMessage
{
    std::uint32_t uidValidity = 0; ///< of the folder
    /// False: it carries \Deleted, but the server could only remove it together with messages that
    /// somebody else had marked.
    bool isRemoved = false;
};

struct MovedMessage
{
    std::uint32_t uidValidity = 0; ///< of the folder it was in
    std::string destination;       ///< the path of the folder it is in now
    /// Its new UID, where the server tells it.
    std::optional<imap::AppendedMessage> copy;
};

struct FlaggedMessage
{
    std::uint32_t uidValidity = 0;
    std::vector<std::string> flags; ///< as they are now
};

/// What changes one person's mailbox, one message at a time, and is carried through even if whoever
/// asked for it goes away. Folders are named as for Mailbox. Main thread only.
///
/// Before a deletion or a move the folder is opened for changes, which costs a round trip and tells
/// the UIDVALIDITY; a connection that turns out to be dead then is replaced. The change itself
/// takes another one and is never repeated. Flags can be set twice without harm: in a folder that
/// is open they take one round trip, and a second one on a new connection if it turns out to be
/// dead.
///
/// Errors: NotFound (no such folder or message), Conflict (another UIDVALIDITY than the one that
/// was given, a folder that is read-only), PermissionDenied, Unsupported, InvalidArgument, and
/// those of SessionPool::take() and imap::Connection. Nothing was changed, unless the message says
/// otherwise.
///
/// References passed to an operation must live until its task ends.
class MailboxChanges
{
public:
    struct Limits
    {
        std::chrono::milliseconds duration = std::chrono::seconds(60); ///< of a call, all in all
    };

    MailboxChanges(SessionPool &pool, account::MailAccountPtr account,
                   core::Cancellation cancellation, Limits limits);
    MailboxChanges(SessionPool &pool, account::MailAccountPtr account,
                   core::Cancellation cancellation);

    /// Removes this message for good, and no other one.
    core::Task<core::Result<DeletedMessage>> remove(const MessageReference &message) const;
    /// With MOVE, or with COPY and a deletion: then only after the server has proved the copy.
    core::Task<core::Result<MovedMessage>> move(const MessageReference &message,
                                                const std::string &destination) const;
    core::Task<core::Result<FlaggedMessage>> changeFlags(const MessageReference &message,
                                                         const imap::FlagChanges &changes) const;

private:
    using OpenFolder = Borrowed<imap::SelectedMailbox>;

    core::Task<core::Result<OpenFolder>> open(const MessageReference &message,
                                              core::Deadline deadline) const;

    SessionPool &m_pool;
    account::MailAccountPtr m_account;
    core::Cancellation m_cancellation;
    Limits m_limits;
};

} // namespace mail
