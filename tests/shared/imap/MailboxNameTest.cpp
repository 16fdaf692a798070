// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/MailboxName.h"

#include <QTest>

using imap::MailboxName;
using imap::NameEncoding;

class MailboxNameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodesAndDecodes_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("wire");
        // RFC 3501 §5.1.3
        QTest::newRow("RFC example") << QByteArray("~peter/mail/台北/日本語")
                                     << QByteArray("~peter/mail/&U,BTFw-/&ZeVnLIqe-");
        QTest::newRow("umlaut") << QByteArray("Entwürfe") << QByteArray("Entw&APw-rfe");
        QTest::newRow("ampersand") << QByteArray("A & B") << QByteArray("A &- B");
        QTest::newRow("emoji: surrogate pair") << QByteArray("📬") << QByteArray("&2D3c7A-");
        QTest::newRow("plus, tilde, backslash") << QByteArray("a+b~c\\d") << QByteArray("a+b~c\\d");
        QTest::newRow("one, two and three units")
            << QByteArray("ä-äö-äöü") << QByteArray("&AOQ--&AOQA9g--&AOQA9gD8-");
        QTest::newRow("wildcards are characters") << QByteArray("*%") << QByteArray("*%");
        QTest::newRow("path traversal is a name") << QByteArray("../x") << QByteArray("../x");
        QTest::newRow("quote") << QByteArray("\"") << QByteArray("\"");
        QTest::newRow("back-ticks") << QByteArray("``") << QByteArray("``");
        QTest::newRow("ampersand") << QByteArray("&") << QByteArray("&-");
        QTest::newRow("Gmail") << QByteArray("[Gmail]/All Mail") << QByteArray("[Gmail]/All Mail");
    }
    void encodesAndDecodes()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, wire);
        const auto typed = MailboxName::fromText(path.toStdString());
        QVERIFY(typed);
        QCOMPARE(typed->wireBytes(NameEncoding::ModifiedUtf7), wire.toStdString());
        QCOMPARE(typed->wireBytes(NameEncoding::Utf8), path.toStdString());
        const auto listed = MailboxName::fromServer(wire.toStdString(), NameEncoding::ModifiedUtf7);
        QCOMPARE(listed.path(), path.toStdString());
        QVERIFY(listed.isExact());
        QVERIFY(listed == *typed);
    }

    void oddServerBytesAreShownHarmlesslyAndGoBackUnchanged_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("no end of shift") << QByteArray("a&APw") << QByteArray("a\uFFFDAPw");
        QTest::newRow("foreign character") << QByteArray("&A*-x") << QByteArray("\uFFFDA*-x");
        QTest::newRow("left-over bits") << QByteArray("&APx-") << QByteArray("\uFFFDAPx-");
        QTest::newRow("half a unit") << QByteArray("&AP-") << QByteArray("\uFFFDAP-");
        QTest::newRow("lone high surrogate") << QByteArray("&2D0-") << QByteArray("\uFFFD2D0-");
        QTest::newRow("lone low surrogate") << QByteArray("&3Kw-") << QByteArray("\uFFFD3Kw-");
        QTest::newRow("shifted NUL") << QByteArray("a&AAA-b") << QByteArray("a\uFFFDb");
        QTest::newRow("shifted line break") << QByteArray("&AA0ACg-") << QByteArray("\uFFFD\uFFFD");
        QTest::newRow("raw line break") << QByteArray("a\r\nb") << QByteArray("a\uFFFD\uFFFDb");
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray("a\uFFFDb");
        QTest::newRow("Latin-1") << QByteArray("Entw\xfcrfe") << QByteArray("Entw\uFFFDrfe");
        QTest::newRow("raw UTF-8") << QByteArray("Entwürfe") << QByteArray("Entwürfe");
        QTest::newRow("needless shift") << QByteArray("&AGE-") << QByteArray("a");
    }
    void oddServerBytesAreShownHarmlesslyAndGoBackUnchanged()
    {
        QFETCH(QByteArray, wire);
        QFETCH(QByteArray, path);
        const auto name = MailboxName::fromServer(wire.toStdString(), NameEncoding::ModifiedUtf7);
        QCOMPARE(name.path(), path.toStdString());
        QVERIFY(!name.isExact());
        QCOMPARE(name.wireBytes(NameEncoding::ModifiedUtf7), wire.toStdString());
        QCOMPARE(name.wireBytes(NameEncoding::Utf8), wire.toStdString());
    }

    void namesThatArriveAsUtf8AreTakenAsTheyAre()
    {
        const auto name = MailboxName::fromServer("A & Entwürfe", NameEncoding::Utf8);
        QCOMPARE(name.path(), std::string("A & Entwürfe"));
        QVERIFY(name.isExact());
        QCOMPARE(name.wireBytes(NameEncoding::ModifiedUtf7), std::string("A &- Entw&APw-rfe"));
        QVERIFY(!MailboxName::fromServer("x\xff", NameEncoding::Utf8).isExact());
    }

    void inboxIsTheSameInAnyCase()
    {
        const auto typed = MailboxName::fromText("inbox");
        QVERIFY(typed);
        QCOMPARE(typed->path(), std::string("INBOX"));
        QVERIFY(*typed == MailboxName::fromServer("InBox", NameEncoding::ModifiedUtf7));
        QVERIFY(*typed == MailboxName::inbox());
        QVERIFY(!(*typed == *MailboxName::fromText("inbox/x")));
    }

    void refusesWhatCannotBeAName_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("NUL") << QByteArray("INBOX\0", 6);
        QTest::newRow("line feed") << QByteArray("a\nb");
        QTest::newRow("carriage return") << QByteArray("a\rA1 DELETE INBOX");
        QTest::newRow("escape") << QByteArray("a\x1b[2J");
        QTest::newRow("C1 control") << QByteArray("a\u0085");
        QTest::newRow("not UTF-8") << QByteArray("a\xff");
        QTest::newRow("overlong") << QByteArray("\xc0\xaf");
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80");
        QTest::newRow("1,001 bytes") << QByteArray(1001, 'x');
    }
    void refusesWhatCannotBeAName()
    {
        QFETCH(QByteArray, text);
        const auto name = MailboxName::fromText(text.toStdString());
        QVERIFY(!name);
        QCOMPARE(name.error().kind, core::ErrorKind::InvalidArgument);
    }

    void aThousandBytesAreAllowed() { QVERIFY(MailboxName::fromText(std::string(1000, 'x'))); }

    void everyCodePointSurvivesTheRoundTrip()
    {
        std::string text;
        for (char32_t c = 0xa0; c < 0x11000; c += 7) {
            if (c >= 0xd800 && c <= 0xdfff)
                continue;
            text = QString::fromUcs4(&c, 1).toStdString();
            const auto name = MailboxName::fromText("x" + text + "&" + text + text);
            QVERIFY(name);
            const auto wire = name->wireBytes(NameEncoding::ModifiedUtf7);
            const auto back = MailboxName::fromServer(wire, NameEncoding::ModifiedUtf7);
            QCOMPARE(back.path(), name->path());
            QVERIFY(back.isExact());
        }
    }
};

QTEST_APPLESS_MAIN(MailboxNameTest)
#include "MailboxNameTest.moc"
