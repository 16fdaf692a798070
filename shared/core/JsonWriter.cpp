// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/JsonWriter.h"

#include "core/JsonText.h"
#include "core/PrintableAscii.h"
#include "core/Unicode.h"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <numeric>

namespace core {

namespace {

using nlohmann::json;

/// Marks a binary value, of which JSON has none, as prepared text.
constexpr std::uint64_t preparedText = 0x4a534f4e;

/// Copies the beginning of `text` up to the first character that is neither printable ASCII nor
/// escaped by a single backslash, and returns its length. JSON within JSON has a quotation mark
/// every few bytes, so that pieces between them are too short to be worth a call each.
std::size_t appendPlain(std::string &to, std::string_view text)
{
    std::array<char, 1024> copy; // NOLINT(cppcoreguidelines-pro-type-member-init): written first
    std::size_t length = 0;
    std::size_t position = 0;
    while (position < text.size()) {
        if (length + 2 * printableAsciiStep > copy.size()) {
            to.append(copy.data(), length);
            length = 0;
        }
        if (text.size() - position >= printableAsciiStep) {
            const char *const from = text.data() + position;
            // All of them, because that costs less than as many as are plain.
            std::memcpy(copy.data() + length, from, printableAsciiStep);
            const auto plain = printableAsciiStepWithout<'"', '\\'>(from);
            length += plain;
            position += plain;
            if (plain == printableAsciiStep)
                continue;
        }
        const char c = text[position];
        if (c == '"' || c == '\\')
            copy[length++] = '\\';
        else if (!isPrintableAsciiWithout<>(c))
            break;
        copy[length++] = c;
        ++position;
    }
    to.append(copy.data(), length);
    return position;
}

/// What appendPlain() leaves of ASCII (RFC 8259 §7); DEL needs no escape.
void appendEscaped(std::string &to, char character)
{
    constexpr std::string_view digits = "0123456789abcdef";
    switch (character) {
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

/// How many bytes a text has when it is escaped, about: a quarter more where the text is JSON.
std::size_t escapedBytes(std::string_view text)
{
    return text.size() + text.size() / 4;
}

void appendText(std::string &to, std::string_view text)
{
    constexpr std::size_t large = 1024;
    if (text.size() >= large)
        to.reserve(to.size() + escapedBytes(text));
    to += '"';
    std::size_t position = 0;
    while (position < text.size()) {
        position += appendPlain(to, text.substr(position));
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
        if (isPreparedJson(value)) {
            const auto &bytes = value.get_binary();
            text.append(reinterpret_cast<const char *>(bytes.data()), bytes.size());
            return;
        }
        [[fallthrough]];
    default:
        text += value.dump();
    }
}

/// How many bytes append() writes, about.
std::size_t writtenBytes(const json &value)
{
    constexpr std::size_t separators = 4;
    constexpr std::size_t number = 8;
    switch (value.type()) {
    case json::value_t::object: {
        std::size_t bytes = separators;
        for (const auto &[name, member] : value.get_ref<const json::object_t &>())
            bytes += name.size() + separators + writtenBytes(member);
        return bytes;
    }
    case json::value_t::array:
        return std::accumulate(value.begin(), value.end(), separators,
                               [](std::size_t bytes, const json &item) {
                                   return bytes + separators + writtenBytes(item);
                               });
    case json::value_t::string:
        return escapedBytes(value.get_ref<const std::string &>()) + separators;
    case json::value_t::binary:
        return value.get_binary().size();
    default:
        return number;
    }
}

} // namespace

std::string writeJson(const json &value)
{
    std::string text;
    text.reserve(writtenBytes(value)); // growing would copy what is long again
    append(text, value);
    return text;
}

json preparedJson(std::string_view text)
{
    const auto *const bytes = reinterpret_cast<const std::uint8_t *>(text.data());
    return json::binary({bytes, bytes + text.size()}, preparedText);
}

bool isPreparedJson(const json &value)
{
    return value.is_binary() && value.get_binary().has_subtype()
           && value.get_binary().subtype() == preparedText;
}

JsonWriter::JsonWriter(std::size_t room)
{
    m_text.reserve(room);
}

void JsonWriter::separate()
{
    if (m_isBehindValue)
        m_text += ',';
    m_isBehindValue = true;
}

void JsonWriter::begin(char bracket)
{
    separate();
    m_text += bracket;
    m_isBehindValue = false;
}

void JsonWriter::end(char bracket)
{
    m_text += bracket;
    m_isBehindValue = true;
}

void JsonWriter::beginObject()
{
    begin('{');
}

void JsonWriter::endObject()
{
    end('}');
}

void JsonWriter::beginArray()
{
    begin('[');
}

void JsonWriter::endArray()
{
    end(']');
}

void JsonWriter::name(std::string_view name)
{
    separate();
    m_text += '"';
    m_text += name;
    m_text += "\":";
    m_isBehindValue = false;
}

void JsonWriter::text(std::string_view text)
{
    separate();
    appendText(m_text, text);
}

void JsonWriter::number(std::uint64_t number)
{
    separate();
    appendNumber(m_text, number);
}

void JsonWriter::null()
{
    separate();
    m_text += "null";
}

json JsonWriter::prepared() const
{
    return preparedJson(m_text);
}

} // namespace core
