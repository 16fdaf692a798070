// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Task.h"

#include <chrono>
#include <functional>
#include <string>

namespace mcp {

/// Carries a text to another process: several may serve one name, and what a client sends in a
/// session may reach another one than that which it is meant for. The application plugs it in.
/// Unset functions: this process is the only one.
struct Relay
{
    /// Leaves a text under a name, for a minute.
    std::function<core::Task<core::Result<core::Done>>(const std::string &name,
                                                       const std::string &text)>
        leave;
    /// Takes what was left, so that nobody else gets it; empty: nothing.
    std::function<core::Task<core::Result<std::string>>(const std::string &name)> take;
    /// The session has ended for every process, and they remember it for so long. Busy: this
    /// subject has ended too many.
    std::function<core::Task<core::Result<core::Done>>(
        const std::string &subject, const std::string &session, std::chrono::seconds lifetime)>
        end;
    /// Whether a session has ended. Asked with every request in a session.
    std::function<core::Task<core::Result<bool>>(const std::string &session)> hasEnded;
};

} // namespace mcp
