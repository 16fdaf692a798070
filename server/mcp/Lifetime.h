// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Error.h"
#include "core/Task.h"

#include <chrono>
#include <memory>

namespace mcp {

/// How long work for one request makes sense: until its client is gone or its deadline has passed.
class Lifetime
{
public:
    static std::shared_ptr<Lifetime> begin(const core::Cancellation &client,
                                           std::chrono::milliseconds deadline);
    ~Lifetime();
    Lifetime(const Lifetime &) = delete;
    Lifetime &operator=(const Lifetime &) = delete;

    /// Fires at the end.
    core::Cancellation cancellation() const { return m_source.token(); }
    /// Why it ended: DeadlineExceeded or Cancelled.
    core::Error reason() const;

private:
    Lifetime() = default;
    static core::Task<void> watchDeadline(std::weak_ptr<Lifetime> lifetime,
                                          std::chrono::milliseconds deadline,
                                          core::Cancellation stopped);

    core::CancellationSource m_source;
    core::CancellationSource m_stop; ///< of the watch, when the request is through
    core::Cancellation::Registration m_client;
    bool m_deadlinePassed = false;
};

} // namespace mcp
