// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/MessageFiler.h"

#include "imap/Criteria.h"
#include "imap/Date.h"
#include "imap/FolderRole.h"
#include "mail/Borrowing.h"
#include "mail/FolderLookup.h"
#include "mail/MailboxKey.h"

#include <algorithm>
#include <utility>

namespace mail {

using core::Deadline;
using core::Error;
using core::ErrorKind;
using core::Result;
using core::Task;
using Folder = MessageFiler::Folder;

namespace {

std::optional<Folder> folderWithRole(const imap::MailboxList &list, imap::SpecialUse role)
{
    const auto *const entry = findByRole(list, role);
    if (entry == nullptr || !entry->isSelectable())
        return std::nullopt;
    return Folder(entry->name, role);
}

Result<Folder> folderNamed(const imap::MailboxList &list, const std::string &path)
{
    const auto typed = imap::MailboxName::fromText(path);
    if (!typed)
        return typed.error();
    const auto roles = imap::rolesOf(list);
    if (const auto *const entry = findByPath(list, typed->path())) {
        if (!entry->isSelectable())
            return Error(ErrorKind::NotFound, "The folder " + quotedPath(path)
                                                  + " only holds other folders; messages cannot be "
                                                    "put into it. list_mailboxes shows the folders "
                                                    "in it.");
        return Folder(entry->name, roles[static_cast<std::size_t>(entry - list.mailboxes.data())]);
    }
    const auto role = imap::roleNamed(path);
    const auto folder = role ? folderWithRole(list, *role) : std::nullopt;
    if (folder)
        return *folder;
    return noSuchFolder(path);
}

std::string keyOf(const MessageFiler::Request &request)
{
    return std::string(nameOf(request.role)) + mailboxIdentity(*request.account);
}

Task<Result<Borrowed<imap::MailboxList>>> borrowForList(SessionPool &pool,
                                                        const account::MailAccountPtr &account,
                                                        Deadline deadline,
                                                        const core::Cancellation &cancellation)
{
    const auto list = [deadline](imap::Connection &connection) {
        return connection.list(deadline);
    };
    co_return co_await borrow<imap::MailboxList>(pool, account, list, deadline, cancellation);
}

Task<Result<imap::MailboxName>> tryToCreate(imap::Connection &connection, const std::string &path,
                                            Deadline deadline)
{
    const auto name = imap::MailboxName::fromText(path);
    if (!name)
        co_return name.error();
    const auto created = co_await connection.create(*name, deadline);
    // Conflict: it exists.
    if (!created && created.error().kind != ErrorKind::Conflict)
        co_return created.error();
    co_return *name;
}

/// Some servers take new folders below INBOX only.
Task<Result<imap::MailboxName>> create(imap::Connection &connection, const imap::MailboxList &list,
                                       const std::string &usualName, Deadline deadline)
{
    auto name = co_await tryToCreate(connection, usualName, deadline);
    const auto withDelimiter = std::ranges::find_if(
        list.mailboxes, [](const auto &entry) { return entry.delimiter.has_value(); });
    if (name || !connection.isUsable() || withDelimiter == list.mailboxes.end())
        co_return name;
    const std::string below = std::string("INBOX") + *withDelimiter->delimiter + usualName;
    co_return co_await tryToCreate(connection, below, deadline);
}

/// Servers find the messages of a few days by their index, but may open every message for a header.
/// Longer ago than this nothing was filed that is looked for: a day for a repeated call, and one
/// for clocks and time zones.
constexpr auto searchedDays = std::chrono::days(2);

Result<imap::Criteria> criteriaFor(std::string_view messageId, const core::Clock &clock)
{
    const auto day = std::chrono::floor<std::chrono::days>(clock.now()) - searchedDays;
    const auto bare = messageId.substr(1, messageId.size() - 2);
    return imap::Criteria::parse("SINCE " + imap::dateText(day) + " HEADER Message-ID \""
                                 + std::string(bare) + "\"");
}

FiledMessage filedAs(const Folder &folder, const imap::Connection &connection, std::uint32_t uid)
{
    const auto &selected = connection.selected();
    return {.folder = folder.name.path(),
            .uidValidity = selected ? selected->uidValidity : 0,
            .uid = uid};
}

/// Nothing: it is not there.
Task<Result<std::optional<FiledMessage>>> lookFor(imap::Connection &connection,
                                                  const Folder &folder, std::string_view messageId,
                                                  const core::Clock &clock, Deadline deadline)
{
    const auto criteria = criteriaFor(messageId, clock);
    if (!criteria)
        co_return criteria.error();
    const auto found = co_await connection.uidSearch(folder.name, *criteria, deadline);
    if (!found)
        co_return found.error();
    if (found->uids.empty())
        co_return std::optional<FiledMessage>();
    co_return std::optional(filedAs(folder, connection, found->uids.front()));
}

Task<Result<FiledMessage>> append(imap::Connection &connection, const Folder &folder,
                                  const MessageFiler::Request &request, const core::Clock &clock,
                                  Deadline deadline)
{
    const auto appended =
        co_await connection.append(folder.name, request.flags, request.message, deadline);
    if (!appended && !connection.isUsable())
        co_return Error(appended.error().kind,
                        "The connection broke while the message was being stored in "
                            + quotedPath(folder.name.path()) + "; it may or may not be there. "
                            + appended.error().message,
                        appended.error().detail);
    if (!appended)
        co_return appended.error();
    if (*appended)
        co_return FiledMessage{.folder = folder.name.path(),
                               .uidValidity = (*appended)->uidValidity,
                               .uid = (*appended)->uid};
    // Without APPENDUID (RFC 4315) the server has to be asked which number it got. It is stored
    // whatever comes of that.
    const auto found = co_await lookFor(connection, folder, request.messageId, clock, deadline);
    if (found && *found)
        co_return **found;
    co_return FiledMessage{.folder = folder.name.path()};
}

} // namespace

MessageFiler::Folder::Folder(imap::MailboxName folderName, imap::SpecialUse folderRole)
    : name(std::move(folderName))
    , role(folderRole)
{}

MessageFiler::MessageFiler(SessionPool &pool, const core::Clock &clock, Limits limits)
    : m_pool(pool)
    , m_clock(clock)
    , m_limits(limits)
{}

MessageFiler::MessageFiler(SessionPool &pool, const core::Clock &clock)
    : MessageFiler(pool, clock, Limits())
{}

Task<Result<Folder>> MessageFiler::find(account::MailAccountPtr account, std::string path,
                                        core::Cancellation cancellation)
{
    const auto deadline = core::deadlineIn(m_limits.duration);
    const auto listed = co_await borrowForList(m_pool, account, deadline, cancellation);
    if (!listed)
        co_return listed.error();
    co_return folderNamed(listed->value, path);
}

Task<Result<FiledMessage>> MessageFiler::file(Request request, core::Cancellation cancellation)
{
    const auto deadline = core::deadlineIn(m_limits.duration);
    if (request.folder)
        co_return co_await fileInto(*request.folder, request, deadline, cancellation);
    auto folder = co_await findByRole(request, deadline, cancellation);
    if (!folder)
        co_return folder.error();
    const auto filed = co_await fileInto(*folder, request, deadline, cancellation);
    if (filed || filed.error().kind != ErrorKind::NotFound)
        co_return filed;
    // It is not where it was any more.
    m_folders.erase(keyOf(request));
    folder = co_await findByRole(request, deadline, cancellation);
    if (!folder)
        co_return folder.error();
    co_return co_await fileInto(*folder, request, deadline, cancellation);
}

Task<Result<FiledMessage>> MessageFiler::fileInto(const Folder &folder, const Request &request,
                                                  Deadline deadline,
                                                  core::Cancellation cancellation)
{
    auto search = request.provider == Provider::MayFile ? Search::First : Search::No;
    auto freshness = SessionPool::Freshness::Any;
    while (true) {
        const auto lease = co_await m_pool.take(request.account, freshness, deadline, cancellation);
        if (!lease)
            co_return lease.error();
        auto &connection = lease->connection();
        const std::optional<FiledMessage> nothing; // a temporary confuses GCC 12's warnings
        Result<std::optional<FiledMessage>> found = nothing;
        if (search == Search::First)
            found = co_await lookFor(connection, folder, request.messageId, m_clock, deadline);
        if (found && *found)
            co_return **found;
        const bool isMissing = !found && found.error().kind == ErrorKind::NotFound;
        if (isMissing)
            co_return found.error();
        Result<FiledMessage> filed = FiledMessage{.folder = folder.name.path()};
        // Gmail files what goes out through it, be it a moment later.
        const bool willBeFiled = request.provider == Provider::MayFile
                                 && folder.role == imap::SpecialUse::Sent
                                 && connection.capabilities().has("X-GM-EXT-1");
        if (!connection.isUsable())
            filed = found.error();
        else if (!willBeFiled)
            filed = co_await append(connection, folder, request, m_clock, deadline);
        if (filed || connection.isUsable() || freshness == SessionPool::Freshness::New)
            co_return filed;
        freshness = SessionPool::Freshness::New;
        search = Search::First;
    }
}

Task<Result<Folder>> MessageFiler::findByRole(const Request &request, Deadline deadline,
                                              core::Cancellation cancellation)
{
    const std::string key = keyOf(request);
    const auto known = m_folders.find(key);
    if (known != m_folders.end() && std::chrono::steady_clock::now() < known->second.until)
        co_return known->second.folder;
    const auto listed = co_await borrowForList(m_pool, request.account, deadline, cancellation);
    if (!listed)
        co_return listed.error();
    if (const auto folder = folderWithRole(listed->value, request.role)) {
        remember(key, *folder);
        co_return *folder;
    }
    auto created =
        co_await create(listed->lease.connection(), listed->value, request.usualName, deadline);
    if (!created)
        co_return Error(created.error().kind,
                        "This mailbox has no folder for " + std::string(nameOf(request.role))
                            + ", and none could be made. " + created.error().message,
                        created.error().detail);
    const Folder folder(std::move(*created), request.role);
    remember(key, folder);
    co_return folder;
}

void MessageFiler::remember(const std::string &key, const Folder &folder)
{
    if (m_folders.size() >= m_limits.remembered)
        m_folders.clear();
    m_folders.insert_or_assign(
        key,
        Remembered{.folder = folder, .until = std::chrono::steady_clock::now() + m_limits.memory});
}

} // namespace mail
