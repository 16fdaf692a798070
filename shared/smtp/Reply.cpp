// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/Reply.h"

#include "core/Ascii.h"

#include <algorithm>
#include <utility>

namespace smtp {

namespace {

/// 0 if the line does not begin with a reply code and what has to follow it.
int codeOf(std::string_view line)
{
    if (line.size() < 3 || line[0] < '2' || line[0] > '5')
        return 0;
    if (!std::ranges::all_of(line.substr(0, 3), core::isDigit))
        return 0;
    if (line.size() > 3 && line[3] != ' ' && line[3] != '-')
        return 0;
    return (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
}

/// Takes up to three digits.
bool skipNumber(std::string_view &text)
{
    std::size_t digits = 0;
    while (digits < text.size() && digits < 3 && core::isDigit(text[digits]))
        ++digits;
    text.remove_prefix(digits);
    return digits > 0;
}

bool skip(std::string_view &text, char c)
{
    if (!text.starts_with(c))
        return false;
    text.remove_prefix(1);
    return true;
}

/// RFC 2034 §4: the class is that of the reply code.
std::string statusOf(std::string_view text, int code)
{
    auto rest = text;
    if (!skip(rest, static_cast<char>('0' + code / 100)) || !skip(rest, '.') || !skipNumber(rest)
        || !skip(rest, '.') || !skipNumber(rest) || (!rest.empty() && rest.front() != ' '))
        return {};
    return std::string(text.substr(0, text.size() - rest.size()));
}

} // namespace

std::string Reply::forLog() const
{
    static constexpr std::size_t longest = 500;
    std::string text = std::to_string(code);
    for (const auto &line : lines) {
        if (text.size() > longest)
            break;
        text += " " + line;
    }
    text.resize(std::min(text.size(), longest));
    return text;
}

core::Result<ReplyParser::State> ReplyParser::add(std::string_view line)
{
    if (m_reply.lines.size() >= mostLines || line.size() > longestLine)
        return core::Error(core::ErrorKind::TooLarge,
                           "The mail server's answer is longer than is allowed.");
    const int code = codeOf(line);
    if (code == 0 || (m_reply.code != 0 && m_reply.code != code))
        return core::Error(core::ErrorKind::Protocol,
                           "The server does not answer as a mail server for sending (SMTP) does.",
                           std::string(line.substr(0, 200)));
    m_reply.code = code;
    const bool isLast = line.size() == 3 || line[3] == ' ';
    const auto text = line.substr(std::min<std::size_t>(4, line.size()));
    if (m_reply.lines.empty())
        m_reply.status = statusOf(text, code);
    m_reply.lines.emplace_back(text);
    return isLast ? State::Complete : State::NeedsMore;
}

Reply ReplyParser::take()
{
    return std::exchange(m_reply, {});
}

} // namespace smtp
