// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/MethodServices.h"
#include "mcp/PromptMethods.h"
#include "mcp/ResourceMethods.h"

namespace mcp {

/// completion/complete, for the arguments of prompts and the variables of URI templates. What it is
/// given must outlive it.
class CompletionMethod
{
public:
    CompletionMethod(const MethodServices &services, const PromptMethods &prompts,
                     const ResourceMethods &resources);

    void addTo(MethodTable &table) const;

private:
    core::Task<MethodResult> complete(const Message &request, RequestContext &context) const;
    /// What completes the named argument, which is null where nothing is suggested, or why there
    /// is no such argument for this caller.
    core::Result<Complete, Refusal> findCompletion(const nlohmann::json &reference,
                                                   const std::string &argument,
                                                   const Caller &caller) const;

    MethodServices m_services;
    const PromptMethods &m_prompts;
    const ResourceMethods &m_resources;
};

} // namespace mcp
