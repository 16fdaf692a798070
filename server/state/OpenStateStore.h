// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/Random.h"
#include "core/Result.h"
#include "crypto/KeyRing.h"
#include "net/TlsPolicy.h"
#include "state/StateStore.h"

#include <memory>
#include <string_view>

namespace state {

/// Opens the store that STATE_URL names: "memory:", "sqlite:PATH", "redis://…" or "rediss://…",
/// whose certificate is checked by `tls`. The error is a sentence for the administrator and never
/// repeats the URL. Clock and random must outlive the store; the ring need not. Blocks: call it
/// before the event loop runs.
core::Result<std::unique_ptr<StateStore>>
openStateStore(std::string_view stateUrl, const crypto::KeyRing &ring, const core::Clock &clock,
               core::Random &random, net::TlsPolicy tls = {});

/// For programs beside the server: is there a memory that both can see? InvalidArgument: it is in
/// the server's own memory, or its file is not there yet, which would only make an empty one.
core::Result<core::Done> checkSharedState(std::string_view stateUrl);

} // namespace state
