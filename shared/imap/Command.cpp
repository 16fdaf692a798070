// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Command.h"

#include "core/Ascii.h"
#include "core/Unicode.h"
#include "imap/CommandWords.h"
#include "imap/Text.h"

#include <algorithm>

namespace imap {

namespace {

/// Longer strings travel as literals: lines of 8,192 octets are all a server must take (RFC 7162
/// §4).
constexpr std::size_t maximumQuotedBytes = 1000;
constexpr std::size_t maximumSmallLiteral = 4096; // RFC 7888 §5

constexpr bool isForbidden(char c)
{
    return c == '\0' || c == '\r' || c == '\n';
}

bool hasForbidden(std::string_view text)
{
    return std::ranges::any_of(text, isForbidden);
}

core::Error forbiddenCharacter()
{
    return {core::ErrorKind::InvalidArgument,
            "The text must not contain line breaks or NUL characters."};
}

class Encoder
{
public:
    Encoder(Command::Encoded &output, std::string_view tag, const Command::Dialect &dialect)
        : m_output(output)
        , m_dialect(dialect)
    {
        m_output.chunks.emplace_back(tag);
    }

    void operator()(Command::Open)
    {
        separate();
        chunk().push_back('(');
        m_isAfterOpen = true;
    }
    void operator()(Command::Close)
    {
        chunk().push_back(')');
        m_isAfterOpen = false;
    }
    void operator()(const AString &string) { appendString(string.bytes()); }
    void operator()(const SecretString &string)
    {
        m_output.holdsSecret = true;
        // One allocation, so that no copy of the secret stays behind in freed memory.
        chunk().reserve(chunk().size() + 2 * string.reveal().size() + 64);
        appendString(string.reveal());
    }
    void operator()(const InitialResponse &response)
    {
        m_output.holdsSecret = true;
        chunk().reserve(chunk().size() + response.reveal().size() + 8);
        append(response.reveal());
    }
    void operator()(const MessageLiteral &literal) { appendLiteral(literal.bytes()); }
    void operator()(const MailboxName &name) { appendString(name.wireBytes(m_dialect.names)); }
    void operator()(const auto &part) { append(wordOf(part)); }

    void finish() { chunk() += "\r\n"; }

private:
    std::string &chunk() { return m_output.chunks.back(); }

    void separate()
    {
        if (!m_isAfterOpen)
            chunk().push_back(' ');
        m_isAfterOpen = false;
    }

    void append(std::string_view text)
    {
        separate();
        chunk() += text;
    }

    void appendString(std::string_view bytes)
    {
        if (!isQuotable(bytes)) {
            appendLiteral(bytes);
            return;
        }
        separate();
        chunk().push_back('"');
        for (const char c : bytes) {
            if (c == '"' || c == '\\')
                chunk().push_back('\\');
            chunk().push_back(c);
        }
        chunk().push_back('"');
    }

    bool isQuotable(std::string_view bytes) const
    {
        if (bytes.size() > maximumQuotedBytes || std::ranges::any_of(bytes, isControlByte))
            return false;
        return isAscii(bytes) || (m_dialect.hasUtf8() && core::isValidUtf8(bytes));
    }

    void appendLiteral(std::string_view bytes)
    {
        using Literals = Command::Dialect::Literals;
        const bool isImmediate =
            m_dialect.literals == Literals::Immediate
            || (m_dialect.literals == Literals::UpTo4096 && bytes.size() <= maximumSmallLiteral);
        separate();
        chunk() += '{' + std::to_string(bytes.size()) + (isImmediate ? "+}\r\n" : "}\r\n");
        if (!isImmediate)
            m_output.chunks.emplace_back();
        chunk() += bytes;
    }

    Command::Encoded &m_output;
    const Command::Dialect &m_dialect;
    bool m_isAfterOpen = false;
};

} // namespace

core::Result<AString> AString::from(std::string_view bytes)
{
    if (hasForbidden(bytes))
        return forbiddenCharacter();
    return AString(bytes);
}

bool AString::isAscii() const
{
    return imap::isAscii(m_bytes);
}

core::Result<SecretString> SecretString::from(const core::Secret &secret)
{
    if (hasForbidden(secret.reveal()))
        return forbiddenCharacter();
    return SecretString(secret.clone());
}

core::Result<InitialResponse> InitialResponse::from(const std::string &base64)
{
    const auto isBase64 = [](char c) {
        return core::isLetter(c) || core::isDigit(c) || c == '+' || c == '/' || c == '=';
    };
    if (base64.empty() || !std::ranges::all_of(base64, isBase64))
        return forbiddenCharacter();
    return InitialResponse(base64);
}

core::Result<MessageLiteral> MessageLiteral::from(std::string bytes)
{
    if (bytes.empty() || bytes.find('\0') != std::string::npos)
        return core::Error(core::ErrorKind::InvalidArgument,
                           "A message must not be empty and must not contain NUL characters.");
    return MessageLiteral(std::move(bytes));
}

Command::Encoded::~Encoded()
{
    if (!holdsSecret)
        return;
    for (auto &chunk : chunks)
        core::wipe(chunk);
}

Command::Encoded Command::encode(std::string_view tag, const Dialect &dialect) const
{
    Encoded encoded;
    Encoder encoder(encoded, tag, dialect);
    for (const auto &part : m_parts)
        std::visit(encoder, part);
    encoder.finish();
    return encoded;
}

} // namespace imap
