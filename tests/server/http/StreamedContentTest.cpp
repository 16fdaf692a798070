// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/StreamedContent.h"

#include "server/http/RawClient.h"
#include "server/http/TestServer.h"
#include "support/Await.h"
#include "support/ByteSources.h"

#include <QTest>
#include <QTimer>

using core::ErrorKind;
using httptest::LogCollector;
using httptest::RawClient;
using httptest::TestServer;
using support::await;
using support::contentOf;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t limit = 64UL * 1024 * 1024;
constexpr auto chunkedHead =
    "PUT /streamed HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

std::string headFor(std::size_t size, const std::string &fields = {})
{
    return "PUT /streamed HTTP/1.1\r\nHost: a\r\n" + fields
           + "Content-Length: " + std::to_string(size) + "\r\n\r\n";
}

/// A read that goes on while the test does something else.
struct Reading
{
    std::optional<core::Result<std::string>> outcome;
};

core::Task<void> readOnce(http::ExchangePtr exchange, std::shared_ptr<Reading> reading)
{
    reading->outcome = co_await exchange->content().read(1024);
}

std::shared_ptr<Reading> startReading(const http::ExchangePtr &exchange)
{
    auto reading = std::make_shared<Reading>();
    core::start(readOnce(exchange, reading));
    return reading;
}

/// Time passes, and the server works.
void askForHealth(std::uint16_t port, int times)
{
    RawClient other(port);
    for (int i = 1; i <= times; ++i) {
        other.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(support::waitUntil([&] { return other.count("healthy") == i; }));
    }
}

} // namespace

/// Requests that are handed on behind their head, and whose content is pulled out of the
/// connection.
class StreamedContentTest : public QObject
{
    Q_OBJECT

private:
    /// A server with one held request, whose client has sent these bytes.
    struct Stage
    {
        explicit Stage(const std::string &bytes,
                       http::HttpServer::Options options = TestServer::quickOptions())
            : server(std::move(options))
        {
            server.hold("/streamed", limit);
            port = server.listen();
            client = std::make_unique<RawClient>(port);
            client->send(bytes);
            if (bytes.find("\r\n\r\n") != std::string::npos)
                support::waitUntil(
                    [this] { return !server.held().empty() || !client->isConnected(); });
        }
        http::ExchangePtr exchange() { return server.held().front(); }
        core::ByteSource &content() { return server.held().front()->content(); }

        TestServer server;
        std::uint16_t port = 0;
        std::unique_ptr<RawClient> client;
    };

private Q_SLOTS:
    void contentIsHandedOnAsItComes()
    {
        Stage stage(headFor(9));
        QCOMPARE(stage.server.held().size(), std::size_t(1));
        QCOMPARE(stage.content().size(), std::optional<std::uint64_t>(9));
        QVERIFY(stage.exchange()->request().body.empty());
        const auto reading = startReading(stage.exchange());
        QVERIFY(!reading->outcome);
        stage.client->send("abc");
        QVERIFY(support::waitUntil([&] { return reading->outcome.has_value(); }));
        QCOMPARE(**reading->outcome, std::string("abc"));
        stage.client->send("defghi");
        QCOMPARE(*await(stage.content().read(4)), std::string("defg"));
        QCOMPARE(*await(stage.content().read(4)), std::string("hi"));
        QCOMPARE(*await(stage.content().read(4)), std::string());
        QCOMPARE(*await(stage.content().read(4)), std::string());
        stage.exchange()->respond(http::Response::text(201, "kept"));
        const auto answer = stage.client->readAll();
        QVERIFY(answer.starts_with("HTTP/1.1 201 "));
        QVERIFY(answer.find("Connection: close\r\n") != std::string::npos);
        QVERIFY(answer.ends_with("kept"));
    }

    void aHeadMayComeInPiecesAndWithContentBehindIt()
    {
        const auto bytes = headFor(5) + "hel";
        for (std::size_t split = 1; split < bytes.size(); split += 7) {
            Stage stage(bytes.substr(0, split));
            askForHealth(stage.port, 1);
            stage.client->send(bytes.substr(split));
            QVERIFY(support::waitUntil([&] { return !stage.server.held().empty(); }));
            stage.client->send("lo");
            QCOMPARE(*contentOf(stage.content(), 100), std::string("hello"));
        }
    }

    void chunksArePutTogether()
    {
        Stage stage(std::string(chunkedHead) + "3\r\nabc\r\n2\r\nd");
        QCOMPARE(stage.content().size(), std::optional<std::uint64_t>());
        QCOMPARE(*await(stage.content().read(100)), std::string("abcd"));
        stage.client->send("e\r\n0\r\n\r\n");
        QCOMPARE(*contentOf(stage.content(), 100), std::string("e"));
    }

    void contentThatIsCompleteAtOnceNeedsNoStream()
    {
        Stage stage(headFor(0));
        QCOMPARE(*contentOf(stage.content(), 100), std::string());
        stage.exchange()->respond(http::Response(204));
        QVERIFY(stage.client->receives("HTTP/1.1 204 "));
        QVERIFY(stage.client->isConnected());
    }

    void whoWaitsForContinueGetsItWhenSomebodyReads()
    {
        Stage stage(headFor(3, "Expect: 100-continue\r\n"));
        askForHealth(stage.port, 3);
        QCOMPARE(stage.client->received(), std::string());
        const auto reading = startReading(stage.exchange());
        QVERIFY(stage.client->receives("HTTP/1.1 100 Continue\r\n\r\n"));
        stage.client->send("abc");
        QVERIFY(support::waitUntil([&] { return reading->outcome.has_value(); }));
        QCOMPARE(**reading->outcome, std::string("abc"));
        QCOMPARE(stage.client->count("100 Continue"), 1);
    }

    void whoIsRefusedIsNotToldToContinue()
    {
        Stage stage(headFor(3, "Expect: 100-continue\r\n"));
        stage.exchange()->respond(http::Response::text(403, "no"));
        const auto answer = stage.client->readAll();
        QVERIFY(answer.starts_with("HTTP/1.1 403 "));
        QCOMPARE(stage.client->count("100 Continue"), 0);
    }

    void aClientIsHeldUpWhileNobodyReads()
    {
        constexpr std::size_t size = 48UL * 1024 * 1024;
        auto options = TestServer::quickOptions();
        options.limits.bufferedBodies = 1024; // it is not one of these
        options.limits.bodyTime = 1ms;        // nor is the client to blame
        Stage stage(headFor(size), options);
        stage.client->send(std::string(size, 'x'));
        askForHealth(stage.port, 50);
        QVERIFY(stage.client->unsentBytes() > static_cast<qint64>(size / 2));
        std::size_t received = 0;
        while (received < size) {
            const auto piece = await(stage.content().read(256UL * 1024));
            QVERIFY(piece);
            QVERIFY(!piece->empty() && piece->size() <= 256UL * 1024);
            received += piece->size();
            if (received < size / 2)
                QVERIFY(stage.client->unsentBytes() > 0);
        }
        QCOMPARE(*await(stage.content().read(1)), std::string());
        QCOMPARE(received, size);
    }

    void anAnnouncementOverTheLimitIsRefusedAtOnce()
    {
        Stage stage(headFor(limit + 1));
        QVERIFY(stage.client->readAll().starts_with("HTTP/1.1 413 "));
        QVERIFY(stage.server.held().empty());
    }

    void whatBreaksARuleIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("status");
        QTest::newRow("too much") << QByteArray("3\r\nabc\r\n4000001\r\n") << 413;
        QTest::newRow("not a size") << QByteArray("3\r\nabc\r\nx\r\n") << 400;
        QTest::newRow("a negative size") << QByteArray("-1\r\n") << 400;
        QTest::newRow("an extension") << QByteArray("3;a=b\r\nabc\r\n") << 400;
        QTest::newRow("a trailer") << QByteArray("3\r\nabc\r\n0\r\nX: y\r\n\r\n") << 400;
        QTest::newRow("longer than its size") << QByteArray("3\r\nabcd\r\n0\r\n\r\n") << 400;
        QTest::newRow("a bare line feed") << QByteArray("3\nabc\n0\n\n") << 400;
    }
    void whatBreaksARuleIsRefused()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, status);
        const LogCollector log;
        Stage stage(chunkedHead);
        const auto exchange = stage.exchange();
        stage.client->send(content.toStdString());
        const auto read = contentOf(exchange->content(), 100);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::InvalidArgument);
        QVERIFY(exchange->cancellation().isCancelled());
        QVERIFY(exchange->isAnswered());
        exchange->respond(http::Response::text(200, "too late"));
        const auto answer = stage.client->readAll();
        QVERIFY(answer.starts_with("HTTP/1.1 " + std::to_string(status) + ' '));
        QCOMPARE(stage.client->count("HTTP/1.1"), 1);
        const auto logged = "status=\"" + std::to_string(status) + '"';
        QVERIFY(log.text().find(logged) != std::string::npos);
        QVERIFY(!await(exchange->content().read(1)));
    }

    void bytesBehindTheContentAreNoRequest_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const std::string second = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n";
        QTest::newRow("after a length") << QByteArray::fromStdString(headFor(3) + "abc" + second);
        QTest::newRow("after chunks")
            << QByteArray::fromStdString(chunkedHead + ("3\r\nabc\r\n0\r\n\r\n" + second));
    }
    void bytesBehindTheContentAreNoRequest()
    {
        QFETCH(QByteArray, bytes);
        Stage stage(bytes.toStdString());
        QCOMPARE(*contentOf(stage.content(), 100), std::string("abc"));
        stage.client->send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n");
        stage.exchange()->respond(http::Response::text(201, "kept"));
        stage.client->readAll();
        QCOMPARE(stage.client->count("HTTP/1.1"), 1);
        QCOMPARE(stage.client->count("healthy"), 0);
    }

    void aClientThatLeavesEndsTheContent()
    {
        Stage stage(headFor(10) + "abc");
        const auto exchange = stage.exchange();
        QCOMPARE(*await(exchange->content().read(100)), std::string("abc"));
        const auto reading = startReading(exchange);
        stage.client->close();
        QVERIFY(support::waitUntil([&] { return reading->outcome.has_value(); }));
        QCOMPARE(reading->outcome->error().kind, ErrorKind::Cancelled);
        QVERIFY(exchange->cancellation().isCancelled());
    }

    void contentThatDripsIsTimedOut()
    {
        auto options = TestServer::quickOptions();
        options.limits.bodyTime = 60ms;
        Stage stage(headFor(1000), options);
        const auto exchange = stage.exchange();
        QTimer drip;
        connect(&drip, &QTimer::timeout, &drip, [&] { stage.client->send("x"); });
        drip.start(5);
        const auto content = contentOf(exchange->content(), 100);
        QVERIFY(!content);
        QVERIFY(stage.client->readAll().starts_with("HTTP/1.1 408 "));
    }

    void contentThatKeepsItsRateGetsMoreTime()
    {
        auto options = TestServer::quickOptions();
        options.limits.bodyTime = 60ms;
        options.limits.bodyRate = 100;
        Stage stage(headFor(100), options);
        QTimer drip;
        connect(&drip, &QTimer::timeout, &drip, [&] { stage.client->send("xxxx"); });
        drip.start(8); // longer than bodyTime in all
        const auto content = contentOf(stage.content(), 100);
        QVERIFY(content);
        QCOMPARE(content->size(), std::size_t(100));
    }

    void aRefusalIsSeenByAClientThatIsStillSending()
    {
        auto options = TestServer::quickOptions();
        options.limits.lingerTime = 2s;
        Stage stage(headFor(limit), options);
        stage.client->send(std::string(limit, 'x'));
        QCOMPARE((*await(stage.content().read(10))).size(), std::size_t(10));
        stage.exchange()->respond(http::Response::text(409, "The file is not wanted."));
        QVERIFY(stage.client->receives("The file is not wanted."));
        QVERIFY(!await(stage.content().read(10)));
        QVERIFY(stage.client->isClosedByServer());
        QVERIFY(support::waitUntil([&] { return stage.server.server().connectionCount() == 0; }));
    }

    void theServerMayEndWhileSomebodyReads()
    {
        auto stage = std::make_unique<Stage>(headFor(10));
        const auto exchange = stage->exchange();
        const auto reading = startReading(exchange);
        stage.reset();
        QVERIFY(reading->outcome.has_value());
        QCOMPARE(reading->outcome->error().kind, ErrorKind::Cancelled);
        QVERIFY(!await(exchange->content().read(1)));
    }

    void aStreamedRequestMayAnswerWithAStream()
    {
        Stage stage(headFor(6) + "abc");
        stage.exchange()->beginStream(http::Response::text(200, "begun "));
        QCOMPARE(*await(stage.content().read(100)), std::string("abc"));
        stage.client->send("def");
        QCOMPARE(*await(stage.content().read(100)), std::string("def"));
        QVERIFY(stage.exchange()->writeStream("done"));
        stage.exchange()->endStream();
        QVERIFY(stage.client->readAll().ends_with("0\r\n\r\n"));
    }

    void aBrokenRuleInTheMiddleOfAnAnswerCutsItOff()
    {
        Stage stage(std::string(chunkedHead) + "3\r\nabc\r\n");
        stage.exchange()->beginStream(http::Response::text(200, "begun "));
        QCOMPARE(*await(stage.content().read(100)), std::string("abc"));
        QVERIFY(stage.client->receives("begun "));
        stage.client->send("nonsense\r\n");
        QVERIFY(!await(stage.content().read(100)));
        QVERIFY(stage.client->isClosedByServer());
        QCOMPARE(stage.client->count("HTTP/1.1"), 1);
    }
};

QTEST_GUILESS_MAIN(StreamedContentTest)
#include "StreamedContentTest.moc"
