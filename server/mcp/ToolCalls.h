// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Task.h"
#include "mcp/CallLimiter.h"
#include "mcp/Lifetime.h"
#include "mcp/Tool.h"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <memory>

namespace mcp {

/// Runs tools: within the limits, until the request's lifetime ends, and whatever they throw.
class ToolCalls
{
public:
    explicit ToolCalls(const Limits &limits);

    struct Call
    {
        std::shared_ptr<const Tool> tool;
        nlohmann::json arguments;
        Caller caller;
        std::shared_ptr<Lifetime> lifetime;
        /// Runs when the call has its slot; returns what CallContext::reportProgress shall be.
        std::function<decltype(CallContext::reportProgress)()> onStart;
    };

    /// The tool's result, checked against what it promised. Busy means that it was not started.
    /// When the lifetime ends this returns at once; the tool is told by its Cancellation and keeps
    /// its slot until it has really ended.
    core::Task<core::Result<nlohmann::json>> run(Call &call) const;

private:
    CallLimiter m_limiter;
};

} // namespace mcp
