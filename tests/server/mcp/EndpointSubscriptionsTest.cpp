// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/Library.h"
#include "server/mcp/Peer.h"
#include "support/Await.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <string>

using namespace std::chrono_literals;
using nlohmann::json;
using peer::answerOf;
using peer::errorCodeOf;
using peer::eventsOf;
using peer::older;
using peer::resultOf;

namespace {

http::Request listen(const std::string &filter)
{
    return peer::modern("subscriptions/listen", R"("notifications":)" + filter);
}

http::Request withMethod(http::Request request, const char *method)
{
    request.method = method;
    request.body.clear();
    return request;
}

} // namespace

/// Sessions of older clients, and what clients are told without asking.
class EndpointSubscriptionsTest : public QObject
{
    Q_OBJECT

    peer::Library m_library;
    std::unique_ptr<peer::Peer> m_peer;

    void serve(const mcp::Limits &limits)
    {
        m_library = peer::Library();
        m_peer = std::make_unique<peer::Peer>(limits, m_library.features());
    }
    std::string initialize(const std::string &revision = "2025-11-25") const
    {
        const auto exchange = m_peer->send(peer::without(
            older(revision, "initialize",
                  R"("protocolVersion":")" + revision
                      + R"(","capabilities":{},"clientInfo":{"name":"t","version":"1"})"),
            "MCP-Protocol-Version"));
        return std::string(exchange->answer().headers.find("Mcp-Session-Id").value_or(""));
    }
    peer::ExchangePtr inSession(const std::string &session, const std::string &method,
                                const std::string &params = {}) const
    {
        return m_peer->send(
            peer::with(older("2025-11-25", method, params), {{"Mcp-Session-Id", session}}));
    }
    peer::ExchangePtr openStream(const std::string &session) const
    {
        return m_peer->send(withMethod(
            peer::with(older("2025-11-25", "ping"), {{"Mcp-Session-Id", session}}), "GET"));
    }

private Q_SLOTS:
    void init() { serve({}); }

    void aListenerHearsFirstWhatIsHonouredAndThenOfChanges()
    {
        auto request = listen(R"({"toolsListChanged":true,"resourcesListChanged":true,)"
                              R"("resourceSubscriptions":["book:emma","book:nope"]})");
        const auto place = request.body.find("\"id\":1");
        request.body.replace(place, 6, "\"id\":\"7\"");
        const auto exchange = m_peer->send(request);
        QVERIFY(peer::isEventStream(exchange->answer()));
        auto events = eventsOf(exchange);
        QCOMPARE(events.size(), 1U);
        QCOMPARE(
            events[0].dump(),
            std::string(R"({"jsonrpc":"2.0","method":"notifications/subscriptions/acknowledged",)"
                        R"("params":{"_meta":{"io.modelcontextprotocol/subscriptionId":"7"},)"
                        R"("notifications":{"resourceSubscriptions":["book:emma"],)"
                        R"("toolsListChanged":true}}})"));

        m_library.change("book:emma", mcp::ResourceChange::Updated);
        m_library.listChanges()->announce(mcp::List::Prompts); // not asked for
        m_library.listChanges()->announce(mcp::List::Tools);
        events = eventsOf(exchange);
        QCOMPARE(events.size(), 3U);
        QCOMPARE(events[1]["params"].dump(),
                 std::string(R"({"_meta":{"io.modelcontextprotocol/subscriptionId":"7"},)"
                             R"("uri":"book:emma"})"));
        QVERIFY(events[2]["method"] == "notifications/tools/list_changed");
        QVERIFY(events[2]["params"]["_meta"]["io.modelcontextprotocol/subscriptionId"] == "7");
        QVERIFY(!exchange->isComplete());

        exchange->disconnect();
        QCOMPARE(m_library.watches(), 0U);
    }

    void aListenerIsToldWhenItIsOver()
    {
        const auto exchange = m_peer->send(listen(R"({"resourceSubscriptions":["book:emma"]})"));
        m_library.change("book:emma", mcp::ResourceChange::Ended);
        QVERIFY(support::waitUntil([&] { return exchange->isComplete(); }));
        const auto result = resultOf(exchange);
        QVERIFY(result["resultType"] == "complete");
        QVERIFY(result["_meta"]["io.modelcontextprotocol/subscriptionId"] == 1);
        QCOMPARE(m_library.watches(), 0U);
    }

    void whoMayNotComeInAnyMoreIsShownOut()
    {
        mcp::Limits limits;
        limits.listenerRecheck = 1ms;
        serve(limits);
        m_peer->revokeAfter(3); // the call itself and two looks
        const auto exchange = m_peer->send(listen("{}"));
        QVERIFY(!exchange->isComplete());
        QVERIFY(support::waitUntil([&] { return exchange->isComplete(); }));
        QVERIFY(m_peer->guardCalls() > 3);
    }

    void aListenerHasNoDeadline()
    {
        mcp::Limits limits;
        limits.requestDeadline = 1ms;
        limits.keepAliveInterval = 5ms;
        serve(limits);
        const auto exchange = m_peer->send(listen("{}"));
        QVERIFY(support::waitUntil(
            [&] { return exchange->answer().body.find(": keep-alive") != std::string::npos; }));
        QVERIFY(!exchange->isComplete());
    }

    void wishesAreChecked_data()
    {
        QTest::addColumn<std::string>("params");
        QTest::newRow("none") << std::string();
        QTest::newRow("list") << std::string(R"("notifications":[])");
        QTest::newRow("word for true")
            << std::string(R"("notifications":{"toolsListChanged":"true"})");
        QTest::newRow("one URI") << std::string(
            R"("notifications":{"resourceSubscriptions":"book:emma"})");
        QTest::newRow("number") << std::string(R"("notifications":{"resourceSubscriptions":[1]})");
        const auto subscribing = [](const std::string &uris) {
            return "\"notifications\":{\"resourceSubscriptions\":[" + uris + "]}";
        };
        QTest::newRow("too long") << subscribing('"' + std::string(5000, 'x') + '"');
        std::string many = "0";
        for (int index = 1; index < 33; ++index)
            many += "\",\"" + std::to_string(index);
        QTest::newRow("too many") << subscribing('"' + many + '"');
    }
    void wishesAreChecked()
    {
        QFETCH(std::string, params);
        const auto exchange = m_peer->send(peer::modern("subscriptions/listen", params));
        QVERIFY(exchange->isComplete());
        QCOMPARE(errorCodeOf(exchange), -32602);
    }

    void listenersAreBounded()
    {
        mcp::Limits limits;
        limits.listeners = 3;
        limits.listenersPerCaller = 2;
        serve(limits);
        const auto as = [](const char *who, http::Request request) {
            return peer::with(peer::without(std::move(request), "Authorization"),
                              {{"Authorization", std::string("Bearer ") + who}});
        };
        const auto first = m_peer->send(listen("{}"));
        const auto second = m_peer->send(listen("{}"));
        const auto refused = m_peer->send(listen("{}"));
        QCOMPARE(refused->answer().status, 503);
        QVERIFY(answerOf(refused)["error"]["data"]["code"] == "busy");
        const auto other = m_peer->send(as("reader", listen("{}")));
        QVERIFY(!other->isComplete());
        QCOMPARE(m_peer->send(as("reader", listen("{}")))->answer().status, 503);
        first->disconnect();
        QVERIFY(!m_peer->send(listen("{}"))->isComplete());
    }

    void aListenerThatCannotReadAStreamIsRefused()
    {
        const auto request =
            peer::with(peer::without(listen("{}"), "Accept"), {{"Accept", "application/json"}});
        QCOMPARE(m_peer->send(request)->answer().status, 406);
    }

    void whatCannotBeWatchedNowFailsTheListener()
    {
        const auto exchange = m_peer->send(listen(R"({"resourceSubscriptions":["book:busy"]})"));
        QCOMPARE(exchange->answer().status, 503);
        QVERIFY(answerOf(exchange)["error"]["data"]["retryable"] == true);
    }

    void aSessionIsNamedByTheServerAndOnlyForItsCaller()
    {
        const auto session = initialize();
        QVERIFY(!session.empty());
        QVERIFY(resultOf(inSession(session, "ping")) == json::object());
        for (const auto &wrong :
             {peer::with(older("2025-11-25", "ping"), {{"Mcp-Session-Id", "made up"}}),
              peer::with(peer::without(older("2025-11-25", "ping"), "Authorization"),
                         {{"Mcp-Session-Id", session}, {"Authorization", "Bearer reader"}}),
              peer::post(R"({"jsonrpc":"2.0","method":"notifications/initialized"})",
                         {{"Mcp-Session-Id", "made up"}}),
              peer::post(R"({"jsonrpc":"2.0","id":1,"result":{}})",
                         {{"Mcp-Session-Id", "made up"}})})
            QCOMPARE(m_peer->send(wrong)->answer().status, 404);
        const auto twice = peer::with(older("2025-11-25", "ping"),
                                      {{"Mcp-Session-Id", session}, {"Mcp-Session-Id", session}});
        QCOMPARE(m_peer->send(twice)->answer().status, 400);
    }

    void withoutAVersionHeaderTheSessionKnowsIt()
    {
        const auto answer = [&](const std::string &revision) {
            const auto request =
                peer::without(older(revision, "tools/list"), "MCP-Protocol-Version");
            return resultOf(
                m_peer->send(peer::with(request, {{"Mcp-Session-Id", initialize(revision)}})));
        };
        QVERIFY(answer("2025-11-25")["tools"][0].contains("title"));
        QVERIFY(!answer("2025-03-26")["tools"][0].contains("title"));
    }

    void aSessionEndsWhenItsClientSaysSo()
    {
        const auto session = initialize();
        const auto remove = withMethod(
            peer::with(older("2025-11-25", "ping"), {{"Mcp-Session-Id", session}}), "DELETE");
        const auto stream = openStream(session);
        QCOMPARE(m_peer->send(remove)->answer().status, 204);
        QVERIFY(support::waitUntil([&] { return stream->isComplete(); }));
        QCOMPARE(m_peer->send(remove)->answer().status, 404);
        QCOMPARE(inSession(session, "ping")->answer().status, 404);
        QCOMPARE(m_peer->send(withMethod(older("2025-11-25", "ping"), "DELETE"))->answer().status,
                 405);
    }

    void responsesNeedASession()
    {
        QCOMPARE(
            m_peer->send(peer::post(R"({"jsonrpc":"2.0","id":1,"result":{}})"))->answer().status,
            400);
    }

    void aRequestIsCancelledByANotification()
    {
        const peer::Peer waiting;
        const auto initialized = waiting.send(
            older("2025-11-25", "initialize",
                  R"("protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{})"));
        const peer::HeaderList session = {
            {"Mcp-Session-Id", std::string(*initialized->answer().headers.find("Mcp-Session-Id"))},
            {"MCP-Protocol-Version", "2025-11-25"}};
        const auto exchange = waiting.send(peer::post(
            R"({"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"wait"}})", session));
        const auto cancel = [&](const char *id) {
            const auto sent = waiting.send(
                peer::post(R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":)"
                           R"({"requestId":)"
                               + std::string(id) + "}}",
                           session));
            QCOMPARE(sent->answer().status, 202);
        };
        cancel("6");
        cancel("\"5\""); // another type is another id
        QVERIFY(!waiting.waiting()[0]->cancellation.isCancelled());
        cancel("5");
        QVERIFY(waiting.waiting()[0]->cancellation.isCancelled());
        QVERIFY(exchange->isComplete());
        QCOMPARE(exchange->answer().status, 202); // and no response
        QCOMPARE(exchange->answer().body, std::string());
        waiting.waiting()[0]->answer.complete("for nobody");
    }

    void aSubscriberHearsOnTheStreamOfItsSession()
    {
        const auto session = initialize();
        const auto stream = openStream(session);
        QVERIFY(peer::isEventStream(stream->answer()));
        QVERIFY(resultOf(inSession(session, "resources/subscribe", R"("uri":"book:emma")"))
                == json::object());
        m_library.change("book:emma", mcp::ResourceChange::Updated);
        m_library.listChanges()->announce(mcp::List::Tools);
        const auto events = eventsOf(stream);
        QCOMPARE(events.size(), 2U);
        QCOMPARE(events[0].dump(),
                 std::string(R"({"jsonrpc":"2.0","method":"notifications/resources/updated",)"
                             R"("params":{"uri":"book:emma"}})"));
        QVERIFY(events[1]["method"] == "notifications/tools/list_changed");
        QVERIFY(resultOf(inSession(session, "resources/unsubscribe", R"("uri":"book:emma")"))
                == json::object());
        QCOMPARE(m_library.watches(), 0U);
    }

    void whatHappenedWithoutAStreamIsToldOnce()
    {
        const auto session = initialize();
        inSession(session, "resources/subscribe", R"("uri":"book:emma")");
        m_library.change("book:emma", mcp::ResourceChange::Updated);
        m_library.change("book:emma", mcp::ResourceChange::Updated);
        const auto stream = openStream(session);
        QCOMPARE(eventsOf(stream).size(), 1U);
        const auto later = openStream(session); // it replaces the first one
        QVERIFY(support::waitUntil([&] { return stream->isComplete(); }));
        QCOMPARE(eventsOf(later).size(), 0U);
        m_library.change("book:emma", mcp::ResourceChange::Updated);
        QCOMPARE(eventsOf(later).size(), 1U);
    }

    void withoutAStreamNothingIsWatchedForLong()
    {
        mcp::Limits limits;
        limits.streamGrace = 1ms;
        serve(limits);
        const auto session = initialize();
        inSession(session, "resources/subscribe", R"("uri":"book:emma")");
        QVERIFY(support::waitUntil([&] { return m_library.watches() == 0; }));
        const auto stream = openStream(session);
        QCOMPARE(m_library.watches(), 1U);
        QCOMPARE(eventsOf(stream).size(), 1U); // it may have changed meanwhile
        stream->disconnect();
        QVERIFY(support::waitUntil([&] { return m_library.watches() == 0; }));
    }

    void subscriptionsAreChecked()
    {
        const auto session = initialize();
        QCOMPARE(errorCodeOf(m_peer->send(
                     older("2025-11-25", "resources/subscribe", R"("uri":"book:emma")"))),
                 -32600);
        QCOMPARE(errorCodeOf(inSession(session, "resources/subscribe", R"("uri":"book:nope")")),
                 -32002);
        QCOMPARE(errorCodeOf(inSession(session, "resources/subscribe", R"("uri":7)")), -32602);
        QCOMPARE(errorCodeOf(inSession(session, "resources/unsubscribe")), -32602);
        mcp::Limits limits;
        limits.resourcesPerListener = 1;
        serve(limits);
        const auto other = initialize();
        inSession(other, "resources/subscribe", R"("uri":"book:emma")");
        QCOMPARE(errorCodeOf(inSession(other, "resources/subscribe", R"("uri":"book:ulysses")")),
                 -32602);
    }

    void sessionsInUseAreKeptAndOthersForgotten()
    {
        mcp::Limits limits;
        limits.sessions = 2;
        serve(limits);
        const auto first = initialize();
        const auto stream = openStream(first);
        for (int index = 0; index < 5; ++index)
            QVERIFY(resultOf(inSession(initialize(), "ping")) == json::object());
        inSession(first, "resources/subscribe", R"("uri":"book:emma")");
        m_library.change("book:emma", mcp::ResourceChange::Updated);
        QCOMPARE(eventsOf(stream).size(), 1U);
        QVERIFY(!stream->isComplete());
    }
};

QTEST_GUILESS_MAIN(EndpointSubscriptionsTest)
#include "EndpointSubscriptionsTest.moc"
