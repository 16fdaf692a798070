// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/HeaderWriter.h"

#include "core/Ascii.h"
#include "core/Unicode.h"

#include <vmime/charset.hpp>
#include <vmime/constants.hpp>
#include <vmime/wordEncoder.hpp>

#include <algorithm>
#include <array>
#include <cstdio>

namespace mime {

namespace {

constexpr std::size_t preferredLine = 78; // RFC 5322 §2.1.1
/// A quoted string is one piece and cannot be folded everywhere; longer names become words.
constexpr std::size_t longestQuotedName = 60;
/// A word with its frame has at most 75 characters (RFC 2047 §2). VMime stops counting when a
/// chunk has reached its length, which may be a whole character too late.
constexpr std::size_t longestCharacter = 12;
constexpr std::size_t wordFrame = std::string_view("=?utf-8?B?").size() + 2;
constexpr std::size_t chunkLength = 75 - wordFrame - longestCharacter;
constexpr std::size_t longestPlainWord = 70;

/// One field that grows piece by piece and begins a new line where the next piece would not fit.
class FieldLine
{
public:
    explicit FieldLine(std::string_view name)
        : m_text(std::string(name) + ":")
        , m_column(m_text.size())
    {}

    void add(std::string_view piece)
    {
        if (!m_isEmpty && m_column + 1 + piece.size() > preferredLine) {
            m_text += "\r\n";
            m_column = 0;
        }
        m_text += ' ';
        m_text += piece;
        m_column += 1 + piece.size();
        m_isEmpty = false;
    }

    std::string finish() && { return std::move(m_text) + "\r\n"; }

private:
    std::string m_text;
    std::size_t m_column;
    bool m_isEmpty = true;
};

bool isPrintableAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

bool looksEncoded(std::string_view text)
{
    return text.find("=?") != std::string_view::npos;
}

std::vector<std::string_view> splitAtBlanks(std::string_view text)
{
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

/// A blank at a line's end would be lost on the way, and so would one of two beside each other at a
/// fold; a word without a blank could not be folded.
bool isPlain(std::string_view text)
{
    if (!isPrintableAscii(text) || looksEncoded(text) || text.ends_with(' '))
        return false;
    return std::ranges::all_of(splitAtBlanks(text), [](std::string_view word) {
        return !word.empty() && word.size() <= longestPlainWord;
    });
}

// RFC 2047. VMime keeps the bytes of a character in one word, and in the Q encoding it leaves only
// those characters bare that are allowed in a display name as well (§5, rule 3).
void addEncodedWords(FieldLine &line, std::string_view utf8, std::string_view behind = {})
{
    vmime::wordEncoder encoder{std::string(utf8), vmime::charset(vmime::charsets::UTF_8)};
    const std::string start =
        encoder.getEncoding() == vmime::wordEncoder::ENCODING_B64 ? "=?utf-8?B?" : "=?utf-8?Q?";
    std::string chunk = encoder.getNextChunk(chunkLength);
    while (!chunk.empty()) {
        std::string next = encoder.getNextChunk(chunkLength);
        std::string word = start + chunk + "?=";
        if (next.empty())
            word += behind;
        line.add(word);
        chunk = std::move(next);
    }
}

/// RFC 5322 §3.2.3 atoms, with single blanks between them.
bool isPhraseOfAtoms(std::string_view name)
{
    constexpr std::string_view special = "!#$%&'*+-/=?^_`{|}~";
    const auto isAtomCharacter = [special](char c) {
        return core::isLetter(c) || core::isDigit(c) || special.find(c) != std::string_view::npos;
    };
    return !name.ends_with(' ') && std::ranges::all_of(splitAtBlanks(name), [&](auto word) {
        return !word.empty() && std::ranges::all_of(word, isAtomCharacter);
    });
}

std::string quoted(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += '\\';
        result += c;
    }
    return result + '"';
}

void addDisplayName(FieldLine &line, std::string_view name)
{
    if (name.empty())
        return;
    if (!isPrintableAscii(name) || looksEncoded(name) || name.size() > longestQuotedName)
        addEncodedWords(line, name);
    else if (isPhraseOfAtoms(name))
        line.add(name);
    else
        line.add(quoted(name));
}

} // namespace

std::string textField(std::string_view name, std::string_view value)
{
    FieldLine line(name);
    if (isPlain(value)) {
        for (const auto word : splitAtBlanks(value))
            line.add(word);
    } else {
        addEncodedWords(line, value);
    }
    return std::move(line).finish();
}

std::string addressField(std::string_view name, const std::vector<Address> &addresses)
{
    if (addresses.empty())
        return {};
    FieldLine line(name);
    for (const auto &address : addresses) {
        const std::string_view comma = &address == &addresses.back() ? "" : ",";
        addDisplayName(line, address.name);
        if (address.name.empty())
            line.add(address.address + std::string(comma));
        else
            line.add("<" + address.address + ">" + std::string(comma));
    }
    return std::move(line).finish();
}

std::string messageIdField(std::string_view name, const std::vector<std::string> &messageIds)
{
    if (messageIds.empty())
        return {};
    FieldLine line(name);
    for (const auto &messageId : messageIds)
        line.add(messageId);
    return std::move(line).finish();
}

std::string dateField(std::chrono::sys_seconds time)
{
    constexpr std::array weekdays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    std::array<char, 64> buffer{};
    const int length = std::snprintf(
        buffer.data(), buffer.size(), "Date: %s, %02u %s %04d %02d:%02d:%02d +0000\r\n",
        weekdays.at(std::chrono::weekday(day).c_encoding()), static_cast<unsigned>(date.day()),
        months.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()),
        static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
        static_cast<int>(clock.seconds().count()));
    return {buffer.data(), static_cast<std::size_t>(length)};
}

} // namespace mime
