// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/FixtureTools.h"

#include "conformance/FixtureContent.h"

#include <iterator>
#include <utility>

namespace conformance {

using nlohmann::json;

mcp::Tool textTool(std::string name, std::string description, decltype(mcp::Tool::run) run)
{
    mcp::Tool tool{.name = name,
                   .title = std::move(name),
                   .description = std::move(description),
                   .effect = {},
                   .parameters = {},
                   .result = {{.name = "text", .description = "What it has to say."}},
                   .run = std::move(run)};
    tool.present = [](const json &result) {
        return json::array({textBlock(result["text"].get<std::string>())});
    };
    return tool;
}

json textResult(std::string text)
{
    return {{"text", std::move(text)}};
}

std::vector<mcp::Tool> fixtureTools(const FixtureWorld &world)
{
    std::vector<mcp::Tool> all;
    for (auto &group : {contentTools(), notifyingTools(world), askingTools(), elicitingTools(),
                        confirmedTools(), argumentTools()})
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

} // namespace conformance
