// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/OAuthFixture.h"

#include "core/Base64.h"
#include "core/PercentEncoding.h"
#include "state/LoginRefusals.h"
#include "support/Await.h"

#include <QTest>

using namespace std::chrono_literals;
using support::OAuthFixture;
using Changes = OAuthFixture::Parameters;

Q_DECLARE_METATYPE(Changes)

class TokenEndpointTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OAuthFixture> m_server;

    std::string errorOf(const http::Response &response)
    {
        return m_server->json(response)["error"];
    }
    bool isAdmitted(const std::string &accessToken)
    {
        return bool(m_server->admit({{"Authorization", "Bearer " + accessToken}}));
    }

    void noteRefusedLogin(const std::string &family)
    {
        support::await([](state::StateStore &store, std::string id) -> core::Task<void> {
            state::LoginRefusals refusals(store);
            (void)co_await refusals.begin(id);
            (void)co_await refusals.end(id, state::LoginRefusals::Outcome::Refused);
        }(*m_server->store, family));
    }

private Q_SLOTS:
    void init() { m_server = std::make_unique<OAuthFixture>(); }

    void aCodeBecomesTokens() // OA-066
    {
        const auto response = m_server->redeem(m_server->obtainCode());
        QCOMPARE(response.status, 200);
        QCOMPARE(*response.headers.find("Cache-Control"), std::string_view("no-store"));
        const auto answer = m_server->json(response);
        QVERIFY(answer["token_type"] == "Bearer");
        QVERIFY(answer["expires_in"] == 28800);
        QVERIFY(answer["scope"] == "mail.read");
        QVERIFY(answer["access_token"].get<std::string>().size() <= 3072);
        QVERIFY(answer.contains("refresh_token"));
        QVERIFY(isAdmitted(answer["access_token"]));
    }

    void theWishToBeAskedIsKeptByEveryRefresh()
    {
        for (const bool isAsked : {true, false}) {
            auto answer = m_server->json(
                m_server->redeem(m_server->obtainCode({}, {{"confirm", isAsked ? "1" : ""}})));
            for (int i = 0; i < 3; ++i) {
                const auto token =
                    m_server->tokens.openAccessToken(answer["access_token"].get<std::string>());
                QVERIFY(token);
                QCOMPARE(token->confirmsSendAndDelete, isAsked);
                answer = m_server->json(m_server->refresh(answer["refresh_token"]));
            }
        }
    }

    void theResourceMayBeLeftOut() // OA-032
    {
        const auto code = m_server->obtainCode({{"resource", ""}});
        const auto answer = m_server->json(m_server->redeem(code, {{"resource", ""}}));
        QVERIFY(isAdmitted(answer["access_token"]));
    }

    void aCodeThatComesTwiceRevokesEverything() // OA-067
    {
        const auto code = m_server->obtainCode();
        const auto answer = m_server->json(m_server->redeem(code));
        QVERIFY(isAdmitted(answer["access_token"]));
        const auto second = m_server->redeem(code);
        QCOMPARE(second.status, 400);
        QCOMPARE(errorOf(second), std::string("invalid_grant"));
        QVERIFY(!isAdmitted(answer["access_token"]));
        QCOMPARE(errorOf(m_server->refresh(answer["refresh_token"])), std::string("invalid_grant"));
    }

    void aCodeLivesSixtySeconds() // OA-072
    {
        const auto code = m_server->obtainCode();
        m_server->clock.advance(std::chrono::seconds(61));
        QCOMPARE(errorOf(m_server->redeem(code)), std::string("invalid_grant"));
    }

    void refusesWhatDoesNotFitTheCode_data()
    {
        QTest::addColumn<Changes>("changes");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("OA-074 wrong verifier")
            << Changes{{"code_verifier", "xBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"}}
            << QByteArray("invalid_grant");
        QTest::newRow("OA-074 no verifier")
            << Changes{{"code_verifier", ""}} << QByteArray("invalid_request");
        QTest::newRow("OA-075 the challenge as verifier")
            << Changes{{"code_verifier", std::string(OAuthFixture::challenge)}}
            << QByteArray("invalid_grant");
        QTest::newRow("OA-077 another registered URI")
            << Changes{{"redirect_uri", "http://127.0.0.1/callback"}}
            << QByteArray("invalid_grant");
        QTest::newRow("no redirect URI")
            << Changes{{"redirect_uri", ""}} << QByteArray("invalid_grant");
        QTest::newRow("garbage code")
            << Changes{{"code", "garbage"}} << QByteArray("invalid_grant");
        QTest::newRow("no code") << Changes{{"code", ""}} << QByteArray("invalid_request");
        QTest::newRow("foreign resource")
            << Changes{{"resource", "https://evil.example/mcp"}} << QByteArray("invalid_target");
        QTest::newRow("OA-086 password")
            << Changes{{"grant_type", "password"}} << QByteArray("unsupported_grant_type");
        QTest::newRow("OA-086 client_credentials") << Changes{{"grant_type", "client_credentials"}}
                                                   << QByteArray("unsupported_grant_type");
        QTest::newRow("OA-086 absent")
            << Changes{{"grant_type", ""}} << QByteArray("invalid_request");
    }
    void refusesWhatDoesNotFitTheCode()
    {
        QFETCH(Changes, changes);
        QFETCH(QByteArray, error);
        const auto response = m_server->redeem(m_server->obtainCode(), changes);
        QCOMPARE(response.status, 400);
        QCOMPARE(errorOf(response), error.toStdString());
        QCOMPARE(*response.headers.find("Cache-Control"), std::string_view("no-store"));
    }

    void aWrongVerifierUsesTheCodeUp()
    {
        const auto code = m_server->obtainCode();
        (void)m_server->redeem(code, {{"code_verifier", std::string(OAuthFixture::challenge)}});
        QCOMPARE(errorOf(m_server->redeem(code)), std::string("invalid_grant"));
    }

    void anotherClientCannotRedeemTheCode() // OA-078
    {
        const auto code = m_server->obtainCode();
        const Changes other = {{"client_id", m_server->otherClient.id},
                               {"client_secret", m_server->otherClient.secret}};
        QCOMPARE(errorOf(m_server->redeem(code, other)), std::string("invalid_grant"));
        QCOMPARE(m_server->redeem(code).status, 200); // nor use it up
    }

    void theClientMustProveItsSecret_data() // OA-079
    {
        QTest::addColumn<Changes>("changes");
        QTest::newRow("wrong") << Changes{{"client_secret", "wrong"}};
        QTest::newRow("none") << Changes{{"client_secret", ""}};
        QTest::newRow("garbage client") << Changes{{"client_id", "x.y.z"}};
        QTest::newRow("no client") << Changes{{"client_id", ""}, {"client_secret", ""}};
    }
    void theClientMustProveItsSecret()
    {
        QFETCH(Changes, changes);
        const auto code = m_server->obtainCode();
        const auto response = m_server->redeem(code, changes);
        QCOMPARE(response.status, 401);
        QCOMPARE(errorOf(response), std::string("invalid_client"));
        QVERIFY(response.headers.find("WWW-Authenticate")->starts_with("Basic "));
        QCOMPARE(m_server->redeem(code).status, 200);
    }

    void basicAuthenticationWorksToo() // OA-081
    {
        const auto basic = [this](const std::string &secret) {
            return Changes{
                {"Authorization", "Basic "
                                      + core::encodeBase64(core::percentEncoded(m_server->client.id)
                                                           + ":" + core::percentEncoded(secret))}};
        };
        const auto form = [this] {
            return Changes{{"grant_type", "authorization_code"},
                           {"code", m_server->obtainCode()},
                           {"redirect_uri", std::string(OAuthFixture::redirectUri)},
                           {"code_verifier", std::string(OAuthFixture::verifier)}};
        };
        QCOMPARE(m_server->token(form(), basic(m_server->client.secret)).status, 200);
        const auto wrong = m_server->token(form(), basic("wrong"));
        QCOMPARE(wrong.status, 401);
        QVERIFY(wrong.headers.find("WWW-Authenticate")->starts_with("Basic "));
        auto both = form();
        both["client_secret"] = m_server->client.secret;
        QCOMPARE(errorOf(m_server->token(both, basic(m_server->client.secret))),
                 std::string("invalid_request"));
        auto different = form();
        different["client_id"] = m_server->otherClient.id;
        QCOMPARE(errorOf(m_server->token(different, basic(m_server->client.secret))),
                 std::string("invalid_request"));
        QCOMPARE(m_server->token(form(), {{"Authorization", "Basic !!!"}}).status, 401);
    }

    void parametersInTheUrlAreRefused() // OA-083
    {
        QCOMPARE(errorOf(m_server->token({{"grant_type", "refresh_token"}}, {}, "client_secret=x")),
                 std::string("invalid_request"));
    }

    void refreshingRotates() // OA-089
    {
        const auto first = m_server->json(m_server->redeem(m_server->obtainCode()));
        const auto second = m_server->json(m_server->refresh(first["refresh_token"]));
        QVERIFY(second["scope"] == "mail.read");
        QVERIFY(second["refresh_token"] != first["refresh_token"]);
        QVERIFY(isAdmitted(second["access_token"]));
        QCOMPARE(m_server->refresh(second["refresh_token"]).status, 200);
    }

    void anotherClientCannotRefresh() // OA-090
    {
        const auto answer = m_server->json(m_server->redeem(m_server->obtainCode()));
        const Changes other = {{"client_id", m_server->otherClient.id},
                               {"client_secret", m_server->otherClient.secret}};
        QCOMPARE(errorOf(m_server->refresh(answer["refresh_token"], other)),
                 std::string("invalid_grant"));
        QCOMPARE(m_server->refresh(answer["refresh_token"]).status, 200);
    }

    void aLostAnswerMayBeAskedForAgain() // OA-091
    {
        const auto first = m_server->json(m_server->redeem(m_server->obtainCode()));
        QCOMPARE(m_server->refresh(first["refresh_token"]).status, 200);
        m_server->clock.advance(std::chrono::seconds(30));
        const auto again = m_server->json(m_server->refresh(first["refresh_token"]));
        QVERIFY(again.contains("refresh_token"));
        QVERIFY(isAdmitted(again["access_token"]));
        QCOMPARE(m_server->refresh(again["refresh_token"]).status, 200);
    }

    void anOldRefreshTokenEndsTheFamily() // OA-092
    {
        const auto first = m_server->json(m_server->redeem(m_server->obtainCode()));
        const auto second = m_server->json(m_server->refresh(first["refresh_token"]));
        m_server->clock.advance(std::chrono::seconds(61));
        QCOMPARE(errorOf(m_server->refresh(first["refresh_token"])), std::string("invalid_grant"));
        QCOMPARE(errorOf(m_server->refresh(second["refresh_token"])), std::string("invalid_grant"));
        QVERIFY(!isAdmitted(second["access_token"]));
    }

    void aRefreshCanOnlyNarrowTheScope() // OA-095
    {
        const auto page = m_server->authorize({{"scope", "mail.read mail.draft"}});
        const auto response = m_server->logIn(page, {{"scope", "mail.read"}});
        const auto answer =
            m_server->json(m_server->redeem(m_server->locationParameters(response)["code"]));
        QVERIFY(answer["scope"] == "mail.read");
        QCOMPARE(errorOf(m_server->refresh(answer["refresh_token"], {{"scope", "mail.send"}})),
                 std::string("invalid_scope"));
        QCOMPARE(errorOf(m_server->refresh(answer["refresh_token"],
                                           {{"scope", "mail.read mail.draft"}})),
                 std::string("invalid_scope"));
        QCOMPARE(m_server->refresh(answer["refresh_token"], {{"scope", "mail.read"}}).status, 200);
    }

    void aLoginThatWasCheckedTodayIsNotCheckedAgain()
    {
        auto answer = m_server->json(m_server->redeem(m_server->obtainCode()));
        const int before = m_server->loginAttempts;
        for (int hour = 0; hour < 23; ++hour) {
            m_server->clock.advance(1h);
            answer = m_server->json(m_server->refresh(answer["refresh_token"]));
        }
        QVERIFY(answer.contains("access_token"));
        QCOMPARE(m_server->loginAttempts, before);
    }

    void afterADayARefreshAsksTheMailServers() // M-05
    {
        auto answer = m_server->json(m_server->redeem(m_server->obtainCode()));
        const int before = m_server->loginAttempts;
        m_server->clock.advance(24h);
        answer = m_server->json(m_server->refresh(answer["refresh_token"]));
        QVERIFY(isAdmitted(answer["access_token"]));
        QCOMPARE(m_server->loginAttempts, before + 1);
        QVERIFY(m_server->lastAccount->imapLogin.password.equals("correct horse"));
        m_server->clock.advance(23h); // from now on it counts anew
        answer = m_server->json(m_server->refresh(answer["refresh_token"]));
        QVERIFY(answer.contains("access_token"));
        QCOMPARE(m_server->loginAttempts, before + 1);
    }

    void aPasswordThatWasChangedEndsTheFamily() // M-05
    {
        const auto answer = m_server->json(m_server->redeem(m_server->obtainCode()));
        m_server->clock.advance(24h);
        const auto access = m_server->json(m_server->refresh(answer["refresh_token"]));
        m_server->clock.advance(24h);
        m_server->verdict.imap = core::Error(core::ErrorKind::Unauthenticated, "no");
        QCOMPARE(errorOf(m_server->refresh(access["refresh_token"])), std::string("invalid_grant"));
        const int before = m_server->loginAttempts;
        m_server->verdict.imap.reset();
        QCOMPARE(errorOf(m_server->refresh(access["refresh_token"])), std::string("invalid_grant"));
        QCOMPARE(m_server->loginAttempts, before);
    }

    void aMailServerThatIsDownTakesNothingFromAnybody_data()
    {
        QTest::addColumn<int>("kind");
        using core::ErrorKind;
        for (const auto kind : {ErrorKind::Unavailable, ErrorKind::DeadlineExceeded,
                                ErrorKind::UntrustedPeer, ErrorKind::Busy, ErrorKind::Unsupported})
            QTest::newRow(std::string(nameOf(kind)).c_str()) << static_cast<int>(kind);
    }
    void aMailServerThatIsDownTakesNothingFromAnybody()
    {
        QFETCH(int, kind);
        auto answer = m_server->json(m_server->redeem(m_server->obtainCode()));
        const int before = m_server->loginAttempts;
        m_server->clock.advance(24h);
        m_server->verdict.imap = core::Error(static_cast<core::ErrorKind>(kind), "down");
        answer = m_server->json(m_server->refresh(answer["refresh_token"]));
        QVERIFY(isAdmitted(answer["access_token"]));
        m_server->verdict.imap.reset();
        answer = m_server->json(m_server->refresh(answer["refresh_token"]));
        QVERIFY(isAdmitted(answer["access_token"]));
        QCOMPARE(m_server->loginAttempts, before + 2); // asked again at the next one
    }

    void theServerForSendingCountsWhereSendingWasGranted_data()
    {
        QTest::addColumn<QByteArray>("scope");
        QTest::addColumn<int>("status");
        QTest::newRow("reading") << QByteArray("mail.read") << 200;
        QTest::newRow("sending") << QByteArray("mail.send") << 400;
    }
    void theServerForSendingCountsWhereSendingWasGranted()
    {
        QFETCH(QByteArray, scope);
        QFETCH(int, status);
        const auto page = m_server->authorize({{"scope", scope.toStdString()}});
        const auto response = m_server->logIn(page, {{"scope", scope.toStdString()}});
        const auto answer =
            m_server->json(m_server->redeem(m_server->locationParameters(response)["code"]));
        m_server->clock.advance(24h);
        m_server->verdict.smtp = core::Error(core::ErrorKind::Unauthenticated, "no");
        QCOMPARE(m_server->refresh(answer["refresh_token"]).status, status);
    }

    void aLoginThatWasRefusedSinceIsCheckedAtTheNextRefresh() // W-41
    {
        const auto first = m_server->json(m_server->redeem(m_server->obtainCode()));
        const auto token = m_server->tokens.openRefreshToken(std::string(first["refresh_token"]));
        const int before = m_server->loginAttempts;
        noteRefusedLogin(token->family);
        const auto second = m_server->json(m_server->refresh(first["refresh_token"]));
        QCOMPARE(m_server->loginAttempts, before + 1); // it is good after all
        const auto third = m_server->json(m_server->refresh(second["refresh_token"]));
        QCOMPARE(m_server->loginAttempts, before + 1);

        noteRefusedLogin(token->family);
        m_server->verdict.imap = core::Error(core::ErrorKind::Unauthenticated, "no");
        QCOMPARE(errorOf(m_server->refresh(third["refresh_token"])), std::string("invalid_grant"));
        QVERIFY(!isAdmitted(third["access_token"]));
    }

    void aClientMayAskThirtyTimesAMinute()
    {
        for (int i = 0; i < 30; ++i)
            QCOMPARE(m_server->refresh("garbage").status, 400);
        const auto limited = m_server->refresh("garbage");
        QCOMPARE(limited.status, 429);
        QCOMPARE(errorOf(limited), std::string("temporarily_unavailable"));
        QCOMPARE(*limited.headers.find("Retry-After"), std::string_view("2"));
        QCOMPARE(*limited.headers.find("Cache-Control"), std::string_view("no-store"));
        const Changes other = {{"client_id", m_server->otherClient.id},
                               {"client_secret", m_server->otherClient.secret}};
        QCOMPARE(m_server->refresh("garbage", other).status, 400);
        m_server->clientAddress = "192.0.2.8";
        QCOMPARE(m_server->refresh("garbage").status, 400);
        m_server->clientAddress = "192.0.2.7";
        m_server->clock.advance(2s);
        QCOMPARE(m_server->refresh("garbage").status, 400);
    }

    void clientsMayFailTenTimesAMinute()
    {
        m_server->clientAddress = "2001:db8::1";
        for (int i = 0; i < 10; ++i)
            QCOMPARE(m_server->refresh("x", {{"client_secret", "wrong"}}).status, 401);
        m_server->clientAddress = "2001:db8::ffff"; // the same subscriber
        const auto limited = m_server->refresh("x", {{"client_id", "garbage"}});
        QCOMPARE(limited.status, 429);
        QCOMPARE(*limited.headers.find("Retry-After"), std::string_view("6"));
        QCOMPARE(m_server->revoke("x", {{"client_secret", "wrong"}}).status, 429);
        QCOMPARE(m_server->refresh("x").status, 400); // who proves the secret is served
        m_server->clientAddress = "2001:db8:0:1::1";
        QCOMPARE(m_server->refresh("x", {{"client_secret", "wrong"}}).status, 401);
    }

    void aRefreshTokenExpires() // OA-097
    {
        const auto answer = m_server->json(m_server->redeem(m_server->obtainCode()));
        m_server->clock.advance(std::chrono::hours(24 * 30) + std::chrono::seconds(1));
        QCOMPARE(errorOf(m_server->refresh(answer["refresh_token"])), std::string("invalid_grant"));
    }

    void tokensOfOneKindAreNothingElsewhere() // OA-088
    {
        const auto answer = m_server->json(m_server->redeem(m_server->obtainCode()));
        const std::string access = answer["access_token"];
        const std::string refresh = answer["refresh_token"];
        const std::string code = m_server->obtainCode();
        for (const auto &wrong : {access, refresh, m_server->client.id})
            QCOMPARE(errorOf(m_server->redeem(wrong)), std::string("invalid_grant"));
        for (const auto &wrong : {access, code, m_server->client.id})
            QCOMPARE(errorOf(m_server->refresh(wrong)), std::string("invalid_grant"));
        for (const auto &wrong : {access, code, refresh})
            QCOMPARE(errorOf(m_server->redeem(code, {{"client_id", wrong}})),
                     std::string("invalid_client"));
        for (const auto &wrong : {refresh, code, m_server->client.id})
            QVERIFY(!isAdmitted(wrong));
    }

    void revokingEndsTheFamily() // OA-099
    {
        const auto answer = m_server->json(m_server->redeem(m_server->obtainCode()));
        QCOMPARE(m_server->revoke(answer["refresh_token"]).status, 200);
        QCOMPARE(errorOf(m_server->refresh(answer["refresh_token"])), std::string("invalid_grant"));
        QVERIFY(!isAdmitted(answer["access_token"]));
    }

    void revokingWhatIsNotOursChangesNothing()
    {
        const auto answer = m_server->json(m_server->redeem(m_server->obtainCode()));
        QCOMPARE(m_server->revoke("garbage").status, 200);
        const Changes other = {{"client_id", m_server->otherClient.id},
                               {"client_secret", m_server->otherClient.secret}};
        QCOMPARE(m_server->revoke(answer["refresh_token"], other).status, 200);
        QCOMPARE(m_server->revoke(answer["refresh_token"], {{"client_secret", "wrong"}}).status,
                 401);
        QVERIFY(isAdmitted(answer["access_token"]));
    }

    void everyLoginUntilNowCanBeEnded() // OA-101
    {
        const auto tokens = OAuthFixture::json(m_server->redeem(m_server->obtainCode()));
        const auto code = m_server->obtainCode();
        m_server->clock.advance(std::chrono::seconds(5));
        const std::int64_t now = m_server->clock.secondsSinceEpoch();
        QVERIFY(support::await(m_server->store->setNotBefore(now)));
        QCOMPARE(errorOf(m_server->redeem(code)), std::string("invalid_grant"));
        QCOMPARE(errorOf(m_server->refresh(tokens.at("refresh_token"))),
                 std::string("invalid_grant"));
        const std::string accessToken = tokens.at("access_token");
        QVERIFY(!m_server->admit({{"Authorization", "Bearer " + accessToken}}));
        QCOMPARE(m_server->redeem(m_server->obtainCode()).status, 200);
    }

    void aDeniedClientIsOut() // OA-021
    {
        const auto code = m_server->obtainCode();
        const auto answer = m_server->json(m_server->redeem(m_server->obtainCode()));
        support::await([](OAuthFixture &server) -> core::Task<void> {
            const std::string hash = tokens::clientHashOf(server.client.id);
            (void)co_await server.store->denyClient(hash);
        }(*m_server));
        QCOMPARE(m_server->authorize().status, 400);
        QCOMPARE(errorOf(m_server->redeem(code)), std::string("invalid_client"));
        QVERIFY(!isAdmitted(answer["access_token"]));
    }

    void aKeyThatMaySealNoMoreMakesNoTokens()
    {
        struct WornOut : crypto::SealCounter
        {
            bool count(std::string_view) override { return false; }
        };
        WornOut counter;
        const auto code = m_server->obtainCode();
        const auto answer = m_server->json(m_server->redeem(m_server->obtainCode()));
        m_server->tokens.countSealsWith(counter);
        const auto redeemed = m_server->redeem(code);
        QCOMPARE(redeemed.status, 503);
        QCOMPARE(errorOf(redeemed), std::string("temporarily_unavailable"));
        QVERIFY(redeemed.headers.find("Retry-After"));
        QCOMPARE(m_server->authorize().status, 503);
        QVERIFY(isAdmitted(answer["access_token"])); // what there is stays good
    }
};

QTEST_GUILESS_MAIN(TokenEndpointTest)
#include "TokenEndpointTest.moc"
