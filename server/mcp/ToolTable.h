// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Descriptions.h"
#include "mcp/Protocol.h"
#include "mcp/Tool.h"

#include <nlohmann/json.hpp>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mcp {

/// The tools of the server in their order.
class ToolTable
{
public:
    /// Names must be unique and fit MCP's grammar; each tool has a description and a run function.
    ToolTable(const Descriptions &descriptions, std::vector<Tool> tools);

    /// Null if there is none of that name. A running call shares the tool.
    std::shared_ptr<const Tool> find(std::string_view name) const;

    /// What tools/list says to this caller: the tools that its scopes allow, as
    /// core::preparedJson(). The same caller and revision always get the same bytes.
    nlohmann::json describe(const Caller &caller, const Revision &revision) const;

private:
    nlohmann::json describe(const Tool &tool, const Revision &revision) const;
    const std::string &textOf(const Tool &tool, const Revision &revision) const;

    const Descriptions &m_descriptions;
    std::vector<std::shared_ptr<const Tool>> m_tools;
    /// What has been said of a tool in the words of a revision; there are few of both.
    mutable std::map<std::pair<const Tool *, const Revision *>, std::string> m_texts;
};

} // namespace mcp
