// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokens/RefreshToken.h"

#include "tokens/Claims.h"

namespace tokens {

void writeClaims(ClaimsWriter &claims, const RefreshToken &token)
{
    writeAccount(claims, *token.account);
    writeScopes(claims, "scope", token.scopes);
    claims.text("cid", token.clientHash, Limits::identifier);
    claims.text("fam", token.family, Limits::identifier);
    claims.integer("gen", token.generation);
    claims.integer("auth_time", token.authenticatedAt);
    claims.integer("fam_exp", token.familyExpiresAt);
    claims.flag("confirm", token.confirmsSendAndDelete);
}

void readClaims(ClaimsReader &claims, RefreshToken &token)
{
    token.account = readAccount(claims);
    token.scopes = readScopes(claims, "scope");
    token.clientHash = readIdentifier(claims, "cid");
    token.family = readIdentifier(claims, "fam");
    token.generation = claims.number("gen");
    token.authenticatedAt = claims.time("auth_time");
    token.familyExpiresAt = claims.time("fam_exp");
    token.confirmsSendAndDelete = claims.flag("confirm");
}

} // namespace tokens
