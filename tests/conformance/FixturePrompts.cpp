// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/FixturePrompts.h"

#include "conformance/FixtureAsking.h"
#include "conformance/FixtureCompletion.h"
#include "conformance/FixtureContent.h"
#include "conformance/FixtureQuestions.h"

#include <utility>

namespace conformance {

using nlohmann::json;

namespace {

using Messages = std::vector<mcp::PromptMessage>;
using PromptResult = core::Task<core::Result<Messages>>;

PromptResult simple(const mcp::CallContext &, const json &)
{
    Messages messages = {mcp::PromptMessage::text("This is a simple prompt for testing.")};
    co_return messages;
}

PromptResult withArguments(const mcp::CallContext &, const json &arguments)
{
    Messages messages = {mcp::PromptMessage::text(
        "Prompt with arguments: arg1='" + arguments["arg1"].get<std::string>() + "', arg2='"
        + arguments["arg2"].get<std::string>() + "'")};
    co_return messages;
}

PromptResult withResource(const mcp::CallContext &, const json &arguments)
{
    Messages messages = {
        {.content = resourceBlock(arguments["resourceUri"].get<std::string>(), "text/plain",
                                  "Embedded resource content for testing.")},
        mcp::PromptMessage::text("Please process the embedded resource above.")};
    co_return messages;
}

PromptResult withImage(const mcp::CallContext &, const json &)
{
    Messages messages = {{.content = imageBlock()},
                         mcp::PromptMessage::text("Please analyze the image above.")};
    co_return messages;
}

PromptResult withContext(const mcp::CallContext &context, const json &)
{
    Messages messages = {mcp::PromptMessage::text(
        "Use this context: "
        + filledIn(context.input, "user_context", "context").value_or("none was given"))};
    co_return messages;
}

mcp::Prompt prompt(const char *name, const char *description, decltype(mcp::Prompt::run) run)
{
    return {.name = name, .title = name, .description = description, .run = std::move(run)};
}

} // namespace

std::vector<mcp::Prompt> fixturePrompts()
{
    auto arguments = prompt("test_prompt_with_arguments", "Repeats two arguments.", withArguments);
    arguments.arguments = {{.name = "arg1",
                            .description = "First test argument",
                            .complete = completeFrom({"test", "testing", "party"})},
                           {.name = "arg2", .description = "Second test argument"}};
    auto resource =
        prompt("test_prompt_with_embedded_resource", "Brings a resource along.", withResource);
    resource.arguments = {{.name = "resourceUri", .description = "URI of the resource to embed"}};
    auto question =
        prompt("test_input_required_result_prompt", "Asks what it is about.", withContext);
    question.findNeededInput = askingFor(
        textQuestion("user_context", "What context should the prompt use?", "context"),
        [](const mcp::Input &input) { return isSettled(input, "user_context", "context"); });
    return {
        prompt("test_simple_prompt", "A simple prompt.", simple),
        std::move(arguments),
        std::move(resource),
        prompt("test_prompt_with_image", "Brings an image along.", withImage),
        std::move(question),
    };
}

} // namespace conformance
