// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/EnvFile.h"

#include "core/Ascii.h"

#include <algorithm>
#include <optional>
#include <unistd.h>

namespace config {

namespace {

using core::Error;
using core::ErrorKind;

bool isName(std::string_view name)
{
    return !name.empty() && !core::isDigit(name.front()) && std::ranges::all_of(name, [](char c) {
        return core::isLetter(c) || core::isDigit(c) || c == '_';
    });
}

/// A text in quotes, and what stands behind it.
struct Quoted
{
    std::string value;
    std::string_view rest;
};

/// `text` begins behind the first quote.
std::optional<Quoted> readDoublyQuoted(std::string_view text)
{
    std::string value;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"')
            return Quoted{.value = std::move(value), .rest = text.substr(i + 1)};
        if (text[i] == '\\' && i + 1 < text.size()) {
            const char escaped = text[++i];
            value += escaped == 'n' ? '\n' : escaped;
        } else {
            value += text[i];
        }
    }
    return std::nullopt;
}

/// The same.
std::optional<Quoted> readSinglyQuoted(std::string_view text)
{
    const auto end = text.find('\'');
    if (end == std::string_view::npos)
        return std::nullopt;
    return Quoted{.value = std::string(text.substr(0, end)), .rest = text.substr(end + 1)};
}

/// The error is the end of a sentence about the value.
core::Result<std::string> parseValue(std::string_view text)
{
    const bool isDoublyQuoted = text.starts_with('"');
    if (!isDoublyQuoted && !text.starts_with('\''))
        return std::string(core::trimmed(text.substr(0, text.find(" #"))));
    text.remove_prefix(1);
    auto quoted = isDoublyQuoted ? readDoublyQuoted(text) : readSinglyQuoted(text);
    if (!quoted)
        return Error(ErrorKind::InvalidArgument, "has no closing quote.");
    const auto rest = core::trimmed(quoted->rest);
    if (!rest.empty() && !rest.starts_with('#'))
        return Error(ErrorKind::InvalidArgument, "goes on behind its closing quote.");
    return std::move(quoted->value);
}

} // namespace

core::Result<Variables> parseEnvFile(std::string_view text, std::string_view origin)
{
    Variables variables;
    for (int number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string_view line = core::trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.starts_with('#'))
            continue;
        const auto problem = [&](std::string_view what) {
            return Error(ErrorKind::InvalidArgument, std::string(origin) + " line "
                                                         + std::to_string(number) + ": "
                                                         + std::string(what));
        };
        if (line.starts_with("export "))
            line = core::trimmed(line.substr(7));
        const auto equals = line.find('=');
        const auto name = core::trimmed(line.substr(0, equals));
        if (equals == std::string_view::npos || !isName(name))
            return problem("expected NAME=value.");
        auto value = parseValue(core::trimmed(line.substr(equals + 1)));
        if (!value)
            return problem("the value of " + std::string(name) + ' ' + value.error().message);
        variables[std::string(name)] = std::move(*value);
    }
    return variables;
}

core::Result<Variables> readEnvFile(const std::string &path, FilePresence presence)
{
    const auto text = readTextFile(path, presence);
    if (!text)
        return text.error();
    return *text ? parseEnvFile(**text, path) : Variables();
}

Variables processEnvironment()
{
    Variables variables;
    for (char **entry = environ; *entry != nullptr; ++entry) {
        const std::string_view text = *entry;
        const auto equals = text.find('=');
        if (equals != std::string_view::npos)
            variables.emplace(text.substr(0, equals), text.substr(equals + 1));
    }
    return variables;
}

} // namespace config
