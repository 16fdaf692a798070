// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"
#include "mail/SessionPool.h"

#include <functional>
#include <utility>

namespace mail {

/// What was read, and the connection that it was read from.
template <typename T>
struct Borrowed
{
    SessionPool::Lease lease;
    T value;
};

/// Runs `operation(connection)` on a connection of the pool. It must only read, or do what changes
/// nothing more when it is done twice: it is repeated once on a new connection if a warm one turns
/// out to be dead. `connected`, if there is one, is called as soon as there is a connection that is
/// logged in. References must outlive the task.
template <typename T, typename Operation>
core::Task<core::Result<Borrowed<T>>>
borrow(SessionPool &pool, const account::MailAccountPtr &account, const Operation &operation,
       core::Deadline deadline, const core::Cancellation &cancellation,
       const std::function<void()> &connected = {})
{
    auto freshness = SessionPool::Freshness::Any;
    while (true) {
        auto lease = co_await pool.take(account, freshness, deadline, cancellation);
        if (!lease)
            co_return lease.error();
        if (connected)
            connected();
        auto &connection = lease->connection();
        auto result = co_await operation(connection);
        if (result)
            co_return Borrowed<T>{.lease = std::move(*lease), .value = std::move(*result)};
        const bool wasStale = result.error().kind == core::ErrorKind::Unavailable
                              && !connection.isUsable() && lease->isReused();
        if (!wasStale)
            co_return result.error();
        freshness = SessionPool::Freshness::New;
    }
}

} // namespace mail
