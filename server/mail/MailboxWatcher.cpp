// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/MailboxWatcher.h"

#include "mail/WatchedMailbox.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace mail {

using core::Error;
using core::ErrorKind;

namespace {

// Nothing is read here but names and numbers of folders, so a server has to be modest.
constexpr std::uint64_t operationBytes = 16ULL * 1024 * 1024;
constexpr std::uint64_t literalBytes = 64ULL * 1024;

/// Makes place at the cost of a mailbox that nobody watches any more.
bool makeRoom(const WatchRegistry &registry)
{
    if (registry.mailboxes.size() < registry.limits.mailboxes)
        return true;
    const auto unwanted = std::ranges::find_if(
        registry.mailboxes, [](const auto &entry) { return !entry.second->isWanted(); });
    if (unwanted == registry.mailboxes.end())
        return false;
    const auto mailbox = unwanted->second;
    mailbox->close();
    return true;
}

} // namespace

MailboxWatcher::Watch::Watch(std::shared_ptr<WatchedMailbox> mailbox,
                             std::shared_ptr<FolderWatch> watch)
    : m_mailbox(std::move(mailbox))
    , m_watch(std::move(watch))
{}

MailboxWatcher::Watch &MailboxWatcher::Watch::operator=(Watch &&other) noexcept
{
    if (this != &other) {
        end();
        m_mailbox = std::move(other.m_mailbox);
        m_watch = std::move(other.m_watch);
    }
    return *this;
}

MailboxWatcher::Watch::~Watch()
{
    end();
}

void MailboxWatcher::Watch::end()
{
    const auto watch = std::exchange(m_watch, nullptr);
    const auto mailbox = std::exchange(m_mailbox, nullptr);
    if (mailbox)
        mailbox->end(watch);
}

MailboxWatcher::MailboxWatcher(std::shared_ptr<SessionOpener> opener,
                               imap::ConnectionOptions options, Limits limits, core::Random &random)
    : m_registry(
          std::make_shared<WatchRegistry>(std::move(opener), std::move(options), limits, random))
{
    auto &most = m_registry->options.limits;
    most.operationBytes = std::min(most.operationBytes, operationBytes);
    most.literalBytes = std::min(most.literalBytes, literalBytes);
}

MailboxWatcher::~MailboxWatcher()
{
    closeAll();
}

core::Task<core::Result<MailboxWatcher::Watch>>
MailboxWatcher::watch(account::MailAccountPtr account, std::string folder, Listener listener,
                      core::Cancellation cancellation)
{
    const auto registry = m_registry; // the watcher may go while we wait
    if (registry->isClosed)
        co_return Error(ErrorKind::Unavailable, "The server is shutting down.");
    const auto name = imap::MailboxName::fromText(folder);
    if (!name)
        co_return name.error();
    if (cancellation.isCancelled())
        co_return Error(ErrorKind::Cancelled, "The request was cancelled.");
    const auto key = registry->opener->keyOf(*account);
    if (!registry->mailboxes.contains(key)) {
        if (!makeRoom(*registry))
            co_return Error(ErrorKind::Busy, "The server watches as many mailboxes as it may. Try "
                                             "again later.");
        registry->mailboxes[key] = std::make_shared<WatchedMailbox>(registry, key);
    }
    const auto mailbox = registry->mailboxes[key];
    co_return co_await mailbox->watch(std::move(account), std::move(folder), std::move(listener),
                                      std::move(cancellation));
}

void MailboxWatcher::closeAll()
{
    m_registry->isClosed = true;
    while (!m_registry->mailboxes.empty()) {
        const auto mailbox = m_registry->mailboxes.begin()->second;
        mailbox->close();
    }
}

MailboxWatcher::Stats MailboxWatcher::stats() const
{
    Stats stats;
    stats.mailboxes = m_registry->mailboxes.size();
    for (const auto &[key, mailbox] : m_registry->mailboxes) {
        stats.watches += mailbox->watches();
        if (mailbox->isInterrupted())
            ++stats.interrupted;
    }
    stats.reconnects = m_registry->reconnects;
    return stats;
}

} // namespace mail
