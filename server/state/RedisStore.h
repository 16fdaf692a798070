// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/Random.h"
#include "core/Result.h"
#include "crypto/KeyRing.h"
#include "net/TlsPolicy.h"
#include "state/RedisClient.h"
#include "state/RedisMemory.h"
#include "state/StateStore.h"

#include <memory>
#include <string>
#include <vector>

namespace state {

/// Remembers in a Redis or Valkey server, for several servers that share one memory. All its keys
/// begin with "mailmcp:". The clocks of those servers must agree within a few seconds.
///
/// Families and sends are read, decided upon by the rules that all stores share, and written back
/// only if nobody else has written meanwhile; else it begins anew. Revocations are held in memory
/// as well, so that a request does not wait for the server. While it cannot be reached, rates are
/// limited by this process alone.
///
/// After each start of the server, and after a failover, codes and requests from before are
/// refused, since the last second may be lost (appendfsync everysec). If its memory is gone, every
/// token issued before is refused, since nobody knows which of them were revoked.
class RedisStore : public StateStore
{
public:
    /// Connects and makes sure that the server is fit for it; the error is a sentence for the
    /// administrator. Clock and random must outlive the store. Turns an event loop until it is
    /// done.
    static core::Result<std::unique_ptr<RedisStore>>
    open(RedisAddress address, net::TlsPolicy policy, const crypto::KeyRing &ring,
         const core::Clock &clock, core::Random &random, RedisClient::Limits limits = {});
    ~RedisStore() override;

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
    bool isShared() const override { return true; }
    core::Task<core::Result<core::Done>> leaveMessage(std::string_view name, std::string text,
                                                      std::chrono::seconds lifetime) override;
    core::Task<core::Result<std::string>> takeMessage(std::string_view name) override;
    core::Task<core::Result<std::string>> readMessage(std::string_view name) override;
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
    explicit RedisStore(RedisMemoryPtr memory);

    RedisMemoryPtr m_memory;
};

} // namespace state
