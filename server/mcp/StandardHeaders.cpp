// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/StandardHeaders.h"

#include "core/Base64.h"
#include "http/Syntax.h"

#include <algorithm>
#include <array>

namespace mcp {

namespace {

/// For these methods Mcp-Name repeats one member of the params.
struct NamedMethod
{
    std::string_view method;
    std::string_view member;
};

constexpr std::array<NamedMethod, 3> namedMethods = {{
    {.method = "tools/call", .member = "name"},
    {.method = "prompts/get", .member = "name"},
    {.method = "resources/read", .member = "uri"},
}};

Refusal mismatch(std::string_view header, std::string_view problem)
{
    return {.code = ErrorCode::HeaderMismatch,
            .message = std::string(header) + " " + std::string(problem)};
}

/// The decoded value of a header that must be there.
core::Result<std::string, Refusal> requireHeader(std::string_view name,
                                                 const http::Headers &headers)
{
    const auto header = singleHeader(headers, name);
    if (!header)
        return header.error();
    if (!*header)
        return mismatch(name, "is missing.");
    auto value = decodeHeaderValue(**header);
    if (!value)
        return mismatch(name, "is not valid Base64.");
    return std::move(*value);
}

core::Result<core::Done, Refusal> compare(std::string_view name, std::string_view expected,
                                          const http::Headers &headers)
{
    const auto value = requireHeader(name, headers);
    if (!value)
        return value.error();
    if (*value != expected)
        return mismatch(name, "says something else than the body.");
    return core::Done{};
}

/// Whether the text says the same as a string, an integer or a boolean.
bool isSame(const std::string &text, const nlohmann::json &value)
{
    if (value.is_string())
        return text == value.get_ref<const std::string &>();
    if (value.is_boolean())
        return text == (value.get<bool>() ? "true" : "false");
    if (!value.is_number())
        return false;
    // 42.0 is 42, and neither " 42" nor "0x2a" is.
    constexpr core::JsonLimits oneNumber{.bytes = 64, .values = 1, .depth = 1};
    const auto number = core::parseJson(text, oneNumber);
    return number && number->is_number() && *number == value;
}

} // namespace

core::Result<std::optional<std::string_view>, Refusal> singleHeader(const http::Headers &headers,
                                                                    std::string_view name)
{
    if (headers.count(name) > 1)
        return mismatch(name, "was sent more than once.");
    auto value = headers.find(name);
    if (value)
        *value = http::trimmed(*value);
    return value;
}

std::optional<std::string> decodeHeaderValue(std::string_view value)
{
    constexpr std::string_view prefix = "=?base64?";
    constexpr std::string_view suffix = "?=";
    if (value.size() < prefix.size() + suffix.size() || !value.starts_with(prefix)
        || !value.ends_with(suffix)) {
        return std::string(value);
    }
    value.remove_prefix(prefix.size());
    value.remove_suffix(suffix.size());
    return core::decodeBase64(value);
}

core::Result<core::Done, Refusal> checkStandardHeaders(const Message &request,
                                                       const http::Headers &headers)
{
    const auto method = compare("Mcp-Method", request.method, headers);
    if (!method)
        return method.error();
    const auto *const named = std::ranges::find(namedMethods, request.method, &NamedMethod::method);
    if (named == namedMethods.end())
        return core::Done{};
    const auto member = request.params.find(named->member);
    const bool hasName = member != request.params.end() && member->is_string();
    if (!hasName) {
        // A body without the name is refused later for that; a header that names one is not its.
        if (headers.contains("Mcp-Name"))
            return mismatch("Mcp-Name", "names something that the body does not.");
        return core::Done{};
    }
    return compare("Mcp-Name", member->get_ref<const std::string &>(), headers);
}

core::Result<core::Done, Refusal> checkParameterHeaders(const Tool &tool,
                                                        const nlohmann::json &arguments,
                                                        const http::Headers &headers)
{
    for (const auto &parameter : tool.parameters) {
        if (parameter.header.empty())
            continue;
        const std::string name = "Mcp-Param-" + parameter.header;
        const auto argument = arguments.find(parameter.name);
        if (argument == arguments.end() || argument->is_null()) {
            if (headers.contains(name))
                return mismatch(name, "names something that the body does not.");
            continue;
        }
        const auto value = requireHeader(name, headers);
        if (!value)
            return value.error();
        if (!isSame(*value, *argument))
            return mismatch(name, "says something else than the body.");
    }
    return core::Done{};
}

} // namespace mcp
