// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Task.h"
#include "mcp/CallContext.h"

#include <functional>
#include <string>
#include <vector>

namespace mcp {

/// Values that a half-typed argument may become, the best first. More than 100 are cut by the
/// protocol, and the client is told that there are more.
///
/// `value` is what was typed so far; `others` are the arguments that are known already, by name
/// (strings). Only what this caller may see. Both references live until the task has ended.
using Complete = std::function<core::Task<core::Result<std::vector<std::string>>>(
    const CallContext &context, const std::string &value, const nlohmann::json &others)>;

} // namespace mcp
