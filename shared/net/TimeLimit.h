// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Error.h"

#include <chrono>
#include <functional>

class QTimer;

namespace net {

/// Milliseconds until `deadline` for a QTimer: rounded up, never negative, at most an hour (whoever
/// is woken looks at the clock again).
std::chrono::milliseconds timerInterval(core::Deadline deadline);

/// Calls back once, with DeadlineExceeded or Cancelled, unless it is destroyed before. For waits
/// that are no reads of a Stream. A cancellation that has happened already is not reported. Main
/// thread only.
class TimeLimit
{
public:
    using Callback = std::function<void(core::ErrorKind)>;

    TimeLimit(core::Deadline deadline, const core::Cancellation &cancellation, Callback callback);
    ~TimeLimit();
    TimeLimit(const TimeLimit &) = delete;
    TimeLimit &operator=(const TimeLimit &) = delete;

private:
    // The callback may destroy us inside the timer's emission, so the timer dies by deleteLater.
    QTimer *m_timer;
    core::Cancellation::Registration m_registration;
};

} // namespace net
