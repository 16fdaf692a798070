// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace mcp {

/// One revision of MCP: everything in which our answers differ between revisions.
struct Revision
{
    std::string_view name;
    /// Each request describes itself in `_meta` and in headers; there is `server/discover` instead
    /// of `initialize`; results carry resultType, serverInfo and caching hints.
    bool isSelfDescribing;
    /// Several messages may come in one array.
    bool hasBatches;
    /// Tools have titles and output schemas, results structuredContent, the server a title.
    bool hasStructuredContent;
    /// Servers, tools, prompts and resources may have icons.
    bool hasIcons;
    /// Clients may be asked for input of the person (elicitation).
    bool hasElicitation;
};

/// All that we speak, newest first.
inline constexpr std::array<Revision, 4> revisions = {{
    {.name = "2026-07-28",
     .isSelfDescribing = true,
     .hasBatches = false,
     .hasStructuredContent = true,
     .hasIcons = true,
     .hasElicitation = true},
    {.name = "2025-11-25",
     .isSelfDescribing = false,
     .hasBatches = false,
     .hasStructuredContent = true,
     .hasIcons = true,
     .hasElicitation = true},
    {.name = "2025-06-18",
     .isSelfDescribing = false,
     .hasBatches = false,
     .hasStructuredContent = true,
     .hasIcons = false,
     .hasElicitation = true},
    {.name = "2025-03-26",
     .isSelfDescribing = false,
     .hasBatches = true,
     .hasStructuredContent = false,
     .hasIcons = false,
     .hasElicitation = false},
}};

/// Null if we do not speak it.
const Revision *findRevision(std::string_view name);

/// What `initialize` offers to a client whose own wish we cannot fulfil.
const Revision &newestWithInitialize();

/// What a client speaks that does not say so (2025-11-25 transports, "Protocol Version Header").
const Revision &assumedWithoutHeader();

/// Error codes of JSON-RPC 2.0 and of MCP.
enum class ErrorCode {
    ParseError = -32700,
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    InternalError = -32603,
    ResourceNotFound = -32002, ///< up to 2025-11-25
    HeaderMismatch = -32020,
    MissingRequiredClientCapability = -32021,
    UnsupportedProtocolVersion = -32022,
};

/// Member names of `_meta` that MCP 2026-07-28 defines.
namespace meta {
inline constexpr std::string_view protocolVersion = "io.modelcontextprotocol/protocolVersion";
inline constexpr std::string_view clientCapabilities = "io.modelcontextprotocol/clientCapabilities";
inline constexpr std::string_view logLevel = "io.modelcontextprotocol/logLevel";
inline constexpr std::string_view serverInfo = "io.modelcontextprotocol/serverInfo";
inline constexpr std::string_view subscriptionId = "io.modelcontextprotocol/subscriptionId";
inline constexpr std::string_view progressToken = "progressToken";
inline constexpr std::string_view traceParent = "traceparent";
} // namespace meta

} // namespace mcp
