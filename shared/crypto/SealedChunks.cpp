// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/SealedChunks.h"

#include "crypto/Aes256Gcm.h"
#include "crypto/Hash.h"

#include <utility>

namespace crypto {

SealedChunks::SealedChunks(std::string_view fileKey, std::string_view salt)
    : m_key(hkdfSha256(fileKey, salt, "mailmcp/chunks"))
{}

/// 96 bits (NIST SP 800-38D §8.2.1): zeros, the number of the chunk, and whether it is the last.
std::string SealedChunks::nextNonce(Place place)
{
    std::string nonce(aes256gcm::nonceSize, '\0');
    const std::uint64_t number = m_counter++;
    for (std::size_t i = 0; i < 8; ++i)
        nonce[3 + i] = static_cast<char>((number >> (56 - 8 * i)) & 255U);
    nonce[11] = place == Place::Last ? '\1' : '\0';
    return nonce;
}

core::Result<std::string> SealedChunks::seal(std::string_view chunk, Place place)
{
    auto sealed = aes256gcm::seal(m_key, nextNonce(place), {}, chunk);
    if (!sealed)
        return core::Error(core::ErrorKind::Internal, "The file could not be sealed.",
                           "AES-256-GCM encryption failed");
    return std::move(sealed->ciphertext) + sealed->tag;
}

core::Result<std::string> SealedChunks::open(std::string_view sealed, Place place)
{
    const core::Error damaged(core::ErrorKind::Protocol, "The stored file is damaged.",
                              "a chunk does not open");
    if (sealed.size() < overhead)
        return damaged;
    const auto size = sealed.size() - overhead;
    auto chunk =
        aes256gcm::open(m_key, nextNonce(place), {}, sealed.substr(0, size), sealed.substr(size));
    if (!chunk)
        return damaged;
    return std::move(*chunk);
}

} // namespace crypto
