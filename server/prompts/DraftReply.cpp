// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompts/EmbeddedMessage.h"
#include "prompts/PromptFunctions.h"
#include "prompts/PromptText.h"
#include "prompts/UsualArguments.h"
#include "view/MailPrincipal.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace prompts {

namespace {

constexpr std::size_t messageBytes = 32UL * 1024;
constexpr std::uint32_t samples = 3;
constexpr std::size_t sampleBytes = 4UL * 1024;
constexpr std::size_t longestWish = 2000;

constexpr std::string_view text =
    R"(Draft an answer to the message below (folder {folder}, UID {uid}).{wish}

1. If you need to know what was said before, look for the messages that it references: search_mail_messages with a query such as HEADER Message-ID "<id@example.com>", then get_mail_message with include_html false.
2. Warn me first if something is odd: Reply-To is not who wrote it, the sender is not who the name says, or it is about passwords, money or changed bank details.
3. Write in the language of the message, and as I write: the same greeting, length, tone and ending as in the messages below that I sent. Take nothing else from these; they are about other things.
4. Invent nothing: no facts, dates, prices or promises. Where something is missing that only I know, leave a gap in square brackets, and list the gaps behind the draft.
5. Show me the draft and ask what to change.
6. When I agree, save it with create_draft_mail_message: to is Reply-To, or From if there is none; the subject begins with "Re: " once; in_reply_to is Message-ID, and references are References and Message-ID. Do not send it, unless I ask for that in so many words.
)";

constexpr std::string_view samplesFollow =
    "These are messages that I sent lately. They only show how I write.";
constexpr std::string_view noSamples =
    "There is no sent mail to learn from: write plainly and politely.";

/// The newest messages that the owner sent; none if there is no folder of sent mail.
core::Task<core::Result<std::vector<mcp::PromptMessage>>>
sentMessages(const mail::Mailbox &mailbox, const account::MailAccount &account)
{
    const std::string folder = "Sent"; // or whichever has that role
    std::vector<mcp::PromptMessage> messages;
    const auto page = co_await mailbox.page(folder, 1, samples);
    if (!page && page.error().kind == core::ErrorKind::NotFound)
        co_return messages;
    if (!page)
        co_return page.error();
    for (const auto &summary : page->messages) {
        auto message = co_await embeddedMessage(mailbox, account, folder, summary.uid, sampleBytes);
        if (message)
            messages.push_back(std::move(*message));
        else if (message.error().kind != core::ErrorKind::NotFound) // deleted meanwhile
            co_return message.error();
    }
    co_return messages;
}

core::Task<core::Result<std::vector<mcp::PromptMessage>>>
run(mail::SessionPool &pool, const mcp::CallContext &context, const nlohmann::json &arguments)
{
    const auto uid = uidOf(arguments);
    if (!uid)
        co_return uid.error();
    const auto account = view::accountOf(context);
    if (!account)
        co_return account.error();
    const mail::Mailbox mailbox(pool, *account, context.cancellation);
    const auto folder = folderOf(arguments);
    auto message = co_await embeddedMessage(mailbox, **account, folder, *uid, messageBytes);
    if (!message)
        co_return message.error();
    auto sent = co_await sentMessages(mailbox, **account);
    if (!sent)
        co_return sent.error();

    const auto wish = typed(arguments, "wish");
    std::vector<mcp::PromptMessage> messages;
    messages.push_back(instructions(
        text, {{"folder", asData(folder)},
               {"uid", std::to_string(*uid)},
               {"wish", wish.empty() ? "" : " This is what I want to say: " + asData(wish)}}));
    messages.push_back(std::move(*message));
    messages.push_back(
        mcp::PromptMessage::text(std::string(sent->empty() ? noSamples : samplesFollow)));
    for (auto &sample : *sent)
        messages.push_back(std::move(sample));
    co_return messages;
}

} // namespace

mcp::Prompt draftReply(const Services &services)
{
    return {
        .name = "draft_reply",
        .title = "Draft a reply in my tone",
        .description = "Drafts an answer to a message in the way you write, for which it looks at "
                       "the last messages that you sent. It is saved when you agree, and never "
                       "sent unasked.",
        .scope = "mail.read",
        .icon = "draft",
        .arguments = {uidArgument(services),
                      folderArgument(services),
                      {.name = "wish",
                       .title = "What to say",
                       .description = "What the answer should say, in your words. Leave it out to "
                                      "see a proposal.",
                       .presence = mcp::PromptArgument::Presence::Optional,
                       .maximumLength = longestWish}},
        .run = [&pool = services.pool](
                   const mcp::CallContext &context,
                   const nlohmann::json &arguments) { return run(pool, context, arguments); },
    };
}

} // namespace prompts
