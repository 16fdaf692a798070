// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/Jwe.h"

#include "core/Base64.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

namespace crypto {

namespace {

constexpr std::size_t ivSize = 12;
constexpr std::size_t tagSize = 16;
constexpr std::size_t segmentCount = 5;

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

core::Error cipherFailed()
{
    return {core::ErrorKind::Internal, "the token could not be sealed",
            "AES-256-GCM encryption failed"};
}

/// header, encrypted key, IV, ciphertext, tag. Nothing when there are more or fewer.
std::optional<std::array<std::string_view, segmentCount>> split(std::string_view token)
{
    std::array<std::string_view, segmentCount> segments;
    for (std::size_t i = 0; i + 1 < segmentCount; ++i) {
        const std::size_t dot = token.find('.');
        if (dot == std::string_view::npos)
            return std::nullopt;
        segments[i] = token.substr(0, dot);
        token.remove_prefix(dot + 1);
    }
    if (token.find('.') != std::string_view::npos)
        return std::nullopt;
    segments.back() = token;
    return segments;
}

} // namespace

Jwe::Jwe(const KeyRing &ring, std::string_view kind)
{
    for (const KeyRing::Key &key : ring.keys()) {
        const std::string header = R"({"alg":"dir","enc":"A256GCM","kid":")" + key.id
                                   + R"(","typ":")" + std::string(kind) + R"("})";
        m_entries.push_back({.keyId = key.id,
                             .encodedHeader = core::encodeBase64Url(header),
                             .key = deriveKey(key, kind)});
    }
}

Jwe Jwe::legacy(const KeyRing::Key *key)
{
    Jwe jwe;
    if (key) {
        jwe.m_entries.push_back(
            {.keyId = {},
             .encodedHeader = core::encodeBase64Url(R"({"alg":"dir","enc":"A256GCM"})"),
             .key = key->bytes.clone()});
    }
    return jwe;
}

const Jwe::Entry *Jwe::entryFor(std::string_view token) const
{
    const std::string_view header = token.substr(0, token.find('.'));
    const auto found = std::ranges::find(m_entries, header, &Entry::encodedHeader);
    return found == m_entries.end() ? nullptr : &*found;
}

bool Jwe::recognises(std::string_view token) const
{
    return entryFor(token) != nullptr;
}

core::Result<std::string> Jwe::seal(std::string_view plaintext, core::Random &random) const
{
    if (m_entries.empty())
        return cipherFailed();
    const Entry &entry = m_entries.front();
    if (plaintext.size() > maximumTokenSize)
        return core::Error(core::ErrorKind::TooLarge, "the token would be too long");

    const std::string iv = random.bytes(ivSize);
    std::string ciphertext(plaintext.size(), '\0');
    std::string tag(tagSize, '\0');
    int written = 0;
    const CipherContext context(EVP_CIPHER_CTX_new());
    // GCM is a stream: no final block follows, EVP_EncryptFinal_ex only makes the tag.
    const bool sealed =
        context
        && EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr,
                              bytesOf(entry.key.reveal()), bytesOf(iv))
               == 1
        && EVP_EncryptUpdate(context.get(), nullptr, &written, bytesOf(entry.encodedHeader),
                             static_cast<int>(entry.encodedHeader.size()))
               == 1
        && EVP_EncryptUpdate(context.get(), bytesOf(ciphertext), &written, bytesOf(plaintext),
                             static_cast<int>(plaintext.size()))
               == 1
        && EVP_EncryptFinal_ex(context.get(), nullptr, &written) == 1
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(tagSize),
                               tag.data())
               == 1;
    if (!sealed)
        return cipherFailed();

    std::string token = entry.encodedHeader + ".." + core::encodeBase64Url(iv) + '.'
                        + core::encodeBase64Url(ciphertext) + '.' + core::encodeBase64Url(tag);
    if (token.size() > maximumTokenSize)
        return core::Error(core::ErrorKind::TooLarge, "the token would be too long");
    return token;
}

// RFC 7516 §5.2, for "dir" and "A256GCM" alone.
core::Result<core::Secret> Jwe::open(std::string_view token) const
{
    if (token.size() > maximumTokenSize)
        return invalidToken();
    const Entry *entry = entryFor(token);
    const auto segments = split(token);
    if (!entry || !segments)
        return invalidToken();
    const auto &[header, encryptedKey, encodedIv, encodedCiphertext, encodedTag] = *segments;
    if (!encryptedKey.empty())
        return invalidToken();
    const auto iv = core::decodeBase64Url(encodedIv);
    const auto ciphertext = core::decodeBase64Url(encodedCiphertext);
    auto tag = core::decodeBase64Url(encodedTag);
    // OpenSSL would take a shorter tag and compare only that much of it.
    if (!iv || iv->size() != ivSize || !ciphertext || !tag || tag->size() != tagSize)
        return invalidToken();

    std::string plaintext(ciphertext->size(), '\0');
    int written = 0;
    const CipherContext context(EVP_CIPHER_CTX_new());
    const bool genuine =
        context
        && EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr,
                              bytesOf(entry->key.reveal()), bytesOf(*iv))
               == 1
        && EVP_DecryptUpdate(context.get(), nullptr, &written, bytesOf(header),
                             static_cast<int>(header.size()))
               == 1
        && EVP_DecryptUpdate(context.get(), bytesOf(plaintext), &written, bytesOf(*ciphertext),
                             static_cast<int>(ciphertext->size()))
               == 1
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(tagSize),
                               tag->data())
               == 1
        && EVP_DecryptFinal_ex(context.get(), nullptr, &written) == 1;
    core::Secret opened(std::move(plaintext));
    if (!genuine)
        return invalidToken();
    return opened;
}

core::Error Jwe::invalidToken()
{
    return {core::ErrorKind::Unauthenticated, "invalid token"};
}

} // namespace crypto
