// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/Slots.h"

#include "net/TimeLimit.h"

#include <utility>

namespace s3 {

using core::ErrorKind;

namespace {

/// Nothing: it is one's turn.
using Outcome = std::optional<ErrorKind>;

/// Not a failure of the service, whose errors are never Busy.
core::Error busy()
{
    return {ErrorKind::Busy,
            "Too many files are on their way to or from S3 at the moment. Try again in a minute."};
}

} // namespace

struct Slots::Queue
{
    std::size_t free;
    std::size_t longest;
    std::deque<core::Completion<Outcome>> waiting;
};

Slots::Slot::Slot(std::shared_ptr<Queue> queue)
    : m_queue(std::move(queue))
{}

Slots::Slot::~Slot()
{
    if (!m_queue)
        return;
    ++m_queue->free;
    while (!m_queue->waiting.empty()) {
        const auto next = m_queue->waiting.front();
        m_queue->waiting.pop_front();
        if (next.isComplete()) // it has given up
            continue;
        --m_queue->free; // nobody may come in between
        next.complete(std::nullopt);
        return;
    }
}

Slots::Slots(std::size_t running, std::size_t waiting)
    : m_queue(std::make_shared<Queue>(Queue{.free = running, .longest = waiting, .waiting = {}}))
{}

core::Task<core::Result<Slots::Slot>> Slots::take(core::Deadline deadline,
                                                  core::Cancellation cancellation)
{
    const auto queue = m_queue;
    if (cancellation.isCancelled())
        co_return core::Error(ErrorKind::Cancelled, "cancelled");
    if (queue->free > 0) {
        --queue->free;
        co_return Slot(queue);
    }
    std::erase_if(queue->waiting, [](const auto &turn) { return turn.isComplete(); });
    if (queue->waiting.size() >= queue->longest)
        co_return busy();
    const core::Completion<Outcome> turn;
    queue->waiting.push_back(turn);
    Outcome outcome;
    {
        const net::TimeLimit limit(deadline, cancellation,
                                   [turn](ErrorKind kind) { turn.complete(kind); });
        outcome = co_await turn;
    }
    if (!outcome)
        co_return Slot(queue);
    if (*outcome == ErrorKind::Cancelled)
        co_return core::Error(ErrorKind::Cancelled, "cancelled");
    co_return busy();
}

} // namespace s3
