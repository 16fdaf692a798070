// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokens/AuthorizationRequest.h"

#include "tokens/Claims.h"

namespace tokens {

void writeClaims(ClaimsWriter &claims, const AuthorizationRequest &request)
{
    claims.text("cid", request.clientHash, Limits::identifier);
    claims.text("name", request.clientName, Limits::clientName);
    if (request.introduction == AuthorizationRequest::Introduction::Itself)
        claims.text("document_host", request.documentHost, Limits::host);
    if (request.namesServers()) {
        writeEndpoint(claims, "imap", request.imap);
        writeEndpoint(claims, "smtp", request.smtp);
    }
    claims.text("redirect_uri", request.redirectUri, Limits::redirectUri);
    // A client may put any bytes into its state and gets the same ones back.
    claims.bytes("state", request.state, Limits::state);
    claims.text("code_challenge", request.codeChallenge, Limits::identifier);
    writeScopes(claims, "scope", request.scopes);
    claims.text("resource", request.resource, Limits::redirectUri);
    claims.text("browser", request.browserBinding, Limits::identifier);
    claims.flag("confirm", request.confirmsSendAndDelete);
}

void readClaims(ClaimsReader &claims, AuthorizationRequest &request)
{
    request.clientHash = readIdentifier(claims, "cid");
    request.clientName = claims.text("name", Limits::clientName);
    if (claims.has("document_host")) {
        request.introduction = AuthorizationRequest::Introduction::Itself;
        request.documentHost = claims.text("document_host", Limits::host);
    }
    if (claims.has("imap_host") || claims.has("smtp_host")) { // both or none
        request.imap = readEndpoint(claims, "imap");
        request.smtp = readEndpoint(claims, "smtp");
    } else if (request.introduction == AuthorizationRequest::Introduction::Administrator) {
        claims.fail();
    }
    request.redirectUri = claims.text("redirect_uri", Limits::redirectUri);
    request.state = claims.bytes("state", Limits::state);
    request.codeChallenge = readIdentifier(claims, "code_challenge");
    request.scopes = readScopes(claims, "scope");
    request.resource = claims.text("resource", Limits::redirectUri);
    request.browserBinding = readIdentifier(claims, "browser");
    request.confirmsSendAndDelete = claims.flag("confirm");
}

} // namespace tokens
