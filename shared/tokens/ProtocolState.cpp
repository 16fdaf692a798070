// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokens/ProtocolState.h"

#include "tokens/Claims.h"

namespace tokens {

void writeClaims(ClaimsWriter &claims, const ProtocolState &state)
{
    claims.text("purpose", state.purpose, Limits::identifier);
    claims.text("sub", state.subject, Limits::identifier);
    claims.bytes("data", state.data, Limits::protocolState);
}

void readClaims(ClaimsReader &claims, ProtocolState &state)
{
    state.purpose = readIdentifier(claims, "purpose");
    state.subject = readIdentifier(claims, "sub");
    state.data = claims.bytes("data", Limits::protocolState);
}

} // namespace tokens
