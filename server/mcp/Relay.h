// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Task.h"

#include <functional>
#include <string>

namespace mcp {

/// Carries a text to another process: several may serve one name, and what a client answers may
/// reach another one than that which has asked. The application plugs it in. Unset functions: this
/// process is the only one.
struct Relay
{
    /// Leaves a text under a name, for a minute.
    std::function<core::Task<core::Result<core::Done>>(const std::string &name,
                                                       const std::string &text)>
        leave;
    /// Takes what was left, so that nobody else gets it; empty: nothing.
    std::function<core::Task<core::Result<std::string>>(const std::string &name)> take;
};

} // namespace mcp
