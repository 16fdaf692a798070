// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/FixtureAsking.h"
#include "conformance/FixtureQuestions.h"
#include "conformance/FixtureTools.h"

#include <utility>

// The tools of "input required" (SEP-2322): the forms in which a question can come, the state that
// goes along with it, and what becomes of clients that cannot be asked.

namespace conformance {

using nlohmann::json;

namespace {

using Needed = std::optional<mcp::InputRequired>;
using Say = std::function<std::string(const mcp::Input &input)>;

core::Task<core::Result<json>> sayNow(Say say, const mcp::CallContext &context)
{
    co_return textResult(say(context.input));
}

mcp::Tool askingTool(const char *name, const char *description, mcp::FindNeededInput ask, Say say)
{
    auto tool = textTool(name, description,
                         [say = std::move(say)](const mcp::CallContext &context, const json &) {
                             return sayNow(say, context);
                         });
    tool.findNeededInput = std::move(ask);
    return tool;
}

std::string greeting(const mcp::Input &input)
{
    return "Hello, " + filledIn(input, "user_name", "name").value_or("whoever you are") + "!";
}

mcp::InputRequest nameQuestion()
{
    return textQuestion("user_name", "What is your name?", "name");
}

mcp::InputRequest consentQuestion()
{
    return formQuestion("confirm", "Please confirm", {{"ok", {{"type", "boolean"}}}});
}

/// Asks for consent, and takes an answer only together with the state that was sent along.
Needed askWithState(const mcp::CallContext &context, const json &)
{
    if (context.input.state == "asked" && context.input.find("confirm") != nullptr)
        return {};
    return mcp::InputRequired{.requests = {consentQuestion()}, .state = "asked"};
}

/// Everything at once.
Needed askForAll(const mcp::CallContext &context, const json &)
{
    const auto &input = context.input;
    if (input.state == "asked" && isSettled(input, "user_name", "name")
        && sampledText(input, "greeting") && rootUris(input, "client_roots"))
        return {};
    return mcp::InputRequired{.requests = {nameQuestion(),
                                           samplingQuestion("greeting", "Generate a greeting", 50),
                                           rootsQuestion("client_roots")},
                              .state = "asked"};
}

/// One question after the other; the state carries the first answer to the end.
Needed askTwice(const mcp::CallContext &context, const json &)
{
    const auto &input = context.input;
    if (input.state.is_object() && isSettled(input, "step2", "color"))
        return {};
    const auto name = filledIn(input, "step1", "name");
    if (input.state == "step1" && name)
        return mcp::InputRequired{
            .requests = {textQuestion("step2", "Step 2: What is your favorite color?", "color")},
            .state = {{"name", *name}}};
    return mcp::InputRequired{
        .requests = {textQuestion("step1", "Step 1: What is your name?", "name")},
        .state = "step1"};
}

/// Whatever this client can be asked, and nothing else.
Needed askWhatIsPossible(const mcp::CallContext &context, const json &)
{
    mcp::InputRequired needed;
    if (context.client.elicitation && context.input.find("user_name") == nullptr)
        needed.requests.push_back(nameQuestion());
    if (context.client.sampling && context.input.find("greeting") == nullptr)
        needed.requests.push_back(samplingQuestion("greeting", "Generate a greeting", 50));
    if (context.client.roots && context.input.find("client_roots") == nullptr)
        needed.requests.push_back(rootsQuestion("client_roots"));
    if (needed.requests.empty())
        return {};
    return needed;
}

bool hasName(const mcp::Input &input)
{
    return isSettled(input, "user_name", "name");
}

bool hasCapital(const mcp::Input &input)
{
    return sampledText(input, "capital_question").has_value();
}

std::string capital(const mcp::Input &input)
{
    return "The model says: " + sampledText(input, "capital_question").value_or("nothing");
}

mcp::FindNeededInput askForCapital()
{
    return askingFor(samplingQuestion("capital_question", "What is the capital of France?", 100),
                     hasCapital);
}

} // namespace

std::vector<mcp::Tool> askingTools()
{
    auto twice =
        askingTool("test_input_required_result_multi_round", "Asks one thing after the other.",
                   asking(askTwice), [](const mcp::Input &input) {
                       return input.state["name"].get<std::string>() + " likes "
                              + filledIn(input, "step2", "color").value_or("no colour") + ".";
                   });
    twice.parameters = {{.name = "topic",
                         .presence = mcp::Field::Presence::Optional,
                         .description = "Changes nothing, but the call is another one."}};
    return {
        askingTool("test_input_required_result_elicitation", "Asks the person for a name.",
                   askingFor(nameQuestion(), hasName), greeting),
        askingTool("test_streaming_elicitation", "Asks the person for a name, too.",
                   askingFor(nameQuestion(), hasName), greeting),
        askingTool("test_input_required_result_sampling", "Asks the model for a capital.",
                   askForCapital(), capital),
        askingTool("test_missing_capability", "Cannot do without a model.", askForCapital(),
                   capital),
        askingTool("test_input_required_result_list_roots", "Asks the client for its roots.",
                   askingFor(rootsQuestion("client_roots"),
                             [](const mcp::Input &input) {
                                 return rootUris(input, "client_roots").has_value();
                             }),
                   [](const mcp::Input &input) {
                       return "Roots: " + rootUris(input, "client_roots").value_or("none");
                   }),
        askingTool("test_input_required_result_request_state", "Asks, and looks at its state.",
                   asking(askWithState), [](const mcp::Input &) { return "state-ok"; }),
        askingTool("test_input_required_result_tampered_state", "Asks, and looks at its state.",
                   asking(askWithState), [](const mcp::Input &) { return "state-ok"; }),
        askingTool("test_input_required_result_multiple_inputs", "Asks for everything at once.",
                   asking(askForAll), greeting),
        std::move(twice),
        askingTool("test_input_required_result_capabilities", "Asks what this client can answer.",
                   asking(askWhatIsPossible),
                   [](const mcp::Input &input) {
                       return std::to_string(input.responses.size()) + " answers.";
                   }),
    };
}

} // namespace conformance
