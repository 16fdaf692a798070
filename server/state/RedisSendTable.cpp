// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/RedisSendTable.h"

#include "state/RedisRecords.h"

#include <optional>
#include <utility>

namespace state {

using core::Result;
using core::Task;

namespace {

Task<Result<std::optional<std::string>>> writeSend(RedisMemoryPtr memory, std::string key,
                                                   std::string expected, SendRecord record)
{
    RedisCommand keys;
    keys.push_back(redisKey("send", key));
    RedisCommand arguments;
    arguments.push_back(std::move(expected));
    arguments.push_back(record.isVoid() && record.attempt == 0 ? "" : textOf(record));
    arguments.push_back(secondsToKeep(record.until, memory->clock.secondsSinceEpoch()));
    const auto reply =
        co_await run(memory, scripts::replace, std::move(keys), std::move(arguments));
    if (!reply)
        co_return reply.error();
    co_return whatIsThere(*reply);
}

} // namespace

Task<Result<SendClaim>> beginSending(RedisMemoryPtr memory, std::string key, std::string content,
                                     SendRequest request)
{
    auto current = co_await readValue(memory, redisKey("send", key));
    if (!current)
        co_return current.error();
    for (int i = 0; i < mostRedisTries; ++i) {
        auto record = current->empty() ? std::optional(SendRecord()) : parseSendRecord(*current);
        if (!record)
            co_return unreadable();
        SendClaim claim = record->begin(content, request, memory->clock.secondsSinceEpoch());
        if (claim.decision != SendDecision::Send)
            co_return claim;
        auto there = co_await writeSend(memory, key, *current, *record);
        if (!there)
            co_return there.error();
        if (!*there)
            co_return claim;
        *current = std::move(**there);
    }
    co_return tooBusy();
}

Task<Result<bool>> advanceSending(RedisMemoryPtr memory, std::string key, SendStep step)
{
    auto current = co_await readValue(memory, redisKey("send", key));
    if (!current)
        co_return current.error();
    for (int i = 0; i < mostRedisTries; ++i) {
        auto record = current->empty() ? std::optional(SendRecord()) : parseSendRecord(*current);
        if (!record)
            co_return unreadable();
        const std::int64_t now = memory->clock.secondsSinceEpoch();
        if (record->until <= now || !record->advance(step, now))
            co_return false;
        if (record->isVoid())
            record = SendRecord();
        auto there = co_await writeSend(memory, key, *current, *record);
        if (!there)
            co_return there.error();
        if (!*there)
            co_return true;
        *current = std::move(**there);
    }
    co_return tooBusy();
}

} // namespace state
