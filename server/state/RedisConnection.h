// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Async.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"
#include "net/Stream.h"
#include "net/TlsPolicy.h"
#include "state/RedisAddress.h"
#include "state/RedisProtocol.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace state {

class RedisConnection;
using RedisConnectionPtr = std::shared_ptr<RedisConnection>;

/// One connection to a Redis server. Commands go out at once, whoever else waits for an answer, and
/// are answered in their order. Main thread only.
///
/// Once something goes wrong, a command that is late included, the connection is dead and everybody
/// who waits gets Unavailable: nobody knows which of the commands were carried out.
class RedisConnection
{
public:
    struct Limits
    {
        std::chrono::milliseconds connect{2000};
        std::chrono::milliseconds command{2000};
        std::size_t outstanding = 1000;                 ///< commands without an answer
        std::uint64_t replyBytes = 64ULL * 1024 * 1024; ///< of one reply
    };

    /// TCP, and TLS where the address says so; nobody is logged in yet. The errors of
    /// net::Stream::connect().
    static core::Task<core::Result<RedisConnectionPtr>>
    open(const RedisAddress &address, const net::TlsPolicy &policy, Limits limits);

    explicit RedisConnection(std::unique_ptr<net::Stream> stream, Limits limits);

    /// The answer, which may be a Failure. Unavailable: there is none. The connection lives at
    /// least as long as the task.
    static core::Task<core::Result<RedisReply>> call(RedisConnectionPtr connection,
                                                     RedisCommand command);
    /// True proves nothing.
    bool isOpen() const { return m_stream->isOpen(); }
    void close();

private:
    struct Pending
    {
        core::Completion<core::Result<RedisReply>> reply;
        core::Deadline deadline;
    };

    static core::Task<void> read(RedisConnectionPtr connection);
    void deliver();
    void fail(const core::Error &error);

    std::unique_ptr<net::Stream> m_stream;
    Limits m_limits;
    RedisReplyReader m_reader;
    std::deque<Pending> m_pending; ///< in the order of the answers to come
    bool m_isReading = false;
};

/// Unavailable, as callers of a store see it; `detail` is for the log.
core::Error storeUnavailable(std::string detail);

} // namespace state
