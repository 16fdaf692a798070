// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Confirmation.h"
#include "mcp/MethodServices.h"
#include "mcp/ToolTable.h"

#include <memory>

namespace mcp {

/// tools/list and tools/call. What it is given must outlive it.
class ToolMethods
{
public:
    ToolMethods(const MethodServices &services, std::vector<Tool> tools);

    void addTo(MethodTable &table) const;

private:
    MethodResult list(const Message &request, const RequestContext &context) const;
    core::Task<MethodResult> call(const Message &request, RequestContext &context) const;
    void prepare(Call &call, const std::shared_ptr<const Tool> &tool, nlohmann::json arguments,
                 const Revision &revision) const;
    std::optional<std::string> findMissingScope(const Message &request, const Caller &caller) const;

    MethodServices m_services;
    ToolTable m_tools;
    std::shared_ptr<const Confirmation> m_confirmation; ///< running calls share it
};

} // namespace mcp
