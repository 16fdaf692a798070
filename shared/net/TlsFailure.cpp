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
    HandshakeFailure failure;
    std::string_view sentence; ///< after the host name
};

constexpr std::string_view noTls = " does not speak TLS on this port. Is it a STARTTLS port?";
constexpr std::string_view oldTls =
    " only offers a TLS version that is too old; TLS 1.2 or newer is needed.";
constexpr std::string_view weakEncryption = " offers no encryption that is safe enough.";

constexpr std::array libraryTexts{
    LibraryText{"wrong version number", HandshakeFailure::NotTls, noTls},
    LibraryText{"packet length too long", HandshakeFailure::NotTls, noTls},
    LibraryText{"http request", HandshakeFailure::NotTls, noTls},
    LibraryText{"unsupported protocol", HandshakeFailure::TooOld, oldTls},
    LibraryText{"alert protocol version", HandshakeFailure::TooOld, oldTls},
    LibraryText{"version too low", HandshakeFailure::TooOld, oldTls},
    LibraryText{"handshake failure", HandshakeFailure::TooOld, weakEncryption},
    LibraryText{"no shared cipher", HandshakeFailure::TooOld, weakEncryption},
    LibraryText{"key too small", HandshakeFailure::TooOld,
                " uses keys that are too short to be safe."},
    LibraryText{"md too weak", HandshakeFailure::Other,
                " shows a certificate with a signature that is too weak."},
};

const LibraryText *textIn(std::string_view words)
{
    const auto *const found = std::ranges::find_if(libraryTexts, [words](const LibraryText &text) {
        return words.find(text.part) != std::string_view::npos;
    });
    return found == libraryTexts.end() ? nullptr : &*found;
}

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

HandshakeFailure handshakeFailureOf(std::string_view libraryText)
{
    const auto *const text = textIn(libraryText);
    return text ? text->failure : HandshakeFailure::Other;
}

core::Error explainHandshake(const std::string &libraryText, const std::string &host)
{
    const auto *const text = textIn(libraryText);
    if (!text)
        return {core::ErrorKind::UntrustedPeer, "The TLS handshake with " + host + " failed.",
                libraryText};
    const bool isTls = text->failure != HandshakeFailure::NotTls;
    return {isTls ? core::ErrorKind::UntrustedPeer : core::ErrorKind::Protocol,
            host + std::string(text->sentence), libraryText};
}

} // namespace net
