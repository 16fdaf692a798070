// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokens/ClientId.h"

#include "core/Base64.h"
#include "core/Secret.h"
#include "crypto/Hash.h"
#include "tokens/Claims.h"

#include <algorithm>

namespace tokens {

std::string clientHashOf(std::string_view clientId)
{
    return core::encodeBase64Url(crypto::sha256(clientId));
}

bool ClientId::hasSecret(std::string_view secret) const
{
    return type == Type::Confidential && !secret.empty()
           && core::equalsInConstantTime(crypto::sha256(secret), secretHash);
}

const clients::RedirectUri *ClientId::redirectUriFor(std::string_view requested) const
{
    const auto found = std::ranges::find_if(
        redirectUris, [&](const clients::RedirectUri &uri) { return uri.matches(requested); });
    return found == redirectUris.end() ? nullptr : &*found;
}

void writeClaims(ClaimsWriter &claims, const ClientId &client)
{
    if (client.namesServers()) {
        writeEndpoint(claims, "imap", client.imap);
        writeEndpoint(claims, "smtp", client.smtp);
    }
    if (client.type == ClientId::Type::Confidential)
        claims.text("secret_hash", core::encodeBase64Url(client.secretHash), Limits::identifier);
    std::vector<std::string> redirectUris;
    redirectUris.reserve(client.redirectUris.size());
    for (const clients::RedirectUri &uri : client.redirectUris)
        redirectUris.push_back(uri.text());
    claims.list("redirect_uris", redirectUris, Limits::redirectUris, Limits::redirectUri);
    claims.text("name", client.name, Limits::clientName);
    writeScopes(claims, "scope", client.maximalScopes);
    claims.flag("confirm", client.confirmsSendAndDelete);
}

void readClaims(ClaimsReader &claims, ClientId &client)
{
    if (claims.has("imap_host") || claims.has("smtp_host")) { // both or none
        client.imap = readEndpoint(claims, "imap");
        client.smtp = readEndpoint(claims, "smtp");
    }
    client.type = claims.has("secret_hash") ? ClientId::Type::Confidential : ClientId::Type::Public;
    if (client.type == ClientId::Type::Confidential) {
        const auto hash = core::decodeBase64Url(readIdentifier(claims, "secret_hash"));
        if (!hash || hash->size() != crypto::sha256Size)
            claims.fail();
        client.secretHash = hash.value_or(std::string());
    }
    for (const std::string &text :
         claims.list("redirect_uris", Limits::redirectUris, Limits::redirectUri)) {
        auto uri = clients::RedirectUri::parse(text);
        if (!uri) {
            claims.fail();
            return;
        }
        client.redirectUris.push_back(std::move(*uri));
    }
    client.name = claims.text("name", Limits::clientName);
    client.maximalScopes = readScopes(claims, "scope");
    client.confirmsSendAndDelete = claims.flag("confirm");
}

} // namespace tokens
