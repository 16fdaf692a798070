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
    std::size_t uriBytes = 4096;
    std::size_t suggestions = 100; ///< values of one completion (completion.mdx)

    std::size_t runningPerCaller = 4;
    /// More than may wait for one mail server, so that one which hangs does not hold up the others.
    std::size_t running = 500;
    std::size_t queuedPerCaller = 16;
    std::size_t queued = 1000;

    /// From the arrival of a request to its answer, waiting in the queue included.
    std::chrono::milliseconds requestDeadline = std::chrono::seconds(120);
    /// For a person to answer a question, from when it was asked.
    std::chrono::milliseconds answerTime = std::chrono::minutes(10);
    /// How often one call may ask.
    int questionRounds = 8;
    /// How long sealed values are good for: state of calls that wait for answers, positions in
    /// lists, sessions.
    std::chrono::seconds requestStateLifetime = std::chrono::minutes(15);
    std::chrono::seconds cursorLifetime = std::chrono::hours(1);
    std::chrono::seconds sessionLifetime = std::chrono::hours(24 * 7);

    std::size_t sessions = 4096;  ///< with something going on, or used lately
    std::size_t listeners = 1024; ///< open streams for notifications
    std::size_t listenersPerCaller = 64;
    std::size_t resourcesPerListener = 32;
    /// Who listens is looked at again that often: tokens expire and are revoked.
    std::chrono::milliseconds listenerRecheck = std::chrono::minutes(1);
    /// How long the subscriptions of a session without a stream are kept running.
    std::chrono::milliseconds streamGrace = std::chrono::minutes(1);

    /// A request that is not answered by then is answered as a stream. Not at once, because a
    /// status cannot be told any more then, and a refused login takes its time.
    std::chrono::milliseconds streamAfter = std::chrono::seconds(5);
    /// Between the comments that keep a silent event stream open in proxies.
    std::chrono::milliseconds keepAliveInterval = std::chrono::seconds(15);
    /// At least this much between two progress notifications; the last one is always sent.
    std::chrono::milliseconds progressInterval = std::chrono::milliseconds(100);
};

} // namespace mcp
