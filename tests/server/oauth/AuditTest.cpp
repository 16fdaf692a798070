// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/AuditLog.h"

#include "server/oauth/OAuthFixture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using support::OAuthFixture;

/// What the authorization server writes into the audit log.
class AuditTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OAuthFixture> m_server;
    QTemporaryDir m_directory;

    QString path() const { return m_directory.filePath(QStringLiteral("audit.log")); }
    std::vector<nlohmann::json> entries() const
    {
        QFile file(path());
        std::vector<nlohmann::json> result;
        if (!file.open(QIODevice::ReadOnly))
            return result;
        for (const auto &line : file.readAll().split('\n')) {
            if (!line.isEmpty())
                result.push_back(nlohmann::json::parse(line.toStdString()));
        }
        return result;
    }
    /// "login accepted, code redeemed"
    std::string story() const
    {
        std::string text;
        for (const auto &entry : entries())
            text += (text.empty() ? "" : ", ") + entry["event"].get<std::string>() + " "
                    + entry["verdict"].get<std::string>();
        return text;
    }

private Q_SLOTS:
    void init()
    {
        QFile::remove(path());
        audit::Options options;
        options.destination = path().toStdString();
        options.pseudonymKey = core::Secret::copyOf("a key");
        QVERIFY(audit::open(std::move(options)));
        m_server = std::make_unique<OAuthFixture>();
    }
    void cleanup() { audit::close(); }

    void aLoginAndItsTokensBelongTogether()
    {
        const auto first = m_server->json(m_server->redeem(m_server->obtainCode()));
        const auto second = m_server->json(m_server->refresh(first["refresh_token"]));
        QCOMPARE(m_server->revoke(second["refresh_token"]).status, 200);
        QCOMPARE(story(), std::string("login accepted, code redeemed, refresh accepted, token "
                                      "revoked"));
        for (const auto &entry : entries()) {
            for (const char *name : {"client", "server", "user", "login", "address"}) {
                QVERIFY(entry.contains(name));
                QVERIFY(entry[name] == entries()[0][name]);
            }
        }
    }

    void whatLeakedIsNamed()
    {
        const auto code = m_server->obtainCode();
        const auto first = m_server->json(m_server->redeem(code));
        (void)m_server->redeem(code);
        QCOMPARE(story(), std::string("login accepted, code redeemed, code reused"));
        const auto other = m_server->json(m_server->redeem(m_server->obtainCode()));
        (void)m_server->refresh(other["refresh_token"]);
        m_server->clock.advance(std::chrono::seconds(61));
        (void)m_server->refresh(other["refresh_token"]);
        QVERIFY(story().ends_with("refresh accepted, refresh reused"));
    }

    void refusedAndLimitedLogins()
    {
        m_server->verdict.imap = core::Error(core::ErrorKind::Unauthenticated, "no");
        const auto page = m_server->authorize();
        for (int i = 0; i < 6; ++i)
            (void)m_server->logIn(page);
        QVERIFY(story().ends_with("login refused, login refused, login limited"));
        QCOMPARE(entries().size(), std::size_t(6));
    }

    void aServerThatIsDownIsNobodysFault()
    {
        m_server->verdict.imap = core::Error(core::ErrorKind::Unavailable, "down");
        (void)m_server->logIn(m_server->authorize());
        QCOMPARE(story(), std::string());
    }

    void aClientThatCannotProveWhoItIs()
    {
        (void)m_server->refresh("x", {{"client_secret", "wrong"}});
        QCOMPARE(story(), std::string("client refused"));
    }

    void aTokenThatTheMailServerEnded()
    {
        const auto answer = m_server->json(m_server->redeem(m_server->obtainCode()));
        m_server->clock.advance(std::chrono::hours(24));
        m_server->verdict.imap = core::Error(core::ErrorKind::Unauthenticated, "no");
        (void)m_server->refresh(answer["refresh_token"]);
        QVERIFY(story().ends_with("code redeemed, token ended"));
    }

    void neitherPasswordNorTokenIsInIt()
    {
        const auto code = m_server->obtainCode();
        const auto answer = m_server->json(m_server->redeem(code));
        const auto renewed = m_server->json(m_server->refresh(answer["refresh_token"]));
        (void)m_server->refresh("x", {{"client_secret", "canary-secret"}});
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string text = file.readAll().toStdString();
        QVERIFY(!text.empty());
        for (const std::string &secret :
             {std::string("correct horse"), std::string("canary-secret"), m_server->client.secret,
              m_server->client.id, code, answer["access_token"].get<std::string>(),
              answer["refresh_token"].get<std::string>(),
              renewed["refresh_token"].get<std::string>(), std::string("alice")})
            QVERIFY(text.find(secret) == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(AuditTest)
#include "AuditTest.moc"
