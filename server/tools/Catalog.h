// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Tool.h"
#include "tools/Services.h"

#include <vector>

namespace tools {

/// Every tool there is, in the order of tools/CMakeLists.txt. The services must outlive them.
std::vector<mcp::Tool> catalogue(const Services &services);

} // namespace tools
