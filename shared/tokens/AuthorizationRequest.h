// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "clients/Scope.h"

#include <cstdint>
#include <string>

namespace tokens {

class ClaimsReader;
class ClaimsWriter;

/// A checked authorization request on its way through the login page, as its one hidden field.
/// Nothing that the browser sends back besides it is believed, but for what the user typed.
struct AuthorizationRequest
{
    static constexpr std::string_view kind = "authreq";

    std::string clientHash;
    std::string clientName;
    /// Who vouches for the name: the administrator, or else nobody.
    enum class Introduction { Administrator, Itself } introduction = Introduction::Administrator;
    std::string documentHost;     ///< see ClientId; empty for others
    account::ServerEndpoint imap; ///< without a host until the user's e-mail domain is known
    account::ServerEndpoint smtp;
    std::string redirectUri;   ///< as requested, after it matched a registered one
    std::string state;         ///< any bytes, up to 2,048; may be empty
    std::string codeChallenge; ///< S256
    clients::ScopeSet scopes;  ///< what may be granted: requested, and allowed for the client
    bool confirmsSendAndDelete = false; ///< the client demands it: the user has no choice
    std::string resource;               ///< the MCP endpoint (RFC 8707)
    std::string browserBinding;         ///< a hash of the cookie that the same browser has to show

    /// Set by opening, ignored by sealing.
    std::string tokenId;
    std::int64_t issuedAt = 0;
    std::int64_t expiresAt = 0;

    bool namesServers() const { return !imap.host.empty(); }
};

void writeClaims(ClaimsWriter &claims, const AuthorizationRequest &request);
void readClaims(ClaimsReader &claims, AuthorizationRequest &request);

} // namespace tokens
