// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/Aes256Gcm.h"

#include <openssl/evp.h>

#include <memory>

namespace crypto::aes256gcm {

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

int sizeOf(std::string_view text)
{
    return static_cast<int>(text.size());
}

} // namespace

std::optional<Sealed> seal(const core::Secret &key, std::string_view nonce,
                           std::string_view associated, std::string_view plaintext)
{
    if (nonce.size() != nonceSize)
        return std::nullopt;
    Sealed sealed{.ciphertext = std::string(plaintext.size(), '\0'),
                  .tag = std::string(tagSize, '\0')};
    int written = 0;
    const CipherContext context(EVP_CIPHER_CTX_new());
    // GCM is a stream: no final block follows, EVP_EncryptFinal_ex only makes the tag.
    const bool isSealed = context
                          && EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr,
                                                bytesOf(key.reveal()), bytesOf(nonce))
                                 == 1
                          && EVP_EncryptUpdate(context.get(), nullptr, &written,
                                               bytesOf(associated), sizeOf(associated))
                                 == 1
                          && EVP_EncryptUpdate(context.get(), bytesOf(sealed.ciphertext), &written,
                                               bytesOf(plaintext), sizeOf(plaintext))
                                 == 1
                          && EVP_EncryptFinal_ex(context.get(), nullptr, &written) == 1
                          && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG,
                                                 sizeOf(sealed.tag), sealed.tag.data())
                                 == 1;
    if (!isSealed)
        return std::nullopt;
    return sealed;
}

std::optional<std::string> open(const core::Secret &key, std::string_view nonce,
                                std::string_view associated, std::string_view ciphertext,
                                std::string_view tag)
{
    if (nonce.size() != nonceSize || tag.size() != tagSize)
        return std::nullopt;
    std::string plaintext(ciphertext.size(), '\0');
    std::string expectedTag(tag);
    int written = 0;
    const CipherContext context(EVP_CIPHER_CTX_new());
    const bool isGenuine = context
                           && EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr,
                                                 bytesOf(key.reveal()), bytesOf(nonce))
                                  == 1
                           && EVP_DecryptUpdate(context.get(), nullptr, &written,
                                                bytesOf(associated), sizeOf(associated))
                                  == 1
                           && EVP_DecryptUpdate(context.get(), bytesOf(plaintext), &written,
                                                bytesOf(ciphertext), sizeOf(ciphertext))
                                  == 1
                           && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG,
                                                  sizeOf(expectedTag), expectedTag.data())
                                  == 1
                           && EVP_DecryptFinal_ex(context.get(), nullptr, &written) == 1;
    if (!isGenuine) {
        core::wipe(plaintext);
        return std::nullopt;
    }
    return plaintext;
}

} // namespace crypto::aes256gcm
