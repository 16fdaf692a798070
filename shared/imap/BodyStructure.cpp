// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/BodyStructure.h"

#include "core/Ascii.h"
#include "imap/Tokenizer.h"

#include <algorithm>

namespace imap {

namespace {

using NString = Tokenizer::NString;

const std::string *find(const std::vector<BodyParameter> &parameters, std::string_view name)
{
    const auto found = std::ranges::find_if(
        parameters, [name](const BodyParameter &parameter) { return parameter.name == name; });
    return found == parameters.end() ? nullptr : &found->value;
}

/// RFC 9051 §7.5.2, body. Lenient where servers are: missing extension data, NIL for anything,
/// sizes that are no numbers.
class BodyStructureParser
{
public:
    explicit BodyStructureParser(Tokenizer &tokens)
        : m_tokens(tokens)
    {}

    /// `container` is the number that the parts of a multipart, or `.1`, are appended to.
    bool parse(BodyStructure &part, const PartNumber &container, const PartNumber &own, int depth)
    {
        if (depth > BodyStructure::maximumDepth || ++m_parts > BodyStructure::maximumParts)
            return false;
        if (!m_tokens.take('('))
            return false;
        m_tokens.skipSpaces();
        const bool isRead = m_tokens.peek() == '(' ? parseMultipart(part, container, depth)
                                                   : parseSinglePart(part, own, depth);
        return isRead && skipToClose();
    }

private:
    bool parseMultipart(BodyStructure &part, const PartNumber &container, int depth)
    {
        part.type = "multipart";
        part.partNumber = container;
        std::uint32_t index = 0;
        while (m_tokens.peek() == '(') {
            const auto number = container.child(++index);
            if (!parse(part.children.emplace_back(), number, number, depth + 1))
                return false;
            m_tokens.skipSpaces();
        }
        return takeLower(part.subtype) && takeParameters(part.parameters) && takeDisposition(part);
    }

    bool parseSinglePart(BodyStructure &part, const PartNumber &own, int depth)
    {
        part.partNumber = own;
        if (!takeLower(part.type) || !takeLower(part.subtype) || !takeParameters(part.parameters)
            || !takeText(part.contentId) || !takeText(part.description) || !takeLower(part.encoding)
            || !takeSize(part.size))
            return false;
        if (part.type.empty() && part.subtype.empty()) {
            part.type = "text"; // RFC 2045 §5.2
            part.subtype = "plain";
        }
        if (isOver())
            return true;
        if (part.type == "message" && m_tokens.peek() == '(' && !parseNestedMessage(part, depth))
            return false;
        if (!isOver() && core::isDigit(m_tokens.peek()) && !m_tokens.skipValue()) // lines
            return false;
        std::string md5;
        return takeText(md5) && takeDisposition(part);
    }

    bool parseNestedMessage(BodyStructure &part, int depth)
    {
        auto envelope = Envelope::parse(m_tokens);
        if (!envelope)
            return false;
        part.nestedEnvelope = std::make_shared<const Envelope>(std::move(*envelope));
        m_tokens.skipSpaces();
        return parse(part.children.emplace_back(), part.partNumber, part.partNumber.child(1),
                     depth + 1);
    }

    bool takeDisposition(BodyStructure &part)
    {
        if (isOver())
            return true;
        if (!m_tokens.take('('))
            return takeLower(part.disposition); // NIL, or a bare word
        return takeLower(part.disposition) && takeParameters(part.dispositionParameters)
               && skipToClose();
    }

    bool takeParameters(std::vector<BodyParameter> &parameters)
    {
        if (isOver())
            return true;
        if (!m_tokens.take('(')) {
            std::string ignored;
            return m_tokens.takeNString(ignored) != NString::Malformed && ignored.empty();
        }
        while (!isOver()) {
            auto &parameter = parameters.emplace_back();
            if (!takeLower(parameter.name) || !takeText(parameter.value))
                return false;
        }
        return m_tokens.take(')');
    }

    bool takeSize(std::uint64_t &size)
    {
        if (isOver())
            return true;
        if (const auto number = m_tokens.takeNumber()) {
            size = *number;
            return true;
        }
        return m_tokens.skipValue();
    }

    bool takeText(std::string &text)
    {
        return isOver() || m_tokens.takeNString(text) != NString::Malformed;
    }

    bool takeLower(std::string &text)
    {
        if (!takeText(text))
            return false;
        std::ranges::transform(text, text.begin(), [](char c) { return core::toLower(c); });
        return true;
    }

    bool isOver()
    {
        m_tokens.skipSpaces();
        return m_tokens.peek() == ')';
    }

    bool skipToClose()
    {
        while (!isOver()) {
            if (!m_tokens.skipValue())
                return false;
        }
        return m_tokens.take(')');
    }

    Tokenizer &m_tokens;
    int m_parts = 0;
};

} // namespace

const std::string *BodyStructure::parameter(std::string_view name) const
{
    return find(parameters, name);
}

const std::string *BodyStructure::dispositionParameter(std::string_view name) const
{
    return find(dispositionParameters, name);
}

std::optional<BodyStructure> BodyStructure::parse(Tokenizer &tokens)
{
    BodyStructure root;
    BodyStructureParser parser(tokens);
    if (!parser.parse(root, PartNumber::root(), PartNumber::root().child(1), 1))
        return std::nullopt;
    return root;
}

} // namespace imap
