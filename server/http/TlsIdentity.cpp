// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/TlsIdentity.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

#include <memory>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace http {

namespace {

core::Error invalid(std::string message)
{
    return {core::ErrorKind::InvalidArgument, std::move(message)};
}

core::Result<QByteArray> readFile(const std::string &path)
{
    static constexpr qint64 largestFile = 1024LL * 1024;
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly)) {
        return invalid("The file “" + path + "” cannot be read: " + file.errorString().toStdString()
                       + ".");
    }
    return file.read(largestFile);
}

QSslKey parseKey(const QByteArray &pem)
{
    for (const auto algorithm : {QSsl::Ec, QSsl::Rsa}) {
        QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

/// Qt would only notice at the handshake. The key counts in the form Qt has understood.
bool belongTogether(const QSslCertificate &certificate, const QSslKey &key)
{
    const QByteArray certificatePem = certificate.toPem();
    const QByteArray keyPem = key.toPem();
    const auto open = [](const QByteArray &pem) {
        return std::unique_ptr<BIO, decltype(&BIO_free_all)>(
            BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())), &BIO_free_all);
    };
    const std::unique_ptr<X509, decltype(&X509_free)> x509(
        PEM_read_bio_X509(open(certificatePem).get(), nullptr, nullptr, nullptr), &X509_free);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> privateKey(
        PEM_read_bio_PrivateKey(open(keyPem).get(), nullptr, nullptr, nullptr), &EVP_PKEY_free);
    const bool matches = x509 && privateKey && X509_check_private_key(x509.get(), privateKey.get());
    ERR_clear_error();
    return matches;
}

} // namespace

core::Result<QSslConfiguration> loadTlsIdentity(const std::string &certificateFile,
                                                const std::string &keyFile)
{
    const auto certificatePem = readFile(certificateFile);
    if (!certificatePem)
        return certificatePem.error();
    const auto keyPem = readFile(keyFile);
    if (!keyPem)
        return keyPem.error();
    const auto chain = QSslCertificate::fromData(*certificatePem, QSsl::Pem);
    if (chain.isEmpty())
        return invalid("The file “" + certificateFile + "” holds no PEM certificate.");
    const auto key = parseKey(*keyPem);
    if (key.isNull()) {
        return invalid("The file “" + keyFile
                       + "” holds no unencrypted RSA or EC key in PEM form.");
    }
    if (!belongTogether(chain.first(), key)) {
        return invalid("The key in “" + keyFile + "” does not belong to the certificate in “"
                       + certificateFile
                       + "”. The server's own certificate comes first in its file.");
    }
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

} // namespace http
