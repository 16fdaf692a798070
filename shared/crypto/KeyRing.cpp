// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/KeyRing.h"

#include "core/Ascii.h"
#include "core/Base64.h"
#include "crypto/Hash.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace crypto {

namespace {

constexpr std::size_t maximumKeyIdLength = 16;

core::Error problem(std::string_view variable, std::string_view sentence)
{
    return {core::ErrorKind::InvalidArgument,
            std::string(variable) + ' ' + std::string(sentence) + '.'};
}

bool isKeyId(std::string_view text)
{
    constexpr auto isAllowed = [](char c) {
        return core::isLetter(c) || core::isDigit(c) || c == '_' || c == '-';
    };
    return !text.empty() && text.size() <= maximumKeyIdLength
           && std::ranges::all_of(text, isAllowed);
}

core::Result<core::Secret> parseKey(std::string_view variable, std::string_view text)
{
    constexpr std::string_view makeOne = "; make one with 'mail_mcp keygen'";
    if (text.find_first_of("-_") != std::string_view::npos)
        return problem(variable, "is not standard base64 (it has the '-' or '_' of the URL-safe "
                                 "form): write '+' and '/' instead, or make a new key with "
                                 "'mail_mcp keygen'");
    std::optional<std::string> bytes = core::decodeBase64(text);
    if (!bytes)
        return problem(variable, "is not base64 (44 characters that end in '=' are expected)"
                                     + std::string(makeOne));
    const std::size_t size = bytes->size();
    core::Secret key(std::move(*bytes));
    if (size != KeyRing::keySize)
        return problem(variable, "holds " + std::to_string(size) + " bytes, but the key must have "
                                     + std::to_string(KeyRing::keySize) + std::string(makeOne));
    const std::string_view view = key.reveal();
    if (view.find_first_not_of(view.front()) == std::string_view::npos)
        return problem(variable, "is one byte repeated, which is no secret" + std::string(makeOne));
    return key;
}

} // namespace

KeyRing::KeyRing(std::vector<Key> keys)
    : m_keys(std::move(keys))
{}

core::Result<KeyRing> KeyRing::parse(std::string_view encryptionKey,
                                     std::string_view encryptionKeys)
{
    std::vector<Key> keys;
    for (std::string_view rest = encryptionKeys; !rest.empty();) {
        const std::size_t comma = rest.find(',');
        const std::string_view entry = rest.substr(0, comma);
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
        const std::size_t colon = entry.find(':');
        if (colon == std::string_view::npos || (comma != std::string_view::npos && rest.empty()))
            return problem("ENCRYPTION_KEYS", "must be a list of NAME:KEY, separated by commas "
                                              "without spaces");
        const std::string_view id = entry.substr(0, colon);
        if (!isKeyId(id))
            return problem("ENCRYPTION_KEYS",
                           "has a key without a usable name: give each 1 to 16 letters, digits, "
                           "'-' or '_'");
        const std::string variable = "ENCRYPTION_KEYS, key '" + std::string(id) + "',";
        core::Result<core::Secret> key = parseKey(variable, entry.substr(colon + 1));
        if (!key)
            return key.error();
        keys.push_back({.id = std::string(id), .bytes = std::move(*key)});
    }
    if (!encryptionKey.empty()) {
        core::Result<core::Secret> key = parseKey("ENCRYPTION_KEY", encryptionKey);
        if (!key)
            return key.error();
        keys.push_back({.id = std::string(defaultKeyId), .bytes = std::move(*key)});
    }
    if (keys.empty())
        return problem("ENCRYPTION_KEY",
                       "is empty, but it seals every token; make one with 'mail_mcp keygen'");
    if (keys.size() > maximumKeys)
        return problem("ENCRYPTION_KEYS", "has more than " + std::to_string(maximumKeys)
                                              + " keys; drop those whose tokens have all expired");
    for (std::size_t i = 0; i < keys.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (keys[i].id == keys[j].id)
                return problem("ENCRYPTION_KEYS",
                               "names the key '" + keys[i].id
                                   + "' twice ('default' is the name of ENCRYPTION_KEY); give "
                                     "each key its own name");
        }
    }
    return KeyRing(std::move(keys));
}

const KeyRing::Key *KeyRing::legacyKey() const
{
    const auto found = std::ranges::find(m_keys, defaultKeyId, &Key::id);
    return found == m_keys.end() ? nullptr : &*found;
}

core::Secret deriveKey(const KeyRing::Key &key, std::string_view purpose)
{
    return hkdfSha256(key.bytes.reveal(), "mailmcp/1", purpose);
}

} // namespace crypto
