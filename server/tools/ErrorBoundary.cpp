// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/ErrorBoundary.h"

#include "view/CleanError.h"

#include <utility>

namespace tools {

namespace {

using Run = decltype(mcp::Tool::run);

core::Task<core::Result<nlohmann::json>> runClean(Run run, const mcp::CallContext &context,
                                                  const nlohmann::json &arguments)
{
    auto result = co_await run(context, arguments);
    co_return view::withCleanError(std::move(result));
}

} // namespace

mcp::Tool withCleanErrors(mcp::Tool tool)
{
    tool.run = [run = std::move(tool.run)](const mcp::CallContext &context,
                                           const nlohmann::json &arguments) {
        return runClean(run, context, arguments);
    };
    return tool;
}

} // namespace tools
