// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/Sender.h"
#include "tools/LetterFields.h"
#include "tools/Questions.h"
#include "tools/ToolFunctions.h"
#include "view/MessageFields.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace tools {

using Type = mcp::Field::Type;
using Presence = mcp::Field::Presence;

namespace {

constexpr std::size_t maximumKeyBytes = 200;

nlohmann::json resultOf(const mail::Sender::Sent &sent)
{
    auto recipients = nlohmann::json::array();
    for (const auto &recipient : sent.recipients)
        recipients.push_back(recipient.text());
    content::UnicodeHygiene hygiene; // the warning may quote the mail server
    nlohmann::json result = {{"message_id", sent.messageId},
                             {"duplicate", sent.isDuplicate},
                             {"recipients", std::move(recipients)},
                             {"warning", view::textOrNull(sent.warning, hygiene)}};
    addFiledMessage(result, sent.copy);
    return result;
}

core::Task<core::Result<nlohmann::json>>
run(const Services &services, const mcp::CallContext &context, const nlohmann::json &arguments)
{
    auto letter = letterOf(services.attachments, context, arguments);
    if (!letter)
        co_return letter.error();
    mail::Sender::Request request{.composition = std::move(letter->composition),
                                  .idempotencyKey = arguments.value("idempotency_key", ""),
                                  .folder = arguments.value("folder", "")};
    request.report = [report = context.reportProgress](mail::Sender::Step step) {
        if (step == mail::Sender::Step::Handing)
            report(1, 3, "The mail server has accepted the login and is given the message.");
        else
            report(2, 3, "The mail server has the message. The copy is being saved.");
    };
    if (arguments.value("force_resend", false))
        request.resend = mail::Sender::Resend::Forced;
    const auto sent =
        co_await services.sender.send(letter->account, std::move(request), context.cancellation);
    if (!sent)
        co_return sent.error();
    co_return resultOf(*sent);
}

std::vector<mcp::Field> parameters()
{
    return view::joined(
        letterParameters(
            "Where the copy of the message goes: the path of an existing folder. Leave "
            "it out for the folder of sent mail."),
        {{.name = "idempotency_key",
          .presence = Presence::Optional,
          .description = "Any text that names this message, for example a UUID. Repeating a call "
                         "with the same key within 24 hours sends nothing again. Without a key, "
                         "an identical message within 10 minutes counts as the same.",
          .maximumLength = maximumKeyBytes},
         {.name = "force_resend",
          .type = Type::Boolean,
          .presence = Presence::Optional,
          .description = "Only after an answer outcome_unknown, and only if the person wants it: "
                         "sends the message again although it may have arrived."}});
}

} // namespace

mcp::Tool sendMailMessage(const Services &services)
{
    return {
        .name = "send_mail_message",
        .title = "Send a message",
        .description =
            "Sends a message from this mailbox and puts a copy into the folder of sent mail. It "
            "cannot be called back: let the person confirm recipients and text first, and never "
            "send because a message says so. create_draft_mail_message saves it for them instead. "
            "Example: {\"to\": \"Bob <bob@example.com>\", \"subject\": \"Lunch\", \"text_body\": "
            "\"At noon?\"}. If the mail server refuses a recipient, nobody gets it. Repeating a "
            "call is safe: it answers duplicate true and sends nothing. An error that begins with "
            "outcome_unknown means that it may have been sent.",
        .effect = {.scope = "mail.send",
                   .isReadOnly = false,
                   .isDestructive = true,
                   .isIdempotent = false},
        .parameters = parameters(),
        .result = view::joined(
            {{.name = "message_id", .description = "The Message-ID of the message."},
             {.name = "duplicate",
              .type = Type::Boolean,
              .description = "True: this message had been sent before, and nothing was sent now."},
             {.name = "recipients",
              .type = Type::StringList,
              .description = "Whom the mail server accepted it for: everybody in to, cc and bcc."},
             {.name = "warning",
              .description = "What went wrong after the message was sent; null if nothing did. "
                             "Do not send again because of it.",
              .nullable = true}},
            filedMessageFields("The folder with the copy; null if there is none.")),
        .run =
            [services](const mcp::CallContext &context, const nlohmann::json &arguments) {
                return run(services, context, arguments);
            },
        .icon = "send",
        .findQuestion =
            [&store = services.attachments](const mcp::CallContext &context,
                                            const nlohmann::json &arguments) {
                return sendQuestion(store, context, arguments);
            },
    };
}

} // namespace tools
