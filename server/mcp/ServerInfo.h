// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

namespace mcp {

/// How the server introduces itself (Implementation of the MCP schema).
struct ServerInfo
{
    std::string name = "mail-mcp"; ///< for programs; never changes
    std::string title;             ///< for people
    std::string version;
    std::string instructions;    ///< for the model: how the tools belong together
    std::string websiteUrl = {}; ///< for people; empty: none
    std::string icon = {};       ///< the server's own, see iconUrl
    /// Where the SVG with the name of an icon is, e.g. "https://host/icons/send.svg" for "send".
    /// Unset: there are no icons.
    std::function<std::string(const std::string &icon)> iconUrl = {};
};

} // namespace mcp
