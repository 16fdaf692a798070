// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>

namespace mcp {

/// Everything that is bounded about a request, so that no client can take more than its share.
struct Limits
{
    std::size_t bodyBytes = std::size_t{8} * 1024 * 1024;
    std::size_t jsonValues = 100'000; ///< members and items of one body, at all depths together
    std::size_t batchMessages = 16;

    std::size_t runningPerCaller = 4;
    std::size_t running = 64;
    std::size_t queuedPerCaller = 16;
    std::size_t queued = 128;

    /// From the arrival of a request to its answer, waiting in the queue included.
    std::chrono::milliseconds requestDeadline = std::chrono::seconds(120);
    /// Between the comments that keep a silent event stream open in proxies.
    std::chrono::milliseconds keepAliveInterval = std::chrono::seconds(15);
    /// At least this much between two progress notifications; the last one is always sent.
    std::chrono::milliseconds progressInterval = std::chrono::milliseconds(100);
};

} // namespace mcp
