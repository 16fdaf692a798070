// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/ErrorBoundary.h"

#include "view/CleanError.h"

#include <utility>

namespace tools {

namespace {

template <typename T>
using Function = std::function<core::Task<core::Result<T>>(const mcp::CallContext &context,
                                                           const nlohmann::json &arguments)>;

template <typename T>
core::Task<core::Result<T>> runClean(Function<T> function, const mcp::CallContext &context,
                                     const nlohmann::json &arguments)
{
    auto result = co_await function(context, arguments);
    co_return view::withCleanError(std::move(result));
}

template <typename T>
Function<T> clean(Function<T> function)
{
    return [function = std::move(function)](const mcp::CallContext &context,
                                            const nlohmann::json &arguments) {
        return runClean(function, context, arguments);
    };
}

} // namespace

mcp::Tool withCleanErrors(mcp::Tool tool)
{
    tool.run = clean(std::move(tool.run));
    if (tool.findQuestion)
        tool.findQuestion = clean(std::move(tool.findQuestion));
    return tool;
}

} // namespace tools
