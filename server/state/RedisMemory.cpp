// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/RedisMemory.h"

#include "core/Base64.h"
#include "core/Log.h"
#include "state/RedisGreeting.h"
#include "state/StateStore.h"

#include <algorithm>
#include <utility>

namespace state {

using core::Done;
using core::Result;
using core::Task;

namespace {

const core::Log logger("state");

constexpr std::string_view version = "1";
constexpr std::size_t revocationsAtOnce = 1000;
constexpr std::chrono::seconds pauseAfterFailure{1};

/// What the script `begin` answers.
struct Meta
{
    std::string name;
    std::int64_t createdAt = 0;
    std::string sealedKey;
    std::int64_t completeSince = 0;
    std::string version;
};

Result<Meta> metaOf(const RedisReply &reply)
{
    constexpr std::size_t fields = 5;
    if (reply.type == RedisReply::Type::Failure)
        return core::Error(core::ErrorKind::Unavailable,
                           "The state store refused a script: " + reply.text
                               + " (README.md has the ACL rule that mail_mcp needs.)");
    if (reply.elements.size() != fields)
        return unreadable();
    return Meta{.name = reply.elements[0].text,
                .createdAt = reply.elements[1].asNumber(),
                .sealedKey = reply.elements[2].text,
                .completeSince = reply.elements[3].asNumber(),
                .version = reply.elements[4].text};
}

/// After the server has lost its memory nobody knows which tokens were revoked, so none from before
/// counts. The clients that are known to be denied stay denied.
Task<Result<Done>> restore(RedisMemoryPtr memory, RedisConnectionPtr connection,
                           std::int64_t createdAt)
{
    const std::int64_t lostUntil = createdAt + 1; // a part of that second was before
    logger.error("store_lost_its_memory", {{"tokens_not_before", lostUntil}});
    memory->completeSince = std::max(memory->completeSince, lostUntil);
    memory->revocations.notBefore = std::max(memory->revocations.notBefore, lostUntil);
    memory->lastRevocation = "0";
    memory->lastDenial = "0";
    RedisCommand move = {memory->name, std::to_string(memory->revocations.notBefore)};
    auto reply =
        co_await state::run(connection, scripts::moveNotBefore, RedisCommand(), std::move(move));
    const std::vector<std::string> denied(memory->revocations.clients.begin(),
                                          memory->revocations.clients.end());
    for (const std::string &client : denied) {
        if (!reply || !reply->isNumber())
            break;
        RedisCommand deny = {memory->name, core::encodeBase64Url(client),
                             std::to_string(createdAt)};
        reply =
            co_await state::run(connection, scripts::denyClient, RedisCommand(), std::move(deny));
    }
    if (!reply)
        co_return reply.error();
    if (!reply->isNumber())
        co_return storeUnavailable(reply->text);
    co_return Done{};
}

/// A new connection: is the server fit, and does it still have our memory?
Task<Result<Done>> prepare(std::weak_ptr<RedisMemory> weakMemory, RedisConnectionPtr connection)
{
    const RedisMemoryPtr memory = weakMemory.lock();
    if (!memory)
        co_return storeUnavailable("closed");
    const auto run = co_await greetRedis(connection, memory->client->address());
    if (!run)
        co_return run.error();
    // A server that has lost its memory gets the key that we know.
    const core::Secret ownKey = memory->stateKey.isEmpty()
                                    ? core::Secret(memory->random.bytes(StateKeys::keySize))
                                    : memory->stateKey.clone();
    const auto sealedKey = memory->sealer.seal(ownKey.reveal(), memory->random);
    if (!sealedKey)
        co_return sealedKey.error();
    RedisCommand arguments = {memory->random.identifier(),
                              std::to_string(memory->clock.secondsSinceEpoch()), *sealedKey, *run};
    const auto reply =
        co_await state::run(connection, scripts::begin, RedisCommand(), std::move(arguments));
    if (!reply)
        co_return reply.error();
    const auto meta = metaOf(*reply);
    if (!meta)
        co_return meta.error();
    if (meta->version != version)
        co_return core::Error(core::ErrorKind::Unavailable,
                              "The state store was written by a newer version of mail_mcp; use "
                              "that version, or another STATE_URL.");
    memory->completeSince = meta->completeSince;
    if (meta->name == memory->name)
        co_return Done{};
    auto key = memory->sealer.open(meta->sealedKey);
    if (!key)
        co_return core::Error(core::ErrorKind::Unavailable,
                              "The state store belongs to another ENCRYPTION_KEY: add that key to "
                              "ENCRYPTION_KEYS, or delete all keys mailmcp:* in it; then everybody "
                              "logs in again, and what was revoked or denied has to be so again.");
    // Sealed anew, so that it is under the newest key before the oldest one is dropped.
    const auto sealedAgain = memory->sealer.seal(key->reveal(), memory->random);
    if (!sealedAgain)
        co_return sealedAgain.error();
    const bool isLost = !std::exchange(memory->name, meta->name).empty();
    if (isLost
        && !key->equals(memory->stateKey.reveal())) // somebody else's: our hashes say nothing
        memory->revocations = {};
    memory->stateKey = key->clone();
    memory->keys = std::make_unique<StateKeys>(std::move(*key));
    RedisCommand seal = {memory->name, *sealedAgain};
    const auto sealed =
        co_await state::run(connection, scripts::sealStateKey, RedisCommand(), std::move(seal));
    if (!sealed || !sealed->isNumber())
        co_return unreadable();
    if (isLost)
        co_return co_await restore(memory, connection, meta->createdAt);
    co_return Done{};
}

/// Takes over what others have revoked since the last time.
Task<Result<Done>> readChanges(RedisMemoryPtr memory)
{
    constexpr std::size_t fields = 4;
    for (;;) {
        const std::int64_t now = memory->clock.secondsSinceEpoch();
        const std::uint64_t ownChanges = memory->ownChanges;
        RedisCommand known = {memory->lastRevocation, memory->lastDenial,
                              std::to_string(revocationsAtOnce)};
        const auto reply = co_await run(memory, scripts::changes, RedisCommand(), std::move(known));
        if (!reply)
            co_return reply.error();
        if (reply->elements.size() != fields)
            co_return unreadable();
        // What this process changed meanwhile may be missing from what was read before it.
        if (ownChanges != memory->ownChanges)
            continue;
        Revocations &revocations = memory->revocations;
        revocations.notBefore = std::max(revocations.notBefore, reply->elements[0].asNumber());
        if (memory->lastDenial != reply->elements[1].text) {
            revocations.clients.clear();
            for (const RedisReply &client : reply->elements[2].elements)
                revocations.clients.insert(core::decodeBase64Url(client.text).value_or(""));
            memory->lastDenial = reply->elements[1].text;
        }
        const auto &found = reply->elements[3].elements; // family and number in turns
        for (std::size_t i = 0; i + 1 < found.size(); i += 2) {
            revocations.families.insert(core::decodeBase64Url(found[i].text).value_or(""));
            memory->lastRevocation = found[i + 1].text;
        }
        if (found.size() >= 2 * revocationsAtOnce)
            continue;
        memory->checkedAt = now;
        co_return Done{};
    }
}

} // namespace

RedisMemory::RedisMemory(RedisAddress address, net::TlsPolicy policy, RedisClient::Limits limits,
                         const crypto::KeyRing &ring, const core::Clock &wallClock,
                         core::Random &randomSource)
    : sealer(StateKeys::sealer(ring))
    , clock(wallClock)
    , random(randomSource)
    , client(std::make_shared<RedisClient>(std::move(address), std::move(policy), limits))
{}

core::Error unreadable()
{
    return storeUnavailable("what the store holds cannot be read");
}

std::string redisKey(std::string_view table, std::string_view key)
{
    return "mailmcp:" + std::string(table) + ':' + core::encodeBase64Url(key);
}

Task<Result<Done>> connect(RedisMemoryPtr memory)
{
    // The client belongs to the memory, so it must not hold it.
    memory->client->setPrepare(
        // NOLINTNEXTLINE(performance-unnecessary-value-param): the task keeps it
        [weak = std::weak_ptr(memory)](RedisConnectionPtr connection) -> Task<Result<Done>> {
            return prepare(weak, std::move(connection));
        });
    return RedisClient::connect(memory->client);
}

Task<Result<RedisReply>> run(RedisMemoryPtr memory, const RedisScript &script, RedisCommand keys,
                             RedisCommand arguments)
{
    // First, since a new connection may find another memory.
    const auto connected = co_await RedisClient::connect(memory->client);
    if (!connected)
        co_return storeUnavailable(connected.error().message + ' ' + connected.error().detail);
    arguments.insert(arguments.begin(), memory->name);
    co_return co_await RedisClient::run(memory->client, script, std::move(keys),
                                        std::move(arguments));
}

Task<Result<Done>> runForEffect(RedisMemoryPtr memory, const RedisScript &script,
                                RedisCommand arguments)
{
    const auto reply = co_await run(memory, script, RedisCommand(), std::move(arguments));
    if (!reply)
        co_return reply.error();
    co_return Done{};
}

Task<Result<std::string>> readValue(RedisMemoryPtr memory, std::string redisKey)
{
    RedisCommand keys;
    keys.push_back(std::move(redisKey));
    const auto reply = co_await run(memory, scripts::read, std::move(keys), RedisCommand());
    if (!reply)
        co_return reply.error();
    co_return reply->text;
}

std::optional<std::string> whatIsThere(const RedisReply &reply)
{
    if (reply.isNumber())
        return std::nullopt;
    return reply.text;
}

std::int64_t forgottenAfter(std::int64_t now)
{
    return now
           + std::chrono::duration_cast<std::chrono::seconds>(StateStore::revocationMemory).count();
}

std::string secondsToKeep(std::int64_t until, std::int64_t now)
{
    constexpr std::int64_t slack = 60; // the server's clock differs from ours
    return std::to_string(std::max<std::int64_t>(until - now, 0) + slack);
}

core::Error tooBusy()
{
    return storeUnavailable("others are always faster");
}

Task<Result<Done>> refresh(RedisMemoryPtr memory)
{
    const std::int64_t age = memory->clock.secondsSinceEpoch() - memory->checkedAt;
    if (age >= 0 && age < StateStore::revocationDelay.count())
        co_return Done{};
    const bool isBearable = age >= 0 && age < StateStore::revocationPatience.count();
    if (isBearable && std::chrono::steady_clock::now() < memory->nextRefresh)
        co_return Done{};
    Result<Done> outcome = Done{};
    if (memory->isRefreshing) {
        const core::Completion<Result<Done>> refreshed;
        memory->waitingForRefresh.push_back(refreshed);
        outcome = co_await refreshed;
    } else {
        memory->isRefreshing = true;
        outcome = co_await readChanges(memory);
        memory->isRefreshing = false;
        if (!outcome)
            memory->nextRefresh = std::chrono::steady_clock::now() + pauseAfterFailure;
        for (const auto &waiting : std::exchange(memory->waitingForRefresh, {}))
            waiting.complete(outcome);
    }
    if (isBearable)
        co_return Done{};
    co_return outcome;
}

} // namespace state
