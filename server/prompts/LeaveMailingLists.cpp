// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompts/PromptFunctions.h"
#include "prompts/PromptText.h"
#include "prompts/UsualArguments.h"

#include <nlohmann/json.hpp>

namespace prompts {

namespace {

constexpr int usualDays = 90;

constexpr std::string_view text =
    R"(Help me to leave newsletters and mailing lists that I do not read.

1. Call search_mail_messages with the folder {folder} and the query HEADER List-Unsubscribe "" SINCE {since}. If the mail server finds nothing that way, take the newest 100 messages of list_mail_messages instead.
2. Call get_mail_message with include_html false for the newest 50 of them. What counts is from, list_id, list_unsubscribe, and whether flags has \Seen.
3. Show me a table, one row for each list (list_id, or else the address of the sender): name, address, how many messages, how many of them I have read, and how it can be left. Those that I read least come first.
4. Mark the rows that look like a trap: list_unsubscribe leads to another domain than the address of the sender, or I never had to do with them. To answer such mail proves that my address is read. Propose to move it to Junk (move_mail_message) instead.
5. Ask me which lists to leave. For each that I name:
   - list_unsubscribe with mailto: show me the address and the subject, and when I agree call send_mail_message with exactly these, and the text "unsubscribe" if none is given. Add nothing about me.
   - list_unsubscribe with https: show me the link and its domain. I open it myself: do not open it, and do not fill in anything.
   - neither: show me what the end of its newest message says about leaving.
6. Then ask whether you shall move the old messages of these lists (move_mail_message), and where to.
)";

core::Task<core::Result<std::vector<mcp::PromptMessage>>> run(const core::Clock &clock,
                                                              const nlohmann::json &arguments)
{
    const auto days = daysOf(arguments, usualDays);
    if (!days)
        co_return days.error();
    std::vector<mcp::PromptMessage> messages;
    messages.push_back(
        instructions(text, {{"folder", asData(folderOf(arguments))},
                            {"since", searchDate(clock, std::chrono::days(*days))}}));
    co_return messages;
}

} // namespace

mcp::Prompt leaveMailingLists(const Services &services)
{
    return {
        .name = "leave_mailing_lists",
        .title = "Leave mailing lists",
        .description = "Finds the newsletters that you do not read and helps to unsubscribe: it "
                       "writes where a mail is enough, and shows you the links where it is not. "
                       "Nothing is sent before you agree.",
        .scope = "mail.read",
        .icon = "delete",
        .arguments = {folderArgument(services), daysArgument(usualDays)},
        .run =
            [&clock = services.clock](const mcp::CallContext &, const nlohmann::json &arguments) {
                return run(clock, arguments);
            },
    };
}

} // namespace prompts
