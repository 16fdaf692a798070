// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Tool.h"

namespace tools {

/// The same tool, whose errors, those of its question among them, are clean (view::cleanError).
mcp::Tool withCleanErrors(mcp::Tool tool);

} // namespace tools
