// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Secret.h"
#include "i18n/Failure.h"

#include <string>
#include <string_view>
#include <vector>

namespace crypto {

/// The master keys. The first one seals, all of them open, and a token says by its key identifier
/// (kid) which single one it needs. Nothing is ever tried with a second key.
///
/// To rotate: put a new key in front, wait until the tokens of the old one have expired (or revoke
/// them), then drop the old one.
class KeyRing
{
public:
    static constexpr std::size_t keySize = 32;
    static constexpr std::size_t maximumKeys = 8;
    /// The identifier of the key in ENCRYPTION_KEY. That key also opens tokens without a kid: those
    /// that earlier servers sealed with the same ENCRYPTION_KEY.
    static constexpr std::string_view defaultKeyId = "default";

    struct Key
    {
        std::string id; ///< 1 to 16 characters of [A-Za-z0-9_-]
        core::Secret bytes;
    };

    /// `encryptionKey` is the text of ENCRYPTION_KEY (base64 of 32 bytes), `encryptionKeys` that of
    /// ENCRYPTION_KEYS ("kid:base64,kid:base64"); either may be empty, not both. With both, the
    /// first of ENCRYPTION_KEYS seals and ENCRYPTION_KEY opens as "default". An error is one
    /// sentence that names the variable, what is wrong with it and what to do, and never shows it.
    static core::Result<KeyRing, i18n::Failure> parse(std::string_view encryptionKey,
                                                      std::string_view encryptionKeys);

    /// The key that new tokens are sealed with.
    const Key &sealingKey() const { return m_keys.front(); }
    const std::vector<Key> &keys() const { return m_keys; }
    /// The key of tokens without a kid; null when this ring has none.
    const Key *legacyKey() const;

private:
    explicit KeyRing(std::vector<Key> keys);

    std::vector<Key> m_keys;
};

/// A key for one purpose, so that what is made for one is worthless for another:
/// HKDF-SHA-256(key, salt = "mailmcp/1", info = purpose).
core::Secret deriveKey(const KeyRing::Key &key, std::string_view purpose);

} // namespace crypto
