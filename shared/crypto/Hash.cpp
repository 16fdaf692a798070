// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/Hash.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <array>
#include <cstdlib>
#include <memory>

namespace crypto {

namespace {

/// A hash that cannot be computed (no memory, a broken provider) leaves no safe way to go on.
void require(bool succeeded)
{
    if (!succeeded)
        std::abort();
}

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

unsigned char *bytesOf(std::string &text)
{
    return reinterpret_cast<unsigned char *>(text.data());
}

struct KdfDeleter
{
    void operator()(EVP_KDF *kdf) const { EVP_KDF_free(kdf); }
    void operator()(EVP_KDF_CTX *context) const { EVP_KDF_CTX_free(context); }
};

struct MacDeleter
{
    void operator()(EVP_MAC *mac) const { EVP_MAC_free(mac); }
    void operator()(EVP_MAC_CTX *context) const { EVP_MAC_CTX_free(context); }
};

using MacContext = std::unique_ptr<EVP_MAC_CTX, MacDeleter>;

OSSL_PARAM octets(const char *name, std::string_view value)
{
    // OpenSSL takes input parameters by non-const pointer and does not write to them.
    return OSSL_PARAM_construct_octet_string(name, const_cast<char *>(value.data()), value.size());
}

/// HMAC with SHA-256 and no key yet. Finding the two costs several times what a short text does, so
/// it is done once; the context is only ever copied.
const MacContext &hmacPrototype()
{
    static const MacContext prototype = [] {
        const std::unique_ptr<EVP_MAC, MacDeleter> mac(EVP_MAC_fetch(nullptr, "HMAC", nullptr));
        require(mac != nullptr);
        MacContext context(EVP_MAC_CTX_new(mac.get()));
        require(context != nullptr);
        std::string digest = "SHA256";
        const std::array parameters = {
            OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0),
            OSSL_PARAM_construct_end(),
        };
        require(EVP_MAC_CTX_set_params(context.get(), parameters.data()) == 1);
        return context;
    }();
    return prototype;
}

} // namespace

std::string sha256(std::string_view bytes)
{
    std::string digest(sha256Size, '\0');
    require(EVP_Digest(bytes.data(), bytes.size(), bytesOf(digest), nullptr, EVP_sha256(), nullptr)
            == 1);
    return digest;
}

Sha256::Sha256()
    : m_context(EVP_MD_CTX_new())
{
    require(m_context != nullptr && EVP_DigestInit_ex(m_context, EVP_sha256(), nullptr) == 1);
}

Sha256::~Sha256()
{
    EVP_MD_CTX_free(m_context);
}

void Sha256::add(std::string_view bytes)
{
    require(EVP_DigestUpdate(m_context, bytes.data(), bytes.size()) == 1);
}

std::string Sha256::digest()
{
    std::string digest(sha256Size, '\0');
    require(EVP_DigestFinal_ex(m_context, bytesOf(digest), nullptr) == 1);
    return digest;
}

std::string hexadecimal(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char character : bytes) {
        const auto byte = static_cast<unsigned char>(character);
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::string hmacSha256(std::string_view key, std::string_view bytes)
{
    const MacContext context(EVP_MAC_CTX_dup(hmacPrototype().get()));
    require(context != nullptr);
    std::string code(sha256Size, '\0');
    std::size_t length = 0;
    require(EVP_MAC_init(context.get(), bytesOf(key), key.size(), nullptr) == 1
            && EVP_MAC_update(context.get(), bytesOf(bytes), bytes.size()) == 1
            && EVP_MAC_final(context.get(), bytesOf(code), &length, code.size()) == 1);
    return code;
}

core::Secret hkdfSha256(std::string_view inputKey, std::string_view salt, std::string_view info,
                        std::size_t length)
{
    const std::unique_ptr<EVP_KDF, KdfDeleter> kdf(EVP_KDF_fetch(nullptr, "HKDF", nullptr));
    require(kdf != nullptr);
    const std::unique_ptr<EVP_KDF_CTX, KdfDeleter> context(EVP_KDF_CTX_new(kdf.get()));
    require(context != nullptr);
    std::string digest = "SHA256";
    const std::array parameters = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0),
        octets(OSSL_KDF_PARAM_KEY, inputKey),
        octets(OSSL_KDF_PARAM_SALT, salt),
        octets(OSSL_KDF_PARAM_INFO, info),
        OSSL_PARAM_construct_end(),
    };
    std::string output(length, '\0');
    require(EVP_KDF_derive(context.get(), bytesOf(output), output.size(), parameters.data()) == 1);
    return core::Secret(std::move(output));
}

} // namespace crypto
