// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Exchange.h"
#include "mcp/Features.h"
#include "mcp/Guard.h"
#include "mcp/Limits.h"
#include "mcp/Relay.h"
#include "mcp/Sealer.h"
#include "mcp/ServerInfo.h"

#include <memory>
#include <string>
#include <vector>

namespace mcp {

/// The Streamable HTTP endpoint of MCP: one path that speaks 2026-07-28 and, to clients that begin
/// with `initialize`, 2025-11-25, 2025-06-18 and 2025-03-26. Every request is judged by itself; the
/// older clients may have a session besides, without which they cannot be asked or notified. Main
/// thread only.
class McpEndpoint
{
public:
    struct Configuration
    {
        ServerInfo server;
        /// Origins of web pages that may call, e.g. "https://inspector.example"; requests without
        /// an Origin header do not come from a web page and pass.
        std::vector<std::string> allowedOrigins;
        Limits limits;
        Relay relay = {};
    };

    McpEndpoint(Configuration configuration, Guard guard, Sealer sealer, Features features);
    ~McpEndpoint();
    McpEndpoint(const McpEndpoint &) = delete;
    McpEndpoint &operator=(const McpEndpoint &) = delete;

    /// Handles every method of the path. The handler shares what it needs, so it may outlive the
    /// endpoint.
    http::Handler handler() const;

    /// Streams that are open for notifications, for metrics.
    std::size_t listeners() const;

private:
    class Implementation;
    std::shared_ptr<const Implementation> m_implementation;
};

} // namespace mcp
