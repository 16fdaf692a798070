// SPDX-License-Identifier: GPL-3.0-or-later
// Reading messages.
#include "imap/Connection.h"
#include "imap/Refusal.h"
#include "imap/Session.h"

#include <algorithm>
#include <functional>
#include <unordered_map>

namespace imap {

using core::Error;
using core::ErrorKind;
using Condition = StatusLine::Condition;

namespace {

/// Commands stay below the 8,192 octets that every server takes (RFC 7162 §4).
constexpr std::size_t maximumSetBytes = 7000;

void addItems(Command &command, const FetchItems &items)
{
    command.open().add(Word("UID"));
    if (items.flags)
        command.add(Word("FLAGS"));
    if (items.size)
        command.add(Word("RFC822.SIZE"));
    if (items.internalDate)
        command.add(Word("INTERNALDATE"));
    if (items.envelope)
        command.add(Word("ENVELOPE"));
    if (items.bodyStructure)
        command.add(Word("BODYSTRUCTURE"));
    for (const auto &section : items.sections)
        command.add(section);
    command.close();
}

/// Sequence numbers of a page of a mailbox with `exists` messages; nothing if there are none on it.
std::optional<SequenceSet::Range> rangeOf(PageRequest page, std::uint32_t exists)
{
    if (page.count == 0 || page.skip >= exists)
        return std::nullopt;
    const auto last = exists - page.skip;
    return SequenceSet::Range{last - std::min(last, page.count) + 1, last};
}

std::optional<Command> pageCommand(std::optional<SequenceSet::Range> range, const FetchItems &items)
{
    if (!range)
        return std::nullopt;
    const auto set = SequenceSet::range(range->first, range->last);
    Command command("FETCH");
    command.add(*set);
    addItems(command, items);
    return command;
}

/// Those that were asked for, complete, newest first. Servers also report other messages meanwhile.
std::vector<FetchedMessage> messagesIn(SequenceSet::Range range, Harvest &harvest,
                                       const FetchItems &items)
{
    std::vector<FetchedMessage *> found;
    found.reserve(harvest.fetched.size());
    for (const auto &fetched : harvest.fetched) {
        const auto sequence = fetched->message.sequence;
        if (sequence >= range.first && sequence <= range.last && fetched->covers(items))
            found.push_back(&fetched->message);
    }
    std::ranges::sort(found, std::ranges::greater(), &FetchedMessage::uid);
    std::vector<FetchedMessage> messages;
    messages.reserve(found.size());
    for (auto *const message : found)
        messages.push_back(std::move(*message));
    return messages;
}

std::vector<FetchedMessage> messagesWith(const std::vector<std::uint32_t> &uids, Harvest &harvest,
                                         const FetchItems &items)
{
    std::unordered_map<std::uint32_t, FetchResponse *> byUid;
    for (const auto &fetched : harvest.fetched) {
        if (fetched->covers(items))
            byUid.emplace(fetched->message.uid, fetched.get());
    }
    std::vector<FetchedMessage> messages;
    for (const auto uid : uids) {
        const auto found = byUid.find(uid);
        if (found == byUid.end())
            continue;
        messages.push_back(std::move(found->second->message));
        byUid.erase(found); // each once, even if it was asked for twice
    }
    return messages;
}

/// Some messages of a range may be gone; what is there counts (RFC 5530, EXPUNGEISSUED).
bool isAcceptable(const StatusLine &end)
{
    return end.condition == Condition::Ok || end.code == "EXPUNGEISSUED";
}

} // namespace

core::Task<core::Result<FetchResult>> Connection::fetchPage(const MailboxName &mailbox,
                                                            PageRequest page,
                                                            const FetchItems &items,
                                                            core::Deadline deadline)
{
    auto batch = m_session->batchOn(mailbox, Access::ReadOnly);
    batch.lineLength = LineLength::Long;
    std::optional<SequenceSet::Range> range;
    // If it is open, its size is known and the page can be asked for at once.
    if (const auto &open = m_session->selected(); open && !batch.opens)
        range = rangeOf(page, open->exists);
    if (auto command = pageCommand(range, items))
        batch.commands.push_back(std::move(*command));
    const bool isSecondTurnNeeded = batch.opens.has_value();
    auto harvest = co_await m_session->run(std::move(batch), deadline);
    if (!harvest)
        co_return harvest.error();
    if (harvest->ends.front().condition != Condition::Ok)
        co_return refusal(harvest->ends.front(), Refused::Mailbox);

    // The page moved under our feet when messages came or went: it is asked for again, once.
    if (isSecondTurnNeeded || harvest->mailboxChanged) {
        range = rangeOf(page, m_session->selected()->exists);
        Batch again;
        again.lineLength = LineLength::Long;
        if (auto command = pageCommand(range, items))
            again.commands.push_back(std::move(*command));
        harvest = co_await m_session->run(std::move(again), deadline);
        if (!harvest)
            co_return harvest.error();
    }
    FetchResult result;
    result.mailbox = *m_session->selected();
    if (!range)
        co_return result;
    if (!isAcceptable(harvest->ends.back()))
        co_return refusal(harvest->ends.back(), Refused::Reading);
    result.messages = messagesIn(*range, *harvest, items);
    co_return result;
}

core::Task<core::Result<FetchResult>> Connection::uidFetch(const MailboxName &mailbox,
                                                           const std::vector<std::uint32_t> &uids,
                                                           const FetchItems &items,
                                                           core::Deadline deadline)
{
    for (bool isRepeated = false;; isRepeated = true) {
        auto batch = m_session->batchOn(mailbox, Access::ReadOnly);
        auto harvest = co_await runUidFetch(std::move(batch), uids, items, deadline);
        if (!harvest)
            co_return harvest.error();
        FetchResult result{.mailbox = *m_session->selected(),
                           .messages = messagesWith(uids, *harvest, items)};
        // As in a search, what servers report as new may not have been looked at.
        if (isRepeated || !harvest->mailboxChanged || result.messages.size() == uids.size())
            co_return result;
    }
}

core::Task<core::Result<FetchResult>>
Connection::uidFetchMore(const std::vector<std::uint32_t> &uids, const FetchItems &items,
                         core::Deadline deadline)
{
    if (!m_session->selected())
        co_return Error(ErrorKind::Conflict, "No folder is open.");
    Batch batch;
    auto harvest = co_await runUidFetch(std::move(batch), uids, items, deadline);
    if (!harvest)
        co_return harvest.error();
    FetchResult result{.mailbox = *m_session->selected(),
                       .messages = messagesWith(uids, *harvest, items)};
    co_return result;
}

/// `batch` opens the mailbox, looks for news or does neither; the fetch is its last command.
core::Task<core::Result<Harvest>> Connection::runUidFetch(Batch batch,
                                                          const std::vector<std::uint32_t> &uids,
                                                          const FetchItems &items,
                                                          core::Deadline deadline)
{
    const auto set = SequenceSet::of(uids);
    if (!set)
        co_return set.error();
    if (set->text().size() > maximumSetBytes)
        co_return Error(ErrorKind::InvalidArgument, "Too many messages at once.");
    batch.lineLength = LineLength::Long;
    Command command("UID FETCH");
    command.add(*set);
    addItems(command, items);
    const bool isOnlyFetch = batch.commands.empty();
    batch.commands.push_back(std::move(command));
    auto harvest = co_await m_session->run(std::move(batch), deadline);
    if (!harvest)
        co_return harvest.error();
    if (!isOnlyFetch && harvest->ends.front().condition != Condition::Ok)
        co_return refusal(harvest->ends.front(), Refused::Mailbox);
    if (!isAcceptable(harvest->ends.back()))
        co_return refusal(harvest->ends.back(), Refused::Reading);
    co_return harvest;
}

} // namespace imap
