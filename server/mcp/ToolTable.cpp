// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/ToolTable.h"

#include "core/JsonText.h"
#include "mcp/Confirmation.h"
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

} // namespace

ToolTable::ToolTable(const Descriptions &descriptions, std::vector<Tool> tools)
    : m_descriptions(descriptions)
{
    for (auto &tool : tools) {
        Q_ASSERT(isToolName(tool.name));
        Q_ASSERT(!tool.description.empty());
        Q_ASSERT(tool.run);
        Q_ASSERT(!find(tool.name));
        if (tool.findQuestion)
            tool.parameters.push_back(Confirmation::parameter());
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
    std::vector<const std::string *> texts;
    std::size_t size = 2; // brackets
    for (const auto &tool : m_tools) {
        if (!caller.has(tool->effect.scope))
            continue;
        texts.push_back(&textOf(*tool, revision));
        size += texts.back()->size() + 1;
    }
    std::string list = "[";
    list.reserve(size); // a list is long, and growing would copy it several times
    for (const auto *const text : texts) {
        if (list.size() > 1)
            list += ',';
        list += *text;
    }
    return core::preparedJson(list += ']');
}

const std::string &ToolTable::textOf(const Tool &tool, const Revision &revision) const
{
    const auto [entry, isNew] = m_texts.try_emplace({&tool, &revision});
    if (isNew)
        entry->second = core::writeJson(describe(tool, revision));
    return entry->second;
}

json ToolTable::describe(const Tool &tool, const Revision &revision) const
{
    auto description =
        m_descriptions.describe(tool.name, tool.title, tool.description, tool.icon, revision);
    description["inputSchema"] = tool.inputSchema.value_or(schemaOf(tool.parameters));
    description["annotations"] = {{"title", tool.title},
                                  {"readOnlyHint", tool.effect.isReadOnly},
                                  {"destructiveHint", tool.effect.isDestructive},
                                  {"idempotentHint", tool.effect.isIdempotent},
                                  {"openWorldHint", tool.effect.isOpenWorld}};
    if (revision.hasStructuredContent)
        description["outputSchema"] = schemaOf(tool.result);
    return description;
}

} // namespace mcp
