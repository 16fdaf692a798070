// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/TlsConfiguration.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSslCertificate>

namespace net {

namespace {

/// The certificates in a PEM file. They are read again when the file has changed, so that a new
/// authority counts from the next connection on; not for each connection, for that took a tenth of
/// the processor time of a call without a session.
const QList<QSslCertificate> &certificatesIn(const std::string &file)
{
    struct Reading
    {
        QString path;
        QDateTime modified;
        qint64 size = -1;
        QList<QSslCertificate> certificates;
    };
    thread_local Reading last;
    const auto path = QString::fromStdString(file);
    const QFileInfo info(path);
    const auto modified = info.lastModified();
    if (last.path != path || last.modified != modified || last.size != info.size())
        last = {.path = path,
                .modified = modified,
                .size = info.size(),
                .certificates = QSslCertificate::fromPath(path)};
    return last.certificates;
}

} // namespace

core::Result<QSslConfiguration> tlsConfiguration(const TlsPolicy &policy)
{
    auto configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    // Sessions are not resumed: it would save 0.6 ms of 3.3 (TLS 1.3, measured against Dovecot),
    // and the chain of a certificate would not be checked again.
    if (policy.extraCaFile.empty())
        return configuration;
    const auto &authorities = certificatesIn(policy.extraCaFile);
    if (authorities.isEmpty())
        return core::Error(core::ErrorKind::Internal,
                           "The configured file of certificate authorities cannot be used.",
                           "no PEM certificate in " + policy.extraCaFile);
    configuration.addCaCertificates(authorities);
    return configuration;
}

} // namespace net
