// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Address.h"
#include "core/Unicode.h"
#include "mime/Initialise.h"

#include <QTest>

namespace {

/// One line an address: "name|address".
QByteArray written(const mime::AddressList &list)
{
    QByteArrayList lines;
    for (const auto &address : list.addresses)
        lines.append(QByteArray::fromStdString(address.name + "|" + address.address));
    return lines.join('\n');
}

} // namespace

class AddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialise(); }

    void anAddressFieldIsReadAsAPersonWould_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("addresses");
        const auto row = [](const char *name, const QByteArray &field, const QByteArray &text) {
            QTest::newRow(name) << field << text;
        };
        row("bare", "alice@example.com", "|alice@example.com");
        row("with name", "Alice Smith <alice@example.com>", "Alice Smith|alice@example.com");
        row("two", "a@x.org, B <b@x.org>", "|a@x.org\nB|b@x.org");
        row("quoted name", "\"Smith, Alice \\\"Al\\\"\" <a@x.org>", "Smith, Alice \"Al\"|a@x.org");
        row("encoded name", "=?utf-8?q?J=C3=BCrgen?= =?utf-8?q?_M?= <j@x.org>", "Jürgen M|j@x.org");
        row("encoded name in quotes", "\"=?utf-8?q?J=C3=BCrgen?=\" <j@x.org>", "Jürgen|j@x.org");
        row("raw UTF-8", "J\xc3\xbcrgen <j\xc3\xbc@x.org>", "Jürgen|jü@x.org");
        row("comma in an encoded word", "=?utf-8?q?M,_J?= <j@x.org>, b@x.org",
            "M, J|j@x.org\n|b@x.org");
        row("encoded word that never ends", "=?utf-8?q?M, j@x.org", "|=?utf-8?q?M\n|j@x.org");
        row("name in a comment", "joe@x.org (Joe (the) Plumber)", "Joe (the) Plumber|joe@x.org");
        row("comment inside", "Joe <joe(comment)@x.org>", "Joe|joe@x.org");
        row("quoted local part is kept", "\"john doe\"@x.org", "|\"john doe\"@x.org");
        row("quoted local part in the angle", "J <\"john, \\\"doe\"@x.org>",
            "J|\"john, \\\"doe\"@x.org");
        row("domain literal", "a@[IPv6:2001:db8::1], b@x.org", "|a@[IPv6:2001:db8::1]\n|b@x.org");
        row("route", "X <@relay1,@relay2:a@x.org>", "X|a@x.org");
        row("group", "Friends: a@x.org, B <b@x.org>;, c@x.org", "|a@x.org\nB|b@x.org\n|c@x.org");
        row("group without members", "undisclosed-recipients:;", "undisclosed-recipients|");
        row("no domain is invented", "root", "|root");
        row("words without an address", "The whole team", "The whole team|");
        row("blanks around the @", "a @ x.org", "|a@x.org");
        row("empty angle", "Nobody <>", "Nobody|");
        row("only an empty angle", "<>", "");
        row("empty elements", ",, a@x.org ,,", "|a@x.org");
        row("angle never closed", "A <a@x.org", "A|a@x.org");
        row("quote never closed", "\"A <a@x.org>", "A <a@x.org>|");
        row("comment never closed", "a@x.org (A", "A|a@x.org");
        row("folded", "A\r\n <a@x.org>,\r\n\tb@x.org", "A|a@x.org\n|b@x.org");
        row("TA-08 line end in a name", "=?utf-8?q?A=0D=0ABcc:_x?= <a@x.org>", "A Bcc: x|a@x.org");
        row("NUL", QByteArray("a\0b@x.org", 9), "|ab@x.org");
        row("empty", "", "");
    }
    void anAddressFieldIsReadAsAPersonWould()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, addresses);
        QCOMPARE(written(mime::parseAddresses(field.toStdString(), 100)), addresses);
    }

    void aLongFieldIsCountedAndCut() // ML-06
    {
        std::string field;
        for (int i = 0; i < 10'000; ++i)
            field += "a@x,";
        const auto list = mime::parseAddresses(field, 200);
        QCOMPARE(list.addresses.size(), std::size_t(200));
        QCOMPARE(list.total, std::size_t(10'000));
    }

    void hostileFieldsEnd_data() // ML-06
    {
        QTest::addColumn<QByteArray>("unit");
        for (const char *unit :
             {"a:", ",", "(", "\"", "<", "[", ";", "a <", "\\", "((\\)", "=?", "=?a?q?", "a:b<c>;"})
            QTest::newRow(unit) << QByteArray(unit);
    }
    void hostileFieldsEnd()
    {
        QFETCH(QByteArray, unit);
        const auto list = mime::parseAddresses(unit.repeated(100'000).toStdString(), 200);
        QVERIFY(list.addresses.size() <= 200);
        for (const auto &address : list.addresses) {
            QVERIFY(core::isValidUtf8(address.name));
            QVERIFY(core::isValidUtf8(address.address));
        }
    }

    void theHalvesOfAnAddressAreJoined()
    {
        QCOMPARE(mime::joinAddress("alice", "x.org"), std::string("alice@x.org"));
        QCOMPARE(mime::joinAddress("john doe", "x.org"), std::string("\"john doe\"@x.org"));
        QCOMPARE(mime::joinAddress("a\"b", "x.org"), std::string("\"a\\\"b\"@x.org"));
        QCOMPARE(mime::joinAddress("a..b", "x.org"), std::string("\"a..b\"@x.org"));
        QCOMPARE(mime::joinAddress("\"a b\"", "x.org"), std::string("\"a b\"@x.org"));
        QCOMPARE(mime::joinAddress("root", ""), std::string("root"));
        QCOMPARE(mime::joinAddress("j\xc3\xbc", "x.org"), std::string("jü@x.org"));
    }
};

QTEST_GUILESS_MAIN(AddressTest)
#include "AddressTest.moc"
