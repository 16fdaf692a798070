// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Cancellation.h"
#include "core/Result.h"
#include "core/Task.h"
#include "imap/Criteria.h"
#include "mail/Folder.h"
#include "mail/Message.h"
#include "mail/MessageReference.h"
#include "mail/SessionPool.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace mail {

/// What a message has beside its text, and where it is.
struct AttachmentList
{
    std::string folder; ///< its path as the server has it
    std::uint32_t uidValidity = 0;
    std::vector<Attachment> attachments;
};

struct SearchOutcome
{
    std::vector<std::uint32_t> uids; ///< newest (highest) first
    std::uint64_t count = 0;         ///< how many there are, even if uids is cut
    std::uint32_t uidValidity = 0;
    bool isTruncated = false;
};

/// One person's mailbox, in words of mail. Every call takes a connection from the pool for as long
/// as it lasts; it reads only and never marks a message as seen. If a connection that had been idle
/// turns out to be dead, the call is repeated once on a new one. Main thread only.
///
/// A folder is named by its path, with or without the characters of it that nobody sees. "inbox" in
/// any case is INBOX; where no folder has that name, "Sent", "Drafts", "Trash", "Junk", "Archive" …
/// stand for the folder with that role.
///
/// Errors: NotFound (no such folder or message; the message names it), InvalidArgument, and those
/// of SessionPool::take() and imap::Connection.
class Mailbox
{
public:
    struct Limits
    {
        std::chrono::milliseconds duration = std::chrono::seconds(60); ///< of a call, all in all
        std::size_t textBytes = 200UL * 1024;                          ///< of each text, decoded
        /// Longer texts are taken apart on a worker thread: it takes over a millisecond.
        std::size_t textBytesOnMainThread = 32UL * 1024;
        std::size_t headerBytes = 256UL * 1024;
        std::size_t attachments = 200; ///< listed of one message
        std::size_t uids = 10'000;     ///< of one search
    };

    static constexpr std::uint32_t maximumPerPage = 100;

    Mailbox(SessionPool &pool, account::MailAccountPtr account, core::Cancellation cancellation,
            Limits limits);
    Mailbox(SessionPool &pool, account::MailAccountPtr account, core::Cancellation cancellation);

    /// From now on every call reports when it has a connection that is logged in, which is what may
    /// take long before anything is read.
    void reportConnecting(std::function<void()> connected) { m_connected = std::move(connected); }

    core::Task<core::Result<FolderList>> folders() const;
    /// Newest first. `page` counts from 1; one beyond the end is empty. `perPage` is 1 to
    /// maximumPerPage.
    core::Task<core::Result<MessagePage>> page(std::string folder, std::uint32_t page,
                                               std::uint32_t perPage) const;
    core::Task<core::Result<Message>> message(std::string folder, std::uint32_t uid) const;
    /// Only what message() says of the attachments.
    core::Task<core::Result<AttachmentList>> attachments(std::string folder,
                                                         std::uint32_t uid) const;
    /// Only what a list of messages says of it. Conflict if the folder has another UIDVALIDITY than
    /// the one that is given. `message` must live until the task ends.
    core::Task<core::Result<MessageSummary>> summary(const MessageReference &message) const;
    core::Task<core::Result<SearchOutcome>> search(std::string folder,
                                                   imap::Criteria criteria) const;

private:
    template <typename T, typename Operation>
    core::Task<core::Result<T>> read(const Operation &operation, core::Deadline deadline) const;
    core::Task<core::Result<Message>> readMessage(imap::Connection &connection,
                                                  const std::string &folder, std::uint32_t uid,
                                                  core::Deadline deadline) const;
    core::Task<core::Result<core::Done>> readTexts(imap::Connection &connection,
                                                   const imap::MailboxName &name,
                                                   const imap::BodyStructure &structure,
                                                   Message &message, core::Deadline deadline) const;
    core::Task<core::Result<core::Done>> readWithoutStructure(imap::Connection &connection,
                                                              const imap::MailboxName &name,
                                                              const mime::HeaderBlock &header,
                                                              Message &message,
                                                              core::Deadline deadline) const;

    SessionPool &m_pool;
    account::MailAccountPtr m_account;
    core::Cancellation m_cancellation;
    Limits m_limits;
    std::function<void()> m_connected;
};

} // namespace mail
