// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/Probe.h"

#include "support/Await.h"
#include "support/ScriptedServer.h"

#include <QTest>

using namespace std::chrono_literals;
using account::Security;
using core::ErrorKind;
using discovery::Protocol;
using support::CertificateKind;
using support::ScriptedServer;
using support::ScriptedServerOptions;

class ProbeTest : public QObject
{
    Q_OBJECT

    const support::TestCertificates m_certificates;

    core::Result<core::Done> probe(Protocol protocol, Security security,
                                   const ScriptedServer &server,
                                   std::chrono::milliseconds limit = 5s) const
    {
        const account::ServerEndpoint endpoint{
            .host = "localhost", .port = server.port(), .security = security};
        return support::await(discovery::probeWith({.extraCaFile = m_certificates.authorityFile()})(
            protocol, endpoint, core::deadlineIn(limit), {}));
    }

    ScriptedServerOptions showing(CertificateKind kind) const
    {
        ScriptedServerOptions options;
        options.identity = m_certificates.make(kind);
        return options;
    }

private Q_SLOTS:
    void anImapServerIsRecognised()
    {
        const ScriptedServer server("TLS\n"
                                    "S: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\n"
                                    "C: TAG LOGOUT\n"
                                    "S: * BYE\n"
                                    "S: TAG OK bye\n",
                                    showing(CertificateKind::Good));
        const auto outcome = probe(Protocol::Imap, Security::ImplicitTls, server);
        QVERIFY2(outcome, outcome ? "" : outcome.error().message.c_str());
        QCOMPARE(server.verdict(), std::string());
    }

    void anSmtpServerIsRecognised()
    {
        const ScriptedServer server("S: 220 mail.test ESMTP\n"
                                    "C: EHLO {{*}}\n"
                                    "S: 250-mail.test\n"
                                    "S: 250 STARTTLS\n"
                                    "C: STARTTLS\n"
                                    "S: 220 go ahead\n"
                                    "TLS\n"
                                    "C: EHLO {{*}}\n"
                                    "S: 250-mail.test\n"
                                    "S: 250 AUTH PLAIN\n"
                                    "C: QUIT\n"
                                    "S: 221 bye\n",
                                    showing(CertificateKind::Good));
        const auto outcome = probe(Protocol::Smtp, Security::StartTls, server);
        QVERIFY2(outcome, outcome ? "" : outcome.error().message.c_str());
        QCOMPARE(server.verdict(), std::string());
    }

    void aServerThatCannotBeTrustedIsNone()
    {
        const ScriptedServer server("TLS-FAILS\n", showing(CertificateKind::SelfSigned));
        const auto outcome = probe(Protocol::Imap, Security::ImplicitTls, server);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::UntrustedPeer);
    }

    void anotherProtocolIsNone()
    {
        const ScriptedServer server("TLS\n"
                                    "S: 220 mail.test ESMTP\n",
                                    showing(CertificateKind::Good));
        const auto outcome = probe(Protocol::Imap, Security::ImplicitTls, server);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Protocol);
    }

    void aServerWithoutTlsIsNone()
    {
        const ScriptedServer server("S: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\n");
        const auto outcome = probe(Protocol::Imap, Security::StartTls, server);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Unsupported);
    }

    void silenceIsNotWaitedFor()
    {
        const ScriptedServer server("SILENCE\n");
        const auto outcome = probe(Protocol::Smtp, Security::StartTls, server, 150ms);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::DeadlineExceeded);
    }
};

QTEST_GUILESS_MAIN(ProbeTest)
#include "ProbeTest.moc"
