// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/JsonRpc.h"
#include "mcp/TraceContext.h"

#include <QTest>

namespace {

constexpr core::JsonLimits limits{.bytes = 10000, .values = 100};

} // namespace

class JsonRpcTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAndNotificationsAreRead_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("params");
        QTest::newRow("integer id") << QByteArray(R"({"jsonrpc":"2.0","id":7,"method":"m"})")
                                    << QByteArray("7") << QByteArray("{}");
        QTest::newRow("zero id") << QByteArray(R"({"jsonrpc":"2.0","id":0,"method":"m"})")
                                 << QByteArray("0") << QByteArray("{}");
        QTest::newRow("string id")
            << QByteArray(R"({"jsonrpc":"2.0","id":"7","method":"m","params":{"a":1}})")
            << QByteArray(R"("7")") << QByteArray(R"({"a":1})");
        QTest::newRow("notification") << QByteArray(R"({"jsonrpc":"2.0","method":"m"})")
                                      << QByteArray("null") << QByteArray("{}");
    }
    void requestsAndNotificationsAreRead()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, params);
        const auto messages = mcp::parseBody(body.toStdString(), limits);
        QVERIFY(messages);
        const auto &message = std::get<mcp::Message>(*messages);
        QCOMPARE(message.method, std::string("m"));
        QCOMPARE(message.id.dump(), id.toStdString());
        QCOMPARE(message.params.dump(), params.toStdString());
        QCOMPARE(message.isNotification(), id == "null");
    }

    void whatIsNoMessageIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const char *body, int code = -32600) {
            QTest::newRow(name) << QByteArray(body) << code;
        };
        row("not JSON", "{", -32700);
        row("a string", R"("hello")");
        row("null", "null");
        row("no version", R"({"id":1,"method":"m"})");
        row("version 1.0", R"({"jsonrpc":"1.0","id":1,"method":"m"})");
        row("version as number", R"({"jsonrpc":2.0,"id":1,"method":"m"})");
        row("id null", R"({"jsonrpc":"2.0","id":null,"method":"m"})");
        row("id fraction", R"({"jsonrpc":"2.0","id":1.5,"method":"m"})");
        row("id object", R"({"jsonrpc":"2.0","id":{},"method":"m"})");
        row("id true", R"({"jsonrpc":"2.0","id":true,"method":"m"})");
        row("no method", R"({"jsonrpc":"2.0","id":1})");
        row("method number", R"({"jsonrpc":"2.0","id":1,"method":1})");
        row("params list", R"({"jsonrpc":"2.0","id":1,"method":"m","params":[1]})");
        row("params null", R"({"jsonrpc":"2.0","id":1,"method":"m","params":null})");
        row("response without id", R"({"jsonrpc":"2.0","result":{}})");
        row("response with id null", R"({"jsonrpc":"2.0","id":null,"error":{}})");
        row("result and error", R"({"jsonrpc":"2.0","id":1,"result":{},"error":{}})");
        row("empty batch", "[]");
        row("broken element", R"([{"jsonrpc":"2.0","id":1,"method":"m"},1])");
        row("batch in a batch", R"([[{"jsonrpc":"2.0","id":1,"method":"m"}]])");
    }
    void whatIsNoMessageIsRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, code);
        const auto messages = mcp::parseBody(body.toStdString(), limits);
        QVERIFY(!messages);
        QCOMPARE(static_cast<int>(messages.error().code), code);
        QCOMPARE(messages.error().httpStatus, 400);
    }

    void responsesAreRead()
    {
        const auto result = mcp::parseBody(R"({"jsonrpc":"2.0","id":1,"result":{"a":1}})", limits);
        QVERIFY(result);
        const auto &answer = std::get<mcp::ClientResponse>(*result);
        QVERIFY(answer.id == 1 && answer.result && (*answer.result)["a"] == 1);
        const auto error = mcp::parseBody(
            R"({"jsonrpc":"2.0","id":"1","error":{"code":1,"message":"no"}})", limits);
        QVERIFY(error);
        const auto &failure = std::get<mcp::ClientResponse>(*error);
        QVERIFY(failure.id == "1" && !failure.result);
        QCOMPARE(failure.error, std::string(R"({"code":1,"message":"no"})"));
    }

    void aBatchKeepsItsOrder()
    {
        const auto messages = mcp::parseBody(
            R"([{"jsonrpc":"2.0","id":1,"method":"a"},{"jsonrpc":"2.0","method":"b"}])", limits);
        QVERIFY(messages);
        const auto &batch = std::get<mcp::Batch>(*messages);
        QCOMPARE(batch.size(), 2U);
        QCOMPARE(batch.messages[0].method, std::string("a"));
        QVERIFY(batch.messages[1].isNotification());
    }

    void answersAreWrittenAsJsonRpc()
    {
        using mcp::textOf;
        QCOMPARE(textOf(mcp::resultMessage("x", {{"a", 1}})),
                 std::string(R"({"id":"x","jsonrpc":"2.0","result":{"a":1}})"));
        const mcp::Refusal refusal{.code = mcp::ErrorCode::ParseError, .message = "no"};
        QCOMPARE(textOf(mcp::errorMessage(nullptr, refusal)),
                 std::string(R"({"error":{"code":-32700,"message":"no"},"jsonrpc":"2.0"})"));
        const mcp::Refusal withData{
            .code = mcp::ErrorCode::InvalidParams, .message = "no", .data = {{"uri", "x"}}};
        QCOMPARE(
            textOf(mcp::errorMessage(5, withData)),
            std::string(
                R"({"error":{"code":-32602,"data":{"uri":"x"},"message":"no"},"id":5,"jsonrpc":"2.0"})"));
        QCOMPARE(textOf(mcp::notificationMessage("n", {{"a", "\n\xff"}})),
                 std::string(R"({"jsonrpc":"2.0","method":"n","params":{"a":"\n�"}})"));
    }

    void onlyAWellFormedTraceParentIsTaken_data()
    {
        QTest::addColumn<QByteArray>("meta");
        QTest::addColumn<bool>("isTaken");
        const auto row = [](const char *name, const char *meta, bool isTaken) {
            QTest::newRow(name) << QByteArray(meta) << isTaken;
        };
        row("good", R"({"traceparent":"00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01"})",
            true);
        row("capitals",
            R"({"traceparent":"00-0AF7651916CD43DD8448EB211C80319C-00f067aa0ba902b7-01"})", false);
        row("line break",
            R"({"traceparent":"00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-0\n"})", false);
        row("short", R"({"traceparent":"00-0af7"})", false);
        row("number", R"({"traceparent":1})", false);
        row("none", R"({})", false);
        row("no object", R"([])", false);
    }
    void onlyAWellFormedTraceParentIsTaken()
    {
        QFETCH(QByteArray, meta);
        QFETCH(bool, isTaken);
        mcp::Message message;
        message.params["_meta"] = nlohmann::json::parse(meta.toStdString());
        const std::string expected =
            isTaken ? "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01" : "";
        QCOMPARE(mcp::traceParentOf(message), expected);
    }
};

QTEST_APPLESS_MAIN(JsonRpcTest)
#include "JsonRpcTest.moc"
