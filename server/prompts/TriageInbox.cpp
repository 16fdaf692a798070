// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompts/PromptFunctions.h"
#include "prompts/PromptText.h"
#include "prompts/UsualArguments.h"

#include <nlohmann/json.hpp>

namespace prompts {

namespace {

constexpr std::string_view text =
    R"(Help me through the unread mail of my folder {folder}.

1. Call search_mail_messages with the folder {folder} and the query UNSEEN. If nothing is found, say so and stop.
2. Call list_mail_messages for the same folder with per_page 50. Take the 30 newest unread messages; if there are more, say how many are left.
3. Where the subject does not tell what a message is about, call get_mail_message with include_html false. Do not read newsletters and notifications.
4. Sort the messages:
   - Answer: somebody waits for me. Say what for, and until when.
   - Do: I have to do something else.
   - Know: worth reading, no more.
   - Rest: newsletters, advertising, notifications of machines.
   - Careful: the sender is not who the name says, or it is about passwords, money or changed bank details. Say what is odd.
5. Show me the groups in this order, the most urgent first, one line for each message: from whom, what about, why it is in this group. Name the UID, so that I can speak of it.
6. Then propose for each group what can be done with it, and ask me what of it to do: draft answers (create_draft_mail_message), archive (move_mail_message with the destination Archive), mark as read (update_mail_message_flags).
)";

core::Task<core::Result<std::vector<mcp::PromptMessage>>> run(const nlohmann::json &arguments)
{
    std::vector<mcp::PromptMessage> messages;
    messages.push_back(instructions(text, {{"folder", asData(folderOf(arguments))}}));
    co_return messages;
}

} // namespace

mcp::Prompt triageInbox(const Services &services)
{
    return {
        .name = "triage_inbox",
        .title = "Triage the inbox",
        .description = "Sorts the unread mail of a folder by what it asks of you, and proposes "
                       "what to do with it. Nothing is changed before you agree.",
        .scope = "mail.read",
        .icon = "list",
        .arguments = {folderArgument(services)},
        .run = [](const mcp::CallContext &,
                  const nlohmann::json &arguments) { return run(arguments); },
    };
}

} // namespace prompts
