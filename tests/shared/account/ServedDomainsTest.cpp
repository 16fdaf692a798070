// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/ServedDomains.h"

#include <QTest>

using account::Security;
using account::ServedDomains;

namespace {

/// "host:port mode", or "-" for a domain that is not served.
std::string described(const account::ServerEndpoint &server)
{
    return server.host + ":" + std::to_string(server.port)
           + (server.security == Security::ImplicitTls ? " tls" : " starttls");
}

std::string imapFor(const char *text, const char *address)
{
    const auto served = ServedDomains::parse(text);
    if (!served)
        return "error: " + served.error().message;
    const auto *servers = served->serversFor(address);
    return servers == nullptr ? "-" : described(servers->imap);
}

} // namespace

class ServedDomainsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsServedByDefault()
    {
        QVERIFY(ServedDomains().isEmpty());
        for (const char *text : {"", "  ", ";", " ; ; "}) {
            const auto served = ServedDomains::parse(text);
            QVERIFY(served);
            QVERIFY(served->isEmpty());
            QVERIFY(served->serversFor("alice@example.com") == nullptr);
        }
    }

    void theModeFollowsFromThePortUnlessItIsSaid_data()
    {
        QTest::addColumn<QByteArray>("servers");
        QTest::addColumn<QByteArray>("imap");
        QTest::addColumn<QByteArray>("smtp");
        const auto row = [](const char *servers, const char *imap, const char *smtp) {
            QTest::newRow(servers) << QByteArray(servers) << QByteArray(imap) << QByteArray(smtp);
        };
        row("i.test,s.test", "i.test:993 tls", "s.test:465 tls");
        row("i.test:993,s.test:465", "i.test:993 tls", "s.test:465 tls");
        row("i.test:143,s.test:587", "i.test:143 starttls", "s.test:587 starttls");
        row("i.test:143/tls,s.test:587/tls", "i.test:143 tls", "s.test:587 tls");
        row("i.test/starttls,s.test/starttls", "i.test:993 starttls", "s.test:465 starttls");
        row(" I.Test : 993 , s.test ", "error", "error");
        row("[2001:db8::1]:993,[::1]", "[2001:db8::1]:993 tls", "[::1]:465 tls");
        row("192.0.2.1,192.0.2.2", "192.0.2.1:993 tls", "192.0.2.2:465 tls");
        row("  I.Test  ,  s.test  ", "i.test:993 tls", "s.test:465 tls");
    }
    void theModeFollowsFromThePortUnlessItIsSaid()
    {
        QFETCH(QByteArray, servers);
        QFETCH(QByteArray, imap);
        QFETCH(QByteArray, smtp);
        const auto served = ServedDomains::parse("example.com=" + servers.toStdString());
        QCOMPARE(static_cast<bool>(served), imap != "error");
        if (!served)
            return;
        const auto *found = served->serversFor("alice@example.com");
        QVERIFY(found != nullptr);
        QCOMPARE(described(found->imap), imap.toStdString());
        QCOMPARE(described(found->smtp), smtp.toStdString());
    }

    void theClosestEntryCounts_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("imap");
        const auto row = [](const char *address, const char *imap) {
            QTest::newRow(address) << QByteArray(address) << QByteArray(imap);
        };
        row("a@example.com", "one:993 tls");
        row("a@EXAMPLE.COM", "one:993 tls");
        row("a@x.example.com", "below:993 tls");
        row("a@y.x.example.com", "below:993 tls");
        row("a@deep.example.com", "deep:993 tls");
        row("a@z.deep.example.com", "below-deep:993 tls");
        row("a@notexample.com", "others:993 tls");
        row("a@example.com.evil.test", "others:993 tls");
        row("\"a@example.org\"@example.com", "one:993 tls");
        row("a@xn--bcher-kva.example", "books:993 tls");
        row("a@bücher.example", "books:993 tls");
        row("a@BÜCHER.example", "books:993 tls");
        row("a@", "-");
        row("@example.com", "-");
        row("example.com", "-");
        row("", "-");
        row("a@.example.com", "-");
        row("a@exa mple.com", "-");
        row("a@example..com", "-");
    }
    void theClosestEntryCounts()
    {
        QFETCH(QByteArray, address);
        QFETCH(QByteArray, imap);
        QCOMPARE(imapFor("example.com=one,s; *.example.com=below,s; deep.example.com=deep,s;"
                         "*.deep.example.com=below-deep,s; bücher.example=books,s; *=others,s;",
                         address.constData()),
                 imap.toStdString());
    }

    void otherDomainsAreNotServed()
    {
        QCOMPARE(imapFor("example.com=one,s", "a@example.org"), std::string("-"));
        QCOMPARE(imapFor("*.example.com=one,s", "a@example.com"), std::string("-"));
    }

    void aMistakeIsNamedWithTheWayToWriteIt_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char *text, const char *reason) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(reason);
        };
        row("imap.example.com", "has no \"=\"");
        row("example.com=i", "must name two servers");
        row("example.com=i,s,x", "must name two servers");
        row("example.com=,s", "is not the name of a server");
        row("example.com=i/x,s", "/tls or /starttls");
        row("example.com=i:0,s", "port");
        row("example.com=i:65536,s", "port");
        row("example.com=i:,s", "port");
        row("example.com=i:99x,s", "port");
        row("example.com=https://i,s", "/tls or /starttls");
        row("example.com=user@i,s", "is not the name of a server");
        row("example.com=i..x,s", "is not the name of a server");
        row("=i,s", "is not a domain");
        row("a b=i,s", "is not a domain");
        row("*x=i,s", "is not a domain");
        row("**=i,s", "is not a domain");
        row("*.=i,s", "is not a domain");
        row("*.*.com=i,s", "is not a domain");
        row("a.com=i,s;A.com=i,s", "comes twice");
        row("*=i,s;*=i,s", "comes twice");
        row("*.a.com=i,s;*.a.com=i,s", "comes twice");
    }
    void aMistakeIsNamedWithTheWayToWriteIt()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, reason);
        const auto served = ServedDomains::parse(text.toStdString());
        QVERIFY(!served);
        const auto &message = served.error().message;
        QVERIFY2(message.find(reason.toStdString()) != std::string::npos, message.c_str());
        QVERIFY(message.find("DOMAIN=IMAP_SERVER,SMTP_SERVER") != std::string::npos);
    }

    void thereIsALimitOfEntries()
    {
        std::string text;
        for (std::size_t i = 0; i < ServedDomains::maximumEntries; ++i)
            text += (i > 0 ? ";d" : "d") + std::to_string(i) + ".test=i,s";
        QVERIFY(ServedDomains::parse(text));
        QVERIFY(!ServedDomains::parse(text + ";one.more.test=i,s"));
    }
};

QTEST_APPLESS_MAIN(ServedDomainsTest)
#include "ServedDomainsTest.moc"
