// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace mcp {

/// How the server introduces itself (Implementation of the MCP schema).
struct ServerInfo
{
    std::string name = "mail-mcp"; ///< for programs; never changes
    std::string title;             ///< for people
    std::string version;
    std::string instructions; ///< for the model: how the tools belong together
};

} // namespace mcp
