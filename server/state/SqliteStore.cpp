// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/SqliteStore.h"

#include "core/Async.h"
#include "core/Log.h"
#include "state/Ready.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <utility>

namespace state {

using core::Done;
using core::Result;
using core::Task;

namespace {

const core::Log logger("state");

Result<Done> createDirectoryOf(const std::string &path)
{
    const std::filesystem::path directory = std::filesystem::path(path).parent_path();
    std::error_code error;
    if (directory.empty() || std::filesystem::is_directory(directory, error))
        return Done{};
    if (directory.has_parent_path())
        std::filesystem::create_directories(directory.parent_path(), error);
    if (::mkdir(directory.c_str(), S_IRWXU) == 0 || errno == EEXIST)
        return Done{};
    return core::Error(core::ErrorKind::Unavailable,
                       "The directory " + directory.string() + " cannot be created ("
                           + std::generic_category().message(errno)
                           + "); create it, or let STATE_URL name another place.");
}

} // namespace

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::string &path,
                                                       const crypto::KeyRing &ring,
                                                       const core::Clock &clock,
                                                       core::Random &random)
{
    if (const auto created = createDirectoryOf(path); !created)
        return created.error();
    auto database = StateDatabase::open(path, ring, clock.secondsSinceEpoch(), random);
    if (!database)
        return database.error();
    auto keys = database->takeKeys();
    const auto version = database->dataVersion();
    if (!version)
        return version.error();
    auto revocations = database->revocations();
    if (!revocations)
        return revocations.error();
    auto shared = std::make_shared<Shared>(std::move(*database), clock);
    shared->revocations = std::move(*revocations);
    shared->dataVersion = *version;
    shared->checkedAt = clock.secondsSinceEpoch();
    return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(shared), std::move(keys)));
}

SqliteStore::SqliteStore(SharedPtr shared, StateKeys keys)
    : m_shared(std::move(shared))
    , m_keys(std::move(keys))
{
    m_shared->worker.setMaxThreadCount(1);
    m_shared->worker.setExpiryTimeout(-1);
}

SqliteStore::~SqliteStore()
{
    m_shared->worker.waitForDone();
}

Task<Result<bool>> SqliteStore::claimOnce(ClaimKind kind, std::string_view id,
                                          std::int64_t issuedAt, std::chrono::seconds lifetime)
{
    if (needsCompleteMemory(kind) && issuedAt < m_shared->database.createdAt())
        return ready<bool>(false);
    auto work = [shared = m_shared, key = m_keys.claim(nameOf(kind), id),
                 until = issuedAt + lifetime.count() + claimMargin.count(),
                 now = m_shared->clock.secondsSinceEpoch()] {
        return shared->database.claimOnce(key, until, now);
    };
    return core::runOn(m_shared->worker, std::move(work));
}

Task<Result<Done>> SqliteStore::createFamily(const Family &family)
{
    auto work = [shared = m_shared, key = m_keys.family(family.id),
                 client = m_keys.client(family.clientHash), name = family.clientName,
                 expiresAt = family.expiresAt, now = m_shared->clock.secondsSinceEpoch()] {
        return shared->database.createFamily(key, client, name, expiresAt, now);
    };
    return core::runOn(m_shared->worker, std::move(work));
}

Task<Result<Rotation>> SqliteStore::rotate(std::string_view family, std::uint32_t generation)
{
    return rotateKey(m_shared, m_keys.family(family), generation);
}

Task<Result<Rotation>> SqliteStore::rotateKey(SharedPtr shared, std::string key,
                                              std::uint32_t generation)
{
    auto work = [shared, key, generation, now = shared->clock.secondsSinceEpoch()] {
        return shared->database.rotate(key, generation, now);
    };
    auto rotation = co_await core::runOn(shared->worker, std::move(work));
    if (rotation && rotation->outcome == RotationOutcome::Reuse) {
        shared->revocations.families.insert(key);
        ++shared->ownChanges;
    }
    co_return rotation;
}

Task<Result<Done>> SqliteStore::revokeFamily(std::string_view family)
{
    return revokeKey(m_shared, m_keys.family(family));
}

Task<Result<Done>> SqliteStore::revokeKey(SharedPtr shared, std::string key)
{
    // In memory first: even when the disk fails, this process refuses the family from now on.
    shared->revocations.families.insert(key);
    ++shared->ownChanges;
    auto work = [shared, key, now = shared->clock.secondsSinceEpoch()] {
        return shared->database.revokeFamily(key, now);
    };
    co_return co_await core::runOn(shared->worker, std::move(work));
}

Task<Result<bool>> SqliteStore::isFamilyRevoked(std::string_view family)
{
    if (family.empty())
        return ready<bool>(false);
    return isFamilyKeyRevoked(m_shared, m_keys.family(family));
}

Task<Result<bool>> SqliteStore::isFamilyKeyRevoked(SharedPtr shared, std::string key)
{
    const auto refreshed = co_await refresh(shared);
    if (!refreshed)
        co_return refreshed.error();
    co_return shared->revocations.families.contains(key);
}

Task<Result<Done>> SqliteStore::denyClient(std::string_view clientHash)
{
    return denyKey(m_shared, m_keys.client(clientHash));
}

Task<Result<Done>> SqliteStore::denyKey(SharedPtr shared, std::string key)
{
    shared->revocations.clients.insert(key);
    ++shared->ownChanges;
    auto work = [shared, key, now = shared->clock.secondsSinceEpoch()] {
        return shared->database.denyClient(key, now);
    };
    co_return co_await core::runOn(shared->worker, std::move(work));
}

Task<Result<Done>> SqliteStore::denyClientByHandle(std::string_view handle)
{
    return changeByHandle(m_shared, std::string(handle), denyKey);
}

Task<Result<Done>> SqliteStore::allowClientByHandle(std::string_view handle)
{
    return changeByHandle(m_shared, std::string(handle), allowKey);
}

Task<Result<Done>> SqliteStore::changeByHandle(SharedPtr shared, std::string handle,
                                               ChangeOfClient change)
{
    auto work = [shared, handle] { return shared->database.clientWithHandle(handle); };
    const auto key = co_await core::runOn(shared->worker, std::move(work));
    if (!key)
        co_return key.error();
    if (key->empty())
        co_return noSuchClient();
    co_return co_await change(shared, *key);
}

Task<Result<Done>> SqliteStore::allowClient(std::string_view clientHash)
{
    return allowKey(m_shared, m_keys.client(clientHash));
}

Task<Result<Done>> SqliteStore::allowKey(SharedPtr shared, std::string key)
{
    auto work = [shared, key] { return shared->database.allowClient(key); };
    auto allowed = co_await core::runOn(shared->worker, std::move(work));
    if (allowed) {
        shared->revocations.clients.erase(key);
        ++shared->ownChanges;
    }
    co_return allowed;
}

Task<Result<bool>> SqliteStore::isClientDenied(std::string_view clientHash)
{
    if (clientHash.empty())
        return ready<bool>(false);
    return isClientKeyDenied(m_shared, m_keys.client(clientHash));
}

Task<Result<bool>> SqliteStore::isClientKeyDenied(SharedPtr shared, std::string key)
{
    const auto refreshed = co_await refresh(shared);
    if (!refreshed)
        co_return refreshed.error();
    co_return shared->revocations.clients.contains(key);
}

Task<Result<Done>> SqliteStore::setNotBefore(std::int64_t time)
{
    return moveNotBefore(m_shared, time);
}

Task<Result<Done>> SqliteStore::moveNotBefore(SharedPtr shared, std::int64_t time)
{
    shared->revocations.notBefore = std::max(shared->revocations.notBefore, time);
    ++shared->ownChanges;
    auto work = [shared, time] { return shared->database.setNotBefore(time); };
    co_return co_await core::runOn(shared->worker, std::move(work));
}

Task<Result<std::int64_t>> SqliteStore::notBefore()
{
    return currentNotBefore(m_shared);
}

Task<Result<std::int64_t>> SqliteStore::currentNotBefore(SharedPtr shared)
{
    const auto refreshed = co_await refresh(shared);
    if (!refreshed)
        co_return refreshed.error();
    co_return shared->revocations.notBefore;
}

// What this process changes is in memory already; the file is looked at for what others change.
Task<Result<Done>> SqliteStore::refresh(SharedPtr shared)
{
    struct Reading
    {
        std::int64_t version = 0;
        bool isChanged = false;
        Revocations revocations;
    };

    for (;;) {
        const std::int64_t now = shared->clock.secondsSinceEpoch();
        const std::int64_t age = now - shared->checkedAt;
        if (age >= 0 && age < revocationDelay.count())
            co_return Done{};
        const std::uint64_t ownChanges = shared->ownChanges;
        auto work = [shared, known = shared->dataVersion]() -> Result<Reading> {
            const auto version = shared->database.dataVersion();
            if (!version)
                return version.error();
            Reading reading;
            reading.version = *version;
            reading.isChanged = *version != known;
            if (reading.isChanged) {
                auto revocations = shared->database.revocations();
                if (!revocations)
                    return revocations.error();
                reading.revocations = std::move(*revocations);
            }
            return reading;
        };
        auto reading = co_await core::runOn(shared->worker, std::move(work));
        if (!reading) {
            logger.error("revocations_unreadable", {{"detail", reading.error().detail}});
            if (age >= 0 && age < revocationPatience.count())
                co_return Done{};
            co_return reading.error();
        }
        // What this process changed meanwhile may be missing from what was read before it.
        if (reading->isChanged && ownChanges != shared->ownChanges)
            continue;
        if (reading->isChanged) {
            shared->revocations = std::move(reading->revocations);
            shared->dataVersion = reading->version;
        }
        shared->checkedAt = now;
        co_return Done{};
    }
}

Task<Result<Allowance>> SqliteStore::take(std::string_view purpose, std::string_view key, Rate rate)
{
    return ready<Allowance>(
        m_buckets.take(m_keys.bucket(purpose, key), rate, timeOf(m_shared->clock)));
}

Task<Result<Done>> SqliteStore::giveBack(std::string_view purpose, std::string_view key, Rate rate)
{
    m_buckets.giveBack(m_keys.bucket(purpose, key), rate);
    return ready<Done>(Done{});
}

Task<Result<SendClaim>> SqliteStore::beginSend(const SendRequest &request)
{
    // The content may be large and is not needed any more.
    SendRequest rest{.id = {}, .content = {}, .window = request.window, .resend = request.resend};
    auto work = [shared = m_shared, key = m_keys.send(request.id),
                 content = m_keys.content(request.content), rest,
                 now = m_shared->clock.secondsSinceEpoch()] {
        return shared->database.beginSend(key, content, rest, now);
    };
    return core::runOn(m_shared->worker, std::move(work));
}

Task<Result<bool>> SqliteStore::advanceSend(const SendStep &step)
{
    auto work = [shared = m_shared, key = m_keys.send(step.id), step,
                 now = m_shared->clock.secondsSinceEpoch()] {
        return shared->database.advanceSend(key, step, now);
    };
    return core::runOn(m_shared->worker, std::move(work));
}

Task<Result<std::uint64_t>> SqliteStore::addSeals(std::string_view keyId, std::uint32_t count)
{
    auto work = [shared = m_shared, key = m_keys.sealingKey(keyId), count] {
        return shared->database.addSeals(key, count);
    };
    return core::runOn(m_shared->worker, std::move(work));
}

std::string SqliteStore::keyedHash(std::string_view purpose, std::string_view text) const
{
    return m_keys.other(purpose, text);
}

Task<Result<std::vector<KnownClient>>> SqliteStore::listClients()
{
    auto work = [shared = m_shared, now = m_shared->clock.secondsSinceEpoch()] {
        return shared->database.listClients(now);
    };
    return core::runOn(m_shared->worker, std::move(work));
}

Task<Result<Done>> SqliteStore::useKeyRing(const crypto::KeyRing &ring, core::Random &random)
{
    auto sealedKey = m_keys.sealed(StateKeys::sealer(ring), random);
    if (!sealedKey)
        return ready<Done>(sealedKey.error());
    auto work = [shared = m_shared, sealedKey = std::move(*sealedKey)] {
        return shared->database.storeSealedKey(sealedKey);
    };
    return core::runOn(m_shared->worker, std::move(work));
}

Task<Result<Done>> SqliteStore::checkHealth()
{
    auto work = [shared = m_shared, now = m_shared->clock.secondsSinceEpoch()] {
        return shared->database.checkHealth(now);
    };
    return core::runOn(m_shared->worker, std::move(work));
}

} // namespace state
