// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokens/LegacyTokens.h"

#include "core/Base64.h"
#include "crypto/Hash.h"
#include "tokens/Claims.h"
#include "tokens/RegisteredClaims.h"

#include <type_traits>
#include <utility>

namespace tokens {

namespace {

constexpr std::size_t secretLimit = 512;

/// These tokens have no jti. Only one text opens to the same token (the encoding is canonical), so
/// its hash is as good.
std::string tokenIdOf(std::string_view text)
{
    return core::encodeBase64Url(crypto::sha256(text));
}

ExpectedClaims expected(std::string_view kind, std::string_view issuer, std::int64_t now)
{
    return {.kind = kind,
            .issuer = issuer,
            .audience = issuer,
            .now = now,
            .expiry = ExpectedClaims::Presence::Required,
            .tokenId = ExpectedClaims::Presence::Optional};
}

/// Access and refresh tokens are the same but for their kind: a mailbox that everything is allowed
/// with.
template <typename Token>
core::Result<Token> openMailboxToken(const crypto::Jwe &jwe, std::string_view text,
                                     std::string_view issuer, std::int64_t now)
{
    const auto plaintext = jwe.open(text);
    if (!plaintext)
        return plaintext.error();
    ClaimsReader claims(plaintext->reveal());
    const RegisteredClaims registered =
        readRegisteredClaims(claims, expected(Token::kind, issuer, now));
    Token token;
    const auto account = readAccount(claims);
    if (!claims.isGood())
        return crypto::Jwe::invalidToken();
    token.scopes = clients::ScopeSet::all();
    token.tokenId = tokenIdOf(text);
    // A refresh token begins its family when it is used; an access token has nothing but itself.
    if constexpr (std::is_same_v<Token, AccessToken>) {
        token.family = "legacy:" + token.tokenId;
        account->family = token.family;
    }
    token.account = account;
    token.issuedAt = registered.issuedAt;
    token.expiresAt = registered.expiresAt.value_or(0);
    token.isLegacy = true;
    return token;
}

} // namespace

LegacyTokens::LegacyTokens(const crypto::KeyRing &ring, std::string issuer,
                           std::vector<clients::RedirectUri> redirectUris)
    : m_jwe(crypto::Jwe::legacy(ring.legacyKey()))
    , m_issuer(std::move(issuer))
    , m_redirectUris(std::move(redirectUris))
{}

core::Result<AccessToken> LegacyTokens::openAccessToken(std::string_view text,
                                                        std::int64_t now) const
{
    return openMailboxToken<AccessToken>(m_jwe, text, m_issuer, now);
}

core::Result<RefreshToken> LegacyTokens::openRefreshToken(std::string_view text,
                                                          std::int64_t now) const
{
    auto token = openMailboxToken<RefreshToken>(m_jwe, text, m_issuer, now);
    if (token)
        token->authenticatedAt = token->issuedAt;
    return token;
}

core::Result<ClientId> LegacyTokens::openClientId(std::string_view text, std::int64_t now) const
{
    const auto plaintext = m_jwe.open(text);
    if (!plaintext)
        return plaintext.error();
    ClaimsReader claims(plaintext->reveal());
    ExpectedClaims expectedClaims = expected(ClientId::kind, m_issuer, now);
    expectedClaims.expiry = ExpectedClaims::Presence::Optional;
    const RegisteredClaims registered = readRegisteredClaims(claims, expectedClaims);
    ClientId client;
    client.imap = readEndpoint(claims, "imap");
    client.smtp = readEndpoint(claims, "smtp");
    const core::Secret secret = claims.secret("cs", secretLimit);
    if (!claims.isGood() || secret.isEmpty())
        return crypto::Jwe::invalidToken();
    if (m_redirectUris.empty())
        return core::Error(core::ErrorKind::PermissionDenied,
                           "This client was issued by an earlier version of this server and names "
                           "no redirect URIs, so it must be issued again with 'mail_mcp "
                           "generate'; until then an administrator can list its redirect URIs in "
                           "LEGACY_REDIRECT_URIS.");
    client.secretHash = crypto::sha256(secret.reveal());
    client.redirectUris = m_redirectUris;
    client.maximalScopes = clients::ScopeSet::all();
    client.hash = clientHashOf(text);
    client.issuedAt = registered.issuedAt;
    client.expiresAt = registered.expiresAt;
    client.isLegacy = true;
    return client;
}

} // namespace tokens
