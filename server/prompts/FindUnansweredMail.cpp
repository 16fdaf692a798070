// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompts/PromptFunctions.h"
#include "prompts/PromptText.h"
#include "prompts/UsualArguments.h"
#include "view/MailPrincipal.h"

#include <nlohmann/json.hpp>

namespace prompts {

namespace {

constexpr int usualDays = 14;

constexpr std::string_view text =
    R"(Find out who waits for an answer of mine.

1. Call search_mail_messages with the folder {folder} and the query UNANSWERED SINCE {since}{notMine}.
2. Call list_mail_messages for the same folder, with per_page 100, as many pages as it takes to see these messages.
3. Leave out what nobody wrote to me: newsletters, notifications, invoices, and messages in which I only get a copy. Where the subject does not tell, call get_mail_message with include_html false: auto_submitted and list_id show what a machine or a mailing list sent.
4. Some messages are answered although they are not marked so. For each that is left, look whether I wrote later: search_mail_messages in the folder Sent with the query HEADER In-Reply-To and its Message-ID in double quotes.
5. Show me who still waits, the longest waiting first: from whom, since when, what they want to know, and what I would need in order to answer. Name the UID. Say how many messages you looked at and what you left out.
6. Ask me for which of them you shall draft an answer (create_draft_mail_message, with in_reply_to and references), and which I want to leave alone (update_mail_message_flags).
)";

core::Task<core::Result<std::vector<mcp::PromptMessage>>>
run(const core::Clock &clock, const mcp::CallContext &context, const nlohmann::json &arguments)
{
    const auto days = daysOf(arguments, usualDays);
    if (!days)
        co_return days.error();
    const auto account = view::accountOf(context);
    if (!account)
        co_return account.error();
    const auto &address = (*account)->emailAddress;
    std::vector<mcp::PromptMessage> messages;
    messages.push_back(instructions(
        text, {{"folder", asData(folderOf(arguments))},
               {"since", searchDate(clock, std::chrono::days(*days))},
               {"notMine", address.empty() ? "" : " NOT FROM " + searchString(address)}}));
    co_return messages;
}

} // namespace

mcp::Prompt findUnansweredMail(const Services &services)
{
    return {
        .name = "find_unanswered_mail",
        .title = "Who waits for my answer?",
        .description = "Finds the messages of the last days that people wrote to you and that you "
                       "have not answered. Nothing is changed before you agree.",
        .scope = "mail.read",
        .icon = "message",
        .arguments = {daysArgument(usualDays), folderArgument(services)},
        .run = [&clock = services.clock](
                   const mcp::CallContext &context,
                   const nlohmann::json &arguments) { return run(clock, context, arguments); },
    };
}

} // namespace prompts
