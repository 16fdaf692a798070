// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/Questions.h"
#include "tools/ToolFunctions.h"
#include "view/MailPrincipal.h"
#include "view/MessageFields.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace tools {

using Type = mcp::Field::Type;

namespace {

core::Task<core::Result<nlohmann::json>>
run(mail::SessionPool &pool, const mcp::CallContext &context, const nlohmann::json &arguments)
{
    const auto changes = view::mailboxChangesOf(context, pool);
    if (!changes)
        co_return changes.error();
    const auto message = view::messageReference(arguments);
    const auto deleted = co_await changes->remove(message);
    if (!deleted)
        co_return deleted.error();
    nlohmann::json result = {{"folder", message.folder},
                             {"uid", message.uid},
                             {"uidvalidity", deleted->uidValidity},
                             {"deleted", deleted->isRemoved}};
    co_return result;
}

} // namespace

mcp::Tool deleteMailMessage(const Services &services)
{
    return {
        .name = "delete_mail_message",
        .title = "Delete a message for good",
        .description =
            "Removes one message from its folder. This cannot be undone; to put it in the trash, "
            "use move_mail_message with the destination \"Trash\". Example: {\"folder\": "
            "\"INBOX\", \"uid\": 4711, \"uidvalidity\": 1700000000}. Give the uidvalidity that "
            "came "
            "with the UID: if the folder was renumbered since, nothing is deleted. Ask the person "
            "before you delete what they did not name.",
        .effect = {.scope = "mail.delete", .isReadOnly = false, .isDestructive = true},
        .parameters = {view::folderParameter(), view::uidParameter(), view::uidValidityParameter()},
        .result = {{.name = "folder", .description = "The folder that was named."},
                   {.name = "uid",
                    .type = Type::Integer,
                    .description = "The UID that was named.",
                    .minimum = 1},
                   view::uidValidityField(),
                   {.name = "deleted",
                    .type = Type::Boolean,
                    .description = "True: the message is gone. False: it is marked as deleted but "
                                   "still there, because this mail server can remove marked "
                                   "messages only all at once, and others are marked, too. The "
                                   "person can empty the folder in a mail program."}},
        .run = [&pool = services.pool](
                   const mcp::CallContext &context,
                   const nlohmann::json &arguments) { return run(pool, context, arguments); },
        .icon = "delete",
        .findQuestion =
            [&pool = services.pool](const mcp::CallContext &context,
                                    const nlohmann::json &arguments) {
                return deleteQuestion(pool, context, arguments);
            },
    };
}

} // namespace tools
