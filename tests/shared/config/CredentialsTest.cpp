// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/Credentials.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using config::Variables;

class CredentialsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsAreFilesNamedAfterTheirSettings()
    {
        QTemporaryDir directory;
        write(directory.filePath(QStringLiteral("ENCRYPTION_KEY")), "c2VjcmV0\r\n");
        write(directory.filePath(QStringLiteral("STATE_URL")), "redis://a:b@127.0.0.1\n");
        write(directory.filePath(QStringLiteral("PORT")), "1"); // no secret
        write(directory.filePath(QStringLiteral("another")), "2");
        write(directory.filePath(QStringLiteral("ENCRYPTION_KEYS")), "\n");
        const auto credentials = config::readCredentials(directory.path().toStdString());
        QVERIFY(credentials);
        const Variables expected = {{"ENCRYPTION_KEY", "c2VjcmV0"},
                                    {"STATE_URL", "redis://a:b@127.0.0.1"}};
        QCOMPARE(*credentials, expected);
    }

    void thereNeedNotBeAny()
    {
        const auto credentials = config::readCredentials("");
        QVERIFY(credentials && credentials->empty());
        QTemporaryDir directory;
        const auto none = config::readCredentials(directory.path().toStdString());
        QVERIFY(none && none->empty());
    }

    void oneThatCannotBeReadIsAMistake()
    {
        QTemporaryDir directory;
        QVERIFY(QDir(directory.path()).mkdir(QStringLiteral("ENCRYPTION_KEY")));
        const auto credentials = config::readCredentials(directory.path().toStdString());
        QVERIFY(!credentials);
        QVERIFY(credentials.error().message.find("ENCRYPTION_KEY cannot be read")
                != std::string::npos);
    }

private:
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
};

QTEST_APPLESS_MAIN(CredentialsTest)
#include "CredentialsTest.moc"
