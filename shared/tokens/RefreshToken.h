// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "clients/Scope.h"

#include <cstdint>
#include <string>

namespace tokens {

class ClaimsReader;
class ClaimsWriter;

/// Renews an access token. All refresh tokens that come of one login are a family and carry the
/// generation they were made in; the state store knows the current one.
struct RefreshToken
{
    static constexpr std::string_view kind = "refresh";

    account::MailAccountPtr account;
    clients::ScopeSet scopes;
    bool confirmsSendAndDelete = false; ///< see AccessToken
    std::string clientHash;
    std::string family;
    std::uint32_t generation = 0;
    std::int64_t authenticatedAt = 0; ///< when the mail servers last accepted the logins
    std::int64_t familyExpiresAt = 0; ///< rotation never goes beyond; sealing caps the expiry here

    /// Set by opening, ignored by sealing.
    std::string tokenId;
    std::int64_t issuedAt = 0;
    std::int64_t expiresAt = 0;
    /// Made by an earlier server: no client and no family (both are empty). It does not rotate, so
    /// whoever accepts it claims `tokenId` once and starts a family.
    bool isLegacy = false;
};

void writeClaims(ClaimsWriter &claims, const RefreshToken &token);
void readClaims(ClaimsReader &claims, RefreshToken &token);

} // namespace tokens
