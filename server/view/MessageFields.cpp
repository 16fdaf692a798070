// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/MessageFields.h"

#include "core/Unicode.h"
#include "imap/MailboxName.h"

#include <nlohmann/json.hpp>

#include <array>
#include <functional>
#include <iterator>
#include <utility>

namespace view {

using Type = mcp::Field::Type;

namespace {

struct AddressField
{
    std::string_view name;
    std::string_view description;
    const mail::AddressList &(*list)(const mail::MessageHeaders &headers);
};

template <auto list>
const mail::AddressList &listOf(const mail::MessageHeaders &headers)
{
    return std::invoke(list, headers);
}

constexpr std::array<AddressField, 6> addressFields = {{
    {.name = "from", .description = "Who wrote it.", .list = &listOf<&mail::MessageHeaders::from>},
    {.name = "sender",
     .description = "Who sent it for the author; the same as from if the message does not say.",
     .list = &listOf<&mail::MessageHeaders::sentBy>},
    {.name = "reply_to",
     .description = "Where an answer goes; the same as from if the message does not say.",
     .list = &listOf<&mail::MessageHeaders::answersTo>},
    {.name = "to", .description = "The recipients.", .list = &listOf<&mail::MessageHeaders::to>},
    {.name = "cc", .description = "Who gets a copy.", .list = &listOf<&mail::MessageHeaders::cc>},
    {.name = "bcc",
     .description = "Who gets a hidden copy; known for your own sent mail and drafts only.",
     .list = &listOf<&mail::MessageHeaders::bcc>},
}};

mcp::Field nullableText(std::string name, std::string description)
{
    return {.name = std::move(name), .description = std::move(description), .nullable = true};
}

void writeText(core::JsonWriter &writer, std::string_view text, content::UnicodeHygiene &hygiene)
{
    if (core::printableAsciiPrefix(text) == text.size())
        writer.text(text); // as nearly all are; clean() would only copy them
    else
        writer.text(hygiene.clean(text));
}

} // namespace

std::vector<mcp::Field> originFields()
{
    return {
        {.name = "origin",
         .description = "Always \"untrusted-mail\": all text in this result was written by others.",
         .choices = {"untrusted-mail"}},
        {.name = "hidden_chars_removed",
         .type = Type::Integer,
         .description = "How many invisible or direction-changing characters were removed from "
                        "the text. Many of them mean that somebody tried to hide something.",
         .minimum = 0},
    };
}

void addOrigin(nlohmann::json &result, const content::UnicodeHygiene &hygiene)
{
    result["origin"] = "untrusted-mail";
    result["hidden_chars_removed"] = hygiene.removed();
}

mcp::Field folderParameter()
{
    return {.name = "folder",
            .description = "The path of a folder exactly as list_mailboxes gives it, for example "
                           "\"INBOX\" or \"Projects/2025\". Where no folder has that name, "
                           "\"Sent\", \"Drafts\", \"Trash\", \"Junk\" and \"Archive\" stand for "
                           "the folder with that role.",
            .maximumLength = imap::MailboxName::maximumBytes};
}

mcp::Field uidParameter()
{
    return {.name = "uid",
            .type = Type::Integer,
            .description = "The UID of a message, from list_mail_messages or "
                           "search_mail_messages. UIDs count within one folder.",
            .minimum = 1,
            .maximum = 4'294'967'295};
}

mcp::Field uidValidityParameter()
{
    return {.name = "uidvalidity",
            .type = Type::Integer,
            .presence = mcp::Field::Presence::Optional,
            .description =
                "The uidvalidity that the folder had when its UIDs were listed. If it has "
                "changed, the call is refused, because the UID may be another message "
                "now.",
            .minimum = 0,
            .maximum = 4'294'967'295};
}

mail::MessageReference messageReference(const nlohmann::json &arguments)
{
    mail::MessageReference message;
    message.folder = arguments.at("folder").get<std::string>();
    message.uid = arguments.at("uid").get<std::uint32_t>();
    if (const auto validity = arguments.find("uidvalidity"); validity != arguments.end())
        message.uidValidity = validity->get<std::uint32_t>();
    return message;
}

mcp::Field uidValidityField()
{
    return {.name = "uidvalidity",
            .type = Type::Integer,
            .description = "UIDs of this folder are only good as long as this number stays the "
                           "same.",
            .minimum = 0};
}

mcp::Field flagsField()
{
    return {.name = "flags",
            .type = Type::StringList,
            .description = "IMAP flags and keywords. A message with \\Seen has been read, one "
                           "with \\Answered replied to; \\Flagged is marked, \\Draft not sent."};
}

std::vector<mcp::Field> headerFields()
{
    std::vector<mcp::Field> fields = {
        nullableText("message_id", "The Message-ID, with its angle brackets."),
        nullableText("in_reply_to", "The Message-ID that this message answers."),
        nullableText("subject", "The subject."),
    };
    for (const auto &[name, description, list] : addressFields) {
        fields.push_back(
            {.name = std::string(name),
             .type = Type::ObjectList,
             .description = std::string(description),
             .fields = {nullableText("name", "The display name. Anyone can claim any name."),
                        nullableText("address", "The e-mail address; null for a group without "
                                                "members.")}});
    }
    fields.push_back({.name = "addresses_omitted",
                      .type = Type::Integer,
                      .description = "How many addresses were left off because a field has more "
                                     "than 200.",
                      .minimum = 0});
    fields.push_back(nullableText("date", "When the sender says it was written, ISO 8601 with the "
                                          "sender's offset; null if that cannot be read."));
    fields.push_back(
        nullableText("date_text", "What the sender wrote as the date, if it cannot be read."));
    return fields;
}

void writeHeaders(core::JsonWriter &writer, const mail::MessageHeaders &headers,
                  content::UnicodeHygiene &hygiene)
{
    writeTextOrNull(writer, "message_id", headers.messageId, hygiene);
    writeTextOrNull(writer, "in_reply_to", headers.inReplyTo, hygiene);
    writeTextOrNull(writer, "subject", headers.subject, hygiene);
    std::size_t omitted = 0;
    for (const auto &[name, description, list] : addressFields) {
        const auto &[addresses, total] = list(headers);
        writer.name(name);
        writer.beginArray();
        for (const auto &address : addresses) {
            writer.beginObject();
            writeTextOrNull(writer, "name", address.name, hygiene);
            writeTextOrNull(writer, "address", address.address, hygiene);
            writer.endObject();
        }
        writer.endArray();
        omitted += total - addresses.size();
    }
    writer.name("addresses_omitted");
    writer.number(omitted);
    writeTextOrNull(writer, "date", textOrNone(headers.date), hygiene);
    writeTextOrNull(writer, "date_text", headers.dateText, hygiene);
}

std::string_view textOrNone(const std::optional<std::string> &text)
{
    return text ? std::string_view(*text) : std::string_view();
}

void writeTextOrNull(core::JsonWriter &writer, std::string_view name, std::string_view text,
                     content::UnicodeHygiene &hygiene)
{
    writer.name(name);
    if (text.empty())
        writer.null();
    else
        writeText(writer, text, hygiene);
}

void writeTexts(core::JsonWriter &writer, std::string_view name,
                const std::vector<std::string> &texts, content::UnicodeHygiene &hygiene)
{
    writer.name(name);
    writer.beginArray();
    for (const auto &text : texts)
        writeText(writer, text, hygiene);
    writer.endArray();
}

nlohmann::json flagsJson(const std::vector<std::string> &flags, content::UnicodeHygiene &hygiene)
{
    auto list = nlohmann::json::array();
    for (const auto &flag : flags)
        list.push_back(hygiene.clean(flag));
    return list;
}

nlohmann::json textOrNull(std::string_view text, content::UnicodeHygiene &hygiene)
{
    if (text.empty())
        return nullptr;
    return hygiene.clean(text);
}

std::vector<mcp::Field> joined(std::vector<mcp::Field> fields, std::vector<mcp::Field> more)
{
    fields.insert(fields.end(), std::make_move_iterator(more.begin()),
                  std::make_move_iterator(more.end()));
    return fields;
}

} // namespace view
