// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Parameter.h"

#include "core/Ascii.h"
#include "mime/Charset.h"
#include "mime/HeaderText.h"

#include <array>
#include <charconv>

namespace mime {

namespace {

constexpr std::size_t maximumParameters = 128;

/// A piece of a value: `name*3*` is number 3, percent-encoded.
struct Piece
{
    const std::string *value = nullptr;
    bool isEncoded = false;
};

/// What stands behind the name: "" or "*" or "*<number>" or "*<number>*" (RFC 2231 §7).
struct Suffix
{
    std::optional<unsigned> number;
    bool isEncoded = false;
};

std::optional<Suffix> parseSuffix(std::string_view text)
{
    Suffix suffix;
    if (text.empty())
        return suffix;
    if (text.front() != '*')
        return {};
    if (text.size() == 1) {
        suffix.isEncoded = true;
        return suffix;
    }
    text.remove_prefix(1);
    if (text.ends_with('*')) {
        suffix.isEncoded = true;
        text.remove_suffix(1);
    }
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return {};
    suffix.number = number;
    return suffix;
}

std::string percentDecoded(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isEscape = text[i] == '%' && i + 2 < text.size();
        const auto high = isEscape ? core::hexValue(text[i + 1]) : std::nullopt;
        const auto low = isEscape ? core::hexValue(text[i + 2]) : std::nullopt;
        if (high && low) {
            result += static_cast<char>(*high * 16 + *low);
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

/// charset'language'text; the charset alone is of use.
std::string_view takeCharset(std::string_view &value)
{
    const std::size_t first = value.find('\'');
    const std::size_t second =
        first == std::string_view::npos ? first : value.find('\'', first + 1);
    if (second == std::string_view::npos)
        return {};
    const std::string_view charset = value.substr(0, first);
    value.remove_prefix(second + 1);
    return charset;
}

std::string joined(const std::array<Piece, maximumParameters> &pieces)
{
    std::string bytes;
    std::string_view charset;
    bool isEncoded = false;
    for (std::size_t i = 0; i < pieces.size() && pieces.at(i).value != nullptr; ++i) {
        std::string_view value = *pieces.at(i).value;
        if (i == 0 && pieces.at(i).isEncoded)
            charset = takeCharset(value);
        isEncoded = isEncoded || pieces.at(i).isEncoded;
        bytes += pieces.at(i).isEncoded ? percentDecoded(value) : std::string(value);
    }
    return isEncoded ? singleLine(toUtf8(bytes, charset)) : decodeHeaderText(bytes);
}

/// A token or a quoted string; moves behind it.
std::string takeValue(std::string_view text, std::size_t &position)
{
    std::string value;
    if (position < text.size() && text[position] == '"') {
        ++position;
        while (position < text.size() && text[position] != '"') {
            if (text[position] == '\\' && position + 1 < text.size())
                ++position;
            value += text[position++];
        }
        ++position;
        return value;
    }
    const std::size_t end = std::min(text.find(';', position), text.size());
    value = core::trimmed(text.substr(position, end - position));
    position = end;
    return value;
}

} // namespace

ParameterisedValue parseParameterised(std::string_view field)
{
    ParameterisedValue result;
    std::size_t position = std::min(field.find(';'), field.size());
    result.value = core::toLower(core::trimmed(field.substr(0, position)));
    while (position < field.size() && result.parameters.size() < maximumParameters) {
        ++position; // the semicolon
        const std::size_t equals = field.find_first_of("=;", position);
        if (equals == std::string_view::npos)
            break;
        if (field[equals] == ';') {
            position = equals;
            continue;
        }
        Parameter parameter{
            .name = core::toLower(core::trimmed(field.substr(position, equals - position))),
            .value = {}};
        position = std::min(field.find_first_not_of(" \t\r\n", equals + 1), field.size());
        parameter.value = takeValue(field, position);
        result.parameters.push_back(std::move(parameter));
        position = std::min(field.find(';', position), field.size());
    }
    return result;
}

std::optional<std::string> decodeParameter(const std::vector<Parameter> &parameters,
                                           std::string_view name)
{
    const std::string *plain = nullptr;
    const std::string *extended = nullptr;
    std::array<Piece, maximumParameters> pieces;
    for (const auto &parameter : parameters) {
        if (!core::equalsIgnoringCase(std::string_view(parameter.name).substr(0, name.size()),
                                      name))
            continue;
        const auto suffix = parseSuffix(std::string_view(parameter.name).substr(name.size()));
        if (!suffix)
            continue;
        if (suffix->number) {
            if (*suffix->number < pieces.size() && pieces.at(*suffix->number).value == nullptr)
                pieces.at(*suffix->number) = {.value = &parameter.value,
                                              .isEncoded = suffix->isEncoded};
        } else if (suffix->isEncoded) {
            extended = extended != nullptr ? extended : &parameter.value;
        } else {
            plain = plain != nullptr ? plain : &parameter.value;
        }
    }
    if (extended != nullptr) {
        std::array<Piece, maximumParameters> alone;
        alone[0] = {.value = extended, .isEncoded = true};
        return joined(alone);
    }
    if (pieces[0].value != nullptr)
        return joined(pieces);
    if (plain != nullptr)
        return decodeHeaderText(*plain);
    return {};
}

} // namespace mime
