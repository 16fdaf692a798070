// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokens/Tokens.h"

#include "tokens/Claims.h"
#include "tokens/RegisteredClaims.h"

#include <algorithm>
#include <optional>
#include <type_traits>
#include <utility>

namespace tokens {

namespace {

constexpr auto presenceOfExpiry(bool isClientId)
{
    return isClientId ? ExpectedClaims::Presence::Optional : ExpectedClaims::Presence::Required;
}

template <typename Token>
ExpectedClaims placeOf(const std::string &issuer, const std::string &audience, std::int64_t now)
{
    return {.kind = Token::kind,
            .issuer = issuer,
            .audience = audience,
            .now = now,
            .expiry = presenceOfExpiry(std::is_same_v<Token, ClientId>),
            .tokenId = ExpectedClaims::Presence::Required};
}

} // namespace

Tokens::Tokens(const crypto::KeyRing &ring, std::string issuer, Lifetimes lifetimes,
               const core::Clock &clock, core::Random &random,
               std::vector<clients::RedirectUri> legacyRedirectUris)
    : m_clientIds(ring, ClientId::kind)
    , m_authorizationRequests(ring, AuthorizationRequest::kind)
    , m_authorizationCodes(ring, AuthorizationCode::kind)
    , m_accessTokens(ring, AccessToken::kind)
    , m_refreshTokens(ring, RefreshToken::kind)
    , m_protocolStates(ring, ProtocolState::kind)
    , m_attachmentTokens(ring, AttachmentToken::kind)
    , m_uploadTokens(ring, UploadToken::kind)
    , m_legacy(ring, issuer, std::move(legacyRedirectUris))
    , m_issuer(std::move(issuer))
    , m_resource(m_issuer + "/mcp")
    , m_attachments(m_issuer + "/attachments")
    , m_authorization(m_issuer + "/oauth")
    , m_lifetimes(lifetimes)
    , m_clock(clock)
    , m_random(random)
{}

void Tokens::useKeyRing(const crypto::KeyRing &ring)
{
    m_clientIds = crypto::Jwe(ring, ClientId::kind);
    m_authorizationRequests = crypto::Jwe(ring, AuthorizationRequest::kind);
    m_authorizationCodes = crypto::Jwe(ring, AuthorizationCode::kind);
    m_accessTokens = crypto::Jwe(ring, AccessToken::kind);
    m_refreshTokens = crypto::Jwe(ring, RefreshToken::kind);
    m_protocolStates = crypto::Jwe(ring, ProtocolState::kind);
    m_attachmentTokens = crypto::Jwe(ring, AttachmentToken::kind);
    m_uploadTokens = crypto::Jwe(ring, UploadToken::kind);
    m_legacy.useKeyRing(ring);
}

template <typename Token>
core::Result<SealedToken> Tokens::sealToken(const crypto::Jwe &jwe, const Token &token,
                                            const std::string &audience,
                                            std::optional<std::int64_t> expiresAt) const
{
    const RegisteredClaims registered{
        .tokenId = m_random.identifier(), .issuedAt = now(), .expiresAt = expiresAt};
    ClaimsWriter claims;
    writeRegisteredClaims(claims, placeOf<Token>(m_issuer, audience, registered.issuedAt),
                          registered);
    writeClaims(claims, token);
    const auto plaintext = claims.finish();
    if (!plaintext)
        return plaintext.error();
    if (m_sealCounter && !m_sealCounter->count(jwe.sealingKeyId()))
        return core::Error(core::ErrorKind::Unavailable,
                           "No token can be made now. Please try again later.",
                           "the key has sealed as much as it may, or the count cannot be kept");
    auto text = jwe.seal(plaintext->reveal(), m_random);
    if (!text)
        return text.error();
    return SealedToken{.text = std::move(*text),
                       .tokenId = registered.tokenId,
                       .issuedAt = registered.issuedAt,
                       .expiresAt = expiresAt.value_or(0)};
}

template <typename Token>
core::Result<Token> Tokens::openToken(const crypto::Jwe &jwe, std::string_view text,
                                      const std::string &audience) const
{
    const auto plaintext = jwe.open(text);
    if (!plaintext)
        return plaintext.error();
    ClaimsReader claims(plaintext->reveal());
    RegisteredClaims registered =
        readRegisteredClaims(claims, placeOf<Token>(m_issuer, audience, now()));
    Token token;
    readClaims(claims, token);
    if (!claims.isGood())
        return crypto::Jwe::invalidToken();
    token.issuedAt = registered.issuedAt;
    if constexpr (std::is_same_v<Token, ClientId>) {
        token.hash = clientHashOf(text);
        token.expiresAt = registered.expiresAt;
    } else {
        token.tokenId = std::move(registered.tokenId);
        token.expiresAt = registered.expiresAt.value_or(0);
    }
    return token;
}

core::Result<SealedToken> Tokens::seal(const ClientId &client) const
{
    return sealToken(m_clientIds, client, m_authorization, client.expiresAt);
}

core::Result<SealedToken> Tokens::seal(const AuthorizationRequest &request) const
{
    return sealToken(m_authorizationRequests, request, m_authorization,
                     now() + m_lifetimes.authorizationRequest.count());
}

core::Result<SealedToken> Tokens::seal(const AuthorizationCode &code) const
{
    return sealToken(m_authorizationCodes, code, m_authorization,
                     now() + m_lifetimes.authorizationCode.count());
}

core::Result<SealedToken> Tokens::seal(const AccessToken &token) const
{
    return sealToken(m_accessTokens, token, m_resource, now() + m_lifetimes.accessToken.count());
}

core::Result<SealedToken> Tokens::seal(const RefreshToken &token) const
{
    const std::int64_t expiresAt = now() + m_lifetimes.refreshToken.count();
    return sealToken(m_refreshTokens, token, m_authorization,
                     std::min(expiresAt, token.familyExpiresAt));
}

core::Result<SealedToken> Tokens::seal(const ProtocolState &state,
                                       std::chrono::seconds lifetime) const
{
    return sealToken(m_protocolStates, state, m_resource, now() + lifetime.count());
}

core::Result<SealedToken> Tokens::seal(const AttachmentToken &token) const
{
    return sealToken(m_attachmentTokens, token, m_attachments,
                     now() + m_lifetimes.attachmentLink.count());
}

core::Result<SealedToken> Tokens::seal(const UploadToken &token) const
{
    return sealToken(m_uploadTokens, token, m_attachments,
                     now() + m_lifetimes.attachmentLink.count());
}

core::Result<ClientId> Tokens::openClientId(std::string_view text) const
{
    if (m_legacy.recognises(text))
        return m_legacy.openClientId(text, now());
    return openToken<ClientId>(m_clientIds, text, m_authorization);
}

core::Result<AuthorizationRequest> Tokens::openAuthorizationRequest(std::string_view text) const
{
    return openToken<AuthorizationRequest>(m_authorizationRequests, text, m_authorization);
}

core::Result<AuthorizationCode> Tokens::openAuthorizationCode(std::string_view text) const
{
    return openToken<AuthorizationCode>(m_authorizationCodes, text, m_authorization);
}

core::Result<AccessToken> Tokens::openAccessToken(std::string_view text) const
{
    if (m_legacy.recognises(text))
        return m_legacy.openAccessToken(text, now());
    return openToken<AccessToken>(m_accessTokens, text, m_resource);
}

core::Result<RefreshToken> Tokens::openRefreshToken(std::string_view text) const
{
    if (m_legacy.recognises(text))
        return m_legacy.openRefreshToken(text, now());
    return openToken<RefreshToken>(m_refreshTokens, text, m_authorization);
}

core::Result<ProtocolState> Tokens::openProtocolState(std::string_view text) const
{
    return openToken<ProtocolState>(m_protocolStates, text, m_resource);
}

core::Result<AttachmentToken> Tokens::openAttachmentToken(std::string_view text) const
{
    return openToken<AttachmentToken>(m_attachmentTokens, text, m_attachments);
}

core::Result<UploadToken> Tokens::openUploadToken(std::string_view text) const
{
    return openToken<UploadToken>(m_uploadTokens, text, m_attachments);
}

} // namespace tokens
