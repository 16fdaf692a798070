// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/RedisClient.h"

#include "core/Log.h"

#include <algorithm>
#include <utility>

namespace state {

using core::Done;
using core::Result;
using core::Task;

namespace {

const core::Log logger("state");

/// After these the server has to be greeted anew: it lost its memory, or became a replica.
bool isAboutTheServer(const RedisReply &failure)
{
    return failure.isFailure("LOST") || failure.isFailure("READONLY")
           || failure.isFailure("MASTERDOWN") || failure.isFailure("NOAUTH");
}

} // namespace

RedisClient::RedisClient(RedisAddress address, net::TlsPolicy policy, Limits limits)
    : m_address(std::move(address))
    , m_policy(std::move(policy))
    , m_limits(limits)
{}

Task<Result<Done>> RedisClient::connect(RedisClientPtr client)
{
    const auto connection = co_await connected(client);
    if (!connection)
        co_return connection.error();
    co_return Done{};
}

Task<Result<RedisReply>> RedisClient::run(RedisClientPtr client, const RedisScript &script,
                                          RedisCommand keys, RedisCommand arguments)
{
    const auto connection = co_await connected(client);
    if (!connection)
        co_return storeUnavailable(connection.error().message + ' ' + connection.error().detail);
    auto reply = co_await state::run(*connection, script, std::move(keys), std::move(arguments));
    if (reply && reply->type == RedisReply::Type::Failure) {
        logger.error("store_refused", {{"detail", reply->text}});
        if (isAboutTheServer(*reply))
            (*connection)->close();
        co_return storeUnavailable(reply->text);
    }
    co_return reply;
}

Task<Result<RedisConnectionPtr>> RedisClient::connected(RedisClientPtr client)
{
    if (client->m_isClosed)
        co_return storeUnavailable("closed");
    if (client->m_connection && client->m_connection->isOpen())
        co_return client->m_connection;
    if (client->m_isConnecting) {
        if (client->m_waiting.size() >= client->m_limits.waiting)
            co_return storeUnavailable("too many wait for the connection");
        const core::Completion<Result<RedisConnectionPtr>> made;
        client->m_waiting.push_back(made);
        co_return co_await made;
    }
    if (client->m_failure && std::chrono::steady_clock::now() < client->m_nextTry)
        co_return *client->m_failure;
    client->m_isConnecting = true;
    const auto connection = co_await open(client);
    client->m_isConnecting = false;
    client->note(connection);
    for (const auto &waiting : std::exchange(client->m_waiting, {}))
        waiting.complete(connection);
    co_return connection;
}

Task<Result<RedisConnectionPtr>> RedisClient::open(RedisClientPtr client)
{
    auto connection = co_await RedisConnection::open(client->m_address, client->m_policy,
                                                     client->m_limits.connection);
    if (!connection) {
        core::Error error = connection.error();
        error.message =
            "The state store " + client->m_address.name() + " cannot be used: " + error.message;
        if (error.kind == core::ErrorKind::PermissionDenied)
            error.message += " Use rediss://.";
        co_return error;
    }
    const auto prepared = co_await client->m_prepare(*connection);
    if (!prepared) {
        (*connection)->close();
        co_return prepared.error();
    }
    co_return connection;
}

void RedisClient::note(const Result<RedisConnectionPtr> &outcome)
{
    if (outcome) {
        m_connection = *outcome;
        m_pause = {};
        m_failure.reset();
        logger.info("store_connected", {{"store", m_address.name()}});
        if (m_isClosed)
            m_connection->close();
        return;
    }
    m_pause = std::clamp(m_pause * 2, m_limits.firstPause, m_limits.longestPause);
    m_nextTry = std::chrono::steady_clock::now() + m_pause;
    m_failure = outcome.error();
    logger.warn("store_unreachable", {{"detail", m_failure->message + ' ' + m_failure->detail},
                                      {"next_try_ms", static_cast<std::int64_t>(m_pause.count())}});
}

void RedisClient::close()
{
    m_isClosed = true;
    if (m_connection)
        m_connection->close();
}

} // namespace state
