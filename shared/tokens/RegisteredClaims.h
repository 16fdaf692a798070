// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tokens/Claims.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tokens {

/// The claims that every kind of token has (RFC 7519 §4.1): typ, iss, aud, iat, exp, jti.
struct RegisteredClaims
{
    std::string tokenId;
    std::int64_t issuedAt = 0;
    std::optional<std::int64_t> expiresAt;
};

/// What these claims have to be for a token to be taken at one place, now.
struct ExpectedClaims
{
    enum class Presence { Required, Optional };

    std::string_view kind;
    std::string_view issuer;
    std::string_view audience;
    std::int64_t now = 0;
    Presence expiry = Presence::Required;
    Presence tokenId = Presence::Required;
};

/// How far ahead of ours the clock of another instance may be.
inline constexpr std::int64_t clockSkewSeconds = 60;

void writeRegisteredClaims(ClaimsWriter &claims, const ExpectedClaims &place,
                           const RegisteredClaims &registered);

/// Fails the reader unless every claim is as expected: this kind, issuer and audience, issued not
/// in the future, not yet expired.
RegisteredClaims readRegisteredClaims(ClaimsReader &claims, const ExpectedClaims &expected);

} // namespace tokens
