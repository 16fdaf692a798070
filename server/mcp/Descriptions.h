// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mcp/Protocol.h"
#include "mcp/ServerInfo.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace mcp {

/// What things are called and how they look, in the words of one revision: older ones have no
/// titles and no icons, and strict clients refuse what they do not know.
class Descriptions
{
public:
    explicit Descriptions(const ServerInfo &server)
        : m_server(server)
    {}

    /// name, title, description and icons. What is empty is left out.
    nlohmann::json describe(const std::string &name, const std::string &title,
                            const std::string &description, const std::string &icon,
                            const Revision &revision) const;
    /// The server itself (Implementation of the MCP schema).
    nlohmann::json implementation(const Revision &revision) const;
    /// Marks a result as complete, where the revision says so.
    nlohmann::json completed(nlohmann::json result, const Revision &revision) const;

private:
    void addIcon(nlohmann::json &object, const std::string &icon, const Revision &revision) const;

    const ServerInfo &m_server;
};

} // namespace mcp
