// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/SealedChunks.h"

#include "crypto/Hash.h"

#include <openssl/evp.h>

#include <memory>

namespace crypto {

namespace {

struct CipherDeleter
{
    void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
};
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, CipherDeleter>;

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

unsigned char *bytesOf(std::string &text)
{
    return reinterpret_cast<unsigned char *>(text.data());
}

} // namespace

SealedChunks::SealedChunks(std::string_view fileKey, std::string_view salt)
    : m_key(hkdfSha256(fileKey, salt, "mailmcp/chunks"))
{}

/// 96 bits (NIST SP 800-38D §8.2.1): zeros, the number of the chunk, and whether it is the last.
std::string SealedChunks::nextNonce(Place place)
{
    std::string nonce(12, '\0');
    const std::uint64_t number = m_counter++;
    for (std::size_t i = 0; i < 8; ++i)
        nonce[3 + i] = static_cast<char>((number >> (56 - 8 * i)) & 255U);
    nonce[11] = place == Place::Last ? '\1' : '\0';
    return nonce;
}

core::Result<std::string> SealedChunks::seal(std::string_view chunk, Place place)
{
    const auto nonce = nextNonce(place);
    std::string sealed(chunk.size() + overhead, '\0');
    int written = 0;
    const CipherContext context(EVP_CIPHER_CTX_new());
    const bool done =
        context
        && EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytesOf(m_key.reveal()),
                              bytesOf(nonce))
               == 1
        && EVP_EncryptUpdate(context.get(), bytesOf(sealed), &written, bytesOf(chunk),
                             static_cast<int>(chunk.size()))
               == 1
        && EVP_EncryptFinal_ex(context.get(), nullptr, &written) == 1
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(overhead),
                               sealed.data() + chunk.size())
               == 1;
    if (!done)
        return core::Error(core::ErrorKind::Internal, "The file could not be sealed.",
                           "AES-256-GCM encryption failed");
    return sealed;
}

core::Result<std::string> SealedChunks::open(std::string_view sealed, Place place)
{
    const core::Error damaged(core::ErrorKind::Protocol, "The stored file is damaged.",
                              "a chunk does not open");
    if (sealed.size() < overhead)
        return damaged;
    const auto nonce = nextNonce(place);
    const auto size = sealed.size() - overhead;
    std::string chunk(size, '\0');
    std::string tag(sealed.substr(size));
    int written = 0;
    const CipherContext context(EVP_CIPHER_CTX_new());
    const bool genuine = context
                         && EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr,
                                               bytesOf(m_key.reveal()), bytesOf(nonce))
                                == 1
                         && EVP_DecryptUpdate(context.get(), bytesOf(chunk), &written,
                                              bytesOf(sealed), static_cast<int>(size))
                                == 1
                         && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG,
                                                static_cast<int>(overhead), tag.data())
                                == 1
                         && EVP_DecryptFinal_ex(context.get(), nullptr, &written) == 1;
    if (!genuine)
        return damaged;
    return chunk;
}

} // namespace crypto
