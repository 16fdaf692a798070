// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/FetchResponse.h"

#include "core/Ascii.h"
#include "imap/Date.h"
#include "imap/Flag.h"
#include "imap/Text.h"
#include "imap/Tokenizer.h"

#include <algorithm>

namespace imap {

namespace {

using NString = Tokenizer::NString;

/// Reads the items of one FETCH response. A value that is not what its name promises is skipped as
/// whatever it is; only a list that cannot be walked is an error.
class FetchParser
{
public:
    FetchParser(Tokenizer &tokens, FetchResponse &response)
        : m_tokens(tokens)
        , m_response(response)
        , m_message(response.message)
    {}

    bool parse()
    {
        if (!m_tokens.take('('))
            return false;
        while (true) {
            m_tokens.skipSpaces();
            if (m_tokens.take(')'))
                return true;
            if (!takeItem())
                return false;
        }
    }

private:
    bool takeItem()
    {
        const auto name = m_tokens.takeItemName();
        if (name.empty())
            return false;
        if (m_tokens.peek() == '[')
            return takeSection(name);
        m_tokens.skipSpaces();
        if (core::equalsIgnoringCase(name, "UID"))
            return takeUid();
        if (core::equalsIgnoringCase(name, "FLAGS"))
            return takeFlags();
        if (core::equalsIgnoringCase(name, "RFC822.SIZE"))
            return takeSize();
        if (core::equalsIgnoringCase(name, "INTERNALDATE"))
            return takeInternalDate();
        if (core::equalsIgnoringCase(name, "ENVELOPE"))
            return takeParsed(m_message.envelope, m_response.items.envelope);
        if (core::equalsIgnoringCase(name, "BODYSTRUCTURE"))
            return takeParsed(m_message.bodyStructure, m_response.items.bodyStructure);
        return m_tokens.skipValue();
    }

    bool takeUid()
    {
        const auto uid = m_tokens.takeNonZero32();
        if (uid)
            m_message.uid = *uid;
        return uid.has_value();
    }

    bool takeFlags()
    {
        m_response.items.flags = true;
        if (!m_tokens.take('('))
            return m_tokens.skipValue();
        while (true) {
            m_tokens.skipSpaces();
            if (m_tokens.take(')'))
                return true;
            std::string flag;
            if (m_tokens.takeNString(flag) == NString::Malformed)
                return false;
            m_message.flags.push_back(canonicalFlag(flag));
        }
    }

    bool takeSize()
    {
        m_response.items.size = true;
        const auto size = m_tokens.takeNumber();
        if (size)
            m_message.size = *size;
        return size.has_value() || m_tokens.skipValue();
    }

    bool takeInternalDate()
    {
        m_response.items.internalDate = true;
        std::string date;
        if (m_tokens.takeNString(date) == NString::Malformed)
            return m_tokens.skipValue();
        m_message.internalDate = parseInternalDate(date);
        return true;
    }

    template <typename Value>
    bool takeParsed(std::optional<Value> &value, bool &isPresent)
    {
        isPresent = true;
        auto trial = m_tokens;
        value = Value::parse(trial);
        if (!value)
            return m_tokens.skipValue();
        m_tokens = trial;
        return true;
    }

    /// `[…]`, perhaps `<origin>`, and the bytes.
    bool takeSection(std::string_view name)
    {
        std::string key;
        if (!takeSectionKey(key))
            return false;
        if (m_tokens.take('<')) {
            const auto origin = m_tokens.takeNumber();
            if (!origin || !m_tokens.take('>'))
                return false;
            key += '<' + std::to_string(*origin) + '>';
        }
        m_tokens.skipSpaces();
        if (!core::equalsIgnoringCase(name, "BODY"))
            return m_tokens.skipValue();
        std::string bytes;
        const auto kind = m_tokens.takeNString(bytes);
        if (kind == NString::Malformed)
            return false;
        m_response.items.sections.insert(key);
        if (kind == NString::Text)
            m_message.sections.insert_or_assign(std::move(key), std::move(bytes));
        return true;
    }

    /// In upper case, header names unquoted: as Section::key() has it.
    bool takeSectionKey(std::string &key)
    {
        m_tokens.take('[');
        std::string name;
        while (!m_tokens.take(']')) {
            if (m_tokens.isAtEnd())
                return false;
            if (m_tokens.takeString(name)) {
                key += toUpper(name);
                continue;
            }
            const char c = m_tokens.peek();
            if (!m_tokens.take(c))
                return false;
            key.push_back(toUpper(c));
        }
        return true;
    }

    Tokenizer &m_tokens;
    FetchResponse &m_response;
    FetchedMessage &m_message;
};

} // namespace

std::unique_ptr<FetchResponse> FetchResponse::parse(Tokenizer &tokens)
{
    auto response = std::make_unique<FetchResponse>();
    if (!FetchParser(tokens, *response).parse())
        return nullptr;
    return response;
}

bool FetchResponse::covers(const FetchItems &wanted) const
{
    return message.uid != 0 && (items.flags || !wanted.flags) && (items.size || !wanted.size)
           && (items.internalDate || !wanted.internalDate) && (items.envelope || !wanted.envelope)
           && (items.bodyStructure || !wanted.bodyStructure)
           && std::ranges::all_of(wanted.sections, [this](const Section &section) {
                  return std::ranges::find(items.sections, section.key()) != items.sections.end();
              });
}

void FetchResponse::merge(FetchResponse &&newer)
{
    message.sequence = newer.message.sequence;
    if (newer.items.flags)
        message.flags = std::move(newer.message.flags);
    if (newer.items.size)
        message.size = newer.message.size;
    if (newer.items.internalDate)
        message.internalDate = newer.message.internalDate;
    if (newer.items.envelope)
        message.envelope = std::move(newer.message.envelope);
    if (newer.items.bodyStructure)
        message.bodyStructure = std::move(newer.message.bodyStructure);
    for (auto &[key, bytes] : newer.message.sections)
        message.sections.insert_or_assign(key, std::move(bytes));
    items.flags |= newer.items.flags;
    items.size |= newer.items.size;
    items.internalDate |= newer.items.internalDate;
    items.envelope |= newer.items.envelope;
    items.bodyStructure |= newer.items.bodyStructure;
    items.sections.merge(newer.items.sections);
}

} // namespace imap
