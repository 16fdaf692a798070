// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/JsonRpc.h"

#include <utility>

namespace mcp {

using nlohmann::json;

namespace {

Refusal invalidRequest(std::string message)
{
    return {.code = ErrorCode::InvalidRequest, .message = std::move(message)};
}

// JSON-RPC 2.0 §4; MCP allows neither null nor fractions as id, and only objects as params.
core::Result<Message, Refusal> messageOf(json value)
{
    if (!value.is_object())
        return invalidRequest("A message is a JSON object.");
    const auto version = value.find("jsonrpc");
    if (version == value.end() || *version != "2.0")
        return invalidRequest(R"("jsonrpc" must be "2.0".)");
    const auto method = value.find("method");
    if (method == value.end()) {
        return invalidRequest(value.contains("result") || value.contains("error")
                                  ? "This server asks nothing, so it takes no responses."
                                  : "\"method\" is missing.");
    }
    if (!method->is_string())
        return invalidRequest("\"method\" must be a string.");
    Message message;
    if (const auto id = value.find("id"); id != value.end()) {
        if (!id->is_string() && !id->is_number_integer())
            return invalidRequest("\"id\" must be a string or an integer.");
        message.id = std::move(*id);
    }
    message.method = std::move(method->get_ref<std::string &>());
    if (const auto params = value.find("params"); params != value.end()) {
        if (!params->is_object())
            return invalidRequest("\"params\" must be an object.");
        message.params = std::move(*params);
    }
    return message;
}

} // namespace

const json *Message::findMeta(std::string_view name) const
{
    const auto meta = params.find("_meta");
    if (meta == params.end() || !meta->is_object())
        return nullptr;
    const auto member = meta->find(name);
    return member == meta->end() ? nullptr : &*member;
}

core::Result<std::variant<Message, Batch>, Refusal> parseMessages(std::string_view body,
                                                                  const core::JsonLimits &limits)
{
    using Messages = std::variant<Message, Batch>;
    auto value = core::parseJson(body, limits);
    if (!value)
        return Refusal{.code = ErrorCode::ParseError, .message = value.error().message};
    if (!value->is_array()) {
        auto message = messageOf(std::move(*value));
        if (!message)
            return message.error();
        return Messages(std::move(*message));
    }
    if (value->empty())
        return invalidRequest("The batch is empty.");
    Batch batch;
    for (auto &element : *value) {
        auto message = messageOf(std::move(element));
        if (!message)
            return message.error();
        batch.push_back(std::move(*message));
    }
    return Messages(std::move(batch));
}

json notificationMessage(std::string_view method, json params)
{
    return {{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}};
}

json resultMessage(const json &id, json result)
{
    json message = {{"jsonrpc", "2.0"}, {"result", std::move(result)}};
    if (!id.is_null())
        message["id"] = id;
    return message;
}

json errorMessage(const json &id, const Refusal &refusal)
{
    json error = {{"code", static_cast<int>(refusal.code)}, {"message", refusal.message}};
    if (!refusal.data.is_null())
        error["data"] = refusal.data;
    json message = {{"jsonrpc", "2.0"}, {"error", std::move(error)}};
    if (!id.is_null())
        message["id"] = id;
    return message;
}

std::string textOf(const json &message)
{
    return message.dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace mcp
