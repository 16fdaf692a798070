// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ClientAddress.h"

#include <QTest>

using http::ClientAddress;

class ClientAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theClientIsTheRightMostUntrustedHop_data();
    void theClientIsTheRightMostUntrustedHop();
    void nobodyIsTrustedByDefault();
    void aLocalSocketIsTrusted();
    void wrongEntriesAreNamed_data();
    void wrongEntriesAreNamed();
    void limitsCountAnIpv6NetworkAsOne();
};

void ClientAddressTest::theClientIsTheRightMostUntrustedHop_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QStringList>("fields");
    QTest::addColumn<QString>("client");
    const QString proxy = QStringLiteral("127.0.0.1");
    const auto row = [](const char *name, const QString &peer, const QStringList &fields,
                        const char *client) {
        QTest::newRow(name) << peer << fields << QString::fromLatin1(client);
    };
    const auto one = [](const char *field) { return QStringList{QString::fromLatin1(field)}; };
    row("no field", proxy, {}, "127.0.0.1");
    row("HT-44 field from an untrusted peer", QStringLiteral("203.0.113.9"), one("10.0.0.1"),
        "203.0.113.9");
    row("one hop", proxy, one("203.0.113.9"), "203.0.113.9");
    row("HT-45 what the client claims does not count", proxy, one("1.1.1.1, 203.0.113.9"),
        "203.0.113.9");
    row("HT-45 chain of three", proxy, one("1.1.1.1, 203.0.113.9, 10.1.1.1, 10.2.2.2"),
        "203.0.113.9");
    row("several fields are one list", proxy,
        {QStringLiteral("1.1.1.1, 203.0.113.9"), QStringLiteral("10.1.1.1")}, "203.0.113.9");
    row("all hops trusted", proxy, one("10.1.1.1, 10.2.2.2"), "10.1.1.1");
    row("IPv6 hop", proxy, one("2001:DB8:0:0::1"), "2001:db8::1");
    row("IPv6 hop with port", proxy, one("[2001:db8::1]:443"), "2001:db8::1");
    row("IPv4 hop with port", proxy, one("203.0.113.9:4711"), "203.0.113.9");
    row("mapped hop", proxy, one("::ffff:203.0.113.9"), "203.0.113.9");
    row("mapped peer", QStringLiteral("::ffff:127.0.0.1"), one("203.0.113.9"), "203.0.113.9");
    row("trusted IPv6 network", QStringLiteral("fd00::7"), one("203.0.113.9"), "203.0.113.9");
    row("garbage ends the walk", proxy, one("203.0.113.9, unknown, 10.1.1.1"), "10.1.1.1");
    row("garbage alone", proxy, one("unknown"), "127.0.0.1");
    row("empty hop", proxy, one("203.0.113.9,"), "127.0.0.1");
    row("short IPv4", proxy, one("1.2"), "127.0.0.1");
    row("a number", proxy, one("1"), "127.0.0.1");
    row("a zone", proxy, one("fe80::1%eth0"), "127.0.0.1");
    row("open bracket", proxy, one("[2001:db8::1"), "127.0.0.1");
    row("line noise", proxy, one("203.0.113.9' OR 1=1"), "127.0.0.1");
}

void ClientAddressTest::theClientIsTheRightMostUntrustedHop()
{
    QFETCH(QString, peer);
    QFETCH(QStringList, fields);
    QFETCH(QString, client);
    const auto trusting = ClientAddress::trusting({"127.0.0.1", "10.0.0.0/8", "fd00::/8"});
    QVERIFY(trusting);
    http::Headers headers;
    for (const auto &field : fields)
        headers.addReceived("x-forwarded-for", field.toStdString());
    QCOMPARE(trusting->resolve(peer.toStdString(), headers), client.toStdString());
}

void ClientAddressTest::nobodyIsTrustedByDefault()
{
    http::Headers headers;
    headers.addReceived("X-Forwarded-For", "203.0.113.9");
    QCOMPARE(ClientAddress().resolve("127.0.0.1", headers), std::string("127.0.0.1"));
}

void ClientAddressTest::aLocalSocketIsTrusted()
{
    http::Headers headers;
    QCOMPARE(ClientAddress().resolve("unix", headers), std::string("unix"));
    headers.addReceived("X-Forwarded-For", "203.0.113.9");
    QCOMPARE(ClientAddress().resolve("unix", headers), std::string("203.0.113.9"));
}

void ClientAddressTest::wrongEntriesAreNamed_data()
{
    QTest::addColumn<QString>("entry");
    for (const char *entry : {"localhost", "10.0.0.0/33", "10.0.0.0/x", "::/129", "", "999.0.0.1"})
        QTest::newRow(*entry != '\0' ? entry : "empty") << entry;
}

void ClientAddressTest::wrongEntriesAreNamed()
{
    QFETCH(QString, entry);
    const auto result = ClientAddress::trusting({"10.0.0.0/8", entry.toStdString()});
    QVERIFY(!result);
    QCOMPARE(int(result.error().kind), int(core::ErrorKind::InvalidArgument));
    QVERIFY(result.error().message.find(entry.toStdString()) != std::string::npos);
}

void ClientAddressTest::limitsCountAnIpv6NetworkAsOne()
{
    QCOMPARE(http::addressGroup("192.0.2.9"), std::string("192.0.2.9"));
    QCOMPARE(http::addressGroup("2001:db8:1:2:3:4:5:6"), std::string("2001:db8:1:2::"));
    QCOMPARE(http::addressGroup("::1"), std::string("::"));
    QCOMPARE(http::addressGroup("unix"), std::string("unix"));
    QCOMPARE(http::addressGroup("no:address"), std::string("no:address"));
}

QTEST_GUILESS_MAIN(ClientAddressTest)
#include "ClientAddressTest.moc"
