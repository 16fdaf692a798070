// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/Methods.h"

#include "mcp/Progress.h"
#include "mcp/Schema.h"

#include <chrono>
#include <utility>

namespace mcp {

using nlohmann::json;

namespace {

// The list changes with a new version of the server and with the caller's scopes; what the server
// is does not depend on the caller.
constexpr std::chrono::milliseconds toolListLifetime = std::chrono::minutes(5);
constexpr std::chrono::milliseconds discoveryLifetime = std::chrono::hours(1);

json capabilities()
{
    return {{"tools", json::object()}};
}

/// The HTTP status is 200: the protocol worked, only the request makes no sense.
Refusal invalidParams(std::string message)
{
    return {.code = ErrorCode::InvalidParams, .message = std::move(message), .httpStatus = 200};
}

Refusal methodNotFound(const Revision &revision)
{
    return {.code = ErrorCode::MethodNotFound,
            .message = "There is no such method in this revision of the protocol.",
            .httpStatus = revision.isSelfDescribing ? 404 : 200};
}

Refusal busy(const core::Error &error)
{
    return {.code = ErrorCode::InternalError,
            .message = error.message,
            .httpStatus = 503,
            .data = {{"code", core::nameOf(error.kind)}, {"retryable", true}}};
}

json textContent(const json &value)
{
    return json::array({{{"type", "text"}, {"text", textOf(value)}}});
}

json toolResult(const Tool &tool, json structured, const Revision &revision)
{
    json result = {{"content", tool.present ? tool.present(structured) : textContent(structured)}};
    if (revision.hasStructuredContent)
        result["structuredContent"] = std::move(structured);
    return result;
}

/// A failure that the model shall see and may mend (SEP-1303), not one of the protocol. There is no
/// structuredContent, because it would have to fit the tool's output schema.
json toolError(const core::Error &error, const Tool &tool)
{
    // Whoever repeats a call that may have happened already does it twice.
    const bool mayHaveHappened =
        error.kind == core::ErrorKind::DeadlineExceeded && !tool.effect.isIdempotent;
    const json body = {{"code", core::nameOf(error.kind)},
                       {"message", mayHaveHappened ? error.message
                                                         + " It may have taken effect; look before "
                                                           "you repeat it."
                                                   : error.message},
                       {"retryable", core::isRetryable(error.kind) && !mayHaveHappened}};
    return {{"content", textContent(body)}, {"isError", true}};
}

const json *findMember(const json &object, std::string_view name)
{
    const auto member = object.find(name);
    return member == object.end() || member->is_null() ? nullptr : &*member;
}

} // namespace

Methods::Methods(ServerInfo server, const Limits &limits, std::vector<Tool> tools)
    : m_server(std::move(server))
    , m_limits(limits)
    , m_tools(std::move(tools))
    , m_calls(limits)
{}

std::optional<std::string> Methods::findMissingScope(const Message &request,
                                                     const Caller &caller) const
{
    const auto *const name = findMember(request.params, "name");
    if (request.method != "tools/call" || name == nullptr || !name->is_string())
        return std::nullopt;
    const auto tool = m_tools.find(name->get_ref<const std::string &>());
    if (!tool || isAllowed(*tool, caller))
        return std::nullopt;
    return tool->effect.scope;
}

core::Task<MethodResult> Methods::answer(const Message &request, RequestContext &context) const
{
    const auto &method = request.method;
    const auto &revision = context.revision;
    if (method == "tools/list")
        co_return listTools(request, context);
    if (method == "tools/call") {
        auto result = co_await callTool(request, context);
        co_return result;
    }
    if (revision.isSelfDescribing) {
        if (method == "server/discover")
            co_return completed(discover(), revision);
    } else {
        if (method == "initialize")
            co_return initialize(request);
        if (method == "ping")
            co_return json::object();
    }
    co_return methodNotFound(revision);
}

MethodResult Methods::initialize(const Message &request) const
{
    const auto *const wish = findMember(request.params, "protocolVersion");
    if (wish == nullptr || !wish->is_string())
        return invalidParams("\"protocolVersion\" is missing or not a string.");
    const auto *const known = findRevision(wish->get_ref<const std::string &>());
    const auto &revision =
        known != nullptr && !known->isSelfDescribing ? *known : newestWithInitialize();
    json result = {{"protocolVersion", revision.name},
                   {"capabilities", capabilities()},
                   {"serverInfo", implementation(revision)}};
    if (!m_server.instructions.empty())
        result["instructions"] = m_server.instructions;
    return result;
}

json Methods::discover() const
{
    json versions = json::array();
    for (const auto &revision : revisions)
        versions.push_back(revision.name);
    json result = {{"supportedVersions", std::move(versions)},
                   {"capabilities", capabilities()},
                   {"ttlMs", discoveryLifetime.count()},
                   {"cacheScope", "public"}};
    if (!m_server.instructions.empty())
        result["instructions"] = m_server.instructions;
    return result;
}

MethodResult Methods::listTools(const Message &request, const RequestContext &context) const
{
    // All tools fit on one page, so no cursor of ours is out there.
    if (findMember(request.params, "cursor") != nullptr)
        return invalidParams("The cursor is not one of this server.");
    json result = {{"tools", m_tools.describe(context.caller, context.revision)}};
    if (context.revision.isSelfDescribing) {
        result["ttlMs"] = toolListLifetime.count();
        result["cacheScope"] = "private";
    }
    return completed(std::move(result), context.revision);
}

core::Task<MethodResult> Methods::callTool(const Message &request, RequestContext &context) const
{
    const auto *const name = findMember(request.params, "name");
    if (name == nullptr || !name->is_string())
        co_return invalidParams("\"name\" is missing or not a string.");
    const auto tool = m_tools.find(name->get_ref<const std::string &>());
    if (!tool)
        co_return invalidParams("There is no tool of that name.");
    context.tool = tool->name;
    const auto *const given = findMember(request.params, "arguments");
    if (given != nullptr && !given->is_object())
        co_return invalidParams("\"arguments\" must be an object.");
    const auto *const token = request.findMeta(meta::progressToken);
    if (token != nullptr && !token->is_string() && !token->is_number_integer())
        co_return invalidParams("\"progressToken\" must be a string or an integer.");

    const auto failed = [&](const core::Error &error) -> MethodResult {
        context.outcome = core::nameOf(error.kind);
        return completed(toolError(error, *tool), context.revision);
    };
    auto arguments = checkArguments(tool->parameters, given == nullptr ? json::object() : *given);
    if (!arguments)
        co_return failed(arguments.error());

    ToolCalls::Call call;
    call.tool = tool;
    call.arguments = std::move(*arguments);
    call.caller = context.caller;
    call.lifetime = context.lifetime;
    call.onStart = [this, &context, token]() -> decltype(CallContext::reportProgress) {
        if (token == nullptr || !context.beginStream)
            return [](double, double, const std::string &) {};
        context.stream = context.beginStream();
        const auto progress =
            std::make_shared<Progress>(context.stream, *token, m_limits.progressInterval);
        return [progress](double value, double total, const std::string &message) {
            progress->report(value, total, message);
        };
    };
    auto result = co_await m_calls.run(call);
    if (result)
        co_return completed(toolResult(*tool, std::move(*result), context.revision),
                            context.revision);
    if (result.error().kind == core::ErrorKind::Busy && !context.stream)
        co_return busy(result.error());
    context.areCredentialsRefused = result.error().kind == core::ErrorKind::Unauthenticated;
    co_return failed(result.error());
}

json Methods::implementation(const Revision &revision) const
{
    json implementation = {{"name", m_server.name}, {"version", m_server.version}};
    if (revision.hasStructuredContent && !m_server.title.empty())
        implementation["title"] = m_server.title;
    return implementation;
}

json Methods::completed(json result, const Revision &revision) const
{
    if (revision.isSelfDescribing) {
        result["resultType"] = "complete";
        result["_meta"][meta::serverInfo] = implementation(revision);
    }
    return result;
}

} // namespace mcp
