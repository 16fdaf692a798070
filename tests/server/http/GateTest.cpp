// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Gate.h"

#include "server/http/RawClient.h"
#include "server/http/TestServer.h"

#include <QTest>
#include <QTimer>

#include <deque>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using httptest::LogCollector;
using httptest::RawClient;
using httptest::TestServer;
using namespace std::chrono_literals;

namespace {

constexpr auto getHealth = "GET /health HTTP/1.1\r\nHost: mail.test\r\n\r\n";

/// Lowers the descriptor limit for a while.
class FewDescriptors
{
public:
    explicit FewDescriptors(rlim_t count)
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        rlimit lowered = m_before;
        lowered.rlim_cur = count;
        ::setrlimit(RLIMIT_NOFILE, &lowered);
    }
    ~FewDescriptors() { ::setrlimit(RLIMIT_NOFILE, &m_before); }
    FewDescriptors(const FewDescriptors &) = delete;
    FewDescriptors &operator=(const FewDescriptors &) = delete;

private:
    rlimit m_before{};
};

int countOf(const std::string &text, std::string_view part)
{
    int found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

} // namespace

/// What one client may take from all others: connections, time and memory.
class GateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSilentConnectionIsClosed();
    void aHeadThatDripsIsTimedOut();
    void aBodyThatStallsIsTimedOut();
    void aBodyThatKeepsItsRateGetsMoreTime();
    void anIdleConnectionIsClosed();
    void aClientThatDoesNotReadIsDropped();
    void answersOfAClientThatDoesNotReadDoNotPileUp();
    void aSlowReaderIsNotTakenForAnIdleOne();
    void aClientThatNeverHangsUpIsHungUpOn();
    void oneAddressGetsOnlyItsShare();
    void everybodyGetsOnlyTheirShare();
    void aTrustedProxyIsNotCounted();
    void placesAreGivenBack();
    void bodiesOfAllClientsAreBounded();
    void bodiesOfOneAddressAreBounded();
    void bodiesThroughATrustedProxyAreNotCountedAsOnes();
    void pipelinedRequestsAreRefused_data();
    void pipelinedRequestsAreRefused();
    void bytesDuringAnAnswerEndTheConnection();
    void aFloodDuringAnAnswerIsCutOff();
    void aFloodAfterARefusalIsCutOff();
    void theCapLeavesDescriptorsForOthers();
    void exhaustedDescriptorsDoNotStopTheServer();
};

void GateTest::aSilentConnectionIsClosed()
{
    auto options = TestServer::quickOptions();
    options.limits.headerTime = 50ms;
    TestServer server(options);
    RawClient client(server.listen());
    QCOMPARE(client.readAll(), std::string());
}

void GateTest::aHeadThatDripsIsTimedOut()
{
    auto options = TestServer::quickOptions(); // HT-19
    options.limits.headerTime = 60ms;
    TestServer server(options);
    RawClient client(server.listen());
    QTimer drip;
    connect(&drip, &QTimer::timeout, &drip, [&client] { client.send("X"); });
    client.send("GET /health HTTP/1.1\r\nHost: mail.test\r\nX-");
    drip.start(5);
    QVERIFY(client.readAll().starts_with("HTTP/1.1 408 "));
}

void GateTest::aBodyThatStallsIsTimedOut()
{
    auto options = TestServer::quickOptions(); // HT-20
    options.limits.bodyTime = 60ms;
    TestServer server(options);
    RawClient client(server.listen());
    QTimer drip;
    connect(&drip, &QTimer::timeout, &drip, [&client] { client.send("x"); });
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
    drip.start(5);
    QVERIFY(client.readAll().starts_with("HTTP/1.1 408 "));
}

void GateTest::aBodyThatKeepsItsRateGetsMoreTime()
{
    auto options = TestServer::quickOptions();
    options.limits.bodyTime = 30ms;
    options.limits.bodyRate = 10; // ten bytes buy a second
    TestServer server(options);
    RawClient client(server.listen());
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 200\r\n\r\n"
                + std::string(100, 'x'));
    QTest::qWait(100); // longer than bodyTime
    client.send(std::string(100, 'y'));
    QVERIFY(client.receives(std::string(100, 'y')));
    QVERIFY(client.received().starts_with("HTTP/1.1 200 "));
}

void GateTest::anIdleConnectionIsClosed()
{
    auto options = TestServer::quickOptions();
    options.limits.idleTime = 50ms;
    TestServer server(options);
    RawClient client(server.listen());
    client.send(getHealth);
    client.readAll();
    QCOMPARE(client.count("HTTP/1.1 "), 1);
    QCOMPARE(client.count("healthy"), 1);
}

void GateTest::aClientThatDoesNotReadIsDropped()
{
    auto options = TestServer::quickOptions();
    options.limits.writeStallTime = 50ms;
    TestServer server(options);
    server.hold("/held");
    RawClient client(server.listen());
    client.setReads(RawClient::Reads::Nothing);
    client.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    // More than the kernel's buffers take.
    server.held().front()->respond(http::Response::text(200, std::string(32 * 1024 * 1024, 'x')));
    QVERIFY(support::waitUntil([&] { return server.server().connectionCount() == 0; }));
}

void GateTest::answersOfAClientThatDoesNotReadDoNotPileUp()
{
    TestServer server;
    server.hold("/held");
    RawClient client(server.listen());
    client.setReads(RawClient::Reads::Nothing);
    client.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    server.held().front()->respond(http::Response::text(200, std::string(32 * 1024 * 1024, 'x')));
    client.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
    // The first answer still arrives; the second request is not looked at.
    client.setReads(RawClient::Reads::Everything);
    client.readAll();
    QVERIFY(client.received().size() > 32 * 1024 * 1024);
    QCOMPARE(server.held().size(), std::size_t(1));
}

void GateTest::aSlowReaderIsNotTakenForAnIdleOne()
{
    auto options = TestServer::quickOptions();
    options.limits.idleTime = 30ms;
    TestServer server(options);
    server.hold("/held");
    RawClient client(server.listen());
    client.setReads(RawClient::Reads::Nothing);
    client.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    server.held().front()->respond(http::Response::text(200, std::string(32 * 1024 * 1024, 'x')));
    QTest::qWait(100); // longer than idleTime
    client.setReads(RawClient::Reads::Everything);
    client.readAll();
    QVERIFY(client.received().size() > 32 * 1024 * 1024);
}

void GateTest::aClientThatNeverHangsUpIsHungUpOn()
{
    TestServer server;
    const auto port = server.listen();
    // A socket that ignores the end of the stream: it never closes by itself.
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    QCOMPARE(::connect(socket, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    constexpr std::string_view nonsense = "nonsense\r\n";
    QCOMPARE(::send(socket, nonsense.data(), nonsense.size(), 0), ssize_t(nonsense.size()));
    QVERIFY(support::waitUntil([&] { return server.server().connectionCount() == 1; }));
    QVERIFY(support::waitUntil([&] { return server.server().connectionCount() == 0; }));
    ::close(socket);
}

void GateTest::oneAddressGetsOnlyItsShare()
{
    auto options = TestServer::quickOptions(); // HT-22
    options.limits.connectionsPerAddress = 3;
    TestServer server(options);
    const auto port = server.listen();
    const LogCollector log;
    std::deque<RawClient> clients;
    for (int i = 0; i < 3; ++i)
        clients.emplace_back(port);
    QVERIFY(support::waitUntil([&] { return server.server().connectionCount() == 3; }));
    for (int i = 0; i < 5; ++i) {
        RawClient refused(port);
        QVERIFY(refused.readAll().starts_with("HTTP/1.1 503 "));
    }
    // Another address is served, and so are those that were there before.
    RawClient other(port, QHostAddress(QStringLiteral("127.0.0.2")));
    other.send(getHealth);
    QVERIFY(other.receives("healthy"));
    clients.front().send(getHealth);
    QVERIFY(clients.front().receives("healthy"));
    QVERIFY(support::waitUntil(
        [&] { return log.text().find("connections_turned_away") != std::string::npos; }));
}

void GateTest::everybodyGetsOnlyTheirShare()
{
    auto options = TestServer::quickOptions();
    options.limits.connections = 2;
    TestServer server(options);
    const auto port = server.listen();
    RawClient first(port);
    RawClient second(port, QHostAddress(QStringLiteral("127.0.0.2")));
    RawClient third(port, QHostAddress(QStringLiteral("127.0.0.3")));
    QVERIFY(third.readAll().starts_with("HTTP/1.1 503 "));
    QCOMPARE(server.server().connectionCount(), std::size_t(2));
}

void GateTest::aTrustedProxyIsNotCounted()
{
    auto options = TestServer::quickOptions();
    options.limits.connectionsPerAddress = 1;
    options.clientAddress = *http::ClientAddress::trusting({"127.0.0.1"});
    TestServer server(options);
    const auto port = server.listen();
    std::deque<RawClient> clients;
    for (int i = 0; i < 5; ++i)
        clients.emplace_back(port);
    QVERIFY(support::waitUntil([&] { return server.server().connectionCount() == 5; }));
}

void GateTest::placesAreGivenBack()
{
    auto options = TestServer::quickOptions();
    options.limits.connectionsPerAddress = 1;
    TestServer server(options);
    const auto port = server.listen();
    for (int i = 0; i < 5; ++i) {
        RawClient client(port);
        client.send(getHealth);
        QVERIFY(client.receives("healthy"));
        client.close();
        QVERIFY(support::waitUntil([&] { return server.server().connectionCount() == 0; }));
    }
}

void GateTest::bodiesOfAllClientsAreBounded()
{
    auto options = TestServer::quickOptions();
    options.limits.bufferedBodies = 1500;
    TestServer server(options);
    server.hold("/held");
    const auto port = server.listen();
    const std::string post =
        "POST /held HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n" + std::string(1000, 'x');
    RawClient first(port);
    first.send(post);
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    RawClient second(port);
    second.send(post);
    QVERIFY(second.readAll().starts_with("HTTP/1.1 503 "));
    QCOMPARE(second.count("Retry-After: 1\r\n"), 1);
    // Once the first is answered there is room again.
    server.held().front()->respond(http::Response(204));
    QVERIFY(first.receives("HTTP/1.1 204 "));
    RawClient third(port);
    third.send(post);
    QVERIFY(support::waitUntil([&] { return server.held().size() == 2; }));
    // A client that goes gives its share back, too.
    third.close();
    QVERIFY(support::waitUntil([&] { return server.held()[1]->cancellation().isCancelled(); }));
    RawClient fourth(port);
    fourth.send(post);
    QVERIFY(support::waitUntil([&] { return server.held().size() == 3; }));
}

void GateTest::bodiesOfOneAddressAreBounded()
{
    auto options = TestServer::quickOptions();
    options.limits.bufferedBodiesPerAddress = 1500;
    TestServer server(options);
    server.hold("/held");
    const auto port = server.listen();
    const std::string post =
        "POST /held HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n" + std::string(1000, 'x');
    RawClient first(port);
    first.send(post);
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    RawClient second(port);
    second.send(post);
    QVERIFY(second.readAll().starts_with("HTTP/1.1 503 "));
    RawClient stranger(port, QHostAddress(QStringLiteral("127.0.0.2")));
    stranger.send(post);
    QVERIFY(support::waitUntil([&] { return server.held().size() == 2; }));
    first.close();
    QVERIFY(support::waitUntil([&] { return server.held()[0]->cancellation().isCancelled(); }));
    RawClient third(port);
    third.send(post);
    QVERIFY(support::waitUntil([&] { return server.held().size() == 3; }));
}

void GateTest::bodiesThroughATrustedProxyAreNotCountedAsOnes()
{
    auto options = TestServer::quickOptions();
    options.limits.bufferedBodiesPerAddress = 10;
    options.clientAddress = std::move(*http::ClientAddress::trusting({"127.0.0.1"}));
    TestServer server(options);
    RawClient proxy(server.listen());
    proxy.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 20\r\n\r\n12345678901234567890");
    QVERIFY(proxy.receives("12345678901234567890"));
}

void GateTest::pipelinedRequestsAreRefused_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("answered at once") << QByteArray("/health");
    QTest::newRow("answered later") << QByteArray("/held");
}

void GateTest::pipelinedRequestsAreRefused()
{
    QFETCH(QByteArray, path);
    TestServer server; // HT-24
    server.hold("/held");
    RawClient client(server.listen());
    std::string bytes;
    for (int i = 0; i < 100; ++i)
        bytes += "GET " + path.toStdString() + " HTTP/1.1\r\nHost: a\r\n\r\n";
    client.send(bytes);
    if (path == "/held") {
        QVERIFY(support::waitUntil([&] { return !server.held().empty(); }));
        server.held().front()->respond(http::Response::text(200, "the only answer"));
    }
    client.readAll();
    QCOMPARE(client.count("HTTP/1.1 200 OK"), 1);
    QCOMPARE(client.count("Connection: close\r\n"), 1);
    QVERIFY(server.held().size() <= 1);
}

void GateTest::bytesDuringAnAnswerEndTheConnection()
{
    TestServer server;
    server.hold("/held");
    RawClient client(server.listen());
    client.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    for (int i = 0; i < 10; ++i) {
        client.send(getHealth);
        QCoreApplication::processEvents();
    }
    server.held().front()->respond(http::Response::text(200, "the only answer"));
    client.readAll();
    QCOMPARE(client.count("HTTP/1.1 200 OK"), 1);
    QCOMPARE(client.count("the only answer"), 1);
    QCOMPARE(client.count("Connection: close\r\n"), 1);
}

void GateTest::aFloodDuringAnAnswerIsCutOff()
{
    TestServer server;
    server.hold("/held");
    RawClient client(server.listen());
    client.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    const std::string flood(1024 * 1024, 'x');
    for (int i = 0; i < 20; ++i)
        client.send(flood);
    QVERIFY(
        support::waitUntil([&] { return server.held().front()->cancellation().isCancelled(); }));
    QVERIFY(client.isClosedByServer());
}

void GateTest::aFloodAfterARefusalIsCutOff()
{
    auto options = TestServer::quickOptions();
    options.limits.lingerTime = 1h;
    TestServer server(options);
    RawClient client(server.listen());
    client.setReads(RawClient::Reads::Nothing);
    client.send("nonsense\r\n");
    const std::string flood(1024 * 1024, 'x');
    for (int i = 0; i < 20; ++i)
        client.send(flood);
    QVERIFY(support::waitUntil([&] { return server.server().connectionCount() == 0; }));
}

void GateTest::theCapLeavesDescriptorsForOthers()
{
    const FewDescriptors few(400);
    http::Gate gate(
        TestServer::quickOptions(), [](const http::ExchangePtr &) {}, http::Gate::Continue::ByGate);
    QCOMPARE(gate.limits().connections, std::size_t(300));
}

void GateTest::exhaustedDescriptorsDoNotStopTheServer()
{
    TestServer server; // HT-23
    const auto port = server.listen();
    const LogCollector log;
    std::deque<RawClient> clients;
    // A listener that has been idle before: Qt's remembers that as its last error for ever.
    clients.emplace_back(port);
    clients.back().send(getHealth);
    QVERIFY(clients.back().receives("healthy"));
    {
        // Both ends are in this process: the next client takes the last descriptor.
        const int probe = ::dup(0);
        ::close(probe);
        const FewDescriptors few(static_cast<rlim_t>(probe) + 1);
        clients.emplace_back(port);
        clients.back().send(getHealth);
        QVERIFY(support::waitUntil(
            [&] { return log.text().find("accept_failed") != std::string::npos; }));
        // It asks again twenty times a second; a listener that spins would ask in every turn.
        QVERIFY(support::waitUntil([&] { return countOf(log.text(), "accept_failed") == 2; }));
        const auto second = log.text().substr(log.text().rfind("count=\"") + 7);
        QVERIFY2(std::stoi(second) <= 25, second.c_str());
    }
    QVERIFY(clients.back().receives("healthy"));
}

QTEST_GUILESS_MAIN(GateTest)
#include "GateTest.moc"
