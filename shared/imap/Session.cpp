// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Session.h"

#include "core/Secret.h"
#include "imap/Refusal.h"
#include "imap/ResponseReader.h"
#include "imap/SessionOperation.h"
#include "imap/Text.h"
#include "net/Stream.h"

#include <algorithm>
#include <utility>

namespace imap {

namespace {

std::vector<std::string> parseFlagList(std::string_view text)
{
    std::vector<std::string> flags;
    while (!text.empty()) {
        const auto start = std::min(text.find_first_not_of(" ()"), text.size());
        text.remove_prefix(start);
        const auto end = std::min(text.find_first_of(" ()"), text.size());
        if (end > 0)
            flags.push_back(canonicalFlag(text.substr(0, end)));
        text.remove_prefix(end);
    }
    return flags;
}

} // namespace

Session::Session(std::unique_ptr<net::Stream> stream, const Limits &limits)
    : m_stream(std::move(stream))
    , m_limits(limits)
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

core::Task<core::Result<Response>> Session::readResponse(core::Deadline deadline)
{
    auto raw = co_await imap::readResponse(*m_stream, m_limits.literalBytes, deadline);
    if (!raw)
        co_return raw.error();
    co_return parseResponse(*raw, m_names, m_limits.searchResults);
}

core::Task<core::Result<core::Done>> Session::greet(core::Deadline deadline)
{
    Operation operation(*this);
    m_stream->beginOperation(m_cancellation);
    auto response = co_await readResponse(deadline);
    operation.finish();
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
    co_return core::Done{};
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
    for (const auto &command : batch.commands) {
        const auto sent = co_await send(command, progress, deadline);
        if (!sent)
            co_return sent.error();
    }
    while (!progress.pending.empty()) {
        const auto asksForMore = co_await step(progress, deadline);
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

core::Task<core::Result<core::Done>> Session::send(const Command &command, Progress &progress,
                                                   core::Deadline deadline)
{
    const auto tag = 'A' + std::to_string(++m_lastTag);
    const auto encoded = command.encode(tag, dialect());
    const auto index = progress.sent++;
    progress.holdsSecret = progress.holdsSecret || encoded.holdsSecret;
    progress.pending.push_back({tag, index});
    for (std::size_t i = 0; i < encoded.chunks.size(); ++i) {
        bool asksForMore = i == 0;
        while (!asksForMore) {
            const auto stepped = co_await step(progress, deadline);
            if (!stepped)
                co_return stepped.error();
            asksForMore = *stepped;
            if (!asksForMore && !progress.isPending(tag)) {
                // Refused before its literal: nobody waits for the rest (RFC 9051 §4.3).
                if (progress.harvest.ends[index].condition == StatusLine::Condition::Ok)
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
    if (++progress.responses > m_limits.untaggedResponses)
        co_return core::Error(core::ErrorKind::TooLarge,
                              "The mail server does not come to the end of its answer.",
                              "too many responses");
    auto response = co_await readResponse(deadline);
    if (!response)
        co_return response.error();
    if (auto *const continuation = std::get_if<response::Continuation>(&*response)) {
        progress.challenge = std::move(continuation->text);
        co_return true;
    }
    const auto taken = take(std::move(*response), progress);
    if (!taken)
        co_return taken.error();
    co_return false;
}

core::Task<core::Result<core::Done>> Session::answerChallenge(Progress &progress)
{
    if (progress.responder == nullptr)
        co_return protocolError("unexpected continuation request");
    auto answer = co_await progress.responder->respond(std::move(progress.challenge));
    if (!answer)
        co_return answer.error();
    *answer += "\r\n";
    m_stream->write(*answer);
    core::wipe(*answer);
    co_return core::Done{};
}

void Session::setCapabilities(Capabilities capabilities)
{
    m_capabilities = std::move(capabilities);
    m_areCapabilitiesCurrent = true;
}

core::Result<core::Done> Session::take(Response &&response, Progress &progress)
{
    auto &harvest = progress.harvest;
    if (const auto *const tagged = std::get_if<response::Tagged>(&response))
        return takeEnd(*tagged, progress);
    if (const auto *const untagged = std::get_if<response::Status>(&response)) {
        const auto &status = untagged->status;
        if (status.condition == StatusLine::Condition::PreAuth)
            return protocolError("PREAUTH in the middle");
        if (status.condition != StatusLine::Condition::Bye)
            takeStatus(status, progress);
        else if (!m_expectsGoodbye)
            return goodbye(status, progress.holdsSecret ? Quoting::Forbidden : Quoting::Allowed);
    } else if (auto *const capabilities = std::get_if<Capabilities>(&response)) {
        setCapabilities(std::move(*capabilities));
    } else if (const auto *const exists = std::get_if<response::Exists>(&response)) {
        takeExists(exists->count, progress);
    } else if (const auto *const expunge = std::get_if<response::Expunge>(&response)) {
        takeExpunge(expunge->sequence, progress);
    } else if (auto *const flags = std::get_if<response::Flags>(&response)) {
        if (m_selected)
            m_selected->flags = std::move(flags->flags);
    } else if (auto *const fetched = std::get_if<FetchResponse>(&response)) {
        takeFetch(std::move(*fetched), progress);
    } else if (auto *const entry = std::get_if<ListEntry>(&response)) {
        if (harvest.list.size() < m_limits.mailboxes
            && entry->name.path().size() <= MailboxName::maximumBytes)
            harvest.list.push_back(std::move(*entry));
        else
            harvest.isListTruncated = true;
    } else if (auto *const status = std::get_if<response::MailboxStatusOf>(&response)) {
        harvest.statuses.push_back(std::move(*status));
    } else if (auto *const search = std::get_if<response::Search>(&response)) {
        harvest.search = std::move(*search);
    } else if (auto *const extended = std::get_if<response::ExtendedSearch>(&response)) {
        if (extended->tag.empty() || progress.isPending(extended->tag))
            harvest.extendedSearch = std::move(*extended);
    } else if (auto *const namespaces = std::get_if<Namespaces>(&response)) {
        harvest.namespaces = std::move(*namespaces);
    } else if (auto *const quota = std::get_if<Quota>(&response)) {
        harvest.quotas.push_back(std::move(*quota));
    } else if (const auto *const enabled = std::get_if<response::Enabled>(&response)) {
        if (enabled->capabilities.has("UTF8=ACCEPT"))
            m_names = NameEncoding::Utf8;
    }
    return core::Done{};
}

core::Result<core::Done> Session::takeEnd(const response::Tagged &tagged, Progress &progress)
{
    const auto command = std::ranges::find_if(
        progress.pending, [&tagged](const auto &pending) { return pending.tag == tagged.tag; });
    if (command == progress.pending.end())
        return protocolError("the answer to a command that was not sent");
    const auto index = command->index;
    progress.pending.erase(command);
    const auto &status = tagged.status;
    takeStatus(status, progress);
    if (progress.isOpening && index == 0) {
        progress.isOpening = false;
        // Whatever messages were reported until now belonged to the mailbox before.
        progress.harvest.fetched.clear();
        progress.harvest.expunged.clear();
        progress.sequences.clear();
        progress.fetchedByUid.clear();
        progress.lastFetched.reset();
        progress.harvest.mailboxChanged = false;
        if (status.condition != StatusLine::Condition::Ok)
            m_selected.reset();
        else if (m_selected && status.code == "READ-ONLY")
            m_selected->access = Access::ReadOnly;
    }
    progress.harvest.ends[index] = status;
    return core::Done{};
}

// resp-text-code
void Session::takeStatus(const StatusLine &status, Progress &progress)
{
    if (status.code.empty())
        return;
    if (status.code == "CAPABILITY") {
        setCapabilities(Capabilities::parse(status.codeArguments));
        return;
    }
    if (!m_selected) {
        progress.harvest.remarks.push_back(status);
    } else if (status.code == "UIDVALIDITY") {
        const auto value = parseNumber<std::uint32_t>(status.codeArguments).value_or(0);
        if (!progress.isOpening && value != m_selected->uidValidity)
            progress.harvest.mailboxChanged = true;
        m_selected->uidValidity = value;
    } else if (status.code == "UIDNEXT") {
        m_selected->uidNext = parseNumber<std::uint32_t>(status.codeArguments).value_or(0);
    } else if (status.code == "PERMANENTFLAGS") {
        m_selected->permanentFlags = parseFlagList(status.codeArguments);
    } else if (status.code == "HIGHESTMODSEQ") {
        m_selected->highestModSeq = parseNumber<std::uint64_t>(status.codeArguments);
    } else {
        progress.harvest.remarks.push_back(status);
    }
}

void Session::takeExists(std::uint32_t count, Progress &progress)
{
    if (!m_selected)
        return;
    if (m_selected->exists != count)
        progress.harvest.mailboxChanged = true;
    m_selected->exists = count;
    if (progress.listener != nullptr)
        (*progress.listener)({.kind = MailboxEvent::Kind::Exists, .number = count});
}

// RFC 9051 §7.5.1: every higher number goes down by one
void Session::takeExpunge(std::uint32_t sequence, Progress &progress)
{
    for (std::size_t i = 0; i < progress.sequences.size(); ++i) {
        auto &current = progress.sequences[i];
        if (current == sequence) {
            current = 0;
            progress.harvest.expunged.push_back(progress.harvest.fetched[i].message.uid);
        } else if (current > sequence) {
            --current;
        }
    }
    progress.lastFetched.reset(); // sequence numbers have moved
    progress.harvest.mailboxChanged = true;
    if (m_selected && m_selected->exists > 0)
        --m_selected->exists;
    if (progress.listener != nullptr)
        (*progress.listener)({.kind = MailboxEvent::Kind::Expunge, .number = sequence});
}

void Session::takeFetch(FetchResponse &&fetched, Progress &progress)
{
    if (progress.listener != nullptr) {
        if (fetched.items.flags)
            (*progress.listener)({.kind = MailboxEvent::Kind::Flags,
                                  .number = fetched.message.sequence,
                                  .flags = std::move(fetched.message.flags)});
        return; // nobody asked for it, and it may come for ever
    }
    auto &all = progress.harvest.fetched;
    const auto uid = fetched.message.uid;
    if (uid != 0) {
        const auto [known, isNew] = progress.fetchedByUid.try_emplace(uid, all.size());
        progress.lastFetched = known->second;
        if (isNew) {
            progress.sequences.push_back(fetched.message.sequence);
            all.push_back(std::move(fetched));
        } else {
            progress.sequences[known->second] = fetched.message.sequence;
            all[known->second].merge(std::move(fetched));
        }
    } else if (progress.lastFetched
               && all[*progress.lastFetched].message.sequence == fetched.message.sequence) {
        all[*progress.lastFetched].merge(std::move(fetched));
    }
    // A line without UID about another message was not asked for, and says nothing that is kept.
}

} // namespace imap
