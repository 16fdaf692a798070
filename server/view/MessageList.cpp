// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/MessageList.h"

#include "view/MessageFields.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace view {

using Type = mcp::Field::Type;

namespace {

constexpr std::size_t usualMessageBytes = 1024;

void writeMessage(core::JsonWriter &writer, const mail::MessageSummary &message,
                  content::UnicodeHygiene &hygiene)
{
    writer.beginObject();
    writer.name("uid");
    writer.number(message.uid);
    writer.name("size");
    writer.number(message.size);
    writeTextOrNull(writer, "received_at", textOrNone(message.receivedAt), hygiene);
    writeTexts(writer, "flags", message.flags, hygiene);
    writeHeaders(writer, message.headers, hygiene);
    writer.endObject();
}

std::vector<mcp::Field> messageFields()
{
    return joined({{.name = "uid",
                    .type = Type::Integer,
                    .description = "What get_mail_message takes; it counts within this folder.",
                    .minimum = 1},
                   {.name = "size",
                    .type = Type::Integer,
                    .description = "Bytes of the whole message, attachments included.",
                    .minimum = 0},
                   {.name = "received_at",
                    .description = "When the mail server got it, ISO 8601 in UTC.",
                    .nullable = true},
                   flagsField()},
                  headerFields());
}

} // namespace

std::vector<mcp::Field> messageListFields()
{
    return joined(
        {{.name = "folder", .description = "The folder that was asked for."},
         {.name = "messages",
          .type = Type::ObjectList,
          .description = "The messages of this page, newest first.",
          .fields = messageFields()},
         {.name = "total",
          .type = Type::Integer,
          .description = "How many messages the folder has.",
          .minimum = 0},
         {.name = "page", .type = Type::Integer, .description = "This page, from 1.", .minimum = 1},
         {.name = "per_page",
          .type = Type::Integer,
          .description = "How many messages a page has.",
          .minimum = 1},
         uidValidityField()},
        originFields());
}

nlohmann::json messageListJson(std::string folder, const mail::MessagePage &page)
{
    content::UnicodeHygiene hygiene;
    core::JsonWriter messages(page.messages.size() * usualMessageBytes);
    messages.beginArray();
    for (const auto &message : page.messages)
        writeMessage(messages, message, hygiene);
    messages.endArray();
    nlohmann::json result = {{"folder", std::move(folder)}, {"messages", messages.prepared()},
                             {"total", page.total},         {"page", page.page},
                             {"per_page", page.perPage},    {"uidvalidity", page.uidValidity}};
    addOrigin(result, hygiene);
    return result;
}

} // namespace view
