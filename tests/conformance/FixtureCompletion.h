// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Completion.h"

#include <string>
#include <vector>

namespace conformance {

/// Suggests those of the values that begin with what was typed.
mcp::Complete completeFrom(std::vector<std::string> values);

} // namespace conformance
