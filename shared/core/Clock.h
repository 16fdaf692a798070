// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace core {

/// Wall-clock time, for everything that is written into tokens or stores. Tests put a fake in.
/// Deadlines never use it: they are std::chrono::steady_clock time points (see Deadline).
class Clock
{
public:
    virtual ~Clock() = default;
    virtual std::chrono::system_clock::time_point now() const = 0;

    /// Seconds since 1970, the NumericDate of RFC 7519 §2.
    std::int64_t secondsSinceEpoch() const;
};

class SystemClock : public Clock
{
public:
    std::chrono::system_clock::time_point now() const override;
};

/// An absolute point in monotonic time after which a wait fails with ErrorKind::DeadlineExceeded.
using Deadline = std::chrono::steady_clock::time_point;

Deadline deadlineIn(std::chrono::milliseconds duration);

} // namespace core
