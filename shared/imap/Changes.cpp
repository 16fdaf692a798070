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

constexpr std::size_t maximumPairs = 100'000;

Error notOpenForChanges()
{
    return {ErrorKind::Conflict, "The folder is not open for changes."};
}

Command storeCommand(const SequenceSet &uids, FlagChange change, const std::vector<Flag> &flags)
{
    Command command("UID STORE");
    command.add(uids)
        .add(change == FlagChange::Add ? Word("+FLAGS.SILENT") : Word("-FLAGS.SILENT"))
        .open();
    for (const auto &flag : flags)
        command.add(flag);
    command.close();
    return command;
}

Command expungeCommand(const SequenceSet &uids)
{
    Command command("UID EXPUNGE");
    command.add(uids);
    return command;
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

// resp-code-copy: uidvalidity, source set, destination set
std::optional<CopiedMessages> parseCopied(std::string_view arguments)
{
    const auto validity = parseNonZero(takeWord(arguments));
    const auto sources = SequenceSet::parse(takeWord(arguments));
    const auto destinations = SequenceSet::parse(takeWord(arguments));
    if (!validity || !sources || !destinations)
        return std::nullopt;
    auto sourceUids = sources->inWrittenOrder(maximumPairs);
    auto destinationUids = destinations->inWrittenOrder(maximumPairs);
    if (!sourceUids || !destinationUids || sourceUids->size() != destinationUids->size())
        return std::nullopt;
    CopiedMessages copied;
    copied.uidValidity = *validity;
    copied.sourceUids = std::move(*sourceUids);
    copied.destinationUids = std::move(*destinationUids);
    return copied;
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

bool isOpenForChanges(const Session &session)
{
    const auto &selected = session.selected();
    return selected && selected->access == Access::ReadWrite;
}

} // namespace

core::Task<core::Result<core::Done>> Connection::change(Command command, core::Deadline deadline)
{
    if (!isOpenForChanges(*m_session))
        co_return notOpenForChanges();
    const auto harvest = co_await m_session->run(std::move(command), deadline);
    if (!harvest)
        co_return harvest.error();
    if (harvest->ends.front().condition != Condition::Ok)
        co_return refusal(harvest->ends.front(), Refused::Changing);
    co_return core::Done{};
}

core::Task<core::Result<core::Done>> Connection::uidStore(const SequenceSet &uids,
                                                          FlagChange change,
                                                          const std::vector<Flag> &flags,
                                                          core::Deadline deadline)
{
    if (flags.empty())
        co_return Error(ErrorKind::InvalidArgument, "There is no flag to change.");
    auto command = storeCommand(uids, change, flags);
    co_return co_await this->change(std::move(command), deadline);
}

core::Task<core::Result<core::Done>> Connection::uidExpunge(const SequenceSet &uids,
                                                            core::Deadline deadline)
{
    if (!m_session->capabilities().has("UIDPLUS"))
        co_return Error(ErrorKind::Unsupported,
                        "The mail server cannot remove single messages (no UIDPLUS).");
    auto command = expungeCommand(uids);
    co_return co_await change(std::move(command), deadline);
}

core::Task<core::Result<core::Done>> Connection::expungeAll(core::Deadline deadline)
{
    return change(Command("EXPUNGE"), deadline);
}

core::Task<core::Result<core::Done>> Connection::uidDelete(const SequenceSet &uids,
                                                           core::Deadline deadline)
{
    if (!m_session->capabilities().has("UIDPLUS"))
        co_return Error(ErrorKind::Unsupported,
                        "The mail server cannot remove single messages (no UIDPLUS).");
    if (!isOpenForChanges(*m_session))
        co_return notOpenForChanges();
    Batch batch;
    const std::vector<Flag> flags{Flag::deleted()};
    batch.commands.push_back(storeCommand(uids, FlagChange::Add, flags));
    batch.commands.push_back(expungeCommand(uids));
    const auto harvest = co_await m_session->run(std::move(batch), deadline);
    if (!harvest)
        co_return harvest.error();
    for (const auto &end : harvest->ends) {
        if (end.condition != Condition::Ok)
            co_return refusal(end, Refused::Changing);
    }
    co_return core::Done{};
}

core::Task<core::Result<std::optional<CopiedMessages>>>
Connection::transfer(Command command, core::Deadline deadline)
{
    const auto harvest = co_await m_session->run(std::move(command), deadline);
    if (!harvest)
        co_return harvest.error();
    const auto &end = harvest->ends.front();
    if (end.condition != Condition::Ok)
        co_return refusal(end, Refused::Changing);
    if (end.code == "COPYUID")
        co_return parseCopied(end.codeArguments);
    // MOVE says it before the end (RFC 6851 §4.3).
    for (const auto &remark : harvest->remarks) {
        if (remark.condition == Condition::Ok && remark.code == "COPYUID")
            co_return parseCopied(remark.codeArguments);
    }
    co_return std::optional<CopiedMessages>();
}

core::Task<core::Result<std::optional<CopiedMessages>>>
Connection::uidCopy(const SequenceSet &uids, const MailboxName &destination,
                    core::Deadline deadline)
{
    if (!m_session->selected())
        co_return Error(ErrorKind::Conflict, "No folder is open.");
    Command command("UID COPY");
    command.add(uids).add(destination);
    co_return co_await transfer(std::move(command), deadline);
}

core::Task<core::Result<std::optional<CopiedMessages>>>
Connection::uidMove(const SequenceSet &uids, const MailboxName &destination,
                    core::Deadline deadline)
{
    if (!m_session->capabilities().has("MOVE"))
        co_return Error(ErrorKind::Unsupported, "The mail server cannot move messages (no MOVE).");
    if (!isOpenForChanges(*m_session))
        co_return notOpenForChanges();
    Command command("UID MOVE");
    command.add(uids).add(destination);
    co_return co_await transfer(std::move(command), deadline);
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
    const auto harvest = co_await m_session->run(std::move(command), deadline);
    if (!harvest)
        co_return harvest.error();
    const auto &end = harvest->ends.front();
    if (end.condition != Condition::Ok)
        co_return refusal(end, Refused::Changing);
    co_return parseAppended(end);
}

} // namespace imap
