// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/TlsConfiguration.h"
#include "support/TestCertificates.h"

#include <QDateTime>
#include <QFile>
#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>

namespace {

QSslCertificate authorityOf(const support::TestCertificates &certificates)
{
    const auto path = QString::fromStdString(certificates.authorityFile());
    return QSslCertificate::fromPath(path).value(0);
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

class TlsConfigurationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_file = m_folder.filePath(QStringLiteral("authorities.pem")).toStdString(); }

    void theAuthoritiesOfTheFileAreTrusted()
    {
        write(m_file, m_first, 20);
        for (int i = 0; i < 2; ++i) {
            const auto configuration = net::tlsConfiguration({.extraCaFile = m_file});
            QVERIFY(configuration);
            QVERIFY(configuration->caCertificates().contains(authorityOf(m_first)));
        }
    }

    void aFileThatHasNotChangedIsReadOnce()
    {
        write(m_file, m_first, 20);
        const auto handle = [this] {
            const auto configuration = net::tlsConfiguration({.extraCaFile = m_file});
            const auto authorities =
                configuration ? configuration->caCertificates() : QList<QSslCertificate>();
            const auto index = authorities.indexOf(authorityOf(m_first));
            return index < 0 ? nullptr : authorities[index].handle();
        };
        const auto *const first = handle();
        QVERIFY(first != nullptr);
        QCOMPARE(handle(), first);
    }

    void aFileThatWasWrittenAnewCountsAtOnce()
    {
        write(m_file, m_first, 20);
        QVERIFY(net::tlsConfiguration({.extraCaFile = m_file}));
        write(m_file, m_second, 10);
        const auto configuration = net::tlsConfiguration({.extraCaFile = m_file});
        QVERIFY(configuration);
        QVERIFY(configuration->caCertificates().contains(authorityOf(m_second)));
        QVERIFY(!configuration->caCertificates().contains(authorityOf(m_first)));
    }

    void anotherFileIsAnotherOne()
    {
        for (const auto *certificates : {&m_first, &m_second, &m_first}) {
            const auto configuration =
                net::tlsConfiguration({.extraCaFile = certificates->authorityFile()});
            QVERIFY(configuration);
            QVERIFY(configuration->caCertificates().contains(authorityOf(*certificates)));
        }
    }

    void aFileThatIsGoneIsAnError()
    {
        write(m_file, m_first, 20);
        QVERIFY(net::tlsConfiguration({.extraCaFile = m_file}));
        QVERIFY(QFile::remove(QString::fromStdString(m_file)));
        const auto configuration = net::tlsConfiguration({.extraCaFile = m_file});
        QVERIFY(!configuration);
        QCOMPARE(configuration.error().kind, core::ErrorKind::Internal);
    }

private:
    QTemporaryDir m_folder;
    std::string m_file;
    support::TestCertificates m_first;
    support::TestCertificates m_second;
};

QTEST_GUILESS_MAIN(TlsConfigurationTest)
#include "TlsConfigurationTest.moc"
