// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/ToolFunctions.h"
#include "view/MailPrincipal.h"
#include "view/MessageFields.h"
#include "view/MessageList.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace tools {

using Type = mcp::Field::Type;

namespace {

constexpr std::uint32_t defaultPerPage = 20;
constexpr std::uint32_t maximumPage = 4'294'967'295;

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
    co_return view::messageListJson(std::move(folder), *page);
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
        .result = view::messageListFields(),
        .run = [&pool = services.pool](
                   const mcp::CallContext &context,
                   const nlohmann::json &arguments) { return run(pool, context, arguments); },
        .icon = "list",
    };
}

} // namespace tools
