// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Result.h"
#include "core/Task.h"
#include "sasl/Mechanism.h"

#include <memory>
#include <optional>
#include <string>

namespace sasl {

/// Refuses (InvalidArgument) what no mechanism may be given: an empty user name, an empty secret
/// (some directories take that for an anonymous login and say yes), CR, LF and NUL.
core::Result<core::Done> checkCredentials(const account::Credentials &credentials);

/// One login by one mechanism, seen from the client (RFC 4422). It speaks base64 as IMAP and SMTP
/// do. Use it once; after any error the connection must be given up.
///
///     send "AUTH " + nameOf(mechanism) + initialResponse
///     for every challenge: send respond(challenge)
///     when the server says that all is well: confirm()
class Exchange
{
public:
    /// The user name is also the authorisation identity. For tokens the password is the token.
    static core::Result<std::unique_ptr<Exchange>> begin(Mechanism mechanism,
                                                         const account::Credentials &credentials);

    virtual ~Exchange() = default;
    Exchange(const Exchange &) = delete;
    Exchange &operator=(const Exchange &) = delete;

    /// What the client says first, in base64 ("=" stands for nothing, RFC 4954 §4). No value: the
    /// server speaks first. Where the protocol has no initial response, it answers the server's
    /// first, empty challenge.
    core::Result<std::optional<std::string>> initialResponse();

    /// The answer to a challenge, both in base64, without "=" for nothing. May compute on another
    /// thread. Errors: Protocol (not base64, or a challenge that the mechanism does not know),
    /// UntrustedPeer (the server does not prove that it knows the password), Unsupported (too many
    /// iterations), Unauthenticated (the server says no within the exchange).
    core::Task<core::Result<std::string>> respond(std::string challenge);

    /// To be asked when the server reports success. UntrustedPeer: it has not proved itself.
    virtual core::Result<core::Done> confirm() const { return core::Done{}; }

protected:
    Exchange() = default;

    /// The same without base64.
    virtual core::Result<std::optional<std::string>> first() = 0;
    virtual core::Task<core::Result<std::string>> answer(std::string challenge) = 0;
};

/// A challenge that the mechanism has no answer to.
core::Error unexpectedChallenge();

} // namespace sasl
