// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Clock.h"

namespace core {

std::int64_t Clock::secondsSinceEpoch() const
{
    return std::chrono::duration_cast<std::chrono::seconds>(now().time_since_epoch()).count();
}

std::chrono::system_clock::time_point SystemClock::now() const
{
    return std::chrono::system_clock::now();
}

Deadline deadlineIn(std::chrono::milliseconds duration)
{
    return std::chrono::steady_clock::now() + duration;
}

} // namespace core
