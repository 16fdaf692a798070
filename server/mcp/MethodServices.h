// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "mcp/Calls.h"
#include "mcp/Descriptions.h"
#include "mcp/Limits.h"
#include "mcp/Method.h"
#include "mcp/Sealer.h"

#include <string>

namespace mcp {

/// What every method works with. It only refers to it: whoever makes the methods owns all of it.
struct MethodServices
{
    const Descriptions &descriptions;
    const Limits &limits;
    const Sealer &sealer;
    const Calls &calls;
    bool hasLogging; ///< CallContext::log reaches clients
};

/// A call for this request that has nothing to do yet. The functions of its context may be kept
/// longer than the request; they do nothing then. InvalidParams for a progress token that is none.
core::Result<Call, Refusal> makeCall(const MethodServices &services, const Message &request,
                                     const RequestContext &context, std::string name);

} // namespace mcp
