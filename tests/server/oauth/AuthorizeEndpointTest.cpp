// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/OAuthFixture.h"

#include "core/PercentEncoding.h"

#include <QTest>

#include <set>

using support::OAuthFixture;
using Changes = OAuthFixture::Parameters;

Q_DECLARE_METATYPE(Changes)

namespace {

/// P400 of the test plan: a page that leads nowhere.
bool isProblemPage(const http::Response &response, int status = 400)
{
    return response.status == status && !response.headers.contains("Location")
           && response.headers.find("Content-Type")->starts_with("text/html")
           && response.headers.contains("Content-Security-Policy")
           && response.body.find("<form") == std::string::npos;
}

} // namespace

class AuthorizeEndpointTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OAuthFixture> m_server;

private Q_SLOTS:
    void init() { m_server = std::make_unique<OAuthFixture>(); }

    void showsTheLoginPage() // OA-001
    {
        const auto page = m_server->authorize();
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.find("app.example") != std::string::npos);
        QVERIFY(page.body.find("Claude") != std::string::npos);
        QVERIFY(page.body.find("imap.mail.test") != std::string::npos);
        const auto cookie = *page.headers.find("Set-Cookie");
        QVERIFY(cookie.starts_with("__Host-mm_csrf-"));
        QVERIFY(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict; Max-Age=600; Secure"));
    }

    void neverRedirectsToAnUnknownPlace_data()
    {
        QTest::addColumn<Changes>("changes");
        const auto uri = [](const char *value) { return Changes{{"redirect_uri", value}}; };
        QTest::newRow("OA-002") << uri("https://evil.example/cb");
        QTest::newRow("OA-003") << uri("https://app.example/cb/");
        QTest::newRow("OA-005") << uri("https://app.example.evil.example/cb");
        QTest::newRow("OA-007") << uri("http://app.example/cb");
        QTest::newRow("OA-009") << uri("https://app.example/cb/../evil");
        QTest::newRow("OA-010") << uri("https://app.example/cb#f");
        QTest::newRow("OA-015") << uri("");
        QTest::newRow("OA-016 no client") << Changes{{"client_id", ""}};
        QTest::newRow("OA-016 garbage") << Changes{{"client_id", "not-a-jwt"}};
        QTest::newRow("other client's URI") << uri("https://other.example/cb");
    }
    void neverRedirectsToAnUnknownPlace()
    {
        QFETCH(Changes, changes);
        QVERIFY(isProblemPage(m_server->authorize(changes)));
    }

    void aRepeatedParameterIsRefused() // OA-028
    {
        const std::string id = core::percentEncoded(m_server->client.id);
        QVERIFY(isProblemPage(
            m_server->authorizeQuery("client_id=" + id + "&client_id=" + id
                                     + "&redirect_uri=https%3A%2F%2Fapp.example%2Fcb")));
    }

    void otherTokensAreNoClientIds() // OA-018, part of OA-088
    {
        const auto answer = m_server->json(m_server->redeem(m_server->obtainCode()));
        QVERIFY(isProblemPage(m_server->authorize({{"client_id", answer["access_token"]}})));
        QVERIFY(isProblemPage(m_server->authorize({{"client_id", answer["refresh_token"]}})));
        QVERIFY(isProblemPage(m_server->authorize({{"client_id", m_server->obtainCode()}})));
    }

    void aLoopbackPortIsFree() // OA-011
    {
        const auto page =
            m_server->authorize({{"redirect_uri", "http://127.0.0.1:51234/callback"}});
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.find("program on this computer") != std::string::npos);
        QVERIFY(page.headers.find("Content-Security-Policy")
                    ->ends_with("form-action 'self' http://127.0.0.1:*"));
    }

    void tellsTheClientWhatIsWrong_data()
    {
        QTest::addColumn<Changes>("changes");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("OA-022") << Changes{{"response_type", "token"}}
                                << QByteArray("unsupported_response_type");
        QTest::newRow("no response_type")
            << Changes{{"response_type", ""}} << QByteArray("invalid_request");
        QTest::newRow("OA-024") << Changes{{"code_challenge", ""}} << QByteArray("invalid_request");
        QTest::newRow("short challenge")
            << Changes{{"code_challenge", "abc"}} << QByteArray("invalid_request");
        QTest::newRow("OA-025") << Changes{{"code_challenge_method", "plain"}}
                                << QByteArray("invalid_request");
        QTest::newRow("no method")
            << Changes{{"code_challenge_method", ""}} << QByteArray("invalid_request");
        QTest::newRow("OA-030") << Changes{{"resource", "https://evil.example"}}
                                << QByteArray("invalid_target");
        QTest::newRow("OA-033") << Changes{{"resource", "https://mail.test/mcp#x"}}
                                << QByteArray("invalid_target");
        QTest::newRow("OA-034") << Changes{{"scope", "admin"}} << QByteArray("invalid_scope");
        QTest::newRow("OA-035") << Changes{{"request_uri", "http://169.254.169.254/x"}}
                                << QByteArray("request_uri_not_supported");
        QTest::newRow("OA-035 request")
            << Changes{{"request", "eyJ"}} << QByteArray("request_not_supported");
    }
    void tellsTheClientWhatIsWrong()
    {
        QFETCH(Changes, changes);
        QFETCH(QByteArray, error);
        const auto response = m_server->authorize(changes);
        QCOMPARE(response.status, 303);
        QVERIFY(response.headers.find("Location")->starts_with("https://app.example/cb?error="));
        auto parameters = m_server->locationParameters(response);
        QCOMPARE(parameters["error"], error.toStdString());
        QCOMPARE(parameters["state"], std::string("st-123"));
        QCOMPARE(parameters["iss"], std::string("https://mail.test"));
        QVERIFY(!parameters.contains("code"));
    }

    void aScopeBeyondTheClientsMaximumCannotBeAskedFor()
    {
        const auto readOnly = m_server->makeClient({"https://app.example/cb"},
                                                   *clients::ScopeSet::parse("mail.read"), "");
        auto response = m_server->authorize({{"client_id", readOnly.id}, {"scope", "mail.send"}});
        QCOMPARE(m_server->locationParameters(response)["error"], std::string("invalid_scope"));
        response =
            m_server->authorize({{"client_id", readOnly.id}, {"scope", "mail.read mail.send"}});
        QCOMPARE(response.status, 200);
        QVERIFY(response.body.find("mail.send") == std::string::npos);
    }

    void riskyScopesAreNeverTickedForTheOwner()
    {
        const auto page = m_server->authorize({{"scope", "mail.read mail.send"}});
        QVERIFY(page.body.find("value=\"mail.read\" checked") != std::string::npos);
        QVERIFY(page.body.find("value=\"mail.send\">") != std::string::npos);
    }

    void whoWantsToBeAskedSaysSo_data()
    {
        QTest::addColumn<std::string>("ticked");
        QTest::addColumn<bool>("isAsked");
        QTest::newRow("ticked") << std::string("1") << true;
        QTest::newRow("not ticked") << std::string() << false;
    }
    void whoWantsToBeAskedSaysSo()
    {
        QFETCH(std::string, ticked);
        QFETCH(bool, isAsked);
        const auto code = m_server->tokens.openAuthorizationCode(
            m_server->obtainCode({{"scope", "mail.read mail.send"}}, {{"confirm", ticked}}));
        QVERIFY(code);
        QCOMPARE(code->confirmsSendAndDelete, isAsked);
    }

    void aClientMayWantItsUsersToBeAsked()
    {
        const auto client = m_server->makeConfirmingClient();
        const auto page =
            m_server->authorize({{"client_id", client.id}, {"scope", "mail.read mail.send"}});
        QVERIFY(page.body.find("You are always asked") != std::string::npos);
        QVERIFY(page.body.find("name=\"confirm\"") == std::string::npos);
        // Neither the request nor the form can take it back.
        const auto code = m_server->tokens.openAuthorizationCode(
            m_server->obtainCode({{"client_id", client.id}, {"confirm", "0"}}, {{"confirm", ""}}));
        QVERIFY(code);
        QVERIFY(code->confirmsSendAndDelete);
    }

    void theWishToBeAskedSurvivesARefusal()
    {
        m_server->verdict.imap = core::Error(core::ErrorKind::Unauthenticated, "refused");
        const auto first = m_server->authorize({{"scope", "mail.read mail.send"}});
        QVERIFY(first.body.find("confirm_hint\" checked") == std::string::npos);
        const auto page = m_server->logIn(first, {{"confirm", "1"}});
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.find("confirm_hint\" checked") != std::string::npos);
    }

    void stateComesBackByteForByte_data() // OA-038, OA-040
    {
        QTest::addColumn<QByteArray>("state");
        QTest::newRow("markup") << QByteArray("\"><script>x</script>");
        QTest::newRow("separators") << QByteArray("a&b=c+d %41#e");
        QTest::newRow("UTF-8") << QByteArray("größe 日本");
        QTest::newRow("2,048 bytes") << QByteArray(2048, '&');
    }
    void stateComesBackByteForByte()
    {
        QFETCH(QByteArray, state);
        const auto page = m_server->authorize({{"state", state.toStdString()}});
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.find("<script") == std::string::npos);
        const auto response = m_server->logIn(page);
        QCOMPARE(response.status, 303);
        QCOMPARE(m_server->locationParameters(response)["state"], state.toStdString());
    }

    void aStateOverTheLimitIsRefused()
    {
        const auto response = m_server->authorize({{"state", std::string(2049, 'x')}});
        QCOMPARE(m_server->locationParameters(response)["error"], std::string("invalid_request"));
    }

    void credentialsInTheUrlAreIgnored() // OA-043
    {
        const auto page = m_server->authorize(
            {{"imap_username", "canary-user"}, {"imap_password", "canary-pass"}});
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.find("canary") == std::string::npos);
    }

    void aRightLoginGoesBackWithACode() // OA-045
    {
        const auto response = m_server->logIn(m_server->authorize());
        QCOMPARE(response.status, 303);
        QVERIFY(response.headers.find("Location")->starts_with("https://app.example/cb?code="));
        auto parameters = m_server->locationParameters(response);
        QCOMPARE(parameters.size(), 3U);
        QVERIFY(!parameters["code"].empty());
        QCOMPARE(parameters["state"], std::string("st-123"));
        QCOMPARE(parameters["iss"], std::string("https://mail.test"));
        QCOMPARE(*response.headers.find("Cache-Control"), std::string_view("no-store"));
        QCOMPARE(m_server->loginAttempts, 1);
        QCOMPARE(m_server->lastAccount->imap.host, std::string("imap.mail.test"));
        QVERIFY(m_server->lastAccount->smtpLogin.password.equals("correct horse"));
    }

    void aRegisteredQueryIsKept() // OA-046
    {
        const auto client =
            m_server->makeClient({"https://q.example/cb?x=1"}, clients::ScopeSet::all(), "Q");
        const auto page = m_server->authorize(
            {{"client_id", client.id}, {"redirect_uri", "https://q.example/cb?x=1"}});
        QVERIFY(m_server->logIn(page)
                    .headers.find("Location")
                    ->starts_with("https://q.example/cb?x=1&code="));
    }

    void anEmptyUserNameIsTheAddress()
    {
        QCOMPARE(m_server->logIn(m_server->authorize(), {{"imap_username", ""}}).status, 303);
        QCOMPARE(m_server->lastAccount->imapLogin.username, std::string("alice@mail.test"));
    }

    void sendingMayHaveItsOwnLogin()
    {
        const auto response =
            m_server->logIn(m_server->authorize(), {{"use_same_credentials", ""},
                                                    {"smtp_username", "alice-smtp"},
                                                    {"smtp_password", "other horse"}});
        QCOMPARE(response.status, 303);
        QCOMPARE(m_server->lastAccount->smtpLogin.username, std::string("alice-smtp"));
        QVERIFY(m_server->lastAccount->smtpLogin.password.equals("other horse"));
    }

    void aWrongPasswordIsSaidOnceAndNotEchoed() // OA-047, OA-048
    {
        m_server->verdict.imap = core::Error(core::ErrorKind::Unauthenticated, "refused",
                                             "NO [AUTHENTICATIONFAILED] <b>x");
        const auto page = m_server->logIn(m_server->authorize());
        QCOMPARE(page.status, 200);
        QCOMPARE(m_server->loginAttempts, 1);
        QVERIFY(page.body.find("imap.mail.test) did not accept this user name and password")
                != std::string::npos);
        QVERIFY(page.body.find("correct horse") == std::string::npos);
        QVERIFY(page.body.find("AUTHENTICATIONFAILED") == std::string::npos);
        QVERIFY(page.body.find("value=\"alice@mail.test\"") != std::string::npos);
        m_server->verdict = {};
        QCOMPARE(m_server->logIn(page, {}, {{"Cookie", ""}}).status,
                 403); // the page set no new cookie
    }

    void theFormWorksAgainAfterARefusal()
    {
        const auto first = m_server->authorize();
        m_server->verdict.smtp = core::Error(core::ErrorKind::Unauthenticated, "refused");
        QVERIFY(m_server->logIn(first).body.find("for sending (smtp.mail.test) did not accept")
                != std::string::npos);
        m_server->verdict = {};
        QCOMPARE(m_server->logIn(first).status, 303);
    }

    void bothServersAreReported() // OA-060, OA-064
    {
        m_server->verdict.imap = core::Error(core::ErrorKind::UntrustedPeer, "m", "detail-a");
        m_server->verdict.smtp = core::Error(core::ErrorKind::Unavailable, "m", "detail-b");
        const auto page = m_server->logIn(m_server->authorize());
        QVERIFY(page.body.find("imap.mail.test) could not prove its identity")
                != std::string::npos);
        QVERIFY(page.body.find("smtp.mail.test) cannot be reached") != std::string::npos);
        QVERIFY(page.body.find("detail-") == std::string::npos);
        QVERIFY(!page.headers.contains("Location"));
    }

    void onlyOurPageInTheSameBrowserMayLogIn_data()
    {
        QTest::addColumn<Changes>("headers");
        QTest::newRow("OA-049 no cookie") << Changes{{"Cookie", ""}};
        QTest::newRow("other cookie") << Changes{{"Cookie", "__Host-mm_csrf-xxxxxxxx=abc"}};
        QTest::newRow("OA-050 foreign origin") << Changes{{"Origin", "https://evil.example"}};
        QTest::newRow("null origin") << Changes{{"Origin", "null"}};
        QTest::newRow("cross-site") << Changes{{"Sec-Fetch-Site", "cross-site"}};
        QTest::newRow("same-site") << Changes{{"Sec-Fetch-Site", "same-site"}};
    }
    void onlyOurPageInTheSameBrowserMayLogIn()
    {
        QFETCH(Changes, headers);
        QVERIFY(isProblemPage(m_server->logIn(m_server->authorize(), {}, headers), 403));
        QCOMPARE(m_server->loginAttempts, 0);
    }

    void aFormOfAnotherPageDoesNotFitTheCookie()
    {
        const auto other = m_server->authorize();
        const auto mine = m_server->authorize();
        const auto cookie = other.headers.find("Set-Cookie").value_or("");
        QVERIFY(isProblemPage(
            m_server->logIn(mine, {},
                            {{"Cookie", std::string(cookie.substr(0, cookie.find(';')))}}),
            403));
    }

    void rawParametersOfThePostDoNotMatter() // OA-053
    {
        const auto response = m_server->logIn(
            m_server->authorize(),
            {{"redirect_uri", "https://evil.example"}, {"state", "x"}, {"client_id", "y"}});
        QVERIFY(response.headers.find("Location")->starts_with("https://app.example/cb?code="));
    }

    void theFormExpires()
    {
        const auto page = m_server->authorize();
        m_server->clock.advance(std::chrono::seconds(601));
        QVERIFY(isProblemPage(m_server->logIn(page)));
        QCOMPARE(m_server->loginAttempts, 0);
    }

    void theFormGivesOneCode()
    {
        const auto page = m_server->authorize();
        QCOMPARE(m_server->logIn(page).status, 303);
        QVERIFY(isProblemPage(m_server->logIn(page)));
    }

    void oddInputIsRefusedBeforeAnyServerIsAsked_data() // OA-062
    {
        QTest::addColumn<Changes>("changes");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("line break")
            << Changes{{"imap_username", "a\r\nb"}} << QByteArray("line break");
        QTest::newRow("line break in the password")
            << Changes{{"imap_password", "a\nb"}} << QByteArray("line break");
        QTest::newRow("line break in the name")
            << Changes{{"full_name", "a\r\nBcc: x@y"}} << QByteArray("line break");
        QTest::newRow("no address")
            << Changes{{"email", "alice"}} << QByteArray("Enter your e-mail address");
        QTest::newRow("two addresses")
            << Changes{{"email", "a@x, b@y"}} << QByteArray("Enter your e-mail address");
        QTest::newRow("no password")
            << Changes{{"imap_password", ""}} << QByteArray("Enter the password");
        QTest::newRow("no password for sending")
            << Changes{{"use_same_credentials", ""}} << QByteArray("password for sending");
        QTest::newRow("no scope") << Changes{{"scope", ""}} << QByteArray("Tick at least one");
        QTest::newRow("a scope that was not offered")
            << Changes{{"scope", "mail.send"}} << QByteArray("Tick at least one");
        QTest::newRow("long password")
            << Changes{{"imap_password", std::string(257, 'x')}} << QByteArray("too long");
        QTest::newRow("long name")
            << Changes{{"full_name", std::string(129, 'x')}} << QByteArray("too long");
    }
    void oddInputIsRefusedBeforeAnyServerIsAsked()
    {
        QFETCH(Changes, changes);
        QFETCH(QByteArray, text);
        const auto page = m_server->logIn(m_server->authorize(), changes);
        QCOMPARE(page.status, 200);
        QVERIFY2(page.body.find(text.toStdString()) != std::string::npos, page.body.c_str());
        QCOMPARE(m_server->loginAttempts, 0);
    }

    void theSixthWrongPasswordIsNotTried() // OA-056
    {
        m_server->verdict.imap = core::Error(core::ErrorKind::Unauthenticated, "refused");
        const auto page = m_server->authorize();
        for (int i = 0; i < 5; ++i)
            QCOMPARE(m_server->logIn(page).status, 200);
        const auto sixth = m_server->logIn(page);
        QCOMPARE(sixth.status, 429);
        QVERIFY(sixth.headers.contains("Retry-After"));
        QCOMPARE(m_server->loginAttempts, 5);
        m_server->verdict = {};
        m_server->clock.advance(std::chrono::minutes(5));
        QCOMPARE(m_server->logIn(page).status, 303); // slowed down, never locked out
    }

    void manyAccountsFromOneAddressAreLimited() // OA-058
    {
        m_server->verdict.imap = core::Error(core::ErrorKind::Unauthenticated, "refused");
        const auto page = m_server->authorize();
        for (int i = 0; i < 20; ++i)
            QCOMPARE(m_server->logIn(page, {{"imap_username", "user" + std::to_string(i)}}).status,
                     200);
        QCOMPARE(m_server->logIn(page, {{"imap_username", "user20"}}).status, 429);
        m_server->clientAddress = "192.0.2.8";
        QCOMPARE(m_server->logIn(page, {{"imap_username", "user20"}}).status, 200);
    }

    void oneIpv6NetworkIsOneAddress()
    {
        m_server->verdict.imap = core::Error(core::ErrorKind::Unauthenticated, "refused");
        const auto page = m_server->authorize();
        for (int i = 0; i < 20; ++i) {
            m_server->clientAddress = "2001:db8:1:2::" + std::to_string(i + 1);
            QCOMPARE(m_server->logIn(page, {{"imap_username", "user" + std::to_string(i)}}).status,
                     200);
        }
        m_server->clientAddress = "2001:db8:1:2:ffff::1";
        QCOMPARE(m_server->logIn(page, {{"imap_username", "user20"}}).status, 429);
        m_server->clientAddress = "2001:db8:1:3::1";
        QCOMPARE(m_server->logIn(page, {{"imap_username", "user20"}}).status, 200);
    }

    void goodLoginsAndDeadServersDoNotCount()
    {
        for (int i = 0; i < 12; ++i)
            QCOMPARE(m_server->logIn(m_server->authorize()).status, 303);
        m_server->verdict.imap = core::Error(core::ErrorKind::Unavailable, "down");
        const auto page = m_server->authorize();
        for (int i = 0; i < 12; ++i)
            QCOMPARE(m_server->logIn(page).status, 200);
    }
};

QTEST_GUILESS_MAIN(AuthorizeEndpointTest)
#include "AuthorizeEndpointTest.moc"
