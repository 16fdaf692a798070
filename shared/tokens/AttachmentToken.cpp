// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokens/AttachmentToken.h"

#include "tokens/Claims.h"

namespace tokens {

void writeClaims(ClaimsWriter &claims, const AttachmentToken &token)
{
    writeImapAccount(claims, *token.account);
    claims.text("cid", token.clientHash, Limits::identifier);
    claims.text("fam", token.family, Limits::identifier);
    claims.text("folder", token.folder, Limits::folder);
    claims.integer("uidvalidity", token.uidValidity);
    claims.integer("uid", token.uid);
    claims.text("part", token.partNumber, Limits::partNumber);
    claims.text("name", token.fileName, Limits::fileName);
    claims.text("type", token.contentType, Limits::contentType);
    claims.text("encoding", token.encoding, Limits::identifier);
    claims.integer("size", static_cast<std::int64_t>(token.encodedSize));
}

void readClaims(ClaimsReader &claims, AttachmentToken &token)
{
    const auto account = readImapAccount(claims);
    token.clientHash = claims.text("cid", Limits::identifier);
    token.family = readIdentifier(claims, "fam");
    token.folder = claims.text("folder", Limits::folder);
    token.uidValidity = claims.number("uidvalidity");
    token.uid = claims.number("uid");
    token.partNumber = claims.text("part", Limits::partNumber);
    token.fileName = claims.text("name", Limits::fileName);
    token.contentType = claims.text("type", Limits::contentType);
    token.encoding = claims.text("encoding", Limits::identifier);
    token.encodedSize = static_cast<std::uint64_t>(claims.integer("size"));
    if (token.folder.empty() || token.uid == 0 || token.fileName.empty())
        claims.fail();
    account->family = token.family;
    token.account = account;
}

} // namespace tokens
