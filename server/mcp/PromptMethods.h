// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Calls.h"
#include "mcp/Descriptions.h"
#include "mcp/Limits.h"
#include "mcp/Method.h"
#include "mcp/Prompt.h"
#include "mcp/Sealer.h"

#include <memory>
#include <vector>

namespace mcp {

/// prompts/list and prompts/get. What it is given must outlive it.
class PromptMethods
{
public:
    /// Names must be unique; each prompt has a description and a run function.
    PromptMethods(const Descriptions &descriptions, const Limits &limits, const Calls &calls,
                  const Sealer &sealer, std::vector<Prompt> prompts, bool hasLogging);

    void addTo(MethodTable &table) const;

    bool isEmpty() const { return m_prompts.empty(); }
    /// Null if there is none of that name.
    std::shared_ptr<const Prompt> find(std::string_view name) const;

private:
    MethodResult list(const Message &request, const RequestContext &context) const;
    core::Task<MethodResult> get(const Message &request, RequestContext &context) const;
    std::optional<std::string> findMissingScope(const Message &request, const Caller &caller) const;

    const Descriptions &m_descriptions;
    const Limits &m_limits;
    const Calls &m_calls;
    const Sealer &m_sealer;
    std::vector<std::shared_ptr<const Prompt>> m_prompts;
    bool m_hasLogging;
};

} // namespace mcp
