// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/Jwe.h"

#include "core/Base64.h"
#include "crypto/Aes256Gcm.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace crypto {

namespace {

constexpr std::size_t segmentCount = 5;

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

    const std::string iv = random.bytes(aes256gcm::nonceSize);
    const auto sealed = aes256gcm::seal(entry.key, iv, entry.encodedHeader, plaintext);
    if (!sealed)
        return cipherFailed();

    std::string token = entry.encodedHeader + ".." + core::encodeBase64Url(iv) + '.'
                        + core::encodeBase64Url(sealed->ciphertext) + '.'
                        + core::encodeBase64Url(sealed->tag);
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
    const auto tag = core::decodeBase64Url(encodedTag);
    if (!iv || !ciphertext || !tag)
        return invalidToken();
    auto plaintext = aes256gcm::open(entry->key, *iv, header, *ciphertext, *tag);
    if (!plaintext)
        return invalidToken();
    return core::Secret(std::move(*plaintext));
}

core::Error Jwe::invalidToken()
{
    return {core::ErrorKind::Unauthenticated, "invalid token"};
}

} // namespace crypto
