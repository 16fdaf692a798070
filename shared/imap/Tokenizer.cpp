// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Tokenizer.h"

#include "core/Ascii.h"
#include "imap/Text.h"

#include <utility>

namespace imap {

namespace {

constexpr bool endsAtom(char c)
{
    return c == ' ' || c == '(' || c == ')' || c == '"';
}

} // namespace

bool Tokenizer::isAtEnd() const
{
    return m_offset == text().size() && m_piece + 1 >= m_response->pieces.size();
}

char Tokenizer::peek() const
{
    return m_offset < text().size() ? text()[m_offset] : '\0';
}

bool Tokenizer::take(char c)
{
    if (m_offset >= text().size() || text()[m_offset] != c)
        return false;
    ++m_offset;
    return true;
}

void Tokenizer::skipSpaces()
{
    while (take(' ')) {
    }
}

template <typename IsEnd>
std::string_view Tokenizer::takeUntil(IsEnd isEnd)
{
    const std::string_view from = std::string_view(text()).substr(m_offset);
    std::size_t length = 0;
    while (length < from.size() && !isEnd(from[length]))
        ++length;
    m_offset += length;
    return from.substr(0, length);
}

std::string_view Tokenizer::takeAtom()
{
    return takeUntil(endsAtom);
}

std::string_view Tokenizer::takeItemName()
{
    return takeUntil([](char c) { return endsAtom(c) || c == '['; });
}

std::string_view Tokenizer::takeWord()
{
    return takeUntil([](char c) { return c == ' '; });
}

std::optional<std::uint64_t> Tokenizer::takeNumber()
{
    std::string_view left = rest();
    const auto number = imap::takeNumber<std::uint64_t>(left);
    m_offset = text().size() - left.size();
    return number;
}

std::optional<std::uint32_t> Tokenizer::takeNonZero32()
{
    const auto start = m_offset;
    const auto number = takeNumber();
    if (!number || *number == 0 || *number > UINT32_MAX) {
        m_offset = start;
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(*number);
}

// literal and literal8: the announcement is what the text ends with.
bool Tokenizer::isAtLiteral() const
{
    if (m_piece + 2 >= m_response->pieces.size())
        return false;
    std::string_view announcement = std::string_view(text()).substr(m_offset);
    if (announcement.starts_with('~'))
        announcement.remove_prefix(1);
    return announcement.starts_with('{') && announcement.find('}') == announcement.size() - 1;
}

std::string *Tokenizer::nextLiteral()
{
    if (!isAtLiteral())
        return nullptr;
    auto &literal = m_response->pieces[m_piece + 1];
    m_piece += 2;
    m_offset = 0;
    return &literal;
}

bool Tokenizer::takeString(std::string &value)
{
    if (peek() != '"') {
        auto *const literal = nextLiteral();
        if (literal == nullptr)
            return false;
        value = std::move(*literal);
        return true;
    }
    const std::string_view from = std::string_view(text()).substr(m_offset + 1);
    value.clear();
    for (std::size_t i = 0; i < from.size(); ++i) {
        const auto start = i;
        while (i < from.size() && from[i] != '"' && from[i] != '\\')
            ++i; // find_first_of() makes a call for each character
        if (i == from.size())
            break;
        value.append(from, start, i - start);
        if (from[i] == '"') {
            m_offset += i + 2;
            return true;
        }
        if (++i < from.size())
            value.push_back(from[i]);
    }
    return false;
}

Tokenizer::NString Tokenizer::takeNString(std::string &value)
{
    if (peek() == '"' || isAtLiteral())
        return takeString(value) ? NString::Text : NString::Malformed;
    const auto atom = takeAtom();
    if (atom.empty())
        return NString::Malformed;
    if (core::equalsIgnoringCase(atom, "NIL")) {
        value.clear();
        return NString::Nil;
    }
    value = atom;
    return NString::Text;
}

bool Tokenizer::skipQuoted()
{
    const std::string_view whole = text();
    for (std::size_t i = m_offset + 1; i < whole.size(); ++i) {
        if (whole[i] == '\\') {
            ++i;
        } else if (whole[i] == '"') {
            m_offset = i + 1;
            return true;
        }
    }
    return false;
}

bool Tokenizer::skipValue()
{
    std::size_t depth = 0;
    do {
        skipSpaces();
        if (take('(')) {
            ++depth;
        } else if (peek() == ')') {
            if (depth == 0)
                return false;
            ++m_offset;
            --depth;
        } else if (peek() == '"') {
            if (!skipQuoted())
                return false;
        } else if (nextLiteral() == nullptr && takeAtom().empty()) {
            return false;
        }
    } while (depth > 0);
    return true;
}

std::string_view Tokenizer::rest() const
{
    return std::string_view(text()).substr(m_offset);
}

} // namespace imap
