// SPDX-License-Identifier: GPL-3.0-or-later
// What the responses of a server change: the harvest of the running commands, and what is known
// about the server and the open mailbox.
#include "imap/Refusal.h"
#include "imap/SessionOperation.h"
#include "imap/Text.h"

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

std::optional<MailboxStatus> Harvest::statusOf(const MailboxName &mailbox) const
{
    std::optional<MailboxStatus> result;
    for (const auto &told : statuses) {
        if (!(told.name == mailbox))
            continue;
        if (!result)
            result.emplace();
        result->update(told.status);
    }
    return result;
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
    } else if (auto *const fetched = std::get_if<std::unique_ptr<FetchResponse>>(&response)) {
        takeFetch(std::move(*fetched), progress);
    } else if (const auto *const enabled = std::get_if<response::Enabled>(&response)) {
        if (enabled->capabilities.has("UTF8=ACCEPT"))
            m_names = NameEncoding::Utf8;
    } else if (progress.listener != nullptr) {
        // Of the rest nobody has asked for anything, and it may come for ever.
        if (auto *const status = std::get_if<response::MailboxStatusOf>(&response))
            (*progress.listener)({.kind = MailboxEvent::Kind::Status,
                                  .mailbox = std::move(status->name),
                                  .status = status->status});
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
        progress.fetchedByUid.clear();
        progress.lastFetched = nullptr;
        progress.harvest.mailboxChanged = false;
        if (status.condition != StatusLine::Condition::Ok)
            m_selected.reset();
        else if (m_selected && status.code == "READ-ONLY")
            m_selected->access = Access::ReadOnly;
    }
    if (index)
        progress.harvest.ends[*index] = status;
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
        takeRemark(status, progress);
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
        takeRemark(status, progress);
    }
}

void Session::takeRemark(const StatusLine &status, Progress &progress)
{
    if (progress.listener == nullptr)
        progress.harvest.remarks.push_back(status);
    else if (status.code == "NOTIFICATIONOVERFLOW")
        (*progress.listener)({.kind = MailboxEvent::Kind::Overflow});
}

void Session::takeExists(std::uint32_t count, Progress &progress)
{
    if (!m_selected)
        return;
    if (m_selected->exists != count) {
        progress.harvest.mailboxChanged = true;
        ++m_selected->changes;
    }
    m_selected->exists = count;
    if (progress.listener != nullptr)
        (*progress.listener)({.kind = MailboxEvent::Kind::Exists, .number = count});
}

void Session::takeExpunge(std::uint32_t sequence, Progress &progress)
{
    progress.lastFetched = nullptr; // sequence numbers have moved
    if (progress.watchedSequence == sequence) {
        progress.watchedSequence = 0;
        progress.harvest.isWatchedGone = true;
    } else if (progress.watchedSequence > sequence) {
        --progress.watchedSequence;
    }
    progress.harvest.mailboxChanged = true;
    if (m_selected) {
        ++m_selected->changes;
        if (m_selected->exists > 0)
            --m_selected->exists;
    }
    if (progress.listener != nullptr)
        (*progress.listener)({.kind = MailboxEvent::Kind::Expunge, .number = sequence});
}

void Session::takeFetch(std::unique_ptr<FetchResponse> fetched, Progress &progress)
{
    auto &message = fetched->message;
    if (m_selected && fetched->items.flags)
        ++m_selected->changes;
    if (progress.listener != nullptr) {
        if (fetched->items.flags)
            (*progress.listener)({.kind = MailboxEvent::Kind::Flags,
                                  .number = message.sequence,
                                  .flags = std::move(message.flags)});
        return; // nobody asked for it, and it may come for ever
    }
    if (message.uid != 0 && message.uid == progress.watched)
        progress.watchedSequence = message.sequence;
    if (message.uid != 0) {
        const auto [known, isNew] = progress.fetchedByUid.try_emplace(message.uid, fetched.get());
        progress.lastFetched = known->second;
        if (isNew)
            progress.harvest.fetched.push_back(std::move(fetched));
        else
            known->second->merge(std::move(*fetched));
    } else if (progress.lastFetched != nullptr
               && progress.lastFetched->message.sequence == message.sequence) {
        progress.lastFetched->merge(std::move(*fetched));
    }
    // A line without UID about another message was not asked for, and says nothing that is kept.
}

} // namespace imap
