// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/FixtureAsking.h"
#include "conformance/FixtureQuestions.h"
#include "conformance/FixtureTools.h"

#include <utility>

// The tools that ask in the middle of a call, as the revisions before 2026-07-28 do it.

namespace conformance {

using nlohmann::json;

namespace {

using Needed = std::optional<mcp::InputRequired>;
using ToolResult = core::Task<core::Result<json>>;

constexpr const char *form = "form";
constexpr const char *sample = "sample";

ToolResult sayWhatWasFilledIn(const char *beginning, const mcp::CallContext &context)
{
    const auto &answer = *context.input.find(form);
    co_return textResult(std::string(beginning) + "action=" + answer.value("action", "none")
                         + ", content=" + answer.value("content", json::object()).dump());
}

ToolResult sayWhatTheModelSaid(const mcp::CallContext &context, const json &)
{
    co_return textResult("LLM response: " + sampledText(context.input, sample).value_or("none"));
}

bool hasForm(const mcp::Input &input)
{
    return input.find(form) != nullptr;
}

mcp::Tool elicitingTool(const char *name, const char *description, const char *beginning,
                        mcp::FindNeededInput ask)
{
    auto tool =
        textTool(name, description, [beginning](const mcp::CallContext &context, const json &) {
            return sayWhatWasFilledIn(beginning, context);
        });
    tool.findNeededInput = std::move(ask);
    return tool;
}

Needed askForContact(const mcp::CallContext &context, const json &arguments)
{
    if (hasForm(context.input))
        return {};
    return mcp::InputRequired{
        .requests = {formQuestion(
            form, arguments["message"].get<std::string>(),
            {{"username", {{"type", "string"}, {"description", "User's response"}}},
             {"email", {{"type", "string"}, {"description", "User's email address"}}}})}};
}

Needed askModel(const mcp::CallContext &context, const json &arguments)
{
    if (sampledText(context.input, sample))
        return {};
    return mcp::InputRequired{
        .requests = {samplingQuestion(sample, arguments["prompt"].get<std::string>(), 100)}};
}

/// A default for each primitive type (SEP-1034).
mcp::InputRequest formWithDefaults()
{
    return formQuestion(form, "Please review these values",
                        {{"name", {{"type", "string"}, {"default", "John Doe"}}},
                         {"age", {{"type", "integer"}, {"default", 30}}},
                         {"score", {{"type", "number"}, {"default", 95.5}}},
                         {"status",
                          {{"type", "string"},
                           {"enum", json::array({"active", "inactive", "pending"})},
                           {"default", "active"}}},
                         {"verified", {{"type", "boolean"}, {"default", true}}}});
}

json titled(const char *value, const char *title)
{
    return {{"const", value}, {"title", title}};
}

/// Each way to choose from a list (SEP-1330).
mcp::InputRequest formWithChoices()
{
    const json options = json::array({"option1", "option2", "option3"});
    const json choices =
        json::array({titled("value1", "First Choice"), titled("value2", "Second Choice"),
                     titled("value3", "Third Choice")});
    return formQuestion(
        form, "Please choose",
        {{"untitledSingle", {{"type", "string"}, {"enum", options}}},
         {"titledSingle", {{"type", "string"}, {"oneOf", choices}}},
         {"legacyEnum",
          {{"type", "string"},
           {"enum", json::array({"opt1", "opt2", "opt3"})},
           {"enumNames", json::array({"Option One", "Option Two", "Option Three"})}}},
         {"untitledMulti", {{"type", "array"}, {"items", {{"type", "string"}, {"enum", options}}}}},
         {"titledMulti", {{"type", "array"}, {"items", {{"anyOf", choices}}}}}});
}

} // namespace

std::vector<mcp::Tool> elicitingTools()
{
    auto elicitation = elicitingTool("test_elicitation", "Asks the person for a contact.",
                                     "User response: ", asking(askForContact));
    elicitation.parameters = {{.name = "message", .description = "What the person reads."}};
    auto sampling = textTool("test_sampling", "Asks the model.", sayWhatTheModelSaid);
    sampling.parameters = {{.name = "prompt", .description = "What the model is asked."}};
    sampling.findNeededInput = asking(askModel);
    return {
        std::move(elicitation),
        std::move(sampling),
        elicitingTool("test_elicitation_sep1034_defaults", "Asks with defaults.",
                      "Elicitation completed: ", askingFor(formWithDefaults(), hasForm)),
        elicitingTool("test_elicitation_sep1330_enums", "Asks with choices.",
                      "Elicitation completed: ", askingFor(formWithChoices(), hasForm)),
    };
}

} // namespace conformance
