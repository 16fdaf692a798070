// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <coroutine>
#include <functional>
#include <list>

namespace core {

/// Work that can wait until others have had their turn. All that has been asked for is done in the
/// order of asking, a little of it in each turn of the event loop (2 ms): when thousands of
/// calls or answers arrive at one moment, whoever asks for something small in between, as /health,
/// does not wait for all of them. Each thread has its own line.
class Turn
{
public:
    explicit Turn(std::function<void()> work);
    ~Turn();
    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;

    /// Has the work done once, never inside this call. Asking again before that changes nothing.
    /// The work may destroy this object, as the last thing that it does.
    void request();
    bool isRequested() const { return m_isRequested; }

private:
    class Line;

    std::function<void()> m_work;
    std::list<Turn *>::iterator m_place;
    bool m_isRequested = false;
};

/// `co_await core::turn();` goes on when it is this coroutine's turn.
class TurnAwaiter
{
public:
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> waiter)
    {
        assert(!m_turn.isRequested());
        m_waiter = waiter;
        m_turn.request();
    }
    void await_resume() const noexcept {}

private:
    std::coroutine_handle<> m_waiter;
    Turn m_turn{[this] { m_waiter.resume(); }};
};

inline TurnAwaiter turn()
{
    return {};
}

} // namespace core
