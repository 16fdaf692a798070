// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace mailconnect {

/// What a step of the diagnosis found to be wrong, or worth a warning.
enum class Finding {
    None,
    // Name and connection
    InvalidHost,
    HostNotFound,
    NameServiceFailed,
    ConnectionRefused,
    Unreachable,
    ConnectionTimedOut,
    PlainTextForbidden, ///< only this computer may be spoken to without TLS
    // TLS
    NotTls,    ///< TLS was expected, and the port begins in the clear
    TlsAtOnce, ///< a greeting was expected, and the port begins with TLS
    TlsTooOld, ///< version or ciphers
    TlsFailed,
    TlsTimedOut,
    CertificateExpired,
    CertificateNotYetValid,
    CertificateWrongName,
    CertificateSelfSigned,
    CertificateUnknownAuthority,
    CertificateUntrusted, ///< revoked, too weak, or anything else
    CertificateEndsSoon,
    AuthorityFileUnusable, ///< our own: TlsPolicy::extraCaFile
    // Protocol
    NoAnswer,       ///< connected, and the server says nothing
    ConnectionLost, ///< the server hung up
    NotThisProtocol,
    Rejected, ///< the server does not serve us: BYE, 554, 421
    NoStartTls,
    StartTlsRefused,
    Tampering,           ///< bytes between STARTTLS and the handshake
    PasswordsInTheClear, ///< offered before TLS
    // Login
    LoginDisabled,
    NoAuthentication, ///< SMTP without AUTH
    NoMechanism,
    OAuthOnly,
    WrongCredentials,
    AppPasswordNeeded,
    PasswordLoginsOff, ///< by the provider or the administrator
    LoginNotNow,
    ServerNotProven, ///< SCRAM: the server does not know the password
    // Mailbox and sending
    FoldersUnreadable,
    QuotaUnknown,
    QuotaNearlyUsed,
    QuotaUsedUp,
    SenderRefused,
    RecipientRefused,
    Greylisted,
    MessageRefused,
    DeliveryUnknown,
    MessageNotFound,
    MessageInJunk,
    MessageNotDeleted,
    // Any step
    Slow,
    TimeIsUp, ///< the time for the whole diagnosis
    Cancelled,
    Failed, ///< what none of these names
};

/// Stable snake_case name, as it stands in reports: "certificate_expired".
std::string_view nameOf(Finding finding);

} // namespace mailconnect
