// SPDX-License-Identifier: GPL-3.0-or-later
#include "provisioning/KeySource.h"

#include "core/Base64.h"
#include "support/CountingRandom.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

namespace {

std::string keyText(unsigned char first)
{
    support::CountingRandom random(first);
    return core::encodeBase64(random.bytes(32));
}

QStringList idsOf(const crypto::KeyRing &ring)
{
    QStringList ids;
    for (const auto &key : ring.keys())
        ids += QString::fromStdString(key.id);
    return ids;
}

} // namespace

class KeySourceTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;

    std::string write(const char *name, const std::string &text, mode_t mode = 0600)
    {
        QFile file(m_directory.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly)
            || file.write(text.data(), static_cast<qint64>(text.size())) < 0)
            return {};
        file.close();
        const auto path = file.fileName().toStdString();
        return chmod(path.c_str(), mode) == 0 ? path : std::string();
    }

private Q_SLOTS:
    void keysAreReadInEveryFormThatPeoplePaste_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("ids");
        const auto a = QString::fromStdString(keyText(1));
        const auto b = QString::fromStdString(keyText(2));
        QTest::newRow("bare") << a << QStringList{QStringLiteral("default")};
        QTest::newRow("with blanks")
            << QStringLiteral("  %1\n").arg(a) << QStringList{QStringLiteral("default")};
        QTest::newRow("ring") << QStringLiteral("new:%1,old:%2").arg(a, b)
                              << QStringList{QStringLiteral("new"), QStringLiteral("old")};
        QTest::newRow("line") << QStringLiteral("ENCRYPTION_KEY=%1").arg(a)
                              << QStringList{QStringLiteral("default")};
        QTest::newRow("settings") << QStringLiteral(
                                         "# mine\nPORT=3000\nexport ENCRYPTION_KEYS='new:%1'\n"
                                         "ENCRYPTION_KEY=\"%2\"\n")
                                         .arg(a, b)
                                  << QStringList{QStringLiteral("new"), QStringLiteral("default")};
    }
    void keysAreReadInEveryFormThatPeoplePaste()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, ids);
        const auto ring = provisioning::keysFromText(text.toStdString());
        QVERIFY2(ring, ring ? "" : ring.error().message.c_str());
        QCOMPARE(idsOf(*ring), ids);
    }

    void whatIsNoKeyIsRefusedWithoutShowingIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("short") << QStringLiteral("c2hvcnRzZWNyZXQ=");
        QTest::newRow("not base64") << QStringLiteral("shortsecret!");
        QTest::newRow("twice the same name")
            << QString::fromStdString("a:" + keyText(1) + ",a:" + keyText(2));
        QTest::newRow("settings without a key") << QStringLiteral("NO_ENCRYPTION_KEY=1");
        QTest::newRow("broken settings") << QStringLiteral("ENCRYPTION_KEY='shortsecret=");
    }
    void whatIsNoKeyIsRefusedWithoutShowingIt()
    {
        QFETCH(QString, text);
        const auto ring = provisioning::keysFromText(text.toStdString());
        QVERIFY(!ring);
        QCOMPARE(ring.error().kind, core::ErrorKind::InvalidArgument);
        QVERIFY(ring.error().message.find("c2hvcnRzZWNyZXQ") == std::string::npos);
        QVERIFY(ring.error().message.find("shortsecret") == std::string::npos);
        QVERIFY(ring.error().message.find(keyText(1)) == std::string::npos);
    }

    void longTextIsRefused()
    {
        const auto ring =
            provisioning::keysFromText(std::string(provisioning::longestKeyText + 1, 'A'));
        QVERIFY(!ring);
        QCOMPARE(ring.error().kind, core::ErrorKind::TooLarge);
        const auto path = write("large", std::string(provisioning::longestKeyText + 1, 'A'));
        const auto file = provisioning::keysFromFile(path);
        QVERIFY(!file);
        QCOMPARE(file.error().kind, core::ErrorKind::TooLarge);
    }

    void aPrivateFileIsRead()
    {
        for (const mode_t mode : {0600U, 0400U}) {
            const auto ring = provisioning::keysFromFile(write("key", keyText(7) + '\n', mode));
            QVERIFY2(ring, ring ? "" : ring.error().message.c_str());
            QCOMPARE(idsOf(*ring), QStringList{QStringLiteral("default")});
            QFile::remove(m_directory.filePath(QStringLiteral("key")));
        }
    }

    void aFileThatOthersCanUseIsRefusedWithTheRemedy_data()
    {
        QTest::addColumn<uint>("mode");
        for (const uint mode : {0640U, 0644U, 0604U, 0620U, 0602U, 0610U, 0601U, 0666U})
            QTest::newRow(qPrintable(QString::number(mode, 8))) << mode;
    }
    void aFileThatOthersCanUseIsRefusedWithTheRemedy()
    {
        QFETCH(uint, mode);
        const auto path = write("open", keyText(7), static_cast<mode_t>(mode));
        const auto ring = provisioning::keysFromFile(path);
        QVERIFY(!ring);
        QCOMPARE(ring.error().kind, core::ErrorKind::PermissionDenied);
        const auto &message = ring.error().message;
        QVERIFY2(message.find("chmod 600 " + path) != std::string::npos, message.c_str());
        const auto octal = "mode 0" + QString::number(mode, 8).toStdString();
        QVERIFY2(message.find(octal) != std::string::npos, message.c_str());
        QVERIFY(!provisioning::serverKeysFromFile(path));
    }

    void aFileOfAnotherUserIsRefused()
    {
        if (geteuid() != 0)
            QSKIP("only root can give a file away");
        const auto path = write("foreign", keyText(7));
        QCOMPARE(chown(path.c_str(), 65534, 65534), 0);
        const auto ring = provisioning::keysFromFile(path);
        QVERIFY(!ring);
        QCOMPARE(ring.error().kind, core::ErrorKind::PermissionDenied);
        QVERIFY(ring.error().message.find("install -m 600") != std::string::npos);
    }

    void whatIsNoFileIsRefused()
    {
        const auto missing = m_directory.filePath(QStringLiteral("missing")).toStdString();
        QCOMPARE(provisioning::keysFromFile(missing).error().kind, core::ErrorKind::NotFound);
        QCOMPARE(provisioning::keysFromFile(m_directory.path().toStdString()).error().kind,
                 core::ErrorKind::InvalidArgument);
        const auto pipe = m_directory.filePath(QStringLiteral("pipe")).toStdString();
        QCOMPARE(mkfifo(pipe.c_str(), 0600), 0);
        QCOMPARE(provisioning::keysFromFile(pipe).error().kind, core::ErrorKind::InvalidArgument);
    }

    void aSettingsFileAlsoSaysForWhichServer()
    {
        const auto text = "ENCRYPTION_KEY=" + keyText(9)
                          + "\nBASE_URL=https://mail.mcp.example.com\nSTATE_URL=memory:\n";
        const auto server = provisioning::serverKeysFromFile(write("env", text));
        QVERIFY2(server, server ? "" : server.error().message.c_str());
        QCOMPARE(server->baseUrl, std::string("https://mail.mcp.example.com"));
        QCOMPARE(idsOf(server->keys), QStringList{QStringLiteral("default")});
        const auto bare = provisioning::serverKeysFromFile(
            write("bare", "ENCRYPTION_KEY=" + keyText(9) + "\nPORT=3210\n"));
        QVERIFY(bare);
        QCOMPARE(bare->baseUrl, std::string("http://127.0.0.1:3210"));
        const auto slash = provisioning::serverKeysFromFile(
            write("slash", "ENCRYPTION_KEY=" + keyText(9) + "\nBASE_URL=https://a.example/\n"));
        QVERIFY(!slash);
        QVERIFY(slash.error().message.find("The BASE_URL in ") != std::string::npos);
        QVERIFY(!provisioning::serverKeysFromFile(write("keyless", "PORT=3210\n")));
    }

    void keysGoIntoOneLineAndBack()
    {
        const auto ring =
            provisioning::keysFromText("ENCRYPTION_KEYS=new:" + keyText(1) + ",old:" + keyText(2)
                                       + "\nENCRYPTION_KEY=" + keyText(3));
        QVERIFY(ring);
        const auto text = provisioning::textOf(*ring);
        QCOMPARE(std::string(text.reveal()),
                 "new:" + keyText(1) + ",old:" + keyText(2) + ",default:" + keyText(3));
        const auto again = provisioning::keysFromText(text.reveal());
        QVERIFY(again);
        QCOMPARE(idsOf(*again), idsOf(*ring));
        QVERIFY(again->legacyKey() != nullptr);
    }
};

QTEST_GUILESS_MAIN(KeySourceTest)
#include "KeySourceTest.moc"
