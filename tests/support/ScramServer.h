// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace support {

/// The server's side of SCRAM-SHA-256 (RFC 7677), computed with nothing but OpenSSL's HMAC and
/// PBKDF2, so that it can be wrong only in other ways than the library that the client uses.
/// Messages are not in base64.
class ScramServer
{
public:
    std::string password = "pencil";
    std::string nonce = "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"; ///< put behind the client's
    std::string salt = "W22ZaJ0SNY7soEsUEjb6gQ==";
    unsigned iterations = 4096;

    /// The server-first-message.
    std::string challenge(std::string_view clientFirst);
    /// The server-final-message; "e=invalid-proof" if the client does not know the password.
    std::string verdict(std::string_view clientFinal) const;
    /// The proof that a client with the password has to give for a client-final-message without
    /// one.
    std::string proofFor(std::string_view clientFinalWithoutProof) const;

private:
    std::string saltedPassword() const;
    std::string authMessage(std::string_view clientFinalWithoutProof) const;

    std::string m_clientFirstBare;
    std::string m_serverFirst;
};

} // namespace support
