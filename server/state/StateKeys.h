// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "core/Random.h"
#include "core/Result.h"
#include "core/Secret.h"
#include "crypto/Jwe.h"
#include "crypto/KeyRing.h"

#include <string>
#include <string_view>

namespace state {

/// Turns what names something (a token id, a family, a client, an address) into what is stored in
/// its place: HMAC-SHA-256 under a key of the store. Thread-safe.
class StateKeys
{
public:
    static constexpr std::size_t keySize = 32;

    explicit StateKeys(core::Secret key);

    /// What seals the key for the store to keep, so that it survives the rotation of
    /// ENCRYPTION_KEY.
    static crypto::Jwe sealer(const crypto::KeyRing &ring);
    core::Result<std::string> sealed(const crypto::Jwe &sealer, core::Random &random) const;

    std::string claim(std::string_view kind, std::string_view id) const;
    std::string family(std::string_view id) const;
    std::string client(std::string_view hash) const;
    std::string bucket(std::string_view purpose, std::string_view key) const;
    std::string send(std::string_view id) const;
    std::string content(std::string_view text) const;
    std::string sealingKey(std::string_view keyId) const;
    std::string other(std::string_view purpose, std::string_view text) const;

private:
    std::string hash(std::string_view table, std::string_view kind, std::string_view value) const;

    core::Secret m_key;
};

/// How an administrator names a client: the beginning of its stored key, in hexadecimal.
std::string handleOf(std::string_view clientKey);

/// NotFound: no client has the handle.
core::Error noSuchClient();

} // namespace state
