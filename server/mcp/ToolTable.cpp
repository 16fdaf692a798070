// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/ToolTable.h"

#include "mcp/Schema.h"

#include <nlohmann/json.hpp>

#include <QtGlobal>

#include <algorithm>
#include <utility>

namespace mcp {

using nlohmann::json;

namespace {

// MCP allows 128 characters and dots; hosts that prefix the server's name do not.
bool isToolName(std::string_view name)
{
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                         "0123456789_-";
    return !name.empty() && name.size() <= 64
           && name.find_first_not_of(allowed) == std::string_view::npos;
}

json descriptionOf(const Tool &tool, const Revision &revision)
{
    json description = {{"name", tool.name},
                        {"description", tool.description},
                        {"inputSchema", schemaOf(tool.parameters)},
                        {"annotations",
                         {{"title", tool.title},
                          {"readOnlyHint", tool.effect.isReadOnly},
                          {"destructiveHint", tool.effect.isDestructive},
                          {"idempotentHint", tool.effect.isIdempotent},
                          {"openWorldHint", tool.effect.isOpenWorld}}}};
    if (revision.hasStructuredContent) {
        description["title"] = tool.title;
        description["outputSchema"] = schemaOf(tool.result);
    }
    return description;
}

} // namespace

ToolTable::ToolTable(std::vector<Tool> tools)
{
    for (auto &tool : tools) {
        Q_ASSERT(isToolName(tool.name));
        Q_ASSERT(!tool.description.empty());
        Q_ASSERT(tool.run);
        Q_ASSERT(!find(tool.name));
        m_tools.push_back(std::make_shared<const Tool>(std::move(tool)));
    }
}

std::shared_ptr<const Tool> ToolTable::find(std::string_view name) const
{
    const auto tool = std::ranges::find(
        m_tools, name, [](const auto &entry) -> std::string_view { return entry->name; });
    return tool == m_tools.end() ? nullptr : *tool;
}

json ToolTable::describe(const Caller &caller, const Revision &revision) const
{
    json list = json::array();
    for (const auto &tool : m_tools) {
        if (isAllowed(*tool, caller))
            list.push_back(descriptionOf(*tool, revision));
    }
    return list;
}

bool isAllowed(const Tool &tool, const Caller &caller)
{
    return tool.effect.scope.empty() || caller.scopes.contains(tool.effect.scope);
}

} // namespace mcp
