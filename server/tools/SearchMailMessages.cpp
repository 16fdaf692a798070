// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Criteria.h"
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
    std::string query = arguments.at("query").get<std::string>();
    // Before the mailbox is opened: what cannot be asked costs nothing.
    const auto criteria = imap::Criteria::parse(query);
    if (!criteria)
        co_return criteria.error();
    const auto mailbox = view::mailboxOf(context, pool);
    if (!mailbox)
        co_return mailbox.error();
    std::string folder = arguments.at("folder").get<std::string>();
    const auto found = co_await mailbox->search(folder, *criteria);
    if (!found)
        co_return found.error();
    nlohmann::json result = {{"folder", std::move(folder)},
                             {"query", std::move(query)},
                             {"uids", found->uids},
                             {"count", found->count},
                             {"uidvalidity", found->uidValidity},
                             {"truncated", found->isTruncated}};
    co_return result;
}

} // namespace

mcp::Tool searchMailMessages(const Services &services)
{
    return {
        .name = "search_mail_messages",
        .title = "Search a folder",
        .description =
            "Finds messages of one folder by IMAP SEARCH criteria and returns their UIDs, newest "
            "first, for get_mail_message. Criteria stand side by side and must all hold; OR takes "
            "two, NOT one, parentheses group. Examples: UNSEEN | FROM alice@example.com SINCE "
            "01-Jan-2025 | SUBJECT \"quarterly report\" NOT SEEN | OR FROM bob TO bob | TEXT "
            "\"Übersicht\" LARGER 1000000. Dates are written 01-Jan-2025; words with blanks need "
            "double quotes. The search is done by the mail server: most compare parts of words "
            "and ignore case.",
        .effect = {.scope = "mail.read"},
        .parameters = {view::folderParameter(),
                       {.name = "query",
                        .description = "IMAP SEARCH criteria (RFC 9051 §6.4.4), for example FROM "
                                       "alice SINCE 01-Jan-2025; ALL for everything.",
                        .maximumLength = imap::Criteria::maximumBytes}},
        .result = {{.name = "folder", .description = "The folder that was asked for."},
                   {.name = "query", .description = "The criteria as they were given."},
                   {.name = "uids",
                    .type = Type::IntegerList,
                    .description = "UIDs of the messages that were found, newest first."},
                   {.name = "count",
                    .type = Type::Integer,
                    .description = "How many were found, even if uids is cut.",
                    .minimum = 0},
                   view::uidValidityField(),
                   {.name = "truncated",
                    .type = Type::Boolean,
                    .description = "True if more were found than are listed: narrow the search."}},
        .run = [&pool = services.pool](
                   const mcp::CallContext &context,
                   const nlohmann::json &arguments) { return run(pool, context, arguments); },
        .icon = "search",
    };
}

} // namespace tools
