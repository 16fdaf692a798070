// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "mcp/CallContext.h"
#include "mcp/Limits.h"
#include "mcp/Method.h"

namespace mcp {

/// What a tool, prompt or resource is given for this request. Its functions may be kept longer than
/// the request; they do nothing then. InvalidParams for a progress token that is none.
core::Result<CallContext, Refusal> makeCallContext(const Message &request,
                                                   const RequestContext &context,
                                                   const Limits &limits, bool hasLogging);

} // namespace mcp
