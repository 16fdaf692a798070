// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/TlsFailure.h"

#include <QDateTime>

#include <openssl/x509_vfy.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace net {

namespace {

/// The causes, most telling first: a self-signed certificate is usually also for another name.
constexpr std::array byImportance{
    CertificateComplaint::noCertificate,
    X509_V_ERR_CERT_REVOKED,
    X509_V_ERR_CERT_HAS_EXPIRED,
    X509_V_ERR_CERT_NOT_YET_VALID,
    X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT,
    X509_V_ERR_INVALID_CA,
    X509_V_ERR_INVALID_PURPOSE,
    X509_V_ERR_PATH_LENGTH_EXCEEDED,
    X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
    X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
    X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT,
    X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE,
    X509_V_ERR_CERT_UNTRUSTED,
    X509_V_ERR_HOSTNAME_MISMATCH,
    X509_V_ERR_IP_ADDRESS_MISMATCH,
};

std::string dateOf(const QDateTime &time)
{
    return time.toUTC().date().toString(Qt::ISODate).toStdString();
}

std::string sentence(const CertificateComplaint &complaint, const std::string &host)
{
    const auto certificate = "The certificate of " + host;
    switch (complaint.error) {
    case CertificateComplaint::noCertificate:
        return host + " shows no certificate.";
    case X509_V_ERR_CERT_REVOKED:
        return certificate + " has been revoked.";
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return certificate + " expired on " + dateOf(complaint.certificate.expiryDate()) + ".";
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return certificate + " is not yet valid; it begins on "
               + dateOf(complaint.certificate.effectiveDate()) + ". Is the clock right?";
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return certificate + " is for another name: it does not match " + host
               + ". Check the host name.";
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        return certificate + " is self-signed: no authority vouches for it.";
    case X509_V_ERR_INVALID_CA:
    case X509_V_ERR_INVALID_PURPOSE:
    case X509_V_ERR_PATH_LENGTH_EXCEEDED:
        return certificate + " was signed by a certificate that must not sign others.";
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_CERT_UNTRUSTED:
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

core::Error explainCertificate(const std::vector<CertificateComplaint> &complaints,
                               const std::string &host)
{
    CertificateComplaint worst;
    auto rank = byImportance.size() + 1;
    std::string detail;
    for (const auto &complaint : complaints) {
        const auto *place = std::ranges::find(byImportance, complaint.error);
        const auto index = static_cast<std::size_t>(place - byImportance.begin());
        if (index < rank) {
            rank = index;
            worst = complaint;
        }
        detail += (detail.empty() ? "" : "; ")
                  + std::string(X509_verify_cert_error_string(complaint.error));
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
