// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "clients/RedirectUri.h"
#include "clients/Scope.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tokens {

class ClaimsReader;
class ClaimsWriter;

/// How tokens and the state store name a client: base64url of the SHA-256 of its client_id text.
std::string clientHashOf(std::string_view clientId);

/// An OAuth client. The sealed text of it is the client_id, so the server need not remember
/// clients. One that the administrator provisioned names its mail servers, and a user can reach no
/// other than these two; one that introduced itself names none, and its user's e-mail domain
/// decides.
struct ClientId
{
    static constexpr std::string_view kind = "client_id";

    enum class Type {
        Confidential, ///< proves a secret at the token endpoint
        Public,       ///< has none and relies on PKCE alone (RFC 6749 §2.1)
    };

    account::ServerEndpoint imap; ///< without a host if it names no servers, like smtp
    account::ServerEndpoint smtp;
    Type type = Type::Confidential;
    std::string secretHash;                         ///< SHA-256, 32 raw bytes; empty when public
    std::vector<clients::RedirectUri> redirectUris; ///< 1 to 16
    std::string name;                               ///< shown on the login page; may be empty
    clients::ScopeSet maximalScopes;                ///< the most that a user can grant
    bool confirmsSendAndDelete = false; ///< its users are asked before either, whatever they tick
    std::optional<std::int64_t> expiresAt; ///< seconds since 1970

    /// Set by opening, ignored by sealing.
    std::string hash; ///< clientHashOf() the text
    std::int64_t issuedAt = 0;
    bool isLegacy = false; ///< made by an earlier server; its redirect URIs are the configured ones
    /// Set for a client whose client_id is no sealed text but the URL of its metadata document: the
    /// host of that URL.
    std::string documentHost;

    /// The administrator made it.
    bool namesServers() const { return !imap.host.empty(); }

    /// The client's secret is `secret`. Constant time; never true for an empty one or for a public
    /// client.
    bool hasSecret(std::string_view secret) const;
    /// The registered redirect URI that allows `requested`; null when none does.
    const clients::RedirectUri *redirectUriFor(std::string_view requested) const;
};

void writeClaims(ClaimsWriter &claims, const ClientId &client);
void readClaims(ClaimsReader &claims, ClientId &client);

} // namespace tokens
