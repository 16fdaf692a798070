// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/EnvFile.h"

#include "core/Ascii.h"

#include <QtGlobal>

#include <algorithm>
#include <optional>
#include <unistd.h>
#include <vector>

#ifdef Q_OS_DARWIN
#include <crt_externs.h>
#define environ (*_NSGetEnviron()) // libraries may not name it there
#endif

namespace config {

namespace {

using core::ErrorKind;
using i18n::Text;

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

/// The value, or why there is none.
struct Value
{
    std::optional<std::string> text = {};
    const char *problem = nullptr; ///< a sentence about line %2 of %1, which names %3
};

Value parseValue(std::string_view text)
{
    const bool isDoublyQuoted = text.starts_with('"');
    if (!isDoublyQuoted && !text.starts_with('\''))
        return {.text = std::string(core::trimmed(text.substr(0, text.find(" #"))))};
    text.remove_prefix(1);
    auto quoted = isDoublyQuoted ? readDoublyQuoted(text) : readSinglyQuoted(text);
    if (!quoted)
        return {.problem = QT_TRANSLATE_NOOP("pages", "%1 line %2: the value of %3 has no closing "
                                                      "quote.")};
    const auto rest = core::trimmed(quoted->rest);
    if (!rest.empty() && !rest.starts_with('#'))
        return {.problem = QT_TRANSLATE_NOOP("pages", "%1 line %2: the value of %3 goes on behind "
                                                      "its closing quote.")};
    return {.text = std::move(quoted->value)};
}

} // namespace

core::Result<Variables, i18n::Failure> parseEnvFile(std::string_view text, const Text &origin)
{
    Variables variables;
    for (int number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string_view line = core::trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.starts_with('#'))
            continue;
        if (line.starts_with("export "))
            line = core::trimmed(line.substr(7));
        const auto equals = line.find('=');
        const std::string name(core::trimmed(line.substr(0, equals)));
        const bool isAssignment = equals != std::string_view::npos && isName(name);
        Value value;
        if (isAssignment)
            value = parseValue(core::trimmed(line.substr(equals + 1)));
        else
            value.problem = QT_TRANSLATE_NOOP("pages", "%1 line %2: expected NAME=value.");
        if (value.problem) {
            std::vector<Text> arguments = {origin, Text::verbatim(std::to_string(number))};
            if (isAssignment)
                arguments.push_back(Text::verbatim(name));
            return i18n::Failure(ErrorKind::InvalidArgument, Text(value.problem, arguments));
        }
        variables[name] = std::move(*value.text);
    }
    return variables;
}

core::Result<Variables> readEnvFile(const std::string &path, FilePresence presence)
{
    const auto text = readTextFile(path, presence);
    if (!text)
        return text.error();
    if (!*text)
        return Variables();
    auto variables = parseEnvFile(**text, Text::verbatim(path));
    if (!variables)
        return variables.error();
    return std::move(*variables);
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
