// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/RedisClientTable.h"

#include "core/Base64.h"

#include <optional>
#include <utility>

namespace state {

using core::Done;
using core::Result;
using core::Task;

namespace {

/// Clients under their stored keys.
using StoredClients = std::vector<std::pair<std::string, KnownClient>>;

Task<Result<StoredClients>> storedClients(RedisMemoryPtr memory)
{
    constexpr std::size_t atOnce = 500;
    constexpr std::size_t fields = 6;
    StoredClients clients;
    while (true) {
        RedisCommand arguments = {std::to_string(memory->clock.secondsSinceEpoch()),
                                  std::to_string(clients.size()),
                                  std::to_string(clients.size() + atOnce - 1)};
        const auto reply =
            co_await run(memory, scripts::listClients, RedisCommand(), std::move(arguments));
        if (!reply)
            co_return reply.error();
        for (const RedisReply &client : reply->elements) {
            const auto &field = client.elements;
            const auto key =
                field.size() == fields ? core::decodeBase64Url(field[0].text) : std::nullopt;
            if (!key)
                co_return unreadable();
            KnownClient known;
            known.handle = handleOf(*key);
            known.name = field[1].text;
            known.firstSeenAt = field[2].asNumber();
            known.lastUsedAt = field[3].asNumber();
            known.activeFamilies = static_cast<std::uint32_t>(field[4].number);
            known.isDenied = field[5].number == 1;
            clients.emplace_back(*key, std::move(known));
        }
        if (reply->elements.size() < atOnce)
            co_return std::move(clients);
    }
}

} // namespace

Task<Result<std::vector<KnownClient>>> sortedClients(RedisMemoryPtr memory)
{
    auto stored = co_await storedClients(memory);
    if (!stored)
        co_return stored.error();
    std::vector<KnownClient> clients;
    for (auto &[key, client] : *stored)
        clients.push_back(std::move(client));
    sortByLastUse(clients);
    co_return std::move(clients);
}

Task<Result<Done>> denyStoredClient(RedisMemoryPtr memory, std::string key)
{
    memory->revocations.clients.insert(key);
    ++memory->ownChanges;
    RedisCommand arguments = {core::encodeBase64Url(key),
                              std::to_string(memory->clock.secondsSinceEpoch())};
    co_return co_await runForEffect(memory, scripts::denyClient, std::move(arguments));
}

Task<Result<Done>> allowStoredClient(RedisMemoryPtr memory, std::string key)
{
    const std::int64_t now = memory->clock.secondsSinceEpoch();
    RedisCommand arguments = {core::encodeBase64Url(key), std::to_string(now),
                              std::to_string(forgottenAfter(now))};
    auto allowed = co_await runForEffect(memory, scripts::allowClient, std::move(arguments));
    if (allowed) {
        memory->revocations.clients.erase(key);
        ++memory->ownChanges;
    }
    co_return allowed;
}

Task<Result<Done>> changeByHandle(RedisMemoryPtr memory, std::string handle, ChangeOfClient change)
{
    const auto clients = co_await storedClients(memory);
    if (!clients)
        co_return clients.error();
    for (const auto &[key, client] : *clients) {
        if (client.handle == handle)
            co_return co_await change(memory, key);
    }
    co_return noSuchClient();
}

Task<Result<bool>> isStoredClientDenied(RedisMemoryPtr memory, std::string key)
{
    const auto refreshed = co_await refresh(memory);
    if (!refreshed)
        co_return refreshed.error();
    co_return memory->revocations.clients.contains(key);
}

} // namespace state
