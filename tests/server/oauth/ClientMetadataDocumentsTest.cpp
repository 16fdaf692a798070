// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/OAuthFixture.h"

#include "support/Await.h"

#include <QTest>

using core::ErrorKind;
using nlohmann::json;
using oauth::ClientMetadataDocuments;
using support::OAuthFixture;

namespace {

const std::string url = "https://app.example/oauth/client.json";

/// A document as a client publishes it, with some members changed; null takes one out.
json document(const json &changes = json::object())
{
    json members = {
        {"client_id", url},
        {"client_name", "Claude"},
        {"redirect_uris", {"https://app.example/cb", "http://localhost/callback"}},
        {"token_endpoint_auth_method", "none"},
    };
    members.merge_patch(changes);
    return members;
}

using ClientResult = core::Result<tokens::ClientId>;

} // namespace

class ClientMetadataDocumentsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OAuthFixture> m_server;

    static core::Task<ClientResult> findTask(ClientMetadataDocuments &documents, std::string id,
                                             std::string address)
    {
        co_return co_await documents.find(std::move(id), std::move(address), {});
    }
    ClientResult find(const std::string &id = url) const
    {
        return support::await(findTask(m_server->documents, id, m_server->clientAddress));
    }
    std::size_t fetches() const { return m_server->fetchedUrls.size(); }

private Q_SLOTS:
    void init() { m_server = std::make_unique<OAuthFixture>(); }

    void aDocumentBecomesAPublicClient()
    {
        m_server->document = OAuthFixture::jsonDocument(document());
        const auto client = find();
        QVERIFY2(client, client ? "" : client.error().message.c_str());
        QVERIFY(client->type == tokens::ClientId::Type::Public);
        QVERIFY(!client->namesServers());
        QCOMPARE(client->name, std::string("Claude"));
        QCOMPARE(client->documentHost, std::string("app.example"));
        QCOMPARE(client->hash, tokens::clientHashOf(url));
        QVERIFY(client->redirectUriFor("http://localhost:51234/callback") != nullptr);
        QVERIFY(client->redirectUriFor("https://evil.example/cb") == nullptr);
        QCOMPARE(m_server->fetchedUrls, std::vector<std::string>{url});
    }

    void documentsOfRealClientsAreTaken_data()
    {
        QTest::addColumn<QByteArray>("changes");
        const auto row = [](const char *name, const json &changes) {
            QTest::newRow(name) << QByteArray::fromStdString(changes.dump());
        };
        row("Claude Code", {{"grant_types", {"authorization_code", "refresh_token"}},
                            {"response_types", {"code"}},
                            {"client_uri", "https://claude.ai"}});
        row("ChatGPT", {{"token_endpoint_auth_method", "private_key_jwt"},
                        {"token_endpoint_auth_methods_supported", {"none", "private_key_jwt"}},
                        {"jwks_uri", "https://chatgpt.com/keys"}});
        row("no method", {{"token_endpoint_auth_method", nullptr}});
        row("further grants", {{"grant_types", {"authorization_code", "urn:x"}}});
    }
    void documentsOfRealClientsAreTaken()
    {
        QFETCH(QByteArray, changes);
        m_server->document =
            OAuthFixture::jsonDocument(document(json::parse(changes.toStdString())));
        QVERIFY(find());
    }

    void aDocumentThatIsWrongIsRefused_data()
    {
        QTest::addColumn<QByteArray>("changes");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char *name, const json &changes, const char *reason) {
            QTest::newRow(name) << QByteArray::fromStdString(changes.dump()) << QByteArray(reason);
        };
        row("another client_id", {{"client_id", "https://app.example/other.json"}},
            "not its own address");
        row("client_id with a slash more", {{"client_id", url + "/"}}, "not its own address");
        row("client_id in another case", {{"client_id", "https://APP.example/oauth/client.json"}},
            "not its own address");
        row("no client_id", {{"client_id", nullptr}}, "not its own address");
        row("client_id is a number", {{"client_id", 1}}, "not its own address");
        row("a secret", {{"client_secret", "x"}}, "secret");
        row("an expiry of a secret", {{"client_secret_expires_at", 0}}, "secret");
        row("no name", {{"client_name", nullptr}}, "client_name");
        row("invisible name", {{"client_name", "\u200b"}}, "client_name");
        row("no URIs", {{"redirect_uris", nullptr}}, "redirect_uris");
        row("dangerous URIs", {{"redirect_uris", {"javascript:alert(1)"}}}, "redirect URI");
        row("private_key_jwt", {{"token_endpoint_auth_method", "private_key_jwt"}},
            "private_key_jwt");
        row("client_secret_post", {{"token_endpoint_auth_method", "client_secret_post"}},
            "client_secret_post");
        row("only implicit", {{"grant_types", {"implicit"}}}, "grant_types");
    }
    void aDocumentThatIsWrongIsRefused()
    {
        QFETCH(QByteArray, changes);
        QFETCH(QByteArray, reason);
        m_server->document =
            OAuthFixture::jsonDocument(document(json::parse(changes.toStdString())));
        const auto client = find();
        QVERIFY(!client);
        QCOMPARE(client.error().kind, ErrorKind::InvalidArgument);
        QVERIFY2(client.error().message.find(reason.toStdString()) != std::string::npos,
                 client.error().message.c_str());
    }

    void anAnswerThatIsNoDocumentIsRefused_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        const auto good = QByteArray::fromStdString(document().dump());
        QTest::newRow("redirect") << 302 << QByteArray("application/json") << good;
        QTest::newRow("not found") << 404 << QByteArray("application/json") << good;
        QTest::newRow("no content") << 204 << QByteArray("application/json") << QByteArray();
        QTest::newRow("HTML") << 200 << QByteArray("text/html") << good;
        QTest::newRow("no type") << 200 << QByteArray() << good;
        QTest::newRow("no JSON") << 200 << QByteArray("application/json") << QByteArray("<html>");
        QTest::newRow("a list") << 200 << QByteArray("application/json") << QByteArray("[]");
        QTest::newRow("twice the same member") << 200 << QByteArray("application/json")
                                               << QByteArray("{\"client_id\":\"x\",") + good.mid(1);
    }
    void anAnswerThatIsNoDocumentIsRefused()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        fetch::Response response;
        response.status = status;
        response.headers = {{"content-type", type.toStdString()}};
        response.body = body.toStdString();
        m_server->document = response;
        const auto client = find();
        QVERIFY(!client);
        QCOMPARE(client.error().kind, ErrorKind::InvalidArgument);
    }

    void jsonHasSeveralNames()
    {
        auto response = OAuthFixture::jsonDocument(document());
        for (const char *type : {"application/json; charset=utf-8", "Application/JSON",
                                 "application/oauth-client-metadata+json"}) {
            init();
            response.headers = {{"content-type", type}};
            m_server->document = response;
            QVERIFY(find());
        }
    }

    void aUrlThatIsWrongIsNotFetched_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const char *id :
             {"http://app.example/c", "https://app.example", "https://app.example/",
              "https://app.example/c#f", "https://u:p@app.example/c", "https://app.example/../c",
              "https://App.example/c", "ftp://app.example/c", "https://127.1/c"})
            QTest::newRow(id) << QByteArray(id);
    }
    void aUrlThatIsWrongIsNotFetched()
    {
        QFETCH(QByteArray, id);
        const auto client = find(id.toStdString());
        QVERIFY(!client);
        QCOMPARE(client.error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(fetches(), 0U);
    }

    void documentsAreKeptAsLongAsTheySay_data()
    {
        QTest::addColumn<QByteArray>("cacheControl");
        QTest::addColumn<int>("kept"); // seconds
        QTest::newRow("an hour if it does not say") << QByteArray() << 3600;
        QTest::newRow("max-age") << QByteArray("public, max-age=1000") << 1000;
        QTest::newRow("upper case") << QByteArray("Max-Age=1000") << 1000;
        QTest::newRow("not too short") << QByteArray("max-age=0") << 300;
        QTest::newRow("not too long") << QByteArray("max-age=31536000") << 86400;
        QTest::newRow("no-store") << QByteArray("no-store, max-age=1000") << 300;
        QTest::newRow("no-cache") << QByteArray("no-cache") << 300;
        QTest::newRow("nonsense") << QByteArray("max-age=x, max-age=-1,,") << 3600;
    }
    void documentsAreKeptAsLongAsTheySay()
    {
        QFETCH(QByteArray, cacheControl);
        QFETCH(int, kept);
        m_server->document = OAuthFixture::jsonDocument(document(), cacheControl.toStdString());
        QVERIFY(find());
        m_server->clock.advance(std::chrono::seconds(kept - 1));
        QVERIFY(find());
        QCOMPARE(fetches(), 1U);
        m_server->clock.advance(std::chrono::seconds(1));
        QVERIFY(find());
        QCOMPARE(fetches(), 2U);
    }

    void aFailureIsRememberedForAMoment()
    {
        m_server->document = core::Error(ErrorKind::Unavailable, "unreachable");
        QVERIFY(!find());
        m_server->document = OAuthFixture::jsonDocument(document());
        m_server->clock.advance(std::chrono::seconds(29));
        QCOMPARE(find().error().kind, ErrorKind::Unavailable);
        QCOMPARE(fetches(), 1U);
        m_server->clock.advance(std::chrono::seconds(1));
        QVERIFY(find());
    }

    void anOldDocumentServesWhileItsHostIsDown()
    {
        m_server->document = OAuthFixture::jsonDocument(document(), "max-age=600");
        QVERIFY(find());
        fetch::Response broken;
        broken.status = 503;
        m_server->clock.advance(std::chrono::minutes(10));
        for (const core::Result<fetch::Response> &outage :
             {core::Result<fetch::Response>(core::Error(ErrorKind::DeadlineExceeded, "late")),
              core::Result<fetch::Response>(broken)}) {
            m_server->document = outage;
            const auto before = fetches();
            for (int i = 0; i < 30; ++i) { // the host is asked again after 30 seconds
                QVERIFY(find());
                m_server->clock.advance(std::chrono::seconds(1));
            }
            QCOMPARE(fetches(), before + 1);
        }
        m_server->clock.advance(std::chrono::minutes(58));
        QVERIFY(find());
        m_server->clock.advance(std::chrono::minutes(1));
        QVERIFY(!find());
    }

    // Who asks while it is fetched again gets the old one: there is one fetch at one time.
    void anOldDocumentServesWhileItIsFetchedAgain()
    {
        const core::Completion<core::Result<fetch::Response>> second;
        int fetched = 0;
        ClientMetadataDocuments documents(
            [&fetched, second](fetch::HttpsUrl, core::Cancellation) {
                return [](int number, auto later) -> core::Task<core::Result<fetch::Response>> {
                    if (number == 1)
                        co_return OAuthFixture::jsonDocument(document());
                    co_return co_await later;
                }(++fetched, second);
            },
            *m_server->store, m_server->clock, {});
        QVERIFY(support::await(findTask(documents, url, "192.0.2.7")));
        m_server->clock.advance(std::chrono::hours(1));
        std::optional<std::string> renewed;
        core::start([](ClientMetadataDocuments &d, auto &slot) -> core::Task<void> {
            const auto client = co_await d.find(url, "192.0.2.7", {});
            slot = client ? client->name : client.error().message;
        }(documents, renewed));
        QVERIFY(!renewed);
        QCOMPARE(support::await(findTask(documents, url, "192.0.2.8"))->name,
                 std::string("Claude"));
        QCOMPARE(fetched, 2);
        second.complete(OAuthFixture::jsonDocument(document({{"client_name", "Claude 2"}})));
        QCOMPARE(renewed, std::string("Claude 2"));
        QCOMPARE(support::await(findTask(documents, url, "192.0.2.8"))->name,
                 std::string("Claude 2"));
    }

    void aDocumentThatIsGoneServesNoLonger()
    {
        m_server->document = OAuthFixture::jsonDocument(document());
        QVERIFY(find());
        fetch::Response gone;
        gone.status = 404;
        m_server->document = gone;
        m_server->clock.advance(std::chrono::hours(1));
        QVERIFY(!find());
    }

    void memoryIsBounded()
    {
        ClientMetadataDocuments::Limits limits;
        limits.entries = 2;
        limits.perAddress.burst = limits.perHost.burst = 100;
        int fetched = 0;
        ClientMetadataDocuments documents(
            [&fetched](fetch::HttpsUrl asked, core::Cancellation) {
                ++fetched;
                return [](fetch::HttpsUrl u) -> core::Task<core::Result<fetch::Response>> {
                    co_return OAuthFixture::jsonDocument(document({{"client_id", u.text()}}));
                }(std::move(asked));
            },
            *m_server->store, m_server->clock, limits);
        const auto ask = [&](const char *path) {
            QVERIFY(support::await(
                findTask(documents, std::string("https://app.example/") + path, "192.0.2.7")));
            m_server->clock.advance(std::chrono::seconds(1));
        };
        ask("a");
        ask("b");
        ask("a");
        ask("c"); // makes room by forgetting b
        ask("a");
        ask("c");
        QCOMPARE(fetched, 3);
        ask("b");
        QCOMPARE(fetched, 4);
    }

    // /oauth/authorize must not become a way to make this server ask others.
    void oneAddressCannotCauseFetchesWithoutEnd()
    {
        for (int i = 0; i < 20; ++i)
            (void)find("https://h" + std::to_string(i) + ".example/c");
        QCOMPARE(find("https://next.example/c").error().kind, ErrorKind::Busy);
        QCOMPARE(fetches(), 20U);
        // What is known is not affected, nor is anybody else.
        QCOMPARE(find("https://h1.example/c").error().kind, ErrorKind::Unavailable);
        m_server->clientAddress = "2001:db8::1";
        QCOMPARE(find("https://next.example/c").error().kind, ErrorKind::Unavailable);
        QCOMPARE(fetches(), 21U);
    }

    void oneHostIsNotAskedWithoutEnd()
    {
        m_server->document = OAuthFixture::jsonDocument(document());
        QVERIFY(find());
        m_server->document = core::Error(ErrorKind::Unavailable, "unreachable");
        for (int i = 0; i < 19; ++i) {
            m_server->clientAddress = "192.0.2." + std::to_string(i);
            (void)find("https://app.example/" + std::to_string(i));
        }
        m_server->clientAddress = "192.0.2.99";
        QCOMPARE(find("https://app.example/next").error().kind, ErrorKind::Busy);
        QCOMPARE(find("https://other.example/next").error().kind, ErrorKind::Unavailable);
        QCOMPARE(fetches(), 21U);

        // Whoever did that has not shut out a client that is known, however old its document.
        m_server->document = OAuthFixture::jsonDocument(document());
        m_server->clock.advance(std::chrono::hours(24));
        for (int i = 0; i < 20; ++i) {
            m_server->clientAddress = "192.0.2." + std::to_string(i);
            (void)find("https://app.example/again/" + std::to_string(i));
        }
        QCOMPARE(find("https://app.example/next").error().kind, ErrorKind::Busy);
        QVERIFY(find());
    }
};

QTEST_GUILESS_MAIN(ClientMetadataDocumentsTest)
#include "ClientMetadataDocumentsTest.moc"
