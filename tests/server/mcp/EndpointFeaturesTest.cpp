// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/Library.h"
#include "server/mcp/Peer.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <string>

using nlohmann::json;
using peer::errorCodeOf;
using peer::modern;
using peer::older;
using peer::resultOf;

Q_DECLARE_METATYPE(std::string)

/// Prompts, resources and completion, and what the server declares of them.
class EndpointFeaturesTest : public QObject
{
    Q_OBJECT

    peer::Library m_library;
    peer::Peer m_peer{{}, m_library.features()};

    http::Request asReader(http::Request request) const
    {
        return peer::with(peer::without(std::move(request), "Authorization"),
                          {{"Authorization", "Bearer reader"}});
    }

private Q_SLOTS:
    void whatIsOfferedIsDeclared()
    {
        const json declared =
            json::parse(R"({"tools":{"listChanged":true},"prompts":{"listChanged":true},)"
                        R"("resources":{"subscribe":true},"completions":{},"logging":{}})");
        QVERIFY(resultOf(m_peer.send(modern("server/discover")))["capabilities"] == declared);
        const auto initialized = resultOf(m_peer.send(
            older("2025-06-18", "initialize",
                  R"("protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{})")));
        QVERIFY(initialized["capabilities"] == declared);
        const peer::Peer toolsOnly;
        QVERIFY(resultOf(toolsOnly.send(modern("server/discover")))["capabilities"]
                == json::parse(R"({"tools":{}})"));
    }

    void promptsAreListedByScope()
    {
        const auto list = resultOf(m_peer.send(asReader(modern("prompts/list"))));
        QCOMPARE(
            list["prompts"].dump(),
            std::string(R"([{"arguments":[{"description":"Of the book.","name":"title",)"
                        R"("required":true,"title":"Title"},{"name":"tone","required":false}],)"
                        R"("description":"Talks about a book.","name":"recommend",)"
                        R"("title":"Recommend a book"}])"));
        QVERIFY(list["cacheScope"] == "private" && list["ttlMs"].is_number_unsigned());
        const auto old = resultOf(m_peer.send(older("2025-03-26", "prompts/list")));
        QCOMPARE(old["prompts"].size(), 2U);
        QVERIFY(!old["prompts"][0].contains("title") && !old.contains("ttlMs"));
        QCOMPARE(m_peer.send(asReader(modern("prompts/get", R"("name":"secret")", "secret")))
                     ->answer()
                     .status,
                 403);
    }

    void aPromptBecomesMessages()
    {
        const auto result = resultOf(m_peer.send(modern(
            "prompts/get", R"("name":"recommend","arguments":{"title":"Emma"})", "recommend")));
        QCOMPARE(result["messages"].dump(),
                 std::string(R"([{"content":{"text":"Tell me about Emma.","type":"text"},)"
                             R"("role":"user"},{"content":{"text":"Well.","type":"text"},)"
                             R"("role":"assistant"}])"));
        QVERIFY(result["resultType"] == "complete");
        QVERIFY(!result.contains("ttlMs"));
    }

    void argumentsOfPromptsAreChecked_data()
    {
        QTest::addColumn<std::string>("params");
        QTest::newRow("unknown prompt") << std::string(R"("name":"nope")");
        QTest::newRow("no name") << std::string(R"("title":"recommend")");
        QTest::newRow("missing") << std::string(R"("name":"recommend","arguments":{})");
        QTest::newRow("null") << std::string(R"("name":"recommend","arguments":{"title":null})");
        QTest::newRow("number") << std::string(R"("name":"recommend","arguments":{"title":1})");
        QTest::newRow("too long") << std::string(
            R"("name":"recommend","arguments":{"title":"01234567890"})");
        QTest::newRow("list") << std::string(R"("name":"recommend","arguments":["Emma"])");
    }
    void argumentsOfPromptsAreChecked()
    {
        QFETCH(std::string, params);
        const auto exchange = m_peer.send(older("2025-11-25", "prompts/get", params));
        QCOMPARE(exchange->answer().status, 200);
        QCOMPARE(errorCodeOf(exchange), -32602);
    }

    void resourcesComeInPages()
    {
        const auto first = resultOf(m_peer.send(modern("resources/list")));
        QCOMPARE(first["resources"].dump(),
                 std::string(R"([{"description":"A novel.","mimeType":"text/plain","name":"emma",)"
                             R"("size":7,"title":"Emma","uri":"book:emma"}])"));
        QVERIFY(first["ttlMs"] == 0 && first["cacheScope"] == "private");
        const auto cursor = first["nextCursor"].get<std::string>();
        const auto second = resultOf(
            m_peer.send(older("2025-11-25", "resources/list", R"("cursor":")" + cursor + R"(")")));
        QVERIFY(second["resources"][0]["uri"] == "book:ulysses");
        QVERIFY(!second.contains("nextCursor") && !second.contains("ttlMs"));
        for (const auto &stranger :
             {asReader(older("2025-11-25", "resources/list", R"("cursor":")" + cursor + R"(")")),
              modern("resources/list", R"("cursor":"made up")"),
              modern("resources/list", R"("cursor":1)")})
            QCOMPARE(errorCodeOf(m_peer.send(stranger)), -32602);
    }

    void templatesAreListed()
    {
        const auto result = resultOf(m_peer.send(modern("resources/templates/list")));
        QCOMPARE(result["resourceTemplates"].dump(),
                 std::string(R"([{"description":"By its title.","mimeType":"text/plain",)"
                             R"("name":"book","title":"A book","uriTemplate":"book:{title}"}])"));
        QVERIFY(result["cacheScope"] == "private");
    }

    void aResourceIsReadAsTextOrBase64()
    {
        const auto text =
            resultOf(m_peer.send(modern("resources/read", R"("uri":"book:emma")", "book:emma")));
        QVERIFY(
            text["contents"]
            == json::parse(R"([{"uri":"book:emma","mimeType":"text/plain","text":"Emma W."}])"));
        QVERIFY(text["ttlMs"] == 5000);
        const auto blob =
            resultOf(m_peer.send(older("2025-06-18", "resources/read", R"("uri":"book:ulysses")")));
        QVERIFY(blob["contents"][0]["blob"] == "AP8=");
        QVERIFY(!blob.contains("ttlMs"));
    }

    void aMissingResourceIsCalledSoInTheWordsOfTheRevision()
    {
        const auto now = m_peer.send(modern("resources/read", R"("uri":"book:nope")", "book:nope"));
        QCOMPARE(now->answer().status, 200);
        QCOMPARE(errorCodeOf(now), -32602);
        QVERIFY(peer::answerOf(now)["error"]["data"]["uri"] == "book:nope");
        QCOMPARE(
            errorCodeOf(m_peer.send(older("2025-11-25", "resources/read", R"("uri":"book:nope")"))),
            -32002);
    }

    void failuresOfReadingSayWhatToDo()
    {
        const auto afar = peer::answerOf(
            m_peer.send(older("2025-11-25", "resources/read", R"("uri":"book:afar")")));
        QCOMPARE(afar["error"]["code"].get<int>(), -32603);
        QVERIFY(afar["error"]["data"]["retryable"] == true);
        QVERIFY(afar["error"]["data"]["code"] == "unavailable");
        QVERIFY(!afar["error"]["data"]["next"].get<std::string>().empty());
        QCOMPARE(m_peer.send(older("2025-11-25", "resources/read", R"("uri":"book:stolen")"))
                     ->answer()
                     .status,
                 401);
    }

    void uniformResourceIdentifiersAreBounded()
    {
        const std::string longest = "book:" + std::string(5000, 'x');
        for (const auto &params : {R"("uri":")" + longest + R"(")", std::string(R"("uri":1)"),
                                   std::string(R"("name":"x")")})
            QCOMPARE(errorCodeOf(m_peer.send(older("2025-11-25", "resources/read", params))),
                     -32602);
    }

    void argumentsAndVariablesAreCompleted()
    {
        const std::string prompt = R"("ref":{"type":"ref/prompt","name":"recommend"},)";
        const auto simple = resultOf(m_peer.send(
            modern("completion/complete", prompt + R"("argument":{"name":"title","value":"E"})")));
        QVERIFY(simple["completion"]
                == json::parse(R"({"values":["Emma"],"total":1,"hasMore":false})"));
        QVERIFY(simple["resultType"] == "complete");
        const auto many = resultOf(m_peer.send(modern(
            "completion/complete", prompt + R"("argument":{"name":"title","value":"many"})")));
        QCOMPARE(many["completion"]["values"].size(), 100U);
        QVERIFY(many["completion"]["total"] == 150 && many["completion"]["hasMore"] == true);
        const auto none = resultOf(m_peer.send(
            modern("completion/complete", prompt + R"("argument":{"name":"tone","value":""})")));
        QVERIFY(none["completion"]["values"] == json::array());
        const auto variable =
            resultOf(m_peer.send(older("2025-11-25", "completion/complete",
                                       R"("ref":{"type":"ref/resource","uri":"book:{title}"},)"
                                       R"("argument":{"name":"title","value":"Emma"},)"
                                       R"("context":{"arguments":{"author":"Austen"}})")));
        QVERIFY(variable["completion"]["values"] == json::array({"Austen's Emma"}));
    }

    void whatCannotBeCompletedIsRefused_data()
    {
        QTest::addColumn<std::string>("params");
        const std::string argument = R"("argument":{"name":"title","value":""})";
        const auto row = [](const char *name, const std::string &params) {
            QTest::newRow(name) << params;
        };
        row("no reference", argument);
        row("no argument", R"("ref":{"type":"ref/prompt","name":"recommend"})");
        row("unknown type", R"("ref":{"type":"ref/tool","uri":"burn"},)" + argument);
        row("unknown prompt", R"("ref":{"type":"ref/prompt","name":"x"},)" + argument);
        row("hidden prompt", R"("ref":{"type":"ref/prompt","name":"secret"},)" + argument);
        row("unknown template", R"("ref":{"type":"ref/resource","uri":"x"},)" + argument);
        row("unknown argument", R"("ref":{"type":"ref/prompt","name":"recommend"},)"
                                R"("argument":{"name":"x","value":""})");
        row("value no string", R"("ref":{"type":"ref/prompt","name":"recommend"},)"
                               R"("argument":{"name":"title","value":1})");
        row("context of numbers", R"("ref":{"type":"ref/prompt","name":"recommend"},)" + argument
                                      + R"(,"context":{"arguments":{"a":1}})");
        row("too long", R"("ref":{"type":"ref/prompt","name":"recommend"},)"
                        R"("argument":{"name":"title","value":")"
                            + std::string(5000, 'x') + R"("})");
    }
    void whatCannotBeCompletedIsRefused()
    {
        QFETCH(std::string, params);
        const auto exchange = m_peer.send(asReader(modern("completion/complete", params)));
        QCOMPARE(exchange->answer().status, 200);
        QCOMPARE(errorCodeOf(exchange), -32602);
    }

    void headersRepeatTheParametersThatAskForIt_data()
    {
        QTest::addColumn<std::string>("arguments");
        QTest::addColumn<peer::HeaderList>("headers");
        QTest::addColumn<bool>("isGood");
        const auto row = [](const char *name, const char *arguments,
                            const peer::HeaderList &headers, bool isGood) {
            QTest::newRow(name) << std::string(arguments) << headers << isGood;
        };
        row("none", "{}", {}, true);
        row("null", R"({"room":null})", {}, true);
        row("the same", R"({"room":"red"})", {{"Mcp-Param-Room", "red"}}, true);
        row("another case of the name", R"({"room":"red"})", {{"mcp-param-room", "red"}}, true);
        row("in Base64", R"({"room":"r\u00f6t"})", {{"Mcp-Param-Room", "=?base64?csO2dA==?="}},
            true);
        row("the same number", R"({"number":42})", {{"Mcp-Param-Number", "42.0"}}, true);
        row("missing", R"({"room":"red"})", {}, false);
        row("different", R"({"room":"red"})", {{"Mcp-Param-Room", "blue"}}, false);
        row("broken Base64", R"({"room":"red"})", {{"Mcp-Param-Room", "=?base64?cmVk!?="}}, false);
        row("not in the body", "{}", {{"Mcp-Param-Room", "red"}}, false);
        row("another number", R"({"number":42})", {{"Mcp-Param-Number", "43"}}, false);
        row("no number", R"({"number":42})", {{"Mcp-Param-Number", "[42]"}}, false);
        row("twice", R"({"room":"red"})", {{"Mcp-Param-Room", "red"}, {"Mcp-Param-Room", "red"}},
            false);
    }
    void headersRepeatTheParametersThatAskForIt()
    {
        QFETCH(std::string, arguments);
        QFETCH(peer::HeaderList, headers);
        QFETCH(bool, isGood);
        const auto exchange = m_peer.send(peer::with(
            modern("tools/call", R"("name":"shelve","arguments":)" + arguments, "shelve"),
            headers));
        QCOMPARE(exchange->answer().status, isGood ? 200 : 400);
        QCOMPARE(errorCodeOf(exchange), isGood ? 0 : -32020);
    }
};

QTEST_GUILESS_MAIN(EndpointFeaturesTest)
#include "EndpointFeaturesTest.moc"
