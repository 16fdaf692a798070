// SPDX-License-Identifier: GPL-3.0-or-later
// Listing and opening mailboxes.
#include "imap/Connection.h"
#include "imap/Refusal.h"
#include "imap/Session.h"
#include "imap/Text.h"

#include <algorithm>
#include <unordered_map>

namespace imap {

using core::Error;
using core::ErrorKind;
using Condition = StatusLine::Condition;

namespace {

/// How many STATUS commands travel together where LIST-STATUS is missing.
constexpr std::size_t statusBatch = 64;

using PositionByName = std::unordered_map<std::string, std::size_t>;

std::string keyOf(const MailboxName &name)
{
    return name.isInbox() ? name.path() : name.wireBytes(NameEncoding::ModifiedUtf7);
}

void addStatusItems(Command &command)
{
    command.add(Word("MESSAGES")).add(Word("UNSEEN")).add(Word("UIDNEXT")).add(Word("UIDVALIDITY"));
}

Command statusCommand(const MailboxName &mailbox)
{
    Command command("STATUS");
    command.add(mailbox);
    return command;
}

void assign(std::vector<response::MailboxStatusOf> &statuses, MailboxList &list,
            const PositionByName &positions)
{
    for (auto &status : statuses) {
        const auto found = positions.find(keyOf(status.name));
        if (found != positions.end())
            list.mailboxes[found->second].status = status.status;
    }
}

PositionByName positionsOf(const MailboxList &list)
{
    PositionByName positions;
    for (std::size_t i = 0; i < list.mailboxes.size(); ++i)
        positions.emplace(keyOf(list.mailboxes[i].name), i);
    return positions;
}

/// Each name once: servers repeat INBOX when a namespace begins with it.
MailboxList uniqueMailboxes(Harvest &harvest)
{
    MailboxList list;
    list.isTruncated = harvest.isListTruncated;
    PositionByName positions;
    for (auto &entry : harvest.list) {
        if (positions.emplace(keyOf(entry.name), 0).second)
            list.mailboxes.push_back(std::move(entry));
    }
    return list;
}

} // namespace

core::Task<core::Result<MailboxList>> Connection::list(core::Deadline deadline)
{
    const auto &capabilities = m_session->capabilities();
    const bool hasStatus = capabilities.has("LIST-STATUS");
    Command command("LIST \"\" \"*\"");
    if (hasStatus || capabilities.has("LIST-EXTENDED")) {
        const bool hasSpecialUse = capabilities.has("SPECIAL-USE");
        if (hasStatus || hasSpecialUse) {
            command.add(Word("RETURN")).open();
            if (hasSpecialUse)
                command.add(Word("SPECIAL-USE"));
            if (hasStatus) {
                command.add(Word("STATUS")).open();
                addStatusItems(command);
                command.close();
            }
            command.close();
        }
    }
    auto harvest = co_await m_session->run(std::move(command), deadline);
    if (!harvest)
        co_return harvest.error();
    if (harvest->ends.front().condition != Condition::Ok)
        co_return refusal(harvest->ends.front(), Refused::Reading);
    auto list = uniqueMailboxes(*harvest);
    if (hasStatus) {
        assign(harvest->statuses, list, positionsOf(list));
        co_return list;
    }
    const auto added = co_await addStatuses(list, deadline);
    if (!added)
        co_return added.error();
    co_return list;
}

core::Task<core::Result<core::Done>> Connection::addStatuses(MailboxList &list,
                                                             core::Deadline deadline)
{
    const auto positions = positionsOf(list);
    for (std::size_t next = 0; next < list.mailboxes.size();) {
        Batch batch;
        for (; next < list.mailboxes.size() && batch.commands.size() < statusBatch; ++next) {
            if (!list.mailboxes[next].isSelectable())
                continue;
            auto command = statusCommand(list.mailboxes[next].name);
            command.open();
            addStatusItems(command);
            command.close();
            batch.commands.push_back(std::move(command));
        }
        if (batch.commands.empty())
            break;
        // A mailbox that refuses its STATUS simply has no counts.
        auto harvest = co_await m_session->run(std::move(batch), deadline);
        if (!harvest)
            co_return harvest.error();
        assign(harvest->statuses, list, positions);
    }
    co_return core::Done{};
}

core::Task<core::Result<std::vector<core::Result<MailboxStatus>>>>
Connection::status(const std::vector<MailboxName> &mailboxes, core::Deadline deadline)
{
    Batch batch;
    for (const auto &mailbox : mailboxes) {
        auto command = statusCommand(mailbox);
        command.open();
        addStatusItems(command);
        if (m_session->capabilities().has("CONDSTORE"))
            command.add(Word("HIGHESTMODSEQ"));
        command.close();
        batch.commands.push_back(std::move(command));
    }
    const auto harvest = co_await m_session->run(std::move(batch), deadline);
    if (!harvest)
        co_return harvest.error();
    std::vector<core::Result<MailboxStatus>> result;
    for (std::size_t i = 0; i < mailboxes.size(); ++i) {
        if (harvest->ends[i].condition != Condition::Ok) {
            result.emplace_back(refusal(harvest->ends[i], Refused::Mailbox));
            continue;
        }
        result.emplace_back(harvest->statusOf(mailboxes[i]).value_or(MailboxStatus{}));
    }
    co_return result;
}

core::Task<core::Result<SelectedMailbox>>
Connection::openMailbox(const MailboxName &mailbox, Access access, core::Deadline deadline)
{
    auto batch = m_session->batchOn(mailbox, access);
    auto harvest = co_await m_session->run(std::move(batch), deadline);
    if (!harvest)
        co_return harvest.error();
    if (harvest->ends.front().condition != Condition::Ok)
        co_return refusal(harvest->ends.front(), Refused::Mailbox);
    co_return *m_session->selected();
}

core::Task<core::Result<SelectedMailbox>> Connection::examine(const MailboxName &mailbox,
                                                              core::Deadline deadline)
{
    return openMailbox(mailbox, Access::ReadOnly, deadline);
}

core::Task<core::Result<core::Done>> Connection::unselect(core::Deadline deadline)
{
    // CLOSE removes what is marked \Deleted, but not from a mailbox that is open for reading.
    const bool hasUnselect = m_session->capabilities().has("UNSELECT");
    if (!hasUnselect && m_session->selected() && m_session->selected()->access != Access::ReadOnly)
        co_return Error(ErrorKind::Conflict, "The folder is open for changes.");
    const auto harvest =
        co_await m_session->run(Command(hasUnselect ? Word("UNSELECT") : Word("CLOSE")), deadline);
    if (!harvest)
        co_return harvest.error();
    if (harvest->ends.front().condition != Condition::Ok)
        co_return refusal(harvest->ends.front(), Refused::Reading);
    m_session->forgetSelected();
    co_return core::Done{};
}

core::Task<core::Result<SelectedMailbox>> Connection::select(const MailboxName &mailbox,
                                                             core::Deadline deadline)
{
    auto opened = co_await openMailbox(mailbox, Access::ReadWrite, deadline);
    if (opened && opened->access != Access::ReadWrite)
        co_return Error(ErrorKind::Conflict, "The mail server opens this folder for reading only.");
    co_return opened;
}

core::Task<core::Result<core::Done>> Connection::create(const MailboxName &mailbox,
                                                        core::Deadline deadline)
{
    Command command("CREATE");
    command.add(mailbox);
    const auto harvest = co_await m_session->run(std::move(command), deadline);
    if (!harvest)
        co_return harvest.error();
    if (harvest->ends.front().condition != Condition::Ok)
        co_return refusal(harvest->ends.front(), Refused::Changing);
    co_return core::Done{};
}

} // namespace imap
