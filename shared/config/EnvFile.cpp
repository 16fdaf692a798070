// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/EnvFile.h"

#include "core/Ascii.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <sstream>
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

/// The text between double quotes, `text` beginning behind the first one.
std::optional<std::string> unquoted(std::string_view text)
{
    std::string value;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"')
            return value;
        if (text[i] == '\\' && i + 1 < text.size()) {
            const char escaped = text[++i];
            value += escaped == 'n' ? '\n' : escaped;
        } else {
            value += text[i];
        }
    }
    return std::nullopt;
}

std::optional<std::string> parseValue(std::string_view text)
{
    if (text.starts_with('"'))
        return unquoted(text.substr(1));
    if (text.starts_with('\'')) {
        const auto end = text.find('\'', 1);
        if (end == std::string_view::npos)
            return std::nullopt;
        return std::string(text.substr(1, end - 1));
    }
    return std::string(core::trimmed(text.substr(0, text.find(" #"))));
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
            return problem("the value of " + std::string(name) + " has no closing quote.");
        variables[std::string(name)] = std::move(*value);
    }
    return variables;
}

core::Result<Variables> readEnvFile(const std::string &path, FilePresence presence)
{
    const auto problem = [&path](int code) {
        return Error(ErrorKind::InvalidArgument,
                     "The settings file " + path + " cannot be read: " + std::strerror(code) + ".");
    };
    if (access(path.c_str(), F_OK) != 0) {
        if (presence == FilePresence::Optional)
            return Variables();
        return problem(errno);
    }
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    // An empty file sets failbit of `text` and is fine; a directory opens and fails on reading.
    if (!file.is_open() || file.bad() || errno != 0)
        return problem(errno != 0 ? errno : EIO);
    return parseEnvFile(text.str(), path);
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
