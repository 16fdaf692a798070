// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Base64.h"
#include "smtp/Connection.h"
#include "support/Await.h"
#include "support/ScramServer.h"
#include "support/ScriptedServer.h"

#include <QTest>

using namespace std::chrono_literals;
using support::await;
using support::ScriptedServer;
using support::ScriptedServerOptions;

namespace {

using DoneResult = core::Result<core::Done>;

const std::string beginning = "S: 220 x\nC: EHLO [127.0.0.1]\nS: 250-x\n";

struct Attempt
{
    DoneResult result;
    std::unique_ptr<smtp::Connection> connection;
};

Attempt logIn(const ScriptedServer &server, std::string password = "pencil",
              sasl::SecretKind secret = sasl::SecretKind::Password)
{
    const account::ServerEndpoint endpoint{
        .host = "127.0.0.1", .port = server.port(), .security = account::Security::PlainText};
    const net::TlsPolicy policy;
    const smtp::ConnectionOptions options;
    auto connection =
        await(smtp::Connection::open(endpoint, policy, options, core::deadlineIn(10s), {}));
    if (!connection)
        qFatal("%s", connection.error().message.c_str());
    const account::Credentials credentials{.username = "user",
                                           .password = core::Secret(std::move(password))};
    auto result = await((*connection)->authenticate(credentials, core::deadlineIn(10s), secret));
    return {std::move(result), std::move(*connection)};
}

/// The server's two messages as the script wants them.
ScriptedServerOptions scramOptions(support::ScramServer &scram)
{
    ScriptedServerOptions options;
    options.answers["challenge"] = [&scram](const std::string &line) {
        const auto first = core::decodeBase64(line.substr(line.rfind(' ') + 1)).value_or("");
        return "334 " + core::encodeBase64(scram.challenge(first));
    };
    options.answers["verdict"] = [&scram](const std::string &line) {
        return "334 " + core::encodeBase64(scram.verdict(core::decodeBase64(line).value_or("")));
    };
    return options;
}

} // namespace

class LoginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scramComesFirst()
    {
        support::ScramServer scram;
        const ScriptedServer server(beginning + R"(
            S: 250 AUTH LOGIN PLAIN SCRAM-SHA-256
            C: AUTH SCRAM-SHA-256 {{*}}
            ANSWER: challenge
            C: {{*}}
            ANSWER: verdict
            C:
            S: 235 2.7.0 in
        )",
                                    scramOptions(scram));
        {
            const auto attempt = logIn(server);
            QVERIFY2(attempt.result, attempt.result ? "" : attempt.result.error().detail.c_str());
            QVERIFY(attempt.connection->isUsable());
        }
        QCOMPARE(server.verdict(), std::string());
    }

    void plainAndLoginFollow_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("PLAIN") << QByteArray("S: 250 AUTH LOGIN PLAIN CRAM-MD5\n"
                                             "C: AUTH PLAIN AHVzZXIAcGVuY2ls\n"
                                             "S: 235 in");
        QTest::newRow("LOGIN") << QByteArray("S: 250 AUTH=LOGIN\nC: AUTH LOGIN\n"
                                             "S: 334 VXNlcm5hbWU6\nC: dXNlcg==\n"
                                             "S: 334 UGFzc3dvcmQ6\nC: cGVuY2ls\n"
                                             "S: 235 in");
    }
    void plainAndLoginFollow()
    {
        QFETCH(QByteArray, script);
        const ScriptedServer server(beginning + script.toStdString());
        QVERIFY(logIn(server).result);
        QCOMPARE(server.verdict(), std::string());
    }

    void tokensAreShown()
    {
        const ScriptedServer server(beginning + R"(
            S: 250 AUTH PLAIN XOAUTH2
            C: AUTH XOAUTH2 dXNlcj11c2VyAWF1dGg9QmVhcmVyIHRvawEB
            S: 334 eyJzdGF0dXMiOiI0MDAifQ==
            C:
            S: 535 5.7.8 expired
        )");
        const auto result = logIn(server, "tok", sasl::SecretKind::AccessToken).result;
        QVERIFY(!result);
        QCOMPARE(result.error().kind, core::ErrorKind::Unauthenticated);
        QCOMPARE(server.verdict(), std::string());
    }

    void credentialsThatCouldBecomeCommandsAreNotSent()
    {
        const ScriptedServer server(beginning + "S: 250 AUTH PLAIN\nCLOSED");
        const auto result = logIn(server, "x\r\nMAIL FROM:<eve@mail.test>").result;
        QVERIFY(!result);
        QCOMPARE(result.error().kind, core::ErrorKind::InvalidArgument);
        QCOMPARE(server.verdict(), std::string());
    }
};

QTEST_GUILESS_MAIN(LoginTest)
#include "LoginTest.moc"
