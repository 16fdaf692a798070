// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/ServerCheck.h"

#include "support/Await.h"
#include "support/FakeClock.h"

#include <QNetworkAccessManager>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using Verdict = admin::CheckResult::Verdict;

/// Answers each path with literal bytes and hangs up.
class LiteralServer : public QTcpServer
{
    Q_OBJECT

public:
    LiteralServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                const QByteArray path = socket->readAll().split(' ').value(1);
                socket->write("HTTP/1.1 " + answers.value(path, "404 Not Found\r\n\r\n"));
                socket->disconnectFromHost();
            });
        });
    }
    QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(serverPort()); }

    QMap<QByteArray, QByteArray> answers;
};

class ServerCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everythingIsRight();
    void saysThatTheAddressIsAnother();
    void saysThatNobodyAnswers();

private:
    std::vector<admin::CheckResult> check();

    std::unique_ptr<LiteralServer> m_server;
    support::FakeClock m_clock; // 2026-01-01 00:00:00
    QNetworkAccessManager m_network;
};

void ServerCheckTest::init()
{
    m_server = std::make_unique<LiteralServer>();
    const QByteArray base = m_server->url();
    m_server->answers = {
        {"/health", "200 OK\r\nDate: Thu, 01 Jan 2026 00:00:10 GMT\r\n\r\nok\n"},
        {"/.well-known/oauth-protected-resource",
         "200 OK\r\n\r\n{\"resource\":\"" + base + "/mcp\"}"},
        {"/.well-known/oauth-authorization-server", "200 OK\r\n\r\n{\"issuer\":\"" + base + "\"}"},
        {"/mcp", "401 Unauthorized\r\nWWW-Authenticate: Bearer resource_metadata=\"" + base
                     + "/.well-known/oauth-protected-resource/mcp\"\r\n\r\n"}};
}

std::vector<admin::CheckResult> ServerCheckTest::check()
{
    std::vector<admin::CheckResult> results;
    const auto url = admin::serverUrl(QString::fromLatin1(m_server->url()));
    support::await(admin::checkServer(
        *url, m_network, m_clock,
        [&results](const admin::CheckResult &result) { results.push_back(result); }, {}));
    return results;
}

void ServerCheckTest::everythingIsRight()
{
    const auto results = check();
    QCOMPARE(results.size(), std::size_t(5));
    for (const auto &result : results)
        QVERIFY2(result.verdict == Verdict::Right, qPrintable(result.title + result.text));
    QVERIFY(results.back().text.contains(QStringLiteral("10 s")));
}

void ServerCheckTest::saysThatTheAddressIsAnother()
{
    m_server->answers["/.well-known/oauth-authorization-server"] =
        "200 OK\r\n\r\n{\"issuer\":\"https://other.example.com\"}";
    m_clock.advance(std::chrono::hours(1));
    const auto results = check();
    QCOMPARE(results.size(), std::size_t(5));
    QVERIFY(results[2].verdict == Verdict::Wrong);
    QVERIFY(results[2].text.contains(QStringLiteral("BASE_URL")));
    QVERIFY(results[4].verdict == Verdict::Wrong); // the clock
}

void ServerCheckTest::saysThatNobodyAnswers()
{
    m_server->close();
    const auto results = check();
    QCOMPARE(results.size(), std::size_t(1));
    QVERIFY(results[0].verdict == Verdict::Wrong);
}

QTEST_GUILESS_MAIN(ServerCheckTest)
#include "ServerCheckTest.moc"
