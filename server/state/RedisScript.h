// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/RedisConnection.h"

#include <string>
#include <string_view>

namespace state {

/// What happens on the server in one step, as Lua. Every script but `begin` first makes sure that
/// the server still has the memory that this process knows (KEYS[1] is the key of the meta data,
/// ARGV[1] the name of that memory), and fails with LOST if not.
///
/// The scripts name keys that they find on their way, so the server must be a single one and no
/// cluster. Times are arguments: the clock is ours, as in the other stores.
struct RedisScript
{
    std::string_view body;
    enum class Memory { Known, Unknown } memory = Memory::Known;

    std::string text() const;
};

namespace scripts {

/// Makes the meta data if there is none, and notes which run of the server this is.
/// ARGV: name of the memory to begin, now, sealed state key, run of the server.
/// Returns: name, created, sealed state key, complete since, version.
extern const RedisScript begin;
/// ARGV: sealed state key, in place of the one that is there.
extern const RedisScript sealStateKey;
/// KEYS: claim. ARGV: now, until, seconds to keep it. Returns 1 for the first.
extern const RedisScript claim;
/// KEYS: any. Returns the value, empty if there is none.
extern const RedisScript read;
/// KEYS: any. ARGV: value that must be there (empty: none), new value (empty: none), seconds to
/// keep it. Returns 1, or the value that is there instead.
extern const RedisScript replace;
/// KEYS: family. ARGV: value that must be there, new value, seconds to keep it, now, family, client
/// (empty: unknown), its name (empty: as it was), when it was used (empty: it was not), when the
/// client may be forgotten, end of the family, when the revocation may be forgotten (empty: it is
/// not revoked). Returns 1, or the value that is there instead.
extern const RedisScript replaceFamily;
/// ARGV: client, now.
extern const RedisScript denyClient;
/// ARGV: client, now, when it may be forgotten.
extern const RedisScript allowClient;
/// ARGV: time.
extern const RedisScript moveNotBefore;
/// ARGV: the last revocation that is known, the last change of denials that is known, how many
/// revocations at most. Returns: not-before, change of denials, denied clients if it is another
/// one, then family and number of each revocation.
extern const RedisScript changes;
/// ARGV: now, first, last. Returns for each client: key, name, first seen, last used, active
/// families, denied.
extern const RedisScript listClients;
/// KEYS: bucket. ARGV: now, interval, capacity, all in microseconds. Returns 0, or how many
/// microseconds are missing (GCRA, as in RateBuckets).
extern const RedisScript take;
/// KEYS: bucket. ARGV: interval in microseconds.
extern const RedisScript giveBack;
/// ARGV: key, count. Returns the total.
extern const RedisScript addSeals;
/// KEYS: the name. ARGV: the text, seconds.
extern const RedisScript leaveMessage;
/// KEYS: the name. Returns the text, or an empty one.
extern const RedisScript takeMessage;
/// ARGV: now. Writes something.
extern const RedisScript checkHealth;

} // namespace scripts

/// The key in the server that everything about the memory itself lies under.
inline constexpr std::string_view metaKey = "mailmcp:meta";

/// Runs a script: by its digest, and with its text if the server does not have it. `keys` come
/// after metaKey.
core::Task<core::Result<RedisReply>> run(RedisConnectionPtr connection, const RedisScript &script,
                                         RedisCommand keys, RedisCommand arguments);

} // namespace state
