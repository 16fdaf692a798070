// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>

namespace config {

/// What one client, and all of them together, may take from the HTTP server. Sizes are bytes.
struct HttpSettings
{
    std::size_t connections = 1024;
    std::size_t connectionsPerAddress = 64;
    std::size_t requestsPerConnection = 1000;

    std::size_t requestLine = 8192;
    std::size_t headerBlock = 32768;
    std::size_t headerFields = 100;
    std::size_t headerField = 16384;
    std::size_t chunks = 4096;
    std::size_t formBody = 32768;
    std::size_t mcpBody = 8388608;
    std::size_t bufferedBodies = 134217728;
    std::size_t bufferedBodiesPerAddress = 33554432;
    std::size_t streamBacklog = 1048576;

    std::chrono::seconds handshakeTime{10};
    std::chrono::seconds headerTime{10};
    std::chrono::seconds bodyTime{30};
    std::size_t bodyRate = 32768; ///< bytes a second that earn a body more time
    std::chrono::seconds idleTime{75};
    std::chrono::seconds writeStallTime{30};
    std::chrono::seconds lingerTime{1};
    std::chrono::seconds drainTime{25};

    std::size_t unauthenticatedPerMinute = 100;
    std::size_t authorizePerMinute = 60;
    std::size_t mcpPerMinute = 120;
    std::size_t mcpBurst = 40;
    std::size_t mcpCalls = 500;
    std::size_t mcpCallsPerMailbox = 4;
    std::size_t mcpWaitingCalls = 1000;
    std::size_t mcpWaitingCallsPerMailbox = 16;
    std::size_t mcpListeners = 1024;
    std::size_t mcpListenersPerMailbox = 64;
    std::size_t mcpSessions = 4096;
    std::chrono::seconds mcpAnswerTime{600};

    bool operator==(const HttpSettings &) const = default;
};

} // namespace config
