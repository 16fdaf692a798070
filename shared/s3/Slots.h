// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Async.h"
#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Result.h"

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>

namespace s3 {

/// So many at one time, and so many waiting, first come, first served. Main thread only.
class Slots
{
    struct Queue;

public:
    /// Keeps its place for as long as it lives, also past the Slots.
    class Slot
    {
    public:
        explicit Slot(std::shared_ptr<Queue> queue);
        Slot(Slot &&) noexcept = default;
        Slot &operator=(Slot &&) noexcept = delete;
        Slot(const Slot &) = delete;
        Slot &operator=(const Slot &) = delete;
        ~Slot();

    private:
        std::shared_ptr<Queue> m_queue;
    };

    Slots(std::size_t running, std::size_t waiting);

    /// Busy: too many wait already, or it was not one's turn before the deadline; Cancelled.
    core::Task<core::Result<Slot>> take(core::Deadline deadline, core::Cancellation cancellation);

private:
    std::shared_ptr<Queue> m_queue;
};

} // namespace s3
