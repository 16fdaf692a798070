// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Prompt.h"

#include <vector>

namespace conformance {

/// The prompts that the conformance suite asks for by name.
std::vector<mcp::Prompt> fixturePrompts();

} // namespace conformance
