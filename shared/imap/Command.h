// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/Secret.h"
#include "imap/Flag.h"
#include "imap/MailboxName.h"
#include "imap/Section.h"
#include "imap/SequenceSet.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace imap {

/// Words that are written in our source: checked by the compiler, so no text from outside can
/// become one.
class Word
{
public:
    template <std::size_t Size>
    consteval Word(const char (&text)[Size]) // NOLINT(modernize-avoid-c-arrays): a literal is one
        : m_text(text, Size - 1)
    {
        for (const char c : m_text) {
            if (c < ' ' || c > '~')
                throw "a word of the protocol is printable ASCII";
        }
    }

    constexpr std::string_view text() const { return m_text; }

private:
    std::string_view m_text;
};

/// A string argument. It goes out quoted or as a literal, whichever it needs.
class AString
{
public:
    /// InvalidArgument if it holds NUL, CR or LF.
    static core::Result<AString> from(std::string_view bytes);

    const std::string &bytes() const { return m_bytes; }
    bool isAscii() const;

private:
    explicit AString(std::string_view bytes)
        : m_bytes(bytes)
    {}

    std::string m_bytes;
};

/// The same for a password: it is not copied on the way and wiped afterwards.
class SecretString
{
public:
    /// InvalidArgument if it holds NUL, CR or LF.
    static core::Result<SecretString> from(const core::Secret &secret);

    std::string_view reveal() const { return m_secret->reveal(); }

private:
    explicit SecretString(core::Secret secret)
        : m_secret(std::make_shared<const core::Secret>(std::move(secret)))
    {}

    std::shared_ptr<const core::Secret> m_secret;
};

/// The initial response of AUTHENTICATE (RFC 4959), in base64; secret.
class InitialResponse
{
public:
    /// InvalidArgument unless it is made of the characters of base64; "=" stands for nothing.
    static core::Result<InitialResponse> from(const std::string &base64);

    std::string_view reveal() const { return m_base64->reveal(); }

private:
    explicit InitialResponse(std::string_view base64)
        : m_base64(std::make_shared<const core::Secret>(core::Secret::copyOf(base64)))
    {}

    std::shared_ptr<const core::Secret> m_base64;
};

/// A whole message for APPEND: any bytes but NUL, always a literal.
class MessageLiteral
{
public:
    /// InvalidArgument if it holds NUL or is empty.
    static core::Result<MessageLiteral> from(std::string bytes);

    const std::string &bytes() const { return *m_bytes; }

private:
    explicit MessageLiteral(std::string bytes)
        : m_bytes(std::make_shared<const std::string>(std::move(bytes)))
    {}

    std::shared_ptr<const std::string> m_bytes;
};

/// One command, built from typed parts. There is no way to put a raw string on the wire.
///
///     Command command("UID FETCH");
///     command.add(uids).open().add(Word("FLAGS")).add(Section::header()).close();
class Command
{
public:
    struct Open
    {};
    struct Close
    {};
    using Part = std::variant<Word, Open, Close, std::uint64_t, AString, SecretString,
                              InitialResponse, MessageLiteral, MailboxName, SequenceSet,
                              std::chrono::year_month_day, std::chrono::sys_seconds, Flag, Section>;

    /// What the server understands, as far as it changes the bytes.
    struct Dialect
    {
        enum class Literals {
            Synchronising, ///< RFC 9051 §4.3: wait for "+" before each
            UpTo4096,      ///< LITERAL- (RFC 7888): small ones without waiting
            Immediate,     ///< LITERAL+
        };
        Literals literals = Literals::Synchronising;
        NameEncoding names = NameEncoding::ModifiedUtf7;
        /// UTF8=ACCEPT is on: quoted strings may hold UTF-8 (RFC 6855 §3).
        bool hasUtf8() const { return names == NameEncoding::Utf8; }
    };

    /// Bytes ready to send. Between two chunks the server has to ask for the next one ("+").
    struct Encoded
    {
        std::vector<std::string> chunks;
        bool holdsSecret = false;

        Encoded() = default;
        Encoded(Encoded &&) noexcept = default;
        Encoded &operator=(Encoded &&) = delete;
        Encoded(const Encoded &) = delete;
        Encoded &operator=(const Encoded &) = delete;
        ~Encoded(); ///< wipes the chunks if they hold a secret
    };

    explicit Command(Word verb) { add(verb); }

    Command &add(Part part)
    {
        m_parts.push_back(std::move(part));
        return *this;
    }
    Command &open() { return add(Open{}); }
    Command &close() { return add(Close{}); }

    Encoded encode(std::string_view tag, const Dialect &dialect) const;
    /// One line for people who look for a fault: no secrets, and of a message only its size.
    std::string describe(std::string_view tag) const;

private:
    std::vector<Part> m_parts;
};

} // namespace imap
