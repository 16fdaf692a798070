// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tokens {

class ClaimsReader;
class ClaimsWriter;

/// An upload link: one file that somebody may put on this server, to attach it to messages of one
/// mailbox. The key that the file is stored under is in here and nowhere else, so what lies on the
/// disk can be read only by who has the link and through this server.
struct UploadToken
{
    static constexpr std::string_view kind = "upload";
    static constexpr std::size_t fileKeySize = 32;

    std::string owner;      ///< whose messages it may be attached to, as a pseudonym
    std::string clientHash; ///< empty for a client of an earlier server
    std::string family;
    std::string fileKey; ///< fileKeySize random bytes
    std::string fileName;
    std::string contentType;

    /// Set by opening, ignored by sealing. The token id names the file.
    std::string tokenId;
    std::int64_t issuedAt = 0;
    std::int64_t expiresAt = 0;
};

void writeClaims(ClaimsWriter &claims, const UploadToken &token);
void readClaims(ClaimsReader &claims, UploadToken &token);

} // namespace tokens
