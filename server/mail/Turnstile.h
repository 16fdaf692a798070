// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"

#include <cstddef>
#include <memory>

namespace mail {

/// Lets at most so many in at a time. The others wait in line, in order; the line is bounded and
/// nobody waits past a deadline. Main thread only.
class Turnstile
{
    struct State;

public:
    struct Limits
    {
        std::size_t inside = 1;
        std::size_t waiting = 0;
    };

    /// The right to be inside, until it goes. The next in line is resumed inside its destructor.
    class Permit
    {
    public:
        Permit(Permit &&) noexcept = default;
        Permit &operator=(Permit &&other) noexcept;
        Permit(const Permit &) = delete;
        Permit &operator=(const Permit &) = delete;
        ~Permit();

    private:
        friend class Turnstile;
        explicit Permit(std::shared_ptr<State> state);
        void release();

        std::shared_ptr<State> m_state;
    };

    explicit Turnstile(Limits limits);
    ~Turnstile();
    Turnstile(const Turnstile &) = delete;
    Turnstile &operator=(const Turnstile &) = delete;

    /// Busy: the line is full, or the turn did not come by `deadline`. Cancelled. Unavailable:
    /// closed.
    core::Task<core::Result<Permit>> enter(core::Deadline deadline,
                                           core::Cancellation cancellation);
    /// Sends everybody in the line away and lets nobody in any more.
    void close();

    std::size_t inside() const;
    std::size_t waiting() const;

private:
    static core::Task<core::Result<Permit>> waitInLine(std::shared_ptr<State> state,
                                                       core::Deadline deadline,
                                                       core::Cancellation cancellation);

    std::shared_ptr<State> m_state;
};

} // namespace mail
