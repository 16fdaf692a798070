// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/Drafts.h"
#include "tools/LetterFields.h"
#include "tools/ToolFunctions.h"
#include "view/MessageFields.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace tools {

namespace {

core::Task<core::Result<nlohmann::json>>
run(const Services &services, const mcp::CallContext &context, const nlohmann::json &arguments)
{
    auto letter = letterOf(services.attachments, context, arguments);
    if (!letter)
        co_return letter.error();
    const auto saved =
        co_await services.drafts.save(letter->account, std::move(letter->composition),
                                      arguments.value("folder", ""), context.cancellation);
    if (!saved)
        co_return saved.error();
    nlohmann::json result = {{"message_id", saved->messageId}};
    addFiledMessage(result, saved->message);
    co_return result;
}

} // namespace

mcp::Tool createDraftMailMessage(const Services &services)
{
    return {
        .name = "create_draft_mail_message",
        .title = "Save a draft",
        .description =
            "Saves a message in the folder of drafts, where the person can look at it, change it "
            "and send it in a mail program. Nothing is sent. Example: {\"to\": "
            "\"bob@example.com\", \"subject\": \"Lunch\", \"text_body\": \"At noon?\"}. Every call "
            "saves a new draft.",
        .effect = {.scope = "mail.draft", .isReadOnly = false, .isIdempotent = false},
        .parameters = letterParameters(
            "Another folder for the draft: the path of an existing one, but not of the inbox, sent "
            "mail, trash or junk. Leave it out for the folder of drafts."),
        .result =
            view::joined({{.name = "message_id", .description = "The Message-ID of the draft."}},
                         filedMessageFields("The folder that it was saved in.")),
        .run =
            [services](const mcp::CallContext &context, const nlohmann::json &arguments) {
                return run(services, context, arguments);
            },
        .icon = "draft",
    };
}

} // namespace tools
