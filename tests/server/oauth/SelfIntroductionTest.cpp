// SPDX-License-Identifier: GPL-3.0-or-later
// Clients that the administrator did not make, from the first page to refreshed tokens.
#include "server/oauth/OAuthFixture.h"
#include "support/Await.h"

#include <QTest>

using nlohmann::json;
using support::OAuthFixture;
using Changes = OAuthFixture::Parameters;

Q_DECLARE_METATYPE(Changes)

namespace {

const std::string documentUrl = "https://app.example/oauth/client.json";

bool contains(const http::Response &page, std::string_view text)
{
    return page.body.find(text) != std::string::npos;
}

bool isProblemPage(const http::Response &response, int status = 400)
{
    return response.status == status && !response.headers.contains("Location")
           && contains(response, "role=\"alert\"") && !contains(response, "<form");
}

bool isAddressPage(const http::Response &page)
{
    return contains(page, "id=\"continue\"") && !contains(page, "type=\"password\"");
}

bool isLoginPage(const http::Response &page)
{
    return contains(page, "id=\"connect\"") && contains(page, "type=\"password\"");
}

} // namespace

class SelfIntroductionTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OAuthFixture> m_server;

    std::string registeredClient(const std::string &name = "Cursor") const
    {
        const json members = {{"client_name", name},
                              {"redirect_uris", {"https://app.example/cb"}},
                              {"token_endpoint_auth_method", "none"}};
        return m_server->json(m_server->registerClient(members.dump()))["client_id"];
    }
    void publishDocument() const
    {
        m_server->document =
            OAuthFixture::jsonDocument({{"client_id", documentUrl},
                                        {"client_name", "Claude"},
                                        {"redirect_uris", {"https://app.example/cb"}},
                                        {"token_endpoint_auth_method", "none"}});
    }
    http::Response firstPage(const std::string &clientId) const
    {
        return m_server->authorize({{"client_id", clientId}});
    }
    /// The login page, with the cookie of the first one as a browser keeps it.
    http::Response secondPage(const http::Response &first,
                              const std::string &address = "alice@mail.test") const
    {
        return m_server->logIn(first, {{"email", address}});
    }
    json tokensFor(const std::string &clientId, const Changes &loginChanges = {}) const
    {
        const auto page = secondPage(firstPage(clientId));
        const auto code = m_server->locationParameters(m_server->logIn(page, loginChanges))["code"];
        return m_server->json(
            m_server->redeem(code, {{"client_id", clientId}, {"client_secret", ""}}));
    }

private Q_SLOTS:
    void init() { m_server = std::make_unique<OAuthFixture>(); }

    void aRegisteredClientIsAskedForTheAddressFirst()
    {
        const auto page = firstPage(registeredClient());
        QCOMPARE(page.status, 200);
        QVERIFY(isAddressPage(page));
        QVERIFY(contains(page, "Cursor"));
        QVERIFY(contains(page, "app.example"));
        QVERIFY(contains(page, "Nobody has checked this name"));
        QVERIFY(!contains(page, "imap.mail.test"));
        QVERIFY(page.headers.find("Content-Security-Policy")->ends_with("form-action 'self'"));
        QVERIFY(page.headers.find("Set-Cookie")->starts_with("__Host-mm_csrf-"));
    }

    void theHostOfADocumentIsShown()
    {
        publishDocument();
        for (const auto &page : {firstPage(documentUrl), secondPage(firstPage(documentUrl))}) {
            QVERIFY(contains(page, "A program from <strong>app.example</strong>"));
            QVERIFY(contains(page, "<strong>Claude</strong>"));
            QVERIFY(!contains(page, "Nobody has checked this name"));
        }
    }

    void theDomainOfTheAddressPicksTheServers()
    {
        const auto page = secondPage(firstPage(registeredClient()), " alice@MAIL.test ");
        QCOMPARE(page.status, 200);
        QVERIFY(isLoginPage(page));
        QVERIFY(contains(page, "imap.mail.test:993"));
        QVERIFY(contains(page, "smtp.mail.test:465"));
        QVERIFY(contains(page, "value=\"alice@MAIL.test\""));
        QVERIFY(contains(page, "Nobody has checked this name"));
        QVERIFY(contains(page, "value=\"mail.read\" checked"));
        QCOMPARE(m_server->loginAttempts, 0);

        const auto response = m_server->logIn(page);
        QCOMPARE(response.status, 303);
        QCOMPARE(m_server->lastAccount->imap.host, std::string("imap.mail.test"));
        QCOMPARE(m_server->lastAccount->smtp.host, std::string("smtp.mail.test"));
    }

    void theUserAloneDecidesAboutBeingAsked()
    {
        publishDocument();
        for (const auto &clientId : {registeredClient(), documentUrl}) {
            for (const bool isAsked : {true, false}) {
                const auto answer = tokensFor(clientId, {{"confirm", isAsked ? "1" : ""}});
                const auto token =
                    m_server->tokens.openAccessToken(answer["access_token"].get<std::string>());
                QVERIFY(token);
                QCOMPARE(token->confirmsSendAndDelete, isAsked);
            }
        }
    }

    void aClientOfTheAdministratorGoesStraightToTheLoginPage()
    {
        const auto page = m_server->authorize();
        QVERIFY(isLoginPage(page));
        QVERIFY(!contains(page, "calls itself"));
    }

    void anAddressThatIsNotServedIsSaidPlainly_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("another domain")
            << QByteArray("a@gmail.example")
            << QByteArray("This service has no mail server for gmail.example.");
        QTest::newRow("below") << QByteArray("a@sub.mail.test")
                               << QByteArray("no mail server for sub.mail.test.");
        QTest::newRow("an address literal")
            << QByteArray("a@[169.254.169.254]") << QByteArray("no mail server for");
        QTest::newRow("markup") << QByteArray("a@<script>") << QByteArray("Enter your e-mail");
        QTest::newRow("none") << QByteArray("alice") << QByteArray("Enter your e-mail address");
        QTest::newRow("empty") << QByteArray("") << QByteArray("Enter your e-mail address");
        QTest::newRow("line break") << QByteArray("a@mail.test\r\nx") << QByteArray("line break");
        QTest::newRow("too long") << QByteArray(250, 'a') + "@mail.test"
                                  << QByteArray("is too long");
    }
    void anAddressThatIsNotServedIsSaidPlainly()
    {
        QFETCH(QByteArray, address);
        QFETCH(QByteArray, sentence);
        const auto page = secondPage(firstPage(registeredClient()), address.toStdString());
        QCOMPARE(page.status, 200);
        QVERIFY(isAddressPage(page));
        QVERIFY2(contains(page, sentence.toStdString()), page.body.c_str());
        QVERIFY(contains(page, "aria-invalid=\"true\" aria-describedby=\"problems\""));
        QVERIFY(contains(page, "<title>Error: "));
        QVERIFY(!contains(page, "<script"));
        QCOMPARE(m_server->loginAttempts, 0);
    }

    void theSamePageTakesABetterAddress()
    {
        const auto first = firstPage(registeredClient());
        auto again = secondPage(first, "alice@mial.test");
        QVERIFY(isAddressPage(again));
        again.headers.set("Set-Cookie", http::HeaderValue::sanitized(
                                            std::string(*first.headers.find("Set-Cookie"))));
        QVERIFY(isLoginPage(secondPage(again)));
    }

    // The servers come from the sealed request alone.
    void theFormCannotNameServers()
    {
        const auto page =
            m_server->logIn(firstPage(registeredClient()), {{"email", "alice@mail.test"},
                                                            {"imap_host", "evil.example"},
                                                            {"imap", "evil.example:993"},
                                                            {"smtp_host", "evil.example"}});
        QVERIFY(isLoginPage(page));
        QVERIFY(!contains(page, "evil.example"));
        (void)m_server->logIn(page,
                              {{"email", "alice@evil.example"}, {"imap_host", "evil.example"}});
        QCOMPARE(m_server->lastAccount->imap.host, std::string("imap.mail.test"));
    }

    // A password that is posted to the first step goes nowhere.
    void theFirstStepCannotBeSkipped()
    {
        const auto page =
            m_server->logIn(firstPage(registeredClient()), {{"imap_password", "canary"}});
        QVERIFY(isLoginPage(page));
        QVERIFY(!contains(page, "canary"));
        QCOMPARE(m_server->loginAttempts, 0);
    }

    void theFirstStepIsTiedToItsBrowser_data()
    {
        QTest::addColumn<Changes>("headers");
        QTest::newRow("no cookie") << Changes{{"Cookie", ""}};
        QTest::newRow("another cookie") << Changes{{"Cookie", "__Host-mm_csrf-x=y"}};
        QTest::newRow("another page") << Changes{{"Origin", "https://evil.example"}};
        QTest::newRow("another site") << Changes{{"Sec-Fetch-Site", "cross-site"}};
    }
    void theFirstStepIsTiedToItsBrowser()
    {
        QFETCH(Changes, headers);
        const auto response = m_server->logIn(firstPage(registeredClient()), {}, headers);
        QVERIFY(isProblemPage(response, 403));
    }

    void theListOfDomainsCannotBeReadOff()
    {
        const auto first = firstPage(registeredClient());
        for (int i = 0; i < 20; ++i)
            QCOMPARE(secondPage(first, "a@d" + std::to_string(i) + ".test").status, 200);
        const auto response = secondPage(first);
        QCOMPARE(response.status, 429);
        QVERIFY(response.headers.contains("Retry-After"));
        QVERIFY(isAddressPage(response));
        m_server->clientAddress = "192.0.2.8";
        QVERIFY(isLoginPage(secondPage(first)));
    }

    void aRegisteredClientGetsTokensAndRefreshesThem()
    {
        const auto id = registeredClient();
        const auto answer = tokensFor(id);
        QVERIFY(answer.contains("access_token"));
        QVERIFY(m_server->admit(
            {{"Authorization", "Bearer " + answer["access_token"].get<std::string>()}}));
        const auto refreshed =
            m_server->refresh(answer["refresh_token"], {{"client_id", id}, {"client_secret", ""}});
        QCOMPARE(refreshed.status, 200);
    }

    void aClientWithADocumentGetsTokensWithOneFetch()
    {
        publishDocument();
        const auto answer = tokensFor(documentUrl);
        QVERIFY(answer.contains("access_token"));
        const auto refreshed = m_server->refresh(
            answer["refresh_token"], {{"client_id", documentUrl}, {"client_secret", ""}});
        QCOMPARE(refreshed.status, 200);
        QCOMPARE(m_server->fetchedUrls.size(), 1U);
        const auto known = support::await(m_server->store->listClients());
        QVERIFY(known && known->size() == 1);
        QCOMPARE(known->front().name, std::string("Claude (app.example)"));
    }

    void aRegisteredSecretIsAskedFor()
    {
        const json members = {{"redirect_uris", {"https://app.example/cb"}},
                              {"token_endpoint_auth_method", "client_secret_post"}};
        const auto made = m_server->json(m_server->registerClient(members.dump()));
        const std::string id = made["client_id"];
        const auto code = [&] {
            return m_server->locationParameters(m_server->logIn(secondPage(firstPage(id))))["code"];
        };
        for (const std::string secret : {"", "wrong"}) {
            const auto response =
                m_server->redeem(code(), {{"client_id", id}, {"client_secret", secret}});
            QCOMPARE(response.status, 401);
            QVERIFY(m_server->json(response)["error"] == "invalid_client");
        }
        QCOMPARE(
            m_server->redeem(code(), {{"client_id", id}, {"client_secret", made["client_secret"]}})
                .status,
            200);
    }

    // OA-078, OA-090: tokens belong to the client they were made for.
    void anotherClientCannotUseThem()
    {
        publishDocument();
        const auto one = registeredClient("One");
        const auto code =
            m_server->locationParameters(m_server->logIn(secondPage(firstPage(one))))["code"];
        for (const auto &other : {registeredClient("Two"), documentUrl}) {
            const auto response =
                m_server->redeem(code, {{"client_id", other}, {"client_secret", ""}});
            QVERIFY(m_server->json(response)["error"] == "invalid_grant");
        }
        const auto answer = tokensFor(one);
        const auto response = m_server->refresh(
            answer["refresh_token"], {{"client_id", documentUrl}, {"client_secret", ""}});
        QVERIFY(m_server->json(response)["error"] == "invalid_grant");
    }

    // OA-002, OA-007 and others for clients of these kinds.
    void onlyItsOwnRedirectUrisAreUsed()
    {
        publishDocument();
        for (const auto &id : {registeredClient(), documentUrl}) {
            for (const char *uri : {"https://evil.example/cb", "https://app.example/cb/",
                                    "http://app.example/cb", "https://app.example/cb?x", ""})
                QVERIFY(
                    isProblemPage(m_server->authorize({{"client_id", id}, {"redirect_uri", uri}})));
        }
    }

    // RFC 9700 §4.11.2: whoever registers a URI must not be able to send people there through us.
    void aMistakeInTheRequestSendsNobodyToAPlaceThatNobodyVouchesFor_data()
    {
        QTest::addColumn<Changes>("changes");
        QTest::newRow("response_type") << Changes{{"response_type", "token"}};
        QTest::newRow("no PKCE") << Changes{{"code_challenge", ""}};
        QTest::newRow("resource") << Changes{{"resource", "https://evil.example"}};
        QTest::newRow("scope") << Changes{{"scope", "admin"}};
        QTest::newRow("request_uri") << Changes{{"request_uri", "https://evil.example"}};
        QTest::newRow("state") << Changes{{"state", std::string(2049, 'x')}};
    }
    void aMistakeInTheRequestSendsNobodyToAPlaceThatNobodyVouchesFor()
    {
        QFETCH(Changes, changes);
        publishDocument();
        for (const auto &id : {registeredClient(), documentUrl}) {
            changes["client_id"] = id;
            const auto page = m_server->authorize(changes);
            QVERIFY(isProblemPage(page));
            QVERIFY(contains(page, "The assistant&#39;s request is not one that this service"));
        }
    }

    void aDocumentThatCannotBeUsedIsAPage()
    {
        QVERIFY(isProblemPage(firstPage(documentUrl))); // its host is down
        m_server->clock.advance(std::chrono::minutes(1));
        m_server->document = OAuthFixture::jsonDocument({{"client_id", "https://evil.example/c"}});
        const auto page = firstPage(documentUrl);
        QVERIFY(isProblemPage(page));
        QVERIFY(contains(page, "The document that describes the assistant cannot be used"));
        QVERIFY(isProblemPage(firstPage("https://app.example/c#fragment")));
        QVERIFY(isProblemPage(firstPage("http://app.example/c")));
    }

    void tooManyDocumentsAreAPage()
    {
        for (int i = 0; i < 20; ++i)
            (void)firstPage("https://h" + std::to_string(i) + ".example/c");
        const auto page = firstPage("https://next.example/c");
        QVERIFY(isProblemPage(page, 429));
        QVERIFY(page.headers.contains("Retry-After"));
    }

    void theTokenEndpointSaysWhatIsWrongWithADocument()
    {
        const Changes form = {{"client_id", documentUrl}, {"client_secret", ""}};
        auto response = m_server->redeem("code", form); // its host is down
        QCOMPARE(response.status, 503);
        QVERIFY(m_server->json(response)["error"] == "temporarily_unavailable");
        m_server->clock.advance(std::chrono::minutes(1));
        m_server->document = OAuthFixture::jsonDocument({{"client_id", "x"}});
        response = m_server->redeem("code", form);
        QCOMPARE(response.status, 401);
        QVERIFY(m_server->json(response)["error"] == "invalid_client");
    }

    void aRegistrationEnds()
    {
        const auto id = registeredClient();
        m_server->clock.advance(std::chrono::hours(24 * 180) + std::chrono::seconds(1));
        QVERIFY(isProblemPage(firstPage(id)));
    }

    void aDeniedClientIsRefused() // OA-021
    {
        publishDocument();
        const auto page = firstPage(documentUrl);
        (void)support::await(m_server->store->denyClient(tokens::clientHashOf(documentUrl)));
        QVERIFY(isProblemPage(firstPage(documentUrl)));
        QVERIFY(isProblemPage(secondPage(page)));
    }

    // Without DEFAULT_MAIL_SERVERS there are only the administrator's clients.
    void switchedOffNobodyIntroducesItself()
    {
        publishDocument();
        oauth::ClientDirectory closed(m_server->tokens, nullptr);
        const auto find = [&closed](std::string id) {
            return support::await(
                [](oauth::ClientDirectory &directory,
                   std::string text) -> core::Task<core::Result<tokens::ClientId>> {
                    co_return co_await directory.find(std::move(text), "192.0.2.7", {});
                }(closed, std::move(id)));
        };
        QVERIFY(find(m_server->client.id));
        QCOMPARE(find(registeredClient()).error().kind, core::ErrorKind::Unauthenticated);
        QCOMPARE(find(documentUrl).error().kind, core::ErrorKind::InvalidArgument);
        QVERIFY(m_server->fetchedUrls.empty());
    }
};

QTEST_GUILESS_MAIN(SelfIntroductionTest)
#include "SelfIntroductionTest.moc"
