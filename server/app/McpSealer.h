// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Sealer.h"
#include "state/StateStore.h"
#include "tokens/Tokens.h"

namespace app {

/// What MCP clients carry for the server is sealed as a tokens::ProtocolState, and what may be used
/// only once is remembered by the state store. Both must outlive it.
mcp::Sealer makeMcpSealer(const tokens::Tokens &tokens, state::StateStore &store);

} // namespace app
