// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/ToolFunctions.h"
#include "view/MailPrincipal.h"
#include "view/MessageFields.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace tools {

using Type = mcp::Field::Type;

namespace {

constexpr std::uint32_t defaultPerPage = 20;
constexpr std::uint32_t maximumPage = 4'294'967'295;

nlohmann::json messageJson(const mail::MessageSummary &message, content::UnicodeHygiene &hygiene)
{
    nlohmann::json object = {{"uid", message.uid},
                             {"size", message.size},
                             {"received_at", message.receivedAt
                                                 ? nlohmann::json(*message.receivedAt)
                                                 : nlohmann::json()},
                             {"flags", view::flagsJson(message.flags, hygiene)}};
    view::addHeaders(object, message.headers, hygiene);
    return object;
}

core::Task<core::Result<nlohmann::json>>
run(mail::SessionPool &pool, const mcp::CallContext &context, const nlohmann::json &arguments)
{
    const auto mailbox = view::mailboxOf(context, pool);
    if (!mailbox)
        co_return mailbox.error();
    std::string folder = arguments.at("folder").get<std::string>();
    const auto pageNumber = arguments.value("page", std::uint32_t{1});
    const auto perPage = arguments.value("per_page", defaultPerPage);
    const auto page = co_await mailbox->page(folder, pageNumber, perPage);
    if (!page)
        co_return page.error();
    content::UnicodeHygiene hygiene;
    auto messages = nlohmann::json::array();
    for (const auto &message : page->messages)
        messages.push_back(messageJson(message, hygiene));
    nlohmann::json result = {{"folder", std::move(folder)}, {"messages", std::move(messages)},
                             {"total", page->total},        {"page", page->page},
                             {"per_page", page->perPage},   {"uidvalidity", page->uidValidity}};
    view::addOrigin(result, hygiene);
    co_return result;
}

std::vector<mcp::Field> messageFields()
{
    return view::joined(
        {{.name = "uid",
          .type = Type::Integer,
          .description = "What get_mail_message takes; it counts within this folder.",
          .minimum = 1},
         {.name = "size",
          .type = Type::Integer,
          .description = "Bytes of the whole message, attachments included.",
          .minimum = 0},
         {.name = "received_at",
          .description = "When the mail server got it, ISO 8601 in UTC.",
          .nullable = true},
         view::flagsField()},
        view::headerFields());
}

} // namespace

mcp::Tool listMailMessages(const Services &services)
{
    return {
        .name = "list_mail_messages",
        .title = "List messages in a folder",
        .description =
            std::string("Lists the messages of a folder, newest first, a page at a time: sender, "
                        "recipients, subject, date, size and flags, but no text. Example: "
                        "{\"folder\": \"INBOX\"} for the 20 newest, {\"folder\": \"Sent\", "
                        "\"page\": 2, \"per_page\": 50} for the next ones. To find certain "
                        "messages, search_mail_messages is faster than paging. Reading does not "
                        "mark anything as read.")
            + std::string(view::untrustedContentNotice),
        .effect = {.scope = "mail.read"},
        .parameters = {view::folderParameter(),
                       {.name = "page",
                        .type = Type::Integer,
                        .presence = mcp::Field::Presence::Optional,
                        .description = "Which page, from 1 (the default, the newest messages). A "
                                       "page beyond the end is empty.",
                        .minimum = 1,
                        .maximum = maximumPage},
                       {.name = "per_page",
                        .type = Type::Integer,
                        .presence = mcp::Field::Presence::Optional,
                        .description = "How many messages a page has, 1 to 100; 20 by default.",
                        .minimum = 1,
                        .maximum = mail::Mailbox::maximumPerPage}},
        .result = view::joined({{.name = "folder", .description = "The folder that was asked for."},
                                {.name = "messages",
                                 .type = Type::ObjectList,
                                 .description = "The messages of this page, newest first.",
                                 .fields = messageFields()},
                                {.name = "total",
                                 .type = Type::Integer,
                                 .description = "How many messages the folder has.",
                                 .minimum = 0},
                                {.name = "page",
                                 .type = Type::Integer,
                                 .description = "This page, from 1.",
                                 .minimum = 1},
                                {.name = "per_page",
                                 .type = Type::Integer,
                                 .description = "How many messages a page has.",
                                 .minimum = 1},
                                view::uidValidityField()},
                               view::originFields()),
        .run = [&pool = services.pool](
                   const mcp::CallContext &context,
                   const nlohmann::json &arguments) { return run(pool, context, arguments); },
    };
}

} // namespace tools
