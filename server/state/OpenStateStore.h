// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/Random.h"
#include "core/Result.h"
#include "crypto/KeyRing.h"
#include "state/StateStore.h"

#include <memory>
#include <string_view>

namespace state {

/// Opens the store that STATE_URL names: "memory:" or "sqlite:PATH". The error is a sentence for
/// the administrator. Clock and random must outlive the store; the ring need not. Blocks: call it
/// before the event loop runs.
core::Result<std::unique_ptr<StateStore>> openStateStore(std::string_view stateUrl,
                                                         const crypto::KeyRing &ring,
                                                         const core::Clock &clock,
                                                         core::Random &random);

} // namespace state
