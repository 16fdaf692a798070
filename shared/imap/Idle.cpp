// SPDX-License-Identifier: GPL-3.0-or-later
// IDLE (RFC 2177, RFC 9051 §6.3.13).
#include "imap/Connection.h"
#include "imap/Refusal.h"
#include "imap/Session.h"
#include "imap/SessionOperation.h"
#include "net/Stream.h"

#include <algorithm>

namespace imap {

using core::Error;
using core::ErrorKind;
using Condition = StatusLine::Condition;
using Readiness = net::Stream::Readiness;

core::Task<core::Result<core::Done>> Connection::idle(const MailboxListener &listener,
                                                      core::Cancellation stop, core::Deadline until)
{
    if (!m_session->capabilities().has("IDLE"))
        co_return Error(ErrorKind::Unsupported,
                        "The mail server does not report new mail by itself (no IDLE).");
    if (!m_session->selected())
        co_return Error(ErrorKind::Conflict, "No folder is open.");
    while (!stop.isCancelled() && std::chrono::steady_clock::now() < until) {
        const auto renewal = std::min(until, core::deadlineIn(m_options.idleRenewal));
        const auto end = co_await m_session->idle(listener, renewal, stop);
        if (!end)
            co_return end.error();
        if (end->condition != Condition::Ok)
            co_return refusal(*end, Refused::Reading);
    }
    co_return core::Done{};
}

core::Task<core::Result<StatusLine>> Session::idle(const MailboxListener &listener,
                                                   core::Deadline until, core::Cancellation stop)
{
    Progress progress;
    progress.harvest.ends.resize(1);
    progress.listener = &listener;
    const auto done = co_await hold(idleUntil(progress, until, stop));
    if (!done)
        co_return done.error();
    co_return progress.harvest.ends.front();
}

/// Lets `hearing` have the connection until it has ended.
core::Task<core::Result<core::Done>> Session::hold(core::Task<core::Result<core::Done>> hearing)
{
    if (const auto refused = whyNotNow())
        co_return *refused;
    Operation operation(*this);
    m_stream->beginOperation(m_cancellation);
    m_stream->setLineLimit(m_limits.lineBytes);
    const auto done = co_await std::move(hearing);
    operation.finish();
    if (!done)
        co_return fail(done.error());
    co_return core::Done{};
}

core::Task<core::Result<core::Done>> Session::idleUntil(Progress &progress, core::Deadline until,
                                                        const core::Cancellation &stop)
{
    const auto start = core::deadlineIn(m_limits.command);
    const Command command("IDLE");
    const auto sent = co_await send(command, 0, progress, start);
    if (!sent)
        co_return sent.error();
    for (bool isIdling = false; !isIdling;) {
        const auto asksForMore = co_await step(progress, start);
        if (!asksForMore)
            co_return asksForMore.error();
        isIdling = *asksForMore;
        if (!progress.pending.empty())
            continue;
        if (progress.harvest.ends.front().condition == Condition::Ok)
            co_return protocolError("OK to IDLE before it began");
        co_return core::Done{};
    }
    const auto heard = co_await hear(progress, until, stop);
    if (!heard)
        co_return heard.error();
    m_stream->write("DONE\r\n");
    const auto end = core::deadlineIn(m_limits.command);
    while (!progress.pending.empty()) {
        const auto asksForMore = co_await step(progress, end);
        if (!asksForMore)
            co_return asksForMore.error();
        if (*asksForMore)
            co_return protocolError("unexpected continuation request");
    }
    co_return core::Done{};
}

core::Task<core::Result<core::Done>> Session::hear(Progress &progress, core::Deadline until,
                                                   const core::Cancellation &stop)
{
    const auto underWay = progress.pending.size();
    while (true) {
        const auto readiness = co_await m_stream->waitReadable(until, stop);
        if (!readiness)
            co_return readiness.error();
        if (*readiness == Readiness::NotYet)
            co_return core::Done{};
        const auto asksForMore = co_await step(progress, core::deadlineIn(m_limits.command));
        if (!asksForMore)
            co_return asksForMore.error();
        if (*asksForMore || progress.pending.size() != underWay)
            co_return protocolError("IDLE ended by itself");
    }
}

} // namespace imap
