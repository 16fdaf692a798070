// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ScriptedServerScript.h"

#include "core/Ascii.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <stdexcept>

namespace support::script {

namespace {

struct Verb
{
    std::string_view word;
    Action action;
    bool hasText;
};

constexpr std::array verbs{
    Verb{"S:", Action::Send, true},
    Verb{"S-RAW:", Action::SendRaw, true},
    Verb{"REPEAT:", Action::Send, true},
    Verb{"ANSWER:", Action::Answer, true},
    Verb{"C:", Action::Expect, true},
    Verb{"C-RAW:", Action::ExpectRaw, true},
    Verb{"C-DATA", Action::ExpectMessage, false},
    Verb{"TLS", Action::Tls, false},
    Verb{"TLS-FAILS", Action::TlsFails, false},
    Verb{"CLOSE", Action::Close, false},
    Verb{"RESET", Action::Reset, false},
    Verb{"SILENCE", Action::Silence, false},
    Verb{"CLOSED", Action::Closed, false},
};

std::runtime_error mistake(int line, std::string_view what)
{
    return std::runtime_error("script line " + std::to_string(line) + ": " + std::string(what));
}

std::size_t takeNumber(std::string_view &text, int line)
{
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc())
        throw mistake(line, "expected a number");
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

Step parseStep(std::string_view text, int line)
{
    const auto space = std::min(text.find(' '), text.size());
    const auto word = text.substr(0, space);
    const auto *verb = std::ranges::find(verbs, word, &Verb::word);
    if (verb == verbs.end())
        throw mistake(line, "unknown step " + std::string(word));
    auto rest = text.substr(std::min(space + 1, text.size()));
    if (!verb->hasText && !rest.empty())
        throw mistake(line, std::string(word) + " takes no text");
    Step step{.action = verb->action, .text = {}, .repetitions = 1, .line = line};
    if (word == "REPEAT:") {
        step.repetitions = takeNumber(rest, line);
        rest.remove_prefix(std::min<std::size_t>(1, rest.size()));
    }
    step.text = rest;
    return step;
}

bool isTagWord(std::string_view word)
{
    return word.starts_with("TAG") && std::all_of(word.begin() + 3, word.end(), [](char digit) {
               return digit >= '0' && digit <= '9';
           });
}

std::string_view firstWord(std::string_view text)
{
    return text.substr(0, std::min(text.find(' '), text.size()));
}

std::string bytesOf(std::string_view hex)
{
    std::string bytes;
    while (!hex.empty()) {
        if (hex.front() == ' ') {
            hex.remove_prefix(1);
            continue;
        }
        const auto high = core::hexValue(hex[0]);
        const auto low = hex.size() > 1 ? core::hexValue(hex[1]) : std::nullopt;
        if (!high || !low)
            throw std::runtime_error("script: bad escape {{" + std::string(hex) + "}}");
        bytes += static_cast<char>(*high * 16 + *low);
        hex.remove_prefix(2);
    }
    return bytes;
}

std::string expandOne(std::string_view escape, const Tags &tags)
{
    if (escape == "CRLF")
        return "\r\n";
    if (isTagWord(escape)) {
        const auto known = tags.find(escape);
        if (known == tags.end())
            throw std::runtime_error("script: no such tag yet: " + std::string(escape));
        return known->second;
    }
    const auto star = escape.find('*');
    if (star == std::string_view::npos)
        return bytesOf(escape);
    auto number = escape.substr(0, star);
    const std::size_t count = takeNumber(number, 0);
    const auto unit = escape.substr(star + 1);
    if (unit.size() == 1)
        return std::string(count, unit.front());
    std::string repeated;
    repeated.reserve(count * unit.size());
    for (std::size_t i = 0; i < count; ++i)
        repeated += unit;
    return repeated;
}

/// The text in pieces; between them may stand anything.
std::vector<std::string> piecesOf(std::string_view text, const Tags &tags)
{
    std::vector<std::string> pieces(1);
    while (!text.empty()) {
        const auto open = text.find("{{");
        const auto close = text.find("}}", open);
        if (open == std::string_view::npos || close == std::string_view::npos)
            break;
        pieces.back() += text.substr(0, open);
        const auto escape = text.substr(open + 2, close - open - 2);
        if (escape == "*")
            pieces.emplace_back();
        else
            pieces.back() += expandOne(escape, tags);
        text.remove_prefix(close + 2);
    }
    pieces.back() += text;
    return pieces;
}

} // namespace

std::vector<Connection> parse(std::string_view text)
{
    std::vector<Connection> connections(1);
    int number = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
        if (line.empty() || line.starts_with('#'))
            continue;
        if (line == "CONNECTION")
            connections.emplace_back();
        else
            connections.back().push_back(parseStep(line, number));
    }
    return connections;
}

std::string expand(std::string_view text, const Tags &tags)
{
    std::string result;
    if (const auto word = firstWord(text); isTagWord(word)) {
        result = expandOne(word, tags);
        text.remove_prefix(word.size());
    }
    const auto pieces = piecesOf(text, tags);
    if (pieces.size() != 1)
        throw std::runtime_error("script: {{*}} cannot be sent");
    return result + pieces.front();
}

bool matches(std::string_view expected, std::string_view line, Tags &tags)
{
    if (const auto word = firstWord(expected); isTagWord(word)) {
        const auto tag = firstWord(line);
        if (tag.empty())
            return false;
        tags[std::string(word)] = tag;
        expected.remove_prefix(word.size());
        line.remove_prefix(tag.size());
    }
    const auto pieces = piecesOf(expected, tags);
    if (pieces.size() == 1)
        return line == pieces.front();
    if (!line.starts_with(pieces.front()))
        return false;
    line.remove_prefix(pieces.front().size());
    for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
        const auto at = line.find(pieces[i]);
        if (at == std::string_view::npos)
            return false;
        line.remove_prefix(at + pieces[i].size());
    }
    return line.ends_with(pieces.back());
}

} // namespace support::script
