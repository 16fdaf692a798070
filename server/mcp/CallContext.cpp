// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/CallContext.h"

#include <algorithm>
#include <array>

namespace mcp {

namespace {

constexpr std::array<std::string_view, 8> logLevelNames = {
    "debug", "info", "notice", "warning", "error", "critical", "alert", "emergency"};

} // namespace

std::string_view nameOf(LogLevel level)
{
    return logLevelNames[static_cast<std::size_t>(level)];
}

std::optional<LogLevel> findLogLevel(const nlohmann::json &name)
{
    if (!name.is_string())
        return std::nullopt;
    const auto *const row = std::ranges::find(logLevelNames, name.get_ref<const std::string &>());
    if (row == logLevelNames.end())
        return std::nullopt;
    return static_cast<LogLevel>(row - logLevelNames.begin());
}

} // namespace mcp
