// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace core {

/// Cryptographically strong random bytes. Tests may put a counting fake in where a value must be
/// known.
class Random
{
public:
    virtual ~Random() = default;
    virtual void fill(char *bytes, std::size_t count) = 0;

    std::string bytes(std::size_t count);
    /// `byteCount` random bytes as base64url text: an identifier that nobody can guess.
    std::string identifier(std::size_t byteCount = 16);
};

/// OpenSSL's generator. Without randomness nothing of this program is safe, so a failure ends it.
class SystemRandom : public Random
{
public:
    void fill(char *bytes, std::size_t count) override;
};

} // namespace core
