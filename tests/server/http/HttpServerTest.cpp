// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/HttpServer.h"

#include "server/http/RawClient.h"
#include "server/http/TestServer.h"

#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <iterator>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using httptest::RawClient;
using httptest::TestServer;

namespace {

constexpr auto getHealth = "GET /health HTTP/1.1\r\nHost: mail.test\r\n\r\n";
constexpr auto smuggled = "GET /health HTTP/1.1\r\nHost: smuggled\r\n\r\n";
constexpr auto echoHead = "POST /echo HTTP/1.1\r\nHost: mail.test\r\n";

std::string contentOf(const std::string &answer)
{
    const auto end = answer.find("\r\n\r\n");
    return end == std::string::npos ? std::string() : answer.substr(end + 4);
}

} // namespace

/// The real server through its socket: what is answered and what is refused.
class HttpServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerIsCompleteAndWellFormed();
    void aConnectionCarriesManyRequests();
    void answersAreCountedAndTimed();
    void everySmuggledRequestStaysUnanswered_data();
    void everySmuggledRequestStaysUnanswered();
    void refusalsCarryTheSecurityHeaders();
    void aBodyArrivesWholeHoweverItIsSplit_data();
    void aBodyArrivesWholeHoweverItIsSplit();
    void chunkedBodiesSurviveEverySplit();
    void aLargeBodyArrivesWhole();
    void targetsThatQtMightReadDifferentlyAreAnswered_data();
    void targetsThatQtMightReadDifferentlyAreAnswered();
    void theLargestHeadIsAnswered();
    void headIsAnsweredLikeGetWithoutContent();
    void anAnswerWithoutContentHasNone_data();
    void anAnswerWithoutContentHasNone();
    void http10IsAnsweredAndClosed();
    void aClientThatWantsToCloseIsObeyed();
    void continueIsSaidOnce();
    void anOversizedBodyIsRefusedBeforeContinue();
    void framingFieldsOfHandlersAreIgnored();
    void anHttp10StreamEndsWithTheConnection();
    void aHttp11StreamIsChunked();
    void aStreamForHeadHasNoContent();
    void aSizedStreamAnnouncesItsSize();
    void aSizedStreamForHeadHasTheSizeAlone();
    void aSizedStreamThatEndsEarlyIsCutOff();
    void aSizedStreamNeverRunsIntoTheNextAnswer();
    void theAccessLogNamesTheRouteAndNoSecrets();
    void aTrustedProxyNamesTheClient();
    void aListeningSocketCanBeAdopted();
    void aUnixSocketCanBeAdopted();
    void aBadAddressIsRefused();
    void aPortInUseIsRefused();
};

void HttpServerTest::anAnswerIsCompleteAndWellFormed()
{
    TestServer server;
    RawClient client(server.listen());
    client.send(getHealth);
    QVERIFY(client.receives("healthy"));
    const auto &answer = client.received();
    QVERIFY(answer.starts_with("HTTP/1.1 200 OK\r\nDate: "));
    QCOMPARE(client.count("Content-Length: 7\r\n"), 1);
    QCOMPARE(client.count("Content-Type: text/plain; charset=utf-8\r\n"), 1);
    QCOMPARE(client.count("X-Content-Type-Options: nosniff\r\n"), 1);
    QCOMPARE(client.count("Connection:"), 0);
    QCOMPARE(client.count("Server:"), 0);
    QCOMPARE(contentOf(answer), std::string("healthy"));
    QVERIFY(client.isConnected());
}

void HttpServerTest::aConnectionCarriesManyRequests()
{
    auto options = TestServer::quickOptions();
    options.limits.requestsPerConnection = 5;
    TestServer server(options);
    RawClient client(server.listen());
    for (int i = 1; i <= 5; ++i) {
        const std::string body = "body " + std::to_string(i);
        client.send(std::string(echoHead) + "Content-Length: 6\r\n\r\n" + body);
        QVERIFY(client.receives(body));
    }
    QVERIFY(client.isClosedByServer());
    QCOMPARE(client.count("HTTP/1.1 200 OK"), 5);
    QCOMPARE(client.count("Connection: close"), 1);
}

void HttpServerTest::answersAreCountedAndTimed()
{
    TestServer server;
    server.hold("/slow");
    RawClient client(server.listen());
    client.send(getHealth);
    QVERIFY(client.receives("healthy"));
    client.send("GET /nowhere HTTP/1.1\r\nHost: mail.test\r\n\r\n");
    QVERIFY(client.receives("HTTP/1.1 404"));
    client.send("GET /slow HTTP/1.1\r\nHost: mail.test\r\n\r\n");
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    const auto &answers = server.server().answers();
    QCOMPARE(answers.count, 2UL); // what is not answered yet does not count
    server.held().front()->respond(http::Response::text(503, "busy"));
    QVERIFY(client.receives("HTTP/1.1 503"));
    QCOMPARE(answers.count, 3UL);
    QCOMPARE(answers.clientErrors, 1UL);
    QCOMPARE(answers.serverErrors, 1UL);
    QVERIFY(answers.time.count() > 0);
}

void HttpServerTest::everySmuggledRequestStaysUnanswered_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("status");
    const auto row = [](const char *name, const std::string &bytes, const char *status) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(status);
    };
    const std::string post = echoHead;
    const std::string other = smuggled;
    row("HT-01 CL.TE",
        post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + other, "400");
    row("HT-01 TE.CL",
        post + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" + other, "400");
    row("HT-02 xchunked", post + "Transfer-Encoding: xchunked\r\n\r\n" + other, "501");
    row("HT-04 two lengths", post + "Content-Length: 0\r\nContent-Length: 40\r\n\r\n" + other,
        "400");
    row("HT-06 -1", post + "Content-Length: -1\r\n\r\n" + other, "400");
    row("HT-06 +5", post + "Content-Length: +0\r\n\r\n" + other, "400");
    row("HT-06 overflow", post + "Content-Length: 18446744073709551616\r\n\r\n" + other, "400");
    row("HT-07 blank before colon", post + "Content-Length : 40\r\n\r\n" + other, "400");
    row(
        "HT-07 101 fields",
        [&] {
            std::string bytes = post;
            for (int i = 0; i < 100; ++i)
                bytes += "X: 1\r\n";
            return bytes + "Content-Length: 40\r\n\r\n" + other;
        }(),
        "431");
    row("HT-09 bare LF", "GET /health HTTP/1.1\nHost: a\n\n" + other, "400");
    row("HT-11 no Host", "GET /health HTTP/1.1\r\n\r\n" + other, "400");
    row("HT-12 long line",
        "GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n" + other, "414");
    row("HT-14 endless field", post + "X: " + std::string(100000, 'x'), "431");
    row("HT-15 10 GB", post + "Content-Length: 10000000000\r\n\r\n" + other, "413");
    row("HT-15 10 GB to a path with a small limit",
        "POST /health HTTP/1.1\r\nHost: a\r\nContent-Length: 32769\r\n\r\n" + other, "413");
    row("HT-28 gzip", post + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc" + other,
        "415");
    row("HT-29 HTTP/0.9", "GET /health\r\n" + other, "400");
    row("HT-29 HTTP/2.9", "GET /health HTTP/2.9\r\nHost: a\r\n\r\n" + other, "505");
    row("HT-29 PRI", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "505");
    row("HT-29 TLS", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), "400");
    row("HT-29 WebSocket",
        "GET /health HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
            + other,
        "400");
    row("HT-31 TRACE", "TRACE /health HTTP/1.1\r\nHost: a\r\n\r\n" + other, "501");
    row("chunk size with extension", post + "Transfer-Encoding: chunked\r\n\r\n0;a\r\n\r\n" + other,
        "400");
    row("chunk end with LF only", post + "Transfer-Encoding: chunked\r\n\r\n0\r\n\n" + other,
        "400");
    row("trailers", post + "Transfer-Encoding: chunked\r\n\r\n0\r\nX: 1\r\n\r\n" + other, "400");
    row("escaped newline in the path",
        "GET /health%0A HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "404");
    row("other spelling of the path",
        "GET /h%65alth HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "404");
    row("absolute target", "GET http://mail.test/health HTTP/1.1\r\nHost: a\r\n\r\n" + other,
        "400");
}

void HttpServerTest::everySmuggledRequestStaysUnanswered()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, status);
    const std::string all = bytes.toStdString();
    TestServer server;
    const auto port = server.listen();
    for (const std::size_t pieceSize : {all.size(), std::size_t(1)}) {
        if (pieceSize == 1 && all.size() > 2000)
            continue; // the parser's own test feeds those byte by byte
        RawClient client(port);
        for (std::size_t i = 0; i < all.size() && client.isConnected(); i += pieceSize) {
            client.send(std::string_view(all).substr(i, pieceSize));
            if (pieceSize == 1)
                QCoreApplication::processEvents();
        }
        const auto answer = client.readAll();
        QVERIFY2(answer.starts_with("HTTP/1.1 " + status.toStdString() + " "), answer.c_str());
        QCOMPARE(client.count("HTTP/1.1 "), 1);
        QCOMPARE(client.count("Connection: close"), 1);
        QCOMPARE(client.count("healthy"), 0);
    }
    // And the server is alive.
    RawClient client(port);
    client.send(getHealth);
    QVERIFY(client.receives("healthy"));
}

void HttpServerTest::refusalsCarryTheSecurityHeaders()
{
    TestServer server;
    RawClient client(server.listen());
    client.send("nonsense\r\n");
    client.readAll();
    QCOMPARE(client.count("X-Content-Type-Options: nosniff\r\n"), 1);
    QCOMPARE(client.count("Referrer-Policy: no-referrer\r\n"), 1);
    // Nothing of the request comes back.
    QCOMPARE(client.count("nonsense"), 0);
}

void HttpServerTest::aBodyArrivesWholeHoweverItIsSplit_data()
{
    QTest::addColumn<int>("pieceSize");
    for (const int size : {1, 2, 3, 5, 16, 1000})
        QTest::addRow("%d", size) << size;
}

void HttpServerTest::aBodyArrivesWholeHoweverItIsSplit()
{
    QFETCH(int, pieceSize);
    TestServer server;
    RawClient client(server.listen());
    const std::string bytes =
        std::string(echoHead) + "Content-Length: 26\r\n\r\nabcdefghijklmnopqrstuvwxyz";
    for (std::size_t i = 0; i < bytes.size(); i += static_cast<std::size_t>(pieceSize)) {
        client.send(std::string_view(bytes).substr(i, static_cast<std::size_t>(pieceSize)));
        QCoreApplication::processEvents();
    }
    QVERIFY(client.receives("abcdefghijklmnopqrstuvwxyz"));
}

void HttpServerTest::chunkedBodiesSurviveEverySplit()
{
    TestServer server;
    RawClient client(server.listen());
    const std::string bytes =
        std::string(echoHead)
        + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n7\r\n, world\r\n0\r\n\r\n";
    int answers = 0;
    for (std::size_t split = 1; split < bytes.size(); ++split) {
        client.send(std::string_view(bytes).substr(0, split));
        // The first part has arrived before the second one is sent.
        for (int turn = 0; turn < 3; ++turn)
            QCoreApplication::processEvents();
        client.send(std::string_view(bytes).substr(split));
        ++answers;
        QVERIFY(support::waitUntil([&] { return client.count("hello, world") == answers; }));
    }
    QCOMPARE(client.count("HTTP/1.1 200 OK"), answers);
}

void HttpServerTest::aLargeBodyArrivesWhole()
{
    TestServer server;
    RawClient client(server.listen());
    const std::string body(8 * 1024 * 1024, 'x');
    client.send(std::string(echoHead) + "Content-Length: " + std::to_string(body.size())
                + "\r\n\r\n" + body);
    const auto answer = client.readAll(); // large bodies end the connection
    QVERIFY(answer.starts_with("HTTP/1.1 200 OK"));
    QVERIFY(contentOf(answer) == body);
}

void HttpServerTest::targetsThatQtMightReadDifferentlyAreAnswered_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("host");
    for (const char *target :
         {"//", "//evil.test/health", "/../health", "/?", "/??", "/%0d%0a", "/%ff", "/:80", "/@",
          "/;=,", "/health/", "/a:b@c:d/", "/'()*!$&+", "/[]"})
        QTest::addRow("%s", target) << QByteArray(target) << QByteArray("mail.test");
    for (const char *host : {"mail.test:0", "mail.test:99999", "[::1]", "[::1]:80", "[::::]", "[.]",
                             "-", "_", "...", "1.2.3.4.5"})
        QTest::addRow("Host %s", host) << QByteArray("/nothing") << QByteArray(host);
}

void HttpServerTest::targetsThatQtMightReadDifferentlyAreAnswered()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, host);
    TestServer server;
    RawClient client(server.listen());
    client.send("GET " + target.toStdString() + " HTTP/1.1\r\nHost: " + host.toStdString()
                + "\r\nConnection: close\r\n\r\n");
    client.readAll();
    QCOMPARE(client.count("HTTP/1.1 "), 1);
    QVERIFY(client.received().starts_with("HTTP/1.1 40"));
}

void HttpServerTest::theLargestHeadIsAnswered()
{
    TestServer server;
    RawClient client(server.listen());
    std::string bytes = echoHead;
    for (int i = 0; i < 97; ++i)
        bytes += "X-Field-" + std::to_string(i) + ": " + std::string(150, 'x') + "\r\n";
    bytes += "X-Long: " + std::string(10000, 'y') + "\r\n";
    client.send(bytes + "Content-Length: 5\r\n\r\nhello");
    QVERIFY(client.receives("hello"));
    QVERIFY(client.received().starts_with("HTTP/1.1 200 OK"));
}

void HttpServerTest::headIsAnsweredLikeGetWithoutContent()
{
    TestServer server;
    RawClient client(server.listen());
    client.send("HEAD /health HTTP/1.1\r\nHost: mail.test\r\n\r\n");
    QVERIFY(client.receives("\r\n\r\n"));
    QCOMPARE(client.count("Content-Length: 7\r\n"), 1);
    // The connection is still in step.
    client.send(getHealth);
    QVERIFY(client.receives("healthy"));
    QCOMPARE(client.count("healthy"), 1);
}

void HttpServerTest::anAnswerWithoutContentHasNone_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("204") << 204;
    QTest::newRow("304") << 304;
}

void HttpServerTest::anAnswerWithoutContentHasNone()
{
    QFETCH(int, status);
    TestServer server;
    server.hold("/held");
    RawClient client(server.listen());
    client.send("GET /held HTTP/1.1\r\nHost: mail.test\r\n\r\n");
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    server.held().front()->respond(http::Response::text(status, "must not be sent"));
    QVERIFY(client.receives("\r\n\r\n"));
    QCOMPARE(client.count("Content-Length"), 0);
    client.send(getHealth);
    QVERIFY(client.receives("healthy"));
    QCOMPARE(client.count("must not be sent"), 0);
}

void HttpServerTest::http10IsAnsweredAndClosed()
{
    TestServer server;
    RawClient client(server.listen());
    client.send("GET /health HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    const auto answer = client.readAll();
    QCOMPARE(contentOf(answer), std::string("healthy"));
    QCOMPARE(client.count("Connection: close\r\n"), 1);
}

void HttpServerTest::aClientThatWantsToCloseIsObeyed()
{
    TestServer server;
    RawClient client(server.listen());
    client.send("GET /health HTTP/1.1\r\nHost: mail.test\r\nConnection: close\r\n\r\n");
    QCOMPARE(contentOf(client.readAll()), std::string("healthy"));
}

void HttpServerTest::continueIsSaidOnce()
{
    TestServer server;
    RawClient client(server.listen());
    client.send(std::string(echoHead) + "Expect: 100-continue\r\nContent-Length: 6\r\n\r\n");
    QVERIFY(client.receives("HTTP/1.1 100 Continue\r\n\r\n"));
    client.send("abc");
    QCoreApplication::processEvents();
    client.send("def");
    QVERIFY(client.receives("abcdef"));
    QCOMPARE(client.count("100 Continue"), 1);
}

void HttpServerTest::anOversizedBodyIsRefusedBeforeContinue()
{
    TestServer server; // HT-26
    RawClient client(server.listen());
    client.send("POST /health HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: "
                "40000\r\n\r\n");
    QVERIFY(client.readAll().starts_with("HTTP/1.1 413 "));
    QCOMPARE(client.count("100 Continue"), 0);
}

void HttpServerTest::framingFieldsOfHandlersAreIgnored()
{
    TestServer server;
    server.hold("/held");
    RawClient client(server.listen());
    client.send("GET /held HTTP/1.1\r\nHost: mail.test\r\n\r\n");
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    auto response = http::Response::text(200, "four");
    response.headers.add("content-length", "99");
    response.headers.add("Transfer-Encoding", "chunked");
    response.headers.add("Connection", "close");
    response.headers.add("X-Custom", "kept");
    server.held().front()->respond(std::move(response));
    QVERIFY(client.receives("four"));
    QCOMPARE(client.count("Content-Length: 4\r\n"), 1);
    QCOMPARE(client.count("X-Custom: kept\r\n"), 1);
    QCOMPARE(client.count("99"), 0);
    QCOMPARE(client.count("Transfer-Encoding"), 0);
    QVERIFY(client.isConnected());
}

void HttpServerTest::anHttp10StreamEndsWithTheConnection()
{
    TestServer server;
    server.hold("/held");
    RawClient client(server.listen());
    client.send("GET /held HTTP/1.0\r\n\r\n");
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    auto exchange = server.held().front();
    auto head = http::Response::text(200, "one ");
    exchange->beginStream(std::move(head));
    QVERIFY(exchange->writeStream("two"));
    exchange->endStream();
    const auto answer = client.readAll();
    QCOMPARE(contentOf(answer), std::string("one two"));
    QCOMPARE(client.count("Transfer-Encoding"), 0);
}

void HttpServerTest::aHttp11StreamIsChunked()
{
    TestServer server;
    server.hold("/held");
    RawClient client(server.listen());
    client.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    auto exchange = server.held().front();
    exchange->beginStream(http::Response::text(200, "first"));
    QVERIFY(client.receives("5\r\nfirst\r\n"));
    QVERIFY(exchange->writeStream("")); // would end the stream if it were written
    QVERIFY(exchange->writeStream("second piece"));
    QVERIFY(client.receives("c\r\nsecond piece\r\n"));
    exchange->endStream();
    QVERIFY(client.receives("\r\n0\r\n\r\n"));
    QVERIFY(!exchange->writeStream("late"));
    QCOMPARE(client.count("Transfer-Encoding: chunked\r\n"), 1);
    QCOMPARE(client.count("Content-Length"), 0);
    client.send(getHealth);
    QVERIFY(client.receives("healthy"));
    QCOMPARE(client.count("late"), 0);
}

void HttpServerTest::aStreamForHeadHasNoContent()
{
    TestServer server;
    server.hold("/held");
    RawClient client(server.listen());
    client.send("HEAD /held HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    auto exchange = server.held().front();
    exchange->beginStream(http::Response::text(200, "first"));
    QVERIFY(!exchange->writeStream("second"));
    exchange->endStream();
    QVERIFY(client.receives("\r\n\r\n"));
    client.send(getHealth);
    QVERIFY(client.receives("healthy"));
    QCOMPARE(client.count("first"), 0);
    QCOMPARE(client.count("second"), 0);
}

void HttpServerTest::aSizedStreamAnnouncesItsSize()
{
    TestServer server;
    server.hold("/held");
    RawClient client(server.listen());
    client.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    auto exchange = server.held().front();
    exchange->beginSizedStream(http::Response::text(206, "first "), 12);
    QVERIFY(exchange->writeStream("second"));
    exchange->endStream();
    QVERIFY(client.receives("\r\n\r\nfirst second"));
    QCOMPARE(client.count("Content-Length: 12\r\n"), 1);
    QCOMPARE(client.count("Transfer-Encoding"), 0);
    client.send(getHealth);
    QVERIFY(client.receives("healthy"));
}

void HttpServerTest::aSizedStreamForHeadHasTheSizeAlone()
{
    TestServer server;
    server.hold("/held");
    RawClient client(server.listen());
    client.send("HEAD /held HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    auto exchange = server.held().front();
    exchange->beginSizedStream(http::Response(200), 5'000'000'000);
    QVERIFY(!exchange->writeStream("content"));
    exchange->endStream();
    QVERIFY(client.receives("Content-Length: 5000000000\r\n"));
    client.send(getHealth);
    QVERIFY(client.receives("healthy"));
    QCOMPARE(client.count("content"), 0);
}

void HttpServerTest::aSizedStreamThatEndsEarlyIsCutOff()
{
    TestServer server;
    server.hold("/held");
    RawClient client(server.listen());
    client.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    auto exchange = server.held().front();
    exchange->beginSizedStream(http::Response(200), 12);
    QVERIFY(exchange->writeStream("first"));
    QVERIFY(client.receives("first"));
    exchange->endStream();
    QVERIFY(support::waitUntil([&] { return !client.isConnected(); }));
}

void HttpServerTest::aSizedStreamNeverRunsIntoTheNextAnswer()
{
    TestServer server;
    server.hold("/held");
    RawClient client(server.listen());
    client.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    auto exchange = server.held().front();
    exchange->beginSizedStream(http::Response(200), 5);
    QVERIFY(!exchange->writeStream("HTTP/1.1 200 OK"));
    QVERIFY(support::waitUntil([&] { return !client.isConnected(); }));
    QCOMPARE(client.count("HTTP/1.1 200 OK"), 0);
}

void HttpServerTest::theAccessLogNamesTheRouteAndNoSecrets()
{
    TestServer server;
    server.router().addPrefix("GET", "/attachments/",
                              [](http::ExchangePtr exchange) -> core::Task<void> {
                                  exchange->respond(http::Response::text(200, "file"));
                                  co_return;
                              });
    RawClient client(server.listen());
    const httptest::LogCollector log;
    client.send("GET /attachments/SEALED-LINK?token=QUERY-SECRET HTTP/1.1\r\nHost: a\r\n"
                "Authorization: Bearer HEADER-SECRET\r\n\r\n");
    QVERIFY(client.receives("file"));
    QVERIFY(log.text().find("route=\"/attachments/…\"") != std::string::npos);
    QVERIFY(log.text().find("status=\"200\"") != std::string::npos);
    QVERIFY(log.text().find("client=\"127.0.0.1\"") != std::string::npos);
    QVERIFY(log.text().find("SEALED") == std::string::npos);
    QVERIFY(log.text().find("SECRET") == std::string::npos);
}

void HttpServerTest::aTrustedProxyNamesTheClient()
{
    auto options = TestServer::quickOptions();
    const auto trusted = http::ClientAddress::trusting({"127.0.0.1", "10.0.0.0/8"});
    QVERIFY(trusted);
    options.clientAddress = *trusted;
    TestServer server(options);
    server.hold("/held");
    RawClient client(server.listen());
    client.send("GET /held HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 203.0.113.9, 198.51.100.7, "
                "10.1.2.3\r\n\r\n");
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    QCOMPARE(server.held().front()->request().clientAddress, std::string("198.51.100.7")); // HT-45
    server.held().front()->respond(http::Response(204));
}

void HttpServerTest::aListeningSocketCanBeAdopted()
{
    QTcpServer activated;
    QVERIFY(activated.listen(QHostAddress(QHostAddress::LocalHost), 0));
    const auto port = activated.serverPort();
    TestServer server;
    QVERIFY(server.server().adopt(::dup(static_cast<int>(activated.socketDescriptor()))));
    activated.close();
    QCOMPARE(server.server().port(), port);
    RawClient client(port);
    client.send(getHealth);
    QVERIFY(client.receives("healthy"));
    QVERIFY(!server.server().adopt(-1));
}

void HttpServerTest::aUnixSocketCanBeAdopted()
{
    QTemporaryDir folder;
    const QByteArray path = folder.filePath(QStringLiteral("socket")).toLocal8Bit();
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    QVERIFY(static_cast<std::size_t>(path.size()) < sizeof address.sun_path);
    std::ranges::copy(path, std::begin(address.sun_path));
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    const int listening = ::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0);
    QCOMPARE(::bind(listening, generic, sizeof address), 0);
    QCOMPARE(::listen(listening, 8), 0);

    auto options = TestServer::quickOptions();
    options.limits.connectionsPerAddress = 1; // clients of a local socket are not counted
    TestServer server(options);
    server.hold("/held");
    QVERIFY(server.server().adopt(listening));
    QCOMPARE(server.server().port(), std::uint16_t(0));
    std::array<int, 2> clients{};
    for (int &client : clients) {
        client = ::socket(AF_UNIX, SOCK_STREAM, 0);
        QCOMPARE(::connect(client, generic, sizeof address), 0);
        constexpr std::string_view request =
            "GET /held HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 203.0.113.9\r\n\r\n";
        QCOMPARE(::send(client, request.data(), request.size(), 0), ssize_t(request.size()));
    }
    QVERIFY(support::waitUntil([&] { return server.held().size() == clients.size(); }));
    for (const auto &exchange : server.held()) {
        QCOMPARE(exchange->request().clientAddress, std::string("203.0.113.9"));
        exchange->respond(http::Response::text(200, "healthy"));
    }
    for (const int client : clients) {
        std::string received;
        QVERIFY(support::waitUntil([&] {
            std::array<char, 4096> buffer{};
            const auto count = ::recv(client, buffer.data(), buffer.size(), MSG_DONTWAIT);
            received.append(buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
            return received.ends_with("healthy");
        }));
        ::close(client);
    }
}

void HttpServerTest::aBadAddressIsRefused()
{
    TestServer server;
    const auto result = server.server().listen("mail.test", 0);
    QVERIFY(!result);
    QCOMPARE(int(result.error().kind), int(core::ErrorKind::InvalidArgument));
}

void HttpServerTest::aPortInUseIsRefused()
{
    TestServer first;
    const auto port = first.listen();
    TestServer second;
    const auto result = second.server().listen("127.0.0.1", port);
    QVERIFY(!result);
    QCOMPARE(int(result.error().kind), int(core::ErrorKind::Unavailable));
    QCOMPARE(second.server().port(), std::uint16_t(0));
}

QTEST_GUILESS_MAIN(HttpServerTest)
#include "HttpServerTest.moc"
