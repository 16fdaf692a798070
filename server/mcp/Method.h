// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Task.h"
#include "http/Headers.h"
#include "mcp/AnswerStream.h"
#include "mcp/Answers.h"
#include "mcp/Caller.h"
#include "mcp/Input.h"
#include "mcp/JsonRpc.h"
#include "mcp/LegacySession.h"
#include "mcp/Lifetime.h"
#include "mcp/Protocol.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mcp {

/// What a method needs to know about the request beside its message, and what it leaves behind.
struct RequestContext
{
    const Caller &caller;
    const Revision &revision;
    const http::Headers &headers;
    ClientCapabilities client = {};
    std::shared_ptr<LegacySession> session = {}; ///< null: there is none
    std::shared_ptr<Lifetime> lifetime = {};
    std::shared_ptr<AnswerStream> stream = {};
    /// Asks the guard again, for answers that take long. False: the caller must go.
    std::function<core::Task<bool>()> isStillAdmitted = {};

    bool areCredentialsRefused = false; ///< the caller's credentials were found to be no good
    std::string newSession = {};        ///< the session id that begins with the answer
    // For the log:
    std::string target = {}; ///< which tool or prompt
    std::string outcome = "ok";
};

/// One method of MCP: a row. What it returns is its result without what all results have.
struct Method
{
    enum class Era {
        Any,
        WithInitialize, ///< up to 2025-11-25
        SelfDescribing, ///< from 2026-07-28 on
    };

    std::string_view name;
    Era era = Era::Any;
    std::function<core::Task<MethodResult>(const Message &request, RequestContext &context)> run;
    /// The scope that the caller lacks for this request, if any. Unset: it needs none.
    std::function<std::optional<std::string>(const Message &request, const Caller &caller)>
        findMissingScope = {};
};

using MethodTable = std::vector<Method>;

/// The scope, if the caller does not have it.
std::optional<std::string> missingScope(const std::string &scope, const Caller &caller);

/// The answer to a request that failed where results cannot be failures (everything but
/// tools/call). Notes in `context` what became of it.
Refusal failed(const core::Error &error, RequestContext &context);

} // namespace mcp
