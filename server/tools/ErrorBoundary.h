// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Tool.h"

namespace tools {

/// The same tool, whose error messages go through UnicodeHygiene and are at most 1,000 bytes long:
/// they may quote what a mail server said or how a stranger named a folder.
mcp::Tool withCleanErrors(mcp::Tool tool);

} // namespace tools
