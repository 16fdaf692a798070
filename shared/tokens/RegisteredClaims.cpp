// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokens/RegisteredClaims.h"

namespace tokens {

namespace {

constexpr std::size_t tokenIdLimit = 64;
constexpr std::size_t urlLimit = 512;
constexpr std::size_t kindLimit = 32;

} // namespace

void writeRegisteredClaims(ClaimsWriter &claims, const ExpectedClaims &place,
                           const RegisteredClaims &registered)
{
    claims.text("typ", place.kind, kindLimit);
    claims.text("iss", place.issuer, urlLimit);
    claims.text("aud", place.audience, urlLimit);
    claims.text("jti", registered.tokenId, tokenIdLimit);
    claims.integer("iat", registered.issuedAt);
    if (registered.expiresAt)
        claims.integer("exp", *registered.expiresAt);
}

RegisteredClaims readRegisteredClaims(ClaimsReader &claims, const ExpectedClaims &expected)
{
    using Presence = ExpectedClaims::Presence;

    RegisteredClaims registered;
    if (claims.text("typ", kindLimit) != expected.kind)
        claims.fail();
    if (claims.text("iss", urlLimit) != expected.issuer)
        claims.fail();
    // One text, not a list: a token that is meant for several places is none of ours.
    if (claims.text("aud", urlLimit) != expected.audience)
        claims.fail();
    registered.issuedAt = claims.time("iat");
    if (registered.issuedAt > expected.now + clockSkewSeconds)
        claims.fail();
    if (expected.expiry == Presence::Required || claims.has("exp")) {
        registered.expiresAt = claims.time("exp");
        if (*registered.expiresAt <= expected.now)
            claims.fail();
    }
    if (claims.has("nbf") && claims.time("nbf") > expected.now)
        claims.fail();
    if (expected.tokenId == Presence::Required) {
        registered.tokenId = claims.text("jti", tokenIdLimit);
        if (registered.tokenId.empty())
            claims.fail();
    }
    return registered;
}

} // namespace tokens
