// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/Lifetime.h"

#include "core/Async.h"

#include <utility>

namespace mcp {

std::shared_ptr<Lifetime> Lifetime::begin(const core::Cancellation &client,
                                          std::chrono::milliseconds deadline)
{
    const std::shared_ptr<Lifetime> lifetime(new Lifetime);
    const std::weak_ptr<Lifetime> weak = lifetime;
    if (client.isCancelled())
        lifetime->m_source.cancel();
    lifetime->m_client = client.onCancel([weak] {
        if (const auto alive = weak.lock())
            alive->m_source.cancel();
    });
    watch(lifetime, deadline);
    return lifetime;
}

void Lifetime::cancel()
{
    m_wasCancelled = true;
    m_source.cancel();
}

void Lifetime::watch(const std::shared_ptr<Lifetime> &lifetime, std::chrono::milliseconds deadline)
{
    core::start(watchDeadline(lifetime, deadline, lifetime->m_stop.token()));
}

void Lifetime::restartDeadline(std::chrono::milliseconds deadline)
{
    liftDeadline();
    watch(shared_from_this(), deadline);
}

void Lifetime::liftDeadline()
{
    m_stop.cancel();
    m_stop = core::CancellationSource();
}

Lifetime::~Lifetime()
{
    m_stop.cancel();
}

core::Error Lifetime::reason() const
{
    if (m_deadlinePassed)
        return {core::ErrorKind::DeadlineExceeded, "The call took too long and was stopped."};
    return {core::ErrorKind::Cancelled, "The call was cancelled."};
}

core::Task<void> Lifetime::watchDeadline(std::weak_ptr<Lifetime> lifetime,
                                         std::chrono::milliseconds deadline,
                                         core::Cancellation stopped)
{
    const auto slept = co_await core::sleepFor(deadline, std::move(stopped));
    const auto alive = lifetime.lock();
    if (!slept || !alive)
        co_return;
    alive->m_deadlinePassed = true;
    alive->m_source.cancel();
}

} // namespace mcp
