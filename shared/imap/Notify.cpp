// SPDX-License-Identifier: GPL-3.0-or-later
// NOTIFY (RFC 5465), for mailboxes that are not open.
#include "imap/Connection.h"
#include "imap/Refusal.h"
#include "imap/Session.h"
#include "imap/SessionOperation.h"
#include "net/Stream.h"

namespace imap {

using core::Error;
using core::ErrorKind;
using Condition = StatusLine::Condition;

namespace {

// notify-set (RFC 5465 §8)
Command notifyCommand(const std::vector<MailboxName> &mailboxes)
{
    Command command("NOTIFY SET STATUS");
    command.open().add(Word("MAILBOXES")).open();
    for (const auto &mailbox : mailboxes)
        command.add(mailbox);
    command.close().open();
    command.add(Word("MessageNew")).add(Word("MessageExpunge")).add(Word("FlagChange"));
    command.close().close();
    return command;
}

} // namespace

core::Task<core::Result<std::vector<std::optional<MailboxStatus>>>>
Connection::notify(const std::vector<MailboxName> &mailboxes, core::Deadline deadline)
{
    if (!m_session->capabilities().has("NOTIFY"))
        co_return Error(ErrorKind::Unsupported,
                        "The mail server does not report changes of several folders (no NOTIFY).");
    // Dovecot 2.3 reports nothing any more when one NOTIFY SET follows another.
    Batch batch;
    batch.commands.emplace_back(Word("NOTIFY NONE"));
    if (!mailboxes.empty())
        batch.commands.push_back(notifyCommand(mailboxes));
    const auto harvest = co_await m_session->run(std::move(batch), deadline);
    if (!harvest)
        co_return harvest.error();
    const auto &end = harvest->ends.back();
    if (end.condition != Condition::Ok) {
        auto refused = refusal(end, Refused::Reading);
        if (end.code == "BADEVENT")
            refused.kind = ErrorKind::Unsupported;
        co_return refused;
    }
    std::vector<std::optional<MailboxStatus>> result;
    for (const auto &mailbox : mailboxes)
        result.push_back(harvest->statusOf(mailbox));
    co_return result;
}

core::Task<core::Result<core::Done>>
Connection::listen(const MailboxListener &listener, core::Cancellation stop, core::Deadline until)
{
    return m_session->listen(listener, until, std::move(stop));
}

core::Task<core::Result<core::Done>> Session::listen(const MailboxListener &listener,
                                                     core::Deadline until, core::Cancellation stop)
{
    Progress progress;
    progress.listener = &listener;
    co_return co_await hold(hear(progress, until, stop));
}

} // namespace imap
