// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ScramServer.h"

#include "core/Base64.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

namespace support {

namespace {

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

std::string hmac(std::string_view key, std::string_view message)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytesOf(message), message.size(),
         digest.data(), &size);
    return {reinterpret_cast<const char *>(digest.data()), size};
}

std::string sha256(std::string_view message)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_Digest(message.data(), message.size(), digest.data(), &size, EVP_sha256(), nullptr);
    return {reinterpret_cast<const char *>(digest.data()), size};
}

std::string exclusiveOr(std::string a, std::string_view b)
{
    for (std::size_t i = 0; i < a.size(); ++i)
        a[i] = static_cast<char>(a[i] ^ b[i]);
    return a;
}

} // namespace

std::string ScramServer::saltedPassword() const
{
    const auto rawSalt = core::decodeBase64(salt).value_or("");
    std::array<unsigned char, 32> key{};
    PKCS5_PBKDF2_HMAC(password.data(), static_cast<int>(password.size()), bytesOf(rawSalt),
                      static_cast<int>(rawSalt.size()), static_cast<int>(iterations), EVP_sha256(),
                      static_cast<int>(key.size()), key.data());
    return {reinterpret_cast<const char *>(key.data()), key.size()};
}

std::string ScramServer::authMessage(std::string_view clientFinalWithoutProof) const
{
    return m_clientFirstBare + "," + m_serverFirst + "," + std::string(clientFinalWithoutProof);
}

std::string ScramServer::challenge(std::string_view clientFirst)
{
    m_clientFirstBare = clientFirst.substr(3); // behind "n,,"
    const auto clientNonce = m_clientFirstBare.substr(m_clientFirstBare.find("r=") + 2);
    m_serverFirst = "r=" + clientNonce + nonce + ",s=" + salt + ",i=" + std::to_string(iterations);
    return m_serverFirst;
}

std::string ScramServer::proofFor(std::string_view clientFinalWithoutProof) const
{
    const auto clientKey = hmac(saltedPassword(), "Client Key");
    const auto signature = hmac(sha256(clientKey), authMessage(clientFinalWithoutProof));
    return core::encodeBase64(exclusiveOr(clientKey, signature));
}

std::string ScramServer::verdict(std::string_view clientFinal) const
{
    const auto at = clientFinal.find(",p=");
    const auto withoutProof = clientFinal.substr(0, at);
    if (at == std::string_view::npos || clientFinal.substr(at + 3) != proofFor(withoutProof))
        return "e=invalid-proof";
    const auto serverKey = hmac(saltedPassword(), "Server Key");
    return "v=" + core::encodeBase64(hmac(serverKey, authMessage(withoutProof)));
}

} // namespace support
