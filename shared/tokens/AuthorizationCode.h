// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "clients/Scope.h"

#include <cstdint>
#include <string>

namespace tokens {

class ClaimsReader;
class ClaimsWriter;

/// What the redirect carries back to the client and the token endpoint takes once, by `tokenId`
/// (RFC 6749 §4.1.2).
struct AuthorizationCode
{
    static constexpr std::string_view kind = "code";

    account::MailAccountPtr account;
    std::string clientHash;
    std::string redirectUri; ///< must be sent again, exactly (RFC 6749 §4.1.3)
    std::string codeChallenge;
    clients::ScopeSet scopes;           ///< what the user granted
    bool confirmsSendAndDelete = false; ///< see AccessToken
    std::string resource;
    std::string family; ///< the tokens that will come of it; revoked when the code comes twice

    /// Set by opening, ignored by sealing.
    std::string tokenId;
    std::int64_t issuedAt = 0;
    std::int64_t expiresAt = 0;
};

void writeClaims(ClaimsWriter &claims, const AuthorizationCode &code);
void readClaims(ClaimsReader &claims, AuthorizationCode &code);

} // namespace tokens
