// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Task.h"
#include "mcp/CallContext.h"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <utility>

namespace view {

/// The same error for clients: its message goes through UnicodeHygiene and is at most 1,000 bytes
/// long, because it may quote what a mail server said or how a stranger named a folder.
core::Error cleanError(const core::Error &error);

/// The same result, its error clean.
template <typename T>
core::Result<T> withCleanError(core::Result<T> result)
{
    if (result)
        return result;
    return cleanError(result.error());
}

/// What tools and prompts run.
template <typename T>
using Handler = std::function<core::Task<core::Result<T>>(const mcp::CallContext &context,
                                                          const nlohmann::json &arguments)>;

namespace detail {

template <typename T>
core::Task<core::Result<T>> runClean(Handler<T> handler, const mcp::CallContext &context,
                                     const nlohmann::json &arguments)
{
    auto result = co_await handler(context, arguments);
    co_return withCleanError(std::move(result));
}

} // namespace detail

/// The same handler, its errors clean.
template <typename T>
Handler<T> withCleanErrors(Handler<T> handler)
{
    return [handler = std::move(handler)](const mcp::CallContext &context,
                                          const nlohmann::json &arguments) {
        return detail::runClean(handler, context, arguments);
    };
}

} // namespace view
