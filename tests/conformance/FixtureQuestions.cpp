// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/FixtureQuestions.h"

#include <utility>

namespace conformance {

using nlohmann::json;

namespace {

/// A member of an object; null if there is none, or no object.
const json *findMember(const json *object, const char *name)
{
    if (object == nullptr || !object->is_object())
        return nullptr;
    const auto member = object->find(name);
    return member == object->end() ? nullptr : &*member;
}

std::optional<std::string> textOf(const json *value)
{
    if (value == nullptr || !value->is_string())
        return {};
    return value->get<std::string>();
}

} // namespace

mcp::InputRequest formQuestion(std::string key, std::string message, json properties)
{
    json required = json::array();
    for (const auto &[name, schema] : properties.items())
        required.push_back(name);
    json params = {{"message", std::move(message)},
                   {"requestedSchema",
                    {{"type", "object"},
                     {"properties", std::move(properties)},
                     {"required", std::move(required)}}}};
    return {.key = std::move(key),
            .kind = mcp::InputRequest::Kind::Elicitation,
            .params = std::move(params)};
}

mcp::InputRequest textQuestion(std::string key, std::string message, const char *field)
{
    return formQuestion(std::move(key), std::move(message), {{field, {{"type", "string"}}}});
}

mcp::InputRequest samplingQuestion(std::string key, std::string prompt, int maximumTokens)
{
    const json content = {{"type", "text"}, {"text", std::move(prompt)}};
    json params = {{"messages", json::array({{{"role", "user"}, {"content", content}}})},
                   {"maxTokens", maximumTokens}};
    return {.key = std::move(key),
            .kind = mcp::InputRequest::Kind::Sampling,
            .params = std::move(params)};
}

mcp::InputRequest rootsQuestion(std::string key)
{
    return {.key = std::move(key), .kind = mcp::InputRequest::Kind::Roots};
}

std::optional<std::string> filledIn(const mcp::Input &input, std::string_view key,
                                    const char *field)
{
    const auto *const answer = input.find(key);
    if (textOf(findMember(answer, "action")) != "accept")
        return {};
    return textOf(findMember(findMember(answer, "content"), field));
}

bool isSettled(const mcp::Input &input, std::string_view key, const char *field)
{
    const auto action = textOf(findMember(input.find(key), "action"));
    return action == "decline" || action == "cancel" || filledIn(input, key, field).has_value();
}

std::optional<std::string> sampledText(const mcp::Input &input, std::string_view key)
{
    return textOf(findMember(findMember(input.find(key), "content"), "text"));
}

std::optional<std::string> rootUris(const mcp::Input &input, std::string_view key)
{
    const auto *const roots = findMember(input.find(key), "roots");
    if (roots == nullptr || !roots->is_array())
        return {};
    std::string all;
    for (const auto &root : *roots) {
        if (const auto uri = textOf(findMember(&root, "uri")))
            all += all.empty() ? *uri : ", " + *uri;
    }
    return all;
}

} // namespace conformance
