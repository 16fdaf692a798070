// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/RedirectUri.h"
#include "clients/KnownClients.h"

#include <QTest>

using clients::RedirectUri;

class RedirectUriTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void registersWhatIsSafe_data()
    {
        QTest::addColumn<QByteArray>("uri");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("formAction");
        QTest::newRow("https") << QByteArray("https://app.example/cb") << QByteArray("app.example")
                               << QByteArray("https://app.example");
        QTest::newRow("https with port and query")
            << QByteArray("https://q.example:8443/cb?x=1") << QByteArray("q.example")
            << QByteArray("https://q.example:8443");
        QTest::newRow("loopback") << QByteArray("http://127.0.0.1/callback")
                                  << QByteArray("127.0.0.1") << QByteArray("http://127.0.0.1:*");
        QTest::newRow("IPv6 loopback")
            << QByteArray("http://[::1]:33418/") << QByteArray("[::1]") << QByteArray("http:");
        QTest::newRow("known desktop client")
            << QByteArray("cursor://anysphere.cursor-mcp/oauth/callback") << QByteArray("cursor")
            << QByteArray("cursor:");
        QTest::newRow("reversed domain scheme")
            << QByteArray("com.example.app://cb") << QByteArray("com.example.app")
            << QByteArray("com.example.app:");
    }
    void registersWhatIsSafe()
    {
        QFETCH(QByteArray, uri);
        QFETCH(QByteArray, host);
        QFETCH(QByteArray, formAction);
        const auto parsed = RedirectUri::parse(uri.toStdString());
        QVERIFY2(parsed, parsed ? "" : parsed.error().message.c_str());
        QCOMPARE(parsed->displayHost(), host.toStdString());
        QCOMPARE(parsed->formActionSource(), formAction.toStdString());
        QVERIFY(parsed->matches(uri.toStdString()));
    }

    // OA-014 and the rules of RFC 9700 §4.1
    void refusesToRegister_data()
    {
        QTest::addColumn<QByteArray>("uri");
        for (const char *uri : {"",
                                "javascript:alert(1)",
                                "javascript://a/%0aalert(1)",
                                "data:text/html,x",
                                "file:///etc/passwd",
                                "vbscript://x/",
                                "blob:https://a/b",
                                "about:blank",
                                "http://app.example",
                                "https://a/#f",
                                "https://u:p@a/",
                                "https://u@a/",
                                "https:///cb",
                                "https://",
                                "https://a:99999999/",
                                "https://a:/",
                                "https://a:8x/",
                                "https://A.example/",
                                "https://a/../b",
                                "https://a/./b",
                                "https://a/..",
                                "https://a b/",
                                "https://a\\b/",
                                "https://a/\r\nSet-Cookie:x",
                                "https://bücher.example/",
                                "ftp://a/",
                                "mailto:a@b",
                                "//a/b",
                                "a",
                                "http://localhost.evil.example/cb",
                                "http://127.0.0.1.evil.example/",
                                "http://[::2]/",
                                "app://x"})
            QTest::newRow(uri) << QByteArray(uri);
        QTest::newRow("too long") << "https://a/" + QByteArray(600, 'x');
        QTest::newRow("NUL") << QByteArray("https://a/\0b", 12);
    }
    void refusesToRegister()
    {
        QFETCH(QByteArray, uri);
        const auto parsed = RedirectUri::parse(uri.toStdString());
        QVERIFY(!parsed);
        QVERIFY(parsed.error().message.find("cannot be used") != std::string::npos);
    }

    // OA-002 … OA-011
    void matchesExactly_data()
    {
        QTest::addColumn<QByteArray>("registered");
        QTest::addColumn<QByteArray>("requested");
        QTest::addColumn<bool>("expected");
        const QByteArray app = "https://app.example/cb";
        QTest::newRow("the same") << app << app << true;
        QTest::newRow("OA-002 other host") << app << QByteArray("https://evil.example/cb") << false;
        QTest::newRow("OA-003 trailing slash")
            << app << QByteArray("https://app.example/cb/") << false;
        QTest::newRow("OA-004 query added")
            << app << QByteArray("https://app.example/cb?a=b") << false;
        QTest::newRow("OA-005 suffix host")
            << app << QByteArray("https://app.example.evil.example/cb") << false;
        QTest::newRow("OA-006 user info")
            << app << QByteArray("https://app.example@evil.example/cb") << false;
        QTest::newRow("OA-007 downgrade") << app << QByteArray("http://app.example/cb") << false;
        QTest::newRow("OA-008 port") << app << QByteArray("https://app.example:444/cb") << false;
        QTest::newRow("OA-009 dot segments")
            << app << QByteArray("https://app.example/cb/../evil") << false;
        QTest::newRow("OA-010 fragment") << app << QByteArray("https://app.example/cb#f") << false;
        QTest::newRow("upper case") << app << QByteArray("https://APP.example/cb") << false;
        const QByteArray loopback = "http://127.0.0.1/callback";
        QTest::newRow("OA-011 any port")
            << loopback << QByteArray("http://127.0.0.1:51234/callback") << true;
        QTest::newRow("no port") << loopback << loopback << true;
        QTest::newRow("registered with a port, another asked")
            << QByteArray("http://localhost:8787/callback")
            << QByteArray("http://localhost:9/callback") << true;
        QTest::newRow("localhost is not 127.0.0.1")
            << loopback << QByteArray("http://localhost:51234/callback") << false;
        QTest::newRow("other path")
            << loopback << QByteArray("http://127.0.0.1:51234/callback2") << false;
        QTest::newRow("loopback as user info")
            << loopback << QByteArray("http://127.0.0.1:1@evil.example/callback") << false;
        QTest::newRow("loopback as prefix")
            << loopback << QByteArray("http://127.0.0.1.evil.example/callback") << false;
        QTest::newRow("port is not a number")
            << loopback << QByteArray("http://127.0.0.1:x/callback") << false;
        QTest::newRow("scheme changed")
            << loopback << QByteArray("https://127.0.0.1:51234/callback") << false;
        QTest::newRow("fragment on loopback")
            << loopback << QByteArray("http://127.0.0.1:5/callback#x") << false;
    }
    void matchesExactly()
    {
        QFETCH(QByteArray, registered);
        QFETCH(QByteArray, requested);
        QFETCH(bool, expected);
        const auto uri = RedirectUri::parse(registered.toStdString());
        QVERIFY(bool(uri));
        QCOMPARE(uri->matches(requested.toStdString()), expected);
    }

    void everyKnownClientCanBeRegistered()
    {
        QVERIFY(!clients::knownClients().empty());
        for (const auto &uri : clients::defaultRedirectUris())
            QVERIFY2(RedirectUri::parse(uri), uri.c_str());
    }
};

QTEST_APPLESS_MAIN(RedirectUriTest)
#include "RedirectUriTest.moc"
