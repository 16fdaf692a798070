// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/MemoryStore.h"

#include "state/Ready.h"

#include <algorithm>
#include <utility>

namespace state {

using core::Done;
using core::Result;
using core::Task;

namespace {

constexpr std::size_t keySize = 32;
constexpr std::int64_t secondsBetweenCleanUps = 60;

} // namespace

MemoryStore::MemoryStore(const core::Clock &clock, core::Random &random)
    : m_clock(clock)
    , m_keys(core::Secret(random.bytes(keySize)))
    , m_startedAt(clock.secondsSinceEpoch())
    , m_forgotAt(m_startedAt)
{}

Task<Result<bool>> MemoryStore::claimOnce(ClaimKind kind, std::string_view id,
                                          std::int64_t issuedAt, std::chrono::seconds lifetime)
{
    forgetExpired();
    if (needsCompleteMemory(kind) && issuedAt < m_startedAt)
        return ready<bool>(false);
    const std::int64_t until = issuedAt + lifetime.count() + claimMargin.count();
    return ready<bool>(m_claims.emplace(m_keys.claim(nameOf(kind), id), until).second);
}

Task<Result<Done>> MemoryStore::createFamily(const Family &family)
{
    forgetExpired();
    const std::int64_t now = m_clock.secondsSinceEpoch();
    StoredFamily stored;
    stored.record.rotatedAt = now;
    stored.record.expiresAt = family.expiresAt;
    stored.client = m_keys.client(family.clientHash);
    if (!m_families.emplace(m_keys.family(family.id), stored).second)
        return ready<Done>(familyExists());
    StoredClient &client = m_clients[stored.client];
    client.name = family.clientName;
    client.firstSeenAt = client.firstSeenAt == 0 ? now : client.firstSeenAt;
    client.lastUsedAt = now;
    return ready<Done>(Done{});
}

Task<Result<Rotation>> MemoryStore::rotate(std::string_view family, std::uint32_t generation)
{
    forgetExpired();
    const auto found = m_families.find(m_keys.family(family));
    if (found == m_families.end())
        return ready<Rotation>(Rotation{});
    const std::int64_t now = m_clock.secondsSinceEpoch();
    const auto client = m_clients.find(found->second.client);
    if (client != m_clients.end())
        client->second.lastUsedAt = now;
    return ready<Rotation>(found->second.record.rotate(generation, now));
}

Task<Result<Done>> MemoryStore::revokeFamily(std::string_view family)
{
    FamilyRecord &record = m_families[m_keys.family(family)].record;
    if (record.revokedAt == 0)
        record.revokedAt = m_clock.secondsSinceEpoch();
    return ready<Done>(Done{});
}

Task<Result<bool>> MemoryStore::isFamilyRevoked(std::string_view family)
{
    if (family.empty())
        return ready<bool>(false);
    const auto found = m_families.find(m_keys.family(family));
    return ready<bool>(found != m_families.end() && found->second.record.revokedAt != 0);
}

Task<Result<Done>> MemoryStore::denyClient(std::string_view clientHash)
{
    StoredClient &client = m_clients[m_keys.client(clientHash)];
    const std::int64_t now = m_clock.secondsSinceEpoch();
    client.firstSeenAt = client.firstSeenAt == 0 ? now : client.firstSeenAt;
    client.isDenied = true;
    return ready<Done>(Done{});
}

Task<Result<Done>> MemoryStore::denyClientByHandle(std::string_view handle)
{
    return ready<Done>(markByHandle(handle, true));
}

Task<Result<Done>> MemoryStore::allowClientByHandle(std::string_view handle)
{
    return ready<Done>(markByHandle(handle, false));
}

Result<Done> MemoryStore::markByHandle(std::string_view handle, bool isDenied)
{
    const auto found = std::ranges::find_if(
        m_clients, [&](const auto &client) { return handleOf(client.first) == handle; });
    if (found == m_clients.end())
        return noSuchClient();
    found->second.isDenied = isDenied;
    return Done{};
}

Task<Result<Done>> MemoryStore::allowClient(std::string_view clientHash)
{
    const auto found = m_clients.find(m_keys.client(clientHash));
    if (found != m_clients.end())
        found->second.isDenied = false;
    return ready<Done>(Done{});
}

Task<Result<bool>> MemoryStore::isClientDenied(std::string_view clientHash)
{
    if (clientHash.empty())
        return ready<bool>(false);
    const auto found = m_clients.find(m_keys.client(clientHash));
    return ready<bool>(found != m_clients.end() && found->second.isDenied);
}

Task<Result<Done>> MemoryStore::setNotBefore(std::int64_t time)
{
    m_notBefore = std::max(m_notBefore, time);
    return ready<Done>(Done{});
}

Task<Result<std::int64_t>> MemoryStore::notBefore()
{
    return ready<std::int64_t>(m_notBefore);
}

Task<Result<Allowance>> MemoryStore::take(std::string_view purpose, std::string_view key, Rate rate)
{
    return ready<Allowance>(m_buckets.take(m_keys.bucket(purpose, key), rate, timeOf(m_clock)));
}

Task<Result<Done>> MemoryStore::giveBack(std::string_view purpose, std::string_view key, Rate rate)
{
    m_buckets.giveBack(m_keys.bucket(purpose, key), rate);
    return ready<Done>(Done{});
}

Task<Result<SendClaim>> MemoryStore::beginSend(const SendRequest &request)
{
    forgetExpired();
    return ready<SendClaim>(m_sends[m_keys.send(request.id)].begin(
        m_keys.content(request.content), request, m_clock.secondsSinceEpoch()));
}

Task<Result<bool>> MemoryStore::advanceSend(const SendStep &step)
{
    const auto found = m_sends.find(m_keys.send(step.id));
    if (found == m_sends.end())
        return ready<bool>(false);
    const bool isCurrent = found->second.advance(step, m_clock.secondsSinceEpoch());
    if (found->second.isVoid() && isCurrent)
        m_sends.erase(found);
    return ready<bool>(isCurrent);
}

Task<Result<std::uint64_t>> MemoryStore::addSeals(std::string_view keyId, std::uint32_t count)
{
    return ready<std::uint64_t>(m_seals[m_keys.sealingKey(keyId)] += count);
}

std::string MemoryStore::keyedHash(std::string_view purpose, std::string_view text) const
{
    return m_keys.other(purpose, text);
}

Task<Result<std::vector<KnownClient>>> MemoryStore::listClients()
{
    const std::int64_t now = m_clock.secondsSinceEpoch();
    std::vector<KnownClient> clients;
    for (const auto &[key, client] : m_clients) {
        const auto isActive = [&key = key, now](const auto &family) {
            const FamilyRecord &record = family.second.record;
            return family.second.client == key && record.revokedAt == 0 && record.expiresAt > now;
        };
        clients.push_back({.handle = handleOf(key),
                           .name = client.name,
                           .firstSeenAt = client.firstSeenAt,
                           .lastUsedAt = client.lastUsedAt,
                           .activeFamilies = static_cast<std::uint32_t>(
                               std::ranges::count_if(m_families, isActive)),
                           .isDenied = client.isDenied});
    }
    sortByLastUse(clients);
    return ready<std::vector<KnownClient>>(std::move(clients));
}

Task<Result<Done>> MemoryStore::useKeyRing(const crypto::KeyRing &, core::Random &)
{
    return ready<Done>(Done{}); // its key is never sealed
}

Task<Result<Done>> MemoryStore::checkHealth()
{
    return ready<Done>(Done{});
}

void MemoryStore::forgetExpired()
{
    const std::int64_t now = m_clock.secondsSinceEpoch();
    if (now - m_forgotAt < secondsBetweenCleanUps)
        return;
    m_forgotAt = now;
    const std::int64_t longAgo =
        now - std::chrono::duration_cast<std::chrono::seconds>(revocationMemory).count();
    std::erase_if(m_claims, [&](const auto &claim) { return claim.second <= now; });
    std::erase_if(m_sends, [&](const auto &send) { return send.second.until <= now; });
    std::erase_if(m_families, [&](const auto &family) {
        const FamilyRecord &record = family.second.record;
        return record.revokedAt == 0 ? record.expiresAt <= now : record.revokedAt <= longAgo;
    });
    std::erase_if(m_clients, [&](const auto &client) {
        return !client.second.isDenied && client.second.lastUsedAt <= longAgo;
    });
}

} // namespace state
