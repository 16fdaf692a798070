// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/Result.h"
#include "core/Task.h"
#include "state/StateStore.h"

#include <cstdint>
#include <string>

namespace app {

enum class Verdict { Denied, Allowed };

/// What the administrator does with clients, wherever it is asked for; each is in the audit log.
/// Errors are those of the store. References outlive the tasks.

core::Task<core::Result<core::Done>> judgeClient(state::StateStore &store, std::string handle,
                                                 Verdict verdict);

/// Everybody has to log in again. The value is the time from which tokens count, in seconds since
/// 1970.
core::Task<core::Result<std::int64_t>> endEveryLogin(state::StateStore &store,
                                                     const core::Clock &clock);

} // namespace app
