// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Base64.h"

#include <array>
#include <cstdint>

namespace core {

namespace {

constexpr std::string_view urlAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view plainAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

using Table = std::array<std::int8_t, 256>;

constexpr Table makeTable(std::string_view alphabet)
{
    Table table{};
    table.fill(-1);
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        table[static_cast<unsigned char>(alphabet[i])] = static_cast<std::int8_t>(i);
    return table;
}

constexpr Table urlTable = makeTable(urlAlphabet);
constexpr Table plainTable = makeTable(plainAlphabet);

std::string encode(std::string_view bytes, std::string_view alphabet)
{
    std::string text;
    text.reserve((bytes.size() * 4 + 2) / 3 + 2);
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const char byte : bytes) {
        buffer = (buffer << 8) | static_cast<unsigned char>(byte);
        bits += 8;
        while (bits >= 6) {
            bits -= 6;
            text += alphabet[(buffer >> bits) & 63];
        }
    }
    if (bits > 0)
        text += alphabet[(buffer << (6 - bits)) & 63];
    return text;
}

/// The 24 bits of four characters; negative if one is not in the alphabet.
int groupOf(std::string_view text, const Table &table)
{
    const auto at = [&](std::size_t index) {
        return int{table[static_cast<unsigned char>(text[index])]};
    };
    const int values = at(0) | at(1) | at(2) | at(3);
    return values < 0 ? values : at(0) << 18 | at(1) << 12 | at(2) << 6 | at(3);
}

std::optional<std::string> decode(std::string_view text, const Table &table)
{
    if (text.size() % 4 == 1)
        return std::nullopt;
    std::string bytes(text.size() / 4 * 3, '\0');
    char *next = bytes.data();
    for (; text.size() >= 4; text.remove_prefix(4)) {
        const int group = groupOf(text, table);
        if (group < 0)
            return std::nullopt;
        *next++ = static_cast<char>(group >> 16);
        *next++ = static_cast<char>(group >> 8);
        *next++ = static_cast<char>(group);
    }
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const char character : text) {
        const auto value = table[static_cast<unsigned char>(character)];
        if (value < 0)
            return std::nullopt;
        buffer = (buffer << 6) | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>((buffer >> bits) & 255);
        }
    }
    // Left-over bits must be zero, or two texts would mean the same bytes.
    if ((buffer & ((1U << bits) - 1)) != 0)
        return std::nullopt;
    return bytes;
}

} // namespace

std::string encodeBase64Url(std::string_view bytes)
{
    return encode(bytes, urlAlphabet);
}

std::optional<std::string> decodeBase64Url(std::string_view text)
{
    return decode(text, urlTable);
}

std::string encodeBase64(std::string_view bytes)
{
    std::string text = encode(bytes, plainAlphabet);
    while (text.size() % 4 != 0)
        text += '=';
    return text;
}

std::optional<std::string> decodeBase64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    for (int i = 0; i < 2 && text.ends_with('='); ++i)
        text.remove_suffix(1);
    return decode(text, plainTable);
}

} // namespace core
