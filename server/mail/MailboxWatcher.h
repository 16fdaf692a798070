// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Cancellation.h"
#include "core/Random.h"
#include "core/Result.h"
#include "core/Task.h"
#include "imap/Connection.h"
#include "mail/SessionOpener.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace mail {

class WatchedMailbox;
struct FolderWatch;
struct WatchRegistry;

enum class WatchEvent {
    Changed, ///< messages came or went or got other flags; now and then it is said once too often
    /// Nothing more will be said: the folder is gone, the mail server refuses the login, or this
    /// server shuts down.
    Ended,
};

/// Tells who wants to know when a folder changes. All who watch a mailbox with the very same
/// credentials share one connection, which is none of the session pool's. When it breaks it is made
/// again, after pauses that grow, and what changed meanwhile is told. Main thread only.
///
/// With IDLE (RFC 2177) the server reports changes of one folder on that connection, with NOTIFY
/// (RFC 5465) those of several. Without NOTIFY IDLE is for INBOX if that is among them; the others,
/// and all where there is no IDLE, are asked for from time to time. More connections would tell
/// sooner, but servers allow few to a mailbox, and people need them.
class MailboxWatcher
{
public:
    struct Limits
    {
        std::size_t mailboxes = 500; ///< one connection each
        std::size_t watchesPerMailbox = 64;
        std::size_t foldersPerMailbox = 16;
        /// A connection that is silent for so long is tried out: a peer that is gone says nothing,
        /// and the way to it is forgotten by some address translators after four minutes already.
        std::chrono::milliseconds renewal = std::chrono::minutes(3);
        /// Between two looks at folders whose changes the server does not report.
        std::chrono::milliseconds poll = std::chrono::minutes(1);
        /// Before a connection is made again: after the first failure and after many. The half of
        /// each is up to chance. A connection that lasted for the longest makes a new beginning.
        std::chrono::milliseconds firstPause = std::chrono::seconds(1);
        std::chrono::milliseconds longestPause = std::chrono::seconds(60);
        /// How long a connection is kept that nobody needs: clients come back.
        std::chrono::milliseconds linger = std::chrono::seconds(5);
        /// What changes within it is told at once, at its end.
        std::chrono::milliseconds gather = std::chrono::milliseconds(200);
    };

    /// For metrics.
    struct Stats
    {
        std::size_t mailboxes = 0;   ///< also those whose connection lingers
        std::size_t interrupted = 0; ///< of these: their connection broke, and a pause goes on
        std::size_t watches = 0;
        std::uint64_t reconnects = 0; ///< connections that were made again, since the start
    };

    /// Called in a turn of the event loop of its own, or inside closeAll(). It may end any watch
    /// and begin others. After Ended it is not called again.
    using Listener = std::function<void(WatchEvent)>;

    /// The watch ends when this goes; the listener is not called any more.
    class Watch
    {
    public:
        Watch(Watch &&other) noexcept = default;
        Watch &operator=(Watch &&other) noexcept;
        Watch(const Watch &) = delete;
        Watch &operator=(const Watch &) = delete;
        ~Watch();

    private:
        friend class WatchedMailbox;
        Watch(std::shared_ptr<WatchedMailbox> mailbox, std::shared_ptr<FolderWatch> watch);
        void end();

        std::shared_ptr<WatchedMailbox> m_mailbox;
        std::shared_ptr<FolderWatch> m_watch;
    };

    /// `random` outlives this object.
    MailboxWatcher(std::shared_ptr<SessionOpener> opener, imap::ConnectionOptions options,
                   Limits limits, core::Random &random);
    ~MailboxWatcher();
    MailboxWatcher(const MailboxWatcher &) = delete;
    MailboxWatcher &operator=(const MailboxWatcher &) = delete;

    /// Begins to watch a folder, which is named as for Mailbox: at once if others watch it, else
    /// when the server has answered that it is there; every step of that has its limit.
    /// `cancellation` ends only this wait. Errors: Busy (a limit, the message says which),
    /// NotFound, InvalidArgument (no such name can exist), those of SessionOpener, Unavailable
    /// after closeAll().
    core::Task<core::Result<Watch>> watch(account::MailAccountPtr account, std::string folder,
                                          Listener listener, core::Cancellation cancellation);

    /// For the end of the program: ends all watches and closes their connections.
    void closeAll();

    Stats stats() const;

private:
    std::shared_ptr<WatchRegistry> m_registry;
};

} // namespace mail
