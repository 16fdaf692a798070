// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ClientChanges.h"

#include "audit/AuditLog.h"

namespace app {

core::Task<core::Result<core::Done>> judgeClient(state::StateStore &store, std::string handle,
                                                 Verdict verdict)
{
    const bool isDenied = verdict == Verdict::Denied;
    core::Result<core::Done> changed = core::Done{};
    if (isDenied)
        changed = co_await store.denyClientByHandle(handle);
    else
        changed = co_await store.allowClientByHandle(handle);
    if (changed)
        audit::record(isDenied ? audit::Event::ClientDenied : audit::Event::ClientAllowed,
                      {.handle = handle});
    co_return changed;
}

core::Task<core::Result<std::int64_t>> endEveryLogin(state::StateStore &store,
                                                     const core::Clock &clock)
{
    // Tokens of this very second are older than what is granted from now on, too.
    const std::int64_t notBefore = clock.secondsSinceEpoch() + 1;
    const auto moved = co_await store.setNotBefore(notBefore);
    if (!moved)
        co_return moved.error();
    audit::record(audit::Event::EveryLoginEnded, {});
    co_return notBefore;
}

} // namespace app
