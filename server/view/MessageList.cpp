// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/MessageList.h"

#include "view/MessageFields.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace view {

using Type = mcp::Field::Type;

namespace {

nlohmann::json messageJson(const mail::MessageSummary &message, content::UnicodeHygiene &hygiene)
{
    nlohmann::json object = nlohmann::json::object();
    object["uid"] = message.uid;
    object["size"] = message.size;
    object["received_at"] =
        message.receivedAt ? nlohmann::json(*message.receivedAt) : nlohmann::json();
    object["flags"] = flagsJson(message.flags, hygiene);
    addHeaders(object, message.headers, hygiene);
    return object;
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
    auto messages = nlohmann::json::array();
    for (const auto &message : page.messages)
        messages.push_back(messageJson(message, hygiene));
    nlohmann::json result = {{"folder", std::move(folder)}, {"messages", std::move(messages)},
                             {"total", page.total},         {"page", page.page},
                             {"per_page", page.perPage},    {"uidvalidity", page.uidValidity}};
    addOrigin(result, hygiene);
    return result;
}

} // namespace view
