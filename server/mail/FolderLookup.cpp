// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/FolderLookup.h"

#include "core/Unicode.h"
#include "imap/FolderRole.h"

#include <algorithm>

namespace mail {

using core::Error;
using core::ErrorKind;

namespace {

constexpr std::size_t longestPath = 100; // in messages

} // namespace

std::string quotedPath(std::string_view path)
{
    return "\"" + std::string(core::truncateUtf8(path, longestPath)) + "\"";
}

core::Error noSuchFolder(const std::string &folder)
{
    return {ErrorKind::NotFound, "There is no folder " + quotedPath(folder)
                                     + " in this mailbox. list_mailboxes shows the folders there "
                                       "are; use a path exactly as it is given there."};
}

core::Error noSuchMessage(const std::string &folder, std::uint32_t uid)
{
    return {ErrorKind::NotFound, "There is no message with UID " + std::to_string(uid)
                                     + " in the folder " + quotedPath(folder)
                                     + ". It may have been moved or deleted; list or search the "
                                       "folder again."};
}

core::Error renumbered(const MessageReference &message, std::uint32_t uidValidity)
{
    return {ErrorKind::Conflict,
            "The mail server has numbered the messages of this folder anew: its uidvalidity is "
                + std::to_string(uidValidity) + " now, not "
                + std::to_string(message.uidValidity.value_or(0)) + ", and UID "
                + std::to_string(message.uid)
                + " may be another message. Nothing was changed; list or search the folder again."};
}

const imap::ListEntry *findByPath(const imap::MailboxList &list, const std::string &folder)
{
    const auto isCalled = [&folder](const imap::ListEntry &entry) {
        return entry.name.path() == folder;
    };
    const auto looksCalled = [&folder](const imap::ListEntry &entry) {
        std::size_t removed = 0;
        return core::onlySeen(entry.name.path(), removed) == folder;
    };
    const auto &mailboxes = list.mailboxes;
    auto found = std::ranges::find_if(mailboxes, isCalled);
    if (found == mailboxes.end() && std::ranges::count_if(mailboxes, looksCalled) == 1)
        found = std::ranges::find_if(mailboxes, looksCalled);
    return found == mailboxes.end() ? nullptr : &*found;
}

const imap::ListEntry *findByRole(const imap::MailboxList &list, imap::SpecialUse role)
{
    const auto roles = imap::rolesOf(list);
    const auto found = std::ranges::find(roles, role);
    if (found == roles.end())
        return nullptr;
    return &list.mailboxes[static_cast<std::size_t>(found - roles.begin())];
}

core::Task<core::Result<imap::MailboxName>>
findFolder(imap::Connection &connection, const std::string &folder, core::Deadline deadline)
{
    const auto list = co_await connection.list(deadline);
    if (!list)
        co_return list.error();
    if (const auto *const entry = findByPath(*list, folder)) {
        if (!entry->isSelectable())
            co_return Error(ErrorKind::NotFound,
                            "The folder " + quotedPath(folder)
                                + " only holds other folders; there are no messages in it. "
                                  "list_mailboxes shows the folders in it.");
        co_return entry->name;
    }
    if (const auto role = imap::roleNamed(folder)) {
        if (const auto *const entry = findByRole(*list, *role))
            co_return entry->name;
    }
    co_return noSuchFolder(folder);
}

} // namespace mail
