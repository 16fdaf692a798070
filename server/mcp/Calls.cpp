// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/Calls.h"

#include "core/Async.h"
#include "core/Log.h"

#include <exception>
#include <utility>

namespace mcp {

using Outcome = Calls::Outcome;

namespace {

constexpr core::Log logger("mcp");

/// What started work needs, for as long as it runs; its client may be long gone.
struct Running
{
    Call call;
    std::optional<CallLimiter::Slot> slot;
    core::Completion<core::Result<Outcome>> done;
};

core::Task<core::Result<Outcome>> runSteps(const Call &call)
{
    if (call.findNeededInput) {
        auto needed = co_await call.findNeededInput(call.context);
        if (!needed)
            co_return needed.error();
        if (*needed)
            co_return Outcome(std::move(**needed));
    }
    if (call.admit) {
        const auto admitted = co_await call.admit();
        if (!admitted)
            co_return admitted.error();
    }
    auto result = co_await call.work(call.context);
    if (!result)
        co_return result.error();
    co_return Outcome(std::move(*result));
}

core::Task<core::Result<Outcome>> runGuarded(const Call &call)
{
    try {
        auto outcome = co_await runSteps(call);
        co_return outcome;
    } catch (const std::exception &exception) {
        co_return core::Error(core::ErrorKind::Internal,
                              "The server made a mistake; it is in its log.",
                              std::string("exception: ") + exception.what());
    }
}

core::Task<void> runToEnd(std::shared_ptr<Running> running)
{
    auto outcome = co_await runGuarded(running->call);
    if (!outcome && !outcome.error().detail.empty()) {
        logger.warn("call_failed", {{"name", running->call.name},
                                    {"code", core::nameOf(outcome.error().kind)},
                                    {"detail", outcome.error().detail}});
    }
    running->slot.reset();
    running->done.complete(std::move(outcome));
}

} // namespace

Calls::Calls(const Limits &limits)
    : m_limiter(limits)
{}

core::Task<core::Result<Outcome>> Calls::run(const Call &call) const
{
    const auto lifetime = call.lifetime;
    auto slot = co_await m_limiter.acquire(call.context.caller.subject, lifetime->cancellation());
    if (!slot) {
        if (slot.error().kind == core::ErrorKind::Busy)
            co_return slot.error();
        co_return lifetime->reason();
    }
    const auto running = std::make_shared<Running>();
    running->call = call;
    running->slot.emplace(std::move(*slot));
    running->call.context.cancellation = lifetime->cancellation();
    running->call.lifetime.reset(); // it ends with its request
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
