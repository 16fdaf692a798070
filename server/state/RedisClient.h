// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/RedisConnection.h"
#include "state/RedisScript.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace state {

class RedisClient;
using RedisClientPtr = std::shared_ptr<RedisClient>;

/// Keeps one connection to a Redis server and makes a new one when somebody needs it. While the
/// server cannot be reached, commands fail at once, and it is tried again after pauses that get
/// longer. Main thread only.
class RedisClient
{
public:
    struct Limits
    {
        RedisConnection::Limits connection;
        std::chrono::milliseconds firstPause{100};
        std::chrono::milliseconds longestPause{2000};
        std::size_t waiting = 1000; ///< who may wait for the connection to be made
    };
    /// Makes a new connection ready for use; its error leaves the connection unused.
    using Prepare = std::function<core::Task<core::Result<core::Done>>(RedisConnectionPtr)>;

    RedisClient(RedisAddress address, net::TlsPolicy policy, Limits limits);

    const RedisAddress &address() const { return m_address; }
    /// Before the first command.
    void setPrepare(Prepare prepare) { m_prepare = std::move(prepare); }

    /// Connects if necessary. The error says what is in the way.
    static core::Task<core::Result<core::Done>> connect(RedisClientPtr client);
    /// The answer of a script, which is no Failure. Every error is Unavailable.
    static core::Task<core::Result<RedisReply>> run(RedisClientPtr client,
                                                    const RedisScript &script, RedisCommand keys,
                                                    RedisCommand arguments);
    /// For good. Everybody who waits gets an error.
    void close();

private:
    static core::Task<core::Result<RedisConnectionPtr>> connected(RedisClientPtr client);
    static core::Task<core::Result<RedisConnectionPtr>> open(RedisClientPtr client);
    void note(const core::Result<RedisConnectionPtr> &outcome);

    RedisAddress m_address;
    net::TlsPolicy m_policy;
    Limits m_limits;
    Prepare m_prepare;
    RedisConnectionPtr m_connection;
    bool m_isConnecting = false;
    bool m_isClosed = false;
    std::vector<core::Completion<core::Result<RedisConnectionPtr>>> m_waiting;
    std::chrono::milliseconds m_pause{};
    std::chrono::steady_clock::time_point m_nextTry;
    std::optional<core::Error> m_failure; ///< of the last try
};

} // namespace state
