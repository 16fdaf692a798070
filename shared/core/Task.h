// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <coroutine>
#include <exception>
#include <optional>
#include <utility>

namespace core {

template <typename T>
class Task;

namespace detail {

/// A finished task resumes its awaiter, unless the awaiter is still inside await_suspend: then it
/// simply does not suspend. That keeps the stack flat in loops over tasks that finish at once,
/// which symmetric transfer would only do in optimised builds (GCC makes it a tail call from -O2
/// on).
struct FinalAwaiter
{
    bool await_ready() const noexcept { return false; }
    template <typename Promise>
    void await_suspend(std::coroutine_handle<Promise> finished) const noexcept
    {
        auto &promise = finished.promise();
        promise.isFinished = true;
        if (promise.awaiterIsSuspended)
            promise.continuation.resume(); // may destroy the finished frame: touch nothing after
    }
    void await_resume() const noexcept {}
};

struct PromiseBase
{
    std::coroutine_handle<> continuation;
    std::exception_ptr exception;
    bool isFinished = false;
    bool awaiterIsSuspended = false;

    std::suspend_always initial_suspend() const noexcept { return {}; }
    FinalAwaiter final_suspend() const noexcept { return {}; }
    void unhandled_exception() noexcept { exception = std::current_exception(); }
    void rethrowIfFailed() const
    {
        if (exception)
            std::rethrow_exception(exception);
    }
};

template <typename T>
struct Promise : PromiseBase
{
    std::optional<T> value;

    Task<T> get_return_object() noexcept;
    template <typename U>
    void return_value(U &&result)
    {
        value.emplace(std::forward<U>(result));
    }
    T take()
    {
        rethrowIfFailed();
        assert(value.has_value());
        return std::move(*value);
    }
};

template <>
struct Promise<void> : PromiseBase
{
    Task<void> get_return_object() noexcept;
    void return_void() const noexcept {}
    void take() const { rethrowIfFailed(); }
};

} // namespace detail

/// A lazy coroutine: nothing happens until it is awaited, and it is awaited exactly once. It owns
/// its frame. To start one from ordinary code use core::start() in Async.h.
///
/// Rules that keep GCC 12 honest: no prvalue aggregates as by-value arguments of coroutines, no
/// co_await inside ?: or an initialiser list, no captures in lambdas that are coroutines.
template <typename T = void>
class [[nodiscard]] Task
{
public:
    using promise_type = detail::Promise<T>;
    using Handle = std::coroutine_handle<promise_type>;

    explicit Task(Handle handle) noexcept
        : m_handle(handle)
    {}
    Task(Task &&other) noexcept
        : m_handle(std::exchange(other.m_handle, nullptr))
    {}
    Task &operator=(Task &&other) noexcept
    {
        if (this != &other) {
            destroy();
            m_handle = std::exchange(other.m_handle, nullptr);
        }
        return *this;
    }
    Task(const Task &) = delete;
    Task &operator=(const Task &) = delete;
    ~Task() { destroy(); }

    auto operator co_await() && noexcept
    {
        struct Awaiter
        {
            Handle handle;
            bool await_ready() const noexcept { return false; }
            bool await_suspend(std::coroutine_handle<> awaiting) const noexcept
            {
                auto &promise = handle.promise();
                promise.continuation = awaiting;
                handle.resume();
                promise.awaiterIsSuspended = !promise.isFinished;
                return promise.awaiterIsSuspended;
            }
            T await_resume() const { return handle.promise().take(); }
        };
        assert(m_handle);
        return Awaiter{m_handle};
    }

private:
    void destroy()
    {
        if (m_handle)
            std::exchange(m_handle, nullptr).destroy();
    }

    Handle m_handle;
};

namespace detail {

template <typename T>
Task<T> Promise<T>::get_return_object() noexcept
{
    return Task<T>(std::coroutine_handle<Promise<T>>::from_promise(*this));
}

inline Task<void> Promise<void>::get_return_object() noexcept
{
    return Task<void>(std::coroutine_handle<Promise<void>>::from_promise(*this));
}

} // namespace detail

} // namespace core
