// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/FixtureTools.h"

#include <memory>
#include <utility>

// A tool that a person has to agree to, as sending mail may be.

namespace conformance {

using nlohmann::json;

namespace {

using Question = core::Task<core::Result<std::optional<std::string>>>;

/// What has really been done, in its order.
using Deeds = std::shared_ptr<std::vector<std::string>>;

Question question(const mcp::CallContext &, const json &arguments)
{
    std::optional<std::string> text;
    if (const auto deed = arguments["deed"].get<std::string>(); deed != "nothing")
        text = "Shall I really " + deed + "?";
    co_return text;
}

core::Task<core::Result<json>> act(Deeds deeds, const json &arguments)
{
    deeds->push_back(arguments["deed"].get<std::string>());
    co_return textResult("Deeds so far: " + std::to_string(deeds->size()));
}

} // namespace

std::vector<mcp::Tool> confirmedTools()
{
    const auto deeds = std::make_shared<std::vector<std::string>>();
    auto tool = textTool(
        "test_confirmation", "Does something that somebody must agree to.",
        [deeds](const mcp::CallContext &, const json &arguments) { return act(deeds, arguments); });
    tool.effect.isReadOnly = false;
    tool.effect.isIdempotent = false;
    tool.parameters = {{.name = "deed", .description = "What is to be done."}};
    tool.findQuestion = question;
    return {std::move(tool)};
}

} // namespace conformance
