// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/MailboxName.h"
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
    const auto destination = arguments.at("destination").get<std::string>();
    const auto moved = co_await changes->move(message, destination);
    if (!moved)
        co_return moved.error();
    content::UnicodeHygiene hygiene;
    nlohmann::json result = {
        {"folder", message.folder},
        {"uid", message.uid},
        {"uidvalidity", moved->uidValidity},
        {"destination", hygiene.clean(moved->destination)},
        {"destination_uid", moved->copy ? nlohmann::json(moved->copy->uid) : nlohmann::json()},
        {"destination_uidvalidity",
         moved->copy ? nlohmann::json(moved->copy->uidValidity) : nlohmann::json()}};
    view::addOrigin(result, hygiene);
    co_return result;
}

} // namespace

mcp::Tool moveMailMessage(const Services &services)
{
    return {
        .name = "move_mail_message",
        .title = "Move a message to another folder",
        .description =
            "Moves one message to another folder of the same mailbox, which must exist. Example: "
            "{\"folder\": \"INBOX\", \"uid\": 4711, \"destination\": \"Archive\"}; the destination "
            "\"Trash\" puts it in the trash. There it has another UID, which the result tells if "
            "the mail server does. Give the uidvalidity that came with the UID: if the folder was "
            "renumbered since, nothing is moved.",
        .effect = {.scope = "mail.organize", .isReadOnly = false, .isIdempotent = false},
        .parameters = {view::folderParameter(),
                       view::uidParameter(),
                       {.name = "destination",
                        .description = "The path of the folder to move it to, as list_mailboxes "
                                       "gives it, or a role as for folder.",
                        .maximumLength = imap::MailboxName::maximumBytes},
                       view::uidValidityParameter()},
        .result = view::joined(
            {{.name = "folder", .description = "The folder that it was in."},
             {.name = "uid",
              .type = Type::Integer,
              .description = "The UID that it had there.",
              .minimum = 1},
             view::uidValidityField(),
             {.name = "destination", .description = "The path of the folder that it is in now."},
             {.name = "destination_uid",
              .type = Type::Integer,
              .description = "Its UID there; null if the mail server does not say.",
              .minimum = 1,
              .nullable = true},
             {.name = "destination_uidvalidity",
              .type = Type::Integer,
              .description = "The uidvalidity there; null if the mail server does not "
                             "say.",
              .minimum = 1,
              .nullable = true}},
            view::originFields()),
        .run = [&pool = services.pool](
                   const mcp::CallContext &context,
                   const nlohmann::json &arguments) { return run(pool, context, arguments); },
        .icon = "move",
    };
}

} // namespace tools
