// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/CallLimiter.h"

#include "core/Async.h"

#include <algorithm>
#include <list>
#include <unordered_map>
#include <utility>

namespace mcp {

struct CallLimiter::State
{
    struct Waiter
    {
        std::string subject;
        core::Completion<bool> admitted;
    };

    explicit State(const Limits &theLimits)
        : limits(theLimits)
    {}

    bool hasRoom(const std::string &subject) const
    {
        const auto count = runningBySubject.find(subject);
        return running < limits.running
               && (count == runningBySubject.end() || count->second < limits.runningPerCaller);
    }

    bool queueIsFull(const std::string &subject) const
    {
        const auto own = std::ranges::count(waiters, subject, &Waiter::subject);
        return waiters.size() >= limits.queued
               || static_cast<std::size_t>(own) >= limits.queuedPerCaller;
    }

    void enter(const std::string &subject)
    {
        ++running;
        ++runningBySubject[subject];
    }

    void leave(const std::string &subject)
    {
        --running;
        const auto count = runningBySubject.find(subject);
        if (--count->second == 0)
            runningBySubject.erase(count);
        admitWaiters();
    }

    void admitWaiters()
    {
        // A waiter that is admitted runs at once and may leave again inside complete(); that only
        // makes room, and the loop below sees it. So the stack stays flat.
        if (std::exchange(isAdmitting, true))
            return;
        const auto next = [this] {
            return std::ranges::find_if(
                waiters, [this](const Waiter &waiter) { return hasRoom(waiter.subject); });
        };
        for (auto waiter = next(); waiter != waiters.end(); waiter = next()) {
            const auto admitted = waiter->admitted;
            enter(waiter->subject);
            waiters.erase(waiter);
            admitted.complete(true);
        }
        isAdmitting = false;
    }

    const Limits limits;
    std::size_t running = 0;
    std::unordered_map<std::string, std::size_t> runningBySubject;
    std::list<Waiter> waiters;
    bool isAdmitting = false;
};

CallLimiter::Slot::Slot(std::shared_ptr<State> state, std::string subject)
    : m_state(std::move(state))
    , m_subject(std::move(subject))
{}

CallLimiter::Slot::~Slot()
{
    // The local copy keeps the state while a waiter that is admitted destroys the limiter.
    if (const auto state = std::move(m_state))
        state->leave(m_subject);
}

CallLimiter::CallLimiter(const Limits &limits)
    : m_state(std::make_shared<State>(limits))
{}

core::Task<core::Result<CallLimiter::Slot>>
CallLimiter::acquire(std::string subject, core::Cancellation cancellation) const
{
    const auto state = m_state;
    if (cancellation.isCancelled())
        co_return core::Error(core::ErrorKind::Cancelled, "The call was cancelled.");
    if (state->hasRoom(subject)) {
        state->enter(subject);
        co_return Slot(state, std::move(subject));
    }
    if (state->queueIsFull(subject)) {
        co_return core::Error(core::ErrorKind::Busy,
                              "Too many calls are running already; try again in a moment.");
    }
    const core::Completion<bool> admitted;
    const auto place = state->waiters.insert(state->waiters.end(), {subject, admitted});
    const auto registration = cancellation.onCancel([state, place, admitted] {
        if (admitted.isComplete())
            return;
        state->waiters.erase(place);
        admitted.complete(false);
    });
    const bool isAdmitted = co_await admitted;
    if (!isAdmitted)
        co_return core::Error(core::ErrorKind::Cancelled, "The call was cancelled.");
    co_return Slot(state, std::move(subject));
}

} // namespace mcp
