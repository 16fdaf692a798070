// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Connection.h"

#include "core/Async.h"
#include "http/EventStream.h"
#include "server/http/RawClient.h"
#include "server/http/TestServer.h"

#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <array>
#include <deque>
#include <memory>
#include <stdexcept>

using httptest::LogCollector;
using httptest::RawClient;
using httptest::TestServer;
using namespace std::chrono_literals;

namespace {

constexpr auto getHealth = "GET /health HTTP/1.1\r\nHost: mail.test\r\n\r\n";
constexpr auto getHeld = "GET /held HTTP/1.1\r\nHost: mail.test\r\n\r\n";

core::Task<void> produce(http::ExchangePtr exchange, int pieces, int *written)
{
    const std::string piece(64 * 1024, 'x');
    exchange->beginStream(http::Response::text(200, ""));
    for (int i = 0; i < pieces; ++i) {
        const bool clientIsThere = co_await exchange->drained();
        if (!clientIsThere || !exchange->writeStream(piece))
            co_return;
        ++*written;
    }
    exchange->endStream();
}

} // namespace

/// Clients that leave, answers that come late, and the end of the server, in every order.
class ConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClientMayLeaveInTheMiddleOfARequest_data();
    void aClientMayLeaveInTheMiddleOfARequest();
    void aLateAnswerToAClientThatHasGoneIsHarmless();
    void aHandlerIsCancelledWhenItsClientLeaves();
    void aClientThatLeavesDuringAStreamIsNoticed();
    void aHandlerMayLetGoWhenItIsCancelled();
    void anExchangeOutlivesTheServer();
    void onlyTheFirstAnswerCounts();
    void aHandlerWithoutAnAnswerIsAnsweredFor();
    void aHandlerThatThrowsIsAnsweredFor();
    void anAbandonedExchangeIsAnsweredFor();
    void anAbandonedStreamIsCutOff();
    void aStreamThatIsNotReadIsCutOff();
    void aPatientProducerNeverOverflows();
    void aWaitingProducerIsWokenWhenItsClientLeaves();
    void stoppingWaitsForTheBusyOnes();
    void stoppingDropsThemAtTheDeadline();
    void stoppingClosesIdleConnectionsAndListeners();
    void stoppingAnswersRequestsOnIdleConnections();
    void stoppingAnswersThoseWhoHaveJustConnected();
    void stoppingAnswersRequestsThatHaveJustArrived();
    void stoppingTellsStreams();
    void aServerCanBeDestroyedWhileBusy();
    void manyClientsComeAndGo();
};

void ConnectionTest::aClientMayLeaveInTheMiddleOfARequest_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("request line") << QByteArray("POST /ec");
    QTest::newRow("head") << QByteArray("POST /echo HTTP/1.1\r\nHost: a\r\nX");
    QTest::newRow("body") << QByteArray(
        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc");
    QTest::newRow("chunk") << QByteArray(
        "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc");
    QTest::newRow("refused") << QByteArray("nonsense\r\n");
    QTest::newRow("answered") << QByteArray(getHealth);
}

void ConnectionTest::aClientMayLeaveInTheMiddleOfARequest()
{
    QFETCH(QByteArray, bytes);
    TestServer server;
    const auto port = server.listen();
    RawClient client(port);
    client.send(bytes.toStdString());
    QVERIFY(support::waitUntil([&] { return server.server().connectionCount() == 1; }));
    client.close();
    QVERIFY(support::waitUntil([&] { return server.server().connectionCount() == 0; }));
    RawClient next(port);
    next.send(getHealth);
    QVERIFY(next.receives("healthy"));
}

void ConnectionTest::aLateAnswerToAClientThatHasGoneIsHarmless()
{
    TestServer server;
    server.hold("/held");
    const auto port = server.listen();
    for (std::size_t i = 1; i <= 5; ++i) {
        RawClient client(port);
        client.send(getHeld);
        QVERIFY(support::waitUntil([&] { return server.held().size() == i; }));
        client.close();
        QVERIFY(support::waitUntil([&] { return server.server().connectionCount() == 0; }));
        // A new connection may get the memory of the old one.
        RawClient next(port);
        next.send(getHealth);
        QVERIFY(next.receives("healthy"));
        server.held()[i - 1]->respond(http::Response::text(200, "late"));
        QVERIFY(server.held()[i - 1]->isAnswered());
        next.send(getHealth);
        QVERIFY(support::waitUntil([&] { return next.count("healthy") == 2; }));
        QCOMPARE(next.count("late"), 0);
    }
    // Streams that begin, go on or end too late.
    RawClient client(port);
    client.send(getHeld);
    QVERIFY(support::waitUntil([&] { return server.held().size() == 6; }));
    client.close();
    QVERIFY(support::waitUntil([&] { return server.server().connectionCount() == 0; }));
    const auto exchange = server.held().back();
    exchange->beginStream(http::Response::text(200, "late"));
    QVERIFY(!exchange->writeStream("later"));
    exchange->endStream();
    QVERIFY(!support::await(exchange->drained()));
}

void ConnectionTest::aHandlerIsCancelledWhenItsClientLeaves()
{
    TestServer server; // HT-42
    server.hold("/held");
    RawClient client(server.listen());
    client.send(getHeld);
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    const LogCollector log;
    QVERIFY(!server.held().front()->cancellation().isCancelled());
    client.close();
    QVERIFY(
        support::waitUntil([&] { return server.held().front()->cancellation().isCancelled(); }));
    QVERIFY(log.text().find("client_gone") != std::string::npos);
    // Nobody is to blame for the missing answer.
    QVERIFY(log.text().find("handler_gave_no_answer") == std::string::npos);
}

void ConnectionTest::aClientThatLeavesDuringAStreamIsNoticed()
{
    TestServer server;
    server.hold("/held");
    RawClient client(server.listen());
    client.send(getHeld);
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    http::EventStream stream(server.held().front(), http::Response(200), 1ms);
    QVERIFY(client.receives(": keep-alive"));
    QVERIFY(stream.send({.data = "hello", .id = {}, .type = {}}));
    QVERIFY(client.receives("data: hello\n\n"));
    client.close();
    QVERIFY(
        support::waitUntil([&] { return server.held().front()->cancellation().isCancelled(); }));
    QVERIFY(!stream.send({.data = "late", .id = {}, .type = {}}));
}

void ConnectionTest::aHandlerMayLetGoWhenItIsCancelled()
{
    TestServer server;
    http::ExchangePtr kept;
    core::Cancellation::Registration registration;
    server.router().add("GET", "/kept", [&](http::ExchangePtr exchange) -> core::Task<void> {
        return [](http::ExchangePtr own, http::ExchangePtr &slot) -> core::Task<void> {
            own->beginStream(http::Response::text(200, "begun"));
            slot = own;
            co_return;
        }(std::move(exchange), kept);
    });
    RawClient client(server.listen());
    client.send("GET /kept HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(client.receives("begun"));
    registration = kept->cancellation().onCancel([&kept] { kept.reset(); });
    client.close();
    QVERIFY(support::waitUntil([&] { return !kept; }));
}

void ConnectionTest::anExchangeOutlivesTheServer()
{
    std::vector<http::ExchangePtr> exchanges;
    {
        TestServer server;
        server.hold("/held");
        const auto port = server.listen();
        RawClient waiting(port);
        waiting.send(getHeld);
        RawClient streaming(port);
        streaming.send(getHeld);
        QVERIFY(support::waitUntil([&] { return server.held().size() == 2; }));
        exchanges = server.held();
        exchanges[1]->beginStream(http::Response::text(200, "begun"));
        QVERIFY(streaming.receives("begun"));
    }
    QVERIFY(exchanges[0]->cancellation().isCancelled());
    QVERIFY(exchanges[1]->cancellation().isCancelled());
    exchanges[0]->respond(http::Response::text(200, "late"));
    QVERIFY(!exchanges[1]->writeStream("late"));
    exchanges[1]->endStream();
}

void ConnectionTest::onlyTheFirstAnswerCounts()
{
    TestServer server;
    server.hold("/held");
    RawClient client(server.listen());
    client.send(getHeld);
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    const auto exchange = server.held().front();
    exchange->respond(http::Response::text(200, "first"));
    exchange->respond(http::Response::text(200, "second"));
    exchange->beginStream(http::Response::text(200, "third"));
    QVERIFY(!exchange->writeStream("fourth"));
    exchange->endStream();
    QVERIFY(client.receives("first"));
    client.send(getHealth);
    QVERIFY(client.receives("healthy"));
    QCOMPARE(client.count("HTTP/1.1 "), 2);
    QCOMPARE(client.count("first"), 1);
}

void ConnectionTest::aHandlerWithoutAnAnswerIsAnsweredFor()
{
    TestServer server;
    server.router().add("GET", "/mute", [](http::ExchangePtr) -> core::Task<void> { co_return; });
    RawClient client(server.listen());
    const LogCollector log;
    client.send("GET /mute HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(client.receives("HTTP/1.1 500 "));
    QVERIFY(log.text().find("handler_gave_no_answer") != std::string::npos);
}

void ConnectionTest::aHandlerThatThrowsIsAnsweredFor()
{
    TestServer server;
    server.router().add("GET", "/throws", [](http::ExchangePtr) -> core::Task<void> {
        (void)co_await core::sleepFor(1ms);
        throw std::runtime_error("internal detail");
    });
    server.router().add("GET", "/throws-at-once", [](http::ExchangePtr) -> core::Task<void> {
        throw std::runtime_error("internal detail"); // before it even is a coroutine
    });
    RawClient client(server.listen());
    const LogCollector log;
    client.send("GET /throws HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(client.receives("HTTP/1.1 500 "));
    client.send("GET /throws-at-once HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(support::waitUntil([&] { return client.count("HTTP/1.1 500 ") == 2; }));
    QCOMPARE(client.count("internal detail"), 0);
    QVERIFY(log.text().find("internal detail") != std::string::npos);
}

void ConnectionTest::anAbandonedExchangeIsAnsweredFor()
{
    http::HttpServer server(TestServer::quickOptions(), [](const http::ExchangePtr &) {});
    QVERIFY(server.listen("127.0.0.1", 0));
    RawClient client(server.port());
    client.send(getHealth);
    QVERIFY(client.receives("HTTP/1.1 500 "));
    client.send(getHealth);
    QVERIFY(support::waitUntil([&] { return client.count("HTTP/1.1 500 ") == 2; }));
}

void ConnectionTest::anAbandonedStreamIsCutOff()
{
    http::HttpServer server(TestServer::quickOptions(), [](const http::ExchangePtr &exchange) {
        exchange->beginStream(http::Response::text(200, "begun"));
    });
    QVERIFY(server.listen("127.0.0.1", 0));
    RawClient client(server.port());
    client.send(getHealth);
    const auto answer = client.readAll();
    // No last chunk: the client can see that it is not complete.
    QVERIFY(answer.find("\r\n0\r\n\r\n") == std::string::npos);
}

void ConnectionTest::aStreamThatIsNotReadIsCutOff()
{
    TestServer server;
    server.hold("/held");
    RawClient client(server.listen());
    client.setReads(RawClient::Reads::Nothing);
    client.send(getHeld);
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    const auto exchange = server.held().front();
    exchange->beginStream(http::Response::text(200, "begun"));
    const std::string piece(128 * 1024, 'x');
    int written = 0;
    while (exchange->writeStream(piece)) {
        ++written;
        QVERIFY(written < 1000); // 125 MiB; the kernel's buffers hold a few
        QCoreApplication::processEvents();
    }
    QVERIFY(written >= 8); // 1 MiB
    QVERIFY(exchange->cancellation().isCancelled());
    QCOMPARE(server.server().connectionCount(), std::size_t(0));
}

void ConnectionTest::aPatientProducerNeverOverflows()
{
    TestServer server;
    server.hold("/held");
    RawClient client(server.listen());
    client.send(getHeld);
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    int written = 0;
    core::start(produce(server.held().front(), 500, &written)); // 31 MiB
    QVERIFY(client.receives("\r\n0\r\n\r\n"));
    QCOMPARE(written, 500);
}

void ConnectionTest::aWaitingProducerIsWokenWhenItsClientLeaves()
{
    TestServer server;
    server.hold("/held");
    RawClient client(server.listen());
    client.setReads(RawClient::Reads::Nothing);
    client.send(getHeld);
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    int written = 0;
    core::start(produce(server.held().front(), 10000, &written));
    int before = -1;
    while (before != written) {
        before = written;
        for (int turn = 0; turn < 20; ++turn)
            QCoreApplication::processEvents();
    }
    QVERIFY(written < 10000);
    client.close();
    QVERIFY(
        support::waitUntil([&] { return server.held().front()->cancellation().isCancelled(); }));
    QCOMPARE(written, before); // and the sanitizer sees that no frame was left behind
}

void ConnectionTest::stoppingWaitsForTheBusyOnes()
{
    TestServer server;
    server.hold("/held");
    const auto port = server.listen();
    RawClient busy(port);
    busy.send(getHeld);
    RawClient receiving(port);
    receiving.send(
        "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 6\r\n\r\n");
    QVERIFY(receiving.receives("100 Continue"));
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    QTimer::singleShot(20, this, [&] {
        receiving.send("abcdef");
        server.held().front()->respond(http::Response::text(200, "finished"));
    });
    support::await(server.server().stop(20s));
    QCOMPARE(server.server().connectionCount(), std::size_t(0));
    QVERIFY(busy.receives("finished"));
    QVERIFY(receiving.receives("abcdef"));
    QCOMPARE(busy.count("Connection: close\r\n"), 1);
    QCOMPARE(receiving.count("Connection: close\r\n"), 1);
}

void ConnectionTest::stoppingDropsThemAtTheDeadline()
{
    TestServer server;
    server.hold("/held");
    RawClient client(server.listen());
    client.send(getHeld);
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    support::await(server.server().stop(30ms));
    QCOMPARE(server.server().connectionCount(), std::size_t(0));
    QVERIFY(server.held().front()->cancellation().isCancelled());
    QVERIFY(client.isClosedByServer());
    QCOMPARE(client.received(), std::string());
}

void ConnectionTest::stoppingClosesIdleConnectionsAndListeners()
{
    TestServer server;
    const auto port = server.listen();
    RawClient fresh(port);
    RawClient used(port);
    used.send(getHealth);
    QVERIFY(used.receives("healthy"));
    QVERIFY(support::waitUntil([&] { return server.server().connectionCount() == 2; }));
    support::await(server.server().stop(1h)); // waits for nobody who says nothing
    QVERIFY(fresh.isClosedByServer());
    QVERIFY(used.isClosedByServer());
    QTcpSocket late;
    late.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    QVERIFY(support::waitUntil(
        [&] { return late.error() == QAbstractSocket::ConnectionRefusedError; }));
}

void ConnectionTest::stoppingAnswersRequestsOnIdleConnections()
{
    TestServer server;
    RawClient client(server.listen());
    client.send(getHealth);
    QVERIFY(client.receives("healthy"));
    // A proxy sends a request on the connection that it has kept, and cannot know.
    QTimer::singleShot(20, this, [&] { client.send(getHealth); });
    support::await(server.server().stop(1h));
    QVERIFY(client.isClosedByServer());
    QCOMPARE(client.count("healthy"), 2);
    QCOMPARE(client.count("Connection: close\r\n"), 1);
}

void ConnectionTest::stoppingAnswersThoseWhoHaveJustConnected()
{
    TestServer server;
    const auto port = server.listen();
    // Without the event loop: the system has connected them, and nobody has accepted them yet.
    std::deque<QTcpSocket> clients;
    for (int i = 0; i < 3; ++i) {
        clients.emplace_back().connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        QVERIFY(clients.back().waitForConnected());
        clients.back().write(getHealth);
        clients.back().flush();
    }
    support::await(server.server().stop(1h));
    for (auto &client : clients) {
        QVERIFY(support::waitUntil([&] { return client.bytesAvailable() > 0; }));
        QVERIFY(client.readAll().contains("healthy"));
    }
}

void ConnectionTest::stoppingAnswersRequestsThatHaveJustArrived()
{
    auto options = TestServer::quickOptions();
    options.limits.farewellTime = 0ms;
    TestServer server(options);
    const auto port = server.listen();
    RawClient used(port);
    used.send(getHealth);
    QVERIFY(used.receives("healthy"));
    used.send(getHealth); // the event loop of the server has not seen it
    support::await(server.server().stop(1h));
    QVERIFY(used.isClosedByServer());
    QCOMPARE(used.count("healthy"), 2);
}

void ConnectionTest::stoppingTellsStreams()
{
    TestServer server;
    server.hold("/held");
    RawClient client(server.listen());
    client.send(getHeld);
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    const auto exchange = server.held().front();
    exchange->beginStream(http::Response::text(200, "begun"));
    const auto registration =
        server.server().shutdownRequested().onCancel([&] { exchange->endStream(); });
    support::await(server.server().stop(1h));
    QVERIFY(client.readAll().ends_with("\r\n0\r\n\r\n"));
}

void ConnectionTest::aServerCanBeDestroyedWhileBusy()
{
    auto server = std::make_unique<TestServer>();
    server->hold("/held");
    const auto port = server->listen();
    std::deque<RawClient> clients;
    for (int i = 0; i < 3; ++i)
        clients.emplace_back(port).send(getHeld);
    clients.emplace_back(port).send(
        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc");
    clients.emplace_back(port).send("nonsense\r\n");
    QVERIFY(support::waitUntil([&] { return server->held().size() == 3; }));
    server.reset();
    for (auto &client : clients)
        QVERIFY(client.isClosedByServer());
}

void ConnectionTest::manyClientsComeAndGo()
{
    TestServer server;
    server.hold("/held");
    const auto port = server.listen();
    for (int round = 0; round < 20; ++round) {
        std::deque<RawClient> clients;
        for (int i = 0; i < 10; ++i)
            clients.emplace_back(port);
        for (std::size_t i = 0; i < clients.size(); ++i) {
            static constexpr std::array<std::string_view, 5> sayings = {
                getHealth, getHeld, "GET /hea", "nonsense\r\n",
                "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc"};
            clients[i].send(sayings[(i + static_cast<std::size_t>(round)) % sayings.size()]);
        }
        for (int turn = 0; turn < round; ++turn)
            QCoreApplication::processEvents();
        for (auto &client : clients)
            client.close();
        for (const auto &exchange : std::exchange(server.held(), {}))
            exchange->respond(http::Response::text(200, "late"));
        server.releaseHandlers();
    }
    QVERIFY(support::waitUntil([&] { return server.server().connectionCount() == 0; }));
}

QTEST_GUILESS_MAIN(ConnectionTest)
#include "ConnectionTest.moc"
