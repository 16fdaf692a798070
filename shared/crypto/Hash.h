// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Secret.h"

#include <cstddef>
#include <string>
#include <string_view>

struct evp_md_ctx_st; // OpenSSL's EVP_MD_CTX

/// The few cryptographic building blocks of this program, all on OpenSSL's EVP interface.
namespace crypto {

inline constexpr std::size_t sha256Size = 32;

/// The 32 raw bytes of SHA-256 (FIPS 180-4).
std::string sha256(std::string_view bytes);

/// SHA-256 of what comes in pieces.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;

    void add(std::string_view bytes);
    /// The 32 raw bytes, once.
    std::string digest();

private:
    evp_md_ctx_st *m_context;
};

/// Lower-case hexadecimal, as hashes are written.
std::string hexadecimal(std::string_view bytes);

/// The 32 raw bytes of HMAC-SHA-256 (RFC 2104).
std::string hmacSha256(std::string_view key, std::string_view bytes);

/// HKDF-SHA-256, extract and expand (RFC 5869 §2). `length` is at most 255 × 32.
core::Secret hkdfSha256(std::string_view inputKey, std::string_view salt, std::string_view info,
                        std::size_t length = sha256Size);

} // namespace crypto
