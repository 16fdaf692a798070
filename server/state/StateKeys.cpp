// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/StateKeys.h"

#include "crypto/Hash.h"

#include <utility>

namespace state {

StateKeys::StateKeys(core::Secret key)
    : m_key(std::move(key))
{}

crypto::Jwe StateKeys::sealer(const crypto::KeyRing &ring)
{
    return {ring, "state_key"};
}

core::Result<std::string> StateKeys::sealed(const crypto::Jwe &sealer, core::Random &random) const
{
    return sealer.seal(m_key.reveal(), random);
}

std::string StateKeys::claim(std::string_view kind, std::string_view id) const
{
    return hash("claim", kind, id);
}

std::string StateKeys::family(std::string_view id) const
{
    return hash("family", {}, id);
}

std::string StateKeys::client(std::string_view hashOfClient) const
{
    return hash("client", {}, hashOfClient);
}

std::string StateKeys::bucket(std::string_view purpose, std::string_view key) const
{
    return hash("bucket", purpose, key);
}

std::string StateKeys::send(std::string_view id) const
{
    return hash("send", {}, id);
}

std::string StateKeys::content(std::string_view text) const
{
    return hash("content", {}, text);
}

std::string StateKeys::sealingKey(std::string_view keyId) const
{
    return hash("sealing-key", {}, keyId);
}

std::string StateKeys::other(std::string_view purpose, std::string_view text) const
{
    return hash("other", purpose, text);
}

std::string StateKeys::hash(std::string_view table, std::string_view kind,
                            std::string_view value) const
{
    // Tables and kinds are our own literals without a NUL, so no two inputs join to one text.
    std::string text;
    text.reserve(table.size() + kind.size() + value.size() + 2);
    text.append(table).append(1, '\0').append(kind).append(1, '\0').append(value);
    return crypto::hmacSha256(m_key.reveal(), text);
}

std::string handleOf(std::string_view clientKey)
{
    constexpr std::size_t handleBytes = 8;
    constexpr std::string_view digits = "0123456789abcdef";
    std::string handle;
    for (const char byte : clientKey.substr(0, handleBytes)) {
        handle += digits[static_cast<unsigned char>(byte) >> 4];
        handle += digits[static_cast<unsigned char>(byte) & 15];
    }
    return handle;
}

core::Error noSuchClient()
{
    return {core::ErrorKind::NotFound,
            "no client has this handle; 'mail_mcp clients list' shows those there are"};
}

} // namespace state
