// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Async.h"
#include "core/Clock.h"
#include "core/Random.h"
#include "core/Result.h"
#include "core/Secret.h"
#include "crypto/Jwe.h"
#include "state/RateBuckets.h"
#include "state/RedisClient.h"
#include "state/Revocations.h"
#include "state/StateKeys.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace state {

struct RedisMemory;
using RedisMemoryPtr = std::shared_ptr<RedisMemory>;

/// What this process knows of the memory in a Redis server. Running tasks share it, since the store
/// itself may be gone before they end. Main thread only.
struct RedisMemory
{
    /// Clock and random must outlive it, the ring need not.
    RedisMemory(RedisAddress address, net::TlsPolicy policy, RedisClient::Limits limits,
                const crypto::KeyRing &ring, const core::Clock &clock, core::Random &random);

    crypto::Jwe sealer; ///< of the key of the keyed hashes
    const core::Clock &clock;
    core::Random &random;
    RedisClientPtr client;

    std::string name;      ///< tells this memory from one that began later; empty: unknown
    core::Secret stateKey; ///< of the keyed hashes; empty: unknown
    std::unique_ptr<StateKeys> keys; ///< under that key; null: unknown
    std::int64_t completeSince = 0;  ///< claims from before may be forgotten

    Revocations revocations;
    std::string lastRevocation = "0"; ///< the newest that is known
    std::string lastDenial = "0";     ///< the newest change of denied clients that is known
    std::int64_t checkedAt = 0;       ///< when `revocations` was last known to be current
    std::uint64_t ownChanges = 0;     ///< how often this process changed them
    bool isRefreshing = false;
    std::vector<core::Completion<core::Result<core::Done>>> waitingForRefresh;
    std::chrono::steady_clock::time_point nextRefresh; ///< not before, after a failure

    RateBuckets buckets; ///< while the server cannot be reached
};

/// Unavailable: somebody else has written to it.
core::Error unreadable();

/// "mailmcp:<table>:<key in base64url>"
std::string redisKey(std::string_view table, std::string_view key);

/// Connects. The error is a sentence for the administrator.
core::Task<core::Result<core::Done>> connect(RedisMemoryPtr memory);

/// Runs a script on this memory, the arguments behind its name. Every error is Unavailable.
core::Task<core::Result<RedisReply>> run(RedisMemoryPtr memory, const RedisScript &script,
                                         RedisCommand keys, RedisCommand arguments);

/// The same for a script whose answer says nothing.
core::Task<core::Result<core::Done>> runForEffect(RedisMemoryPtr memory, const RedisScript &script,
                                                  RedisCommand arguments);

/// The value of a key; empty if there is none.
core::Task<core::Result<std::string>> readValue(RedisMemoryPtr memory, std::string redisKey);

/// What the scripts that replace a value answer. Nothing: it was replaced. A text: somebody else
/// has written this in the meantime.
std::optional<std::string> whatIsThere(const RedisReply &reply);

/// How often a value is decided upon anew because of that: each time somebody else got on.
inline constexpr int mostRedisTries = 1000;
core::Error tooBusy();

/// When a revocation or a client of `now` is forgotten (StateStore::revocationMemory).
std::int64_t forgottenAfter(std::int64_t now);
/// How long the server keeps what our clock needs `until` then.
std::string secondsToKeep(std::int64_t until, std::int64_t now);

/// Makes the revocations as current as StateStore promises. Unavailable: they are too old.
core::Task<core::Result<core::Done>> refresh(RedisMemoryPtr memory);

} // namespace state
