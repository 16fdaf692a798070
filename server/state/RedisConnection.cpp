// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/RedisConnection.h"

#include "core/Log.h"

#include <utility>

namespace state {

using core::Result;
using core::Task;

namespace {

const core::Log logger("state");

constexpr std::size_t readAtOnce = 64UL * 1024;

} // namespace

core::Error storeUnavailable(std::string detail)
{
    return {core::ErrorKind::Unavailable, "the state store cannot be used at the moment",
            std::move(detail)};
}

Task<Result<RedisConnectionPtr>> RedisConnection::open(const RedisAddress &address,
                                                       const net::TlsPolicy &policy, Limits limits)
{
    const net::Stream::Limits streamLimits{.totalBytes = limits.replyBytes};
    auto stream =
        co_await net::Stream::connect(address.endpoint, policy, streamLimits,
                                      core::deadlineIn(limits.connect), core::Cancellation());
    if (!stream)
        co_return stream.error();
    co_return std::make_shared<RedisConnection>(std::move(*stream), limits);
}

RedisConnection::RedisConnection(std::unique_ptr<net::Stream> stream, Limits limits)
    : m_stream(std::move(stream))
    , m_limits(limits)
{}

Task<Result<RedisReply>> RedisConnection::call(RedisConnectionPtr connection, RedisCommand command)
{
    if (!connection->isOpen())
        co_return storeUnavailable("the connection is closed");
    if (connection->m_pending.size() >= connection->m_limits.outstanding)
        co_return storeUnavailable("too many commands wait for an answer");
    const core::Completion<Result<RedisReply>> reply;
    connection->m_pending.push_back(
        {.reply = reply, .deadline = core::deadlineIn(connection->m_limits.command)});
    connection->m_stream->write(encode(command));
    if (!connection->m_isReading)
        core::start(read(connection));
    co_return co_await reply;
}

// It runs only while an answer is owed, so that the first deadline ends the wait.
Task<void> RedisConnection::read(RedisConnectionPtr connection)
{
    connection->m_isReading = true;
    while (!connection->m_pending.empty()) {
        const core::Deadline deadline = connection->m_pending.front().deadline;
        const auto bytes = co_await connection->m_stream->readAvailable(readAtOnce, deadline);
        if (!bytes) {
            connection->fail(bytes.error());
            break;
        }
        connection->m_reader.feed(*bytes);
        connection->deliver();
    }
    connection->m_isReading = false;
}

void RedisConnection::deliver()
{
    while (true) {
        auto reply = m_reader.next();
        if (!reply)
            return fail(reply.error());
        if (!*reply)
            return;
        if (m_pending.empty())
            return fail({core::ErrorKind::Protocol, "the state store answered without a question"});
        m_stream->beginOperation({}); // the budget is for each reply
        const auto asked = std::move(m_pending.front());
        m_pending.pop_front();
        asked.reply.complete(std::move(**reply)); // may close us or ask again
    }
}

void RedisConnection::fail(const core::Error &error)
{
    m_stream->abort();
    const auto pending = std::exchange(m_pending, {});
    const std::string detail = error.message + ' ' + error.detail;
    if (!pending.empty())
        logger.warn("store_connection_lost", {{"detail", detail}, {"commands", pending.size()}});
    for (const Pending &asked : pending)
        asked.reply.complete(storeUnavailable(detail));
}

void RedisConnection::close()
{
    fail({core::ErrorKind::Cancelled, "closed"});
}

} // namespace state
