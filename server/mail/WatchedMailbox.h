// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Async.h"
#include "mail/FolderWatches.h"
#include "mail/MailboxWatcher.h"

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace mail {

/// What all watched mailboxes have in common.
struct WatchRegistry
{
    WatchRegistry(std::shared_ptr<SessionOpener> sessionOpener,
                  imap::ConnectionOptions connectionOptions, MailboxWatcher::Limits all,
                  core::Random &chance)
        : opener(std::move(sessionOpener))
        , options(std::move(connectionOptions))
        , limits(all)
        , random(chance)
    {}

    std::shared_ptr<SessionOpener> opener;
    imap::ConnectionOptions options;
    MailboxWatcher::Limits limits;
    core::Random &random; ///< not used any more once all are closed
    std::unordered_map<std::string, std::shared_ptr<WatchedMailbox>> mailboxes;
    std::uint64_t reconnects = 0;
    bool isClosed = false;
};

/// One mailbox that somebody watches: one task that makes its connection, makes it again when it
/// breaks, answers who wants to watch a folder, and otherwise listens. It ends when nobody has
/// watched anything for a while, and the mailbox leaves the registry.
class WatchedMailbox : public std::enable_shared_from_this<WatchedMailbox>
{
public:
    WatchedMailbox(std::shared_ptr<WatchRegistry> registry, std::string key);

    core::Task<core::Result<MailboxWatcher::Watch>> watch(account::MailAccountPtr account,
                                                          std::string folder,
                                                          MailboxWatcher::Listener listener,
                                                          core::Cancellation cancellation);
    void end(const FolderWatches::WatchPtr &watch);
    /// Ends all watches, and tells so; the connection is closed in the next turn of the event loop.
    void close();

    /// False: nobody watches a folder, or waits to do so.
    bool isWanted() const;
    bool isInterrupted() const { return m_failure.has_value(); }
    std::size_t watches() const { return m_folders.count(); }

private:
    using Outcome = core::Result<core::Done>;
    using Found = std::pair<imap::MailboxName, imap::MailboxStatus>;
    struct Request;

    static core::Task<void> run(std::shared_ptr<WatchedMailbox> self);
    static core::Task<void> tellLater(std::shared_ptr<WatchedMailbox> self);
    core::Task<core::Result<std::unique_ptr<imap::Connection>>> connect();
    core::Task<std::optional<core::Error>> serve(imap::Connection &connection);
    core::Task<void> pause(core::Error reason);
    void leave();

    core::Task<Outcome> answerRequests(imap::Connection &connection);
    core::Task<Outcome> answer(imap::Connection &connection, Request &request);
    core::Task<core::Result<Found>> lookUp(imap::Connection &connection,
                                           const imap::MailboxName &name) const;
    void refuseRequests(const core::Error &reason);

    core::Task<Outcome> observe(imap::Connection &connection);
    core::Task<Outcome> listenToAll(imap::Connection &connection);
    core::Task<Outcome> idleOnOne(imap::Connection &connection);
    core::Task<Outcome> askForAll(imap::Connection &connection);
    core::Task<Outcome> ask(imap::Connection &connection, std::vector<imap::MailboxName> folders);
    bool endIfGone(const imap::MailboxName &folder, const core::Error &failure);

    const std::shared_ptr<WatchRegistry> m_registry;
    const MailboxWatcher::Limits &m_limits;
    const std::string m_key;
    account::MailAccountPtr m_account; ///< of whoever came last: its token is good for longest
    FolderWatches m_folders;
    std::deque<std::shared_ptr<Request>> m_requests;
    core::CancellationSource m_closing;
    core::CancellationSource m_attention; ///< there is something else to do than what is going on
    std::optional<core::Error> m_failure; ///< why there is no connection, during a pause
    std::chrono::milliseconds m_pause;    ///< the next one
    std::uint64_t m_changesHeard = 0;     ///< of those that the open folder has counted
    bool m_isRunning = false;
    bool m_isClosed = false;
    // Of the connection there is:
    bool m_canNotify = false;
    bool m_isNotified = false;
    bool m_isOverflown = false;
    bool m_canIdle = false;
};

} // namespace mail
