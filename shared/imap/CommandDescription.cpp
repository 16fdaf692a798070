// SPDX-License-Identifier: GPL-3.0-or-later
// A command in words for people, see Command::describe().
#include "imap/Command.h"
#include "imap/CommandWords.h"
#include "net/Conversation.h"

namespace imap {

namespace {

class Describer
{
public:
    explicit Describer(std::string_view tag)
        : m_text(tag)
    {}

    void operator()(Command::Open)
    {
        append("(");
        m_isAfterOpen = true;
    }
    void operator()(Command::Close)
    {
        m_text += ')';
        m_isAfterOpen = false;
    }
    void operator()(const AString &string) { append('"' + string.bytes() + '"'); }
    void operator()(const SecretString & /*secret*/) { append(net::masked); }
    void operator()(const InitialResponse & /*secret*/) { append(net::masked); }
    void operator()(const MessageLiteral &literal)
    {
        append('{' + std::to_string(literal.bytes().size()) + '}');
    }
    void operator()(const MailboxName &name) { append('"' + name.path() + '"'); }
    void operator()(const auto &part) { append(wordOf(part)); }

    std::string take() { return std::move(m_text); }

private:
    void append(std::string_view text)
    {
        if (!m_isAfterOpen)
            m_text += ' ';
        m_isAfterOpen = false;
        m_text += text;
    }

    std::string m_text;
    bool m_isAfterOpen = false;
};

} // namespace

std::string Command::describe(std::string_view tag) const
{
    Describer describer(tag);
    for (const auto &part : m_parts)
        std::visit(describer, part);
    return describer.take();
}

} // namespace imap
