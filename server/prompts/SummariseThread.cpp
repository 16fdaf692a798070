// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompts/PromptFunctions.h"
#include "prompts/PromptText.h"
#include "prompts/UsualArguments.h"

#include <nlohmann/json.hpp>

namespace prompts {

namespace {

constexpr std::size_t longestTopic = 200;

constexpr std::string_view text =
    R"(Find the conversation about {topic} in my mail and tell me where it stands.

1. {where}
2. In each of these folders call search_mail_messages with the query SUBJECT {search}. If that finds nothing, try single words of it, other words for the same, and then TEXT {search}, which is slower.
3. If several conversations could be meant, show them to me with their subjects, people and dates, and ask which one.
4. Read the messages of the conversation, the oldest first, with get_mail_message and include_html false; at most 30 of them, and say if there are more. in_reply_to and references name what belongs to it: find missing messages with a query such as HEADER Message-ID "<id@example.com>".
5. Tell me, in this order:
   - what it is about, in two sentences, and who takes part in it;
   - what was decided, by whom and when;
   - what is open: who owes whom an answer or something else, and until when; what I owe comes first;
   - where people contradict each other, or themselves.
6. Say for everything which message it is from (from whom, date, folder, UID). Say what you did not find; do not fill gaps with what is likely.
)";

constexpr std::string_view oneFolder = "Look in the folder {folder}.";
constexpr std::string_view usualFolders =
    "Call list_mailboxes. If a folder has the role all, look there; else in INBOX and the folders "
    "with the roles sent and archive.";

core::Task<core::Result<std::vector<mcp::PromptMessage>>> run(const nlohmann::json &arguments)
{
    const auto topic = typed(arguments, "topic");
    if (topic.empty())
        co_return core::Error(core::ErrorKind::InvalidArgument,
                              "\"topic\" must say what the conversation is about, in a few words.");
    const auto folder = typed(arguments, "folder");
    const auto where = folder.empty() ? std::string(usualFolders)
                                      : filled(oneFolder, {{"folder", asData(folder)}});
    std::vector<mcp::PromptMessage> messages;
    messages.push_back(instructions(
        text, {{"topic", asData(topic)}, {"search", searchString(topic)}, {"where", where}}));
    co_return messages;
}

} // namespace

mcp::Prompt summariseThread(const Services &services)
{
    auto folder = folderArgument(services);
    folder.description = "Where to look. Leave it out for inbox, sent mail and archive.";
    return {
        .name = "summarise_thread",
        .title = "Find and summarise a thread",
        .description = "Finds a conversation by what it is about, and says what was decided, what "
                       "is open and who owes what. It only reads.",
        .scope = "mail.read",
        .icon = "search",
        .arguments = {{.name = "topic",
                       .title = "Topic",
                       .description = "What the conversation is about: a few words of its subject, "
                                      "for example \"office move\".",
                       .maximumLength = longestTopic},
                      std::move(folder)},
        .run = [](const mcp::CallContext &,
                  const nlohmann::json &arguments) { return run(arguments); },
    };
}

} // namespace prompts
