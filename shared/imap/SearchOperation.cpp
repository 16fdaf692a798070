// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Connection.h"
#include "imap/Refusal.h"
#include "imap/Session.h"

#include <algorithm>
#include <functional>

namespace imap {

using Condition = StatusLine::Condition;

namespace {

enum class Charset { Unnamed, Utf8 };

Command searchCommand(const Criteria &criteria, bool isExtended, Charset charset)
{
    Command command("UID SEARCH");
    if (isExtended)
        command.add(Word("RETURN")).open().add(Word("ALL")).add(Word("COUNT")).close();
    if (charset == Charset::Utf8)
        command.add(Word("CHARSET UTF-8"));
    criteria.appendTo(command);
    return command;
}

SearchResult fromExtended(const response::ExtendedSearch &found, std::size_t limit)
{
    SearchResult result;
    if (found.all)
        result.uids = found.all->newestFirst(limit);
    result.count =
        std::max<std::uint64_t>(found.count.value_or(0), found.all ? found.all->count() : 0);
    result.isTruncated = result.count > result.uids.size();
    return result;
}

SearchResult fromPlain(response::Search &found, std::size_t limit)
{
    SearchResult result;
    auto &uids = result.uids;
    uids = std::move(found.numbers);
    std::ranges::sort(uids, std::ranges::greater());
    const auto repeated = std::ranges::unique(uids);
    uids.erase(repeated.begin(), repeated.end());
    result.count = uids.size();
    result.isTruncated = uids.size() > limit;
    uids.resize(std::min(uids.size(), limit));
    return result;
}

} // namespace

core::Task<core::Result<SearchResult>>
Connection::uidSearch(const MailboxName &mailbox, const Criteria &criteria, core::Deadline deadline)
{
    const bool isExtended = m_session->capabilities().has("ESEARCH");
    const auto limit = m_session->limits().searchResults;
    // With UTF8=ACCEPT strings are UTF-8 anyway, and CHARSET is forbidden (RFC 6855 §3).
    auto charset = criteria.needsUtf8() && m_session->nameEncoding() != NameEncoding::Utf8
                       ? Charset::Utf8
                       : Charset::Unnamed;
    bool isRepeated = false;
    while (true) {
        const auto &open = m_session->selected();
        const bool wasOpen = open && open->name == mailbox;
        const std::uint32_t known = wasOpen ? open->exists : 0;
        auto batch = m_session->batchOn(mailbox, Access::ReadOnly);
        batch.lineLength = LineLength::Long;
        batch.commands.push_back(searchCommand(criteria, isExtended, charset));
        auto harvest = co_await m_session->run(std::move(batch), deadline);
        if (!harvest)
            co_return harvest.error();
        if (harvest->ends.front().condition != Condition::Ok)
            co_return refusal(harvest->ends.front(), Refused::Mailbox);
        const auto &end = harvest->ends.back();
        if (end.code == "BADCHARSET" && charset == Charset::Utf8) {
            charset = Charset::Unnamed;
            continue;
        }
        if (end.condition != Condition::Ok)
            co_return refusal(end, Refused::Reading);
        // Dovecot looks for new messages last, whatever order the commands of a packet have: if
        // there are any, the search has not seen them.
        if (wasOpen && !isRepeated && m_session->selected()->exists > known) {
            isRepeated = true;
            continue;
        }
        if (harvest->extendedSearch)
            co_return fromExtended(*harvest->extendedSearch, limit);
        if (harvest->search)
            co_return fromPlain(*harvest->search, limit);
        co_return SearchResult(); // nothing found: servers may leave the answer out
    }
}

} // namespace imap
