// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/WatchedMailbox.h"

#include "core/Log.h"
#include "mail/FolderLookup.h"

#include <algorithm>

namespace mail {

using core::Done;
using core::Error;
using core::ErrorKind;
using core::Result;
using core::Task;

namespace {

const core::Log logger("mail");

/// Every command has its own limit.
constexpr core::Deadline untilItEnds = core::Deadline::max();

Error closed()
{
    return {ErrorKind::Unavailable, "The server is shutting down."};
}

std::chrono::milliseconds atLeastHalf(std::chrono::milliseconds pause, core::Random &random)
{
    const auto byte = static_cast<unsigned char>(random.bytes(1).front());
    return pause / 2 + pause * byte / (2 * 255);
}

} // namespace

/// Somebody who wants to watch a folder and waits for an answer.
struct WatchedMailbox::Request
{
    std::string folder;
    MailboxWatcher::Listener listener;
    core::Completion<Result<MailboxWatcher::Watch>> answer = {};
    bool hasLostConnection = false;
};

WatchedMailbox::WatchedMailbox(std::shared_ptr<WatchRegistry> registry, std::string key)
    : m_registry(std::move(registry))
    , m_limits(m_registry->limits)
    , m_key(std::move(key))
    , m_folders([this] { core::start(tellLater(shared_from_this())); })
    , m_pause(m_limits.firstPause)
{}

Task<Result<MailboxWatcher::Watch>> WatchedMailbox::watch(account::MailAccountPtr account,
                                                          std::string folder,
                                                          MailboxWatcher::Listener listener,
                                                          core::Cancellation cancellation)
{
    if (m_folders.count() + m_requests.size() >= m_limits.watchesPerMailbox)
        co_return Error(ErrorKind::Busy, "As many clients watch this mailbox as may. End one of "
                                         "them, or try again later.");
    const auto self = shared_from_this();
    m_account = std::move(account);
    const auto name = imap::MailboxName::fromText(folder);
    if (name && m_folders.contains(*name)) // the server need not be asked
        co_return MailboxWatcher::Watch(self, m_folders.add(*name, {}, std::move(listener)));
    if (m_failure)
        co_return *m_failure;
    const auto request = std::make_shared<Request>();
    request->folder = std::move(folder);
    request->listener = std::move(listener);
    m_requests.push_back(request);
    const auto answer = request->answer;
    const auto registration = cancellation.onCancel(
        [answer] { answer.complete(Error(ErrorKind::Cancelled, "The request was cancelled.")); });
    if (std::exchange(m_isRunning, true))
        m_attention.cancel();
    else
        core::start(run(self));
    auto outcome = co_await answer;
    std::erase(m_requests, request); // it may have been given up
    co_return std::move(outcome);
}

void WatchedMailbox::end(const FolderWatches::WatchPtr &watch)
{
    if (m_folders.remove(watch))
        m_attention.cancel();
}

void WatchedMailbox::close()
{
    const auto self = shared_from_this();
    m_isClosed = true;
    leave();
    m_folders.endAll();
    m_closing.cancel();
    m_attention.cancel();
}

bool WatchedMailbox::isWanted() const
{
    return !m_isClosed && (!m_folders.isEmpty() || !m_requests.empty());
}

void WatchedMailbox::leave()
{
    const auto found = m_registry->mailboxes.find(m_key);
    if (found != m_registry->mailboxes.end() && found->second.get() == this)
        m_registry->mailboxes.erase(found);
}

Task<void> WatchedMailbox::tellLater(std::shared_ptr<WatchedMailbox> self)
{
    (void)co_await core::sleepFor(self->m_limits.gather, self->m_closing.token());
    self->m_folders.tell();
}

// --- The connection

Task<void> WatchedMailbox::run(std::shared_ptr<WatchedMailbox> self)
{
    auto &mailbox = *self;
    while (mailbox.isWanted()) {
        auto connection = co_await mailbox.connect();
        if (!connection) {
            mailbox.m_failure = connection.error(); // for those who ask again at once
            mailbox.refuseRequests(connection.error());
            mailbox.m_failure.reset();
            if (connection.error().kind == ErrorKind::Unauthenticated)
                break; // the password was changed, and must not be tried again
            co_await mailbox.pause(connection.error());
            continue;
        }
        const auto begin = std::chrono::steady_clock::now();
        const auto failure = co_await mailbox.serve(**connection);
        if (!failure || mailbox.m_isClosed)
            break;
        logger.info("watch_interrupted", {{"host", mailbox.m_account->imap.host},
                                          {"reason", nameOf(failure->kind)},
                                          {"detail", failure->detail}});
        if (std::chrono::steady_clock::now() - begin >= mailbox.m_limits.longestPause)
            mailbox.m_pause = mailbox.m_limits.firstPause;
        // Who came to a connection that had died unnoticed need not wait.
        if (mailbox.m_requests.empty())
            co_await mailbox.pause(*failure);
    }
    mailbox.m_isClosed = true;
    mailbox.leave();
    mailbox.m_folders.endAll();
    mailbox.refuseRequests(closed());
}

Task<Result<std::unique_ptr<imap::Connection>>> WatchedMailbox::connect()
{
    using Urgency = SessionOpener::Urgency;
    const bool isReconnect = !m_folders.isEmpty();
    const auto account = m_account;
    const auto turn = co_await m_registry->opener->waitForTurn(
        account, isReconnect ? Urgency::Unasked : Urgency::Asked, untilItEnds, m_closing.token());
    if (!turn)
        co_return turn.error();
    auto connection = co_await m_registry->opener->open(*turn, account, m_registry->options,
                                                        untilItEnds, m_closing.token());
    if (!connection)
        co_return connection.error();
    if (isReconnect)
        ++m_registry->reconnects;
    m_canNotify = (*connection)->capabilities().has("NOTIFY");
    m_canIdle = (*connection)->capabilities().has("IDLE");
    m_isNotified = false;
    m_isOverflown = false;
    co_return std::move(*connection);
}

/// Until the connection fails; nothing if it is not needed any more.
Task<std::optional<Error>> WatchedMailbox::serve(imap::Connection &connection)
{
    while (!m_isClosed) {
        m_attention = core::CancellationSource();
        const auto answered = co_await answerRequests(connection);
        if (!answered)
            co_return answered.error();
        if (!m_folders.isEmpty()) {
            const auto observed = co_await observe(connection);
            if (!observed)
                co_return observed.error();
            continue;
        }
        const auto lingered = co_await core::sleepFor(m_limits.linger, m_attention.token());
        if (lingered)
            break;
    }
    co_return std::nullopt;
}

Task<void> WatchedMailbox::pause(Error reason)
{
    if (!isWanted())
        co_return;
    m_failure = std::move(reason);
    const auto end = core::deadlineIn(atLeastHalf(m_pause, m_registry->random));
    m_pause = std::min(2 * m_pause, m_limits.longestPause);
    while (isWanted()) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        if (left <= std::chrono::milliseconds(0))
            break;
        m_attention = core::CancellationSource();
        (void)co_await core::sleepFor(left, m_attention.token());
    }
    m_failure.reset();
}

// --- Who wants to watch

void WatchedMailbox::refuseRequests(const Error &reason)
{
    while (!m_requests.empty()) {
        const auto request = m_requests.front();
        m_requests.pop_front();
        request->answer.complete(reason);
    }
}

/// Fails only with the connection. Who gets an answer leaves the line.
Task<WatchedMailbox::Outcome> WatchedMailbox::answerRequests(imap::Connection &connection)
{
    while (!m_requests.empty()) {
        const auto request = m_requests.front();
        const auto answered = co_await answer(connection, *request);
        if (request->answer.isComplete())
            std::erase(m_requests, request); // who waits for it may not have got so far
        if (!answered)
            co_return answered.error();
    }
    co_return Done{};
}

Task<WatchedMailbox::Outcome> WatchedMailbox::answer(imap::Connection &connection, Request &request)
{
    const auto operation = [this, &connection](const imap::MailboxName &name) {
        return lookUp(connection, name);
    };
    const auto found = co_await inFolder<Found>(connection, request.folder, operation, untilItEnds);
    if (!found && !connection.isUsable() && !std::exchange(request.hasLostConnection, true))
        co_return found.error(); // it is asked for once more
    if (request.answer.isComplete())
        co_return Done{}; // it was given up
    if (!found) {
        request.answer.complete(found.error());
    } else if (!m_folders.contains(found->first)
               && m_folders.folders().size() >= m_limits.foldersPerMailbox) {
        request.answer.complete(
            Error(ErrorKind::Busy, "As many folders of this mailbox are watched as may be."));
    } else {
        auto watch = m_folders.add(found->first, found->second, std::move(request.listener));
        request.answer.complete(MailboxWatcher::Watch(shared_from_this(), std::move(watch)));
    }
    if (!connection.isUsable())
        co_return Error(ErrorKind::Unavailable, "The connection is lost.");
    co_return Done{};
}

Task<Result<WatchedMailbox::Found>> WatchedMailbox::lookUp(imap::Connection &connection,
                                                           const imap::MailboxName &name) const
{
    Found found(name, {});
    if (m_folders.contains(name))
        co_return found;
    const std::vector<imap::MailboxName> names{name};
    const auto statuses = co_await connection.status(names, untilItEnds);
    if (!statuses)
        co_return statuses.error();
    const auto &status = statuses->front();
    if (!status)
        co_return status.error();
    found.second = *status;
    co_return found;
}

} // namespace mail
