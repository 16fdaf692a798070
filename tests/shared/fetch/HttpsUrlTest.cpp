// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/HttpsUrl.h"

#include <QTest>

using fetch::HttpsUrl;

class HttpsUrlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodUrlIsTakenApart_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<QByteArray>("path");
        const auto row = [](const char *url, const char *host, int port, const char *path) {
            QTest::newRow(url) << QByteArray(url) << QByteArray(host) << port << QByteArray(path);
        };
        row("https://claude.ai/oauth/mcp-oauth-client-metadata", "claude.ai", 443,
            "/oauth/mcp-oauth-client-metadata");
        row("https://vscode.dev/oauth/client-metadata.json", "vscode.dev", 443,
            "/oauth/client-metadata.json");
        row("https://app.example/", "app.example", 443, "/");
        row("https://app.example:8443/c?x=1&y=%20", "app.example", 8443, "/c");
        row("https://app.example:443/c", "app.example", 443, "/c");
        row("https://xn--bcher-kva.example/c", "xn--bcher-kva.example", 443, "/c");
        row("https://192.0.2.1/c", "192.0.2.1", 443, "/c");
        row("https://[2001:db8::1]:8443/c", "2001:db8::1", 8443, "/c");
        row("https://app.example/a..b/...c/.d", "app.example", 443, "/a..b/...c/.d");
    }
    void aGoodUrlIsTakenApart()
    {
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, host);
        QFETCH(int, port);
        QFETCH(QByteArray, path);
        const auto parsed = HttpsUrl::parse(url.toStdString());
        QVERIFY2(parsed, parsed ? "" : parsed.error().message.c_str());
        QCOMPARE(parsed->text(), url.toStdString());
        QCOMPARE(parsed->host(), host.toStdString());
        QCOMPARE(int(parsed->port()), port);
        QCOMPARE(parsed->path(), path.toStdString());
    }

    void whatCouldBeReadInTwoWaysIsRefused_data()
    {
        QTest::addColumn<QByteArray>("url");
        const auto rows = [](std::initializer_list<const char *> urls) {
            for (const char *url : urls)
                QTest::newRow(url) << QByteArray(url);
        };
        rows({"",
              "https://",
              "https:///c",
              "http://app.example/c",
              "HTTPS://app.example/c",
              "file:///etc/passwd",
              "gopher://app.example/c",
              "https:app.example/c",
              "https://app.example",
              "https://app.example?x",
              "https://app.example/c#f",
              "https://user@app.example/c",
              "https://user:pass@app.example/c",
              "https://app.example@evil.example/c",
              "https://App.example/c",
              "https://app.example./c",
              "https://app..example/c",
              "https://.example/c",
              "https://app example/c",
              "https://app.example/a b",
              "https://app.example/a\tb",
              "https://app.example/a\nb",
              "https://app.example\\@evil.example/c",
              "https://app.example/\xc3\xbc",
              "https://b\xc3\xbc"
              "cher.example/c",
              "https://app.example:/c",
              "https://app.example:0/c",
              "https://app.example:65536/c",
              "https://app.example:4x/c",
              "https://app.example:-1/c",
              "https://app.example/./c",
              "https://app.example/a/../c",
              "https://app.example/a/..",
              "https://app.example/a/%2e%2E/c",
              "https://app.example/.%2e/c",
              "https://127.1/c",
              "https://0x7f000001/c",
              "https://2130706433/c",
              "https://0177.0.0.1/c",
              "https://[::1/c",
              "https://::1/c",
              "https://[0:0:0:0:0:0:0:1]/c",
              "https://[2001:DB8::1]/c",
              "https://[app.example]/c",
              "https://[fe80::1%25eth0]/c",
              "https://%6c%6fcalhost/c"});
        QTest::newRow("too long") << "https://app.example/" + QByteArray(2048, 'x');
    }
    void whatCouldBeReadInTwoWaysIsRefused()
    {
        QFETCH(QByteArray, url);
        const auto parsed = HttpsUrl::parse(url.toStdString());
        QVERIFY2(!parsed, parsed ? parsed->host().c_str() : "");
        QCOMPARE(parsed.error().kind, core::ErrorKind::InvalidArgument);
        QVERIFY(!parsed.error().message.empty());
    }
};

QTEST_APPLESS_MAIN(HttpsUrlTest)
#include "HttpsUrlTest.moc"
