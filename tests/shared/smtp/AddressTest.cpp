// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/Address.h"

#include <QTest>

class AddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAddressesAreAccepted_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("address"); // empty: refused
        const auto good = [](const char *text, const char *address) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(address);
        };
        const auto bad = [](const char *name, const QByteArray &text) {
            QTest::newRow(name) << text << QByteArray();
        };
        good("alice@mail.test", "alice@mail.test");
        good("a.b+tag@mail.test", "a.b+tag@mail.test");
        good("o'hara!#$%&*-/=?^_`{|}~@mail.test", "o'hara!#$%&*-/=?^_`{|}~@mail.test");
        good("müller@münchen.test", "müller@xn--mnchen-3ya.test");
        good("alice@[192.0.2.1]", "alice@[192.0.2.1]");
        good("alice@[IPv6:2001:db8::1]", "alice@[IPv6:2001:db8::1]");
        good("alice@localhost", "alice@localhost");
        good("\"al ice\"@mail.test", "\"al ice\"@mail.test");
        good("\"a@b,c\\\"\\\\\"@mail.test", "\"a@b,c\\\"\\\\\"@mail.test");
        bad("nothing", "");
        bad("no at", "alice");
        bad("no local part", "@mail.test");
        bad("no domain", "alice@");
        bad("two ats", "alice@bob@mail.test");
        bad("CRLF", "alice@mail.test\r\nRCPT TO:<eve@mail.test>");
        bad("LF in the local part", "al\nice@mail.test");
        bad("NUL", QByteArray("al\0ice@mail.test", 16));
        bad("blank", "al ice@mail.test");
        bad("blank behind", "alice@mail.test ");
        bad("tabulator", "al\tice@mail.test");
        bad("angle brackets", "<alice@mail.test>");
        bad("closing bracket", "alice>@mail.test");
        bad("parameter", "alice@mail.test> SIZE=1");
        bad("quotes in the middle", "al\"i\"ce@mail.test");
        bad("nothing in quotes", "\"\"@mail.test");
        bad("quotes not closed", "\"alice@mail.test");
        bad("quotes ended by a backslash", "\"alice\\\"@mail.test");
        bad("two quoted strings", "\"a\"\"b\"@mail.test");
        bad("bracket in quotes", "\"a>b\"@mail.test");
        bad("LF in quotes", "\"a\nb\"@mail.test");
        bad("UTF-8 in quotes", "\"\xc3\xbc\"@mail.test");
        bad("route", "@relay.test:alice@mail.test");
        bad("comment", "alice(x)@mail.test");
        bad("list", "alice,bob@mail.test");
        bad("bracket not closed", "alice@[192.0.2.1");
        bad("words in brackets", "alice@[mail.test]");
        bad("dot at the end", "alice@mail.test.");
        bad("two dots", "alice@mail..test");
        bad("broken UTF-8", "al\xffice@mail.test");
        bad("C1 control", "al\xc2\x85ice@mail.test");
        bad("invisible", "al\xe2\x80\x8bice@mail.test");
        bad("turned around", "al\xe2\x80\xaeice@mail.test");
        bad("long local part", QByteArray(65, 'a') + "@mail.test");
        bad("long", QByteArray(60, 'a') + "@" + QByteArray(60, 'b') + "." + QByteArray(60, 'c')
                        + "." + QByteArray(60, 'd') + "." + QByteArray(60, 'e'));
    }
    void onlyAddressesAreAccepted()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, address);
        const auto parsed = smtp::Address::parse(text.toStdString());
        QCOMPARE(bool(parsed), !address.isEmpty());
        if (!parsed) {
            QCOMPARE(parsed.error().kind, core::ErrorKind::InvalidArgument);
            return;
        }
        QCOMPARE(parsed->text(), address.toStdString());
        QCOMPARE(parsed->needsUtf8(), address.startsWith("m\xc3\xbc"));
    }
};

QTEST_GUILESS_MAIN(AddressTest)
#include "AddressTest.moc"
