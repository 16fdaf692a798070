// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Relay.h"
#include "state/StateStore.h"

#include <chrono>

namespace app {

/// How many sessions one caller may end, since each is remembered until it would have expired: at
/// most about 10000 at a time.
constexpr state::Rate sessionEnds = state::Rate::perPeriod(60, std::chrono::hours(1), 60);

/// What processes of one name tell each other about sessions goes through the store that they
/// share; else there are no others. The store must outlive it.
mcp::Relay makeMcpRelay(state::StateStore &store);

} // namespace app
