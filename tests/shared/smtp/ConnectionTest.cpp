// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/Connection.h"
#include "support/Await.h"
#include "support/ScriptedServer.h"

#include <QTest>

using namespace std::chrono_literals;
using account::Security;
using support::await;
using support::CertificateKind;
using support::ScriptedServer;
using support::ScriptedServerOptions;

namespace {

using OpenResult = core::Result<std::unique_ptr<smtp::Connection>>;

} // namespace

class ConnectionTest : public QObject
{
    Q_OBJECT

    const support::TestCertificates m_certificates;

    OpenResult open(const ScriptedServer &server, Security security,
                    std::string heloName = "[127.0.0.1]",
                    std::chrono::milliseconds limit = 10s) const
    {
        const account::ServerEndpoint endpoint{
            .host = "127.0.0.1", .port = server.port(), .security = security};
        const net::TlsPolicy policy{.extraCaFile = m_certificates.authorityFile()};
        const smtp::ConnectionOptions options{.heloName = std::move(heloName)};
        return await(
            smtp::Connection::open(endpoint, policy, options, core::deadlineIn(limit), {}));
    }

private Q_SLOTS:
    void aServerIsGreeted_data()
    {
        QTest::addColumn<int>("security");
        QTest::addColumn<bool>("singleBytes");
        for (const bool singleBytes : {false, true}) {
            const char *how = singleBytes ? "in single bytes" : "whole";
            QTest::addRow("plain, %s", how) << int(Security::PlainText) << singleBytes;
            QTest::addRow("STARTTLS, %s", how) << int(Security::StartTls) << singleBytes;
            QTest::addRow("TLS, %s", how) << int(Security::ImplicitTls) << singleBytes;
        }
    }
    void aServerIsGreeted()
    {
        QFETCH(int, security);
        QFETCH(bool, singleBytes);
        const std::string hello = R"(
            C: EHLO client.test
            S: 250-mail.test
            S: 250-SIZE 1000
            S: 250 AUTH PLAIN
            C: QUIT
            S: 221 bye
        )";
        const std::string greeting = "S: 220-mail.test\nS: 220 ready\n";
        std::string script = greeting + hello;
        if (Security(security) == Security::ImplicitTls)
            script = "TLS\n" + greeting + hello;
        if (Security(security) == Security::StartTls)
            script = greeting
                     + "C: EHLO client.test\nS: 250-mail.test\nS: 250-EVIL\nS: 250 STARTTLS\n"
                       "C: STARTTLS\nS: 220 go\nTLS\n"
                     + hello;
        const ScriptedServer server(
            script, {.identity = m_certificates.make(CertificateKind::Good),
                     .segments = singleBytes ? ScriptedServerOptions::Segments::SingleBytes
                                             : ScriptedServerOptions::Segments::Whole});
        const auto connection = open(server, Security(security), "client.test");
        QVERIFY2(connection, connection ? "" : connection.error().message.c_str());
        QCOMPARE((*connection)->isEncrypted(), Security(security) != Security::PlainText);
        QCOMPARE((*connection)->capabilities().sizeLimit(), std::uint64_t(1000));
        // What was offered before TLS is forgotten.
        QVERIFY(!(*connection)->capabilities().has("EVIL"));
        QVERIFY(!(*connection)->capabilities().has("STARTTLS"));
        await((*connection)->quit(core::deadlineIn(10s)));
        QVERIFY(!(*connection)->isUsable());
        QCOMPARE(server.verdict(), std::string());
    }

    void aBadCertificateEndsItBeforeAnything()
    {
        const ScriptedServer server("S: 220 x\nC: EHLO [127.0.0.1]\nS: 250-x\nS: 250 STARTTLS\n"
                                    "C: STARTTLS\nS: 220 go\nTLS\nCLOSED",
                                    {.identity = m_certificates.make(CertificateKind::Expired)});
        const auto connection = open(server, Security::StartTls);
        QVERIFY(!connection);
        QCOMPARE(connection.error().kind, core::ErrorKind::UntrustedPeer);
        (void)server.verdict();
        QCOMPARE(server.received(), std::string("EHLO [127.0.0.1]\r\nSTARTTLS\r\n"));
    }

    void aNameThatCouldBecomeACommandIsRefused()
    {
        const ScriptedServer server("SILENCE");
        for (const char *name : {"", "mail test", "x\r\nMAIL FROM:<>", "<x>", "mäil.test"}) {
            const auto connection = open(server, Security::PlainText, name);
            QVERIFY(!connection);
            QCOMPARE(connection.error().kind, core::ErrorKind::InvalidArgument);
        }
        QCOMPARE(server.connections(), 0);
    }
};

QTEST_GUILESS_MAIN(ConnectionTest)
#include "ConnectionTest.moc"
