// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Result.h"
#include "core/Task.h"
#include "mcp/Limits.h"

#include <memory>
#include <string>

namespace mcp {

/// Bounds how many calls run and wait, in all and per caller, so that one caller can neither starve
/// the others nor grow the queue. First come, first served among those whose caller has room.
class CallLimiter
{
    struct State;

public:
    /// The right to run; given back when it is destroyed, also after the limiter is gone.
    class Slot
    {
    public:
        Slot(std::shared_ptr<State> state, std::string subject);
        Slot(Slot &&) noexcept = default;
        Slot &operator=(Slot &&) = delete;
        Slot(const Slot &) = delete;
        Slot &operator=(const Slot &) = delete;
        ~Slot();

    private:
        std::shared_ptr<State> m_state;
        std::string m_subject;
    };

    explicit CallLimiter(const Limits &limits);

    /// Waits for a slot. Busy if the queue is full, Cancelled if `cancellation` fires first.
    core::Task<core::Result<Slot>> acquire(std::string subject,
                                           core::Cancellation cancellation) const;

private:
    std::shared_ptr<State> m_state;
};

} // namespace mcp
