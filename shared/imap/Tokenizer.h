// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace imap {

/// One response as it came off the wire: text, literal, text, … It begins and ends with text. Line
/// ends are gone; a text before a literal still ends with the announcement `{n}`.
struct RawResponse
{
    std::vector<std::string> pieces; ///< the odd ones are literals
};

/// Walks over the tokens of one response. Atoms are views into the response, strings are handed out
/// as values (a literal is moved, not copied). Every step is linear and there is no recursion. What
/// is not there is reported, never assumed; a failed take leaves the position where it was unless
/// said otherwise.
class Tokenizer
{
public:
    enum class NString {
        Malformed,
        Nil,
        Text,
    };

    explicit Tokenizer(RawResponse &response)
        : m_response(&response)
        , m_rest(response.pieces.front())
    {}

    bool isAtEnd() const { return m_rest.empty() && m_piece + 1 >= m_response->pieces.size(); }
    /// The next character, or NUL at the end.
    char peek() const { return m_rest.empty() ? '\0' : m_rest.front(); }
    bool take(char c)
    {
        if (m_rest.empty() || m_rest.front() != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    /// All of `text`, or nothing.
    bool take(std::string_view text)
    {
        if (!m_rest.starts_with(text))
            return false;
        m_rest.remove_prefix(text.size());
        return true;
    }
    void skipSpaces()
    {
        while (take(' ')) {
        }
    }

    /// Everything up to a space, parenthesis, quote or the end: flags, numbers, names, in whatever
    /// alphabet. May be empty.
    std::string_view takeAtom();
    /// The same, but stops before `[` too.
    std::string_view takeItemName();
    /// Everything up to a space: mailbox names of servers that do not quote brackets.
    std::string_view takeWord();
    std::optional<std::uint64_t> takeNumber();
    /// 1 to 4294967295.
    std::optional<std::uint32_t> takeNonZero32();
    /// Quoted or literal.
    bool takeString(std::string &value);
    /// Quoted, literal or atom; Nil for an unquoted NIL in any case.
    NString takeNString(std::string &value);
    /// Skips one value of any kind, however deep. False if the response ends inside it.
    bool skipValue();
    /// What is left of the current text.
    std::string_view rest() const { return m_rest; }

private:
    bool isAtLiteral() const;
    std::string *nextLiteral();
    bool skipQuoted();
    template <typename IsEnd>
    std::string_view takeUntil(IsEnd isEnd);

    RawResponse *m_response;
    std::size_t m_piece = 0;
    std::string_view m_rest; ///< of the text that is the current piece
};

} // namespace imap
