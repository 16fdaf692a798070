// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Log.h"
#include "server/mcp/Peer.h"
#include "support/Await.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <string>
#include <vector>

using namespace std::chrono_literals;
using nlohmann::json;
using peer::eventsOf;
using peer::isEventStream;
using peer::modern;
using peer::older;
using peer::Peer;

namespace {

http::Request call(const std::string &tool, const std::string &meta = {})
{
    return modern("tools/call", R"("name":")" + tool + R"(")", tool, meta);
}

/// The error that the model sees: {code, message, retryable}.
json toolErrorOf(const peer::ExchangePtr &exchange)
{
    const auto result = json::parse(exchange->answer().body)["result"];
    if (!result.value("isError", false) || result.contains("structuredContent"))
        return "no tool error";
    return json::parse(result["content"][0]["text"].get<std::string>());
}

core::Task<core::Result<json>> draw(const mcp::CallContext &context, const json &arguments)
{
    context.addContent({{"type", "image"}, {"data", "AA=="}, {"mimeType", "image/png"}});
    if (arguments.contains("spoil"))
        co_return core::Error(core::ErrorKind::Unsupported, "The pencil broke.");
    co_return json{{"text", "drawn"}};
}

Peer drawer()
{
    mcp::Features features;
    features.tools.push_back(
        {.name = "draw",
         .title = "Draw",
         .description = "Draws.",
         .effect = {},
         .parameters = {{.name = "spoil", .presence = mcp::Field::Presence::Optional}},
         .result = {{.name = "text"}},
         .run = draw});
    return Peer({}, std::move(features));
}

} // namespace

class EndpointCallsTest : public QObject
{
    Q_OBJECT

    std::vector<std::string> m_log;

    bool hasLogged(std::string_view text) const
    {
        return std::ranges::any_of(m_log, [text](const std::string &line) {
            return line.find(text) != std::string::npos;
        });
    }

private Q_SLOTS:
    void init()
    {
        m_log.clear();
        core::setLogSink([this](std::string_view line) { m_log.emplace_back(line); });
    }
    void cleanup() { core::setLogSink({}); }

    void aCallWhoseCredentialsAreRefusedIsChallenged() // W-41
    {
        for (const auto &request :
             {call("locked_out"), older("2025-06-18", "tools/call", R"("name":"locked_out")")}) {
            const auto answer = Peer().send(request)->answer();
            QCOMPARE(answer.status, 401);
            QCOMPARE(*answer.headers.find("WWW-Authenticate"),
                     std::string_view("Bearer error=\"invalid_token\""));
            QCOMPARE(*answer.headers.find("Cache-Control"), std::string_view("no-store"));
        }
        const auto streamOnly = peer::with(peer::without(call("locked_out"), "Accept"),
                                           {{"Accept", "text/event-stream"}});
        QCOMPARE(Peer().send(streamOnly)->answer().status, 401);
    }

    void onceTheAnswerHasBegunRefusedCredentialsAreAToolError()
    {
        const auto exchange = Peer().send(call("locked_out_late", R"("progressToken":1)"));
        QVERIFY(isEventStream(exchange->answer()));
        const auto result = eventsOf(exchange).back()["result"];
        QVERIFY(result["isError"] == true);
        const auto error = json::parse(result["content"][0]["text"].get<std::string>());
        QVERIFY(error["code"] == "unauthenticated");
        QVERIFY(error["retryable"] == false);
        QVERIFY(error["message"] == "The password was changed.");
    }

    void inABatchRefusedCredentialsAreAToolErrorToo() // the others may have taken effect
    {
        const auto answer =
            Peer()
                .send(peer::post(
                    R"([{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"locked_out"}},)"
                    R"({"jsonrpc":"2.0","id":2,"method":"ping"}])",
                    {{"MCP-Protocol-Version", "2025-03-26"}}))
                ->answer();
        QCOMPARE(answer.status, 200);
        const auto answers = json::parse(answer.body);
        QVERIFY(answers[0]["result"]["isError"] == true);
        QVERIFY(answers[1]["result"] == json::object());
    }

    void aCallWithoutItsScopeIsChallenged_data()
    {
        QTest::addColumn<http::Request>("request");
        QTest::newRow("2026-07-28") << call("send");
        QTest::newRow("with wrong arguments, too")
            << modern("tools/call", R"("name":"send","arguments":{"x":1})", "send");
        QTest::newRow("2025-11-25") << older("2025-11-25", "tools/call", R"("name":"send")");
        QTest::newRow("with a progress token") << call("send", R"("progressToken":1)");
        QTest::newRow("in a batch") << peer::post(
            R"([{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"wait"}},)"
            R"({"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"send"}}])");
    }
    void aCallWithoutItsScopeIsChallenged()
    {
        QFETCH(http::Request, request);
        const Peer peer;
        const auto exchange = peer.send(peer::with(peer::without(request, "Authorization"),
                                                   {{"Authorization", "Bearer reader"}}));
        QVERIFY(exchange->isComplete());
        QCOMPARE(exchange->answer().status, 403);
        QVERIFY(exchange->answer().headers.find("WWW-Authenticate")
                == R"(Bearer error="insufficient_scope", scope="mail.send")");
        QVERIFY(peer.waiting().empty());
    }

    void aFailureBecomesAnErrorThatTheModelCanRead()
    {
        QCOMPARE(
            toolErrorOf(Peer().send(call("send"))).dump(),
            std::string(
                R"({"code":"unavailable","message":"The mail server cannot be reached.","next":"Call again in a minute; if it fails again, tell the person.","retryable":true})"));
        QVERIFY(hasLogged(R"(call_failed name="send" code="unavailable" detail="refused")"));
    }

    void aMistakeOfTheServerShowsNothingOfItself_data()
    {
        QTest::addColumn<std::string>("tool");
        QTest::addColumn<std::string>("logged");
        QTest::newRow("a result that does not fit")
            << std::string("break_promise")
            << std::string(R"(detail="result: \"text\" must be a string)");
        QTest::newRow("an exception")
            << std::string("throw") << std::string(R"(detail="exception: out of luck")");
    }
    void aMistakeOfTheServerShowsNothingOfItself()
    {
        QFETCH(std::string, tool);
        QFETCH(std::string, logged);
        QCOMPARE(
            toolErrorOf(Peer().send(call(tool))).dump(),
            std::string(
                R"({"code":"internal","message":"The server made a mistake; it is in its log.","next":"Tell the person; the log of the server says more.","retryable":false})"));
        QVERIFY(hasLogged(logged));
    }

    void everyCallIsLoggedWithoutItsArguments()
    {
        Peer().send(
            modern("tools/call", R"("name":"echo","arguments":{"text":"secret words"})", "echo",
                   R"("traceparent":"00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01")"));
        QVERIFY(hasLogged(R"(mcp request request="42" method="tools/call" target="echo" )"
                          R"(revision="2026-07-28" subject="all" outcome="ok")"));
        QVERIFY(hasLogged("0af7651916cd43dd8448eb211c80319c"));
        QVERIFY(!hasLogged("secret"));
    }

    void progressIsStreamedBeforeTheAnswer()
    {
        mcp::Limits limits;
        limits.progressInterval = 0ms;
        const auto exchange = Peer(limits).send(call("steps", R"("progressToken":"p")"));
        QVERIFY(exchange->isComplete());
        QVERIFY(isEventStream(exchange->answer()));
        QVERIFY(exchange->answer().headers.find("X-Accel-Buffering") == "no");
        const auto events = eventsOf(exchange);
        QCOMPARE(events.size(), 6U); // 0…4 and the response; the repeated 4 is not sent
        QCOMPARE(
            events[1].dump(),
            std::string(
                R"({"jsonrpc":"2.0","method":"notifications/progress","params":{"progress":1.0,"progressToken":"p","total":4.0}})"));
        QCOMPARE(events[4]["params"]["message"].get<std::string>(), std::string("done"));
        QCOMPARE(events[5]["id"].get<int>(), 1);
        QVERIFY(events[5]["result"]["structuredContent"] == json::parse(R"({"text":"there"})"));
        QVERIFY(events[5]["result"]["resultType"] == "complete");
    }

    void whatAToolShowsStandsBesideItsResult()
    {
        const auto peer = drawer();
        const auto exchange = peer.send(call("draw"));
        const auto result = json::parse(exchange->answer().body)["result"];
        QCOMPARE(result["content"].size(), 2U);
        QVERIFY(result["content"][0]["type"] == "text");
        QVERIFY(result["content"][1]
                == json({{"type", "image"}, {"data", "AA=="}, {"mimeType", "image/png"}}));
        QVERIFY(result["structuredContent"] == json({{"text", "drawn"}}));
    }

    void aToolThatFailsShowsNothing()
    {
        const auto peer = drawer();
        const auto exchange =
            peer.send(modern("tools/call", R"("name":"draw","arguments":{"spoil":"yes"})", "draw"));
        QVERIFY(toolErrorOf(exchange)["message"] == "The pencil broke.");
        QCOMPARE(json::parse(exchange->answer().body)["result"]["content"].size(), 1U);
    }

    void progressIsThinnedOutButNotItsEnd()
    {
        mcp::Limits limits;
        limits.progressInterval = 1h;
        const auto exchange = Peer(limits).send(call("steps", R"("progressToken":7)"));
        const auto events = eventsOf(exchange);
        QCOMPARE(events.size(), 3U);
        QVERIFY(events[0]["params"]["progress"] == 0);
        QVERIFY(events[1]["params"]["progress"] == 4);
        QVERIFY(events[1]["params"]["progressToken"] == 7);
    }

    void progressWorksInTheOlderRevisions()
    {
        const auto exchange = Peer().send(
            older("2025-03-26", "tools/call", R"("name":"steps","_meta":{"progressToken":1})"));
        QVERIFY(isEventStream(exchange->answer()));
        QVERIFY(eventsOf(exchange).size() > 1);
    }

    void withoutTokenOrStreamThereIsNoProgress()
    {
        QVERIFY(!isEventStream(Peer().send(call("steps"))->answer()));
        const auto request = peer::with(
            peer::without(call("steps", R"("progressToken":1)"), "Accept"), {{"Accept", "*/*"}});
        const auto exchange = Peer().send(request);
        QVERIFY(!isEventStream(exchange->answer()));
        QVERIFY(json::parse(exchange->answer().body).contains("result"));
    }

    void aSilentStreamIsKeptOpen()
    {
        mcp::Limits limits;
        limits.streamAfter = 1ms;
        limits.keepAliveInterval = 1ms;
        const Peer peer(limits);
        const auto exchange = peer.send(call("wait"));
        QVERIFY(support::waitUntil([&] { return exchange->isAnswered(); }));
        QVERIFY(support::waitUntil([&] { return exchange->answer().body.starts_with(":"); }));
        QVERIFY(!exchange->isComplete());
        peer.waiting()[0]->answer.complete("late");
        QVERIFY(exchange->isComplete());
        QVERIFY(eventsOf(exchange).back()["result"]["structuredContent"]["text"] == "late");
    }

    void aClientThatLeavesCancelsItsCall() // HT-42
    {
        const Peer peer;
        const auto exchange = peer.send(call("wait"));
        QVERIFY(!peer.waiting()[0]->cancellation.isCancelled());
        exchange->disconnect();
        QVERIFY(peer.waiting()[0]->cancellation.isCancelled());
        QVERIFY(!peer.waiting()[0]->hasEnded);
        peer.waiting()[0]->answer.complete("for nobody");
        QVERIFY(peer.waiting()[0]->hasEnded);
    }

    void aCallThatHasLongEndedIsNotCancelled()
    {
        const Peer peer;
        const auto exchange = peer.send(call("wait"));
        peer.waiting()[0]->answer.complete("done");
        QVERIFY(exchange->isComplete());
        exchange->disconnect();
        QVERIFY(!peer.waiting()[0]->cancellation.isCancelled());
    }

    void atTheDeadlineTheClientGetsAnAnswerAndTheToolIsTold_data()
    {
        QTest::addColumn<std::string>("tool");
        QTest::addColumn<std::string>("error");
        QTest::newRow("may be repeated")
            << std::string("wait")
            << std::string(
                   R"({"code":"deadline_exceeded","message":"The call took too long and was stopped.","next":"Call again, and ask for less if that is possible.","retryable":true})");
        QTest::newRow("must not be repeated blindly")
            << std::string("wait_once")
            << std::string(
                   R"({"code":"deadline_exceeded","message":"The call took too long and was stopped. It may have taken effect.","next":"Look whether it took effect before you repeat it.","retryable":false})");
    }
    void atTheDeadlineTheClientGetsAnAnswerAndTheToolIsTold()
    {
        QFETCH(std::string, tool);
        QFETCH(std::string, error);
        mcp::Limits limits;
        limits.requestDeadline = 1ms;
        const Peer peer(limits);
        const auto exchange = peer.send(call(tool));
        QVERIFY(support::waitUntil([&] { return exchange->isComplete(); }));
        QCOMPARE(toolErrorOf(exchange).dump(), error);
        QVERIFY(peer.waiting()[0]->cancellation.isCancelled());
        peer.waiting()[0]->answer.complete("too late");
    }

    void aCallerRunsFourAtATimeAndOthersAreNotDisturbed() // TA-30
    {
        const Peer peer;
        std::vector<peer::ExchangePtr> exchanges;
        for (int index = 0; index < 50; ++index)
            exchanges.push_back(peer.send(call("wait")));
        QCOMPARE(peer.waiting().size(), 4U);
        int busy = 0;
        for (const auto &exchange : exchanges)
            busy += exchange->isComplete() ? 1 : 0;
        QCOMPARE(busy, 30);
        const auto &refused = exchanges.back()->answer();
        QCOMPARE(refused.status, 503);
        QVERIFY(refused.headers.find("Retry-After") == "1");
        QCOMPARE(
            refused.body,
            std::string(
                R"({"error":{"code":-32603,"data":{"code":"busy","message":"Too many calls are running already; try again in a moment.","next":"Wait a few seconds and call again.","retryable":true},"message":"Too many calls are running already; try again in a moment."},"id":1,"jsonrpc":"2.0"})"));

        const auto other = peer.send(peer::with(peer::without(call("wait"), "Authorization"),
                                                {{"Authorization", "Bearer reader"}}));
        QCOMPARE(peer.waiting().size(), 5U);

        peer.waiting()[0]->answer.complete("first");
        QVERIFY(exchanges[0]->isComplete());
        QCOMPARE(peer.waiting().size(), 6U);
        for (std::size_t index = 1; index < peer.waiting().size(); ++index)
            peer.waiting()[index]->answer.complete("next");
        QCOMPARE(peer.waiting().size(), 21U);
        for (const auto &exchange : exchanges)
            QVERIFY(exchange->isComplete());
    }

    void aToolThatGoesOnAfterItsClientLeftKeepsItsSlot()
    {
        mcp::Limits limits;
        limits.runningPerCaller = 1;
        const Peer peer(limits);
        peer.send(call("wait"))->disconnect();
        const auto second = peer.send(call("wait"));
        QCOMPARE(peer.waiting().size(), 1U);
        peer.waiting()[0]->answer.complete("ended");
        QCOMPARE(peer.waiting().size(), 2U);
        peer.waiting()[1]->answer.complete("mine");
        QVERIFY(second->isComplete());
    }

    void whoLeavesWhileWaitingIsNeverRun()
    {
        mcp::Limits limits;
        limits.runningPerCaller = 1;
        const Peer peer(limits);
        const auto first = peer.send(call("wait"));
        peer.send(call("wait"))->disconnect();
        peer.waiting()[0]->answer.complete("ended");
        QVERIFY(first->isComplete());
        QCOMPARE(peer.waiting().size(), 1U);
    }

    void wrongArgumentsTakeNoSlot()
    {
        mcp::Limits limits;
        limits.running = 0;
        limits.queued = 0;
        const auto exchange =
            Peer(limits).send(modern("tools/call", R"("name":"echo","arguments":{})", "echo"));
        QCOMPARE(toolErrorOf(exchange)["code"].get<std::string>(), std::string("invalid_argument"));
    }
};

QTEST_GUILESS_MAIN(EndpointCallsTest)
#include "EndpointCallsTest.moc"
