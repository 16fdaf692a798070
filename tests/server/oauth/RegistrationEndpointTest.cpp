// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/OAuthFixture.h"

#include "tokens/Claims.h"

#include <QTest>

using nlohmann::json;
using support::OAuthFixture;

namespace {

/// A registration as a client sends it, with some members changed; null takes one out.
std::string registration(const json &changes = json::object())
{
    json members = {
        {"client_name", "Claude"},
        {"redirect_uris", {"https://app.example/cb"}},
        {"token_endpoint_auth_method", "none"},
        {"grant_types", {"authorization_code", "refresh_token"}},
        {"response_types", {"code"}},
    };
    members.merge_patch(changes);
    return members.dump();
}

} // namespace

class RegistrationEndpointTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OAuthFixture> m_server;

private Q_SLOTS:
    void init() { m_server = std::make_unique<OAuthFixture>(); }

    void aPublicClientIsRegistered()
    {
        const auto response = m_server->registerClient(registration());
        QCOMPARE(response.status, 201);
        QCOMPARE(*response.headers.find("Cache-Control"), std::string_view("no-store"));
        auto answer = m_server->json(response);
        const std::string id = answer["client_id"];
        QCOMPARE(answer["client_id_issued_at"].get<std::int64_t>(), m_server->tokens.now());
        answer.erase("client_id");
        answer.erase("client_id_issued_at");
        const json expected = {
            {"client_name", "Claude"},
            {"redirect_uris", {"https://app.example/cb"}},
            {"token_endpoint_auth_method", "none"},
            {"grant_types", {"authorization_code", "refresh_token"}},
            {"response_types", {"code"}},
            {"scope", "mail.read mail.organize mail.draft mail.delete mail.send"},
        };
        QVERIFY2(answer == expected, answer.dump().c_str());
        const auto client = m_server->tokens.openClientId(id);
        QVERIFY(client);
        QVERIFY(client->type == tokens::ClientId::Type::Public);
        QVERIFY(!client->namesServers());
        QCOMPARE(*client->expiresAt, m_server->tokens.now() + 180 * 86400);
    }

    void aSecretIsToldOnceAndOnlyItsHashIsSealed_data()
    {
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<QByteArray>("registered");
        QTest::newRow("post") << QByteArray("client_secret_post")
                              << QByteArray("client_secret_post");
        QTest::newRow("basic") << QByteArray("client_secret_basic")
                               << QByteArray("client_secret_basic");
        QTest::newRow("not said") << QByteArray() << QByteArray("client_secret_basic");
    }
    void aSecretIsToldOnceAndOnlyItsHashIsSealed()
    {
        QFETCH(QByteArray, asked);
        QFETCH(QByteArray, registered);
        const json method = asked.isEmpty() ? json() : json(asked.toStdString());
        const auto answer = m_server->json(
            m_server->registerClient(registration({{"token_endpoint_auth_method", method}})));
        QVERIFY(answer["token_endpoint_auth_method"] == registered.toStdString());
        const std::string secret = answer["client_secret"];
        QVERIFY(secret.size() >= 43);
        const auto client = m_server->tokens.openClientId(answer["client_id"].get<std::string>());
        QVERIFY(client);
        QVERIFY(client->hasSecret(secret));
        QVERIFY(answer["client_secret_expires_at"] == *client->expiresAt);
    }

    // What real clients send (November 2026).
    void realClientsAreRegistered_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("uris");
        const auto row = [](const char *name, const json &body, int uris) {
            QTest::newRow(name) << QByteArray::fromStdString(body.dump()) << uris;
        };
        row("claude.ai",
            {{"client_name", "Claude"},
             {"grant_types", {"authorization_code", "refresh_token"}},
             {"response_types", {"code"}},
             {"token_endpoint_auth_method", "client_secret_post"},
             {"scope", "claudeai"},
             {"redirect_uris", {"https://claude.ai/api/mcp/auth_callback"}}},
            1);
        row("Cursor",
            {{"client_name", "Cursor"},
             {"redirect_uris",
              {"http://localhost:8787/callback", "https://www.cursor.com/agents/mcp/oauth/callback",
               "cursor://anysphere.cursor-mcp/oauth/callback"}},
             {"grant_types", {"authorization_code", "refresh_token"}},
             {"response_types", {"code"}},
             {"token_endpoint_auth_method", "none"}},
            3);
        row("VS Code",
            {{"client_name", "Visual Studio Code"},
             {"client_uri", "https://code.visualstudio.com"},
             {"grant_types",
              {"authorization_code", "refresh_token",
               "urn:ietf:params:oauth:grant-type:device_code"}},
             {"response_types", {"code"}},
             {"redirect_uris",
              {"https://insiders.vscode.dev/redirect", "https://vscode.dev/redirect",
               "http://127.0.0.1/", "http://127.0.0.1:33418/"}},
             {"scope", "mail.read"},
             {"token_endpoint_auth_method", "none"},
             {"application_type", "native"}},
            4);
        row("MCP Inspector",
            {{"redirect_uris", {"http://127.0.0.1:6276/oauth/callback"}},
             {"token_endpoint_auth_method", "none"},
             {"grant_types", {"authorization_code", "refresh_token"}},
             {"response_types", {"code"}},
             {"client_name", "MCP Inspector"},
             {"client_uri", "https://github.com/modelcontextprotocol/inspector"},
             {"application_type", "native"},
             {"scope", ""}},
            1);
        row("the least", {{"redirect_uris", {"http://localhost:5/cb"}}}, 1);
    }
    void realClientsAreRegistered()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, uris);
        const auto response = m_server->registerClient(body.toStdString());
        QCOMPARE(response.status, 201);
        QCOMPARE(int(m_server->json(response)["redirect_uris"].size()), uris);
    }

    void membersThatMeanNothingHereAreIgnored()
    {
        const auto response =
            m_server->registerClient(registration({{"software_id", "x"},
                                                   {"software_statement", "eyJ"},
                                                   {"jwks", {{"keys", json::array()}}},
                                                   {"logo_uri", "http://169.254.169.254/logo.png"},
                                                   {"client_id", "my-own"},
                                                   {"client_secret", "my-own"},
                                                   {"imap_host", "evil.example"}}));
        QCOMPARE(response.status, 201);
        const auto answer = m_server->json(response);
        QVERIFY(answer["client_id"] != "my-own");
        QVERIFY(!answer.contains("client_secret"));
        QVERIFY(!answer.contains("logo_uri"));
        QVERIFY(
            !m_server->tokens.openClientId(answer["client_id"].get<std::string>())->namesServers());
    }

    void theNameIsCleaned()
    {
        const auto answer = m_server->json(m_server->registerClient(registration(
            {{"client_name", "  Cla\u200bude\n\u202eedisrever  " + std::string(200, 'x')}})));
        const std::string name = answer["client_name"];
        QVERIFY(name.starts_with("Claude edisrever  xxx"));
        QCOMPARE(name.size(), tokens::Limits::clientName);
    }

    void oneUriThatIsNotAllowedDoesNotSpoilTheOthers()
    {
        const auto answer = m_server->json(m_server->registerClient(registration(
            {{"redirect_uris",
              {"javascript:alert(1)", "https://app.example/cb", "http://app.example/cb",
               "https://app.example/cb", "unknown-app://cb"}}})));
        QVERIFY(answer["redirect_uris"] == json::array({"https://app.example/cb"}));
    }

    void whatCannotBeRegisteredIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("error");
        const auto row = [](const char *name, const json &changes, const char *error) {
            QTest::newRow(name) << QByteArray::fromStdString(registration(changes))
                                << QByteArray(error);
        };
        const auto uris = [&row](const char *name, const json &value) {
            row(name, {{"redirect_uris", value}}, "invalid_redirect_uri");
        };
        uris("no URIs", nullptr);
        uris("empty list", json::array());
        uris("a string", "https://app.example/cb");
        uris("numbers", {1});
        uris("javascript", {"javascript:alert(1)"});
        uris("data", {"data:text/html,x"});
        uris("file", {"file:///etc/passwd"});
        uris("http", {"http://app.example/cb"});
        uris("fragment", {"https://app.example/cb#f"});
        uris("user name", {"https://u:p@app.example/cb"});
        uris("dots", {"https://app.example/a/../cb"});
        uris("a pattern", {"https://*.app.example/cb"});
        uris("too long", {"https://app.example/" + std::string(512, 'x')});
        json many = json::array();
        for (int i = 0; i < 17; ++i)
            many.push_back("https://app.example/" + std::to_string(i));
        uris("17", many);
        const char *metadata = "invalid_client_metadata";
        row("private_key_jwt", {{"token_endpoint_auth_method", "private_key_jwt"}}, metadata);
        row("method is a number", {{"token_endpoint_auth_method", 1}}, metadata);
        row("only implicit", {{"grant_types", {"implicit"}}}, metadata);
        row("only client_credentials", {{"grant_types", {"client_credentials"}}}, metadata);
        row("grant_types is a string", {{"grant_types", "authorization_code"}}, metadata);
        row("only token", {{"response_types", {"token"}}}, metadata);
        row("name is a number", {{"client_name", 1}}, metadata);
        json large = json::array();
        for (int i = 0; i < 10; ++i)
            large.push_back("https://app.example/" + std::string(450, 'x') + std::to_string(i));
        row("a client ID over 4 KiB", {{"redirect_uris", large}}, metadata);
        for (const char *text :
             {"", "{", "[]", "null", "\"x\"", "{\"redirect_uris\":[],\"redirect_uris\":[]}",
              "\xEF\xBB\xBF{}", "{\"client_name\":\"\xff\"}"})
            QTest::newRow(text) << QByteArray(text)
                                << QByteArray(std::string_view(text) == "{}"
                                                  ? "invalid_redirect_uri"
                                                  : "invalid_client_metadata");
        QTest::newRow("nested") << QByteArray("{\"a\":") + QByteArray(5000, '[')
                                << QByteArray("invalid_client_metadata");
    }
    void whatCannotBeRegisteredIsRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, error);
        const auto response = m_server->registerClient(body.toStdString());
        QCOMPARE(response.status, 400);
        QCOMPARE(*response.headers.find("Cache-Control"), std::string_view("no-store"));
        const auto answer = m_server->json(response);
        QCOMPARE(answer["error"].get<std::string>(), error.toStdString());
        QVERIFY(!answer["error_description"].get<std::string>().empty());
        QVERIFY(!answer.contains("client_id"));
    }

    void otherMediaTypesAreRefused()
    {
        for (const char *type : {"", "text/plain", "application/x-www-form-urlencoded"})
            QCOMPARE(m_server->registerClient(registration(), type).status, 400);
        QCOMPARE(m_server->registerClient(registration(), "Application/JSON; charset=utf-8").status,
                 201);
    }

    void oneAddressCannotRegisterWithoutEnd()
    {
        for (int i = 0; i < 60; ++i)
            QCOMPARE(m_server->registerClient(registration()).status, 201);
        const auto response = m_server->registerClient(registration());
        QCOMPARE(response.status, 429);
        QCOMPARE(*response.headers.find("Retry-After"), std::string_view("10"));
        m_server->clientAddress = "192.0.2.8";
        QCOMPARE(m_server->registerClient(registration()).status, 201);
    }
};

QTEST_GUILESS_MAIN(RegistrationEndpointTest)
#include "RegistrationEndpointTest.moc"
