// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/LegacySession.h"
#include "server/mcp/Peer.h"
#include "support/Await.h"
#include "support/MemoryRelay.h"
#include "support/MemorySealer.h"

#include <QElapsedTimer>
#include <QTest>

#include <memory>
#include <string>

using namespace std::chrono_literals;
using peer::older;

/// A session whose requests reach now this process, now that one.
class EndpointRelayTest : public QObject
{
    Q_OBJECT

    support::MemoryRelay m_relay;
    std::unique_ptr<peer::Peer> m_one;
    std::unique_ptr<peer::Peer> m_other;
    peer::HeaderList m_session;

    peer::ExchangePtr ping(const peer::Peer &process) const
    {
        return process.send(peer::post(R"({"jsonrpc":"2.0","id":1,"method":"ping"})", m_session));
    }
    /// A call that goes on until the test or the client ends it.
    peer::ExchangePtr wait(const peer::Peer &process) const
    {
        return process.send(
            peer::post(R"({"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"wait"}})",
                       m_session));
    }
    void cancel(const peer::Peer &process, const std::string &id) const
    {
        const auto sent =
            process.send(peer::post(R"({"jsonrpc":"2.0","method":"notifications/cancelled",)"
                                    R"("params":{"requestId":)"
                                        + id + "}}",
                                    m_session));
        QCOMPARE(statusOf(sent), 202);
    }
    /// Until the processes have looked for what was left so many times more.
    bool hasLooked(int times) const
    {
        const int until = m_relay.takes() + times;
        return support::waitUntil([&] { return m_relay.takes() >= until; });
    }
    /// The session's method without a body.
    peer::ExchangePtr send(const peer::Peer &process, const char *method) const
    {
        auto request = peer::post({}, m_session);
        request.method = method;
        return process.send(request);
    }
    int statusOf(const peer::ExchangePtr &exchange) const { return exchange->answer().status; }

private Q_SLOTS:
    void init()
    {
        m_relay = support::MemoryRelay();
        const auto sealer = support::memorySealer();
        mcp::Limits limits;
        limits.listenerRecheck = 20ms;
        m_one = std::make_unique<peer::Peer>(limits, sealer, m_relay.relay());
        m_other = std::make_unique<peer::Peer>(limits, sealer, m_relay.relay());
        const auto begun = m_one->send(
            older("2025-11-25", "initialize",
                  R"("protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{})"));
        m_session = {{"Mcp-Session-Id",
                      std::string(begun->answer().headers.find("Mcp-Session-Id").value_or(""))},
                     {"MCP-Protocol-Version", "2025-11-25"}};
    }

    void aSessionEndsAtEveryProcess()
    {
        QCOMPARE(statusOf(ping(*m_one)), 200);
        const auto stream = send(*m_one, "GET");
        QVERIFY(peer::isEventStream(stream->answer()));
        QCOMPARE(statusOf(send(*m_other, "DELETE")), 204);
        QVERIFY(support::waitUntil([&] { return stream->isComplete(); })); // though nobody asks
        QCOMPARE(statusOf(ping(*m_one)), 404);
        QCOMPARE(statusOf(send(*m_one, "GET")), 404);
        QCOMPARE(statusOf(send(*m_one, "DELETE")), 404);
        QCOMPARE(statusOf(ping(*m_other)), 404);
        QCOMPARE(m_relay.ended().size(), 1U);
        QVERIFY(m_relay.ended().begin()->second == mcp::Limits{}.sessionLifetime);
    }

    void aSessionEndsForItsOwnCallerOnly()
    {
        auto request = peer::without(peer::post({}, m_session), "Authorization");
        request = peer::with(request, {{"Authorization", "Bearer other"}});
        request.method = "DELETE";
        QCOMPARE(statusOf(m_other->send(request)), 404);
        QVERIFY(m_relay.ended().empty());
    }

    void withoutTheStoreSessionsGoOnAndNoneEnds()
    {
        m_relay.setReachable(false);
        QCOMPARE(statusOf(ping(*m_one)), 200);
        const auto refused = send(*m_other, "DELETE");
        QCOMPARE(statusOf(refused), 503);
        QCOMPARE(refused->answer().headers.find("Retry-After"), "60");
        QCOMPARE(statusOf(ping(*m_one)), 200);
        QCOMPARE(statusOf(ping(*m_other)), 200);

        m_relay.setReachable(true);
        QCOMPARE(statusOf(send(*m_other, "DELETE")), 204);
        QCOMPARE(statusOf(ping(*m_one)), 404);
        // What a process has heard it does not forget.
        m_relay.setReachable(false);
        QCOMPARE(statusOf(ping(*m_one)), 404);
        QCOMPARE(statusOf(ping(*m_other)), 404);
    }

    void aRequestIsCancelledThroughAnotherProcess()
    {
        const auto exchange = wait(*m_one);
        cancel(*m_other, "6");
        cancel(*m_other, R"("5")");     // another type is another id
        cancel(*m_other, R"({"5":5})"); // and this is none
        QCOMPARE(m_relay.messages().size(), 2U);
        QVERIFY(hasLooked(2));
        QVERIFY(!m_one->waiting()[0]->cancellation.isCancelled());
        cancel(*m_other, "5");
        QVERIFY(support::waitUntil([&] { return exchange->isComplete(); }));
        QVERIFY(m_one->waiting()[0]->cancellation.isCancelled());
        QCOMPARE(statusOf(exchange), 202); // and no response
        QCOMPARE(exchange->answer().body, std::string());
        QCOMPARE(m_relay.messages().size(), 2U);
        m_one->waiting()[0]->answer.complete("for nobody");
    }

    void nobodyElseCancelsIt()
    {
        const auto exchange = wait(*m_one);
        cancel(*m_other, "6");
        const auto [name, text] = *m_relay.messages().begin();
        const auto place = name.substr(0, name.size() - 1) + "5";
        // A cancellation of another request, and something that somebody has put there.
        for (const auto &forged : {text, std::string(R"({"request":5})")}) {
            m_relay.messages()[place] = forged;
            QVERIFY(support::waitUntil([&] { return !m_relay.messages().contains(place); }));
            QVERIFY(hasLooked(1));
            QVERIFY(!exchange->isComplete());
        }
        m_one->waiting()[0]->answer.complete("done");
        QVERIFY(support::waitUntil([&] { return exchange->isComplete(); }));
        QCOMPARE(statusOf(exchange), 200);
    }

    void cancellationsAreLookedForTwiceASecondWhileSomethingRuns()
    {
        QCOMPARE(statusOf(ping(*m_one)), 200);
        QCOMPARE(m_relay.takes(), 0); // what is quick costs nothing
        QElapsedTimer timer;
        timer.start();
        const auto exchange = wait(*m_one);
        QVERIFY(hasLooked(3));
        // Coarse timers may be early by a twentieth.
        QVERIFY(timer.elapsed() >= 3 * mcp::LegacySession::relayInterval.count() * 9 / 10);
        m_one->waiting()[0]->answer.complete("done");
        QVERIFY(exchange->isComplete());
        QCOMPARE(m_relay.takes(), 3);
        m_relay.setReachable(false); // a cancellation that is lost is no failure
        cancel(*m_other, "5");
    }
};

QTEST_GUILESS_MAIN(EndpointRelayTest)

#include "EndpointRelayTest.moc"
