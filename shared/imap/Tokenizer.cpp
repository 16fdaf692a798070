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

template <typename IsEnd>
std::string_view Tokenizer::takeUntil(IsEnd isEnd)
{
    std::size_t length = 0;
    while (length < m_rest.size() && !isEnd(m_rest[length]))
        ++length;
    const auto taken = m_rest.substr(0, length);
    m_rest.remove_prefix(length);
    return taken;
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
    return imap::takeNumber<std::uint64_t>(m_rest);
}

std::optional<std::uint32_t> Tokenizer::takeNonZero32()
{
    const auto start = m_rest;
    const auto number = takeNumber();
    if (!number || *number == 0 || *number > UINT32_MAX) {
        m_rest = start;
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(*number);
}

// literal and literal8: the announcement is what the text ends with.
bool Tokenizer::isAtLiteral() const
{
    if (m_piece + 2 >= m_response->pieces.size())
        return false;
    std::string_view announcement = m_rest;
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
    m_rest = m_response->pieces[m_piece];
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
    const auto from = m_rest.substr(1);
    value.clear();
    for (std::size_t i = 0; i < from.size(); ++i) {
        const auto start = i;
        while (i < from.size() && from[i] != '"' && from[i] != '\\')
            ++i; // find_first_of() makes a call for each character
        if (i == from.size())
            break;
        value.append(from, start, i - start);
        if (from[i] == '"') {
            m_rest.remove_prefix(i + 2);
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
    for (std::size_t i = 1; i < m_rest.size(); ++i) {
        if (m_rest[i] == '\\') {
            ++i;
        } else if (m_rest[i] == '"') {
            m_rest.remove_prefix(i + 1);
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
            m_rest.remove_prefix(1);
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

} // namespace imap
