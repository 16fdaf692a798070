// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/Peer.h"

#include <nlohmann/json.hpp>

#include <QTest>

using nlohmann::json;
using peer::modern;
using peer::older;
using peer::Peer;

namespace {

/// The result of a request that succeeds.
json resultOf(const http::Request &request)
{
    const auto exchange = Peer().send(request);
    if (!exchange->isComplete() || exchange->answer().status != 200)
        return "no answer with status 200";
    return json::parse(exchange->answer().body)["result"];
}

json asReader(http::Request request)
{
    return resultOf(peer::with(peer::without(std::move(request), "Authorization"),
                               {{"Authorization", "Bearer reader"}}));
}

void compare(const json &actual, const char *expected)
{
    QCOMPARE(actual.dump(2), json::parse(expected).dump(2));
}

std::string toolNamesOf(const json &listResult)
{
    std::string names;
    for (const auto &tool : listResult["tools"])
        names += tool["name"].get<std::string>() + " ";
    return names;
}

/// Checks the text of the first content block and leaves the rest to be compared.
json takeText(json result, const std::string &expected)
{
    auto &block = result["content"][0];
    [&] { QCOMPARE(block["text"].get<std::string>(), expected); }();
    block.erase("text");
    return result;
}

std::string initializeParams(const std::string &version)
{
    return R"("protocolVersion":")" + version
           + R"(","capabilities":{},"clientInfo":{"name":"test","version":"1"})";
}

} // namespace

class EndpointRevisionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initializeAgreesOnARevision_data()
    {
        QTest::addColumn<std::string>("wish");
        QTest::addColumn<std::string>("offer");
        const auto row = [](const char *wish, const char *offer) {
            QTest::newRow(wish) << std::string(wish) << std::string(offer);
        };
        row("2025-11-25", "2025-11-25");
        row("2025-06-18", "2025-06-18");
        row("2025-03-26", "2025-03-26");
        row("2024-11-05", "2025-11-25");
        row("2026-07-28", "2025-11-25");
        row("2099-01-01", "2025-11-25");
        row("", "2025-11-25");
    }
    void initializeAgreesOnARevision()
    {
        QFETCH(std::string, wish);
        QFETCH(std::string, offer);
        const auto request =
            peer::post(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{)"
                       + initializeParams(wish) + "}}");
        QCOMPARE(resultOf(request)["protocolVersion"].get<std::string>(), offer);
    }

    void initialize()
    {
        compare(resultOf(older("2025-11-25", "initialize", initializeParams("2025-11-25"))), R"({
            "protocolVersion": "2025-11-25",
            "capabilities": {"tools": {}},
            "serverInfo": {"name": "mail-mcp", "title": "Mail", "version": "1.2.3"},
            "instructions": "Read first."})");
        compare(resultOf(older("2025-03-26", "initialize", initializeParams("2025-03-26"))), R"({
            "protocolVersion": "2025-03-26",
            "capabilities": {"tools": {}},
            "serverInfo": {"name": "mail-mcp", "version": "1.2.3"},
            "instructions": "Read first."})");
    }

    void discover()
    {
        compare(resultOf(modern("server/discover")), R"({
            "resultType": "complete",
            "supportedVersions": ["2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26"],
            "capabilities": {"tools": {}},
            "instructions": "Read first.",
            "ttlMs": 3600000,
            "cacheScope": "public",
            "_meta": {"io.modelcontextprotocol/serverInfo":
                {"name": "mail-mcp", "title": "Mail", "version": "1.2.3"}}})");
    }

    void ping()
    {
        for (const char *revision : {"2025-11-25", "2025-06-18", "2025-03-26"})
            compare(resultOf(older(revision, "ping")), "{}");
    }

    void aToolIsDescribed_data()
    {
        QTest::addColumn<http::Request>("request");
        QTest::addColumn<bool>("isStructured");
        QTest::newRow("2026-07-28") << modern("tools/list") << true;
        QTest::newRow("2025-11-25") << older("2025-11-25", "tools/list") << true;
        QTest::newRow("2025-06-18") << older("2025-06-18", "tools/list") << true;
        QTest::newRow("2025-03-26") << older("2025-03-26", "tools/list") << false;
    }
    void aToolIsDescribed()
    {
        QFETCH(http::Request, request);
        QFETCH(bool, isStructured);
        const auto result = resultOf(request);
        auto expected = json::parse(R"({
            "name": "echo",
            "title": "Echo",
            "description": "Says it again.",
            "inputSchema": {"type": "object", "additionalProperties": false, "required": ["text"],
                            "properties": {"text": {"type": "string", "maxLength": 20}}},
            "outputSchema": {"type": "object", "additionalProperties": false, "required": ["text"],
                             "properties": {"text": {"type": "string"}}},
            "annotations": {"title": "Echo", "readOnlyHint": true, "destructiveHint": false,
                            "idempotentHint": true, "openWorldHint": true}})");
        if (!isStructured) {
            expected.erase("title");
            expected.erase("outputSchema");
        }
        QCOMPARE(result["tools"][0].dump(2), expected.dump(2));
        compare(result["tools"][1]["annotations"], R"({"title": "Send", "readOnlyHint": false,
            "destructiveHint": true, "idempotentHint": false, "openWorldHint": true})");
    }

    void theListKeepsItsOrderAndItsBytes()
    {
        const Peer peer;
        const auto first = peer.send(modern("tools/list"))->answer().body;
        const auto second = peer.send(modern("tools/list"))->answer().body;
        QCOMPARE(first, second);
        QCOMPARE(toolNamesOf(json::parse(first)["result"]),
                 std::string("echo send locked_out locked_out_late break_promise throw steps wait "
                             "wait_once picture "));
    }

    void onlyTheNewestRevisionCarriesItsFields()
    {
        const auto newest = resultOf(modern("tools/list"));
        QVERIFY(newest["resultType"] == "complete");
        QVERIFY(newest["ttlMs"] == 300000);
        QVERIFY(newest["cacheScope"] == "private");
        QVERIFY(newest["_meta"].contains("io.modelcontextprotocol/serverInfo"));
        for (const char *revision : {"2025-11-25", "2025-06-18", "2025-03-26"}) {
            const auto list = resultOf(older(revision, "tools/list"));
            QCOMPARE(list.size(), 1U);
            QVERIFY(list.contains("tools"));
        }
    }

    void theListHoldsWhatTheScopesAllow()
    {
        QCOMPARE(
            toolNamesOf(asReader(modern("tools/list"))),
            std::string("echo locked_out locked_out_late break_promise throw steps wait picture "));
    }

    void call()
    {
        const std::string params = R"("name":"echo","arguments":{"text":"hé\n"})";
        const std::string text = R"({"text":"hé\n"})";
        compare(takeText(resultOf(modern("tools/call", params, "echo")), text), R"({
            "resultType": "complete",
            "content": [{"type": "text"}],
            "structuredContent": {"text": "hé\n"},
            "_meta": {"io.modelcontextprotocol/serverInfo":
                {"name": "mail-mcp", "title": "Mail", "version": "1.2.3"}}})");
        for (const char *revision : {"2025-11-25", "2025-06-18"}) {
            compare(takeText(resultOf(older(revision, "tools/call", params)), text), R"({
                "content": [{"type": "text"}],
                "structuredContent": {"text": "hé\n"}})");
        }
        compare(takeText(resultOf(older("2025-03-26", "tools/call", params)), text),
                R"({"content": [{"type": "text"}]})");
    }

    void aToolMayShowItsResultInItsOwnWay()
    {
        const std::string params = R"("name":"picture","arguments":{"text":"AAAA"})";
        compare(resultOf(older("2025-06-18", "tools/call", params)), R"({
            "content": [{"type": "image", "mimeType": "image/png", "data": "AAAA"}],
            "structuredContent": {"text": "AAAA"}})");
    }

    void wrongArgumentsAreForTheModelToMend()
    {
        const std::string params = R"("name":"echo","arguments":{})";
        const json error = {{"code", "invalid_argument"},
                            {"message", R"("text" is missing.)"},
                            {"next", "Correct what the message names and call again."},
                            {"retryable", false}};
        compare(takeText(resultOf(modern("tools/call", params, "echo")), error.dump()), R"({
            "resultType": "complete",
            "isError": true,
            "content": [{"type": "text"}],
            "_meta": {"io.modelcontextprotocol/serverInfo":
                {"name": "mail-mcp", "title": "Mail", "version": "1.2.3"}}})");
        for (const char *revision : {"2025-11-25", "2025-06-18", "2025-03-26"}) {
            compare(
                takeText(resultOf(older(revision, "tools/call", R"("name":"echo")")), error.dump()),
                R"({"isError": true, "content": [{"type": "text"}]})");
        }
    }

    void missingArgumentsAreNone()
    {
        QVERIFY(resultOf(modern("tools/call", R"("name":"steps")", "steps"))["structuredContent"]
                == json::parse(R"({"text":"there"})"));
        QVERIFY(resultOf(older("2025-11-25", "tools/call", R"("name":"steps","arguments":null)"))
                    .contains("structuredContent"));
    }
};

QTEST_GUILESS_MAIN(EndpointRevisionsTest)
#include "EndpointRevisionsTest.moc"
