// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Task.h"
#include "mcp/CallContext.h"
#include "mcp/CallLimiter.h"
#include "mcp/Lifetime.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace mcp {

/// What runs for a request: a tool, a prompt, a resource. The functions own what they need; the
/// context outlives them.
struct Call
{
    using Ask = std::function<core::Task<core::Result<std::optional<InputRequired>>>(
        const CallContext &context)>;
    using Work =
        std::function<core::Task<core::Result<nlohmann::json>>(const CallContext &context)>;

    std::string name; ///< for the log
    CallContext context;
    std::shared_ptr<Lifetime> lifetime;
    Ask findNeededInput = {}; ///< unset: nothing is needed
    /// Between the two: an error ends the call. Unset: nothing is in the way.
    std::function<core::Task<core::Result<core::Done>>()> admit = {};
    Work work;
};

/// Runs calls: within the limits, until the request's lifetime ends, and whatever they throw.
class Calls
{
public:
    using Outcome = std::variant<nlohmann::json, InputRequired>;

    explicit Calls(const Limits &limits);

    /// Busy means that it was not begun. When the lifetime ends this returns at once; the work is
    /// told by its Cancellation and keeps its slot until it has really ended.
    core::Task<core::Result<Outcome>> run(const Call &call) const;

private:
    CallLimiter m_limiter;
};

} // namespace mcp
