// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "clients/Scope.h"
#include "core/Error.h"
#include "core/Result.h"
#include "core/Secret.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tokens {

/// How long the texts in a token may be, in bytes. The login page and `generate` use the same
/// numbers, so whatever passes there fits into every token.
struct Limits
{
    static constexpr std::size_t emailAddress = 254;
    static constexpr std::size_t username = 254;
    static constexpr std::size_t password = 256;
    static constexpr std::size_t fullName = 128;
    static constexpr std::size_t clientName = 128;
    static constexpr std::size_t host = 253;
    static constexpr std::size_t redirectUri = 512;
    static constexpr std::size_t redirectUris = 16;
    static constexpr std::size_t state = 2048;
    static constexpr std::size_t folder = 1000; ///< imap::MailboxName::maximumBytes
    static constexpr std::size_t partNumber = 200;
    static constexpr std::size_t fileName = 255;
    static constexpr std::size_t contentType = 127;
    static constexpr std::size_t identifier = 64; ///< ids, hashes and challenges
    /// Whatever the bytes and however long the issuer, a token with so many of them is not too
    /// long.
    static constexpr std::size_t protocolState = 3072;
};

/// Collects the claims of a token and writes them as JSON, padded with spaces to a multiple of 256
/// bytes, so that the size of a token says little about what is in it. Wipes what it held.
class ClaimsWriter
{
public:
    ClaimsWriter();
    ~ClaimsWriter();
    ClaimsWriter(const ClaimsWriter &) = delete;
    ClaimsWriter &operator=(const ClaimsWriter &) = delete;

    /// Longer than `limit` bytes: finish() fails, naming the claim.
    void text(std::string_view name, std::string_view value, std::size_t limit);
    /// The same for what need not be UTF-8: it is written as base64url.
    void bytes(std::string_view name, std::string_view value, std::size_t limit);
    void integer(std::string_view name, std::int64_t value);
    void boolean(std::string_view name, bool value);
    /// A member that is there only when it is true.
    void flag(std::string_view name, bool value);
    void list(std::string_view name, const std::vector<std::string> &values,
              std::size_t maximumItems, std::size_t limit);

    /// InvalidArgument when a claim was too long or is not UTF-8.
    core::Result<core::Secret> finish();

private:
    void noteLength(std::string_view name, std::size_t length, std::size_t limit);

    std::unique_ptr<nlohmann::json> m_claims;
    std::string m_problem;
};

/// Reads the claims of an opened token. Every read is strict in type and length; the first one that
/// fails turns the whole reader bad, so a caller reads everything and asks once.
class ClaimsReader
{
public:
    /// Refuses what is not one flat JSON object: syntax, nested objects, a member that comes
    /// twice, bytes that are not UTF-8.
    explicit ClaimsReader(std::string_view text);
    ~ClaimsReader();
    ClaimsReader(ClaimsReader &&) = delete;
    ClaimsReader(const ClaimsReader &) = delete;
    ClaimsReader &operator=(const ClaimsReader &) = delete;

    bool isGood() const { return m_isGood; }
    /// For a check of meaning that failed.
    void fail() { m_isGood = false; }
    /// True when the member is there and not null.
    bool has(std::string_view name) const;

    std::string text(std::string_view name, std::size_t limit);
    /// What ClaimsWriter::bytes() wrote.
    std::string bytes(std::string_view name, std::size_t limit);
    std::string optionalText(std::string_view name, std::size_t limit);
    core::Secret secret(std::string_view name, std::size_t limit);
    /// 0 … 2^53 - 1.
    std::int64_t integer(std::string_view name);
    /// 0 … 253402300799, the last second of the year 9999.
    std::int64_t time(std::string_view name);
    std::uint32_t number(std::string_view name);
    bool boolean(std::string_view name);
    /// What ClaimsWriter::flag() wrote: false when it is missing.
    bool flag(std::string_view name);
    std::vector<std::string> list(std::string_view name, std::size_t maximumItems,
                                  std::size_t limit);

private:
    const nlohmann::json *find(std::string_view name);

    std::unique_ptr<nlohmann::json> m_claims;
    bool m_isGood = false;
};

/// A text that names something and is never empty.
std::string readIdentifier(ClaimsReader &claims, std::string_view name);

/// imap_host, imap_port, imap_ssl and the same for smtp. `imap_plain` marks the plain text that
/// only a loopback server may have.
void writeEndpoint(ClaimsWriter &claims, std::string_view prefix,
                   const account::ServerEndpoint &endpoint);
account::ServerEndpoint readEndpoint(ClaimsReader &claims, std::string_view prefix);

/// Both endpoints, both logins (the SMTP login only where it differs), email, full_name.
void writeAccount(ClaimsWriter &claims, const account::MailAccount &account);
std::shared_ptr<account::MailAccount> readAccount(ClaimsReader &claims);

/// What reads a mailbox and nothing else: the IMAP endpoint and its login.
void writeImapAccount(ClaimsWriter &claims, const account::MailAccount &account);
std::shared_ptr<account::MailAccount> readImapAccount(ClaimsReader &claims);

/// Scopes as one space-separated text.
void writeScopes(ClaimsWriter &claims, std::string_view name, const clients::ScopeSet &scopes);
clients::ScopeSet readScopes(ClaimsReader &claims, std::string_view name);

} // namespace tokens
