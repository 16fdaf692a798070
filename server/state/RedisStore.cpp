// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/RedisStore.h"

#include "core/Async.h"
#include "core/Base64.h"
#include "state/Ready.h"
#include "state/RedisClientTable.h"
#include "state/RedisRecords.h"
#include "state/RedisSendTable.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace state {

using core::Done;
using core::Result;
using core::Task;

namespace {

Task<Result<bool>> claim(RedisMemoryPtr memory, std::string key, ClaimKind kind,
                         std::int64_t issuedAt, std::int64_t until)
{
    const std::int64_t now = memory->clock.secondsSinceEpoch();
    RedisCommand keys;
    keys.push_back(redisKey("claim", key));
    RedisCommand arguments = {std::to_string(now), std::to_string(until),
                              secondsToKeep(until, now)};
    const auto reply = co_await run(memory, scripts::claim, std::move(keys), std::move(arguments));
    if (!reply)
        co_return reply.error();
    // Not before: only now is it known whether the server was started anew meanwhile.
    const bool isTooOld = needsCompleteMemory(kind) && issuedAt < memory->completeSince;
    co_return reply->number == 1 && !isTooOld;
}

Task<Result<Done>> sealAnew(RedisMemoryPtr memory, crypto::Jwe sealer, std::string sealedKey)
{
    RedisCommand arguments;
    arguments.push_back(std::move(sealedKey));
    auto sealed = co_await runForEffect(memory, scripts::sealStateKey, std::move(arguments));
    if (sealed)
        memory->sealer = std::move(sealer);
    co_return sealed;
}

// --- Families

/// What changes beside the family itself.
struct FamilyChange
{
    enum class Client { Untouched, Used } client = Client::Untouched;
    std::string clientName = {}; ///< empty: as it was
};

Task<Result<std::optional<std::string>>> writeFamily(RedisMemoryPtr memory, std::string key,
                                                     std::string expected, RedisFamily family,
                                                     FamilyChange change)
{
    const std::int64_t now = memory->clock.secondsSinceEpoch();
    const bool isRevoked = family.record.revokedAt != 0;
    const std::string forgottenAt = std::to_string(forgottenAfter(now));
    RedisCommand keys;
    keys.push_back(redisKey("family", key));
    RedisCommand arguments;
    arguments.push_back(std::move(expected));
    arguments.push_back(family.text());
    arguments.push_back(
        secondsToKeep(isRevoked ? forgottenAfter(now) : family.record.expiresAt, now));
    arguments.push_back(std::to_string(now));
    arguments.push_back(core::encodeBase64Url(key));
    arguments.push_back(core::encodeBase64Url(family.client));
    arguments.push_back(change.clientName);
    arguments.push_back(change.client == FamilyChange::Client::Used ? std::to_string(now) : "");
    arguments.push_back(forgottenAt);
    arguments.push_back(std::to_string(family.record.expiresAt));
    arguments.push_back(isRevoked ? forgottenAt : "");
    const auto reply =
        co_await run(memory, scripts::replaceFamily, std::move(keys), std::move(arguments));
    if (!reply)
        co_return reply.error();
    co_return whatIsThere(*reply);
}

Task<Result<Done>> beginFamily(RedisMemoryPtr memory, std::string key, RedisFamily family,
                               std::string clientName)
{
    FamilyChange change;
    change.client = FamilyChange::Client::Used;
    change.clientName = std::move(clientName);
    const auto there = co_await writeFamily(memory, key, std::string(), family, change);
    if (!there)
        co_return there.error();
    if (*there)
        co_return familyExists();
    co_return Done{};
}

Task<Result<Rotation>> rotateFamily(RedisMemoryPtr memory, std::string key,
                                    std::uint32_t generation)
{
    auto current = co_await readValue(memory, redisKey("family", key));
    if (!current)
        co_return current.error();
    FamilyChange change;
    change.client = FamilyChange::Client::Used;
    for (int i = 0; i < mostRedisTries; ++i) {
        if (current->empty())
            co_return Rotation{};
        auto family = RedisFamily::parse(*current);
        if (!family)
            co_return unreadable();
        const Rotation rotation =
            family->record.rotate(generation, memory->clock.secondsSinceEpoch());
        if (rotation.outcome == RotationOutcome::Revoked)
            co_return rotation;
        auto there = co_await writeFamily(memory, key, *current, *family, change);
        if (!there)
            co_return there.error();
        if (*there) {
            *current = std::move(**there);
            continue;
        }
        if (rotation.outcome == RotationOutcome::Reuse) {
            memory->revocations.families.insert(key);
            ++memory->ownChanges;
        }
        co_return rotation;
    }
    co_return tooBusy();
}

Task<Result<Done>> revoke(RedisMemoryPtr memory, std::string key)
{
    // In memory first: even when the server fails, this process refuses the family from now on.
    memory->revocations.families.insert(key);
    ++memory->ownChanges;
    auto current = co_await readValue(memory, redisKey("family", key));
    if (!current)
        co_return current.error();
    const FamilyChange change;
    for (int i = 0; i < mostRedisTries; ++i) {
        const std::int64_t now = memory->clock.secondsSinceEpoch();
        // A family that is not known yet gets a record, so that it cannot begin later.
        auto family =
            current->empty() ? std::optional(RedisFamily()) : RedisFamily::parse(*current);
        if (!family)
            co_return unreadable();
        if (family->record.revokedAt != 0)
            co_return Done{};
        family->record.revokedAt = now;
        auto there = co_await writeFamily(memory, key, *current, *family, change);
        if (!there)
            co_return there.error();
        if (!*there)
            co_return Done{};
        *current = std::move(**there);
    }
    co_return tooBusy();
}

Task<Result<bool>> isRevokedNow(RedisMemoryPtr memory, std::string key)
{
    const auto refreshed = co_await refresh(memory);
    if (!refreshed)
        co_return refreshed.error();
    co_return memory->revocations.families.contains(key);
}

// --- What counts for everybody

Task<Result<std::int64_t>> currentNotBefore(RedisMemoryPtr memory)
{
    const auto refreshed = co_await refresh(memory);
    if (!refreshed)
        co_return refreshed.error();
    co_return memory->revocations.notBefore;
}

// --- Rates

Task<Result<Allowance>> takeFrom(RedisMemoryPtr memory, std::string key, Rate rate)
{
    const auto now = timeOf(memory->clock);
    const auto capacity = rate.interval * rate.burst;
    RedisCommand keys;
    keys.push_back(redisKey("bucket", key));
    RedisCommand arguments = {std::to_string(now.time_since_epoch().count()),
                              std::to_string(rate.interval.count()),
                              std::to_string(capacity.count())};
    const auto reply = co_await run(memory, scripts::take, std::move(keys), std::move(arguments));
    if (!reply)
        co_return memory->buckets.take(key, rate, now);
    Allowance allowance;
    allowance.isAllowed = reply->number == 0;
    allowance.retryAfter =
        std::chrono::ceil<std::chrono::milliseconds>(std::chrono::microseconds(reply->number));
    co_return allowance;
}

Task<Result<Done>> giveBackTo(RedisMemoryPtr memory, std::string key, Rate rate)
{
    RedisCommand keys;
    keys.push_back(redisKey("bucket", key));
    RedisCommand arguments;
    arguments.push_back(std::to_string(rate.interval.count()));
    const auto reply =
        co_await run(memory, scripts::giveBack, std::move(keys), std::move(arguments));
    if (!reply)
        memory->buckets.giveBack(key, rate);
    co_return Done{};
}

Task<Result<Done>> leave(RedisMemoryPtr memory, std::string key, std::string text,
                         std::chrono::seconds lifetime)
{
    RedisCommand keys;
    keys.push_back(redisKey("message", key));
    RedisCommand arguments;
    arguments.push_back(std::move(text));
    arguments.push_back(std::to_string(lifetime.count()));
    const auto reply =
        co_await run(memory, scripts::leaveMessage, std::move(keys), std::move(arguments));
    if (!reply)
        co_return reply.error();
    co_return Done{};
}

Task<Result<std::string>> takeLeft(RedisMemoryPtr memory, std::string key)
{
    RedisCommand keys;
    keys.push_back(redisKey("message", key));
    const auto reply = co_await run(memory, scripts::takeMessage, std::move(keys), RedisCommand());
    if (!reply)
        co_return reply.error();
    co_return reply->text;
}

Task<Result<std::uint64_t>> addTo(RedisMemoryPtr memory, std::string key, std::uint32_t count)
{
    RedisCommand arguments = {core::encodeBase64Url(key), std::to_string(count)};
    const auto reply =
        co_await run(memory, scripts::addSeals, RedisCommand(), std::move(arguments));
    if (!reply)
        co_return reply.error();
    co_return static_cast<std::uint64_t>(reply->number);
}

Task<Result<Done>> begin(RedisMemoryPtr memory)
{
    auto connected = co_await connect(memory);
    if (!connected)
        co_return connected;
    co_return co_await refresh(memory);
}

} // namespace

Result<std::unique_ptr<RedisStore>> RedisStore::open(RedisAddress address, net::TlsPolicy policy,
                                                     const crypto::KeyRing &ring,
                                                     const core::Clock &clock, core::Random &random,
                                                     RedisClient::Limits limits)
{
    auto memory = std::make_shared<RedisMemory>(std::move(address), std::move(policy), limits, ring,
                                                clock, random);
    if (const auto begun = core::waitFor(begin(memory)); !begun)
        return begun.error();
    return std::unique_ptr<RedisStore>(new RedisStore(std::move(memory)));
}

RedisStore::RedisStore(RedisMemoryPtr memory)
    : m_memory(std::move(memory))
{}

RedisStore::~RedisStore()
{
    m_memory->client->close();
}

Task<Result<bool>> RedisStore::claimOnce(ClaimKind kind, std::string_view id, std::int64_t issuedAt,
                                         std::chrono::seconds lifetime)
{
    return claim(m_memory, m_memory->keys->claim(nameOf(kind), id), kind, issuedAt,
                 issuedAt + lifetime.count() + claimMargin.count());
}

Task<Result<Done>> RedisStore::createFamily(const Family &family)
{
    RedisFamily begun;
    begun.record.rotatedAt = m_memory->clock.secondsSinceEpoch();
    begun.record.expiresAt = family.expiresAt;
    begun.client = m_memory->keys->client(family.clientHash);
    return beginFamily(m_memory, m_memory->keys->family(family.id), begun, family.clientName);
}

Task<Result<Rotation>> RedisStore::rotate(std::string_view family, std::uint32_t generation)
{
    return rotateFamily(m_memory, m_memory->keys->family(family), generation);
}

Task<Result<Done>> RedisStore::revokeFamily(std::string_view family)
{
    return revoke(m_memory, m_memory->keys->family(family));
}

Task<Result<bool>> RedisStore::isFamilyRevoked(std::string_view family)
{
    if (family.empty())
        return ready<bool>(false);
    return isRevokedNow(m_memory, m_memory->keys->family(family));
}

Task<Result<Done>> RedisStore::denyClient(std::string_view clientHash)
{
    return denyStoredClient(m_memory, m_memory->keys->client(clientHash));
}

Task<Result<Done>> RedisStore::denyClientByHandle(std::string_view handle)
{
    return changeByHandle(m_memory, std::string(handle), denyStoredClient);
}

Task<Result<Done>> RedisStore::allowClient(std::string_view clientHash)
{
    return allowStoredClient(m_memory, m_memory->keys->client(clientHash));
}

Task<Result<Done>> RedisStore::allowClientByHandle(std::string_view handle)
{
    return changeByHandle(m_memory, std::string(handle), allowStoredClient);
}

Task<Result<bool>> RedisStore::isClientDenied(std::string_view clientHash)
{
    if (clientHash.empty())
        return ready<bool>(false);
    return isStoredClientDenied(m_memory, m_memory->keys->client(clientHash));
}

Task<Result<Done>> RedisStore::setNotBefore(std::int64_t time)
{
    m_memory->revocations.notBefore = std::max(m_memory->revocations.notBefore, time);
    ++m_memory->ownChanges;
    RedisCommand arguments;
    arguments.push_back(std::to_string(time));
    return runForEffect(m_memory, scripts::moveNotBefore, std::move(arguments));
}

Task<Result<std::int64_t>> RedisStore::notBefore()
{
    return currentNotBefore(m_memory);
}

Task<Result<Allowance>> RedisStore::take(std::string_view purpose, std::string_view key, Rate rate)
{
    return takeFrom(m_memory, m_memory->keys->bucket(purpose, key), rate);
}

Task<Result<Done>> RedisStore::giveBack(std::string_view purpose, std::string_view key, Rate rate)
{
    return giveBackTo(m_memory, m_memory->keys->bucket(purpose, key), rate);
}

Task<Result<Done>> RedisStore::leaveMessage(std::string_view name, std::string text,
                                            std::chrono::seconds lifetime)
{
    return leave(m_memory, m_memory->keys->other("message", name), std::move(text), lifetime);
}

Task<Result<std::string>> RedisStore::takeMessage(std::string_view name)
{
    return takeLeft(m_memory, m_memory->keys->other("message", name));
}

Task<Result<std::string>> RedisStore::readMessage(std::string_view name)
{
    return readValue(m_memory, redisKey("message", m_memory->keys->other("message", name)));
}

Task<Result<SendClaim>> RedisStore::beginSend(const SendRequest &request)
{
    // The content may be large and is not needed any more.
    SendRequest rest{.id = {}, .content = {}, .window = request.window, .resend = request.resend};
    return beginSending(m_memory, m_memory->keys->send(request.id),
                        m_memory->keys->content(request.content), rest);
}

Task<Result<bool>> RedisStore::advanceSend(const SendStep &step)
{
    return advanceSending(m_memory, m_memory->keys->send(step.id), step);
}

Task<Result<std::uint64_t>> RedisStore::addSeals(std::string_view keyId, std::uint32_t count)
{
    return addTo(m_memory, m_memory->keys->sealingKey(keyId), count);
}

std::string RedisStore::keyedHash(std::string_view purpose, std::string_view text) const
{
    return m_memory->keys->other(purpose, text);
}

Task<Result<std::vector<KnownClient>>> RedisStore::listClients()
{
    return sortedClients(m_memory);
}

Task<Result<Done>> RedisStore::useKeyRing(const crypto::KeyRing &ring, core::Random &random)
{
    auto sealer = StateKeys::sealer(ring);
    auto sealedKey = m_memory->keys->sealed(sealer, random);
    if (!sealedKey)
        return ready<Done>(sealedKey.error());
    return sealAnew(m_memory, std::move(sealer), std::move(*sealedKey));
}

Task<Result<Done>> RedisStore::checkHealth()
{
    RedisCommand arguments;
    arguments.push_back(std::to_string(m_memory->clock.secondsSinceEpoch()));
    return runForEffect(m_memory, scripts::checkHealth, std::move(arguments));
}

} // namespace state
