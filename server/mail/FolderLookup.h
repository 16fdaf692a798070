// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"
#include "imap/Connection.h"
#include "mail/MessageReference.h"

#include <cstdint>
#include <string>
#include <string_view>

/// What people call folders and messages, and what they are told when there is no such thing.
namespace mail {

/// A path for messages: in quotes, and cut, because somebody may have typed a page.
std::string quotedPath(std::string_view path);

/// NotFound, in words that name the folder or the message.
core::Error noSuchFolder(const std::string &folder);
core::Error noSuchMessage(const std::string &folder, std::uint32_t uid);
/// Conflict: the folder has another UIDVALIDITY now than the reference says.
core::Error renumbered(const MessageReference &message, std::uint32_t uidValidity);

/// The folder with this path. If there is none, the only one that looks as if it had it: its name
/// may hold characters that nobody sees, as many emoji do. Else nullptr.
const imap::ListEntry *findByPath(const imap::MailboxList &list, const std::string &folder);

/// The folder that holds what the role says, or nullptr.
const imap::ListEntry *findByRole(const imap::MailboxList &list, imap::SpecialUse role);

/// The folder that a person may have meant by a path that the server does not know: one whose name
/// reads or looks the same but is written in an odd way, or the one with the role of that name.
/// NotFound.
core::Task<core::Result<imap::MailboxName>>
findFolder(imap::Connection &connection, const std::string &folder, core::Deadline deadline);

/// Runs `operation(name)` on the folder that `folder` names; it must answer NotFound, and have done
/// nothing, if the server has no such folder. Asking the server costs nothing where it knows the
/// name, so the list is fetched only where it does not.
template <typename T, typename Operation>
core::Task<core::Result<T>> inFolder(imap::Connection &connection, const std::string &folder,
                                     const Operation &operation, core::Deadline deadline)
{
    const auto name = imap::MailboxName::fromText(folder);
    if (!name)
        co_return name.error();
    auto result = co_await operation(*name);
    if (result || result.error().kind != core::ErrorKind::NotFound)
        co_return result;
    const auto found = co_await findFolder(connection, folder, deadline);
    if (!found)
        co_return found.error();
    co_return co_await operation(*found);
}

} // namespace mail
