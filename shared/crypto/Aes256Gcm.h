// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Secret.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// AES-256-GCM (NIST SP 800-38D) with nonces of 96 and tags of 128 bits, and nothing else. Nobody
/// may use a nonce twice with the same key; that is the business of whoever makes it.
namespace crypto::aes256gcm {

constexpr std::size_t nonceSize = 12;
constexpr std::size_t tagSize = 16;

/// What is encrypted, and what proves that it is genuine.
struct Sealed
{
    std::string ciphertext; ///< as long as the plaintext
    std::string tag;        ///< tagSize bytes
};

/// `associated` is not encrypted, but protected as well. Nothing if OpenSSL fails.
std::optional<Sealed> seal(const core::Secret &key, std::string_view nonce,
                           std::string_view associated, std::string_view plaintext);

/// The plaintext. Nothing if anything is not genuine, a nonce or a tag of another size included:
/// OpenSSL would take a shorter tag and compare only that much of it.
std::optional<std::string> open(const core::Secret &key, std::string_view nonce,
                                std::string_view associated, std::string_view ciphertext,
                                std::string_view tag);

} // namespace crypto::aes256gcm
