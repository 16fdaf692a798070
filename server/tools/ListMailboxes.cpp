// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/ToolFunctions.h"
#include "view/MailPrincipal.h"
#include "view/MessageFields.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <utility>

namespace tools {

using Type = mcp::Field::Type;

namespace {

nlohmann::json numberOrNull(std::optional<std::uint32_t> number)
{
    return number ? nlohmann::json(*number) : nlohmann::json();
}

nlohmann::json folderJson(const mail::Folder &folder, content::UnicodeHygiene &hygiene)
{
    const std::string_view role = nameOf(folder.role);
    return {{"path", hygiene.clean(folder.path)},
            {"delimiter", view::textOrNull(folder.delimiter, hygiene)},
            {"role", role.empty() ? nlohmann::json() : nlohmann::json(role)},
            {"selectable", folder.holdsMessages},
            {"messages", numberOrNull(folder.messages)},
            {"unseen", numberOrNull(folder.unseen)},
            {"uidnext", numberOrNull(folder.uidNext)},
            {"uidvalidity", numberOrNull(folder.uidValidity)}};
}

core::Task<core::Result<nlohmann::json>> run(mail::SessionPool &pool,
                                             const mcp::CallContext &context)
{
    const auto mailbox = view::mailboxOf(context, pool);
    if (!mailbox)
        co_return mailbox.error();
    const auto list = co_await mailbox->folders();
    if (!list)
        co_return list.error();
    content::UnicodeHygiene hygiene;
    auto folders = nlohmann::json::array();
    for (const auto &folder : list->folders)
        folders.push_back(folderJson(folder, hygiene));
    nlohmann::json result = {{"mailboxes", std::move(folders)}, {"truncated", list->isTruncated}};
    view::addOrigin(result, hygiene);
    co_return result;
}

mcp::Field count(std::string name, std::string description)
{
    return {.name = std::move(name),
            .type = Type::Integer,
            .description = std::move(description),
            .minimum = 0,
            .nullable = true};
}

std::vector<mcp::Field> folderFields()
{
    return {
        {.name = "path",
         .description = "What the other tools take as folder, for example \"INBOX\"."},
        {.name = "delimiter",
         .description = R"(What separates the levels of a path, usually "/" or ".".)",
         .nullable = true},
        {.name = "role",
         .description = "What the folder is for: inbox, sent, drafts, trash, junk, archive, all, "
                        "flagged or important; null for ordinary folders.",
         .nullable = true},
        {.name = "selectable",
         .type = Type::Boolean,
         .description = "False if it only holds other folders."},
        count("messages", "How many messages there are."),
        count("unseen", "How many of them have not been read."),
        count("uidnext", "The UID that the next new message will get, or a higher one."),
        count("uidvalidity", "UIDs of the folder are only good as long as this stays the same."),
    };
}

} // namespace

mcp::Tool listMailboxes(const Services &services)
{
    return {
        .name = "list_mailboxes",
        .title = "List mail folders",
        .description =
            std::string("Lists all folders of the mailbox with their roles and message counts. "
                        "Call it first to learn which folders there are and which one holds sent "
                        "mail, drafts or trash: their names differ from mailbox to mailbox.")
            + std::string(view::untrustedContentNotice),
        .effect = {.scope = "mail.read"},
        .parameters = {},
        .result = view::joined({{.name = "mailboxes",
                                 .type = Type::ObjectList,
                                 .description = "The folders, in the order of the mail server.",
                                 .fields = folderFields()},
                                {.name = "truncated",
                                 .type = Type::Boolean,
                                 .description = "True if there are more folders than are listed."}},
                               view::originFields()),
        .run = [&pool = services.pool](const mcp::CallContext &context,
                                       const nlohmann::json &) { return run(pool, context); },
        .icon = "folders",
    };
}

} // namespace tools
