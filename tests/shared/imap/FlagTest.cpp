// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Flag.h"

#include <QTest>

using imap::Flag;

class FlagTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneMeaningEach_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("wire");
        QTest::newRow("with backslash") << QByteArray("\\Seen") << QByteArray("\\Seen");
        QTest::newRow("without") << QByteArray("Seen") << QByteArray("\\Seen");
        QTest::newRow("lower case") << QByteArray("flagged") << QByteArray("\\Flagged");
        QTest::newRow("keyword") << QByteArray("$Forwarded") << QByteArray("$Forwarded");
        QTest::newRow("64 characters") << QByteArray(64, 'k') << QByteArray(64, 'k');
    }
    void oneMeaningEach()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, wire);
        const auto flag = Flag::parse(text.toStdString());
        QVERIFY(flag);
        QCOMPARE(flag->text(), wire.toStdString());
        QCOMPARE(flag->isSystem(), wire.startsWith('\\'));
    }

    void refusesTheRest_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("injection") << QByteArray("Seen) \r\nA1 DELETE INBOX");
        QTest::newRow("\\Recent") << QByteArray("\\Recent");
        QTest::newRow("Recent") << QByteArray("recent");
        QTest::newRow("\\*") << QByteArray("\\*");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("backslash only") << QByteArray("\\");
        QTest::newRow("unknown system flag") << QByteArray("\\Important");
        QTest::newRow("blank") << QByteArray("a b");
        QTest::newRow("parenthesis") << QByteArray("a)");
        QTest::newRow("8-bit") << QByteArray("wichtig\xc3\xa4");
        QTest::newRow("65 characters") << QByteArray(65, 'k');
        QTest::newRow("NUL") << QByteArray("a\0b", 3);
    }
    void refusesTheRest()
    {
        QFETCH(QByteArray, text);
        const auto flag = Flag::parse(text.toStdString());
        QVERIFY(!flag);
        QCOMPARE(flag.error().kind, core::ErrorKind::InvalidArgument);
    }

    void aKeywordIsNeverASystemFlag()
    {
        QVERIFY(!Flag::parseKeyword("Seen"));
        QVERIFY(!Flag::parseKeyword("\\Seen"));
        QVERIFY(Flag::parseKeyword("$Junk"));
    }

    void serversFlagsGetTheirUsualSpelling()
    {
        QCOMPARE(imap::canonicalFlag("\\SEEN"), std::string("\\Seen"));
        QCOMPARE(imap::canonicalFlag("\\recent"), std::string("\\Recent"));
        QCOMPARE(imap::canonicalFlag("seen"), std::string("seen"));
        QCOMPARE(imap::canonicalFlag("\\X"), std::string("\\X"));
    }
};

QTEST_APPLESS_MAIN(FlagTest)
#include "FlagTest.moc"
