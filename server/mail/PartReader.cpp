// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/PartReader.h"

#include "mail/Borrowing.h"
#include "mail/FolderLookup.h"

#include <optional>
#include <utility>

namespace mail {

using core::Error;
using core::ErrorKind;

namespace {

core::Task<core::Result<imap::FetchResult>> fetchSection(imap::Connection &connection,
                                                         const MessagePart &part,
                                                         const imap::Section &section,
                                                         core::Deadline deadline)
{
    imap::FetchItems items;
    items.sections = {section};
    const std::vector<std::uint32_t> uids = {part.uid};
    const auto fetch = [&](const imap::MailboxName &name) {
        return connection.uidFetch(name, uids, items, deadline);
    };
    co_return co_await inFolder<imap::FetchResult>(connection, part.folder, fetch, deadline);
}

} // namespace

PartReader::PartReader(SessionPool &pool, account::MailAccountPtr account, MessagePart part,
                       std::shared_ptr<Turnstile> turns, core::Cancellation cancellation)
    : m_pool(pool)
    , m_account(std::move(account))
    , m_part(std::move(part))
    , m_turns(std::move(turns))
    , m_cancellation(std::move(cancellation))
{}

core::Task<core::Result<std::string>> PartReader::read(std::uint64_t offset, std::size_t count)
{
    const auto number = imap::PartNumber::parse(m_part.partNumber);
    if (!number)
        co_return number.error();
    const auto deadline = core::deadlineIn(windowTime);
    std::optional<Turnstile::Permit> turn;
    if (m_turns) {
        auto entered = co_await m_turns->enter(deadline, m_cancellation);
        if (!entered)
            co_return entered.error();
        turn.emplace(std::move(*entered));
    }
    const auto section = imap::Section::ofPart(*number).window(offset, count);
    const auto operation = [&](imap::Connection &connection) {
        return fetchSection(connection, m_part, section, deadline);
    };
    auto fetched =
        co_await borrow<imap::FetchResult>(m_pool, m_account, operation, deadline, m_cancellation);
    if (!fetched)
        co_return fetched.error();
    const auto &result = fetched->value;
    if (result.mailbox.uidValidity != m_part.uidValidity)
        co_return Error(ErrorKind::Conflict,
                        "The folder " + quotedPath(m_part.folder)
                            + " was made anew since the link was made, so it may be another "
                              "message now. Read the message again for a new link.");
    if (result.messages.empty())
        co_return noSuchMessage(m_part.folder, m_part.uid);
    const std::string *bytes = result.messages.front().section(section);
    // Behind the end some servers say NIL instead of nothing.
    if (bytes == nullptr && offset > 0)
        co_return std::string();
    if (bytes == nullptr)
        co_return Error(ErrorKind::NotFound, "The message has no such part.");
    co_return *bytes;
}

} // namespace mail
