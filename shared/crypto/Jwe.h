// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Random.h"
#include "core/Result.h"
#include "core/Secret.h"
#include "crypto/KeyRing.h"

#include <string>
#include <string_view>
#include <vector>

namespace crypto {

/// Seals and opens tokens of one kind: JWE compact serialisation with "dir" and "A256GCM" (RFC 7516
/// §3.1, RFC 7518 §4.5 and §5.3), and nothing else.
///
/// The protected header of a token is never parsed. There is one exact header for each key of the
/// ring and it is compared as text: algorithms, compression, critical extensions and key URLs
/// cannot be chosen by whoever sends a token, and the header alone decides which one key is used.
/// Each kind has its own subkey, so a token of one kind cannot pass for another.
///
/// Thread-safe while nothing is assigned to it.
class Jwe
{
public:
    static constexpr std::size_t maximumTokenSize = 8192;

    /// Header {"alg":"dir","enc":"A256GCM","kid":"…","typ":"<kind>"}; `kind` is our own constant
    /// of [a-z_].
    Jwe(const KeyRing &ring, std::string_view kind);

    /// Tokens of earlier servers: header {"alg":"dir","enc":"A256GCM"} and the raw key. Without a
    /// key nothing is recognised.
    static Jwe legacy(const KeyRing::Key *key);

    /// Has a header of this kind. Says nothing about whether the token is genuine.
    bool recognises(std::string_view token) const;

    /// TooLarge when the token would exceed maximumTokenSize.
    core::Result<std::string> seal(std::string_view plaintext, core::Random &random) const;

    /// The key that seals; empty for legacy tokens.
    const std::string &sealingKeyId() const { return m_entries.front().keyId; }

    /// The plaintext of a genuine token. Whatever is wrong, the error is the same.
    core::Result<core::Secret> open(std::string_view token) const;

    /// The one error that a token which is not genuine, not current or not for this place leads to.
    static core::Error invalidToken();

private:
    struct Entry
    {
        std::string keyId;
        std::string encodedHeader; ///< base64url, as it stands before the first dot
        core::Secret key;
    };

    Jwe() = default;
    const Entry *entryFor(std::string_view token) const;

    std::vector<Entry> m_entries; ///< the first one seals
};

} // namespace crypto
