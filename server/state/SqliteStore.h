// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/Random.h"
#include "core/Result.h"
#include "core/Secret.h"
#include "crypto/KeyRing.h"
#include "state/RateBuckets.h"
#include "state/StateDatabase.h"
#include "state/StateKeys.h"
#include "state/StateStore.h"

#include <QThreadPool>

#include <cstdint>
#include <memory>
#include <string>

namespace state {

/// Remembers in an SQLite file: what was claimed or revoked stays so when the process is killed.
/// For one server; other processes (`mail_mcp clients`) may write to the same file meanwhile.
///
/// Statements run one after the other on a thread of their own. Revocations are held in memory as
/// well, so that a request does not wait for the disk. Rate limits are in memory only: a restart is
/// rare, and nobody outside can cause it.
class SqliteStore : public StateStore
{
public:
    /// Creates the file and its directory when they are missing. Clock and random must outlive the
    /// store. Blocks.
    static core::Result<std::unique_ptr<SqliteStore>> open(const std::string &path,
                                                           const crypto::KeyRing &ring,
                                                           const core::Clock &clock,
                                                           core::Random &random);
    /// Waits until what was begun is on the disk.
    ~SqliteStore() override;

    core::Task<core::Result<bool>> claimOnce(ClaimKind kind, std::string_view id,
                                             std::int64_t issuedAt,
                                             std::chrono::seconds lifetime) override;
    core::Task<core::Result<core::Done>> createFamily(const Family &family) override;
    core::Task<core::Result<Rotation>> rotate(std::string_view family,
                                              std::uint32_t generation) override;
    core::Task<core::Result<core::Done>> revokeFamily(std::string_view family) override;
    core::Task<core::Result<bool>> isFamilyRevoked(std::string_view family) override;
    core::Task<core::Result<core::Done>> denyClient(std::string_view clientHash) override;
    core::Task<core::Result<core::Done>> denyClientByHandle(std::string_view handle) override;
    core::Task<core::Result<core::Done>> allowClient(std::string_view clientHash) override;
    core::Task<core::Result<core::Done>> allowClientByHandle(std::string_view handle) override;
    core::Task<core::Result<bool>> isClientDenied(std::string_view clientHash) override;
    core::Task<core::Result<core::Done>> setNotBefore(std::int64_t time) override;
    core::Task<core::Result<std::int64_t>> notBefore() override;
    core::Task<core::Result<Allowance>> take(std::string_view purpose, std::string_view key,
                                             Rate rate) override;
    core::Task<core::Result<core::Done>> giveBack(std::string_view purpose, std::string_view key,
                                                  Rate rate) override;
    core::Task<core::Result<SendClaim>> beginSend(const SendRequest &request) override;
    core::Task<core::Result<bool>> advanceSend(const SendStep &step) override;
    core::Task<core::Result<std::uint64_t>> addSeals(std::string_view keyId,
                                                     std::uint32_t count) override;
    std::string keyedHash(std::string_view purpose, std::string_view text) const override;
    core::Task<core::Result<std::vector<KnownClient>>> listClients() override;
    core::Task<core::Result<core::Done>> useKeyRing(const crypto::KeyRing &ring,
                                                    core::Random &random) override;
    core::Task<core::Result<core::Done>> checkHealth() override;

private:
    /// What a running task needs when the store itself may be gone.
    struct Shared
    {
        Shared(StateDatabase openDatabase, const core::Clock &wallClock)
            : database(std::move(openDatabase))
            , clock(wallClock)
        {}

        StateDatabase database; ///< worker thread
        const core::Clock &clock;
        Revocations revocations;      ///< main thread, like all that follows
        std::int64_t dataVersion = 0; ///< of the file when `revocations` was read
        std::int64_t checkedAt = 0;   ///< when `revocations` was last known to be current
        std::uint64_t ownChanges = 0; ///< how often this process changed them
        QThreadPool worker;
    };
    using SharedPtr = std::shared_ptr<Shared>;

    SqliteStore(SharedPtr shared, StateKeys keys);

    static core::Task<core::Result<core::Done>> refresh(SharedPtr shared);
    static core::Task<core::Result<bool>> isFamilyKeyRevoked(SharedPtr shared, std::string key);
    static core::Task<core::Result<bool>> isClientKeyDenied(SharedPtr shared, std::string key);
    static core::Task<core::Result<std::int64_t>> currentNotBefore(SharedPtr shared);
    static core::Task<core::Result<Rotation>> rotateKey(SharedPtr shared, std::string key,
                                                        std::uint32_t generation);
    static core::Task<core::Result<core::Done>> revokeKey(SharedPtr shared, std::string key);
    static core::Task<core::Result<core::Done>> denyKey(SharedPtr shared, std::string key);
    using ChangeOfClient = core::Task<core::Result<core::Done>> (*)(SharedPtr shared,
                                                                    std::string key);
    static core::Task<core::Result<core::Done>> changeByHandle(SharedPtr shared, std::string handle,
                                                               ChangeOfClient change);
    static core::Task<core::Result<core::Done>> allowKey(SharedPtr shared, std::string key);
    static core::Task<core::Result<core::Done>> moveNotBefore(SharedPtr shared, std::int64_t time);

    SharedPtr m_shared;
    StateKeys m_keys;
    RateBuckets m_buckets;
};

} // namespace state
