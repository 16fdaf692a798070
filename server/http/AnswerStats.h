// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace http {

/// How requests that passed the gate were answered, since the start. The time of an answer is that
/// until its head, so that streams, which last as long as their clients like, do not drown the
/// rest.
struct AnswerStats
{
    /// Upper ends of the classes of times, in seconds; what takes longer is in none.
    static constexpr std::array bounds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                          0.25,  0.5,    1.0,   2.5,  5.0,   10.0, 30.0};

    std::uint64_t count = 0;
    std::uint64_t clientErrors = 0; ///< 4xx
    std::uint64_t serverErrors = 0; ///< 5xx
    std::chrono::duration<double> time{};
    std::array<std::uint64_t, bounds.size() + 1> counts{}; ///< of each class, then of none

    void add(int status, std::chrono::duration<double> duration)
    {
        ++count;
        if (status / 100 == 4)
            ++clientErrors;
        if (status / 100 == 5)
            ++serverErrors;
        time += duration;
        const auto *const end = std::ranges::lower_bound(bounds, duration.count());
        ++counts.at(static_cast<std::size_t>(end - bounds.begin()));
    }
};

} // namespace http
