// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/FixtureTools.h"

#include <utility>

namespace conformance {

using nlohmann::json;

namespace {

using ToolResult = core::Task<core::Result<json>>;

ToolResult repeatArguments(const mcp::CallContext &, const json &arguments)
{
    co_return textResult(arguments.dump());
}

/// Says what the schema says with allOf, if, then and else.
ToolResult takeContact(const mcp::CallContext &, const json &arguments)
{
    const bool isPhone = arguments.value("contactMethod", json()) == "phone";
    if (!arguments.contains(isPhone ? "phone" : "email"))
        co_return core::Error(core::ErrorKind::InvalidArgument,
                              "The way to get in touch is missing: give a phone number or an "
                              "e-mail address, as contactMethod says.");
    co_return textResult("Noted.");
}

/// Every kind of keyword that a server must not lose on the way (SEP-1613, SEP-2106).
json contactSchema()
{
    const json text = {{"type", "string"}};
    const auto required = [](const char *name) -> json {
        return {{"required", json::array({name})}};
    };
    return {
        {"$schema", "https://json-schema.org/draft/2020-12/schema"},
        {"type", "object"},
        {"$defs",
         {{"address",
           {{"$anchor", "addressDef"},
            {"type", "object"},
            {"properties", {{"street", text}, {"city", text}}}}}}},
        {"properties",
         {{"name", text},
          {"address", {{"$ref", "#/$defs/address"}}},
          {"contactMethod", {{"type", "string"}, {"enum", json::array({"phone", "email"})}}},
          {"phone", text},
          {"email", text}}},
        {"allOf", json::array({{{"anyOf", json::array({required("phone"), required("email")})}}})},
        {"if",
         {{"properties", {{"contactMethod", {{"const", "phone"}}}}},
          {"required", json::array({"contactMethod"})}}},
        {"then", required("phone")},
        {"else", required("email")},
        {"additionalProperties", false}};
}

} // namespace

std::vector<mcp::Tool> argumentTools()
{
    using Type = mcp::Field::Type;
    constexpr auto optional = mcp::Field::Presence::Optional;
    auto headers =
        textTool("test_x_mcp_header", "Its arguments come as headers as well.", repeatArguments);
    headers.parameters = {
        {.name = "region", .description = "Any text.", .header = "Region"},
        {.name = "limit",
         .type = Type::Integer,
         .presence = optional,
         .description = "Any number.",
         .header = "Limit"},
        {.name = "is_urgent",
         .type = Type::Boolean,
         .presence = optional,
         .description = "Yes or no.",
         .header = "Is-Urgent"},
    };
    auto contact =
        textTool("json_schema_2020_12_tool", "Tool with JSON Schema 2020-12 features", takeContact);
    contact.inputSchema = contactSchema();
    return {std::move(headers), std::move(contact)};
}

} // namespace conformance
