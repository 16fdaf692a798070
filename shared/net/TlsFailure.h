// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"

#include <QSslCertificate>

#include <string>
#include <string_view>
#include <vector>

namespace net {

/// Something that is wrong with a certificate of the peer.
struct CertificateComplaint
{
    static constexpr int noCertificate = -1;

    int error = 0; ///< X509_V_ERR_… of OpenSSL, or that there is no certificate
    QSslCertificate certificate;
};

/// Says in plain words what is wrong with the certificate of `server`. Of several complaints the
/// one that helps most is named; `detail` has them all.
core::Error explainCertificate(const std::vector<CertificateComplaint> &complaints,
                               const std::string &host);

/// What is behind a handshake that failed without a word about certificates.
enum class HandshakeFailure {
    NotTls, ///< the peer speaks something else
    TooOld, ///< version, ciphers or keys
    Other,
};

/// From the text of the TLS library, which is also the `detail` of explainHandshake().
HandshakeFailure handshakeFailureOf(std::string_view libraryText);

/// Says in plain words why the handshake failed, from the text of the TLS library.
core::Error explainHandshake(const std::string &libraryText, const std::string &host);

} // namespace net
