// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/Catalog.h"
#include "tools/MailPrincipal.h"
#include "tools/MessageFields.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace tools {

using Type = mcp::Field::Type;

mcp::Tool getMailMessage(const Services &services);

namespace {

nlohmann::json attachmentJson(const mail::Attachment &attachment, content::UnicodeHygiene &hygiene)
{
    return {{"filename", hygiene.clean(attachment.fileName)},
            {"content_type", hygiene.clean(attachment.contentType)},
            {"size", attachment.size},
            {"url", nullptr},
            {"part", attachment.partNumber},
            {"inline", attachment.isInline},
            {"content_id", textOrNull(attachment.contentId, hygiene)}};
}

nlohmann::json headersJson(const mail::MessageHeaders &headers, content::UnicodeHygiene &hygiene)
{
    nlohmann::json object = nlohmann::json::object();
    addHeaders(object, headers, hygiene);
    auto references = nlohmann::json::array();
    for (const auto &reference : headers.references)
        references.push_back(hygiene.clean(reference));
    object["references"] = std::move(references);
    object["list_id"] = textOrNull(headers.listId, hygiene);
    object["list_unsubscribe"] = textOrNull(headers.listUnsubscribe, hygiene);
    object["auto_submitted"] = textOrNull(headers.autoSubmitted, hygiene);
    object["importance"] = textOrNull(headers.importance, hygiene);
    return object;
}

nlohmann::json bodyJson(const std::optional<mail::BodyText> &body, content::UnicodeHygiene &hygiene)
{
    return body ? nlohmann::json(hygiene.clean(body->text)) : nlohmann::json();
}

nlohmann::json messageJson(std::string folder, const mail::Message &message)
{
    content::UnicodeHygiene hygiene;
    const auto &summary = message.summary;
    auto attachments = nlohmann::json::array();
    for (const auto &attachment : message.attachments)
        attachments.push_back(attachmentJson(attachment, hygiene));
    nlohmann::json result = {{"folder", std::move(folder)},
                             {"uid", summary.uid},
                             {"uidvalidity", message.uidValidity},
                             {"size", summary.size},
                             {"received_at", summary.receivedAt
                                                 ? nlohmann::json(*summary.receivedAt)
                                                 : nlohmann::json()},
                             {"flags", flagsJson(summary.flags, hygiene)},
                             {"headers", headersJson(summary.headers, hygiene)},
                             {"text_body", bodyJson(message.text, hygiene)},
                             {"html_body", bodyJson(message.html, hygiene)},
                             {"attachments", std::move(attachments)},
                             {"attachments_total", message.attachmentTotal},
                             {"truncated", message.isTruncated()}};
    addOrigin(result, hygiene);
    return result;
}

core::Task<core::Result<nlohmann::json>>
run(mail::SessionPool &pool, const mcp::ToolContext &context, const nlohmann::json &arguments)
{
    const auto mailbox = mailboxOf(context, pool);
    if (!mailbox)
        co_return mailbox.error();
    std::string folder = arguments.at("folder").get<std::string>();
    const auto uid = arguments.at("uid").get<std::uint32_t>();
    const auto message = co_await mailbox->message(folder, uid);
    if (!message)
        co_return message.error();
    co_return messageJson(std::move(folder), *message);
}

mcp::Field nullableText(std::string name, std::string description)
{
    return {.name = std::move(name), .description = std::move(description), .nullable = true};
}

std::vector<mcp::Field> attachmentFields()
{
    return {
        {.name = "filename", .description = "A harmless form of the name that the sender gave."},
        {.name = "content_type",
         .description = "What the sender says it is, for example \"application/pdf\"."},
        {.name = "size",
         .type = Type::Integer,
         .description = "About how many bytes it has.",
         .minimum = 0},
        nullableText("url", "Where it can be downloaded; null if downloads are not set up."),
        {.name = "part",
         .description = "The number of the MIME part, for example \"2\" or "
                        "\"1.3\"."},
        {.name = "inline",
         .type = Type::Boolean,
         .description = "True if it is shown within the text, as a picture."},
        nullableText("content_id", "What the HTML text calls it, behind \"cid:\"."),
    };
}

std::vector<mcp::Field> resultFields()
{
    const auto fullHeaderFields =
        joined(headerFields(),
               {{.name = "references",
                 .type = Type::StringList,
                 .description = "Message-IDs of the conversation so far, oldest first."},
                nullableText("list_id", "The mailing list it came through."),
                nullableText("list_unsubscribe", "How to leave the mailing list."),
                nullableText("auto_submitted", "Not null and not \"no\" if a machine wrote it."),
                nullableText("importance", "What the sender says: low, normal or high.")});
    return {
        {.name = "folder", .description = "The folder that was asked for."},
        {.name = "uid", .type = Type::Integer, .description = "The UID.", .minimum = 1},
        uidValidityField(),
        {.name = "size",
         .type = Type::Integer,
         .description = "Bytes of the whole message, attachments included.",
         .minimum = 0},
        nullableText("received_at", "When the mail server got it, ISO 8601 in UTC."),
        flagsField(),
        {.name = "headers",
         .type = Type::Object,
         .description = "The decoded header fields that matter.",
         .fields = fullHeaderFields},
        nullableText("text_body", "The plain text; null if the message has none."),
        nullableText("html_body", "The HTML text as it was sent; null if the message has none. It "
                                  "often says the same as text_body."),
        {.name = "attachments",
         .type = Type::ObjectList,
         .description = "Everything that is not the text; never its content.",
         .fields = attachmentFields()},
        {.name = "attachments_total",
         .type = Type::Integer,
         .description = "How many there are; at most 200 are listed.",
         .minimum = 0},
        {.name = "truncated",
         .type = Type::Boolean,
         .description = "True if the text (200 KiB of each form), the headers or the list of "
                        "attachments was cut."},
    };
}

} // namespace

mcp::Tool getMailMessage(const Services &services)
{
    return {
        .name = "get_mail_message",
        .title = "Read a message",
        .description =
            std::string("Reads one message: headers, text and the list of its attachments. "
                        "Example: {\"folder\": \"INBOX\", \"uid\": 4711}. Take the UID from "
                        "list_mail_messages or search_mail_messages of the same folder. Reading "
                        "does not mark it as read, and does not load pictures or links.")
            + std::string(untrustedContentNotice),
        .effect = {.scope = "mail.read"},
        .parameters = {folderParameter(), uidParameter()},
        .result = joined(resultFields(), originFields()),
        .run = [&pool = services.pool](
                   const mcp::ToolContext &context,
                   const nlohmann::json &arguments) { return run(pool, context, arguments); },
    };
}

} // namespace tools
