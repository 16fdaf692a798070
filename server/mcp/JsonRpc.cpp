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

using Element = std::variant<Message, ClientResponse>;

bool isId(const json &value)
{
    return value.is_string() || value.is_number_integer();
}

core::Result<Element, Refusal> responseOf(json value)
{
    ClientResponse response;
    const auto id = value.find("id");
    if (id == value.end() || !isId(*id))
        return invalidRequest("A response needs the \"id\" of its request.");
    response.id = std::move(*id);
    const auto result = value.find("result");
    const auto error = value.find("error");
    if ((result == value.end()) == (error == value.end()))
        return invalidRequest("A response has either \"result\" or \"error\".");
    if (result != value.end())
        response.result = std::move(*result);
    else
        response.error = textOf(*error);
    return Element(std::move(response));
}

// JSON-RPC 2.0 §4 and §5; MCP allows neither null nor fractions as id, and only objects as params.
core::Result<Element, Refusal> elementOf(json value)
{
    if (!value.is_object())
        return invalidRequest("A message is a JSON object.");
    const auto version = value.find("jsonrpc");
    if (version == value.end() || *version != "2.0")
        return invalidRequest(R"("jsonrpc" must be "2.0".)");
    const auto method = value.find("method");
    if (method == value.end()) {
        if (value.contains("result") || value.contains("error"))
            return responseOf(std::move(value));
        return invalidRequest("\"method\" is missing.");
    }
    if (!method->is_string())
        return invalidRequest("\"method\" must be a string.");
    Message message;
    if (const auto id = value.find("id"); id != value.end()) {
        if (!isId(*id))
            return invalidRequest("\"id\" must be a string or an integer.");
        message.id = std::move(*id);
    }
    message.method = std::move(method->get_ref<std::string &>());
    if (const auto params = value.find("params"); params != value.end()) {
        if (!params->is_object())
            return invalidRequest("\"params\" must be an object.");
        message.params = std::move(*params);
    }
    return Element(std::move(message));
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

core::Result<Body, Refusal> parseBody(std::string_view body, const core::JsonLimits &limits)
{
    auto value = core::parseJson(body, limits);
    if (!value)
        return Refusal{.code = ErrorCode::ParseError, .message = value.error().message};
    if (!value->is_array()) {
        auto element = elementOf(std::move(*value));
        if (!element)
            return element.error();
        if (auto *const message = std::get_if<Message>(&*element))
            return Body(std::move(*message));
        return Body(std::get<ClientResponse>(std::move(*element)));
    }
    if (value->empty())
        return invalidRequest("The batch is empty.");
    Batch batch;
    for (auto &item : *value) {
        auto element = elementOf(std::move(item));
        if (!element)
            return element.error();
        if (auto *const message = std::get_if<Message>(&*element))
            batch.messages.push_back(std::move(*message));
        else
            batch.responses.push_back(std::get<ClientResponse>(std::move(*element)));
    }
    return Body(std::move(batch));
}

json requestMessage(const json &id, std::string_view method, json params)
{
    return {{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", std::move(params)}};
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
    return core::writeJson(message);
}

} // namespace mcp
