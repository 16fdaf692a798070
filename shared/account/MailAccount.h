// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Secret.h"

#include <cstdint>
#include <memory>
#include <string>

namespace account {

/// How a connection to a mail server becomes confidential (RFC 8314).
enum class Security {
    ImplicitTls, ///< TLS from the first byte
    StartTls,    ///< plain greeting, then STARTTLS; refused if the server does not offer it
    PlainText,   ///< only to a loopback address and only when provisioned explicitly
};

/// A mail server as it was provisioned. Host is a DNS name or an address literal, never empty.
struct ServerEndpoint
{
    std::string host;
    std::uint16_t port = 0;
    Security security = Security::ImplicitTls;

    bool operator==(const ServerEndpoint &) const = default;
};

/// Where a mailbox is read and where it is sent from.
struct MailServers
{
    ServerEndpoint imap;
    ServerEndpoint smtp;

    bool operator==(const MailServers &) const = default;
};

/// User name and password for one server.
struct Credentials
{
    std::string username;
    core::Secret password;

    Credentials clone() const;
};

/// One person's mailbox: where it is read, where it is sent from, and who the sender is. It is made
/// at the login page, travels inside sealed tokens only, and is shared read-only afterwards.
struct MailAccount
{
    ServerEndpoint imap;
    Credentials imapLogin;
    ServerEndpoint smtp;
    Credentials smtpLogin;
    std::string emailAddress; ///< the addr-spec of From
    std::string fullName;     ///< the display name of From, may be empty
    /// The token family that these logins came in, by which they are counted when a mail server
    /// refuses them; empty when they came in no token.
    std::string family;

    MailAccount clone() const;
};

using MailAccountPtr = std::shared_ptr<const MailAccount>;

} // namespace account
