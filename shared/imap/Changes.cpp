// SPDX-License-Identifier: GPL-3.0-or-later
// Changing messages: flags, deletion, copies, new ones.
#include "imap/Connection.h"
#include "imap/Refusal.h"
#include "imap/Session.h"
#include "imap/Text.h"

#include <algorithm>

namespace imap {

using core::Error;
using core::ErrorKind;
using Condition = StatusLine::Condition;

namespace {

Error notOpenForChanges()
{
    return {ErrorKind::Conflict, "The folder is not open for changes."};
}

SequenceSet setOf(std::uint32_t uid)
{
    return *SequenceSet::range(uid, uid);
}

/// Tells whether the message exists, and which flags it has.
Command fetchFlagsCommand(std::uint32_t uid)
{
    Command command("UID FETCH");
    command.add(setOf(uid)).open().add(Word("UID")).add(Word("FLAGS")).close();
    return command;
}

Command storeCommand(std::uint32_t uid, Word change, const std::vector<Flag> &flags)
{
    Command command("UID STORE");
    command.add(setOf(uid)).add(change).open();
    for (const auto &flag : flags)
        command.add(flag);
    command.close();
    return command;
}

Command markCommand(std::uint32_t uid)
{
    const std::vector<Flag> flags{Flag::deleted()};
    return storeCommand(uid, "+FLAGS.SILENT", flags);
}

const FetchedMessage *messageIn(const Harvest &harvest, std::uint32_t uid)
{
    const auto found = std::ranges::find_if(harvest.fetched, [uid](const auto &fetched) {
        return fetched->message.uid == uid && fetched->items.flags;
    });
    return found == harvest.fetched.end() ? nullptr : &(*found)->message;
}

const StatusLine *firstRefusal(const Harvest &harvest)
{
    const auto refused = std::ranges::find_if(
        harvest.ends, [](const StatusLine &end) { return end.condition != Condition::Ok; });
    return refused == harvest.ends.end() ? nullptr : &*refused;
}

/// Takes one blank-separated word off `text`.
std::string_view takeWord(std::string_view &text)
{
    const auto end = std::min(text.find(' '), text.size());
    const auto word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return word;
}

std::optional<std::uint32_t> parseNonZero(std::string_view text)
{
    const auto number = parseNumber<std::uint32_t>(text);
    return number && *number > 0 ? number : std::nullopt;
}

// resp-code-apnd
std::optional<AppendedMessage> parseAppended(const StatusLine &end)
{
    if (end.code != "APPENDUID")
        return std::nullopt;
    std::string_view arguments = end.codeArguments;
    const auto validity = parseNonZero(takeWord(arguments));
    const auto uid = parseNonZero(takeWord(arguments));
    if (!validity || !uid)
        return std::nullopt;
    AppendedMessage appended;
    appended.uidValidity = *validity;
    appended.uid = *uid;
    return appended;
}

/// The only number of a set, as servers may write it: "7" or "7:7".
std::optional<std::uint32_t> onlyNumber(std::string_view text)
{
    const auto set = SequenceSet::parse(text);
    if (!set || set->isOpen() || set->count() != 1)
        return std::nullopt;
    return set->ranges().front().first;
}

/// The proof that `uid`, and nothing else, was copied.
// resp-code-copy: uidvalidity, source set, destination set
std::optional<AppendedMessage> parseCopied(const StatusLine &status, std::uint32_t uid)
{
    if (status.condition != Condition::Ok || status.code != "COPYUID")
        return std::nullopt;
    std::string_view arguments = status.codeArguments;
    const auto validity = parseNonZero(takeWord(arguments));
    const auto source = onlyNumber(takeWord(arguments));
    const auto destination = onlyNumber(takeWord(arguments));
    if (!validity || source != uid || !destination)
        return std::nullopt;
    AppendedMessage copy;
    copy.uidValidity = *validity;
    copy.uid = *destination;
    return copy;
}

bool isOpenForChanges(const Session &session)
{
    const auto &selected = session.selected();
    return selected && selected->access == Access::ReadWrite;
}

/// A refusal after the message was marked for deletion: whoever reads it must know that.
Error leftMarked(const StatusLine &end)
{
    auto error = refusal(end, Refused::Changing);
    error.message += " The message carries \\Deleted now, but it is still there.";
    return error;
}

/// Whether nothing but `uid` carries \\Deleted, by a search before it was marked.
bool isAlone(const Harvest &harvest, std::uint32_t uid)
{
    const auto *const search = harvest.search ? &*harvest.search : nullptr;
    return search == nullptr || search->count == 0
           || (search->count == 1 && search->numbers.front() == uid);
}

} // namespace

core::Task<core::Result<std::optional<std::vector<std::string>>>>
Connection::uidStore(std::uint32_t uid, const FlagChanges &changes, core::Deadline deadline)
{
    if (changes.add.empty() && changes.remove.empty())
        co_return Error(ErrorKind::InvalidArgument, "There is no flag to change.");
    if (!isOpenForChanges(*m_session))
        co_return notOpenForChanges();
    Batch batch;
    if (!changes.add.empty())
        batch.commands.push_back(storeCommand(uid, "+FLAGS.SILENT", changes.add));
    if (!changes.remove.empty())
        batch.commands.push_back(storeCommand(uid, "-FLAGS.SILENT", changes.remove));
    // What STORE reports by itself leaves open whether the message exists, and servers save words.
    batch.commands.push_back(fetchFlagsCommand(uid));
    const auto harvest = co_await m_session->run(std::move(batch), deadline);
    if (!harvest)
        co_return harvest.error();
    const auto *const message = messageIn(*harvest, uid);
    if (message == nullptr && harvest->ends.back().condition == Condition::Ok)
        co_return std::optional<std::vector<std::string>>();
    const auto *const refused = firstRefusal(*harvest);
    if (refused == nullptr)
        co_return std::optional(message->flags);
    auto error = refusal(*refused, Refused::Changing);
    if (!changes.add.empty() && !changes.remove.empty()) {
        const bool isAdded = harvest->ends[0].condition == Condition::Ok;
        const bool isRemoved = harvest->ends[1].condition == Condition::Ok;
        if (isAdded && !isRemoved)
            error.message += " The flags to add were added, but none was removed.";
        else if (!isAdded && isRemoved)
            error.message += " The flags to remove were removed, but none was added.";
    }
    co_return error;
}

core::Task<core::Result<Removal>> Connection::uidDelete(std::uint32_t uid, core::Deadline deadline)
{
    if (!isOpenForChanges(*m_session))
        co_return notOpenForChanges();
    if (m_session->capabilities().has("UIDPLUS"))
        co_return co_await expungeOne(uid, deadline);
    co_return co_await expungeIfAlone(uid, deadline);
}

core::Task<core::Result<Removal>> Connection::expungeOne(std::uint32_t uid, core::Deadline deadline)
{
    Command expunge("UID EXPUNGE");
    expunge.add(setOf(uid));
    Batch batch;
    batch.watched = uid;
    // First, because some servers remove what is marked at once.
    batch.commands.push_back(fetchFlagsCommand(uid));
    batch.commands.push_back(markCommand(uid));
    batch.commands.push_back(std::move(expunge));
    const auto harvest = co_await m_session->run(std::move(batch), deadline);
    if (!harvest)
        co_return harvest.error();
    const auto &fetched = harvest->ends[0];
    const auto &marked = harvest->ends[1];
    const auto &expunged = harvest->ends[2];
    if (fetched.condition == Condition::Ok && messageIn(*harvest, uid) == nullptr)
        co_return Removal::NoSuchMessage;
    if (harvest->isWatchedGone)
        co_return Removal::Removed;
    for (const auto *const end : {&fetched, &marked}) {
        if (end->condition != Condition::Ok)
            co_return refusal(*end, Refused::Changing);
    }
    if (expunged.condition != Condition::Ok)
        co_return leftMarked(expunged);
    co_return co_await lookAgain(uid, deadline);
}

core::Task<core::Result<Removal>> Connection::expungeIfAlone(std::uint32_t uid,
                                                             core::Deadline deadline)
{
    Batch batch;
    batch.lineLength = LineLength::Long;
    batch.commands.push_back(fetchFlagsCommand(uid));
    batch.commands.emplace_back(Word("UID SEARCH DELETED"));
    batch.commands.push_back(markCommand(uid));
    auto harvest = co_await m_session->run(std::move(batch), deadline);
    if (!harvest)
        co_return harvest.error();
    if (harvest->ends[0].condition == Condition::Ok && messageIn(*harvest, uid) == nullptr)
        co_return Removal::NoSuchMessage;
    if (harvest->ends[2].condition != Condition::Ok)
        co_return refusal(harvest->ends[2], Refused::Changing);
    for (const auto &end : harvest->ends) {
        if (end.condition != Condition::Ok)
            co_return leftMarked(end);
    }
    if (!isAlone(*harvest, uid))
        co_return Removal::MarkedOnly;
    Batch expunge;
    expunge.watched = uid;
    expunge.commands.push_back(fetchFlagsCommand(uid));
    expunge.commands.emplace_back(Word("EXPUNGE"));
    harvest = co_await m_session->run(std::move(expunge), deadline);
    if (!harvest)
        co_return harvest.error();
    if (harvest->isWatchedGone)
        co_return Removal::Removed;
    if (harvest->ends.back().condition != Condition::Ok)
        co_return leftMarked(harvest->ends.back());
    co_return co_await lookAgain(uid, deadline);
}

/// The server says OK to a removal but not that the message is gone. This is asked in a turn of its
/// own: Dovecot answers a search that comes along with an EXPUNGE as if nothing had happened.
core::Task<core::Result<Removal>> Connection::lookAgain(std::uint32_t uid, core::Deadline deadline)
{
    auto command = fetchFlagsCommand(uid);
    const auto harvest = co_await m_session->run(std::move(command), deadline);
    if (!harvest)
        co_return harvest.error();
    if (messageIn(*harvest, uid) != nullptr)
        co_return Error(ErrorKind::PermissionDenied,
                        "The mail server reports success, but the message is still there.");
    co_return Removal::Removed;
}

core::Task<core::Result<Transfer>> Connection::transfer(std::uint32_t uid, Command command,
                                                        core::Deadline deadline)
{
    Batch batch;
    batch.commands.push_back(fetchFlagsCommand(uid));
    batch.commands.push_back(std::move(command));
    const auto harvest = co_await m_session->run(std::move(batch), deadline);
    if (!harvest)
        co_return harvest.error();
    Transfer transfer;
    transfer.isFound = messageIn(*harvest, uid) != nullptr;
    transfer.copy = parseCopied(harvest->ends.back(), uid);
    // MOVE says it before the end (RFC 6851 §4.3).
    for (const auto &remark : harvest->remarks) {
        if (!transfer.copy)
            transfer.copy = parseCopied(remark, uid);
    }
    if (!transfer.isFound && harvest->ends.front().condition == Condition::Ok)
        co_return transfer;
    const auto *const refused = firstRefusal(*harvest);
    if (refused == nullptr)
        co_return transfer;
    // Cyrus gives no code where the other folder does not exist.
    const bool isTransfer = refused == &harvest->ends.back();
    co_return refusal(*refused, isTransfer ? Refused::Mailbox : Refused::Changing);
}

core::Task<core::Result<Transfer>>
Connection::uidCopy(std::uint32_t uid, const MailboxName &destination, core::Deadline deadline)
{
    if (!m_session->selected())
        co_return Error(ErrorKind::Conflict, "No folder is open.");
    Command command("UID COPY");
    command.add(setOf(uid)).add(destination);
    co_return co_await transfer(uid, std::move(command), deadline);
}

core::Task<core::Result<Transfer>>
Connection::uidMove(std::uint32_t uid, const MailboxName &destination, core::Deadline deadline)
{
    if (!m_session->capabilities().has("MOVE"))
        co_return Error(ErrorKind::Unsupported, "The mail server cannot move messages (no MOVE).");
    if (!isOpenForChanges(*m_session))
        co_return notOpenForChanges();
    Command command("UID MOVE");
    command.add(setOf(uid)).add(destination);
    co_return co_await transfer(uid, std::move(command), deadline);
}

core::Task<core::Result<std::optional<AppendedMessage>>>
Connection::append(const MailboxName &mailbox, const std::vector<Flag> &flags, std::string message,
                   core::Deadline deadline)
{
    const auto limit = m_session->capabilities().appendLimit();
    if (limit && message.size() > *limit)
        co_return Error(ErrorKind::TooLarge, "The mail server stores messages of at most "
                                                 + std::to_string(*limit) + " bytes.");
    const auto literal = MessageLiteral::from(std::move(message));
    if (!literal)
        co_return literal.error();
    Command command("APPEND");
    command.add(mailbox).open();
    for (const auto &flag : flags)
        command.add(flag);
    command.close().add(*literal);
    Batch batch;
    batch.timeLimit = TimeLimit::Caller;
    batch.commands.push_back(std::move(command));
    const auto harvest = co_await m_session->run(std::move(batch), deadline);
    if (!harvest)
        co_return harvest.error();
    const auto &end = harvest->ends.front();
    if (end.condition != Condition::Ok)
        co_return refusal(end, Refused::Changing);
    co_return parseAppended(end);
}

} // namespace imap
