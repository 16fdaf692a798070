// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Secret.h"
#include "crypto/Aes256Gcm.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace crypto {

/// Seals a file chunk by chunk with AES-256-GCM, so that it can be read without holding all of it.
/// Each chunk is bound to its place and to whether it is the last one: none can be left out, moved,
/// repeated or cut off without notice (the STREAM construction of Hoang, Reyhanitabar, Rogaway and
/// Vizár, 2015).
///
/// The file key may seal any number of files: each has a salt of its own, from which the key of its
/// chunks is derived (HKDF-SHA-256), so a key and a nonce never meet twice.
class SealedChunks
{
public:
    static constexpr std::size_t keySize = 32;
    static constexpr std::size_t saltSize = 16;
    static constexpr std::size_t overhead = aes256gcm::tagSize; ///< bytes that a chunk grows by
    enum class Place { Inner, Last };

    /// `salt` is random, new for each file and no secret.
    SealedChunks(std::string_view fileKey, std::string_view salt);

    /// The next chunk. Internal if the cipher fails.
    core::Result<std::string> seal(std::string_view chunk, Place place);
    /// The next chunk, of a file that is read. Protocol: it is not what was sealed at this place.
    core::Result<std::string> open(std::string_view sealed, Place place);

private:
    std::string nextNonce(Place place);

    core::Secret m_key;
    std::uint64_t m_counter = 0;
};

} // namespace crypto
