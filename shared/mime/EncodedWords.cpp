// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/EncodedWords.h"

#include "core/Ascii.h"
#include "core/Base64.h"

#include <algorithm>

namespace mime {

namespace {

bool isCharsetCharacter(char character)
{
    return core::isLetter(character) || core::isDigit(character) || character == '-'
           || character == '_' || character == '.' || character == ':';
}

bool isFoldingBlank(char character)
{
    return core::isBlank(character) || character == '\r' || character == '\n';
}

/// Printable ASCII without the blank: there is nothing else in a word (RFC 2047 §2).
bool isWordCharacter(char character)
{
    return character > ' ' && character < '\x7f' && character != '?';
}

/// RFC 2047 §4.2
std::optional<std::string> decodeQ(std::string_view text)
{
    std::string bytes;
    bytes.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '=') {
            bytes += text[i] == '_' ? ' ' : text[i];
            continue;
        }
        if (i + 2 >= text.size())
            return std::nullopt;
        const auto high = core::hexValue(text[i + 1]);
        const auto low = core::hexValue(text[i + 2]);
        if (!high || !low)
            return std::nullopt;
        bytes += static_cast<char>(*high * 16 + *low);
        i += 2;
    }
    return bytes;
}

std::optional<std::string> decodeWord(char encoding, std::string_view text)
{
    switch (core::toLower(encoding)) {
    case 'b':
        return core::decodeBase64(text);
    case 'q':
        return decodeQ(text);
    default:
        return std::nullopt;
    }
}

} // namespace

/// Every word of ISO-2022 ends in ASCII (RFC 2047 §3), so at a seam one escape sequence follows
/// another. The converter takes that for an attack and puts a replacement character there.
void append(std::vector<EncodedRun> &runs, std::string_view charset, std::string_view bytes)
{
    constexpr std::string_view toAscii = "\x1b(B";
    auto name = core::toLower(charset);
    if (runs.empty() || runs.back().charset != name)
        runs.push_back({.charset = std::move(name), .bytes = {}});
    auto &run = runs.back();
    if (run.bytes.ends_with(toAscii) && bytes.starts_with('\x1b'))
        run.bytes.resize(run.bytes.size() - toAscii.size());
    run.bytes += bytes;
}

std::optional<std::vector<EncodedRun>> decodeEncodedWords(std::string_view text)
{
    std::vector<EncodedRun> runs;
    while (!text.empty()) {
        if (!text.starts_with("=?"))
            return std::nullopt;
        text.remove_prefix(2);
        const auto charset = text.substr(0, text.find('?'));
        text.remove_prefix(charset.size());
        if (charset.empty() || !std::ranges::all_of(charset, isCharsetCharacter) || text.size() < 3
            || text[2] != '?')
            return std::nullopt;
        const char encoding = text[1];
        text.remove_prefix(3);
        const auto end = text.find("?=");
        if (end == 0 || end == std::string_view::npos
            || !std::ranges::all_of(text.substr(0, end), isWordCharacter))
            return std::nullopt;
        const auto bytes = decodeWord(encoding, text.substr(0, end));
        if (!bytes)
            return std::nullopt;
        append(runs, charset, *bytes);
        text.remove_prefix(end + 2);
        if (!text.empty() && !isFoldingBlank(text.front()))
            return std::nullopt;
        while (!text.empty() && isFoldingBlank(text.front()))
            text.remove_prefix(1);
    }
    return runs;
}

} // namespace mime
