// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/RateBuckets.h"

#include <algorithm>
#include <vector>

namespace state {

Allowance RateBuckets::take(const std::string &key, Rate rate, TimePoint now)
{
    auto bucket = m_fullAgainAt.find(key);
    if (bucket == m_fullAgainAt.end()) {
        if (m_fullAgainAt.size() >= maximumBuckets)
            makeRoom(now);
        bucket = m_fullAgainAt.emplace(key, now).first;
    }
    const TimePoint fullAgainAt = std::max(bucket->second, now) + rate.interval;
    const auto missing = fullAgainAt - now;
    const auto capacity = rate.interval * rate.burst;
    if (missing > capacity)
        return {.isAllowed = false,
                .retryAfter = std::chrono::ceil<std::chrono::milliseconds>(missing - capacity)};
    bucket->second = fullAgainAt;
    return {.isAllowed = true};
}

void RateBuckets::giveBack(const std::string &key, Rate rate)
{
    const auto bucket = m_fullAgainAt.find(key);
    if (bucket != m_fullAgainAt.end())
        bucket->second -= rate.interval;
}

RateBuckets::TimePoint timeOf(const core::Clock &clock)
{
    return std::chrono::floor<std::chrono::microseconds>(clock.now());
}

void RateBuckets::makeRoom(TimePoint now)
{
    std::erase_if(m_fullAgainAt, [&](const auto &bucket) { return bucket.second <= now; });
    if (m_fullAgainAt.size() < maximumBuckets)
        return;
    std::vector<TimePoint> times;
    times.reserve(m_fullAgainAt.size());
    for (const auto &[key, fullAgainAt] : m_fullAgainAt)
        times.push_back(fullAgainAt);
    const auto tenth = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 10);
    std::ranges::nth_element(times, tenth);
    std::erase_if(m_fullAgainAt, [&](const auto &bucket) { return bucket.second <= *tenth; });
}

} // namespace state
