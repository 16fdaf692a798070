// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clients/RedirectUri.h"
#include "core/Clock.h"
#include "core/Random.h"
#include "core/Result.h"
#include "crypto/Jwe.h"
#include "crypto/KeyRing.h"
#include "crypto/SealCounter.h"
#include "tokens/AccessToken.h"
#include "tokens/AttachmentToken.h"
#include "tokens/AuthorizationCode.h"
#include "tokens/AuthorizationRequest.h"
#include "tokens/ClientId.h"
#include "tokens/LegacyTokens.h"
#include "tokens/ProtocolState.h"
#include "tokens/RefreshToken.h"
#include "tokens/UploadToken.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tokens {

/// How long each kind of token is good for.
struct Lifetimes
{
    std::chrono::seconds authorizationRequest = std::chrono::minutes(10);
    std::chrono::seconds authorizationCode = std::chrono::seconds(60);
    std::chrono::seconds accessToken = std::chrono::hours(8);
    std::chrono::seconds refreshToken = std::chrono::hours(24 * 30);
    /// Of links for downloading and uploading.
    std::chrono::seconds attachmentLink = std::chrono::hours(1);
    std::chrono::seconds family = std::chrono::hours(24 * 180);
};

/// A fresh token and what was written into it.
struct SealedToken
{
    std::string text;
    std::string tokenId; ///< jti
    std::int64_t issuedAt = 0;
    std::int64_t expiresAt = 0; ///< 0: never (client_id only)
};

/// Makes and opens every token of this server; all checks of them are here (RFC 7519 §7.2): kind,
/// issuer, audience, times, types and lengths. Whatever is wrong with a token, the error is one and
/// the same, Unauthenticated "invalid token". What needs memory (used once, revoked) is asked of
/// the state store by the caller.
class Tokens
{
public:
    /// `issuer` is BASE_URL. Clock and random must outlive this object; the ring need not.
    Tokens(const crypto::KeyRing &ring, std::string issuer, Lifetimes lifetimes,
           const core::Clock &clock, core::Random &random,
           std::vector<clients::RedirectUri> legacyRedirectUris = {});

    /// From now on these keys seal and open. Whatever a key that is gone has sealed is dead.
    void useKeyRing(const crypto::KeyRing &ring);

    /// From now on every seal is counted there. It must outlive this object.
    void countSealsWith(crypto::SealCounter &counter) { m_sealCounter = &counter; }

    /// Sealing sets token id, issue and expiry time. Unavailable when the counter refuses;
    /// InvalidArgument for a text over its limit or
    /// not in UTF-8, TooLarge for a token over 8 KiB; both are for the person who typed it.
    core::Result<SealedToken> seal(const ClientId &client) const;
    core::Result<SealedToken> seal(const AuthorizationRequest &request) const;
    core::Result<SealedToken> seal(const AuthorizationCode &code) const;
    core::Result<SealedToken> seal(const AccessToken &token) const;
    core::Result<SealedToken> seal(const RefreshToken &token) const;
    /// How long it is good for depends on its purpose, so the caller says it.
    core::Result<SealedToken> seal(const ProtocolState &state, std::chrono::seconds lifetime) const;
    core::Result<SealedToken> seal(const AttachmentToken &token) const;
    core::Result<SealedToken> seal(const UploadToken &token) const;

    /// Also opens client_ids of the Ruby server; see LegacyTokens for the second error it has.
    core::Result<ClientId> openClientId(std::string_view text) const;
    core::Result<AuthorizationRequest> openAuthorizationRequest(std::string_view text) const;
    core::Result<AuthorizationCode> openAuthorizationCode(std::string_view text) const;
    /// Also opens access tokens of the Ruby server.
    core::Result<AccessToken> openAccessToken(std::string_view text) const;
    /// Also opens refresh tokens of the Ruby server.
    core::Result<RefreshToken> openRefreshToken(std::string_view text) const;
    core::Result<ProtocolState> openProtocolState(std::string_view text) const;
    core::Result<AttachmentToken> openAttachmentToken(std::string_view text) const;
    core::Result<UploadToken> openUploadToken(std::string_view text) const;

    const Lifetimes &lifetimes() const { return m_lifetimes; }
    /// The aud of access tokens and protocol states: the MCP endpoint.
    const std::string &resource() const { return m_resource; }
    std::int64_t now() const { return m_clock.secondsSinceEpoch(); }
    /// An unguessable name for a new family.
    std::string newFamily() const { return m_random.identifier(); }
    /// A random key for a new upload link.
    std::string newFileKey() const { return m_random.bytes(UploadToken::fileKeySize); }

private:
    template <typename Token>
    core::Result<SealedToken> sealToken(const crypto::Jwe &jwe, const Token &token,
                                        const std::string &audience,
                                        std::optional<std::int64_t> expiresAt) const;
    template <typename Token>
    core::Result<Token> openToken(const crypto::Jwe &jwe, std::string_view text,
                                  const std::string &audience) const;

    crypto::Jwe m_clientIds;
    crypto::Jwe m_authorizationRequests;
    crypto::Jwe m_authorizationCodes;
    crypto::Jwe m_accessTokens;
    crypto::Jwe m_refreshTokens;
    crypto::Jwe m_protocolStates;
    crypto::Jwe m_attachmentTokens;
    crypto::Jwe m_uploadTokens;
    LegacyTokens m_legacy;
    std::string m_issuer;
    std::string m_resource;      ///< aud of access tokens and protocol states
    std::string m_attachments;   ///< aud of links to attachments
    std::string m_authorization; ///< aud of everything that only this authorization server reads
    Lifetimes m_lifetimes;
    const core::Clock &m_clock;
    core::Random &m_random;
    crypto::SealCounter *m_sealCounter = nullptr;
};

} // namespace tokens
