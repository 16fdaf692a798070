// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/Classifier.h"
#include "mcp/StandardHeaders.h"

#include <QTest>

#include <string>
#include <vector>

namespace {

using HeaderList = std::vector<std::pair<const char *, const char *>>;

constexpr const char *modernMeta =
    R"("_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",)"
    R"("io.modelcontextprotocol/clientCapabilities":{}})";

std::string requestOf(const std::string &method, const std::string &params)
{
    return R"({"jsonrpc":"2.0","id":1,"method":")" + method + R"(","params":{)" + params + "}}";
}

std::string notificationOf(const std::string &method, const std::string &params)
{
    return R"({"jsonrpc":"2.0","method":")" + method + R"(","params":{)" + params + "}}";
}

std::string metaOf(const std::string &members)
{
    return R"("_meta":{)" + members + "}";
}

const HeaderList modernList = {{"MCP-Protocol-Version", "2026-07-28"},
                               {"Mcp-Method", "tools/list"}};

/// The name of the revision, or the error code.
std::string verdictOf(const std::string &body, const HeaderList &list)
{
    http::Headers headers;
    for (const auto &[name, value] : list)
        headers.addReceived(name, value);
    const auto messages = mcp::parseBody(body, {.bytes = 10000, .values = 100});
    if (!messages)
        return std::to_string(static_cast<int>(messages.error().code));
    const auto *const batch = std::get_if<mcp::Batch>(&*messages);
    const auto verdict = batch != nullptr
                             ? mcp::classify(*batch, headers)
                             : mcp::classify(std::get<mcp::Message>(*messages), headers);
    if (verdict)
        return std::string((*verdict)->name);
    if (verdict.error().httpStatus != 400)
        return "wrong status";
    return std::to_string(static_cast<int>(verdict.error().code));
}

} // namespace

class ClassifierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBodyDecidesAndTheHeadersAgree_data()
    {
        QTest::addColumn<std::string>("body");
        QTest::addColumn<HeaderList>("headers");
        QTest::addColumn<std::string>("verdict");
        const auto row = [](const char *name, const std::string &body, const HeaderList &headers,
                            const char *verdict) {
            QTest::newRow(name) << body << headers << std::string(verdict);
        };
        const std::string versionOnly =
            metaOf(R"("io.modelcontextprotocol/protocolVersion":"2026-07-28")");
        const auto metaWithVersion = [](const std::string &version) {
            return metaOf(R"("io.modelcontextprotocol/protocolVersion":)" + version
                          + R"(,"io.modelcontextprotocol/clientCapabilities":{})");
        };
        const auto metaWith = [](const std::string &member) {
            return metaOf(R"("io.modelcontextprotocol/protocolVersion":"2026-07-28",)"
                          R"("io.modelcontextprotocol/clientCapabilities":{},)"
                          + member);
        };

        // Requests that describe themselves.
        row("2026-07-28", requestOf("tools/list", modernMeta), modernList, "2026-07-28");
        row("header names in any case, blanks around values", requestOf("tools/list", modernMeta),
            {{"mcp-PROTOCOL-version", " 2026-07-28\t"}, {"MCP-METHOD", " tools/list "}},
            "2026-07-28");
        row("unknown members of _meta and params are ignored",
            requestOf("tools/list", metaWith(R"("x/y":1)") + R"(,"z":1)"), modernList,
            "2026-07-28");
        row("log level",
            requestOf("tools/list", metaWith(R"("io.modelcontextprotocol/logLevel":"debug")")),
            modernList, "2026-07-28");
        row("no capabilities", requestOf("tools/list", versionOnly), modernList, "-32602");
        row("capabilities no object",
            requestOf("tools/list",
                      metaOf(R"("io.modelcontextprotocol/protocolVersion":"2026-07-28",)"
                             R"("io.modelcontextprotocol/clientCapabilities":[])")),
            modernList, "-32602");
        row("version no string", requestOf("tools/list", metaWithVersion("20260728")), modernList,
            "-32602");
        row("odd log level",
            requestOf("tools/list", metaWith(R"("io.modelcontextprotocol/logLevel":"loud")")),
            modernList, "-32602");
        row("empty _meta", requestOf("tools/list", metaOf("")), modernList, "-32602");
        row("no _meta, modern header", requestOf("server/discover", ""),
            {{"MCP-Protocol-Version", "2026-07-28"}, {"Mcp-Method", "server/discover"}}, "-32602");
        row("_meta no object, modern header", requestOf("tools/list", R"("_meta":1)"), modernList,
            "-32602");
        row("HT-35 no version header", requestOf("tools/list", modernMeta),
            {{"Mcp-Method", "tools/list"}}, "-32020");
        row("HT-35 other version header", requestOf("tools/list", modernMeta),
            {{"MCP-Protocol-Version", "2025-11-25"}, {"Mcp-Method", "tools/list"}}, "-32020");
        row("version header twice", requestOf("tools/list", modernMeta),
            {{"MCP-Protocol-Version", "2026-07-28"},
             {"MCP-Protocol-Version", "2026-07-28"},
             {"Mcp-Method", "tools/list"}},
            "-32020");
        row("unsupported version", requestOf("tools/list", metaWithVersion(R"("2099-01-01")")),
            {{"MCP-Protocol-Version", "2099-01-01"}, {"Mcp-Method", "tools/list"}}, "-32022");
        row("unsupported version, without the other headers",
            requestOf("tools/list", metaWithVersion(R"("2099-01-01")")),
            {{"MCP-Protocol-Version", "2099-01-01"}}, "-32022");
        row("nonsense version", requestOf("tools/list", metaWithVersion(R"("latest")")),
            {{"MCP-Protocol-Version", "latest"}, {"Mcp-Method", "tools/list"}}, "-32022");
        row("revision with initialize, named in _meta",
            requestOf("tools/list", metaWithVersion(R"("2025-11-25")")),
            {{"MCP-Protocol-Version", "2025-11-25"}, {"Mcp-Method", "tools/list"}}, "-32022");
        row("no Mcp-Method", requestOf("tools/list", modernMeta),
            {{"MCP-Protocol-Version", "2026-07-28"}}, "-32020");
        row("other Mcp-Method", requestOf("tools/list", modernMeta),
            {{"MCP-Protocol-Version", "2026-07-28"}, {"Mcp-Method", "tools/call"}}, "-32020");
        row("Mcp-Method in another case", requestOf("tools/list", modernMeta),
            {{"MCP-Protocol-Version", "2026-07-28"}, {"Mcp-Method", "Tools/List"}}, "-32020");
        row("Mcp-Method twice", requestOf("tools/list", modernMeta),
            {{"MCP-Protocol-Version", "2026-07-28"},
             {"Mcp-Method", "tools/list"},
             {"Mcp-Method", "tools/list"}},
            "-32020");
        row("initialize with the envelope", requestOf("initialize", modernMeta),
            {{"MCP-Protocol-Version", "2026-07-28"}, {"Mcp-Method", "initialize"}}, "2026-07-28");

        // Requests of the older revisions.
        row("initialize", requestOf("initialize", R"("protocolVersion":"2025-06-18")"), {},
            "2025-11-25");
        row("initialize with an old header", requestOf("initialize", ""),
            {{"MCP-Protocol-Version", "2025-06-18"}}, "2025-11-25");
        row("initialize with a foreign header", requestOf("initialize", ""),
            {{"MCP-Protocol-Version", "2024-11-05"}}, "2025-11-25");
        row("initialize with half an envelope", requestOf("initialize", versionOnly), {},
            "2025-11-25");
        row("initialize with a modern header", requestOf("initialize", ""),
            {{"MCP-Protocol-Version", "2026-07-28"}}, "-32020");
        row("initialize with half an envelope and a modern header",
            requestOf("initialize", versionOnly), {{"MCP-Protocol-Version", "2026-07-28"}},
            "-32020");
        row("2025-11-25", requestOf("tools/list", ""), {{"MCP-Protocol-Version", "2025-11-25"}},
            "2025-11-25");
        row("2025-06-18", requestOf("tools/list", ""), {{"MCP-Protocol-Version", "2025-06-18"}},
            "2025-06-18");
        row("2025-03-26", requestOf("tools/list", ""), {{"MCP-Protocol-Version", "2025-03-26"}},
            "2025-03-26");
        row("no header", requestOf("tools/list", ""), {}, "2025-03-26");
        row("old _meta", requestOf("tools/list", R"("_meta":{"progressToken":1})"), {},
            "2025-03-26");
        row("unknown header", requestOf("tools/list", ""), {{"MCP-Protocol-Version", "2024-11-05"}},
            "-32022");
        row("nonsense header", requestOf("tools/list", ""), {{"MCP-Protocol-Version", "x"}},
            "-32022");
        row("empty header", requestOf("tools/list", ""), {{"MCP-Protocol-Version", ""}}, "-32022");

        // Notifications.
        row("notification with _meta", notificationOf("notifications/x", modernMeta), {},
            "2026-07-28");
        row("notification with a modern header", notificationOf("notifications/x", ""),
            {{"MCP-Protocol-Version", "2026-07-28"}}, "2026-07-28");
        row("old notification", notificationOf("notifications/initialized", ""),
            {{"MCP-Protocol-Version", "2025-11-25"}}, "2025-11-25");
        row("notification with an unknown header", notificationOf("notifications/x", ""),
            {{"MCP-Protocol-Version", "1999"}}, "-32022");

        // Batches.
        const auto list = requestOf("tools/list", "");
        row("batch without a header", "[" + list + "]", {}, "2025-03-26");
        row("batch of 2025-03-26", "[" + list + "," + list + "]",
            {{"MCP-Protocol-Version", "2025-03-26"}}, "2025-03-26");
        row("batch of 2025-06-18", "[" + list + "]", {{"MCP-Protocol-Version", "2025-06-18"}},
            "-32600");
        row("batch of 2025-11-25", "[" + list + "]", {{"MCP-Protocol-Version", "2025-11-25"}},
            "-32600");
        row("batch of 2026-07-28", "[" + requestOf("tools/list", modernMeta) + "]", modernList,
            "-32600");
        row("batch with _meta of 2026-07-28", "[" + requestOf("tools/list", modernMeta) + "]", {},
            "-32600");
        row("batch with an unknown header", "[" + list + "]", {{"MCP-Protocol-Version", "1999"}},
            "-32022");
        row("initialize in a batch", "[" + requestOf("initialize", "") + "]", {}, "-32600");
        row("empty batch", "[]", {}, "-32600");
    }
    void theBodyDecidesAndTheHeadersAgree()
    {
        QFETCH(std::string, body);
        QFETCH(HeaderList, headers);
        QFETCH(std::string, verdict);
        QCOMPARE(verdictOf(body, headers), verdict);
    }

    void mcpNameRepeatsTheNameOfTheBody_data()
    {
        QTest::addColumn<std::string>("method");
        QTest::addColumn<std::string>("params");
        QTest::addColumn<HeaderList>("names");
        QTest::addColumn<std::string>("verdict");
        const auto row = [](const char *name, const char *method, const char *params,
                            const HeaderList &names, const char *verdict) {
            QTest::newRow(name) << std::string(method) << std::string(params) << names
                                << std::string(verdict);
        };
        row("same", "tools/call", R"("name":"echo")", {{"Mcp-Name", "echo"}}, "2026-07-28");
        row("missing", "tools/call", R"("name":"echo")", {}, "-32020");
        row("other", "tools/call", R"("name":"echo")", {{"Mcp-Name", "send"}}, "-32020");
        row("other case", "tools/call", R"("name":"echo")", {{"Mcp-Name", "Echo"}}, "-32020");
        row("twice", "tools/call", R"("name":"echo")", {{"Mcp-Name", "echo"}, {"mcp-name", "send"}},
            "-32020");
        row("Base64", "tools/call", R"("name":"größe")", {{"Mcp-Name", "=?base64?Z3LDtsOfZQ==?="}},
            "2026-07-28");
        row("Base64 of another name", "tools/call", R"("name":"echo")",
            {{"Mcp-Name", "=?base64?c2VuZA==?="}}, "-32020");
        row("Base64 without its padding", "tools/call", R"("name":"größe")",
            {{"Mcp-Name", "=?base64?Z3LDtsOfZQ?="}}, "-32020");
        row("Base64 with a foreign character", "tools/call", R"("name":"echo")",
            {{"Mcp-Name", "=?base64?ZWNo*w==?="}}, "-32020");
        row("capitals are no marker", "tools/call", R"("name":"echo")",
            {{"Mcp-Name", "=?BASE64?ZWNobw==?="}}, "-32020");
        row("half a marker is literal", "tools/call", R"("name":"=?base64?x")",
            {{"Mcp-Name", "=?base64?x"}}, "2026-07-28");
        row("prompt", "prompts/get", R"("name":"p")", {{"Mcp-Name", "p"}}, "2026-07-28");
        row("resource", "resources/read", R"("uri":"mail://x")", {{"Mcp-Name", "mail://x"}},
            "2026-07-28");
        row("resource, other", "resources/read", R"("uri":"mail://x")", {{"Mcp-Name", "mail://y"}},
            "-32020");
        row("a body without a name", "tools/call", R"("x":1)", {}, "2026-07-28");
        row("a name that the body lacks", "tools/call", R"("x":1)", {{"Mcp-Name", "echo"}},
            "-32020");
        row("a name that is no string", "tools/call", R"("name":1)", {{"Mcp-Name", "1"}}, "-32020");
        row("methods without a name do not look at it", "tools/list", R"("x":1)",
            {{"Mcp-Name", "whatever"}}, "2026-07-28");
    }
    void mcpNameRepeatsTheNameOfTheBody()
    {
        QFETCH(std::string, method);
        QFETCH(std::string, params);
        QFETCH(HeaderList, names);
        QFETCH(std::string, verdict);
        HeaderList headers = {{"MCP-Protocol-Version", "2026-07-28"},
                              {"Mcp-Method", method.c_str()}};
        headers.insert(headers.end(), names.begin(), names.end());
        QCOMPARE(verdictOf(requestOf(method, params + "," + modernMeta), headers), verdict);
    }

    void headerValuesAreDecoded_data()
    {
        QTest::addColumn<std::string>("value");
        QTest::addColumn<bool>("isValid");
        QTest::addColumn<std::string>("decoded");
        const auto row = [](const char *value, bool isValid, const char *decoded) {
            QTest::newRow(value) << std::string(value) << isValid << std::string(decoded);
        };
        row("plain", true, "plain");
        row("", true, "");
        row("=?base64?"
            "?=",
            true, "");
        row("=?base64?ZWNobw==?=", true, "echo");
        row("=?base64?=", true, "=?base64?=");
        row("=?base64?ZWNobw==", true, "=?base64?ZWNobw==");
        row("=?base64?ZWNobw?=", false, "");
        row("=?base64?ZWNobx==?=", false, "");
        row("=?base64?ZW No?=", false, "");
    }
    void headerValuesAreDecoded()
    {
        QFETCH(std::string, value);
        QFETCH(bool, isValid);
        QFETCH(std::string, decoded);
        const auto result = mcp::decodeHeaderValue(value);
        QCOMPARE(result.has_value(), isValid);
        if (isValid)
            QCOMPARE(*result, decoded);
    }
};

QTEST_APPLESS_MAIN(ClassifierTest)
#include "ClassifierTest.moc"
