// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/TlsFailure.h"

#include <QDateTime>
#include <QSslCertificate>

#include <algorithm>
#include <array>
#include <string_view>

namespace net {

namespace {

/// The causes, most telling first: a self-signed certificate is usually also for another name.
constexpr std::array byImportance{
    QSslError::NoPeerCertificate,
    QSslError::CertificateRevoked,
    QSslError::CertificateBlacklisted,
    QSslError::CertificateExpired,
    QSslError::CertificateNotYetValid,
    QSslError::SelfSignedCertificate,
    QSslError::InvalidCaCertificate,
    QSslError::InvalidPurpose,
    QSslError::PathLengthExceeded,
    QSslError::SelfSignedCertificateInChain,
    QSslError::UnableToGetLocalIssuerCertificate,
    QSslError::UnableToGetIssuerCertificate,
    QSslError::UnableToVerifyFirstCertificate,
    QSslError::CertificateUntrusted,
    QSslError::HostNameMismatch,
};

std::string dateOf(const QDateTime &time)
{
    return time.toUTC().date().toString(Qt::ISODate).toStdString();
}

std::string sentence(const QSslError &error, const std::string &host)
{
    const auto certificate = "The certificate of " + host;
    switch (error.error()) {
    case QSslError::NoPeerCertificate:
        return host + " shows no certificate.";
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return certificate + " has been revoked.";
    case QSslError::CertificateExpired:
        return certificate + " expired on " + dateOf(error.certificate().expiryDate()) + ".";
    case QSslError::CertificateNotYetValid:
        return certificate + " is not yet valid; it begins on "
               + dateOf(error.certificate().effectiveDate()) + ". Is the clock right?";
    case QSslError::HostNameMismatch:
        return certificate + " is for another name: it does not match " + host
               + ". Check the host name.";
    case QSslError::SelfSignedCertificate:
        return certificate + " is self-signed: no authority vouches for it.";
    case QSslError::InvalidCaCertificate:
    case QSslError::InvalidPurpose:
    case QSslError::PathLengthExceeded:
        return certificate + " was signed by a certificate that must not sign others.";
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return certificate
               + " was issued by an unknown authority, or the server does not send its "
                 "intermediate certificates.";
    default:
        return certificate + " cannot be trusted; its signature or key may be too weak.";
    }
}

struct LibraryText
{
    std::string_view part;
    core::ErrorKind kind;
    std::string_view sentence; ///< after the host name
};

constexpr std::string_view noTls = " does not speak TLS on this port. Is it a STARTTLS port?";
constexpr std::string_view oldTls =
    " only offers a TLS version that is too old; TLS 1.2 or newer is needed.";
constexpr std::string_view weakEncryption = " offers no encryption that is safe enough.";

constexpr std::array libraryTexts{
    LibraryText{"wrong version number", core::ErrorKind::Protocol, noTls},
    LibraryText{"packet length too long", core::ErrorKind::Protocol, noTls},
    LibraryText{"http request", core::ErrorKind::Protocol, noTls},
    LibraryText{"unsupported protocol", core::ErrorKind::UntrustedPeer, oldTls},
    LibraryText{"alert protocol version", core::ErrorKind::UntrustedPeer, oldTls},
    LibraryText{"version too low", core::ErrorKind::UntrustedPeer, oldTls},
    LibraryText{"handshake failure", core::ErrorKind::UntrustedPeer, weakEncryption},
    LibraryText{"no shared cipher", core::ErrorKind::UntrustedPeer, weakEncryption},
    LibraryText{"key too small", core::ErrorKind::UntrustedPeer,
                " uses keys that are too short to be safe."},
    LibraryText{"md too weak", core::ErrorKind::UntrustedPeer,
                " shows a certificate with a signature that is too weak."},
};

} // namespace

core::Error explainCertificate(const QList<QSslError> &complaints, const std::string &host)
{
    QSslError worst = complaints.isEmpty() ? QSslError() : complaints.first();
    auto rank = byImportance.size();
    std::string detail;
    for (const auto &complaint : complaints) {
        const auto *place = std::ranges::find(byImportance, complaint.error());
        const auto index = static_cast<std::size_t>(place - byImportance.begin());
        if (index < rank) {
            rank = index;
            worst = complaint;
        }
        detail += (detail.empty() ? "" : "; ") + complaint.errorString().toStdString();
    }
    return {core::ErrorKind::UntrustedPeer, sentence(worst, host), detail};
}

core::Error explainHandshake(const std::string &libraryText, const std::string &host)
{
    for (const auto &text : libraryTexts) {
        if (libraryText.find(text.part) != std::string::npos)
            return {text.kind, host + std::string(text.sentence), libraryText};
    }
    return {core::ErrorKind::UntrustedPeer, "The TLS handshake with " + host + " failed.",
            libraryText};
}

} // namespace net
