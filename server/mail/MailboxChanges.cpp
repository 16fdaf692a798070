// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/MailboxChanges.h"

#include "audit/AuditLog.h"
#include "core/Ascii.h"
#include "mail/FolderLookup.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace mail {

using core::Error;
using core::ErrorKind;

namespace {

/// The folder of the message, unless it is another one by now.
core::Result<imap::SelectedMailbox> checked(const MessageReference &message,
                                            core::Result<imap::SelectedMailbox> folder)
{
    if (folder && message.uidValidity && *message.uidValidity != folder->uidValidity)
        return renumbered(message, folder->uidValidity);
    return folder;
}

/// The folder of the message, open for changes. References outlive the task.
core::Task<core::Result<imap::SelectedMailbox>>
selectFolder(imap::Connection &connection, const MessageReference &message, core::Deadline deadline)
{
    const auto select = [&](const imap::MailboxName &name) {
        return connection.select(name, deadline);
    };
    auto folder =
        co_await inFolder<imap::SelectedMailbox>(connection, message.folder, select, deadline);
    co_return checked(message, std::move(folder));
}

/// The same, of which nothing is asked if it is open already.
core::Task<core::Result<imap::SelectedMailbox>> selectedFolder(imap::Connection &connection,
                                                               const MessageReference &message,
                                                               core::Deadline deadline)
{
    const auto name = imap::MailboxName::fromText(message.folder);
    const auto &selected = connection.selected();
    if (name && selected && selected->name == *name && selected->access == imap::Access::ReadWrite)
        co_return checked(message, *selected);
    co_return co_await selectFolder(connection, message, deadline);
}

Error noUid()
{
    return {ErrorKind::InvalidArgument, "A UID is a number from 1 on."};
}

Error outcomeUnknown(Error error)
{
    if (!error.message.ends_with('.')) // what the mail server said
        error.message += '.';
    error.message += " This happened during the change, so it is not known whether it was made: "
                     "look at the folder before you try again.";
    return error;
}

/// An error of a change. If the connection broke meanwhile, nobody knows what the server did.
Error afterChange(const imap::Connection &connection, Error error)
{
    return connection.isUsable() ? error : outcomeUnknown(std::move(error));
}

/// A message on its way to a folder.
struct Arrival
{
    imap::Transfer transfer;
    std::string destination;
};

core::Task<core::Result<Arrival>> transferTo(imap::Connection &connection, std::uint32_t uid,
                                             const imap::MailboxName &destination,
                                             core::Deadline deadline)
{
    const auto &selected = connection.selected();
    if (selected && selected->name == destination)
        co_return Error(ErrorKind::InvalidArgument,
                        "The message is in that folder already; nothing has to be done.");
    core::Result<imap::Transfer> transfer = imap::Transfer();
    if (connection.capabilities().has("MOVE"))
        transfer = co_await connection.uidMove(uid, destination, deadline);
    else
        transfer = co_await connection.uidCopy(uid, destination, deadline);
    if (!transfer)
        co_return afterChange(connection, transfer.error());
    co_return Arrival{.transfer = *transfer, .destination = destination.path()};
}

/// The second half of a move without MOVE.
core::Task<core::Result<core::Done>> removeOriginal(imap::Connection &connection, std::uint32_t uid,
                                                    const Arrival &arrival, core::Deadline deadline)
{
    if (!arrival.transfer.copy)
        co_return Error(
            ErrorKind::Unsupported,
            "The mail server was asked to copy the message to the other folder, but "
            "gave no proof that it did (COPYUID). The original was left where it is; look into "
            "the other folder before you try again.");
    const auto removal = co_await connection.uidDelete(uid, deadline);
    if (!removal) {
        auto error = afterChange(connection, removal.error());
        error.message = "The message was copied to the other folder, where its UID is "
                        + std::to_string(arrival.transfer.copy->uid)
                        + ", but the original could not be removed. " + error.message;
        co_return error;
    }
    co_return core::Done{};
}

/// The first of `flags` that would be lost at the end of the session, or nullptr. A server that
/// does not say which flags it keeps, keeps them all (RFC 9051 §7.1).
const imap::Flag *firstNotKept(const std::vector<imap::Flag> &flags,
                               const std::vector<std::string> &permanentFlags)
{
    const auto isKept = [&](const imap::Flag &flag) {
        return std::ranges::any_of(permanentFlags, [&](std::string_view permanent) {
            return core::equalsIgnoringCase(permanent, flag.text())
                   || (permanent == "\\*" && !flag.isSystem());
        });
    };
    if (permanentFlags.empty())
        return nullptr;
    const auto lost = std::ranges::find_if_not(flags, isKept);
    return lost == flags.end() ? nullptr : &*lost;
}

/// References outlive the task. `isUnknown` stays true if the connection broke during the change.
core::Task<core::Result<FlaggedMessage>> flagMessage(imap::Connection &connection,
                                                     const MessageReference &message,
                                                     const imap::FlagChanges &changes,
                                                     bool &isUnknown, core::Deadline deadline)
{
    const auto folder = co_await selectedFolder(connection, message, deadline);
    if (!folder)
        co_return folder.error();
    if (const auto *const lost = firstNotKept(changes.add, folder->permanentFlags))
        co_return Error(ErrorKind::Unsupported,
                        "The mail server does not keep the flag " + lost->text()
                            + " in this folder. Nothing was changed; call again without it.");
    connection.setCancellation({});
    isUnknown = true;
    auto flags = co_await connection.uidStore(message.uid, changes, deadline);
    isUnknown = !flags && !connection.isUsable();
    if (!flags)
        co_return flags.error();
    auto &now = *flags;
    if (!now)
        co_return noSuchMessage(message.folder, message.uid);
    co_return FlaggedMessage{.uidValidity = folder->uidValidity, .flags = std::move(*now)};
}

void record(audit::Event event, const account::MailAccount &account, std::uint32_t uid,
            std::uint32_t uidValidity)
{
    audit::record(event, audit::Subject::of(account),
                  audit::ChangedMessage{.uid = uid, .uidValidity = uidValidity});
}

} // namespace

MailboxChanges::MailboxChanges(SessionPool &pool, account::MailAccountPtr account,
                               core::Cancellation cancellation, Limits limits)
    : m_pool(pool)
    , m_account(std::move(account))
    , m_cancellation(std::move(cancellation))
    , m_limits(limits)
{}

MailboxChanges::MailboxChanges(SessionPool &pool, account::MailAccountPtr account,
                               core::Cancellation cancellation)
    : MailboxChanges(pool, std::move(account), std::move(cancellation), Limits())
{}

/// The folder of the message, checked and ready for a change that nobody can cancel any more.
core::Task<core::Result<MailboxChanges::OpenFolder>>
MailboxChanges::open(const MessageReference &message, core::Deadline deadline) const
{
    if (message.uid == 0)
        co_return noUid();
    const auto operation = [&](imap::Connection &connection) {
        return selectFolder(connection, message, deadline);
    };
    auto opened = co_await borrow<imap::SelectedMailbox>(m_pool, m_account, operation, deadline,
                                                         m_cancellation);
    if (!opened)
        co_return opened.error();
    opened->lease.connection().setCancellation({});
    co_return std::move(*opened);
}

core::Task<core::Result<DeletedMessage>>
MailboxChanges::remove(const MessageReference &message) const
{
    const auto deadline = core::deadlineIn(m_limits.duration);
    const auto folder = co_await open(message, deadline);
    if (!folder)
        co_return folder.error();
    auto &connection = folder->lease.connection();
    const auto removal = co_await connection.uidDelete(message.uid, deadline);
    if (!removal)
        co_return afterChange(connection, removal.error());
    if (*removal == imap::Removal::NoSuchMessage)
        co_return noSuchMessage(message.folder, message.uid);
    record(audit::Event::MessageDeleted, *m_account, message.uid, folder->value.uidValidity);
    co_return DeletedMessage{.uidValidity = folder->value.uidValidity,
                             .isRemoved = *removal == imap::Removal::Removed};
}

core::Task<core::Result<MovedMessage>> MailboxChanges::move(const MessageReference &message,
                                                            const std::string &destination) const
{
    const auto deadline = core::deadlineIn(m_limits.duration);
    const auto isName = imap::MailboxName::fromText(destination);
    if (!isName)
        co_return isName.error();
    const auto folder = co_await open(message, deadline);
    if (!folder)
        co_return folder.error();
    auto &connection = folder->lease.connection();
    const bool canMove = connection.capabilities().has("MOVE");
    if (!canMove && !connection.capabilities().has("UIDPLUS"))
        co_return Error(
            ErrorKind::Unsupported,
            "The mail server cannot move a message without the risk of losing it (it "
            "offers neither MOVE nor UIDPLUS). Nothing was changed; the person can move it in a "
            "mail program.");
    const auto transfer = [&](const imap::MailboxName &name) {
        return transferTo(connection, message.uid, name, deadline);
    };
    const auto arrival = co_await inFolder<Arrival>(connection, destination, transfer, deadline);
    if (!arrival) {
        auto error = arrival.error();
        if (error.kind == ErrorKind::NotFound)
            error.message += " The message was not moved.";
        co_return error;
    }
    if (!arrival->transfer.isFound)
        co_return noSuchMessage(message.folder, message.uid);
    if (!canMove) {
        const auto removed = co_await removeOriginal(connection, message.uid, *arrival, deadline);
        if (!removed)
            co_return removed.error();
    }
    record(audit::Event::MessageMoved, *m_account, message.uid, folder->value.uidValidity);
    co_return MovedMessage{.uidValidity = folder->value.uidValidity,
                           .destination = arrival->destination,
                           .copy = arrival->transfer.copy};
}

core::Task<core::Result<FlaggedMessage>>
MailboxChanges::changeFlags(const MessageReference &message, const imap::FlagChanges &changes) const
{
    if (message.uid == 0)
        co_return noUid();
    const auto deadline = core::deadlineIn(m_limits.duration);
    bool isUnknown = false;
    // A second time it leaves the flags as they are, so a folder that is open needs no question
    // that would tell whether the connection lives.
    const auto operation = [&](imap::Connection &connection) {
        return flagMessage(connection, message, changes, isUnknown, deadline);
    };
    auto flagged =
        co_await borrow<FlaggedMessage>(m_pool, m_account, operation, deadline, m_cancellation);
    if (!flagged)
        co_return isUnknown ? outcomeUnknown(flagged.error()) : flagged.error();
    co_return std::move(flagged->value);
}

} // namespace mail
