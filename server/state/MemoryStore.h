// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/Random.h"
#include "state/FamilyRecord.h"
#include "state/RateBuckets.h"
#include "state/SendRecord.h"
#include "state/StateKeys.h"
#include "state/StateStore.h"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace state {

/// Remembers until the process ends. Codes from before its start are refused, and after a restart
/// everybody logs in again. For tests and for trying the server out.
class MemoryStore : public StateStore
{
public:
    /// Both must outlive the store.
    MemoryStore(const core::Clock &clock, core::Random &random);

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
    struct StoredFamily
    {
        FamilyRecord record;
        std::string client;
    };
    struct StoredClient
    {
        std::string name;
        std::int64_t firstSeenAt = 0;
        std::int64_t lastUsedAt = 0;
        bool isDenied = false;
    };

    core::Result<core::Done> markByHandle(std::string_view handle, bool isDenied);
    void forgetExpired();

    const core::Clock &m_clock;
    StateKeys m_keys;
    std::int64_t m_startedAt;
    std::int64_t m_forgotAt;
    std::int64_t m_notBefore = 0;
    std::unordered_map<std::string, std::int64_t> m_claims; ///< until when
    std::unordered_map<std::string, StoredFamily> m_families;
    std::unordered_map<std::string, StoredClient> m_clients;
    std::unordered_map<std::string, SendRecord> m_sends;
    std::unordered_map<std::string, std::uint64_t> m_seals;
    RateBuckets m_buckets;
};

} // namespace state
