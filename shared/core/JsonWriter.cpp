// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/JsonText.h"
#include "core/PrintableAscii.h"
#include "core/Unicode.h"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <cstdint>

namespace core {

namespace {

using nlohmann::json;

/// Marks a binary value, of which JSON has none, as prepared text.
constexpr std::uint64_t preparedText = 0x4a534f4e;

/// RFC 8259 §7; DEL needs no escape.
void appendEscaped(std::string &to, char character)
{
    constexpr std::string_view digits = "0123456789abcdef";
    switch (character) {
    case '"':
        to += "\\\"";
        return;
    case '\\':
        to += "\\\\";
        return;
    case '\b':
        to += "\\b";
        return;
    case '\f':
        to += "\\f";
        return;
    case '\n':
        to += "\\n";
        return;
    case '\r':
        to += "\\r";
        return;
    case '\t':
        to += "\\t";
        return;
    case '\x7f':
        to += character;
        return;
    default:
        to += "\\u00";
        to += digits[static_cast<unsigned char>(character) >> 4];
        to += digits[static_cast<unsigned char>(character) & 15];
    }
}

void appendText(std::string &to, std::string_view text)
{
    to += '"';
    std::size_t position = 0;
    while (position < text.size()) {
        const auto start = position;
        position += printableAsciiWithout<'"', '\\'>(text.substr(position));
        to += text.substr(start, position - start);
        if (position == text.size())
            break;
        const char next = text[position];
        if (next >= 0) {
            appendEscaped(to, next);
            ++position;
            continue;
        }
        const auto special = position;
        if (nextCodePoint(text, position))
            to += text.substr(special, position - special);
        else
            appendCodePoint(to, replacementCharacter);
    }
    to += '"';
}

template <typename Number>
void appendNumber(std::string &to, Number number)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    to.append(digits.data(), end);
}

void append(std::string &text, const json &value)
{
    const char *separator = "";
    switch (value.type()) {
    case json::value_t::object:
        text += '{';
        for (const auto &[name, member] : value.get_ref<const json::object_t &>()) {
            text += separator;
            separator = ",";
            appendText(text, name);
            text += ':';
            append(text, member);
        }
        text += '}';
        return;
    case json::value_t::array:
        text += '[';
        for (const auto &item : value) {
            text += separator;
            separator = ",";
            append(text, item);
        }
        text += ']';
        return;
    case json::value_t::string:
        return appendText(text, value.get_ref<const std::string &>());
    case json::value_t::boolean:
        text += value.get<bool>() ? "true" : "false";
        return;
    case json::value_t::number_integer:
        return appendNumber(text, value.get<std::int64_t>());
    case json::value_t::number_unsigned:
        return appendNumber(text, value.get<std::uint64_t>());
    case json::value_t::binary:
        if (const auto &bytes = value.get_binary(); bytes.subtype() == preparedText) {
            text.append(reinterpret_cast<const char *>(bytes.data()), bytes.size());
            return;
        }
        [[fallthrough]];
    default:
        text += value.dump();
    }
}

} // namespace

std::string writeJson(const json &value)
{
    constexpr std::size_t usualSize = 1024;
    std::string text;
    text.reserve(usualSize);
    append(text, value);
    return text;
}

json preparedJson(std::string_view text)
{
    const auto *const bytes = reinterpret_cast<const std::uint8_t *>(text.data());
    return json::binary({bytes, bytes + text.size()}, preparedText);
}

} // namespace core
