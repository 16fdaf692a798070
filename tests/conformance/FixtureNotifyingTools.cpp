// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/FixtureTools.h"

#include "core/Async.h"

#include <array>
#include <chrono>
#include <utility>

namespace conformance {

using nlohmann::json;

namespace {

using ToolResult = core::Task<core::Result<json>>;

constexpr std::chrono::milliseconds pause(50);

ToolResult reportProgress(const mcp::CallContext &context, const json &)
{
    for (const double progress : {0.0, 50.0, 100.0}) {
        context.reportProgress(progress, 100, {});
        const auto slept = co_await core::sleepFor(pause, context.cancellation);
        if (!slept)
            co_return slept.error();
    }
    co_return textResult("The steps are done.");
}

ToolResult log(const mcp::CallContext &context, const json &)
{
    static constexpr std::array lines = {"Tool execution started", "Tool processing data",
                                         "Tool execution completed"};
    for (const char *const line : lines) {
        context.log(mcp::LogLevel::Info, line);
        const auto slept = co_await core::sleepFor(pause, context.cancellation);
        if (!slept)
            co_return slept.error();
    }
    co_return textResult("The log is written.");
}

/// How many calls of the slow tool have ended early.
struct Interruptions
{
    std::uint64_t count = 0;
};

ToolResult dawdle(std::shared_ptr<Interruptions> interruptions, const mcp::CallContext &context)
{
    constexpr std::chrono::seconds longEnough(20);
    context.reportProgress(1, 0, "It has begun.");
    const auto slept = co_await core::sleepFor(longEnough, context.cancellation);
    if (!slept) {
        ++interruptions->count;
        co_return slept.error();
    }
    co_return textResult("Nobody interrupted.");
}

ToolResult countInterruptions(std::shared_ptr<Interruptions> interruptions)
{
    co_return textResult(std::to_string(interruptions->count));
}

ToolResult announce(std::shared_ptr<mcp::ListChanges> changes, mcp::List list)
{
    changes->announce(list);
    co_return textResult("Everybody who listens was told.");
}

ToolResult touch(std::shared_ptr<WatchedResource> resource)
{
    resource->touch();
    co_return textResult(resource->text());
}

mcp::Tool announcing(const char *name, const FixtureWorld &world, mcp::List list)
{
    return textTool(name, "Says that a list is not what it was.",
                    [changes = world.listChanges, list](const mcp::CallContext &, const json &) {
                        return announce(changes, list);
                    });
}

} // namespace

std::vector<mcp::Tool> notifyingTools(const FixtureWorld &world)
{
    const auto interruptions = std::make_shared<Interruptions>();
    return {
        textTool("test_tool_with_progress", "Reports progress in three steps.", reportProgress),
        textTool("test_tool_with_logging", "Logs in three steps.", log),
        textTool("test_logging_tool", "Logs for those who asked for it.", log),
        textTool("test_slow_tool", "Takes a long time, unless it is cancelled.",
                 [interruptions](const mcp::CallContext &context, const json &) {
                     return dawdle(interruptions, context);
                 }),
        textTool("test_interruptions", "Says how often the slow tool was cancelled.",
                 [interruptions](const mcp::CallContext &, const json &) {
                     return countInterruptions(interruptions);
                 }),
        announcing("test_trigger_tool_change", world, mcp::List::Tools),
        announcing("test_trigger_prompt_change", world, mcp::List::Prompts),
        textTool("test_touch_watched_resource", "Changes the watched resource.",
                 [resource = world.watchedResource](const mcp::CallContext &, const json &) {
                     return touch(resource);
                 }),
    };
}

} // namespace conformance
