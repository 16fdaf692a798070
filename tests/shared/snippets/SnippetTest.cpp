// SPDX-License-Identifier: GPL-3.0-or-later
#include "snippets/Snippet.h"

#include "clients/KnownClients.h"
#include "i18n/Language.h"
#include "snippets/Escaping.h"

#include <QProcess>
#include <QTest>

#include <nlohmann/json.hpp>

#include <set>

using nlohmann::json;
using snippets::Block;
using snippets::Connection;
using snippets::SecretPlace;
using snippets::Snippet;

namespace {

Connection connection()
{
    return {.serverName = "mail",
            .mcpUrl = "https://mail.mcp.example.com/mcp",
            .clientId = "eyJhbGciOiJkaXIifQ..iv.text_-.tag",
            .clientSecret = core::Secret::copyOf("Secret_123-xyz")};
}

/// With everything that a careless template would let out of its quotes.
Connection hostileConnection()
{
    Connection hostile = connection();
    hostile.clientId = "a\"b'c\\d$(touch /tmp/x)`e`\n{{clientSecret}}\x7f";
    hostile.mcpUrl = "https://mail.example.com/mcp?'\"\\;&|$HOME";
    hostile.clientSecret = core::Secret::copyOf("s'\"\\$(id)\t{{clientId}}");
    return hostile;
}

Snippet rendered(std::string_view key, SecretPlace place, const Connection &values = connection())
{
    auto snippet = snippets::render(key, values, place);
    if (!snippet)
        qFatal("%s", snippet.error().message.c_str());
    return std::move(*snippet);
}

const Block &blockOf(const Snippet &snippet, Block::Language language, int index = 0)
{
    for (const auto &block : snippet.blocks) {
        if (block.language == language && index-- == 0)
            return block;
    }
    qFatal("no such block");
}

/// What a program prints; nothing if it fails.
std::optional<QByteArray> outputOf(const QString &program, const QStringList &arguments,
                                   const QByteArray &input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(20000) || process.exitCode() != 0)
        return std::nullopt;
    return process.readAllStandardOutput();
}

/// The arguments with which a command line would really start the program, one a line, after the
/// value of MCP_CLIENT_SECRET.
QByteArrayList wordsOf(const std::string &commandLine, const QString &program)
{
    const QString shim =
        QStringLiteral("%1() { printf '%s\\0' \"$MCP_CLIENT_SECRET\" \"$@\"; }\n").arg(program);
    const auto output = outputOf(
        QStringLiteral("sh"), {QStringLiteral("-c"), shim + QString::fromStdString(commandLine)});
    return output ? output->chopped(1).split('\0') : QByteArrayList();
}

json tomlOf(const std::string &text)
{
    const auto output =
        outputOf(QStringLiteral("python3"),
                 {QStringLiteral("-c"),
                  QStringLiteral("import sys, json, tomllib; "
                                 "print(json.dumps(tomllib.loads(sys.stdin.read())))")},
                 QByteArray::fromStdString(text));
    return output ? json::parse(output->toStdString()) : json();
}

} // namespace

class SnippetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKnownClientHasASnippet()
    {
        std::vector<std::string> known;
        for (const auto &client : clients::knownClients())
            known.emplace_back(client.key);
        QVERIFY(std::ranges::is_permutation(known, snippets::clientKeys()));
    }

    void whatIsRenderedIsWellFormed_data()
    {
        QTest::addColumn<QString>("key");
        for (const auto &key : snippets::clientKeys())
            QTest::newRow(key.c_str()) << QString::fromStdString(key);
    }
    void whatIsRenderedIsWellFormed()
    {
        QFETCH(QString, key);
        for (const auto place : {SecretPlace::Placeholder, SecretPlace::Included}) {
            for (const bool isHostile : {false, true}) {
                const auto values = isHostile ? hostileConnection() : connection();
                const auto snippet = rendered(key.toStdString(), place, values);
                QVERIFY(!snippet.clientName.empty());
                QCOMPARE(snippet.asOf.size(), 7UL);
                QVERIFY(!snippet.blocks.empty());
                for (const auto &block : snippet.blocks) {
                    switch (block.language) {
                    case Block::Language::Steps:
                        QVERIFY(block.text.empty() && block.steps.size() > 2);
                        break;
                    case Block::Language::Json:
                        QVERIFY2(json::accept(block.text), block.text.c_str());
                        QVERIFY(!block.place.empty());
                        break;
                    case Block::Language::Toml:
                        QVERIFY2(tomlOf(block.text).is_object(), block.text.c_str());
                        break;
                    case Block::Language::Shell:
                        QVERIFY2(outputOf(QStringLiteral("sh"), {QStringLiteral("-n")},
                                          QByteArray::fromStdString(block.text)),
                                 block.text.c_str());
                        break;
                    }
                }
            }
        }
    }

    void theSecretStandsOnlyWhereItIsWanted()
    {
        std::set<std::string> withSecret;
        for (const auto &key : snippets::clientKeys()) {
            for (const auto &block : rendered(key, SecretPlace::Placeholder).blocks) {
                QVERIFY2(!block.holdsSecret, key.c_str());
                QVERIFY2(block.text.find("Secret_123") == std::string::npos, key.c_str());
            }
            for (const auto &block : rendered(key, SecretPlace::Included).blocks) {
                QCOMPARE(block.text.find("Secret_123") != std::string::npos, block.holdsSecret);
                if (block.holdsSecret)
                    withSecret.insert(key);
            }
        }
        QVERIFY((withSecret
                 == std::set<std::string>{"claude-code", "cursor", "mcp-inspector", "mcp-remote",
                                          "gemini-cli", "codex"}));
    }

    void claudeCodeIsAddedByOneCommand()
    {
        const QByteArrayList words = {"mcp",
                                      "add",
                                      "--transport",
                                      "http",
                                      "--scope",
                                      "user",
                                      "--client-id",
                                      "eyJhbGciOiJkaXIifQ..iv.text_-.tag",
                                      "--client-secret",
                                      "--callback-port",
                                      "8080",
                                      "mail",
                                      "https://mail.mcp.example.com/mcp"};
        const auto asking = rendered("claude-code", SecretPlace::Placeholder);
        QCOMPARE(wordsOf(blockOf(asking, Block::Language::Shell).text, QStringLiteral("claude")),
                 QByteArrayList{""} + words);
        const auto ready = rendered("claude-code", SecretPlace::Included);
        QCOMPARE(wordsOf(blockOf(ready, Block::Language::Shell).text, QStringLiteral("claude")),
                 QByteArrayList{"Secret_123-xyz"} + words);
        QCOMPARE(asking.blocks.size(), 2UL);
        QCOMPARE(ready.blocks.size(), 2UL);
        const auto project = json::parse(blockOf(ready, Block::Language::Json).text);
        QVERIFY((project
                 == json{{"mcpServers",
                          {{"mail",
                            {{"type", "http"},
                             {"url", "https://mail.mcp.example.com/mcp"},
                             {"oauth",
                              {{"clientId", "eyJhbGciOiJkaXIifQ..iv.text_-.tag"},
                               {"callbackPort", 8080}}}}}}}}));
    }

    void noValueLeavesItsQuotes()
    {
        const auto hostile = hostileConnection();
        const auto shell = rendered("claude-code", SecretPlace::Included, hostile);
        const auto words =
            wordsOf(blockOf(shell, Block::Language::Shell).text, QStringLiteral("claude"));
        QVERIFY(words.size() == 14);
        QCOMPARE(words[0].toStdString(), std::string(hostile.clientSecret.reveal()));
        QCOMPARE(words[8].toStdString(), hostile.clientId);
        QCOMPARE(words[13].toStdString(), hostile.mcpUrl);

        const auto cursor = json::parse(
            blockOf(rendered("cursor", SecretPlace::Included, hostile), Block::Language::Json)
                .text);
        const auto &server = cursor.at("mcpServers").at("mail");
        QVERIFY(server.at("url") == hostile.mcpUrl);
        QVERIFY(server.at("auth").at("CLIENT_ID") == hostile.clientId);
        QVERIFY(server.at("auth").at("CLIENT_SECRET") == hostile.clientSecret.reveal());

        const auto codex = tomlOf(
            blockOf(rendered("codex", SecretPlace::Included, hostile), Block::Language::Toml).text);
        QVERIFY(codex.at("mcp_servers").at("mail").at("args").at(2) == hostile.mcpUrl);
    }

    void placeholdersAreOnesThatTheClientKnows()
    {
        const auto secretOf = [](const char *key, const json::json_pointer &path) {
            const auto snippet = rendered(key, SecretPlace::Placeholder);
            return json::parse(blockOf(snippet, Block::Language::Json).text).at(path);
        };
        QVERIFY(secretOf("cursor", "/mcpServers/mail/auth/CLIENT_SECRET"_json_pointer)
                == "${env:MAIL_MCP_SECRET}");
        QVERIFY(secretOf("gemini-cli", "/mcpServers/mail/oauth/clientSecret"_json_pointer)
                == "${MAIL_MCP_SECRET}");
        QVERIFY(secretOf("mcp-remote", "/client_secret"_json_pointer) == "${MAIL_MCP_SECRET}");
        QVERIFY(secretOf("mcp-inspector", "/mcpServers/mail/oauth/clientSecret"_json_pointer)
                == "CLIENT_SECRET");
    }

    void theShapesAreThoseOfTheClients()
    {
        const auto of = [](const char *key, int index = 0) {
            const auto snippet = rendered(key, SecretPlace::Included);
            return json::parse(blockOf(snippet, Block::Language::Json, index).text);
        };
        const std::string url = "https://mail.mcp.example.com/mcp";
        const std::string id = "eyJhbGciOiJkaXIifQ..iv.text_-.tag";
        QVERIFY((of("vs-code")
                 == json{{"servers",
                          {{"mail",
                            {{"type", "http"}, {"url", url}, {"oauth", {{"clientId", id}}}}}}}}));
        QVERIFY(
            (of("gemini-cli")
             == json{{"mcpServers",
                      {{"mail",
                        {{"httpUrl", url},
                         {"oauth", {{"clientId", id}, {"clientSecret", "Secret_123-xyz"}}}}}}}}));
        QVERIFY(
            (of("cursor")
             == json{{"mcpServers",
                      {{"mail",
                        {{"url", url},
                         {"auth", {{"CLIENT_ID", id}, {"CLIENT_SECRET", "Secret_123-xyz"}}}}}}}}));
        // Of Inspector 2; in place of its own word it also reads "http", but not everywhere.
        QVERIFY(
            (of("mcp-inspector")
             == json{{"mcpServers",
                      {{"mail",
                        {{"type", "streamable-http"},
                         {"url", url},
                         {"oauth", {{"clientId", id}, {"clientSecret", "Secret_123-xyz"}}}}}}}}));
        QVERIFY((of("mcp-remote") == json{{"client_id", id}, {"client_secret", "Secret_123-xyz"}}));
        const auto remote = of("mcp-remote", 1).at("mcpServers").at("mail");
        QVERIFY(remote.at("command") == "npx");
        QVERIFY((remote.at("args")
                 == json{"-y", "mcp-remote", url, "3334", "--static-oauth-client-info",
                         "@/ABSOLUTE/PATH/mail-mcp-client.json"}));
        const auto codex =
            tomlOf(blockOf(rendered("codex", SecretPlace::Included), Block::Language::Toml).text);
        QVERIFY(codex.at("mcp_servers").at("mail").at("args") == remote.at("args"));
    }

    void everyTextIsShownWithItsValuesInEveryLanguage()
    {
        for (const auto &language : i18n::Language::all()) {
            for (const auto &key : snippets::clientKeys()) {
                const auto snippet = rendered(key, SecretPlace::Placeholder);
                std::vector<i18n::Text> texts = snippet.notes;
                for (const auto &block : snippet.blocks) {
                    texts.push_back(block.title);
                    texts.insert(texts.end(), block.steps.begin(), block.steps.end());
                }
                for (const auto &text : texts) {
                    const auto shown = language.render(text);
                    QVERIFY2(!shown.empty() && shown.find('%') == std::string::npos, shown.c_str());
                }
            }
        }
        const auto steps =
            blockOf(rendered("claude", SecretPlace::Placeholder), Block::Language::Steps).steps;
        QVERIFY(i18n::Language::english().render(steps[1]).find("https://mail.mcp.example.com/mcp")
                != std::string::npos);
    }

    void otherClientsAndNamesAreRefused()
    {
        const auto unknown = snippets::render("netscape", connection(), SecretPlace::Included);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().kind, core::ErrorKind::InvalidArgument);
        QVERIFY(unknown.error().message.find("claude-code") != std::string::npos);
        for (const std::string &name : {std::string(), std::string("Mail"), std::string("my mail"),
                                        std::string("a.b"), std::string(33, 'm')}) {
            auto values = connection();
            values.serverName = name;
            QVERIFY2(!snippets::render("cursor", values, SecretPlace::Included), name.c_str());
        }
    }

    void escapesReadBackTheSame()
    {
        const std::string all("\0\x01\t\n\"\\'/\x7f\xc3\xa9", 11);
        QVERIFY(json::parse('"' + snippets::insideQuotes(all) + '"') == all);
        QVERIFY(json::accept('"' + snippets::insideQuotes("\xff\xfe") + '"'));
        QCOMPARE(snippets::shellWord("it's"), std::string("'it'\\''s'"));
        QCOMPARE(snippets::shellWord(std::string("a\0b", 3)), std::string("'ab'"));
        QCOMPARE(snippets::shellWord(""), std::string("''"));
    }
};

QTEST_GUILESS_MAIN(SnippetTest)
#include "SnippetTest.moc"
