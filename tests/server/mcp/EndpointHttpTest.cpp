// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/Peer.h"

#include <nlohmann/json.hpp>

#include <QTest>

using nlohmann::json;
using peer::modern;
using peer::older;
using peer::Peer;
using peer::post;

namespace {

constexpr const char *ping = R"({"jsonrpc":"2.0","id":1,"method":"ping"})";

std::string headerOf(const http::Response &response, std::string_view name)
{
    return std::string(response.headers.find(name).value_or("(none)"));
}

int errorCodeOf(const http::Response &response)
{
    return json::parse(response.body)["error"]["code"].get<int>();
}

http::Request method(const char *name)
{
    auto request = post("");
    request.method = name;
    return request;
}

} // namespace

class EndpointHttpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySituationHasItsStatusAndCode_data()
    {
        QTest::addColumn<http::Request>("request");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const http::Request &request, int status, int code) {
            QTest::newRow(name) << request << status << code;
        };
        // The rows of the error table of the 2026-07-28 transport.
        row("body not JSON", post("{"), 400, -32700);
        row("HT-37 depth", post(std::string(10000, '[')), 400, -32700);
        row("HT-37 BOM", post(std::string("\xEF\xBB\xBF") + ping), 400, -32700);
        row("HT-37 NUL", post(ping + std::string(1, '\0')), 400, -32700);
        row("no request", post("1"), 400, -32600);
        row("response", post(R"({"jsonrpc":"2.0","id":1,"result":{}})"), 400, -32600);
        row("empty batch", post("[]"), 400, -32600);
        row("missing _meta",
            post(ping, {{"MCP-Protocol-Version", "2026-07-28"}, {"Mcp-Method", "ping"}}), 400,
            -32602);
        row("HT-35 header mismatch",
            peer::with(peer::without(modern("tools/list"), "Mcp-Method"), {{"Mcp-Method", "x"}}),
            400, -32020);
        row("HT-35 no version header", peer::without(modern("tools/list"), "MCP-Protocol-Version"),
            400, -32020);
        row("unsupported version",
            post(R"({"jsonrpc":"2.0","id":1,"method":"ping"})",
                 {{"MCP-Protocol-Version", "1999-01-01"}}),
            400, -32022);
        for (const char *removed : {"initialize", "ping", "logging/setLevel", "resources/subscribe",
                                    "resources/unsubscribe", "resources/list", "nonsense"})
            row(removed, modern(removed), 404, -32601);
        row("unknown tool", modern("tools/call", R"("name":"nope")", "nope"), 200, -32602);
        row("tool name in another case", modern("tools/call", R"("name":"Echo")", "Echo"), 200,
            -32602);
        row("call without a name", modern("tools/call"), 200, -32602);
        row("arguments no object", modern("tools/call", R"("name":"echo","arguments":[])", "echo"),
            200, -32602);
        row("bad cursor", modern("tools/list", R"("cursor":"")"), 200, -32602);
        row("odd progress token",
            modern("tools/call", R"("name":"echo","arguments":{"text":"a"})", "echo",
                   R"("progressToken":{})"),
            200, -32602);
        row("foreign Origin",
            peer::with(modern("tools/list"), {{"Origin", "https://evil.example"}}), 403, -32600);
        row("Origin null", peer::with(modern("tools/list"), {{"Origin", "null"}}), 403, -32600);
        row("Origin with a port",
            peer::with(modern("tools/list"), {{"Origin", "https://inspector.example:444"}}), 403,
            -32600);
        row("Origin twice",
            peer::with(modern("tools/list"), {{"Origin", "https://inspector.example"},
                                              {"Origin", "https://inspector.example"}}),
            403, -32600);
        for (const char *name : {"GET", "DELETE", "PUT", "HEAD", "PATCH", "OPTIONS"})
            row((std::string("HT-34 ") + name).c_str(), method(name), 405, -32600);
        row("no Content-Type", peer::without(post(ping), "Content-Type"), 415, -32600);
        row("form",
            peer::with(peer::without(post("a=b"), "Content-Type"),
                       {{"Content-Type", "application/x-www-form-urlencoded"}}),
            415, -32600);
        row("Accept HTML only",
            peer::with(peer::without(post(ping), "Accept"), {{"Accept", "text/html"}}), 406,
            -32600);
        // The same for clients of the older revisions.
        row("older: unknown method", older("2025-11-25", "nonsense"), 200, -32601);
        row("older: server/discover", older("2025-06-18", "server/discover"), 200, -32601);
        row("older: unknown tool", older("2025-11-25", "tools/call", R"("name":"nope")"), 200,
            -32602);
        row("older: bad cursor", older("2025-03-26", "tools/list", R"("cursor":"x")"), 200, -32602);
        row("older: initialize without a version", older("2025-11-25", "initialize"), 200, -32602);
    }
    void everySituationHasItsStatusAndCode()
    {
        QFETCH(http::Request, request);
        QFETCH(int, status);
        QFETCH(int, code);
        const auto exchange = Peer().send(request);
        QVERIFY(exchange->isComplete());
        QCOMPARE(exchange->answer().status, status);
        QCOMPARE(headerOf(exchange->answer(), "Content-Type"), std::string("application/json"));
        QCOMPARE(headerOf(exchange->answer(), "Cache-Control"), std::string("no-store"));
        QCOMPARE(errorCodeOf(exchange->answer()), code);
    }

    void theIdIsEchoedWithItsTypeAndLeftOutWhenUnreadable()
    {
        const Peer peer;
        const auto idOf = [&peer](const char *body) {
            return json::parse(peer.send(post(body))->answer().body).value("id", json("none"));
        };
        QVERIFY(idOf(R"({"jsonrpc":"2.0","id":"1","method":"x"})") == "1");
        QVERIFY(idOf(R"({"jsonrpc":"2.0","id":1,"method":"x"})") == 1);
        QVERIFY(idOf(R"({"jsonrpc":"2.0","id":-7,"method":"ping"})") == -7);
        QVERIFY(idOf(R"({"jsonrpc":"2.0","id":null,"method":"x"})") == "none");
        QVERIFY(idOf("{") == "none");
    }

    void anUnsupportedVersionIsAnsweredWithWhatThereIs()
    {
        const std::string body =
            R"({"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{)"
            R"("io.modelcontextprotocol/protocolVersion":"2025-11-25",)"
            R"("io.modelcontextprotocol/clientCapabilities":{}}}})";
        const auto exchange = Peer().send(post(body, {{"MCP-Protocol-Version", "2025-11-25"}}));
        QCOMPARE(json::parse(exchange->answer().body)["error"]["data"].dump(),
                 std::string(R"({"requested":"2025-11-25","supported":["2026-07-28"]})"));
    }

    void withoutATokenNothingElseIsLookedAt_data()
    {
        QTest::addColumn<http::Request>("request");
        QTest::newRow("request") << modern("tools/list");
        QTest::newRow("no JSON") << post("{");
        QTest::newRow("no JSON type") << peer::without(post(ping), "Content-Type");
        QTest::newRow("GET") << method("GET");
        QTest::newRow("DELETE") << method("DELETE");
        QTest::newRow("OPTIONS that is no preflight") << method("OPTIONS");
    }
    void withoutATokenNothingElseIsLookedAt()
    {
        QFETCH(http::Request, request);
        const Peer peer;
        const auto exchange = peer.send(peer::without(request, "Authorization"));
        QCOMPARE(exchange->answer().status, 401);
        QCOMPARE(headerOf(exchange->answer(), "WWW-Authenticate"), std::string("Bearer"));
        QCOMPARE(peer.guardCalls(), 1);
    }

    void aForeignPageIsRefusedBeforeItsTokenIsLookedAt()
    {
        const Peer peer;
        const auto exchange =
            peer.send(peer::with(modern("tools/list"), {{"Origin", "https://evil.example"}}));
        QCOMPARE(exchange->answer().status, 403);
        QCOMPARE(peer.guardCalls(), 0);
        QVERIFY(!exchange->answer().headers.contains("Access-Control-Allow-Origin"));
    }

    void anAllowedPageMayReadEveryAnswer()
    {
        const Peer peer;
        const peer::HeaderList origin = {{"Origin", "https://inspector.example"}};
        for (const auto &request :
             {modern("tools/list"), modern("nonsense"), peer::without(post(ping), "Authorization"),
              modern("tools/call", R"("name":"steps")", "steps", R"("progressToken":1)")}) {
            const auto exchange = peer.send(peer::with(request, origin));
            QCOMPARE(headerOf(exchange->answer(), "Access-Control-Allow-Origin"),
                     std::string("https://inspector.example"));
            QVERIFY(headerOf(exchange->answer(), "Access-Control-Expose-Headers")
                        .find("WWW-Authenticate")
                    != std::string::npos);
        }
    }

    void aPreflightNeedsNoToken()
    {
        auto request = peer::without(method("OPTIONS"), "Authorization");
        request = peer::with(request, {{"Origin", "https://inspector.example"},
                                       {"Access-Control-Request-Method", "POST"}});
        const auto exchange = Peer().send(request);
        QCOMPARE(exchange->answer().status, 204);
        QCOMPARE(headerOf(exchange->answer(), "Access-Control-Allow-Methods"),
                 std::string("POST, GET, DELETE"));
        for (const char *header :
             {"Authorization", "Content-Type", "MCP-Protocol-Version", "Mcp-Method", "Mcp-Name"}) {
            QVERIFY(headerOf(exchange->answer(), "Access-Control-Allow-Headers").find(header)
                    != std::string::npos);
        }
    }

    void aRefusedMethodNamesTheAllowedOnes()
    {
        QCOMPARE(headerOf(Peer().send(method("GET"))->answer(), "Allow"),
                 std::string("POST, GET, DELETE"));
    }

    void notificationsAreAcceptedWithoutABody_data()
    {
        QTest::addColumn<http::Request>("request");
        QTest::newRow("initialized")
            << post(R"({"jsonrpc":"2.0","method":"notifications/initialized"})");
        QTest::newRow("cancelled") << post(
            R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}})",
            {{"MCP-Protocol-Version", "2025-11-25"}});
        QTest::newRow("2026-07-28") << post(R"({"jsonrpc":"2.0","method":"notifications/x"})",
                                            {{"MCP-Protocol-Version", "2026-07-28"}});
        QTest::newRow("tools/call without an id does not run")
            << post(R"({"jsonrpc":"2.0","method":"tools/call","params":{"name":"wait"}})");
        QTest::newRow("batch") << post(R"([{"jsonrpc":"2.0","method":"notifications/x"}])");
    }
    void notificationsAreAcceptedWithoutABody()
    {
        QFETCH(http::Request, request);
        const Peer peer;
        const auto exchange = peer.send(request);
        QCOMPARE(exchange->answer().status, 202);
        QCOMPARE(exchange->answer().body, std::string());
        QVERIFY(peer.waiting().empty());
    }

    void aBatchIsAnsweredInItsOrder()
    {
        const auto exchange =
            Peer().send(post(R"([{"jsonrpc":"2.0","id":1,"method":"ping"},)"
                             R"({"jsonrpc":"2.0","method":"notifications/x"},)"
                             R"({"jsonrpc":"2.0","id":"b","method":"tools/call",)"
                             R"("params":{"name":"echo","arguments":{"text":"hi"}}},)"
                             R"({"jsonrpc":"2.0","id":3,"method":"nonsense"}])"));
        QCOMPARE(exchange->answer().status, 200);
        const auto answers = json::parse(exchange->answer().body);
        QCOMPARE(answers.size(), 3U);
        QCOMPARE(answers[0].dump(), std::string(R"({"id":1,"jsonrpc":"2.0","result":{}})"));
        QVERIFY(answers[1]["id"] == "b");
        QVERIFY(answers[1]["result"]["content"][0]["text"] == R"({"text":"hi"})");
        QVERIFY(answers[2]["id"] == 3);
        QVERIFY(answers[2]["error"]["code"] == -32601);
    }

    void aBatchIsBounded()
    {
        std::string body = "[";
        for (int index = 0; index < 17; ++index)
            body += std::string(index == 0 ? "" : ",") + ping;
        const auto exchange = Peer().send(post(body + "]"));
        QCOMPARE(exchange->answer().status, 400);
        QCOMPARE(errorCodeOf(exchange->answer()), -32600);
    }

    void aBodyOverTheLimitIsRefused()
    {
        mcp::Limits limits;
        limits.bodyBytes = 50;
        const std::string body(ping);
        QCOMPARE(Peer(limits).send(post(body))->answer().status, 200);
        const auto exchange = Peer(limits).send(post(body + std::string(50, ' ')));
        QCOMPARE(exchange->answer().status, 400);
        QCOMPARE(errorCodeOf(exchange->answer()), -32700);
    }

    void aClientThatReadsOnlyEventStreamsGetsOne()
    {
        const auto request =
            peer::with(peer::without(post(ping), "Accept"), {{"Accept", "text/event-stream"}});
        const auto exchange = Peer().send(request);
        QVERIFY(exchange->isComplete());
        QCOMPARE(headerOf(exchange->answer(), "Content-Type"), std::string("text/event-stream"));
        QCOMPARE(exchange->answer().body,
                 std::string("data: {\"id\":1,\"jsonrpc\":\"2.0\",\"result\":{}}\n\n"));
    }

    void whatLooksLikeASessionDoesNotMatterToSelfDescribingRequests()
    {
        const auto exchange = Peer().send(peer::with(
            peer::modern("server/discover"), {{"Mcp-Session-Id", "abc"}, {"Last-Event-ID", "1"}}));
        QCOMPARE(exchange->answer().status, 200);
        QVERIFY(!exchange->answer().headers.contains("Mcp-Session-Id"));
    }
};

QTEST_GUILESS_MAIN(EndpointHttpTest)
#include "EndpointHttpTest.moc"
