// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokens/AuthorizationCode.h"

#include "tokens/Claims.h"

namespace tokens {

void writeClaims(ClaimsWriter &claims, const AuthorizationCode &code)
{
    writeAccount(claims, *code.account);
    writeScopes(claims, "scope", code.scopes);
    claims.text("cid", code.clientHash, Limits::identifier);
    claims.text("fam", code.family, Limits::identifier);
    claims.text("redirect_uri", code.redirectUri, Limits::redirectUri);
    claims.text("code_challenge", code.codeChallenge, Limits::identifier);
    claims.text("resource", code.resource, Limits::redirectUri);
    claims.flag("confirm", code.confirmsSendAndDelete);
}

void readClaims(ClaimsReader &claims, AuthorizationCode &code)
{
    code.account = readAccount(claims);
    code.scopes = readScopes(claims, "scope");
    code.clientHash = readIdentifier(claims, "cid");
    code.family = readIdentifier(claims, "fam");
    code.redirectUri = claims.text("redirect_uri", Limits::redirectUri);
    code.codeChallenge = readIdentifier(claims, "code_challenge");
    code.resource = claims.text("resource", Limits::redirectUri);
    code.confirmsSendAndDelete = claims.flag("confirm");
}

} // namespace tokens
