// SPDX-License-Identifier: GPL-3.0-or-later
#include "Diagnosing.h"

#include <QElapsedTimer>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace std::chrono_literals;
using account::Security;
using mailconnect::DiagnosisRequest;
using mailconnect::Service;
using mailconnect::StepKind;
using mailconnect::StepState;
using mailconnect::Verdict;
using support::CertificateKind;
using support::ScriptedServer;
using support::ScriptedServerOptions;

namespace {

const std::string imapGreeting = "S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] Test ready\n";
const std::string imapLogin = "C: TAG AUTHENTICATE PLAIN {{*}}\n";
const std::string smtpHello = "S: 220 mail.test ESMTP Test\nC: EHLO [127.0.0.1]\n"
                              "S: 250-mail.test\n";

struct Row
{
    const char *name;
    Service service;
    std::string script;
    const char *outcome;
    Security security = Security::PlainText;
    CertificateKind certificate = CertificateKind::Good;
    const char *host = "127.0.0.1";
};

/// A server that waits for TLS on all its connections.
class TlsListener : public QTcpServer
{
public:
    explicit TlsListener(const support::TlsIdentity &identity)
    {
        m_configuration.setLocalCertificateChain(QSslCertificate::fromData(
            QByteArray::fromStdString(identity.certificateChain), QSsl::Pem));
        const auto key = QByteArray::fromStdString(identity.privateKey);
        const QSslKey ec(key, QSsl::Ec);
        m_configuration.setPrivateKey(ec.isNull() ? QSslKey(key, QSsl::Rsa) : ec);
        (void)listen(QHostAddress::LocalHost);
    }

private:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket(this);
        socket->setSslConfiguration(m_configuration);
        socket->setSocketDescriptor(descriptor);
        socket->startServerEncryption();
    }

    QSslConfiguration m_configuration = QSslConfiguration::defaultConfiguration();
};

} // namespace

class DiagnosisTest : public QObject
{
    Q_OBJECT

    const support::TestCertificates m_certificates;

    DiagnosisRequest requestFor(Service service, std::uint16_t port, Security security,
                                std::string host = "127.0.0.1") const
    {
        DiagnosisRequest request;
        const auto endpoint = diagnosing::endpoint(port, security, std::move(host));
        if (service == Service::Imap) {
            request.imap = endpoint;
            request.imapLogin = diagnosing::login();
        } else {
            request.smtp = endpoint;
            request.smtpLogin = diagnosing::login();
        }
        request.tlsPolicy.extraCaFile = m_certificates.authorityFile();
        request.limits.greetingDoubt = 100ms;
        request.limits.greeting = 300ms;
        request.limits.command = 500ms;
        request.transcript = mailconnect::TranscriptUse::Wanted;
        return request;
    }

    static std::vector<Row> rows()
    {
        using enum Service;
        using enum CertificateKind;
        constexpr auto tls = Security::ImplicitTls;
        constexpr auto startTls = Security::StartTls;
        const std::string refusing = "TLS-FAILS";
        std::vector<Row> rows{
            {"expired", Imap, refusing, "tls_handshake: certificate_expired", tls, Expired},
            {"not yet valid", Smtp, refusing, "tls_handshake: certificate_not_yet_valid", tls,
             NotYetValid},
            {"self-signed", Imap, refusing, "tls_handshake: certificate_self_signed", tls,
             SelfSigned},
            {"wrong name", Smtp, refusing, "tls_handshake: certificate_wrong_name", tls, WrongName},
            {"unknown authority", Imap, refusing, "tls_handshake: certificate_unknown_authority",
             tls, UnknownAuthority},
            {"STARTTLS port spoken to with TLS, IMAP", Imap,
             "S: * OK hi\nC-RAW: {{16 03 01}}\nCLOSE", "tls_handshake: not_tls", tls},
            {"STARTTLS port spoken to with TLS, SMTP", Smtp,
             "S: 220 hi\nC-RAW: {{16 03 01}}\nCLOSE", "tls_handshake: not_tls", tls},
            {"silence", Imap, "SILENCE\nCONNECTION\nSILENCE", "greeting: no_answer"},
            {"closes at once", Smtp, "CLOSE", "greeting: connection_lost"},
            {"SMTP instead of IMAP", Imap, "S: 220 mail.test ESMTP", "greeting: not_this_protocol"},
            {"IMAP instead of SMTP", Smtp, "S: * OK IMAP", "greeting: not_this_protocol"},
            {"BYE", Imap, "S: * BYE too many connections", "greeting: rejected"},
            {"554", Smtp, "S: 554 5.7.1 go away", "greeting: rejected"},
            {"no STARTTLS, IMAP", Imap, "S: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] hi",
             "starttls: no_starttls", startTls},
            {"no STARTTLS, SMTP", Smtp, smtpHello + "S: 250 AUTH PLAIN", "starttls: no_starttls",
             startTls},
            {"STARTTLS refused", Imap,
             "S: * OK [CAPABILITY IMAP4rev1 STARTTLS] hi\nC: TAG STARTTLS\nS: TAG NO later",
             "starttls: starttls_refused", startTls},
            {"STARTTLS refused, SMTP", Smtp,
             smtpHello + "S: 250 STARTTLS\nC: STARTTLS\nS: 454 4.7.0 no TLS",
             "starttls: starttls_refused", startTls},
            {"expired behind STARTTLS", Smtp,
             smtpHello + "S: 250 STARTTLS\nC: STARTTLS\nS: 220 go\nTLS-FAILS",
             "starttls: certificate_expired", startTls, Expired},
            {"bytes slipped in", Smtp,
             smtpHello + "S: 250 STARTTLS\nC: STARTTLS\nS-RAW: 220 go{{CRLF}}250 ok{{CRLF}}",
             "starttls: tampering", startTls},
            {"LOGINDISABLED", Imap, "S: * OK [CAPABILITY IMAP4rev1 LOGINDISABLED] hi",
             "login: login_disabled"},
            {"wrong password", Imap,
             imapGreeting + imapLogin + "S: TAG NO [AUTHENTICATIONFAILED] Authentication failed.",
             "login: wrong_credentials"},
            {"wrong password, SMTP", Smtp,
             smtpHello + "S: 250 AUTH PLAIN\nC: AUTH PLAIN {{*}}\nS: 535 5.7.8 no",
             "login: wrong_credentials"},
            {"app password, IMAP", Imap,
             imapGreeting + imapLogin
                 + "S: TAG NO [ALERT] Application-specific password required: "
                   "https://support.google.com",
             "login: app_password_needed"},
            {"app password, SMTP", Smtp,
             smtpHello
                 + "S: 250 AUTH PLAIN\nC: AUTH PLAIN {{*}}\nS: 534 5.7.9 Application-specific "
                   "password required",
             "login: app_password_needed"},
            {"Outlook", Smtp,
             smtpHello
                 + "S: 250 AUTH PLAIN\nC: AUTH PLAIN {{*}}\nS: 535 5.7.139 Authentication "
                   "unsuccessful, basic authentication is disabled",
             "login: password_logins_off"},
            {"OAuth only", Smtp, smtpHello + "S: 250 AUTH XOAUTH2 OAUTHBEARER",
             "login: oauth_only"},
            {"no SMTP AUTH", Smtp, smtpHello + "S: 250 SIZE 1000", "login: no_authentication"},
            {"unknown mechanisms", Smtp, smtpHello + "S: 250 AUTH GSSAPI", "login: no_mechanism"},
            {"login later", Imap, imapGreeting + imapLogin + "S: TAG NO [UNAVAILABLE] later",
             "login: login_not_now"},
            {"all is well", Smtp,
             smtpHello
                 + "S: 250-AUTH PLAIN\nS: 250 SIZE 1000\nC: AUTH PLAIN {{*}}\nS: 235 2.7.0 in\n"
                   "C: QUIT\nS: 221 bye",
             "passed"},
            {"nearly full", Imap,
             imapGreeting + imapLogin
                 + "S: TAG OK [CAPABILITY IMAP4rev1 QUOTA] in\n"
                   "C: TAG LIST \"\" \"*\"\nS: * LIST () \"/\" INBOX\nS: TAG OK\n"
                   "C: TAG STATUS \"INBOX\" (MESSAGES UNSEEN UIDNEXT UIDVALIDITY)\nS: TAG OK\n"
                   "C: TAG GETQUOTAROOT \"INBOX\"\nS: * QUOTAROOT INBOX \"\"\n"
                   "S: * QUOTA \"\" (STORAGE 950 1000)\nS: TAG OK\n"
                   "C: TAG LOGOUT\nS: * BYE\nS: TAG OK",
             "quota: quota_nearly_used"},
        };
        return rows;
    }

private Q_SLOTS:
    void eachFailureIsNamed_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const auto &row : rows())
            QTest::newRow(row.name) << index++;
    }
    void eachFailureIsNamed()
    {
        QFETCH(int, index);
        const auto row = rows()[static_cast<std::size_t>(index)];
        ScriptedServerOptions options;
        options.identity = m_certificates.make(row.certificate);
        const ScriptedServer server(row.script, options);
        const auto report =
            diagnosing::diagnose(requestFor(row.service, server.port(), row.security, row.host));
        const auto &service = diagnosing::only(report);
        QCOMPARE(diagnosing::outcome(service), QByteArray(row.outcome));
        // Whatever happened is explained, and no step is left open.
        for (const auto &step : service.steps) {
            QVERIFY(step.state != StepState::Running);
            QVERIFY(!step.summary.source().empty());
            QVERIFY(step.state != StepState::Failed || step.remedy);
        }
        const auto transcript = service.transcript.text();
        QVERIFY(transcript.find(diagnosing::password) == std::string::npos);
    }

    void aPortThatBeginsWithTls_data()
    {
        QTest::addColumn<bool>("isGood");
        QTest::newRow("good certificate") << true;
        QTest::newRow("bad certificate") << false;
    }
    void aPortThatBeginsWithTls()
    {
        QFETCH(bool, isGood);
        const TlsListener server(
            m_certificates.make(isGood ? CertificateKind::Good : CertificateKind::SelfSigned));
        auto request = requestFor(Service::Smtp, server.serverPort(), Security::StartTls);
        request.limits.greetingDoubt = 1s;
        const auto report = diagnosing::diagnose(std::move(request));
        QCOMPARE(diagnosing::outcome(*report.smtp), QByteArray("greeting: tls_at_once"));
    }

    void nobodyListens()
    {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        const auto port = probe.serverPort();
        probe.close();
        const auto report =
            diagnosing::diagnose(requestFor(Service::Imap, port, Security::ImplicitTls));
        QCOMPARE(diagnosing::outcome(*report.imap), QByteArray("connect: connection_refused"));
    }

    void thereIsNoSuchServer()
    {
        auto request = requestFor(Service::Smtp, 465, Security::ImplicitTls, "mail.invalid");
        const auto report = diagnosing::diagnose(std::move(request));
        const auto outcome = diagnosing::outcome(*report.smtp);
        // Without a network the name service does not answer at all.
        QVERIFY2(outcome == "resolve: host_not_found" || outcome == "resolve: name_service_failed",
                 outcome.constData());
    }

    void aHostThatCannotBe()
    {
        const auto report =
            diagnosing::diagnose(requestFor(Service::Imap, 993, Security::ImplicitTls, "a..b"));
        QCOMPARE(diagnosing::outcome(*report.imap), QByteArray("resolve: invalid_host"));
    }

    void othersAreNotSpokenToInTheClear()
    {
        const auto report =
            diagnosing::diagnose(requestFor(Service::Imap, 143, Security::PlainText, "192.0.2.1"));
        QCOMPARE(diagnosing::outcome(*report.imap), QByteArray("connect: plain_text_forbidden"));
    }

    void aPortThatSwallowsPackets()
    {
        // A listener whose queue is full drops every further connection.
        QTcpServer full;
        full.setListenBacklogSize(0);
        QVERIFY(full.listen(QHostAddress::LocalHost));
        full.pauseAccepting();
        std::vector<std::unique_ptr<QTcpSocket>> fillers;
        for (int i = 0; i < 4; ++i) {
            fillers.push_back(std::make_unique<QTcpSocket>());
            fillers.back()->connectToHost(QHostAddress::LocalHost, full.serverPort());
            (void)fillers.back()->waitForConnected(100);
        }
        auto request = requestFor(Service::Imap, full.serverPort(), Security::ImplicitTls);
        request.limits.connect = 300ms;
        const auto report = diagnosing::diagnose(std::move(request));
        QCOMPARE(diagnosing::outcome(*report.imap), QByteArray("connect: connection_timed_out"));
    }

    void slownessIsAWarning()
    {
        const ScriptedServer server(smtpHello
                                    + "S: 250 AUTH PLAIN\nC: AUTH PLAIN {{*}}\n"
                                      "S: 235 in\nC: QUIT\nS: 221 bye");
        auto request = requestFor(Service::Smtp, server.port(), Security::PlainText);
        request.limits.slow = -1ms;
        const auto report = diagnosing::diagnose(std::move(request));
        QCOMPARE(report.verdict(), Verdict::Warning);
        QCOMPARE(report.smtp->steps.back().finding, mailconnect::Finding::Slow);
    }

    void bothServersAtOnceAndStepsAreToldTwice()
    {
        const ScriptedServer imap("SILENCE\nCONNECTION\nSILENCE");
        const ScriptedServer smtp("SILENCE\nCONNECTION\nSILENCE");
        auto request = requestFor(Service::Imap, imap.port(), Security::PlainText);
        request.smtp = diagnosing::endpoint(smtp.port(), Security::PlainText);
        std::vector<mailconnect::StepReport> told;
        QElapsedTimer timer;
        timer.start();
        const auto report = support::await(mailconnect::diagnose(
            std::move(request), [&told](const auto &step) { told.push_back(step); }, {}));
        QVERIFY(timer.elapsed() < 2 * (100 + 300));
        QCOMPARE(told.size(), 2 * (report.imap->steps.size() + report.smtp->steps.size()));
        QCOMPARE(told.front().state, StepState::Running);
        QCOMPARE(told.back().state, StepState::Failed);
    }

    void cancellingEndsEverythingAtOnce_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<bool>("isSmtp");
        QTest::newRow("greeting") << QByteArray("SILENCE\nCONNECTION\nSILENCE") << false;
        QTest::newRow("login") << QByteArray::fromStdString(imapGreeting + imapLogin + "SILENCE")
                               << false;
        QTest::newRow("EHLO") << QByteArray::fromStdString(smtpHello + "SILENCE") << true;
    }
    void cancellingEndsEverythingAtOnce()
    {
        QFETCH(QByteArray, script);
        QFETCH(bool, isSmtp);
        const ScriptedServer server(script.toStdString());
        auto request =
            requestFor(isSmtp ? Service::Smtp : Service::Imap, server.port(), Security::PlainText);
        request.limits.greeting = 60s;
        request.limits.greetingDoubt = 60s;
        request.limits.command = 60s;
        core::CancellationSource source;
        QTimer::singleShot(200, [&source] { source.cancel(); });
        QElapsedTimer timer;
        timer.start();
        const auto report = diagnosing::diagnose(std::move(request), source.token());
        QVERIFY(timer.elapsed() < 1200);
        QCOMPARE(report.verdict(), Verdict::Cancelled);
    }

    void theWholeHasATimeLimit()
    {
        const ScriptedServer server("SILENCE\nCONNECTION\nSILENCE");
        auto request = requestFor(Service::Imap, server.port(), Security::PlainText);
        request.limits.greeting = 60s;
        request.limits.greetingDoubt = 60s;
        request.limits.total = 200ms;
        const auto report = diagnosing::diagnose(std::move(request));
        QCOMPARE(diagnosing::outcome(*report.imap), QByteArray("greeting: time_is_up"));
    }

    void theChainIsToldWithWhatIsWrong()
    {
        ScriptedServerOptions options;
        options.identity = m_certificates.make(CertificateKind::WrongName);
        const ScriptedServer server("TLS-FAILS", options);
        const auto report =
            diagnosing::diagnose(requestFor(Service::Imap, server.port(), Security::ImplicitTls));
        const auto &tls = std::get<mailconnect::TlsDetails>(report.imap->steps.back().details).tls;
        QVERIFY(!tls.chain.empty());
        QCOMPARE(tls.chain.front().names, std::vector<std::string>{"other.test"});
        QCOMPARE(tls.chain.front().problems,
                 std::vector<net::CertificateProblem>{net::CertificateProblem::WrongName});
        QVERIFY(!tls.chain.front().issuer.empty());
        QVERIFY(tls.chain.front().notBefore < tls.chain.front().notAfter);
        QCOMPARE(tls.chain.front().sha256.size(), std::size_t(95));
    }

    void whatAServerRepeatsOfAPasswordIsNotShown()
    {
        ScriptedServerOptions options;
        options.answers["echo"] = [](const std::string &line) { return "535 5.7.8 " + line; };
        const ScriptedServer server(
            smtpHello + "S: 250 AUTH PLAIN\nC: AUTH PLAIN {{*}}\nANSWER: echo", options);
        const auto report =
            diagnosing::diagnose(requestFor(Service::Smtp, server.port(), Security::PlainText));
        const auto &login = report.smtp->steps.back();
        QCOMPARE(login.serverText, std::string("535 5.7.8"));
        const auto text = report.smtp->transcript.text();
        QVERIFY2(text.ends_with("C: AUTH PLAIN ***\nS: 535 5.7.8\n"), text.c_str());
    }
};

QTEST_GUILESS_MAIN(DiagnosisTest)
#include "DiagnosisTest.moc"
