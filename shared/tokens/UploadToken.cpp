// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokens/UploadToken.h"

#include "tokens/Claims.h"

namespace tokens {

void writeClaims(ClaimsWriter &claims, const UploadToken &token)
{
    claims.text("sub", token.owner, Limits::identifier);
    claims.text("cid", token.clientHash, Limits::identifier);
    claims.text("fam", token.family, Limits::identifier);
    claims.bytes("key", token.fileKey, UploadToken::fileKeySize);
    claims.text("name", token.fileName, Limits::fileName);
    claims.text("type", token.contentType, Limits::contentType);
}

void readClaims(ClaimsReader &claims, UploadToken &token)
{
    token.owner = readIdentifier(claims, "sub");
    token.clientHash = claims.text("cid", Limits::identifier);
    token.family = readIdentifier(claims, "fam");
    token.fileKey = claims.bytes("key", UploadToken::fileKeySize);
    token.fileName = claims.text("name", Limits::fileName);
    token.contentType = claims.text("type", Limits::contentType);
    if (token.fileKey.size() != UploadToken::fileKeySize || token.fileName.empty())
        claims.fail();
}

} // namespace tokens
