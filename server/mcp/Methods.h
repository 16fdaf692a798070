// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Task.h"
#include "mcp/Calls.h"
#include "mcp/CompletionMethod.h"
#include "mcp/Descriptions.h"
#include "mcp/Features.h"
#include "mcp/LegacySessions.h"
#include "mcp/Limits.h"
#include "mcp/Method.h"
#include "mcp/MethodServices.h"
#include "mcp/PromptMethods.h"
#include "mcp/Relay.h"
#include "mcp/ResourceMethods.h"
#include "mcp/Sealer.h"
#include "mcp/ServerInfo.h"
#include "mcp/Subscriptions.h"
#include "mcp/ToolMethods.h"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <optional>
#include <string>

namespace mcp {

/// The methods of MCP: from a message to its result, without any HTTP.
class Methods
{
public:
    Methods(ServerInfo server, const Limits &limits, Sealer sealer, Relay relay, Features features);
    Methods(const Methods &) = delete;
    Methods &operator=(const Methods &) = delete;

    /// The scope that the caller lacks for this message, if any.
    std::optional<std::string> findMissingScope(const Message &request, const Caller &caller,
                                                const Revision &revision) const;

    core::Task<MethodResult> answer(const Message &request, RequestContext &context) const;

    LegacySessions &sessions() const { return *m_sessions; }
    const Subscriptions &subscriptions() const { return m_subscriptions; }

private:
    const Method *find(const std::string &name, const Revision &revision) const;
    void addLifecycle();
    nlohmann::json capabilities() const;
    MethodResult initialize(const Message &request, RequestContext &context) const;
    nlohmann::json discover() const;
    MethodResult setLogLevel(const Message &request, const RequestContext &context) const;

    ServerInfo m_server;
    Limits m_limits;
    Sealer m_sealer;
    bool m_listsChange;
    std::shared_ptr<const Resources> m_offeredResources;
    Descriptions m_descriptions;
    Calls m_calls;
    MethodServices m_services;
    std::unique_ptr<LegacySessions> m_sessions;
    ToolMethods m_tools;
    PromptMethods m_prompts;
    ResourceMethods m_resources;
    CompletionMethod m_completion;
    Subscriptions m_subscriptions;
    MethodTable m_table;
};

} // namespace mcp
