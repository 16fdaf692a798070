// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/ToolFunctions.h"
#include "view/MailPrincipal.h"
#include "view/MessageFields.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace tools {

using Type = mcp::Field::Type;
using core::Error;
using core::ErrorKind;

namespace {

constexpr std::size_t maximumFlags = 50;

core::Result<std::vector<imap::Flag>> flagsIn(const nlohmann::json &arguments, const char *name)
{
    std::vector<imap::Flag> flags;
    const auto list = arguments.find(name);
    if (list == arguments.end())
        return flags;
    for (const auto &text : *list) {
        auto flag = imap::Flag::parse(text.get_ref<const std::string &>());
        if (!flag)
            return flag.error();
        // Whoever may change flags may not yet delete.
        if (*flag == imap::Flag::deleted())
            return Error(ErrorKind::InvalidArgument,
                         "\\Deleted cannot be changed here. To delete a message, use "
                         "delete_mail_message; to put it in the trash, move_mail_message.");
        if (std::ranges::find(flags, *flag) == flags.end())
            flags.push_back(std::move(*flag));
    }
    return flags;
}

core::Result<imap::FlagChanges> flagChanges(const nlohmann::json &arguments)
{
    const auto add = flagsIn(arguments, "add");
    if (!add)
        return add.error();
    const auto remove = flagsIn(arguments, "remove");
    if (!remove)
        return remove.error();
    if (add->empty() && remove->empty())
        return Error(ErrorKind::InvalidArgument, "Give at least one flag to add or to remove.");
    for (const auto &flag : *add) {
        if (std::ranges::find(*remove, flag) != remove->end())
            return Error(ErrorKind::InvalidArgument,
                         "The flag " + flag.text() + " cannot be added and removed at once.");
    }
    return imap::FlagChanges{.add = *add, .remove = *remove};
}

core::Task<core::Result<nlohmann::json>>
run(mail::SessionPool &pool, const mcp::CallContext &context, const nlohmann::json &arguments)
{
    const auto changes = flagChanges(arguments);
    if (!changes)
        co_return changes.error();
    const auto mailbox = view::mailboxChangesOf(context, pool);
    if (!mailbox)
        co_return mailbox.error();
    const auto message = view::messageReference(arguments);
    const auto changed = co_await mailbox->changeFlags(message, *changes);
    if (!changed)
        co_return changed.error();
    content::UnicodeHygiene hygiene;
    nlohmann::json result = {{"folder", message.folder},
                             {"uid", message.uid},
                             {"uidvalidity", changed->uidValidity},
                             {"flags", view::flagsJson(changed->flags, hygiene)}};
    view::addOrigin(result, hygiene);
    co_return result;
}

mcp::Field flagList(std::string name, std::string description)
{
    return {.name = std::move(name),
            .type = Type::StringList,
            .presence = mcp::Field::Presence::Optional,
            .description = std::move(description),
            .maximumLength = maximumFlags};
}

} // namespace

mcp::Tool updateMailMessageFlags(const Services &services)
{
    return {
        .name = "update_mail_message_flags",
        .title = "Change the flags of a message",
        .description =
            "Adds flags to a message and removes others; what is not named stays. Examples: mark "
            "as "
            "read {\"folder\": \"INBOX\", \"uid\": 4711, \"add\": [\"Seen\"]}, as unread "
            "\"remove\": [\"Seen\"], star it \"add\": [\"Flagged\"]. The result shows the flags as "
            "they are afterwards. Give the uidvalidity that came with the UID: if the folder was "
            "renumbered since, nothing is changed.",
        .effect = {.scope = "mail.organize", .isReadOnly = false},
        .parameters = {view::folderParameter(), view::uidParameter(),
                       flagList("add",
                                "Flags to set: Seen, Answered, Flagged or Draft, with or without a "
                                "backslash in front, or keywords of 1 to 64 characters from A-Z "
                                "a-z 0-9 $ _ . - such as \"$Forwarded\". Not Deleted and Recent."),
                       flagList("remove", "Flags to take away, written in the same way."),
                       view::uidValidityParameter()},
        .result = view::joined({{.name = "folder", .description = "The folder that was named."},
                                {.name = "uid",
                                 .type = Type::Integer,
                                 .description = "The UID that was named.",
                                 .minimum = 1},
                                view::uidValidityField(),
                                view::flagsField()},
                               view::originFields()),
        .run = [&pool = services.pool](
                   const mcp::CallContext &context,
                   const nlohmann::json &arguments) { return run(pool, context, arguments); },
        .icon = "flag",
    };
}

} // namespace tools
