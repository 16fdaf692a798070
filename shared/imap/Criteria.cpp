// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Criteria.h"

#include "core/Ascii.h"
#include "core/Unicode.h"
#include "imap/Date.h"
#include "imap/Text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace imap {

namespace {

enum class Argument {
    None,
    String,
    Date,
    Number,
    Keyword,
    HeaderAndString,
    MessageSet,
    Key,
    TwoKeys
};

struct SearchKey
{
    Word word;
    Argument argument;
};

// RFC 3501 §6.4.4 and RFC 9051 §6.4.4
constexpr std::array searchKeys = {
    SearchKey{"ALL", Argument::None},
    SearchKey{"ANSWERED", Argument::None},
    SearchKey{"BCC", Argument::String},
    SearchKey{"BEFORE", Argument::Date},
    SearchKey{"BODY", Argument::String},
    SearchKey{"CC", Argument::String},
    SearchKey{"DELETED", Argument::None},
    SearchKey{"DRAFT", Argument::None},
    SearchKey{"FLAGGED", Argument::None},
    SearchKey{"FROM", Argument::String},
    SearchKey{"HEADER", Argument::HeaderAndString},
    SearchKey{"KEYWORD", Argument::Keyword},
    SearchKey{"LARGER", Argument::Number},
    SearchKey{"NEW", Argument::None},
    SearchKey{"NOT", Argument::Key},
    SearchKey{"OLD", Argument::None},
    SearchKey{"ON", Argument::Date},
    SearchKey{"OR", Argument::TwoKeys},
    SearchKey{"RECENT", Argument::None},
    SearchKey{"SEEN", Argument::None},
    SearchKey{"SENTBEFORE", Argument::Date},
    SearchKey{"SENTON", Argument::Date},
    SearchKey{"SENTSINCE", Argument::Date},
    SearchKey{"SINCE", Argument::Date},
    SearchKey{"SMALLER", Argument::Number},
    SearchKey{"SUBJECT", Argument::String},
    SearchKey{"TEXT", Argument::String},
    SearchKey{"TO", Argument::String},
    SearchKey{"UID", Argument::MessageSet},
    SearchKey{"UNANSWERED", Argument::None},
    SearchKey{"UNDELETED", Argument::None},
    SearchKey{"UNDRAFT", Argument::None},
    SearchKey{"UNFLAGGED", Argument::None},
    SearchKey{"UNKEYWORD", Argument::Keyword},
    SearchKey{"UNSEEN", Argument::None},
};

constexpr bool startsSequenceSet(char c)
{
    return core::isDigit(c) || c == '*';
}

/// ASTRING-CHAR, and 8-bit characters, which travel quoted or as a literal.
constexpr bool isWordCharacter(char c)
{
    return !isControlByte(c) && c != ' ' && c != '(' && c != ')' && c != '{' && c != '%' && c != '*'
           && c != '"' && c != '\\';
}

} // namespace

class CriteriaParser
{
public:
    explicit CriteriaParser(std::string_view text)
        : m_text(text)
    {}

    core::Result<Criteria> parse()
    {
        skipBlanks();
        if (isAtEnd())
            return core::Error(core::ErrorKind::InvalidArgument,
                               "The search criteria are empty. Use ALL to find every message.");
        do {
            if (!parseKey(1))
                return error();
            if (!isAtEnd() && peek() != ' ') {
                fail("a blank or the end");
                return error();
            }
            skipBlanks();
        } while (!isAtEnd());
        return std::move(m_criteria);
    }

private:
    // search-key
    bool parseKey(int depth)
    {
        if (depth > Criteria::maximumDepth)
            return fail("at most 16 levels of parentheses, NOT and OR");
        if (++m_keys > Criteria::maximumKeys)
            return fail("at most 64 search keys");
        if (peek() == '(')
            return parseList(depth);
        if (!isAtEnd() && startsSequenceSet(peek()))
            return parseSet();
        const auto start = m_position;
        const auto name = takeWord();
        const auto *const key =
            std::ranges::find_if(searchKeys, [name](const SearchKey &candidate) {
                return core::equalsIgnoringCase(candidate.word.text(), name);
            });
        if (key == searchKeys.end()) {
            m_position = start;
            return fail("an IMAP search key such as ALL, UNSEEN, FROM, SUBJECT, TEXT or SINCE");
        }
        add(key->word);
        return parseArgument(key->argument, depth);
    }

    bool parseList(int depth)
    {
        ++m_position;
        add(Command::Open{});
        do {
            skipBlanks();
            if (!parseKey(depth + 1))
                return false;
            if (peek() != ' ' && peek() != ')')
                return fail("a blank or a closing parenthesis");
            skipBlanks();
        } while (peek() != ')');
        ++m_position;
        add(Command::Close{});
        return true;
    }

    bool parseArgument(Argument argument, int depth)
    {
        switch (argument) {
        case Argument::None:
            return true;
        case Argument::String:
            return takeBlank("a blank and the text to search for") && parseString();
        case Argument::HeaderAndString:
            return takeBlank("a blank and the name of a header field") && parseHeaderName()
                   && takeBlank("a blank and the text to search for") && parseString();
        case Argument::Date:
            return takeBlank("a blank and a date") && parseDateArgument();
        case Argument::Number:
            return takeBlank("a blank and a number of bytes") && parseNumber();
        case Argument::Keyword:
            return takeBlank("a blank and a keyword") && parseKeyword();
        case Argument::MessageSet:
            return takeBlank("a blank and a message set") && parseSet();
        case Argument::Key:
            return takeBlank("a blank and a search key") && parseKey(depth + 1);
        case Argument::TwoKeys:
            return takeBlank("a blank and a search key") && parseKey(depth + 1)
                   && takeBlank("a blank and a second search key") && parseKey(depth + 1);
        }
        return false;
    }

    // astring
    std::optional<std::string> takeString()
    {
        if (peek() != '"' || isAtEnd()) {
            const auto word = takeWord();
            if (word.empty()) {
                fail("text; put it in double quotes if it is empty or contains ( ) { % * or a "
                     "backslash");
                return std::nullopt;
            }
            return std::string(word);
        }
        std::string value;
        for (auto i = m_position + 1; i < m_text.size(); ++i) {
            if (m_text[i] == '"') {
                m_position = i + 1;
                return value;
            }
            if (m_text[i] == '\\') {
                ++i;
                if (i == m_text.size() || (m_text[i] != '"' && m_text[i] != '\\')) {
                    m_position = i;
                    fail(R"(\" or \\ after a backslash)");
                    return std::nullopt;
                }
            }
            value.push_back(m_text[i]);
        }
        m_position = m_text.size();
        fail("a closing double quote");
        return std::nullopt;
    }

    bool parseString()
    {
        const auto text = takeString();
        if (!text)
            return false;
        const auto string = AString::from(*text);
        if (!string)
            return fail("text without line breaks");
        if (!string->isAscii())
            m_criteria.m_needsUtf8 = true;
        add(*string);
        return true;
    }

    bool parseHeaderName()
    {
        const auto start = m_position;
        const auto name = takeString();
        if (!name)
            return false;
        const bool isName = !name->empty() && std::all_of(name->begin(), name->end(), [](char c) {
            return c > ' ' && c <= '~' && c != ':';
        });
        const auto string = AString::from(*name);
        if (!isName || !string) {
            m_position = start;
            return fail("the name of a header field, without its colon");
        }
        add(*string);
        return true;
    }

    bool parseDateArgument()
    {
        const auto start = m_position;
        const auto text = takeString();
        if (!text)
            return false;
        const auto date = parseDate(*text);
        if (!date) {
            m_position = start;
            return fail("a date such as 1-Feb-2025");
        }
        add(*date);
        return true;
    }

    bool parseNumber()
    {
        const auto start = m_position;
        const auto word = takeWord();
        const auto number = imap::parseNumber<std::uint32_t>(word);
        if (!number) {
            m_position = start;
            return fail("a number from 0 to 4294967295");
        }
        add(std::uint64_t(*number));
        return true;
    }

    bool parseKeyword()
    {
        const auto start = m_position;
        const auto flag = Flag::parseKeyword(takeWord());
        if (!flag) {
            m_position = start;
            return fail("a keyword such as $Forwarded (for system flags use SEEN, FLAGGED, "
                        "ANSWERED …)");
        }
        add(*flag);
        return true;
    }

    bool parseSet()
    {
        const auto start = m_position;
        while (!isAtEnd() && (startsSequenceSet(peek()) || peek() == ':' || peek() == ','))
            ++m_position;
        const auto set = SequenceSet::parse(m_text.substr(start, m_position - start));
        if (!set) {
            m_position = start;
            return fail("message numbers such as 5, 1:10 or 3,7:*");
        }
        add(*set);
        return true;
    }

    std::string_view takeWord()
    {
        const auto start = m_position;
        while (!isAtEnd() && isWordCharacter(m_text[m_position]))
            ++m_position;
        return m_text.substr(start, m_position - start);
    }

    bool takeBlank(std::string_view expected)
    {
        if (isAtEnd() || peek() != ' ')
            return fail(expected);
        skipBlanks();
        return true;
    }

    void skipBlanks()
    {
        while (!isAtEnd() && peek() == ' ')
            ++m_position;
    }

    bool isAtEnd() const { return m_position == m_text.size(); }
    char peek() const { return isAtEnd() ? '\0' : m_text[m_position]; }
    void add(Command::Part part) { m_criteria.m_parts.push_back(std::move(part)); }

    /// Remembers what should have been at the current position. False, for a return.
    bool fail(std::string_view expected)
    {
        m_expected = expected;
        return false;
    }

    core::Error error() const
    {
        return {core::ErrorKind::InvalidArgument,
                "The search criteria are wrong at position " + std::to_string(m_position + 1)
                    + ": expected " + std::string(m_expected) + '.'};
    }

    std::string_view m_text;
    std::size_t m_position = 0;
    int m_keys = 0;
    Criteria m_criteria;
    std::string_view m_expected;
};

core::Result<Criteria> Criteria::parse(std::string_view text)
{
    using core::Error;
    using core::ErrorKind;
    if (text.size() > maximumBytes)
        return Error(ErrorKind::InvalidArgument, "The search criteria must not be longer than "
                                                     + std::to_string(maximumBytes) + " bytes.");
    const auto *const control = std::ranges::find_if(text, isControlByte);
    if (control != text.end())
        return Error(ErrorKind::InvalidArgument,
                     "The search criteria contain a line break or another control character at "
                     "position "
                         + std::to_string(control - text.begin() + 1) + '.');
    if (!core::isValidUtf8(text))
        return Error(ErrorKind::InvalidArgument, "The search criteria must be valid UTF-8.");
    return CriteriaParser(text).parse();
}

Criteria Criteria::all()
{
    Criteria criteria;
    criteria.m_parts.emplace_back(Word("ALL"));
    return criteria;
}

void Criteria::appendTo(Command &command) const
{
    for (const auto &part : m_parts)
        command.add(part);
}

} // namespace imap
