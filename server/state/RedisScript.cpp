// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/RedisScript.h"

#include <QCryptographicHash>

#include <iterator>
#include <utility>

namespace state {

namespace {

constexpr std::string_view knownMemory = R"lua(
if redis.call('HGET', KEYS[1], 'memory') ~= ARGV[1] then
    return redis.error_reply('LOST the memory that this server was started with')
end
)lua";

RedisCommand commandFor(std::string_view name, std::string text, const RedisCommand &keys,
                        const RedisCommand &arguments)
{
    RedisCommand command;
    command.reserve(keys.size() + arguments.size() + 4);
    command.emplace_back(name);
    command.push_back(std::move(text));
    command.push_back(std::to_string(keys.size() + 1));
    command.emplace_back(metaKey);
    std::ranges::copy(keys, std::back_inserter(command));
    std::ranges::copy(arguments, std::back_inserter(command));
    return command;
}

} // namespace

namespace scripts {

const RedisScript begin = {.body = R"lua(
if redis.call('EXISTS', KEYS[1]) == 0 then
    redis.call('HSET', KEYS[1], 'memory', ARGV[1], 'created_at', ARGV[2], 'state_key', ARGV[3],
               'complete_since', ARGV[2], 'run', ARGV[4], 'version', '1')
end
-- A server that was started anew, or took over from another one, may have forgotten the last second
-- before, which may have been a part of this one.
if redis.call('HGET', KEYS[1], 'run') ~= ARGV[4] then
    redis.call('HSET', KEYS[1], 'run', ARGV[4], 'complete_since', ARGV[2] + 1)
end
return redis.call('HMGET', KEYS[1], 'memory', 'created_at', 'state_key', 'complete_since', 'version')
)lua",
                           .memory = RedisScript::Memory::Unknown};

const RedisScript sealStateKey = {.body = R"lua(
return redis.call('HSET', KEYS[1], 'state_key', ARGV[2])
)lua"};

const RedisScript claim = {.body = R"lua(
local untilTime = redis.call('GET', KEYS[2])
if untilTime and tonumber(untilTime) > tonumber(ARGV[2]) then return 0 end
redis.call('SET', KEYS[2], ARGV[3], 'EX', ARGV[4])
return 1
)lua"};

const RedisScript read = {.body = R"lua(
return redis.call('GET', KEYS[2]) or ''
)lua"};

const RedisScript replace = {.body = R"lua(
local current = redis.call('GET', KEYS[2]) or ''
if current ~= ARGV[2] then return current end
if ARGV[3] == '' then
    redis.call('DEL', KEYS[2])
else
    redis.call('SET', KEYS[2], ARGV[3], 'EX', ARGV[4])
end
return 1
)lua"};

const RedisScript replaceFamily = {.body = R"lua(
local current = redis.call('GET', KEYS[2]) or ''
if current ~= ARGV[2] then return current end
redis.call('SET', KEYS[2], ARGV[3], 'EX', ARGV[4])
local now, family, client, name = ARGV[5], ARGV[6], ARGV[7], ARGV[8]
local usedAt, clientEnd, familyEnd, revocationEnd = ARGV[9], ARGV[10], ARGV[11], ARGV[12]
if client ~= '' then
    local key, families = 'mailmcp:client:' .. client, 'mailmcp:client-families:' .. client
    if usedAt ~= '' then
        redis.call('HSETNX', key, 'first_seen_at', usedAt)
        redis.call('HSET', key, 'last_used_at', usedAt)
        if name ~= '' then redis.call('HSET', key, 'name', name) end
        if redis.call('SISMEMBER', 'mailmcp:denied', client) == 0 then
            redis.call('EXPIRE', key, clientEnd - now)
            redis.call('ZADD', 'mailmcp:clients', clientEnd, client)
        end
    end
    if revocationEnd == '' then
        redis.call('ZADD', families, familyEnd, family)
    else
        redis.call('ZREM', families, family)
    end
    redis.call('ZREMRANGEBYSCORE', families, '-inf', now)
    redis.call('EXPIRE', families, clientEnd - now)
end
redis.call('ZREMRANGEBYSCORE', 'mailmcp:clients', '-inf', now)
if revocationEnd ~= '' then
    local number = redis.call('HINCRBY', KEYS[1], 'revocations', 1)
    redis.call('ZADD', 'mailmcp:revocations', number, family)
    redis.call('ZADD', 'mailmcp:revocation-ends', revocationEnd, family)
    for _, old in ipairs(redis.call('ZRANGEBYSCORE', 'mailmcp:revocation-ends', '-inf', now,
                                    'LIMIT', 0, 100)) do
        redis.call('ZREM', 'mailmcp:revocation-ends', old)
        redis.call('ZREM', 'mailmcp:revocations', old)
    end
end
return 1
)lua"};

const RedisScript denyClient = {.body = R"lua(
local key = 'mailmcp:client:' .. ARGV[2]
redis.call('HSETNX', key, 'first_seen_at', ARGV[3])
redis.call('PERSIST', key)
redis.call('ZADD', 'mailmcp:clients', '+inf', ARGV[2])
redis.call('SADD', 'mailmcp:denied', ARGV[2])
return redis.call('HINCRBY', KEYS[1], 'denials', 1)
)lua"};

const RedisScript allowClient = {.body = R"lua(
if redis.call('SREM', 'mailmcp:denied', ARGV[2]) == 1 then
    redis.call('EXPIRE', 'mailmcp:client:' .. ARGV[2], ARGV[4] - ARGV[3])
    redis.call('ZADD', 'mailmcp:clients', ARGV[4], ARGV[2])
    redis.call('HINCRBY', KEYS[1], 'denials', 1)
end
return 1
)lua"};

const RedisScript moveNotBefore = {.body = R"lua(
if tonumber(ARGV[2]) > tonumber(redis.call('HGET', KEYS[1], 'not_before') or '0') then
    redis.call('HSET', KEYS[1], 'not_before', ARGV[2])
end
return 1
)lua"};

const RedisScript changes = {.body = R"lua(
local denials = redis.call('HGET', KEYS[1], 'denials') or '0'
local denied = {}
if denials ~= ARGV[3] then denied = redis.call('SMEMBERS', 'mailmcp:denied') end
local revoked = redis.call('ZRANGEBYSCORE', 'mailmcp:revocations', '(' .. ARGV[2], '+inf',
                           'WITHSCORES', 'LIMIT', 0, ARGV[4])
return {redis.call('HGET', KEYS[1], 'not_before') or '0', denials, denied, revoked}
)lua"};

const RedisScript listClients = {.body = R"lua(
local list = {}
for _, client in ipairs(redis.call('ZRANGE', 'mailmcp:clients', ARGV[3], ARGV[4])) do
    local known = redis.call('HMGET', 'mailmcp:client:' .. client, 'name', 'first_seen_at',
                             'last_used_at')
    list[#list + 1] = {client, known[1] or '', known[2] or '0', known[3] or '0',
                       redis.call('ZCOUNT', 'mailmcp:client-families:' .. client, '(' .. ARGV[2],
                                  '+inf'),
                       redis.call('SISMEMBER', 'mailmcp:denied', client)}
end
return list
)lua"};

const RedisScript take = {.body = R"lua(
local now, interval, capacity = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local fullAgainAt = math.max(tonumber(redis.call('GET', KEYS[2]) or '0'), now) + interval
local missing = fullAgainAt - now
if missing > capacity then return missing - capacity end
redis.call('SET', KEYS[2], string.format('%.0f', fullAgainAt), 'PX', math.ceil(missing / 1000))
return 0
)lua"};

const RedisScript giveBack = {.body = R"lua(
if redis.call('EXISTS', KEYS[2]) == 1 then redis.call('DECRBY', KEYS[2], ARGV[2]) end
return 1
)lua"};

const RedisScript addSeals = {.body = R"lua(
return redis.call('HINCRBY', 'mailmcp:seals', ARGV[2], ARGV[3])
)lua"};

const RedisScript leaveMessage = {.body = R"lua(
redis.call('SET', KEYS[2], ARGV[2], 'EX', ARGV[3])
return 1
)lua"};

const RedisScript takeMessage = {.body = R"lua(
local text = redis.call('GET', KEYS[2]) or ''
if text ~= '' then redis.call('DEL', KEYS[2]) end
return text
)lua"};

const RedisScript checkHealth = {.body = R"lua(
return redis.call('SET', 'mailmcp:health', ARGV[2], 'EX', 60)
)lua"};

} // namespace scripts

std::string RedisScript::text() const
{
    return std::string(memory == Memory::Known ? knownMemory : std::string_view()).append(body);
}

core::Task<core::Result<RedisReply>> run(RedisConnectionPtr connection, const RedisScript &script,
                                         RedisCommand keys, RedisCommand arguments)
{
    std::string text = script.text();
    std::string digest =
        QCryptographicHash::hash(QByteArray::fromStdString(text), QCryptographicHash::Sha1)
            .toHex()
            .toStdString();
    auto reply = co_await RedisConnection::call(
        connection, commandFor("EVALSHA", std::move(digest), keys, arguments));
    if (reply && reply->isFailure("NOSCRIPT"))
        reply = co_await RedisConnection::call(
            connection, commandFor("EVAL", std::move(text), keys, arguments));
    co_return reply;
}

} // namespace state
