// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace tokens {

class ClaimsReader;
class ClaimsWriter;

/// A download link: one part of one message, and what opens the mailbox that it is in. The server
/// keeps no credentials, so whoever follows the link brings them along, sealed. Only those of IMAP
/// are in it: a link can read, and never send. It names the client and the family that it was made
/// for, so that revoking either one kills it as it kills their access tokens.
struct AttachmentToken
{
    static constexpr std::string_view kind = "attachment";

    account::MailAccountPtr account; ///< its SMTP half is empty
    std::string clientHash;          ///< empty for a client of an earlier server
    std::string family;
    std::string folder; ///< path
    std::uint32_t uidValidity = 0;
    std::uint32_t uid = 0;
    std::string partNumber;
    std::string fileName;
    std::string contentType;
    std::string encoding;          ///< Content-Transfer-Encoding
    std::uint64_t encodedSize = 0; ///< bytes in transfer encoding

    /// Set by opening, ignored by sealing.
    std::string tokenId;
    std::int64_t issuedAt = 0;
    std::int64_t expiresAt = 0;
};

void writeClaims(ClaimsWriter &claims, const AttachmentToken &token);
void readClaims(ClaimsReader &claims, AttachmentToken &token);

} // namespace tokens
