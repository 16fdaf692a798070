// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/StateDatabase.h"

#include "state/StateKeys.h"

#include <array>
#include <charconv>
#include <chrono>
#include <utility>

namespace state {

using core::Done;
using core::Result;

namespace {

constexpr std::int64_t secondsBetweenCleanUps = 60;

/// The steps from each version of the file to the next one; the first makes it.
constexpr std::array schemaSteps = {
    R"(
CREATE TABLE meta(
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE claims(
    key BLOB PRIMARY KEY,
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_by_end ON claims(until);
CREATE TABLE families(
    key BLOB PRIMARY KEY,
    client BLOB NOT NULL,
    generation INTEGER NOT NULL,
    grace_uses INTEGER NOT NULL,
    rotated_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX families_by_client ON families(client);
CREATE INDEX families_revoked ON families(revoked_at) WHERE revoked_at <> 0;
CREATE TABLE clients(
    key BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    first_seen_at INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL,
    is_denied INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
PRAGMA user_version = 1;
)",
    R"(
CREATE TABLE sends(
    key BLOB PRIMARY KEY,
    content BLOB NOT NULL,
    state INTEGER NOT NULL,
    is_uncertain INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    begun_at INTEGER NOT NULL,
    until INTEGER NOT NULL,
    result TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sends_by_end ON sends(until);
PRAGMA user_version = 2;
)",
    R"(
CREATE TABLE seals(
    key BLOB PRIMARY KEY,
    total INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
PRAGMA user_version = 3;
)",
};

std::int64_t numberOf(const std::string &text)
{
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

core::Error unusable(std::string sentence)
{
    return {core::ErrorKind::Unavailable, std::move(sentence)};
}

} // namespace

StateDatabase::StateDatabase(Sqlite database)
    : m_database(std::move(database))
{}

Result<StateDatabase> StateDatabase::open(const std::string &path, const crypto::KeyRing &ring,
                                          std::int64_t now, core::Random &random)
{
    auto file = Sqlite::open(path);
    if (!file)
        return file.error();
    StateDatabase database(std::move(*file));
    if (const auto migrated = database.migrate(); !migrated)
        return migrated.error();
    if (const auto loaded = database.loadMeta(ring, now, random); !loaded)
        return loaded.error();
    return database;
}

Result<Done> StateDatabase::migrate()
{
    Sqlite::Transaction transaction(m_database);
    auto version = m_database.prepare("PRAGMA user_version");
    if (!transaction.isOpen() || version.step() != Sqlite::Statement::Step::Row)
        return m_database.lastError();
    const std::int64_t current = version.integer(0);
    if (current < 0 || current > std::ssize(schemaSteps))
        return unusable("The state file was written by a newer version of mail_mcp; use that "
                        "version, or another STATE_URL.");
    for (auto step = static_cast<std::size_t>(current); step < schemaSteps.size(); ++step) {
        if (auto done = m_database.execute(schemaSteps.at(step)); !done)
            return done;
    }
    return transaction.commit();
}

Result<Done> StateDatabase::loadMeta(const crypto::KeyRing &ring, std::int64_t now,
                                     core::Random &random)
{
    Sqlite::Transaction transaction(m_database);
    if (!transaction.isOpen())
        return m_database.lastError();
    const auto sealer = StateKeys::sealer(ring);
    const auto sealedKey = meta("state_key");
    if (!sealedKey)
        return sealedKey.error();
    if (sealedKey->empty()) {
        m_keys.emplace(core::Secret(random.bytes(StateKeys::keySize)));
        if (auto written = setMeta("created_at", std::to_string(now)); !written)
            return written;
    } else {
        auto key = sealer.open(*sealedKey);
        if (!key)
            return unusable("The state file belongs to another ENCRYPTION_KEY: add that key to "
                            "ENCRYPTION_KEYS, or delete the file; then everybody logs in again, "
                            "and what was revoked or denied has to be so again.");
        m_keys.emplace(std::move(*key));
    }
    // Sealed anew each time, so that it is under the newest key before the oldest one is dropped.
    const auto sealedAgain = m_keys->sealed(sealer, random);
    if (!sealedAgain)
        return sealedAgain.error();
    if (auto written = storeSealedKey(*sealedAgain); !written)
        return written;
    const auto createdAt = meta("created_at");
    if (!createdAt)
        return createdAt.error();
    m_createdAt = numberOf(*createdAt);
    return transaction.commit();
}

Result<std::string> StateDatabase::meta(std::string_view name)
{
    auto statement = m_database.prepare("SELECT value FROM meta WHERE name = ?1");
    switch (statement.bindText(1, name).step()) {
    case Sqlite::Statement::Step::Row:
        return statement.bytes(0);
    case Sqlite::Statement::Step::Done:
        return std::string();
    case Sqlite::Statement::Step::Failed:
        break;
    }
    return m_database.lastError();
}

Result<Done> StateDatabase::setMeta(std::string_view name, std::string_view value)
{
    auto statement = m_database.prepare("INSERT INTO meta(name, value) VALUES(?1, ?2) "
                                        "ON CONFLICT(name) DO UPDATE SET value = excluded.value");
    if (!statement.bindText(1, name).bindBlob(2, value).run())
        return m_database.lastError();
    return Done{};
}

Result<Done> StateDatabase::storeSealedKey(const std::string &sealedKey)
{
    return setMeta("state_key", sealedKey);
}

Result<bool> StateDatabase::claimOnce(const std::string &key, std::int64_t until, std::int64_t now)
{
    Sqlite::Transaction transaction(m_database);
    if (!transaction.isOpen() || !forgetExpired(now))
        return m_database.lastError();
    auto statement = m_database.prepare("INSERT OR IGNORE INTO claims(key, until) VALUES(?1, ?2)");
    if (!statement.bindBlob(1, key).bind(2, until).run())
        return m_database.lastError();
    const bool isFirst = m_database.changes() == 1;
    // Only what is on the disk is claimed.
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return isFirst;
}

Result<Done> StateDatabase::createFamily(const std::string &key, const std::string &client,
                                         const std::string &clientName, std::int64_t expiresAt,
                                         std::int64_t now)
{
    Sqlite::Transaction transaction(m_database);
    if (!transaction.isOpen() || !forgetExpired(now))
        return m_database.lastError();
    auto statement = m_database.prepare("INSERT OR IGNORE INTO families(key, client, generation, "
                                        "grace_uses, rotated_at, expires_at, revoked_at) "
                                        "VALUES(?1, ?2, 0, 0, ?3, ?4, 0)");
    if (!statement.bindBlob(1, key).bindBlob(2, client).bind(3, now).bind(4, expiresAt).run())
        return m_database.lastError();
    if (m_database.changes() != 1)
        return familyExists();
    if (!touchClient(client, clientName, now))
        return m_database.lastError();
    return transaction.commit();
}

Result<Rotation> StateDatabase::rotate(const std::string &key, std::uint32_t shown,
                                       std::int64_t now)
{
    Sqlite::Transaction transaction(m_database);
    if (!transaction.isOpen() || !forgetExpired(now))
        return m_database.lastError();
    auto select = m_database.prepare("SELECT generation, grace_uses, rotated_at, expires_at, "
                                     "revoked_at, client FROM families WHERE key = ?1");
    switch (select.bindBlob(1, key).step()) {
    case Sqlite::Statement::Step::Row:
        break;
    case Sqlite::Statement::Step::Done:
        return Rotation{};
    case Sqlite::Statement::Step::Failed:
        return m_database.lastError();
    }
    FamilyRecord record{.generation = static_cast<std::uint32_t>(select.integer(0)),
                        .graceUses = static_cast<std::uint32_t>(select.integer(1)),
                        .rotatedAt = select.integer(2),
                        .expiresAt = select.integer(3),
                        .revokedAt = select.integer(4)};
    const std::string client = select.bytes(5);
    const Rotation rotation = record.rotate(shown, now);
    if (rotation.outcome == RotationOutcome::Revoked)
        return rotation;
    auto update =
        m_database.prepare("UPDATE families SET generation = ?2, grace_uses = ?3, rotated_at = "
                           "?4, revoked_at = ?5 WHERE key = ?1");
    auto touch = m_database.prepare("UPDATE clients SET last_used_at = ?2 WHERE key = ?1");
    if (!update.bindBlob(1, key)
             .bind(2, record.generation)
             .bind(3, record.graceUses)
             .bind(4, record.rotatedAt)
             .bind(5, record.revokedAt)
             .run()
        || !touch.bindBlob(1, client).bind(2, now).run())
        return m_database.lastError();
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return rotation;
}

Result<Done> StateDatabase::revokeFamily(const std::string &key, std::int64_t now)
{
    // A family that is not known yet gets a row, so that it cannot begin later.
    auto statement =
        m_database.prepare("INSERT INTO families(key, client, generation, grace_uses, "
                           "rotated_at, expires_at, revoked_at) VALUES(?1, x'', 0, 0, ?2, ?2, ?2) "
                           "ON CONFLICT(key) DO UPDATE SET revoked_at = excluded.revoked_at "
                           "WHERE revoked_at = 0");
    if (!statement.bindBlob(1, key).bind(2, now).run())
        return m_database.lastError();
    return Done{};
}

Result<Done> StateDatabase::denyClient(const std::string &key, std::int64_t now)
{
    auto statement =
        m_database.prepare("INSERT INTO clients(key, name, first_seen_at, last_used_at, "
                           "is_denied) VALUES(?1, '', ?2, 0, 1) "
                           "ON CONFLICT(key) DO UPDATE SET is_denied = 1");
    if (!statement.bindBlob(1, key).bind(2, now).run())
        return m_database.lastError();
    return Done{};
}

Result<std::string> StateDatabase::clientWithHandle(const std::string &handle)
{
    auto statement = m_database.prepare("SELECT key FROM clients");
    for (;;) {
        switch (statement.step()) {
        case Sqlite::Statement::Step::Row:
            if (std::string key = statement.bytes(0); handleOf(key) == handle)
                return key;
            break;
        case Sqlite::Statement::Step::Done:
            return std::string();
        case Sqlite::Statement::Step::Failed:
            return m_database.lastError();
        }
    }
}

Result<Done> StateDatabase::allowClient(const std::string &key)
{
    auto statement = m_database.prepare("UPDATE clients SET is_denied = 0 WHERE key = ?1");
    if (!statement.bindBlob(1, key).run())
        return m_database.lastError();
    return Done{};
}

Result<Done> StateDatabase::setNotBefore(std::int64_t time)
{
    Sqlite::Transaction transaction(m_database);
    if (!transaction.isOpen())
        return m_database.lastError();
    const auto current = meta("not_before");
    if (!current)
        return current.error();
    if (time > numberOf(*current)) {
        if (auto written = setMeta("not_before", std::to_string(time)); !written)
            return written;
    }
    return transaction.commit();
}

Result<SendClaim> StateDatabase::beginSend(const std::string &key, const std::string &content,
                                           const SendRequest &request, std::int64_t now)
{
    Sqlite::Transaction transaction(m_database);
    if (!transaction.isOpen() || !forgetExpired(now))
        return m_database.lastError();
    auto record = loadSend(key);
    if (!record)
        return record.error();
    const SendClaim claim = record->begin(content, request, now);
    if (claim.decision != SendDecision::Send)
        return claim;
    if (!storeSend(key, *record))
        return m_database.lastError();
    // Only what is on the disk is claimed.
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return claim;
}

Result<bool> StateDatabase::advanceSend(const std::string &key, const SendStep &step,
                                        std::int64_t now)
{
    Sqlite::Transaction transaction(m_database);
    if (!transaction.isOpen())
        return m_database.lastError();
    auto record = loadSend(key);
    if (!record)
        return record.error();
    if (!record->advance(step, now))
        return false;
    auto forget = m_database.prepare("DELETE FROM sends WHERE key = ?1");
    const bool isStored =
        record->isVoid() ? forget.bindBlob(1, key).run() : storeSend(key, *record);
    if (!isStored)
        return m_database.lastError();
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return true;
}

Result<SendRecord> StateDatabase::loadSend(const std::string &key)
{
    auto select = m_database.prepare("SELECT content, state, is_uncertain, attempt, begun_at, "
                                     "until, result FROM sends WHERE key = ?1");
    switch (select.bindBlob(1, key).step()) {
    case Sqlite::Statement::Step::Row:
        return SendRecord{.content = select.bytes(0),
                          .state = static_cast<SendState>(select.integer(1)),
                          .isUncertain = select.integer(2) != 0,
                          .attempt = static_cast<std::uint32_t>(select.integer(3)),
                          .begunAt = select.integer(4),
                          .until = select.integer(5),
                          .result = select.bytes(6)};
    case Sqlite::Statement::Step::Done:
        return SendRecord{};
    case Sqlite::Statement::Step::Failed:
        break;
    }
    return m_database.lastError();
}

bool StateDatabase::storeSend(const std::string &key, const SendRecord &record)
{
    auto statement = m_database.prepare(
        "INSERT OR REPLACE INTO sends(key, content, state, is_uncertain, attempt, begun_at, until, "
        "result) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    return statement.bindBlob(1, key)
        .bindBlob(2, record.content)
        .bind(3, static_cast<std::int64_t>(record.state))
        .bind(4, record.isUncertain ? 1 : 0)
        .bind(5, record.attempt)
        .bind(6, record.begunAt)
        .bind(7, record.until)
        .bindText(8, record.result)
        .run();
}

Result<std::uint64_t> StateDatabase::addSeals(const std::string &key, std::uint32_t count)
{
    Sqlite::Transaction transaction(m_database);
    if (!transaction.isOpen())
        return m_database.lastError();
    auto add = m_database.prepare("INSERT INTO seals(key, total) VALUES(?1, ?2) ON CONFLICT(key) "
                                  "DO UPDATE SET total = total + excluded.total");
    auto select = m_database.prepare("SELECT total FROM seals WHERE key = ?1");
    if (!add.bindBlob(1, key).bind(2, count).run()
        || select.bindBlob(1, key).step() != Sqlite::Statement::Step::Row)
        return m_database.lastError();
    const auto total = static_cast<std::uint64_t>(select.integer(0));
    // Only what is on the disk is counted.
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return total;
}

Result<std::vector<KnownClient>> StateDatabase::listClients(std::int64_t now)
{
    auto statement = m_database.prepare(
        "SELECT key, name, first_seen_at, last_used_at, is_denied, (SELECT count(*) FROM families "
        "WHERE client = clients.key AND revoked_at = 0 AND expires_at > ?1) "
        "FROM clients ORDER BY last_used_at DESC, key");
    statement.bind(1, now);
    std::vector<KnownClient> clients;
    for (;;) {
        switch (statement.step()) {
        case Sqlite::Statement::Step::Row:
            clients.push_back({.handle = handleOf(statement.bytes(0)),
                               .name = statement.bytes(1),
                               .firstSeenAt = statement.integer(2),
                               .lastUsedAt = statement.integer(3),
                               .activeFamilies = static_cast<std::uint32_t>(statement.integer(5)),
                               .isDenied = statement.integer(4) != 0});
            break;
        case Sqlite::Statement::Step::Done:
            return clients;
        case Sqlite::Statement::Step::Failed:
            return m_database.lastError();
        }
    }
}

Result<Done> StateDatabase::checkHealth(std::int64_t now)
{
    if (auto written = setMeta("health", std::to_string(now)); !written)
        return written;
    const auto health = meta("health");
    if (!health)
        return health.error();
    return Done{};
}

Result<Revocations> StateDatabase::revocations()
{
    Revocations revocations;
    const auto collect = [this](std::string_view sql, std::unordered_set<std::string> &keys) {
        auto statement = m_database.prepare(sql);
        for (;;) {
            switch (statement.step()) {
            case Sqlite::Statement::Step::Row:
                keys.insert(statement.bytes(0));
                break;
            case Sqlite::Statement::Step::Done:
                return true;
            case Sqlite::Statement::Step::Failed:
                return false;
            }
        }
    };
    if (!collect("SELECT key FROM families WHERE revoked_at <> 0", revocations.families)
        || !collect("SELECT key FROM clients WHERE is_denied <> 0", revocations.clients))
        return m_database.lastError();
    const auto notBefore = meta("not_before");
    if (!notBefore)
        return notBefore.error();
    revocations.notBefore = numberOf(*notBefore);
    return revocations;
}

Result<std::int64_t> StateDatabase::dataVersion()
{
    auto statement = m_database.prepare("PRAGMA data_version");
    if (statement.step() != Sqlite::Statement::Step::Row)
        return m_database.lastError();
    return statement.integer(0);
}

bool StateDatabase::touchClient(const std::string &key, const std::string &name, std::int64_t now)
{
    auto statement = m_database.prepare(
        "INSERT INTO clients(key, name, first_seen_at, last_used_at, is_denied) VALUES(?1, ?2, ?3, "
        "?3, 0) ON CONFLICT(key) DO UPDATE SET name = excluded.name, last_used_at = "
        "excluded.last_used_at");
    return statement.bindBlob(1, key).bindText(2, name).bind(3, now).run();
}

bool StateDatabase::forgetExpired(std::int64_t now)
{
    if (now - m_forgotAt < secondsBetweenCleanUps)
        return true;
    m_forgotAt = now;
    const std::int64_t longAgo =
        now
        - std::chrono::duration_cast<std::chrono::seconds>(StateStore::revocationMemory).count();
    auto claims = m_database.prepare("DELETE FROM claims WHERE until <= ?1");
    auto families = m_database.prepare("DELETE FROM families WHERE (revoked_at = 0 AND expires_at "
                                       "<= ?1) OR (revoked_at <> 0 AND revoked_at <= ?2)");
    auto sends = m_database.prepare("DELETE FROM sends WHERE until <= ?1");
    auto clients =
        m_database.prepare("DELETE FROM clients WHERE is_denied = 0 AND last_used_at <= ?1");
    return claims.bind(1, now).run() && families.bind(1, now).bind(2, longAgo).run()
           && clients.bind(1, longAgo).run() && sends.bind(1, now).run();
}

} // namespace state
