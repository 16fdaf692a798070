// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/ToolMethods.h"

#include "core/JsonText.h"
#include "mcp/Conversation.h"
#include "mcp/Schema.h"
#include "mcp/StandardHeaders.h"

#include <chrono>
#include <utility>

namespace mcp {

using nlohmann::json;

namespace {

// The list changes with a new version of the server and with the caller's scopes.
constexpr std::chrono::milliseconds listLifetime = std::chrono::minutes(5);

json toolResult(const Tool &tool, json structured, json more, const Revision &revision)
{
    json content;
    if (tool.present) {
        content = tool.present(structured);
    } else {
        auto text = textOf(structured);
        structured = core::preparedJson(text); // it need not be written twice
        content = json::array({textContent(std::move(text))});
    }
    for (auto &block : more)
        content.push_back(std::move(block));
    json result;
    result["content"] = std::move(content);
    if (revision.hasStructuredContent)
        result["structuredContent"] = std::move(structured);
    return result;
}

/// A failure that the model shall see and may mend (SEP-1303), not one of the protocol. There is no
/// structuredContent, because it would have to fit the tool's output schema.
json toolError(const core::Error &error, const Tool &tool)
{
    json body = errorBody(error);
    // Whoever repeats a call that may have happened already does it twice.
    if (error.kind == core::ErrorKind::DeadlineExceeded && !tool.effect.isIdempotent) {
        body["message"] = error.message + " It may have taken effect.";
        body["retryable"] = false;
        body["next"] = "Look whether it took effect before you repeat it.";
    }
    return {{"content", json::array({textContent(textOf(body))})}, {"isError", true}};
}

/// Everything that one call of a tool needs while it runs.
struct ToolCall
{
    std::shared_ptr<const Tool> tool;
    std::shared_ptr<const json> arguments;
    std::optional<std::string> token; ///< Confirmation::tokenParameter
    std::shared_ptr<const Confirmation> confirmation;
    const Revision &revision;
};

using ToolCallPtr = std::shared_ptr<const ToolCall>;

core::Task<core::Result<std::optional<InputRequired>>> findNeededInput(ToolCallPtr call,
                                                                       const CallContext &context)
{
    if (call->tool->findNeededInput) {
        auto needed = co_await call->tool->findNeededInput(context, *call->arguments);
        if (!needed || *needed)
            co_return needed;
    }
    if (!call->tool->findQuestion)
        co_return std::optional<InputRequired>();
    auto needed = co_await call->confirmation->ask(call->tool, context, call->arguments);
    co_return needed;
}

core::Task<core::Result<json>> runTool(ToolCallPtr call, const CallContext &context)
{
    const auto &tool = *call->tool;
    if (tool.findQuestion) {
        auto question = co_await call->confirmation->askInTwoSteps(call->tool, context,
                                                                   call->arguments, call->token);
        if (!question)
            co_return question.error();
        if (*question)
            co_return std::move(**question);
    }
    auto more = json::array();
    CallContext ownContext = context;
    ownContext.addContent = [&more](json block) { more.push_back(std::move(block)); };
    auto result = co_await tool.run(ownContext, *call->arguments);
    if (!result)
        co_return result.error();
    if (const auto fits = checkResult(tool.result, *result); !fits)
        co_return core::Error(core::ErrorKind::Internal,
                              "The server made a mistake; it is in its log.",
                              "result: " + fits.error().detail);
    co_return toolResult(tool, std::move(*result), std::move(more), call->revision);
}

} // namespace

ToolMethods::ToolMethods(const MethodServices &services, std::vector<Tool> tools)
    : m_services(services)
    , m_tools(services.descriptions, std::move(tools))
    , m_confirmation(std::make_shared<const Confirmation>(services.sealer,
                                                          services.limits.requestStateLifetime))
{}

void ToolMethods::addTo(MethodTable &table) const
{
    table.push_back(
        {.name = "tools/list", .run = [this](const Message &request, RequestContext &context) {
             return ready(list(request, context));
         }});
    table.push_back({.name = "tools/call",
                     .run = [this](const Message &request,
                                   RequestContext &context) { return call(request, context); },
                     .findMissingScope =
                         [this](const Message &request, const Caller &caller) {
                             return findMissingScope(request, caller);
                         }});
}

std::optional<std::string> ToolMethods::findMissingScope(const Message &request,
                                                         const Caller &caller) const
{
    const auto name = requiredText(request, "name");
    const auto tool = name ? m_tools.find(*name) : nullptr;
    return tool ? missingScope(tool->effect.scope, caller) : std::nullopt;
}

MethodResult ToolMethods::list(const Message &request, const RequestContext &context) const
{
    if (const auto first = refuseCursor(request); !first)
        return first.error();
    json result = {{"tools", m_tools.describe(context.caller, context.revision)}};
    addCaching(result, listLifetime, context.revision);
    return result;
}

core::Task<MethodResult> ToolMethods::call(const Message &request, RequestContext &context) const
{
    const auto name = requiredText(request, "name");
    if (!name)
        co_return name.error();
    const auto tool = m_tools.find(*name);
    if (!tool)
        co_return invalidParams("There is no tool of that name.");
    context.target = tool->name;
    auto arguments = argumentsOf(request);
    if (!arguments)
        co_return arguments.error();
    if (context.revision.isSelfDescribing) {
        if (const auto checked = checkParameterHeaders(*tool, *arguments, context.headers);
            !checked)
            co_return checked.error();
    }
    auto call = makeCall(m_services, request, context, tool->name);
    if (!call)
        co_return call.error();

    const auto toolFailed = [&](const core::Error &error) -> MethodResult {
        context.outcome = core::nameOf(error.kind);
        return toolError(error, *tool);
    };
    auto checked = tool->inputSchema ? core::Result<json>(std::move(*arguments))
                                     : checkArguments(tool->parameters, std::move(*arguments));
    if (!checked)
        co_return toolFailed(checked.error());
    prepare(*call, tool, std::move(*checked), context.revision);
    const bool isRepeatable =
        tool->effect.isReadOnly || (tool->effect.isIdempotent && !tool->effect.isDestructive);
    Conversation conversation(m_services, request, context,
                              isRepeatable ? Repeatable::Yes : Repeatable::No);
    auto end = co_await conversation.run(std::move(*call));
    if (end.answer)
        co_return std::move(*end.answer);
    if (end.result)
        co_return std::move(*end.result);
    const auto &error = end.result.error();
    if (error.kind == core::ErrorKind::Busy && !context.stream->hasBegun())
        co_return busy(error);
    context.areCredentialsRefused = error.kind == core::ErrorKind::Unauthenticated;
    co_return toolFailed(error);
}

/// What the call does: the tool, and before it whatever has to be asked.
void ToolMethods::prepare(Call &call, const std::shared_ptr<const Tool> &tool, json arguments,
                          const Revision &revision) const
{
    std::optional<std::string> token;
    if (const auto given = arguments.find(Confirmation::tokenParameter);
        tool->findQuestion && given != arguments.end()) {
        token = given->get<std::string>();
        arguments.erase(given); // it belongs to the call, not to what is confirmed
    }
    const auto running = std::make_shared<const ToolCall>(
        ToolCall{.tool = tool,
                 .arguments = std::make_shared<const json>(std::move(arguments)),
                 .token = std::move(token),
                 .confirmation = m_confirmation,
                 .revision = revision});
    call.findNeededInput = [running](const CallContext &context) {
        return findNeededInput(running, context);
    };
    call.work = [running](const CallContext &context) { return runTool(running, context); };
}

} // namespace mcp
