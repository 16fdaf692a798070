// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Task.h"
#include "http/Request.h"
#include "http/Response.h"
#include "mcp/Caller.h"

#include <functional>
#include <string_view>
#include <variant>

namespace mcp {

/// A verified caller, or the ready answer (401, 403, 429, 503 …) that refuses the request.
using GuardResult = std::variant<Caller, http::Response>;

/// Decides who may come in. The application plugs it in, so this library needs no OAuth.
struct Guard
{
    /// Verifies the token of a request. It runs before anything of the body is looked at. The
    /// request outlives the task.
    std::function<core::Task<GuardResult>(const http::Request &request)> admit;

    /// The answer to a caller that lacks `scope`: 403 with the insufficient_scope challenge
    /// (RFC 6750 §3.1), from which clients start to ask the user for more.
    std::function<http::Response(const Caller &caller, std::string_view scope)> refuseScope;

    /// The answer to a caller whose token is good but opens nothing any more, because what it
    /// stands for is refused elsewhere (a tool failed as Unauthenticated): 401 with the
    /// invalid_token challenge (RFC 6750 §3.1), from which clients begin a new login.
    std::function<http::Response(const Caller &caller)> refuseCredentials;
};

} // namespace mcp
