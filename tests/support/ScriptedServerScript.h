// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// The language of ScriptedServer, see there.
namespace support::script {

enum class Action {
    Send,
    SendRaw,
    Answer,
    Expect,
    ExpectRaw,
    ExpectMessage,
    Tls,
    TlsFails,
    Close,
    Reset,
    Silence,
    Closed,
};

struct Step
{
    Action action;
    std::string text;
    std::size_t repetitions = 1;
    int line = 0;
};

using Connection = std::vector<Step>;
using Tags = std::map<std::string, std::string, std::less<>>;

/// Throws std::runtime_error with the line number of what cannot be understood.
std::vector<Connection> parse(std::string_view text);

/// The bytes that `text` stands for.
std::string expand(std::string_view text, const Tags &tags);

/// Whether the client's line is what the script expects; remembers its tag.
bool matches(std::string_view expected, std::string_view line, Tags &tags);

} // namespace support::script
