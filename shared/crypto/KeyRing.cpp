// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/KeyRing.h"

#include "core/Ascii.h"
#include "core/Base64.h"
#include "crypto/Hash.h"

#include <QtGlobal>

#include <algorithm>
#include <optional>
#include <utility>

namespace crypto {

namespace {

constexpr std::size_t maximumKeyIdLength = 16;

using i18n::Text;

i18n::Failure problem(const char *sentence, std::vector<Text> arguments = {})
{
    return {core::ErrorKind::InvalidArgument, Text(sentence, std::move(arguments))};
}

Text number(std::size_t value)
{
    return Text::verbatim(std::to_string(value));
}

bool isKeyId(std::string_view text)
{
    constexpr auto isAllowed = [](char c) {
        return core::isLetter(c) || core::isDigit(c) || c == '_' || c == '-';
    };
    return !text.empty() && text.size() <= maximumKeyIdLength
           && std::ranges::all_of(text, isAllowed);
}

/// `variable` is where the key stands, as the beginning of a sentence.
core::Result<core::Secret, i18n::Failure> parseKey(const Text &variable, std::string_view text)
{
    if (text.find_first_of("-_") != std::string_view::npos)
        return problem(QT_TRANSLATE_NOOP("pages",
                                         "%1 is not standard base64 (it has the '-' or '_' of the "
                                         "URL-safe form): write '+' and '/' instead, or make a "
                                         "new key with 'mail_mcp keygen'."),
                       {variable});
    std::optional<std::string> bytes = core::decodeBase64(text);
    if (!bytes)
        return problem(QT_TRANSLATE_NOOP("pages",
                                         "%1 is not base64 (44 characters that end in '=' are "
                                         "expected); make one with 'mail_mcp keygen'."),
                       {variable});
    const std::size_t size = bytes->size();
    core::Secret key(std::move(*bytes));
    if (size != KeyRing::keySize)
        return problem(QT_TRANSLATE_NOOP("pages", "%1 holds %2 bytes, but the key must have %3; "
                                                  "make one with 'mail_mcp keygen'."),
                       {variable, number(size), number(KeyRing::keySize)});
    const std::string_view view = key.reveal();
    if (view.find_first_not_of(view.front()) == std::string_view::npos)
        return problem(QT_TRANSLATE_NOOP("pages", "%1 is one byte repeated, which is no secret; "
                                                  "make one with 'mail_mcp keygen'."),
                       {variable});
    return key;
}

} // namespace

KeyRing::KeyRing(std::vector<Key> keys)
    : m_keys(std::move(keys))
{}

core::Result<KeyRing, i18n::Failure> KeyRing::parse(std::string_view encryptionKey,
                                                    std::string_view encryptionKeys)
{
    std::vector<Key> keys;
    for (std::string_view rest = encryptionKeys; !rest.empty();) {
        const std::size_t comma = rest.find(',');
        const std::string_view entry = rest.substr(0, comma);
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
        const std::size_t colon = entry.find(':');
        if (colon == std::string_view::npos || (comma != std::string_view::npos && rest.empty()))
            return problem(QT_TRANSLATE_NOOP("pages", "ENCRYPTION_KEYS must be a list of NAME:KEY, "
                                                      "separated by commas without spaces."));
        const std::string id(entry.substr(0, colon));
        if (!isKeyId(id))
            return problem(QT_TRANSLATE_NOOP("pages",
                                             "ENCRYPTION_KEYS has a key without a usable name: "
                                             "give each 1 to 16 letters, digits, '-' or '_'."));
        const Text place(QT_TRANSLATE_NOOP("pages", "ENCRYPTION_KEYS, key '%1',"),
                         {Text::verbatim(id)});
        auto key = parseKey(place, entry.substr(colon + 1));
        if (!key)
            return key.error();
        keys.push_back({.id = id, .bytes = std::move(*key)});
    }
    if (!encryptionKey.empty()) {
        auto key = parseKey(Text::verbatim("ENCRYPTION_KEY"), encryptionKey);
        if (!key)
            return key.error();
        keys.push_back({.id = std::string(defaultKeyId), .bytes = std::move(*key)});
    }
    if (keys.empty())
        return problem(QT_TRANSLATE_NOOP("pages", "ENCRYPTION_KEY is empty, but it seals every "
                                                  "token; make one with 'mail_mcp keygen'."));
    if (keys.size() > maximumKeys)
        return problem(QT_TRANSLATE_NOOP("pages", "ENCRYPTION_KEYS has more than %1 keys; drop "
                                                  "those whose tokens have all expired."),
                       {number(maximumKeys)});
    for (std::size_t i = 0; i < keys.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (keys[i].id == keys[j].id)
                return problem(QT_TRANSLATE_NOOP("pages",
                                                 "ENCRYPTION_KEYS names the key '%1' twice "
                                                 "('default' is the name of ENCRYPTION_KEY); "
                                                 "give each key its own name."),
                               {Text::verbatim(keys[i].id)});
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
