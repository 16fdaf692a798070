// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Address.h"

#include "core/Ascii.h"
#include "mime/HeaderText.h"

#include <algorithm>
#include <utility>

namespace mime {

namespace {

constexpr std::size_t maximumBytes = 64UL * 1024;
constexpr std::size_t longestEncodedWord = 256; // RFC 2047 §2 allows 75

class AddressParser
{
public:
    AddressParser(std::string_view text, std::size_t maximumAddresses)
        : m_text(text)
        , m_maximumAddresses(maximumAddresses)
    {}

    AddressList parse()
    {
        while (m_position < m_text.size())
            readNext();
        finishAddress();
        finishGroup();
        return std::move(m_list);
    }

private:
    void readNext()
    {
        const char c = m_text[m_position];
        switch (c) {
        case '"':
            readQuoted(m_isInAngle ? nullptr : &m_phrase, currentAddress());
            return;
        case '(':
            readComment();
            return;
        case '[':
            readDomainLiteral();
            return;
        case '<':
            m_isInAngle = true;
            m_hasAngle = true;
            m_angle.clear();
            break;
        case '>':
            m_isInAngle = false;
            break;
        case ',':
            // Inside the angle it belongs to a route, which nobody uses.
            if (!m_isInAngle)
                finishAddress();
            break;
        case ':':
            if (m_isInAngle)
                m_angle.clear();
            else
                beginGroup();
            break;
        case ';':
            finishAddress();
            finishGroup();
            break;
        case '=':
            if (!m_isInAngle && readEncodedWord())
                return;
            readText(c);
            break;
        default:
            readText(c);
            break;
        }
        ++m_position;
    }

    void readText(char c)
    {
        if (!m_isInAngle)
            m_phrase += c;
        if (c == '@' && !m_isInAngle)
            m_hasAt = true;
        if (!core::isBlank(c) && c != '\r' && c != '\n')
            currentAddress() += c;
    }

    /// An encoded word is taken whole: senders leave commas and colons in it, which RFC 2047 §5
    /// forbids.
    bool readEncodedWord()
    {
        const std::string_view ahead = m_text.substr(m_position, longestEncodedWord);
        if (!ahead.starts_with("=?"))
            return false;
        const std::size_t kind = ahead.find('?', 2);
        if (kind == std::string_view::npos || kind + 2 >= ahead.size() || ahead[kind + 2] != '?')
            return false;
        const std::size_t end = ahead.find("?=", kind + 3);
        if (end == std::string_view::npos)
            return false;
        const std::string_view word = ahead.substr(0, end + 2);
        if (word.find_first_of(" \t\r\n<\"") != std::string_view::npos)
            return false;
        m_phrase += word;
        m_bare += word;
        m_position += word.size();
        return true;
    }

    std::string &currentAddress() { return m_isInAngle ? m_angle : m_bare; }

    void readQuoted(std::string *phrase, std::string &address)
    {
        address += m_text[m_position++];
        while (m_position < m_text.size() && m_text[m_position] != '"') {
            if (m_text[m_position] == '\\' && m_position + 1 < m_text.size())
                address += m_text[m_position++];
            if (phrase != nullptr)
                *phrase += m_text[m_position];
            address += m_text[m_position++];
        }
        address += '"';
        ++m_position;
    }

    void readComment()
    {
        std::size_t depth = 0;
        std::string comment;
        for (; m_position < m_text.size(); ++m_position) {
            char c = m_text[m_position];
            if (c == '(' && depth++ == 0)
                continue;
            if (c == ')' && --depth == 0) {
                ++m_position;
                break;
            }
            if (c == '\\' && m_position + 1 < m_text.size())
                c = m_text[++m_position];
            comment += c;
        }
        if (m_comment.empty())
            m_comment = std::move(comment);
    }

    void readDomainLiteral()
    {
        const std::size_t end = m_text.find(']', m_position);
        const std::size_t length =
            end == std::string_view::npos ? 1 : end - m_position + 1; // a lone '[' is text
        currentAddress() += m_text.substr(m_position, length);
        if (!m_isInAngle)
            m_phrase += m_text.substr(m_position, length);
        m_position += length;
    }

    void beginGroup()
    {
        m_groupName = decodeHeaderText(m_phrase);
        m_isInGroup = true;
        m_groupIsEmpty = true;
        clearAddress();
    }

    void finishGroup()
    {
        if (m_isInGroup && m_groupIsEmpty && !m_groupName.empty())
            add({.name = m_groupName, .address = {}});
        m_isInGroup = false;
    }

    void finishAddress()
    {
        Address address;
        if (m_hasAngle) {
            address.name = decodeHeaderText(m_phrase);
            address.address = addressText(m_angle);
        } else if (m_hasAt || !hasBlankInside(m_phrase)) {
            address.name = decodeHeaderText(m_comment);
            address.address = addressText(m_bare);
        } else {
            address.name = decodeHeaderText(m_phrase);
        }
        clearAddress();
        if (address.name.empty() && address.address.empty())
            return;
        m_groupIsEmpty = false;
        add(std::move(address));
    }

    static std::string addressText(std::string_view raw) { return rawLine(raw); }

    static bool hasBlankInside(std::string_view text)
    {
        return core::trimmed(text).find_first_of(" \t\r\n") != std::string_view::npos;
    }

    void add(Address address)
    {
        ++m_list.total;
        if (m_list.addresses.size() < m_maximumAddresses)
            m_list.addresses.push_back(std::move(address));
    }

    void clearAddress()
    {
        m_phrase.clear();
        m_bare.clear();
        m_angle.clear();
        m_comment.clear();
        m_hasAngle = false;
        m_isInAngle = false;
        m_hasAt = false;
    }

    std::string_view m_text;
    std::size_t m_maximumAddresses;
    std::size_t m_position = 0;
    AddressList m_list;
    std::string m_phrase;  ///< as a display name: quotes and comments taken out
    std::string m_bare;    ///< as an addr-spec without angle brackets
    std::string m_angle;   ///< what stands between the angle brackets
    std::string m_comment; ///< the old way to write a name: joe@example.com (Joe)
    std::string m_groupName;
    bool m_hasAngle = false;
    bool m_isInAngle = false;
    bool m_hasAt = false; ///< outside quotes and angle brackets
    bool m_isInGroup = false;
    bool m_groupIsEmpty = true;
};

/// RFC 5322 §3.2.3, and RFC 6532 for what is not ASCII.
bool isDotAtom(std::string_view text)
{
    constexpr std::string_view specials = "()<>[]:;@\\,\"";
    if (text.empty() || text.front() == '.' || text.back() == '.'
        || text.find("..") != std::string_view::npos)
        return false;
    return std::ranges::all_of(text, [specials](char c) {
        return static_cast<unsigned char>(c) > ' ' && c != '\x7f'
               && specials.find(c) == std::string_view::npos;
    });
}

} // namespace

AddressList parseAddresses(std::string_view raw, std::size_t maximumAddresses)
{
    return AddressParser(raw.substr(0, maximumBytes), maximumAddresses).parse();
}

std::string joinAddress(std::string_view localPart, std::string_view domain)
{
    std::string address;
    address.reserve(localPart.size() + 1 + domain.size());
    if (localPart.empty() || isDotAtom(localPart) || localPart.starts_with('"')) {
        address = localPart;
    } else {
        address = "\"";
        for (const char c : localPart) {
            if (c == '"' || c == '\\')
                address += '\\';
            address += c;
        }
        address += '"';
    }
    if (!domain.empty()) {
        address += '@';
        address += domain;
    }
    return rawLine(std::move(address));
}

} // namespace mime
