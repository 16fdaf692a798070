// SPDX-License-Identifier: GPL-3.0-or-later
#include "Diagnosing.h"
#include "i18n/Language.h"
#include "support/FaultyServers.h"

#include <QElapsedTimer>
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

namespace scripts = support::scripts;

namespace {

Service serviceOf(const support::FaultyServer &faulty)
{
    return faulty.protocol == support::MailProtocol::Imap ? Service::Imap : Service::Smtp;
}

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

private Q_SLOTS:
    void eachFailureIsNamed_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const auto &row : support::faultyServers())
            QTest::newRow(row.name) << index++;
    }
    void eachFailureIsNamed()
    {
        QFETCH(int, index);
        const auto &row = support::faultyServers()[static_cast<std::size_t>(index)];
        ScriptedServerOptions options;
        options.identity = m_certificates.make(row.certificate);
        const ScriptedServer server(row.script, options);
        const auto report =
            diagnosing::diagnose(requestFor(serviceOf(row), server.port(), row.security));
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
        const support::TlsListener server(
            m_certificates.make(isGood ? CertificateKind::Good : CertificateKind::SelfSigned));
        auto request = requestFor(Service::Smtp, server.port(), Security::StartTls);
        request.limits.greetingDoubt = 1s;
        const auto report = diagnosing::diagnose(std::move(request));
        QCOMPARE(diagnosing::outcome(*report.smtp), QByteArray("greeting: tls_at_once"));
    }

    void nobodyListens()
    {
        const auto report = diagnosing::diagnose(
            requestFor(Service::Imap, support::closedPort(), Security::ImplicitTls));
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
        const support::BlackHole hole;
        auto request = requestFor(Service::Imap, hole.port(), Security::ImplicitTls);
        request.limits.connect = 300ms;
        const auto report = diagnosing::diagnose(std::move(request));
        QCOMPARE(diagnosing::outcome(*report.imap), QByteArray("connect: connection_timed_out"));
    }

    void slownessIsAWarning()
    {
        const ScriptedServer server(scripts::smtpHello
                                    + "S: 250 AUTH PLAIN\nC: AUTH PLAIN {{*}}\n"
                                      "S: 235 in\nC: QUIT\nS: 221 bye");
        auto request = requestFor(Service::Smtp, server.port(), Security::PlainText);
        request.limits.slow = -1ms;
        const auto report = diagnosing::diagnose(std::move(request));
        QCOMPARE(report.verdict(), Verdict::Warning);
        const auto &last = report.smtp->steps.back();
        QCOMPARE(last.finding, mailconnect::Finding::Slow);
        QCOMPARE(
            i18n::Language::english().render(last.summary),
            std::string("The server names no limit for the size of messages. This took long."));
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
        QTest::newRow("login") << QByteArray::fromStdString(scripts::imapGreeting
                                                            + scripts::imapLogin + "SILENCE")
                               << false;
        QTest::newRow("EHLO") << QByteArray::fromStdString(scripts::smtpHello + "SILENCE") << true;
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

    void whatWeSayIsNotTakenForTheServersWords()
    {
        for (const char *name : {"closes at once", "SMTP instead of IMAP"}) {
            const auto &faulty = support::faultyServer(name);
            const ScriptedServer server(faulty.script);
            const auto report =
                diagnosing::diagnose(requestFor(serviceOf(faulty), server.port(), faulty.security));
            QCOMPARE(diagnosing::outcome(diagnosing::only(report)), QByteArray(faulty.outcome));
            QCOMPARE(diagnosing::only(report).steps.back().serverText, std::string());
        }
        const ScriptedServer server(support::faultyServer("IMAP instead of SMTP").script);
        const auto report =
            diagnosing::diagnose(requestFor(Service::Smtp, server.port(), Security::PlainText));
        QCOMPARE(report.smtp->steps.back().serverText, std::string("* OK IMAP"));
    }

    void whatAServerRepeatsOfAPasswordIsNotShown()
    {
        ScriptedServerOptions options;
        options.answers["echo"] = [](const std::string &line) { return "535 5.7.8 " + line; };
        const ScriptedServer server(
            scripts::smtpHello + "S: 250 AUTH PLAIN\nC: AUTH PLAIN {{*}}\nANSWER: echo", options);
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
