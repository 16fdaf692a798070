// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tokens {

class ClaimsReader;
class ClaimsWriter;

/// What MCP hands to a client to get it back later, so that no server has to remember it: the id of
/// a legacy session, the state of a request that waits for input, a list cursor, a confirmation.
/// The client can neither read nor change it. Being a JWE it is visible ASCII, as a session id has
/// to be (MCP 2025-11-25, Streamable HTTP, "Session Management").
///
/// Opening checks that it is genuine and current. Whoever opens it checks besides that `purpose`
/// and `subject` are the expected ones, and claims `tokenId` where it may be used only once.
struct ProtocolState
{
    static constexpr std::string_view kind = "mcp_state";

    std::string purpose; ///< what it is good for, "session" for example; never empty
    std::string subject; ///< who may bring it back; never empty
    std::string data;    ///< any bytes, JSON as a rule, up to Limits::protocolState

    /// Set by opening, ignored by sealing.
    std::string tokenId;
    std::int64_t issuedAt = 0;
    std::int64_t expiresAt = 0;
};

void writeClaims(ClaimsWriter &claims, const ProtocolState &state);
void readClaims(ClaimsReader &claims, ProtocolState &state);

} // namespace tokens
