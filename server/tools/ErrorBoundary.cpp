// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/ErrorBoundary.h"

#include "content/UnicodeHygiene.h"
#include "core/Unicode.h"

#include <utility>

namespace tools {

namespace {

constexpr std::size_t maximumMessageBytes = 1000;

using Run = decltype(mcp::Tool::run);

core::Task<core::Result<nlohmann::json>> runClean(Run run, const mcp::CallContext &context,
                                                  const nlohmann::json &arguments)
{
    auto result = co_await run(context, arguments);
    if (result)
        co_return result;
    const auto &error = result.error();
    auto message = content::UnicodeHygiene().clean(error.message);
    message.resize(core::truncateUtf8(message, maximumMessageBytes).size());
    co_return core::Error(error.kind, std::move(message), error.detail);
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
