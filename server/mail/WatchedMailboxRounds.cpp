// SPDX-License-Identifier: GPL-3.0-or-later
// How a mailbox is observed, round by round, once there is a connection: a round ends when the
// connection has to be tried out, when folders have to be asked for, or when somebody comes or
// goes.
#include "mail/WatchedMailbox.h"

#include "core/Log.h"

#include <algorithm>
#include <utility>

namespace mail {

using core::Done;
using core::Error;
using core::ErrorKind;
using core::Task;

namespace {

const core::Log logger("mail");

/// Every command has its own limit.
constexpr core::Deadline untilItEnds = core::Deadline::max();

imap::MailboxStatus statusOf(const imap::SelectedMailbox &open)
{
    imap::MailboxStatus status;
    status.messages = open.exists;
    if (open.uidNext != 0)
        status.uidNext = open.uidNext;
    if (open.uidValidity != 0)
        status.uidValidity = open.uidValidity;
    status.highestModSeq = open.highestModSeq;
    return status;
}

imap::MailboxStatus countOf(const imap::SelectedMailbox &open)
{
    imap::MailboxStatus status;
    status.messages = open.exists;
    return status;
}

} // namespace

Task<WatchedMailbox::Outcome> WatchedMailbox::observe(imap::Connection &connection)
{
    // IDLE where one folder is enough: Dovecot tells sooner, and also (though later) when its
    // system cannot tell it of changes, where NOTIFY falls silent.
    if (m_canNotify && (!m_canIdle || m_folders.folders().size() > 1))
        return listenToAll(connection);
    if (m_canIdle)
        return idleOnOne(connection);
    return askForAll(connection);
}

/// NOTIFY again each time: the answer tells what was missed, and that the server is still there.
Task<WatchedMailbox::Outcome> WatchedMailbox::listenToAll(imap::Connection &connection)
{
    const auto folders = m_folders.folders();
    if (connection.selected()) {
        const auto closed = co_await connection.unselect(untilItEnds);
        if (!closed)
            co_return closed.error();
    }
    const auto statuses = co_await connection.notify(folders, untilItEnds);
    if (!statuses) {
        if (!connection.isUsable())
            co_return statuses.error();
        m_canNotify = false; // there are other ways
        co_return Done{};
    }
    m_isNotified = true;
    bool isAnyMissing = false;
    for (std::size_t i = 0; i < folders.size(); ++i) {
        if ((*statuses)[i])
            m_folders.note(folders[i], *(*statuses)[i]);
        else
            isAnyMissing = true;
    }
    // It may be gone. All are asked for, because what is reported meanwhile is not heard.
    if (isAnyMissing) {
        const auto asked = co_await ask(connection, folders);
        if (!asked)
            co_return asked.error();
    }
    const imap::MailboxListener listener = [this](const imap::MailboxEvent &event) {
        using Kind = imap::MailboxEvent::Kind;
        if (event.kind == Kind::Status)
            m_folders.note(event.mailbox, event.status);
        m_isOverflown = m_isOverflown || event.kind == Kind::Overflow;
        if (m_isOverflown)
            m_attention.cancel();
    };
    const auto listened = co_await connection.listen(listener, m_attention.token(),
                                                     core::deadlineIn(m_limits.renewal));
    if (!listened)
        co_return listened.error();
    if (m_isOverflown) {
        for (const auto &folder : folders)
            m_folders.noteChange(folder);
        co_return Error(ErrorKind::Unavailable, "The mail server reports nothing more.",
                        "NOTIFICATIONOVERFLOW");
    }
    co_return Done{};
}

Task<WatchedMailbox::Outcome> WatchedMailbox::idleOnOne(imap::Connection &connection)
{
    if (std::exchange(m_isNotified, false)) {
        const std::vector<imap::MailboxName> none;
        const auto silent = co_await connection.notify(none, untilItEnds);
        if (!silent)
            co_return silent.error();
    }
    auto others = m_folders.folders();
    const auto folder = others.front();
    others.erase(others.begin());
    const bool wasOpen = connection.selected() && connection.selected()->name == folder;
    const auto opened = co_await connection.examine(folder, untilItEnds);
    if (!opened) {
        const bool hasEnded = connection.isUsable() && endIfGone(folder, opened.error());
        if (!hasEnded)
            co_return opened.error();
        co_return Done{};
    }
    if (!wasOpen) {
        m_folders.note(folder, statusOf(*opened));
        m_changesHeard = opened->changes;
    }
    if (!others.empty()) {
        const auto asked = co_await ask(connection, others);
        if (!asked)
            co_return asked.error();
    }
    // What was reported between two IDLE commands.
    const auto &open = connection.selected();
    if (open && open->changes != m_changesHeard) {
        m_folders.note(folder, countOf(*open));
        m_folders.noteChange(folder);
    }
    const imap::MailboxListener listener = [this, &folder, &open](const imap::MailboxEvent &event) {
        if (event.kind == imap::MailboxEvent::Kind::Flags)
            m_folders.noteChange(folder);
        else if (open)
            m_folders.note(folder, countOf(*open));
    };
    const auto round =
        others.empty() ? m_limits.renewal : std::min(m_limits.renewal, m_limits.poll);
    const auto idled =
        co_await connection.idle(listener, m_attention.token(), core::deadlineIn(round));
    if (!idled && !connection.isUsable())
        co_return idled.error();
    if (!idled)
        m_canIdle = false;
    m_changesHeard = open ? open->changes : 0;
    co_return Done{};
}

Task<WatchedMailbox::Outcome> WatchedMailbox::askForAll(imap::Connection &connection)
{
    const auto asked = co_await ask(connection, m_folders.folders());
    if (!asked)
        co_return asked.error();
    (void)co_await core::sleepFor(m_limits.poll, m_attention.token());
    co_return Done{};
}

Task<WatchedMailbox::Outcome> WatchedMailbox::ask(imap::Connection &connection,
                                                  std::vector<imap::MailboxName> folders)
{
    const auto statuses = co_await connection.status(folders, untilItEnds);
    if (!statuses)
        co_return statuses.error();
    for (std::size_t i = 0; i < folders.size(); ++i) {
        const auto &status = (*statuses)[i];
        if (status)
            m_folders.note(folders[i], *status);
        else
            endIfGone(folders[i], status.error());
    }
    co_return Done{};
}

/// Whether a folder cannot be watched any more; other failures may pass.
bool WatchedMailbox::endIfGone(const imap::MailboxName &folder, const Error &failure)
{
    if (failure.kind != ErrorKind::NotFound && failure.kind != ErrorKind::PermissionDenied)
        return false;
    logger.info("watched_folder_gone",
                {{"host", m_account->imap.host}, {"reason", nameOf(failure.kind)}});
    m_folders.end(folder);
    return true;
}

} // namespace mail
