// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Session.h"

#include "core/Secret.h"
#include "imap/Refusal.h"
#include "imap/ResponseReader.h"
#include "imap/SessionOperation.h"
#include "imap/Text.h"
#include "net/Conversation.h"
#include "net/Stream.h"

#include <algorithm>
#include <utility>

namespace imap {

namespace {

/// Of literals only the size.
std::string shownLine(const RawResponse &raw)
{
    std::string line;
    for (std::size_t i = 0; i < raw.pieces.size(); i += 2)
        line += raw.pieces[i];
    return line;
}

std::string quotableLine(const Response &response)
{
    const auto &masked = net::masked;
    if (const auto *const tagged = std::get_if<response::Tagged>(&response))
        return quotableWords(tagged->status); // even the tag is only the server's word
    if (const auto *const status = std::get_if<response::Status>(&response))
        return "* " + quotableWords(status->status);
    if (std::holds_alternative<response::Continuation>(response))
        return "+ " + std::string(masked);
    return "* " + std::string(masked);
}

} // namespace

Session::Session(std::unique_ptr<net::Stream> stream, const Limits &limits,
                 net::Conversation *conversation)
    : m_stream(std::move(stream))
    , m_limits(limits)
    , m_conversation(conversation)
{}

Session::~Session() = default;

void Session::setCancellation(core::Cancellation cancellation)
{
    m_cancellation = std::move(cancellation);
}

core::Error Session::fail(core::Error error)
{
    if (!m_failure) {
        m_failure = std::move(error);
        m_stream->abort();
    }
    return *m_failure;
}

bool Session::isUsable() const
{
    return !m_failure && !m_isBusy && m_stream->isOpen();
}

bool Session::isEncrypted() const
{
    return m_stream->isEncrypted();
}

net::TlsReport Session::tlsReport() const
{
    return m_stream->tlsReport();
}

Command::Dialect Session::dialect() const
{
    using Literals = Command::Dialect::Literals;
    Command::Dialect dialect;
    dialect.names = m_names;
    if (m_capabilities.has("LITERAL+"))
        dialect.literals = Literals::Immediate;
    else if (m_capabilities.has("LITERAL-"))
        dialect.literals = Literals::UpTo4096;
    return dialect;
}

Batch Session::batchOn(const MailboxName &mailbox, Access access) const
{
    Batch batch;
    if (m_selected && m_selected->name == mailbox
        && (access == Access::ReadOnly || m_selected->access == Access::ReadWrite)) {
        batch.commands.emplace_back(Word("NOOP"));
        return batch;
    }
    batch.opens.emplace();
    batch.opens->name = mailbox;
    batch.opens->access = access;
    Command command(access == Access::ReadWrite ? Word("SELECT") : Word("EXAMINE"));
    command.add(mailbox);
    batch.commands.push_back(std::move(command));
    return batch;
}

core::Task<core::Result<RawResponse>> Session::readResponse(core::Deadline deadline)
{
    return imap::readResponse(*m_stream, m_limits.literalBytes, deadline);
}

core::Result<Response> Session::understand(RawResponse &raw, Quoting quoting)
{
    if (!m_conversation)
        return parseResponse(raw, m_names, m_limits.searchResults);
    const auto line = shownLine(raw); // the parser moves literals out
    auto response = parseResponse(raw, m_names, m_limits.searchResults);
    if (quoting == Quoting::Allowed)
        m_conversation->serverSaid(line);
    else
        m_conversation->serverSaid(response ? quotableLine(*response) : net::masked);
    return response;
}

core::Task<core::Result<std::string>> Session::greet(core::Deadline deadline)
{
    Operation operation(*this);
    m_stream->beginOperation(m_cancellation);
    auto raw = co_await readResponse(deadline);
    operation.finish();
    if (!raw)
        co_return fail(raw.error());
    const auto response = understand(*raw, Quoting::Allowed);
    if (!response)
        co_return fail(response.error());
    const auto *const greeting = std::get_if<response::Status>(&*response);
    if (greeting == nullptr)
        co_return fail(protocolError("no greeting"));
    const auto &status = greeting->status;
    switch (status.condition) {
    case StatusLine::Condition::Ok:
        break;
    case StatusLine::Condition::Bye:
        co_return fail(goodbye(status, Quoting::Allowed));
    case StatusLine::Condition::PreAuth:
        // Somebody else has logged in already: neither confidential (RFC 9051 §7.1.4) nor a proof
        // of the password.
        co_return fail(core::Error(core::ErrorKind::Protocol,
                                   "The mail server skipped the login (PREAUTH). That is not safe "
                                   "and therefore refused."));
    case StatusLine::Condition::No:
    case StatusLine::Condition::Bad:
        co_return fail(protocolError("greeting"));
    }
    if (status.code == "CAPABILITY")
        setCapabilities(Capabilities::parse(status.codeArguments));
    co_return displayText(status.text);
}

core::Task<core::Result<core::Done>> Session::startTls(core::Deadline deadline)
{
    Operation operation(*this);
    m_stream->beginOperation(m_cancellation);
    const auto encrypted = co_await m_stream->startTls(deadline);
    operation.finish();
    if (!encrypted)
        co_return fail(encrypted.error());
    m_capabilities = {}; // RFC 9051 §6.2.1
    markCapabilitiesStale();
    co_return core::Done{};
}

core::Task<core::Result<Harvest>> Session::run(Command command, core::Deadline deadline)
{
    Batch batch;
    batch.commands.push_back(std::move(command));
    co_return co_await run(std::move(batch), deadline);
}

std::optional<core::Error> Session::whyNotNow() const
{
    if (m_isBusy && !m_failure)
        return core::Error(core::ErrorKind::Internal, "The mail connection is already in use.");
    return m_failure;
}

core::Task<core::Result<Harvest>> Session::run(Batch batch, core::Deadline deadline)
{
    if (const auto refused = whyNotNow())
        co_return *refused;
    if (batch.timeLimit == TimeLimit::Command)
        deadline = std::min(deadline, core::deadlineIn(m_limits.command));
    Operation operation(*this);
    m_stream->beginOperation(m_cancellation);
    m_stream->setLineLimit(batch.lineLength == LineLength::Long ? m_limits.longLineBytes
                                                                : m_limits.lineBytes);
    Progress progress;
    progress.responder = batch.responder;
    progress.watched = batch.watched;
    progress.holdsSecret = batch.responder != nullptr;
    progress.harvest.ends.resize(batch.commands.size());
    if (batch.opens) {
        progress.isOpening = true;
        m_selected = std::move(batch.opens);
    }
    const auto done = co_await exchange(batch, progress, deadline);
    operation.finish();
    if (!done)
        co_return fail(done.error());
    co_return std::move(progress.harvest);
}

core::Task<core::Result<core::Done>> Session::exchange(Batch &batch, Progress &progress,
                                                       core::Deadline deadline)
{
    const auto ahead = std::exchange(m_ahead, {});
    for (const auto &command : ahead) {
        const auto sent = co_await send(command, std::nullopt, progress, deadline);
        if (!sent)
            co_return sent.error();
    }
    for (std::size_t index = 0; index < batch.commands.size(); ++index) {
        const auto sent = co_await send(batch.commands[index], index, progress, deadline);
        if (!sent)
            co_return sent.error();
    }
    while (!progress.pending.empty()) {
        // What step() does, but without a frame of its own for every line of a long answer.
        auto raw = co_await readResponse(deadline);
        const auto asksForMore = take(std::move(raw), progress);
        if (!asksForMore)
            co_return asksForMore.error();
        if (*asksForMore) {
            const auto answered = co_await answerChallenge(progress);
            if (!answered)
                co_return answered.error();
        }
    }
    co_return core::Done{};
}

core::Task<core::Result<core::Done>> Session::send(const Command &command,
                                                   std::optional<std::size_t> index,
                                                   Progress &progress, core::Deadline deadline)
{
    const auto tag = 'A' + std::to_string(++m_lastTag);
    const auto encoded = command.encode(tag, dialect());
    progress.holdsSecret = progress.holdsSecret || encoded.holdsSecret;
    progress.pending.push_back({tag, index});
    if (m_conversation)
        m_conversation->clientSaid(command.describe(tag));
    for (std::size_t i = 0; i < encoded.chunks.size(); ++i) {
        bool asksForMore = i == 0;
        while (!asksForMore) {
            const auto stepped = co_await step(progress, deadline);
            if (!stepped)
                co_return stepped.error();
            asksForMore = *stepped;
            if (!asksForMore && !progress.isPending(tag)) {
                // Refused before its literal: nobody waits for the rest (RFC 9051 §4.3).
                if (index && progress.harvest.ends[*index].condition == StatusLine::Condition::Ok)
                    co_return protocolError("OK before the literal");
                co_return core::Done{};
            }
        }
        m_stream->write(encoded.chunks[i]);
    }
    co_return core::Done{};
}

core::Task<core::Result<bool>> Session::step(Progress &progress, core::Deadline deadline)
{
    auto raw = co_await readResponse(deadline);
    co_return take(std::move(raw), progress);
}

core::Result<bool> Session::take(core::Result<RawResponse> raw, Progress &progress)
{
    if (!raw)
        return raw.error();
    if (++progress.responses > m_limits.untaggedResponses)
        return core::Error(core::ErrorKind::TooLarge,
                           "The mail server does not come to the end of its answer.",
                           "too many responses");
    auto response = understand(*raw, progress.holdsSecret ? Quoting::Forbidden : Quoting::Allowed);
    if (!response)
        return response.error();
    if (auto *const continuation = std::get_if<response::Continuation>(&*response)) {
        progress.challenge = std::move(continuation->text);
        return true;
    }
    const auto taken = take(std::move(*response), progress);
    if (!taken)
        return taken.error();
    return false;
}

core::Task<core::Result<core::Done>> Session::answerChallenge(Progress &progress)
{
    if (progress.responder == nullptr)
        co_return protocolError("unexpected continuation request");
    auto answer = co_await progress.responder->respond(std::move(progress.challenge));
    if (!answer)
        co_return answer.error();
    if (m_conversation)
        m_conversation->clientSaid(net::masked);
    *answer += "\r\n";
    m_stream->write(*answer);
    core::wipe(*answer);
    co_return core::Done{};
}

} // namespace imap
