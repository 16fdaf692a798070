// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Task.h"
#include "state/RedisMemory.h"
#include "state/StateStore.h"

#include <string>

namespace state {

// The messages on their way out in a Redis server, under their stored keys. The errors are those of
// StateStore.

/// Of the request only window and resend count; `content` is its keyed hash.
core::Task<core::Result<SendClaim>> beginSending(RedisMemoryPtr memory, std::string key,
                                                 std::string content, SendRequest request);
core::Task<core::Result<bool>> advanceSending(RedisMemoryPtr memory, std::string key,
                                              SendStep step);

} // namespace state
