// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/EnvFile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using config::FilePresence;
using config::Variables;

class EnvFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeopleWrite()
    {
        const auto variables = config::parseEnvFile("# comment\r\n"
                                                    "\n"
                                                    "PLAIN=value\r\n"
                                                    "export EXPORTED = with blanks  \n"
                                                    "COMMENTED=value # why\n"
                                                    "HASH=a#b\n"
                                                    "SINGLE='a \"b\" $C \\n'\n"
                                                    "DOUBLE=\"a \\\"b\\\"\\nc\"\n"
                                                    "QUOTED='a' # why\n"
                                                    "BASE64=MDEyMzQ1Njc4OWFiY2RlZg==\n"
                                                    "EMPTY=\n"
                                                    "LAST=1",
                                                    ".env");
        QVERIFY2(variables, variables ? "" : variables.error().message.c_str());
        const Variables expected = {{"PLAIN", "value"},
                                    {"EXPORTED", "with blanks"},
                                    {"COMMENTED", "value"},
                                    {"HASH", "a#b"},
                                    {"SINGLE", "a \"b\" $C \\n"},
                                    {"DOUBLE", "a \"b\"\nc"},
                                    {"QUOTED", "a"},
                                    {"BASE64", "MDEyMzQ1Njc4OWFiY2RlZg=="},
                                    {"EMPTY", ""},
                                    {"LAST", "1"}};
        QCOMPARE(*variables, expected);
    }

    void saysTheLineOfAMistake_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no equals sign") << QByteArray("PORT 3000");
        QTest::newRow("no name") << QByteArray("=3000");
        QTest::newRow("name with a blank") << QByteArray("MY PORT=3000");
        QTest::newRow("name begins with a digit") << QByteArray("1PORT=3000");
        QTest::newRow("open double quote") << QByteArray("A=\"b");
        QTest::newRow("open single quote") << QByteArray("A='b");
        QTest::newRow("text behind a double quote") << QByteArray("A=\"b\"c");
        QTest::newRow("text behind a single quote") << QByteArray("A='b' c # d");
    }
    void saysTheLineOfAMistake()
    {
        QFETCH(QByteArray, line);
        const auto variables =
            config::parseEnvFile("A=1\n" + line.toStdString() + "\nB=2\n", ".env");
        QVERIFY(!variables);
        QVERIFY(variables.error().message.starts_with(".env line 2: "));
    }

    void aMistakeDoesNotShowTheValue()
    {
        QVERIFY(config::parseEnvFile("KEY=\"secret-canary", ".env").error().message.find("canary")
                == std::string::npos);
    }

    void aMissingFileMattersOnlyIfItWasNamed()
    {
        QTemporaryDir directory;
        const std::string path = directory.filePath(QStringLiteral("missing")).toStdString();
        QVERIFY(config::readEnvFile(path, FilePresence::Optional)->empty());
        QVERIFY(config::readEnvFile(path, FilePresence::Required).error().message.find(path)
                != std::string::npos);
    }

    void whatCannotBeReadIsAnError()
    {
        QTemporaryDir directory; // a directory cannot be read as a file, not even by root
        QVERIFY(!config::readEnvFile(directory.path().toStdString(), FilePresence::Optional));
    }

    void readsAFile()
    {
        QTemporaryDir directory;
        QFile file(directory.filePath(QStringLiteral(".env")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("PORT=1234\n");
        file.close();
        QCOMPARE(
            config::readEnvFile(file.fileName().toStdString(), FilePresence::Required)->at("PORT"),
            std::string("1234"));
        QFile empty(directory.filePath(QStringLiteral("empty")));
        QVERIFY(empty.open(QIODevice::WriteOnly));
        empty.close();
        QVERIFY(
            config::readEnvFile(empty.fileName().toStdString(), FilePresence::Required)->empty());
    }
};

QTEST_APPLESS_MAIN(EnvFileTest)
#include "EnvFileTest.moc"
