// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/CallContext.h"

#include <functional>
#include <optional>

namespace conformance {

/// What has to be asked before the handler runs, decided without waiting for anything.
using Decide = std::function<std::optional<mcp::InputRequired>(const mcp::CallContext &context,
                                                               const nlohmann::json &arguments)>;

mcp::FindNeededInput asking(Decide decide);

/// Asks until `isAnswered`, and remembers nothing from one round to the next.
mcp::FindNeededInput askingFor(mcp::InputRequest question,
                               std::function<bool(const mcp::Input &)> isAnswered);

} // namespace conformance
