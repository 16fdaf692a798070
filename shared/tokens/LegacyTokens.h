// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clients/RedirectUri.h"
#include "core/Result.h"
#include "crypto/Jwe.h"
#include "tokens/AccessToken.h"
#include "tokens/ClientId.h"
#include "tokens/RefreshToken.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tokens {

/// Opens the tokens of the Ruby mail_mcp server 1.0, so that its users need not log in again when
/// the server is replaced: same ENCRYPTION_KEY, same BASE_URL. It never makes any.
class LegacyTokens
{
public:
    /// `redirectUris` are the ones of LEGACY_REDIRECT_URIS. Those client_ids carry none, and
    /// without any they are refused: every redirect URI would have to be allowed.
    LegacyTokens(const crypto::KeyRing &ring, std::string issuer,
                 std::vector<clients::RedirectUri> redirectUris);

    void useKeyRing(const crypto::KeyRing &ring) { m_jwe = crypto::Jwe::legacy(ring.legacyKey()); }

    bool recognises(std::string_view token) const { return m_jwe.recognises(token); }

    core::Result<AccessToken> openAccessToken(std::string_view text, std::int64_t now) const;
    core::Result<RefreshToken> openRefreshToken(std::string_view text, std::int64_t now) const;
    /// PermissionDenied, saying that the client must be issued anew, when the client_id is genuine
    /// but no redirect URIs are configured.
    core::Result<ClientId> openClientId(std::string_view text, std::int64_t now) const;

private:
    crypto::Jwe m_jwe;
    std::string m_issuer;
    std::vector<clients::RedirectUri> m_redirectUris;
};

} // namespace tokens
