// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"
#include "imap/Flag.h"
#include "imap/List.h"
#include "mail/FiledMessage.h"
#include "mail/SessionPool.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace mail {

/// Puts messages into folders of a mailbox, each once (IM-36): when a connection has broken, the
/// folder is searched for the Message-ID before anything is stored again. It remembers for a while
/// which folder has which role, so that storing is one command. Main thread only.
class MessageFiler
{
public:
    struct Limits
    {
        std::chrono::milliseconds duration = std::chrono::seconds(60); ///< of a call, all in all
        std::chrono::seconds memory = std::chrono::minutes(10);        ///< for a folder's role
        std::size_t remembered = 10'000;                               ///< folders, in all
    };

    /// Pool and clock must outlive the filer.
    MessageFiler(SessionPool &pool, const core::Clock &clock, Limits limits);
    MessageFiler(SessionPool &pool, const core::Clock &clock);

    struct Folder
    {
        imap::MailboxName name;
        imap::SpecialUse role;

        Folder(imap::MailboxName folderName, imap::SpecialUse folderRole);
    };

    /// The folder with this path; where there is none, the one with the role that the path means
    /// ("Sent"). NotFound: no such folder, or it only holds others.
    core::Task<core::Result<Folder>> find(account::MailAccountPtr account, std::string path,
                                          core::Cancellation cancellation);

    /// Whether the mail provider may have put the message there by itself.
    enum class Provider { FilesNothing, MayFile };

    struct Request
    {
        account::MailAccountPtr account;
        std::optional<Folder> folder = {}; ///< nothing: the one with `role`
        imap::SpecialUse role = imap::SpecialUse::None;
        std::string usualName; ///< of a folder with `role`, if one has to be made
        std::vector<imap::Flag> flags;
        std::string messageId; ///< with its angle brackets
        std::string message;
        Provider provider = Provider::FilesNothing;
    };

    /// Stores a message, unless it is there. Errors: NotFound (the folder is gone), TooLarge,
    /// PermissionDenied …, those of SessionPool::take(), and Unavailable, which may mean that it
    /// was stored all the same; the message says so.
    core::Task<core::Result<FiledMessage>> file(Request request, core::Cancellation cancellation);

private:
    struct Remembered
    {
        Folder folder;
        std::chrono::steady_clock::time_point until;
    };
    enum class Search { No, First };

    core::Task<core::Result<Folder>> findByRole(const Request &request, core::Deadline deadline,
                                                core::Cancellation cancellation);
    core::Task<core::Result<FiledMessage>> fileInto(const Folder &folder, const Request &request,
                                                    core::Deadline deadline,
                                                    core::Cancellation cancellation);
    void remember(const std::string &key, const Folder &folder);

    SessionPool &m_pool;
    const core::Clock &m_clock;
    Limits m_limits;
    std::unordered_map<std::string, Remembered> m_folders;
};

} // namespace mail
