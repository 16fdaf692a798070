// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Error.h"
#include "core/Task.h"

#include <chrono>
#include <memory>

namespace mcp {

/// How long work for one request makes sense: until its client is gone or its deadline has passed.
class Lifetime : public std::enable_shared_from_this<Lifetime>
{
public:
    static std::shared_ptr<Lifetime> begin(const core::Cancellation &client,
                                           std::chrono::milliseconds deadline);
    ~Lifetime();
    Lifetime(const Lifetime &) = delete;
    Lifetime &operator=(const Lifetime &) = delete;

    /// The client does not want the answer any more.
    void cancel();
    bool wasCancelled() const { return m_wasCancelled; }
    /// From now on there is this much time; for answers that wait for a person.
    void restartDeadline(std::chrono::milliseconds deadline);
    /// There is no deadline: it is no call but a stream.
    void liftDeadline();

    /// Fires at the end.
    core::Cancellation cancellation() const { return m_source.token(); }
    /// Why it ended: DeadlineExceeded or Cancelled.
    core::Error reason() const;

private:
    Lifetime() = default;
    static void watch(const std::shared_ptr<Lifetime> &lifetime,
                      std::chrono::milliseconds deadline);
    static core::Task<void> watchDeadline(std::weak_ptr<Lifetime> lifetime,
                                          std::chrono::milliseconds deadline,
                                          core::Cancellation stopped);

    core::CancellationSource m_source;
    core::CancellationSource m_stop; ///< of the watch, when the request is through
    core::Cancellation::Registration m_client;
    bool m_deadlinePassed = false;
    bool m_wasCancelled = false;
};

} // namespace mcp
