// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace crypto {

/// Counts what a key seals. IVs are random, so a key that has sealed 2^32 texts must not seal
/// another one (NIST SP 800-38D §8.3).
class SealCounter
{
public:
    SealCounter() = default;
    SealCounter(const SealCounter &) = delete;
    SealCounter &operator=(const SealCounter &) = delete;
    virtual ~SealCounter() = default;

    /// Counts one more. False: it must not be sealed.
    virtual bool count(std::string_view keyId) = 0;
};

} // namespace crypto
