// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "state/StateStore.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <unordered_map>

namespace state {

/// Rate limits in memory, as GCRA: one point in time per bucket says how full it is (ITU-T I.371,
/// annex A). Bounded: when there are too many buckets, those nearest to being full again go first.
/// Main thread only.
class RateBuckets
{
public:
    static constexpr std::size_t maximumBuckets = 100000;

    using TimePoint = std::chrono::time_point<std::chrono::system_clock, std::chrono::microseconds>;

    Allowance take(const std::string &key, Rate rate, TimePoint now);
    void giveBack(const std::string &key, Rate rate);
    std::size_t size() const { return m_fullAgainAt.size(); }

private:
    void makeRoom(TimePoint now);

    std::unordered_map<std::string, TimePoint> m_fullAgainAt;
};

RateBuckets::TimePoint timeOf(const core::Clock &clock);

} // namespace state
