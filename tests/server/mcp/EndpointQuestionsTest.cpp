// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/Library.h"
#include "server/mcp/Peer.h"
#include "support/Await.h"
#include "support/MemoryRelay.h"
#include "support/MemorySealer.h"

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

constexpr const char *elicits = R"({"elicitation":{}})";

/// A call in 2026-07-28 by a client with these capabilities.
http::Request call(const std::string &params, const std::string &name,
                   const std::string &capabilities = "{}")
{
    auto request = peer::modern("tools/call", params, name);
    const std::string none = R"("io.modelcontextprotocol/clientCapabilities":{})";
    const auto place = request.body.find(none);
    request.body.replace(place + none.size() - 2, 2, capabilities);
    return request;
}

http::Request burn(const std::string &more = {}, const std::string &capabilities = "{}",
                   const std::string &uri = "book:emma")
{
    return call(R"("name":"burn","arguments":{"uri":")" + uri + R"("})" + more, "burn",
                capabilities);
}

json errorOf(const json &result)
{
    return json::parse(result["content"][0]["text"].get<std::string>());
}

std::string stateOf(const json &result)
{
    return result.value("requestState", "");
}

std::string quoted(const std::string &text)
{
    return json(text).dump();
}

} // namespace

/// What is asked of the client before a call is answered.
class EndpointQuestionsTest : public QObject
{
    Q_OBJECT

    peer::Library m_library;
    std::unique_ptr<peer::Peer> m_peer;

    json send(const http::Request &request) const { return resultOf(m_peer->send(request)); }
    std::string initialize(const std::string &capabilities,
                           const std::string &revision = "2025-11-25") const
    {
        const auto exchange =
            m_peer->send(older(revision, "initialize",
                               R"("protocolVersion":")" + revision + R"(","capabilities":)"
                                   + capabilities + R"(,"clientInfo":{"name":"t","version":"1"})"));
        return std::string(exchange->answer().headers.find("Mcp-Session-Id").value_or(""));
    }
    peer::ExchangePtr inSession(const std::string &session, const std::string &params) const
    {
        return m_peer->send(
            peer::with(older("2025-11-25", "tools/call", params), {{"Mcp-Session-Id", session}}));
    }
    int respond(const std::string &session, const std::string &body) const
    {
        return m_peer
            ->send(peer::post(
                body, {{"Mcp-Session-Id", session}, {"MCP-Protocol-Version", "2025-11-25"}}))
            ->answer()
            .status;
    }

private Q_SLOTS:
    void init()
    {
        m_library = peer::Library();
        m_peer = std::make_unique<peer::Peer>(mcp::Limits{}, m_library.features());
    }

    void aQuestionIsAnsweredByTheNextRequest()
    {
        const auto asked = send(burn({}, elicits));
        QVERIFY(asked["resultType"] == "input_required");
        QVERIFY(asked["_meta"].contains("io.modelcontextprotocol/serverInfo"));
        const auto &question = asked["inputRequests"]["confirmation"];
        QVERIFY(question["method"] == "elicitation/create");
        QVERIFY(question["params"]["message"] == "Burn book:emma?");
        QVERIFY(question["params"]["requestedSchema"]["required"] == json::array({"confirm"}));
        QVERIFY(m_library.burnt().empty());

        const auto done = send(burn(
            R"(,"inputResponses":{"confirmation":{"action":"accept","content":{"confirm":true}}},)"
            R"("requestState":)"
                + quoted(stateOf(asked)),
            elicits));
        QVERIFY(done["resultType"] == "complete");
        QVERIFY(done["structuredContent"]["burnt"] == "book:emma");
        QCOMPARE(m_library.burnt().size(), 1U);
    }

    void anAnswerIsGoodOnceForOneCallOfOneCaller()
    {
        const auto state = quoted(stateOf(send(burn({}, elicits))));
        const std::string yes =
            R"(,"inputResponses":{"confirmation":{"action":"accept","content":{"confirm":true}}},)"
            R"("requestState":)"
            + state;
        QCOMPARE(errorCodeOf(m_peer->send(burn(yes, elicits, "book:ulysses"))), -32602);
        QCOMPARE(
            errorCodeOf(m_peer->send(peer::with(peer::without(burn(yes, elicits), "Authorization"),
                                                {{"Authorization", "Bearer other"}}))),
            -32602);
        QVERIFY(m_library.burnt().empty());
        QVERIFY(send(burn(yes, elicits)).contains("structuredContent"));
        const auto again = send(burn(yes, elicits));
        QVERIFY(again["isError"] == true);
        QVERIFY(errorOf(again)["code"] == "conflict");
        QCOMPARE(m_library.burnt().size(), 1U);
    }

    void whatIsNotAYesDoesNothing_data()
    {
        QTest::addColumn<std::string>("answer");
        QTest::newRow("declined") << std::string(R"({"action":"decline"})");
        QTest::newRow("dismissed") << std::string(R"({"action":"cancel"})");
        QTest::newRow("accepted without a tick")
            << std::string(R"({"action":"accept","content":{"confirm":false}})");
        QTest::newRow("accepted with nothing") << std::string(R"({"action":"accept"})");
        QTest::newRow("a word for a yes")
            << std::string(R"({"action":"accept","content":{"confirm":"true"}})");
    }
    void whatIsNotAYesDoesNothing()
    {
        QFETCH(std::string, answer);
        const auto result =
            send(burn(R"(,"inputResponses":{"confirmation":)" + answer + R"(},"requestState":)"
                          + quoted(stateOf(send(burn({}, elicits)))),
                      elicits));
        QVERIFY(result["isError"] == true);
        QVERIFY(errorOf(result)["code"] == "permission_denied");
        QVERIFY(errorOf(result)["retryable"] == false);
        QVERIFY(m_library.burnt().empty());
    }

    void anAnswerThatNobodyAskedForIsAskedAgain()
    {
        const auto result = send(burn(
            R"(,"inputResponses":{"confirmation":{"action":"accept","content":{"confirm":true}}})",
            elicits));
        QVERIFY(result["resultType"] == "input_required");
        QVERIFY(m_library.burnt().empty());
    }

    void whatNeedsNoQuestionIsNotAsked()
    {
        QVERIFY(send(burn({}, elicits, "book:trash")).contains("structuredContent"));
        QVERIFY(send(burn({}, "{}", "book:trash")).contains("structuredContent"));
    }

    void malformedAnswersAreRefused_data()
    {
        QTest::addColumn<std::string>("more");
        QTest::newRow("null") << std::string(R"(,"inputResponses":null)");
        QTest::newRow("number") << std::string(R"(,"inputResponses":5)");
        QTest::newRow("no object inside") << std::string(R"(,"inputResponses":{"confirmation":1})");
        QTest::newRow("state no string") << std::string(R"(,"requestState":{})");
        QTest::newRow("state made up") << std::string(R"(,"requestState":"sealed-999")");
    }
    void malformedAnswersAreRefused()
    {
        QFETCH(std::string, more);
        const auto exchange = m_peer->send(burn(more, elicits));
        QCOMPARE(exchange->answer().status, 200);
        QCOMPARE(errorCodeOf(exchange), -32602);
    }

    void questionsMayFollowEachOther()
    {
        const auto first = send(call(R"("name":"greet")", "greet", elicits));
        QVERIFY(first["inputRequests"].contains("first") && !first.contains("requestState"));
        const auto second =
            send(call(R"("name":"greet","inputResponses":{"first":{"name":"Ada"},"stray":{}})",
                      "greet", elicits));
        QVERIFY(second["inputRequests"].contains("second"));
        const auto state = quoted(stateOf(second));
        const auto last = call(
            R"("name":"greet","inputResponses":{"second":{"name":"Eve"}},"requestState":)" + state,
            "greet", elicits);
        QVERIFY(send(last)["structuredContent"]["text"] == "Ada and Eve");
        QVERIFY(send(last)["structuredContent"]["text"] == "Ada and Eve"); // it only reads
    }

    void whatTheClientCannotDoIsNotAskedOfIt()
    {
        const auto exchange = m_peer->send(call(R"("name":"think")", "think", elicits));
        QCOMPARE(exchange->answer().status, 400);
        QCOMPARE(errorCodeOf(exchange), -32021);
        QVERIFY(answerOf(exchange)["error"]["data"]["requiredCapabilities"]
                == json::parse(R"({"sampling":{}})"));
        QVERIFY(send(call(R"("name":"think")", "think",
                          R"({"sampling":{}})"))["inputRequests"]["answer"]["method"]
                == "sampling/createMessage");
        // `elicitation: {url: {}}` has no forms.
        const auto urlOnly = send(burn({}, R"({"elicitation":{"url":{}}})"));
        QVERIFY(errorOf(urlOnly)["code"] == "confirmation_required");
    }

    void withoutFormsItTakesTwoSteps()
    {
        for (const bool isModern : {true, false}) {
            init();
            const auto ask = [&](const std::string &arguments) {
                const std::string params = R"("name":"burn","arguments":{)" + arguments + "}";
                return send(isModern ? call(params, "burn")
                                     : older("2025-06-18", "tools/call", params));
            };
            const auto first = ask(R"("uri":"book:emma")");
            QVERIFY(first["isError"] == true && !first.contains("structuredContent"));
            const auto question = errorOf(first);
            QVERIFY(question["code"] == "confirmation_required");
            QVERIFY(question["message"] == "Burn book:emma?");
            QVERIFY(m_library.burnt().empty());
            const std::string token =
                R"(,"confirmation_token":)" + question["confirmation_token"].dump();
            QVERIFY(errorOf(ask(R"("uri":"book:ulysses")" + token))["code"] == "invalid_argument");
            QVERIFY(errorOf(ask(R"("uri":"book:emma","confirmation_token":"x")"))["code"]
                    == "invalid_argument");
            QVERIFY(m_library.burnt().empty());
            QVERIFY(!ask(R"("uri":"book:emma")" + token).contains("isError"));
            QVERIFY(errorOf(ask(R"("uri":"book:emma")" + token))["code"] == "conflict");
            QCOMPARE(m_library.burnt().size(), 1U);
        }
    }

    void onlyToolsThatMayAskHaveTheParameter()
    {
        for (const auto &tool : send(peer::modern("tools/list"))["tools"])
            QCOMPARE(tool["inputSchema"]["properties"].contains("confirmation_token"),
                     tool["name"] == "burn");
    }

    void inASessionTheClientIsAskedOnTheStream()
    {
        const auto session = initialize(elicits);
        QVERIFY(!session.empty());
        const auto exchange =
            inSession(session, R"("name":"burn","arguments":{"uri":"book:emma"})");
        QVERIFY(!exchange->isComplete());
        const auto events = eventsOf(exchange);
        QCOMPARE(events.size(), 1U);
        QVERIFY(events[0]["method"] == "elicitation/create");
        QVERIFY(events[0]["params"]["message"] == "Burn book:emma?");
        const auto id = events[0]["id"].dump();
        // A stranger and another session cannot answer it.
        QCOMPARE(respond(initialize(elicits),
                         R"({"jsonrpc":"2.0","id":)" + id + R"(,"result":{"action":"decline"}})"),
                 202);
        QVERIFY(!exchange->isComplete());
        QCOMPARE(
            respond(session, R"({"jsonrpc":"2.0","id":)" + id
                                 + R"(,"result":{"action":"accept","content":{"confirm":true}}})"),
            202);
        QVERIFY(exchange->isComplete());
        QVERIFY(resultOf(exchange)["structuredContent"]["burnt"] == "book:emma");
        QCOMPARE(respond(session, R"({"jsonrpc":"2.0","id":)" + id + R"(,"result":{}})"), 202);
        QCOMPARE(m_library.burnt().size(), 1U);
    }

    void anAnswerMayComeToAnotherProcess()
    {
        const auto sealer = support::memorySealer();
        const support::MemoryRelay shared;
        const auto asking =
            std::make_unique<peer::Peer>(m_library.features(), sealer, shared.relay());
        const peer::Library otherLibrary;
        auto answered =
            std::make_unique<peer::Peer>(otherLibrary.features(), sealer, shared.relay());
        m_peer = std::make_unique<peer::Peer>(m_library.features(), sealer, shared.relay());
        const auto session = initialize(elicits);
        const auto ask = [&] {
            return asking->send(
                peer::with(older("2025-11-25", "tools/call",
                                 R"("name":"burn","arguments":{"uri":"book:emma"})"),
                           {{"Mcp-Session-Id", session}}));
        };
        m_peer = std::move(answered); // whom respond() tells
        const std::string yes = R"(,"result":{"action":"accept","content":{"confirm":true}}})";

        const auto exchange = ask();
        const auto id = eventsOf(exchange)[0]["id"].dump();
        QCOMPARE(respond(session, R"({"jsonrpc":"2.0","id":)" + id + yes), 202);
        QVERIFY(support::waitUntil([&] { return exchange->isComplete(); }));
        QVERIFY(resultOf(exchange)["structuredContent"]["burnt"] == "book:emma");
        QVERIFY(shared.messages().empty());
        QCOMPARE(m_library.burnt().size(), 1U);

        // An answer to another question, or one that somebody has put there, is none.
        const auto second = ask();
        const auto next = eventsOf(second)[0]["id"].dump();
        QVERIFY(next != id);
        QCOMPARE(respond(session, R"({"jsonrpc":"2.0","id":)" + id + yes), 202);
        QCOMPARE(shared.messages().size(), 1U);
        const auto name = shared.messages().begin()->first;
        const auto nextName = name.substr(0, name.find(' ') + 1) + next;
        shared.messages()[nextName] = shared.messages()[name];
        QVERIFY(support::waitUntil([&] { return !shared.messages().contains(nextName); }));
        shared.messages()[nextName] = R"({"question":1,"result":{"action":"accept"}})";
        QVERIFY(support::waitUntil([&] { return !shared.messages().contains(nextName); }));
        QVERIFY(!second->isComplete());
        QCOMPARE(respond(session, R"({"jsonrpc":"2.0","id":)" + next
                                      + R"(,"error":{"code":-1,"message":"no window"}})"),
                 202);
        QVERIFY(support::waitUntil([&] { return second->isComplete(); }));
        QVERIFY(errorOf(resultOf(second))["code"] == "unsupported");
        QCOMPARE(m_library.burnt().size(), 1U);
    }

    void aClientThatAnswersWithAnErrorFailsTheCall()
    {
        const auto session = initialize(elicits);
        const auto exchange = inSession(session, R"("name":"greet")");
        const auto id = eventsOf(exchange)[0]["id"].dump();
        respond(session, R"({"jsonrpc":"2.0","id":)" + id
                             + R"(,"error":{"code":-1,"message":"no window"}})");
        QVERIFY(resultOf(exchange)["isError"] == true);
        QVERIFY(errorOf(resultOf(exchange))["code"] == "unsupported");
    }

    void nobodyIsAskedForEver()
    {
        mcp::Limits limits;
        limits.questionRounds = 2;
        m_peer = std::make_unique<peer::Peer>(limits, m_library.features());
        const auto session = initialize(elicits);
        const auto exchange = inSession(session, R"("name":"nag")");
        for (int round = 0; round < 3; ++round) {
            QVERIFY(!exchange->isComplete());
            const auto id = eventsOf(exchange).back()["id"].dump();
            respond(session,
                    R"({"jsonrpc":"2.0","id":)" + id + R"(,"result":{"action":"accept"}})");
        }
        QVERIFY(exchange->isComplete());
        QVERIFY(errorOf(resultOf(exchange))["code"] == "unsupported");
    }

    void aPersonMayTakeLongerThanACallButNotForever()
    {
        mcp::Limits limits;
        limits.requestDeadline = 100ms;
        limits.answerTime = 300ms;
        m_peer = std::make_unique<peer::Peer>(limits, m_library.features());
        const auto exchange = inSession(initialize(elicits), R"("name":"greet")");
        QVERIFY(support::waitUntil([&] { return exchange->isComplete(); }));
        QVERIFY(errorOf(resultOf(exchange))["code"] == "deadline_exceeded");
        QVERIFY(errorOf(resultOf(exchange))["message"].get<std::string>().starts_with(
            "The person did not answer"));
    }

    void whereNothingCanBeAskedTheCallSaysSo()
    {
        const auto withoutSession =
            m_peer->send(older("2025-11-25", "tools/call", R"("name":"greet")"));
        QCOMPARE(errorCodeOf(withoutSession), -32602);
        const auto session = initialize(elicits);
        const auto withoutStream = m_peer->send(peer::with(
            peer::without(older("2025-11-25", "tools/call", R"("name":"greet")"), "Accept"),
            {{"Mcp-Session-Id", session}, {"Accept", "application/json"}}));
        QCOMPARE(errorCodeOf(withoutStream), -32602);
        // 2025-03-26 knows no elicitation, whatever the client says.
        const auto oldest = initialize(elicits, "2025-03-26");
        QCOMPARE(errorCodeOf(
                     m_peer->send(peer::with(older("2025-03-26", "tools/call", R"("name":"greet")"),
                                             {{"Mcp-Session-Id", oldest}}))),
                 -32602);
    }

    void logMessagesComeAsTheClientWantsThem()
    {
        const auto quiet = m_peer->send(call(R"("name":"complain")", "complain"));
        QVERIFY(!peer::isEventStream(quiet->answer()));
        const auto loud =
            m_peer->send(peer::modern("tools/call", R"("name":"complain")", "complain",
                                      R"("io.modelcontextprotocol/logLevel":"warning")"));
        const auto events = eventsOf(loud);
        QCOMPARE(events.size(), 2U);
        QCOMPARE(events[0]["params"].dump(), std::string(R"({"data":"a cry","level":"error"})"));

        const auto session = initialize("{}");
        const auto setLevel = [&](const char *level) {
            return m_peer->send(peer::with(older("2025-11-25", "logging/setLevel",
                                                 R"("level":")" + std::string(level) + R"(")"),
                                           {{"Mcp-Session-Id", session}}));
        };
        QVERIFY(resultOf(setLevel("debug")) == json::object());
        QCOMPARE(errorCodeOf(setLevel("loud")), -32602);
        QCOMPARE(eventsOf(inSession(session, R"("name":"complain")")).size(), 3U);
    }
};

QTEST_GUILESS_MAIN(EndpointQuestionsTest)
#include "EndpointQuestionsTest.moc"
