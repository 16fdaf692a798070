// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/TlsContext.h"
#include "support/TestCertificates.h"

#include <QDateTime>
#include <QFile>
#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <algorithm>
#include <memory>

namespace {

/// Whether it is among those that the context trusts from the beginning.
bool trusts(const net::TlsContext &context, const support::TestCertificates &certificates)
{
    const auto path = QString::fromStdString(certificates.authorityFile());
    const auto expected = QSslCertificate::fromPath(path).value(0).toDer();
    const std::unique_ptr<STACK_OF(X509), void (*)(STACK_OF(X509) *)> trusted(
        X509_STORE_get1_all_certs(SSL_CTX_get_cert_store(context.native())),
        [](STACK_OF(X509) * all) { sk_X509_pop_free(all, X509_free); });
    for (int i = 0; i < sk_X509_num(trusted.get()); ++i) {
        QByteArray der(i2d_X509(sk_X509_value(trusted.get(), i), nullptr), '\0');
        auto *bytes = reinterpret_cast<unsigned char *>(der.data());
        i2d_X509(sk_X509_value(trusted.get(), i), &bytes);
        if (der == expected)
            return true;
    }
    return false;
}

/// As if it had been written so many seconds ago.
void write(const std::string &path, const support::TestCertificates &certificates, int secondsAgo)
{
    const auto target = QString::fromStdString(path);
    QFile::remove(target);
    QVERIFY(QFile::copy(QString::fromStdString(certificates.authorityFile()), target));
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-secondsAgo),
                             QFileDevice::FileModificationTime));
}

} // namespace

class TlsContextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_file = m_folder.filePath(QStringLiteral("authorities.pem")).toStdString(); }

    void theAuthoritiesOfTheFileAreTrusted()
    {
        write(m_file, m_first, 20);
        for (int i = 0; i < 2; ++i) {
            const auto context = net::TlsContext::of({.extraCaFile = m_file});
            QVERIFY(context);
            QVERIFY(trusts(**context, m_first));
            QVERIFY(!trusts(**context, m_second));
        }
    }

    void theContextIsMadeOnceForAFileThatDoesNotChange()
    {
        write(m_file, m_first, 20);
        const auto first = net::TlsContext::of({.extraCaFile = m_file});
        const auto second = net::TlsContext::of({.extraCaFile = m_file});
        QVERIFY(first && second);
        QCOMPARE(first->get(), second->get());
    }

    void aFileThatWasWrittenAnewCountsAtOnce()
    {
        write(m_file, m_first, 20);
        QVERIFY(net::TlsContext::of({.extraCaFile = m_file}));
        write(m_file, m_second, 10);
        const auto context = net::TlsContext::of({.extraCaFile = m_file});
        QVERIFY(context);
        QVERIFY(trusts(**context, m_second));
        QVERIFY(!trusts(**context, m_first));
    }

    void anotherFileIsAnotherOne()
    {
        for (const auto *certificates : {&m_first, &m_second, &m_first}) {
            const auto context =
                net::TlsContext::of({.extraCaFile = certificates->authorityFile()});
            QVERIFY(context);
            QVERIFY(trusts(**context, *certificates));
        }
    }

    void aFileThatIsGoneIsAnError()
    {
        write(m_file, m_first, 20);
        QVERIFY(net::TlsContext::of({.extraCaFile = m_file}));
        QVERIFY(QFile::remove(QString::fromStdString(m_file)));
        const auto context = net::TlsContext::of({.extraCaFile = m_file});
        QVERIFY(!context);
        QCOMPARE(context.error().kind, core::ErrorKind::Internal);
    }

    /// Where the system has put them, or SSL_CERT_FILE says that they are.
    void theAuthoritiesOfTheSystemAreTrusted()
    {
        write(m_file, m_second, 20);
        qputenv("SSL_CERT_FILE", QByteArray::fromStdString(m_file));
        const auto context = net::TlsContext::of({.extraCaFile = m_first.authorityFile()});
        qunsetenv("SSL_CERT_FILE");
        QVERIFY(context);
        QVERIFY(trusts(**context, m_first));
        QVERIFY(trusts(**context, m_second));
    }

private:
    QTemporaryDir m_folder;
    std::string m_file;
    support::TestCertificates m_first;
    support::TestCertificates m_second;
};

QTEST_GUILESS_MAIN(TlsContextTest)
#include "TlsContextTest.moc"
