// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/Recipients.h"

#include <QTest>

class RecipientsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected"); // name|address, one a line
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
        };
        row("", "");
        row("  ", "");
        row("a@x.test", "|a@x.test");
        row(" a@x.test ", "|a@x.test");
        row("<a@x.test>", "|a@x.test");
        row("Alice <a@x.test>", "Alice|a@x.test");
        row("Alice B. Example<a@x.test>", "Alice B. Example|a@x.test");
        row("Alice (Sales) [1] <a@x.test>", "Alice (Sales) [1]|a@x.test");
        row("O'Brien & Söhne <a@x.test>", "O'Brien & Söhne|a@x.test");
        row("\"Last, First\" <a@x.test>", "Last, First|a@x.test");
        row("\"a \\\"b\\\" \\\\ <c@d>; e:\" <a@x.test>", "a \"b\" \\ <c@d>; e:|a@x.test");
        row("\"\" <a@x.test>", "|a@x.test");
        row("a@x.test,b@y.test , C <c@z.test>", "|a@x.test\n|b@y.test\nC|c@z.test");
        row("\"x, y\" <a@x.test>, \"z\" <b@x.test>", "x, y|a@x.test\nz|b@x.test");
        row("\"a, b\"@x.test, c@x.test", "|\"a, b\"@x.test\n|c@x.test");
        row("Q <\"a <\"@x.test>", nullptr);
        row("Q <\"a b\"@x.test>", "Q|\"a b\"@x.test");
        row("山田 <jürgen@bücher.test>", "山田|jürgen@xn--bcher-kva.test");
        row("a@[192.0.2.1]", "|a@[192.0.2.1]");
    }
    void listsAreRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        const auto recipients = mail::parseRecipients("to", text.toStdString());
        QCOMPARE(bool(recipients), !expected.isNull());
        if (!recipients)
            return;
        QByteArrayList lines;
        for (const auto &recipient : *recipients)
            lines.append(
                QByteArray::fromStdString(recipient.name + "|" + recipient.address.text()));
        QCOMPARE(lines.join('\n'), expected);
    }

    void whatIsWrongIsRefusedAndNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("shown"); // in the message; empty: nothing of it
        const auto row = [](const char *text, const char *shown) {
            QTest::newRow(QByteArray(text).toPercentEncoding().constData())
                << QByteArray(text) << QByteArray(shown);
        };
        row("alice", "alice");
        row("a@x.test, bob, c@x.test", "bob");
        row("a@x.test b@x.test", "a@x.test b@x.test");
        row("a@x.test; b@x.test", "a@x.test; b@x.test");
        row("team: a@x.test, b@x.test;", "team: a@x.test");
        row("undisclosed-recipients:;", "undisclosed-recipients:;");
        row("a@x.test (Alice)", "a@x.test (Alice)");
        row("Last, First <a@x.test>", "Last");
        row("boss@x.test <a@y.test>", "boss@x.test <a@y.test>");
        row("A <a@x.test> B", "A <a@x.test> B");
        row("A <a@x.test>>", "A <a@x.test>>");
        row("A <<a@x.test>", "A <<a@x.test>");
        row("A <>", "A <>");
        row("\"A <a@x.test>", "not closed");
        row("\"A\" b <a@x.test>", "\"A\" b");
        row("\"A\\\" <a@x.test>", "not closed");
        row("a@x.test,", "comma");
        row(",a@x.test", "comma");
        row("a@x.test,,b@x.test", "comma");
        row("mailto:a@x.test", "mailto:a@x.test");
        row("@relay:a@x.test", "@relay:a@x.test");
        row("a@", "a@");
        row("a@x..test", "a@x..test");
        // TA-08: not a word of it
        row("a@x\r\nBcc: e@y", "");
        row("a@x.test\n", "");
        row("a@x.test\r", "");
        row("a@x.test, b\t<b@x>", "");
        row("A\xe2\x80\xa8 <a@x.test>", "");
        row("A\xe2\x80\xa9 <a@x.test>", "");
        row("A\xe2\x80\xae <a@x.test>", "");
        row("A\xc2\x85 <a@x.test>", "");
        row("A\xff <a@x.test>", "");
    }
    void whatIsWrongIsRefusedAndNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, shown);
        const auto recipients = mail::parseRecipients("cc", text.toStdString());
        QVERIFY(!recipients);
        QCOMPARE(recipients.error().kind, core::ErrorKind::InvalidArgument);
        const auto message = QByteArray::fromStdString(recipients.error().message);
        QVERIFY2(message.startsWith("\"cc\" "), message.constData());
        if (shown.isEmpty())
            QVERIFY2(message.contains("one line"), message.constData());
        else
            QVERIFY2(message.contains(shown), message.constData());
    }

    void aNulIsRefused()
    {
        QVERIFY(!mail::parseRecipients("to", std::string_view("a@x.test\0", 9)));
    }

    void aLongNameIsRefused()
    {
        const std::string name(257, 'x');
        QVERIFY(!mail::parseRecipients("to", name + " <a@x.test>"));
        QVERIFY(mail::parseRecipients("to", name.substr(1) + " <a@x.test>"));
    }

    void everybodyIsInTheEnvelopeOnce()
    {
        const auto list = [](const char *text) { return *mail::parseRecipients("to", text); };
        const auto addresses = mail::envelopeAddresses(
            list("b@x.test, A <a@x.test>"), list("a@X.TEST, c@x.test"), list("A@x.test, c@x.test"));
        std::string all;
        for (const auto &address : addresses)
            all += address.text() + " ";
        QCOMPARE(all, std::string("b@x.test a@x.test c@x.test A@x.test "));
    }
};

QTEST_GUILESS_MAIN(RecipientsTest)
#include "RecipientsTest.moc"
