// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Task.h"
#include "state/RedisMemory.h"
#include "state/StateStore.h"

#include <string>
#include <vector>

namespace state {

// The clients in a Redis server, under their stored keys. The errors are those of StateStore.

core::Task<core::Result<std::vector<KnownClient>>> sortedClients(RedisMemoryPtr memory);

core::Task<core::Result<core::Done>> denyStoredClient(RedisMemoryPtr memory, std::string key);
core::Task<core::Result<core::Done>> allowStoredClient(RedisMemoryPtr memory, std::string key);
core::Task<core::Result<bool>> isStoredClientDenied(RedisMemoryPtr memory, std::string key);

/// denyStoredClient() or allowStoredClient() for the client that administrators call `handle`.
using ChangeOfClient = core::Task<core::Result<core::Done>> (*)(RedisMemoryPtr memory,
                                                                std::string key);
core::Task<core::Result<core::Done>> changeByHandle(RedisMemoryPtr memory, std::string handle,
                                                    ChangeOfClient change);

} // namespace state
