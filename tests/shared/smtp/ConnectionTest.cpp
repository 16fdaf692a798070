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

    void aServerThatIsNoneIsRefused_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const char *script, core::ErrorKind kind) {
            QTest::newRow(name) << QByteArray(script) << int(kind);
        };
        using Kind = core::ErrorKind;
        row("silence", "SILENCE", Kind::DeadlineExceeded);
        row("IMAP", "S: * OK ready\nCLOSED", Kind::Protocol);
        row("HTTP", "S: HTTP/1.1 400 Bad Request\nCLOSED", Kind::Protocol);
        row("SSH", "S: SSH-2.0-OpenSSH\nCLOSED", Kind::Protocol);
        row("refusal", "S: 554 no\nCLOSED", Kind::Unavailable);
        row("SM-15 421 as greeting", "S: 421 busy\nCLOSED", Kind::Unavailable);
        row("SM-15 421 to EHLO", "S: 220 x\nC: EHLO [127.0.0.1]\nS: 421 busy\nCLOSED",
            Kind::Unavailable);
        row("no EHLO", "S: 220 x\nC: EHLO [127.0.0.1]\nS: 502 what\nCLOSED", Kind::Unsupported);
        row("354 to EHLO", "S: 220 x\nC: EHLO [127.0.0.1]\nS: 354 go\nCLOSED", Kind::Protocol);
        row("close", "CLOSE", Kind::Unavailable);
        row("reset", "S: 220 x\nC: EHLO [127.0.0.1]\nRESET", Kind::Unavailable);
        row("SM-06 a million lines", "REPEAT: 1000000 220-x\nCLOSED", Kind::TooLarge);
        row("SM-06 a line of a megabyte", "S: 220 {{1000000*x}}\nCLOSED", Kind::TooLarge);
        row("SM-06 codes differ", "S: 220-x\nS: 250 y\nCLOSED", Kind::Protocol);
        row("SM-06 no digits", "S: two-two-zero\nCLOSED", Kind::Protocol);
    }
    void aServerThatIsNoneIsRefused()
    {
        QFETCH(QByteArray, script);
        QFETCH(int, kind);
        const ScriptedServer server(script.toStdString());
        const auto connection =
            open(server, Security::PlainText, "[127.0.0.1]", script == "SILENCE" ? 50ms : 10000ms);
        QVERIFY(!connection);
        QCOMPARE(int(connection.error().kind), kind);
        QCOMPARE(server.verdict(), std::string());
    }

    void withoutTlsNothingIsSaid_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const char *rest, core::ErrorKind kind) {
            QTest::newRow(name) << QByteArray(rest) << int(kind);
        };
        using Kind = core::ErrorKind;
        row("SM-01 not offered", "S: 250-x\nS: 250 AUTH PLAIN\nCLOSED", Kind::Unsupported);
        const char *refused = "S: 250 x\nCLOSED";
        row("SM-01 nothing offered", refused, Kind::Unsupported);
        row("refused", "S: 250-x\nS: 250 STARTTLS\nC: STARTTLS\nS: 502 no\nCLOSED",
            Kind::Unsupported);
        row("not now", "S: 250-x\nS: 250 STARTTLS\nC: STARTTLS\nS: 454 later\nCLOSED",
            Kind::Unavailable);
        row("250 instead of 220", "S: 250-x\nS: 250 STARTTLS\nC: STARTTLS\nS: 250 ok\nCLOSED",
            Kind::Protocol);
        row("SM-02 injected",
            "S: 250-x\nS: 250 STARTTLS\nC: STARTTLS\n"
            "S-RAW: 220 go{{CRLF}}250-x{{CRLF}}250 AUTH PLAIN{{CRLF}}\nCLOSED",
            Kind::Protocol);
    }
    void withoutTlsNothingIsSaid()
    {
        QFETCH(QByteArray, rest);
        QFETCH(int, kind);
        const ScriptedServer server("S: 220 x\nC: EHLO [127.0.0.1]\n" + rest.toStdString());
        const auto connection = open(server, Security::StartTls);
        QVERIFY(!connection);
        QCOMPARE(int(connection.error().kind), kind);
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
