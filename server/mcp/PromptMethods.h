// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/MethodServices.h"
#include "mcp/Prompt.h"

#include <memory>
#include <vector>

namespace mcp {

/// prompts/list and prompts/get. What it is given must outlive it.
class PromptMethods
{
public:
    /// Names must be unique; each prompt has a description and a run function.
    PromptMethods(const MethodServices &services, std::vector<Prompt> prompts);

    void addTo(MethodTable &table) const;

    bool isEmpty() const { return m_prompts.empty(); }
    /// Null if there is none of that name.
    std::shared_ptr<const Prompt> find(std::string_view name) const;

private:
    MethodResult list(const Message &request, const RequestContext &context) const;
    core::Task<MethodResult> get(const Message &request, RequestContext &context) const;
    std::optional<std::string> findMissingScope(const Message &request, const Caller &caller) const;

    MethodServices m_services;
    std::vector<std::shared_ptr<const Prompt>> m_prompts;
};

} // namespace mcp
