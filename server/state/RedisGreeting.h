// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/RedisConnection.h"

#include <string>

namespace state {

/// Logs in, chooses the database and makes sure that the server keeps what it is given: it must be
/// no replica, no cluster, and must not evict keys to save memory (a used code would be usable
/// again). Returns which run of the server this is: another one after each start.
///
/// The errors are sentences for the administrator. Of the ACL it needs "+info +select".
core::Task<core::Result<std::string>> greetRedis(RedisConnectionPtr connection,
                                                 const RedisAddress &address);

} // namespace state
