// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/OAuthFixture.h"

#include <QTest>

using support::OAuthFixture;
using Changes = OAuthFixture::Parameters;

Q_DECLARE_METATYPE(Changes)

class BearerGuardTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OAuthFixture> m_server;
    std::string m_accessToken;

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<OAuthFixture>();
        m_accessToken = m_server->json(m_server->redeem(m_server->obtainCode()))["access_token"];
    }

    void aValidTokenGetsIn_data() // OA-106
    {
        QTest::addColumn<QByteArray>("scheme");
        QTest::newRow("Bearer") << QByteArray("Bearer ");
        QTest::newRow("bearer") << QByteArray("bearer ");
    }
    void aValidTokenGetsIn()
    {
        QFETCH(QByteArray, scheme);
        const auto token =
            m_server->admit({{"authorization", scheme.toStdString() + m_accessToken}});
        QVERIFY(bool(token));
        QCOMPARE(token->account->emailAddress, std::string("alice@mail.test"));
        QVERIFY(token->scopes.contains("mail.read"));
        QVERIFY(!token->scopes.contains("mail.send"));
    }

    void withoutATokenThereIsAChallengeWithoutAnError_data() // OA-103
    {
        QTest::addColumn<Changes>("headers");
        QTest::newRow("nothing") << Changes{};
        QTest::newRow("basic") << Changes{{"Authorization", "Basic YTpi"}};
        QTest::newRow("empty") << Changes{{"Authorization", ""}};
    }
    void withoutATokenThereIsAChallengeWithoutAnError()
    {
        QFETCH(Changes, headers);
        const auto refused = m_server->admit(headers);
        QVERIFY(!refused);
        QCOMPARE(refused.error().status, 401);
        QCOMPARE(
            *refused.error().headers.find("WWW-Authenticate"),
            std::string_view(
                "Bearer "
                "resource_metadata=\"https://mail.test/.well-known/oauth-protected-resource/mcp\", "
                "scope=\"mail.read mail.organize mail.draft\""));
    }

    void aBadTokenIsNamed_data() // OA-108
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("garbage") << QByteArray("garbage");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("blank before it") << QByteArray(" x");
    }
    void aBadTokenIsNamed()
    {
        QFETCH(QByteArray, token);
        const auto refused = m_server->admit({{"Authorization", "Bearer " + token.toStdString()}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().status, 401);
        QVERIFY(refused.error().headers.find("WWW-Authenticate")->find("error=\"invalid_token\"")
                != std::string_view::npos);
    }

    void aTokenWhoseMailLoginIsRefusedIsChallenged() // OA-116
    {
        const auto refused = m_server->guard.refuseLogin();
        QCOMPARE(refused.status, 401);
        const auto challenge = *refused.headers.find("WWW-Authenticate");
        QVERIFY(challenge.starts_with("Bearer resource_metadata=\"https://mail.test/"));
        QVERIFY(challenge.find("error=\"invalid_token\"") != std::string_view::npos);
    }

    void anExpiredTokenIsRefused()
    {
        m_server->clock.advance(std::chrono::hours(8) + std::chrono::seconds(1));
        const auto refused = m_server->admit({{"Authorization", "Bearer " + m_accessToken}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().status, 401);
    }

    void missingScopesAreAskedForTogetherWithTheGrantedOnes() // OA-110
    {
        const auto response =
            m_server->guard.refuseScope(*clients::ScopeSet::parse("mail.read"), "mail.send");
        QCOMPARE(response.status, 403);
        QVERIFY(response.headers.find("WWW-Authenticate")
                    ->starts_with(
                        "Bearer error=\"insufficient_scope\", scope=\"mail.read mail.send\""));
    }
};

QTEST_GUILESS_MAIN(BearerGuardTest)
#include "BearerGuardTest.moc"
