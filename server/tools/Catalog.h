// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/SessionPool.h"
#include "mcp/Tool.h"

#include <vector>

namespace tools {

/// Every tool there is, in the order of tools/CMakeLists.txt. The pool must outlive them.
std::vector<mcp::Tool> catalogue(mail::SessionPool &pool);

} // namespace tools
