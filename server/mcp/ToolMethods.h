// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Calls.h"
#include "mcp/Confirmation.h"
#include "mcp/Descriptions.h"
#include "mcp/Limits.h"
#include "mcp/Method.h"
#include "mcp/Sealer.h"
#include "mcp/ToolTable.h"

#include <memory>

namespace mcp {

/// tools/list and tools/call. What it is given must outlive it.
class ToolMethods
{
public:
    ToolMethods(const Descriptions &descriptions, const Limits &limits, const Calls &calls,
                const Sealer &sealer, std::vector<Tool> tools, bool hasLogging);

    void addTo(MethodTable &table) const;

private:
    MethodResult list(const Message &request, const RequestContext &context) const;
    core::Task<MethodResult> call(const Message &request, RequestContext &context) const;
    Call makeCall(const std::shared_ptr<const Tool> &tool, nlohmann::json arguments,
                  const Revision &revision) const;
    std::optional<std::string> findMissingScope(const Message &request, const Caller &caller) const;

    const Limits &m_limits;
    const Calls &m_calls;
    const Sealer &m_sealer;
    ToolTable m_tools;
    std::shared_ptr<const Confirmation> m_confirmation; ///< running calls share it
    bool m_hasLogging;
};

} // namespace mcp
