// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Result.h"
#include "core/Task.h"

#include <QEventLoop>
#include <QMetaObject>
#include <QObject>
#include <QThreadPool>

#include <cassert>
#include <chrono>
#include <coroutine>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

/// What connects coroutines to the rest of the program: a value that arrives later, the root that
/// starts a task, waiting, doing two things at once, and the worker pool. Main thread only unless
/// said.
namespace core {

/// A value that somebody delivers later and exactly one coroutine waits for. Copies share one
/// state, so either side may go first. The waiter is resumed inside complete().
template <typename T>
class Completion
{
public:
    Completion()
        : m_state(std::make_shared<State>())
    {}

    bool isComplete() const { return m_state->value.has_value(); }

    /// Delivers the value. Only the first one counts.
    void complete(T value) const
    {
        const auto state = m_state; // the waiter may destroy *this
        if (state->value)
            return;
        state->value.emplace(std::move(value));
        if (state->waiter)
            std::exchange(state->waiter, nullptr).resume();
    }

    auto operator co_await() const
    {
        struct Awaiter
        {
            std::shared_ptr<State> state;
            bool await_ready() const noexcept { return state->value.has_value(); }
            void await_suspend(std::coroutine_handle<> handle) const noexcept
            {
                state->waiter = handle;
            }
            T await_resume() const
            {
                auto &value = state->value;
                assert(value.has_value());
                return std::move(*value);
            }
        };
        return Awaiter{m_state};
    }

private:
    struct State
    {
        std::optional<T> value;
        std::coroutine_handle<> waiter;
    };
    std::shared_ptr<State> m_state;
};

/// Starts a task that nobody awaits; it runs until its first suspension before this returns. An
/// exception that escapes it is logged and ends there.
void start(Task<void> task);

/// Waits. Ends early with ErrorKind::Cancelled.
Task<Result<Done>> sleepFor(std::chrono::milliseconds duration, Cancellation cancellation = {});

/// Runs a task to its end on an event loop of its own, for commands and for what has to be done
/// before the event loop runs.
template <typename T>
T waitFor(Task<T> task);

/// Runs both at the same time and returns when both are through.
template <typename A, typename B>
Task<std::pair<A, B>> both(Task<A> first, Task<B> second);

/// Runs all of them at the same time and returns when all are through.
Task<void> all(std::vector<Task<void>> tasks);

/// Runs `work` on a thread of `pool` and comes back to this thread with its result. `work` must own
/// what it touches.
template <typename Work>
auto runOn(QThreadPool &pool, Work work) -> Task<std::invoke_result_t<Work>>;

namespace detail {

template <typename T>
Task<void> forward(Task<T> task, Completion<T> completion)
{
    completion.complete(co_await std::move(task));
}

template <typename T>
Task<void> finish(Task<T> task, std::optional<T> &value, QEventLoop &loop)
{
    value.emplace(co_await std::move(task));
    loop.quit();
}

} // namespace detail

template <typename T>
T waitFor(Task<T> task)
{
    std::optional<T> value;
    QEventLoop loop;
    start(detail::finish(std::move(task), value, loop));
    while (!value) // it may have ended already
        loop.exec();
    return std::move(*value);
}

template <typename A, typename B>
Task<std::pair<A, B>> both(Task<A> first, Task<B> second)
{
    Completion<A> firstDone;
    start(detail::forward(std::move(first), firstDone));
    B secondResult = co_await std::move(second);
    A firstResult = co_await firstDone;
    co_return std::pair<A, B>(std::move(firstResult), std::move(secondResult));
}

template <typename Work>
auto runOn(QThreadPool &pool, Work work) -> Task<std::invoke_result_t<Work>>
{
    using Value = std::invoke_result_t<Work>;
    const Completion<Value> done;
    // A QObject of this thread, so that the queued call lands here. deleteLater keeps it past
    // resume.
    auto *home = new QObject;
    pool.start([home, done, work = std::move(work)]() mutable {
        auto value = std::make_shared<Value>(work());
        QMetaObject::invokeMethod(
            home,
            [home, done, value] {
                home->deleteLater();
                done.complete(std::move(*value));
            },
            Qt::QueuedConnection);
    });
    co_return co_await done;
}

} // namespace core
