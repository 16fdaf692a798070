// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/ToolCalls.h"

#include "core/Async.h"
#include "core/Log.h"
#include "mcp/Schema.h"

#include <nlohmann/json.hpp>

#include <exception>
#include <optional>
#include <utility>

namespace mcp {

using nlohmann::json;

namespace {

constexpr core::Log logger("mcp");

core::Error serverMistake(std::string detail)
{
    return {core::ErrorKind::Internal, "The server made a mistake; it is in its log.",
            std::move(detail)};
}

/// What a started tool needs, for as long as it runs; its client may be long gone.
struct Running
{
    std::shared_ptr<const Tool> tool;
    CallContext context;
    json arguments;
    std::optional<CallLimiter::Slot> slot;
    core::Completion<core::Result<json>> done;
};

core::Task<core::Result<json>> runGuarded(const Running &running)
{
    try {
        auto result = co_await running.tool->run(running.context, running.arguments);
        if (!result)
            co_return result.error();
        if (const auto fits = checkResult(running.tool->result, *result); !fits)
            co_return serverMistake("result: " + fits.error().detail);
        co_return result;
    } catch (const std::exception &exception) {
        co_return serverMistake(std::string("exception: ") + exception.what());
    }
}

core::Task<void> runToEnd(std::shared_ptr<Running> running)
{
    auto result = co_await runGuarded(*running);
    if (!result && !result.error().detail.empty()) {
        logger.warn("tool_failed", {{"tool", running->tool->name},
                                    {"code", core::nameOf(result.error().kind)},
                                    {"detail", result.error().detail}});
    }
    running->slot.reset();
    running->done.complete(std::move(result));
}

} // namespace

ToolCalls::ToolCalls(const Limits &limits)
    : m_limiter(limits)
{}

core::Task<core::Result<json>> ToolCalls::run(Call &call) const
{
    const auto lifetime = call.lifetime;
    auto slot = co_await m_limiter.acquire(call.caller.subject, lifetime->cancellation());
    if (!slot) {
        if (slot.error().kind == core::ErrorKind::Busy)
            co_return slot.error();
        co_return lifetime->reason();
    }
    const auto running = std::make_shared<Running>();
    running->tool = call.tool;
    running->arguments = std::move(call.arguments);
    running->slot.emplace(std::move(*slot));
    running->context.caller = std::move(call.caller);
    running->context.cancellation = lifetime->cancellation();
    running->context.reportProgress = call.onStart();
    const auto done = running->done;
    const std::weak_ptr<Lifetime> weak = lifetime;
    const auto registration = lifetime->cancellation().onCancel([done, weak] {
        if (const auto alive = weak.lock())
            done.complete(alive->reason());
    });
    core::start(runToEnd(running));
    co_return co_await done;
}

} // namespace mcp
