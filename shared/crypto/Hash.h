// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Secret.h"

#include <cstddef>
#include <string>
#include <string_view>

/// The few cryptographic building blocks of this program, all on OpenSSL's EVP interface.
namespace crypto {

inline constexpr std::size_t sha256Size = 32;

/// The 32 raw bytes of SHA-256 (FIPS 180-4).
std::string sha256(std::string_view bytes);

/// The 32 raw bytes of HMAC-SHA-256 (RFC 2104).
std::string hmacSha256(std::string_view key, std::string_view bytes);

/// HKDF-SHA-256, extract and expand (RFC 5869 §2). `length` is at most 255 × 32.
core::Secret hkdfSha256(std::string_view inputKey, std::string_view salt, std::string_view info,
                        std::size_t length = sha256Size);

} // namespace crypto
