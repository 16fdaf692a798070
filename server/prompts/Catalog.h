// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Prompt.h"
#include "prompts/Services.h"

#include <vector>

namespace prompts {

/// Every prompt there is, in the order of prompts/CMakeLists.txt. The services must outlive them.
std::vector<mcp::Prompt> catalogue(const Services &services);

} // namespace prompts
