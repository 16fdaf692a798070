// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Task.h"
#include "http/EventStream.h"
#include "mcp/JsonRpc.h"
#include "mcp/Lifetime.h"
#include "mcp/Protocol.h"
#include "mcp/ServerInfo.h"
#include "mcp/ToolCalls.h"
#include "mcp/ToolTable.h"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mcp {

/// What a method needs to know about the request beside its message, and what it leaves behind.
struct RequestContext
{
    const Caller &caller;
    const Revision &revision;
    std::shared_ptr<Lifetime> lifetime = {};
    /// Begins to answer as an event stream; null if the client cannot read one.
    std::function<std::shared_ptr<http::EventStream>()> beginStream = {};

    std::shared_ptr<http::EventStream> stream = {}; ///< set once it has begun
    bool areCredentialsRefused = false; ///< a tool found the caller's credentials to be no good
    // For the log:
    std::string tool = {};
    std::string outcome = "ok";
};

using MethodResult = core::Result<nlohmann::json, Refusal>;

/// The methods of MCP: from a message to its result, without any HTTP.
class Methods
{
public:
    Methods(ServerInfo server, const Limits &limits, std::vector<Tool> tools);

    /// The scope that the caller lacks for this message, if any.
    std::optional<std::string> findMissingScope(const Message &request, const Caller &caller) const;

    core::Task<MethodResult> answer(const Message &request, RequestContext &context) const;

private:
    MethodResult initialize(const Message &request) const;
    nlohmann::json discover() const;
    MethodResult listTools(const Message &request, const RequestContext &context) const;
    core::Task<MethodResult> callTool(const Message &request, RequestContext &context) const;
    nlohmann::json implementation(const Revision &revision) const;
    nlohmann::json completed(nlohmann::json result, const Revision &revision) const;

    ServerInfo m_server;
    Limits m_limits;
    ToolTable m_tools;
    ToolCalls m_calls;
};

} // namespace mcp
