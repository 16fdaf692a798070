// SPDX-License-Identifier: GPL-3.0-or-later
#include "Diagnosing.h"
#include "i18n/Language.h"
#include "mailconnect/DiagnosisDocument.h"
#include "support/FaultyServers.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

using namespace std::chrono_literals;
using account::Security;
using mailconnect::DiagnosisRequest;
using mailconnect::Verdict;
using support::ScriptedServer;
using support::scripts::imapBeginning;
using support::scripts::imapEnd;
using support::scripts::smtpBeginning;

namespace {

const std::string sent = "S: 250 ok\nC: RCPT TO:<anna@mail.test>\nS: 250 ok\nC: DATA\n"
                         "S: 354 go on\nC-DATA\n";

DiagnosisRequest requestFor(const ScriptedServer &imap, const ScriptedServer &smtp)
{
    DiagnosisRequest request;
    request.imap = diagnosing::endpoint(imap.port(), Security::PlainText);
    request.smtp = diagnosing::endpoint(smtp.port(), Security::PlainText);
    request.imapLogin = diagnosing::login();
    request.smtpLogin = diagnosing::login();
    request.emailAddress = "anna@mail.test";
    request.roundTrip = mailconnect::RoundTrip::Wanted;
    request.transcript = mailconnect::TranscriptUse::Wanted;
    request.limits.arrival = 100ms;
    request.limits.pollInterval = 200ms;
    return request;
}

} // namespace

class RoundTripTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatSendingSays_data()
    {
        QTest::addColumn<QByteArray>("answers");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const std::string &answers, const char *expected) {
            QTest::newRow(name) << QByteArray::fromStdString(answers) << QByteArray(expected);
        };
        row("greylisting",
            "S: 250 ok\nC: RCPT TO:<anna@mail.test>\nS: 450 4.2.0 Greylisted, come again\n",
            "send_test_message: greylisted");
        row("recipient", "S: 250 ok\nC: RCPT TO:<anna@mail.test>\nS: 550 5.1.1 unknown\n",
            "send_test_message: recipient_refused");
        row("sender", "S: 550 5.7.1 not yours\n", "send_test_message: sender_refused");
        row("message", sent + "S: 554 5.7.1 spam\n", "send_test_message: message_refused");
    }
    void whatSendingSays()
    {
        QFETCH(QByteArray, answers);
        QFETCH(QByteArray, expected);
        const ScriptedServer imap(imapBeginning + imapEnd);
        const ScriptedServer smtp(smtpBeginning + answers.toStdString() + "C: QUIT\nS: 221 bye");
        const auto report = diagnosing::diagnose(requestFor(imap, smtp));
        QCOMPARE(diagnosing::outcome(*report.smtp), expected);
        // Nothing was sent, so nothing is looked for.
        QCOMPARE(report.imap->steps.back().state, mailconnect::StepState::Skipped);
        QCOMPARE(imap.verdict(), std::string());
    }

    void aMessageAmongJunkIsDeletedThere()
    {
        const ScriptedServer imap(
            imapBeginning
            + "C: TAG1 EXAMINE \"INBOX\"\nC: TAG2 UID SEARCH HEADER {{*}}\n"
              "S: * 0 EXISTS\nS: * OK [UIDVALIDITY 1] x\nS: TAG1 OK [READ-ONLY]\n"
              "S: * SEARCH\nS: TAG2 OK\n"
              "C: TAG1 EXAMINE \"Spam\"\nC: TAG2 UID SEARCH HEADER {{*}}\n"
              "S: * 1 EXISTS\nS: * OK [UIDVALIDITY 1] x\nS: TAG1 OK [READ-ONLY]\n"
              "S: * SEARCH 7\nS: TAG2 OK\n"
              "C: TAG SELECT \"Spam\"\nS: * 1 EXISTS\nS: * OK [UIDVALIDITY 1] x\n"
              "S: TAG OK [READ-WRITE]\n"
              "C: TAG1 UID FETCH 7 (UID FLAGS)\nC: TAG2 UID STORE 7 +FLAGS.SILENT (\\Deleted)\n"
              "C: TAG3 UID EXPUNGE 7\n"
              "S: * 1 FETCH (UID 7 FLAGS ())\nS: TAG1 OK\nS: TAG2 OK\nS: * 1 EXPUNGE\n"
              "S: TAG3 OK\n"
            + imapEnd);
        const ScriptedServer smtp(smtpBeginning + sent + "S: 250 taken\nC: QUIT\nS: 221 bye");
        const auto report = diagnosing::diagnose(requestFor(imap, smtp));
        QCOMPARE(diagnosing::outcome(*report.imap),
                 QByteArray("find_test_message: message_in_junk"));
        QCOMPARE(report.imap->steps.back().state, mailconnect::StepState::Passed);
        QCOMPARE(imap.verdict(), std::string());
        QCOMPARE(smtp.messages().size(), std::size_t(1));
    }

    void cancellingDoesNotWaitForTheAnswerToTheMessage()
    {
        const ScriptedServer imap(imapBeginning);
        const ScriptedServer smtp(smtpBeginning + sent + "SILENCE");
        core::CancellationSource source;
        QTimer::singleShot(300, [&source] { source.cancel(); });
        QElapsedTimer timer;
        timer.start();
        const auto report = diagnosing::diagnose(requestFor(imap, smtp), source.token());
        QVERIFY(timer.elapsed() < 1300);
        QCOMPARE(report.verdict(), Verdict::Cancelled);
    }

    void documentsTellNothingPrivate()
    {
        const ScriptedServer imap(imapBeginning + imapEnd);
        const ScriptedServer smtp(smtpBeginning
                                  + "S: 550 5.7.1 anna@mail.test <b>\nC: QUIT\n"
                                    "S: 221 bye");
        const auto report = diagnosing::diagnose(requestFor(imap, smtp));
        for (const auto &language : i18n::Language::all()) {
            for (const auto &document :
                 {textOf(report, language), htmlOf(report, language), jsonOf(report)}) {
                QVERIFY(document.find("anna") == std::string::npos);
                QVERIFY(document.find("Secret-Plans") == std::string::npos);
                QVERIFY(document.find(diagnosing::password) == std::string::npos);
                QVERIFY(document.find("a***@mail.test") != std::string::npos);
            }
            QVERIFY(htmlOf(report, language).find("<b>") == std::string::npos);
        }
    }
};

QTEST_GUILESS_MAIN(RoundTripTest)
#include "RoundTripTest.moc"
