// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace http {

/// What the content of a request may be, and how the handlers get it.
struct BodyRule
{
    enum class Delivery {
        Whole,    ///< complete, in Request::body
        Direct,   ///< the same, but past QHttpServer, which never sees the request
        Streamed, ///< on its way: Exchange::content() pulls it out of the connection
    };

    /// Not explicit: a number alone is the usual rule.
    BodyRule(std::size_t mostBytes, Delivery how = Delivery::Whole)
        : limit(mostBytes)
        , delivery(how)
    {}

    std::size_t limit; ///< bytes, transfer coding removed
    Delivery delivery;
};

/// How large one request may be. Sizes are bytes without the line end unless said.
struct RequestLimits
{
    std::size_t requestLine = 8UL * 1024;
    std::size_t headerBlock = 32UL * 1024; ///< all fields together, line ends included
    std::size_t headerFields = 100;
    std::size_t headerField = 16UL * 1024;
    /// Chunks of one body: many tiny ones cost far more than their bytes. A streamed body may have
    /// one more for every KiB that has arrived.
    std::size_t chunks = 4096;
    std::size_t body = 8UL * 1024 * 1024; ///< upper bound for every path, unless it is streamed
    /// The rule of a path (see Router::bodyLimit); it is asked once per request. Empty: `body`
    /// counts everywhere.
    std::function<BodyRule(std::string_view path)> bodyFor;
};

/// What a client may take from us before it is shown out.
struct Limits
{
    RequestLimits request;

    std::size_t connections = 1024;         ///< lowered to what the descriptor limit allows
    std::size_t connectionsPerAddress = 64; ///< IPv6: per /64. Trusted proxies are exempt
    std::size_t requestsPerConnection = 1000;
    std::size_t bufferedBodies = 128UL * 1024 * 1024; ///< bodies held at one time, all clients
    /// Of these, those of one address (IPv6: per /64). Trusted proxies are exempt.
    std::size_t bufferedBodiesPerAddress = 32UL * 1024 * 1024;
    std::size_t streamBacklog = 1024UL * 1024; ///< unsent bytes of a streamed answer
    /// Unsent bytes of a streamed answer below which a patient producer goes on (see
    /// Exchange::drained()): clients that stop reading cost this, and one piece more.
    std::size_t drainedBacklog = 32UL * 1024;
    /// Bytes of a streamed body that are taken from the network before a handler wants them.
    std::size_t streamedBodyWindow = 64UL * 1024;

    std::chrono::milliseconds handshakeTime{10000};
    std::chrono::milliseconds headerTime{10000};
    /// A body may take this long plus one second for every `bodyRate` bytes that have arrived. Of
    /// a streamed one only the time counts in which a handler waits for it.
    std::chrono::milliseconds bodyTime{30000};
    std::size_t bodyRate = 32UL * 1024;
    std::chrono::milliseconds idleTime{75000};       ///< between two requests
    std::chrono::milliseconds writeStallTime{30000}; ///< the client takes no byte of the answer
    std::chrono::milliseconds lingerTime{1000};      ///< after the last answer, for it to arrive
    /// When the server stops, for requests on idle connections: they may be on their way. Reverse
    /// proxies repeat no call that was lost.
    std::chrono::milliseconds farewellTime{500};
    std::chrono::milliseconds sweepInterval{100}; ///< how often the times above are looked at
};

} // namespace http
