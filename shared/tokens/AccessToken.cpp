// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokens/AccessToken.h"

#include "tokens/Claims.h"

namespace tokens {

void writeClaims(ClaimsWriter &claims, const AccessToken &token)
{
    writeAccount(claims, *token.account);
    writeScopes(claims, "scope", token.scopes);
    claims.text("cid", token.clientHash, Limits::identifier);
    claims.text("fam", token.family, Limits::identifier);
    claims.flag("confirm", token.confirmsSendAndDelete);
}

void readClaims(ClaimsReader &claims, AccessToken &token)
{
    const auto account = readAccount(claims);
    token.scopes = readScopes(claims, "scope");
    token.clientHash = readIdentifier(claims, "cid");
    token.family = readIdentifier(claims, "fam");
    token.confirmsSendAndDelete = claims.flag("confirm");
    account->family = token.family;
    token.account = account;
}

} // namespace tokens
