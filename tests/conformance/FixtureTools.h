// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Tool.h"

#include <vector>

namespace conformance {

/// The tools that the conformance suite calls by name; what each must return is written in the
/// suite's scenario of the same name.
std::vector<mcp::Tool> fixtureTools();

} // namespace conformance
