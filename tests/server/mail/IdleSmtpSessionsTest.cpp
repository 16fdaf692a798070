// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/IdleSmtpSessions.h"

#include "mime/Initialise.h"
#include "server/mail/SendingStage.h"

#include <QTest>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

using namespace stage;

namespace {

const std::string message = envelope + data + queued;
const std::string next = "CONNECTION\n";

mail::Sender::Limits withIdleSessions()
{
    mail::Sender::Limits limits;
    limits.sessions.idle = std::chrono::hours(1);
    return limits;
}

std::string times(int count, const std::string &text)
{
    std::string result = text;
    for (int i = 1; i < count; ++i)
        result += next + text;
    return result;
}

} // namespace

class IdleSmtpSessionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialise(); }

    void oneSessionTakesOneMessageAfterTheOther()
    {
        Stage theStage(login + message + message + message + goodbye, times(3, imapClosed),
                       withIdleSessions());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(summaryOf(theStage.send(numbered(i))), QByteArray("sent with a warning"));
        QCOMPARE(theStage.sending.sender.sessionStats().idle, std::size_t(1));
        QCOMPARE(theStage.sending.sender.sessionStats().reused, std::uint64_t(2));
        theStage.finish();
        VERIFY_STAGE(theStage);
    }

    void aSessionThatIsOverIsReplaced_data()
    {
        QTest::addColumn<QByteArray>("end");
        const auto row = [](const char *name, const std::string &end) {
            QTest::newRow(name) << QByteArray::fromStdString(end);
        };
        row("closed", "CLOSE\n");
        row("reset", "RESET\n");
        row("closed with a word", "S: 421 4.4.2 timeout\nCLOSE\n");
        row("421 to MAIL", asked + "S: 421 4.3.2 going down\nCLOSE\n");
        row("closed after MAIL", asked + "CLOSE\n");
        row("reset after MAIL", asked + "RESET\n");
        row("421 to RCPT", asked + "S: 250 ok\nS: 421 4.3.2 going down\nCLOSE\n");
        row("no more messages", asked + "S: 452 4.5.3 too many\nS: 503 5.5.1 no\nCLOSED\n");
        row("reset after RCPT", envelope + "C: DATA\nRESET\n");
        row("421 to DATA", envelope + "C: DATA\nS: 421 4.3.2 going down\nCLOSE\n");
    }
    void aSessionThatIsOverIsReplaced()
    {
        QFETCH(QByteArray, end);
        Stage theStage(login + message + end.toStdString() + next + login + message + goodbye,
                       times(2, imapClosed), withIdleSessions());
        QCOMPARE(summaryOf(theStage.send(numbered(1))), QByteArray("sent with a warning"));
        QCOMPARE(summaryOf(theStage.send(numbered(2))), QByteArray("sent with a warning"));
        theStage.finish();
        VERIFY_STAGE(theStage);
        QCOMPARE(theStage.smtpServer().connections(), 2);
        QCOMPARE(theStage.smtpServer().messages().size(), std::size_t(2));
    }

    void aSessionThatHasFallenSilentIsReplaced()
    {
        auto limits = withIdleSessions();
        limits.sessions.firstAnswer = std::chrono::milliseconds(50);
        Stage theStage(login + message + "SILENCE\n" + next + login + message + goodbye,
                       times(2, imapClosed), limits);
        QCOMPARE(summaryOf(theStage.send(numbered(1))), QByteArray("sent with a warning"));
        QCOMPARE(summaryOf(theStage.send(numbered(2))), QByteArray("sent with a warning"));
        theStage.finish();
        VERIFY_STAGE(theStage);
        QCOMPARE(theStage.smtpServer().connections(), 2);
        QCOMPARE(theStage.smtpServer().messages().size(), std::size_t(2));
    }

    /// Another session would hear the same, and what was handed over must not be repeated.
    void aRefusalIsNotAskedForTwice_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QByteArray>("summary");
        const auto row = [](const char *name, const std::string &script, const char *summary) {
            QTest::newRow(name) << QByteArray::fromStdString(script) << QByteArray(summary);
        };
        row("sender", asked + "S: 550 no\nS: 503 no\nCLOSED\n", "permission_denied");
        row("recipient", asked + "S: 250 ok\nS: 550 5.1.1 no\nCLOSED\n", "not_found");
        row("recipient, later", asked + "S: 250 ok\nS: 450 4.2.1 later\nCLOSED\n", "unavailable");
        row("message", envelope + data + "S: 451 4.3.0 later\nCLOSED\n", "unavailable");
        row("reset before the final dot", envelope + "C: DATA\nS: 354 go\nRESET\n", "unavailable");
        row("reset after the final dot", envelope + data + "RESET\n", "unknown");
    }
    void aRefusalIsNotAskedForTwice()
    {
        QFETCH(QByteArray, script);
        Stage theStage(login + message + script.toStdString(), imapClosed, withIdleSessions());
        QCOMPARE(summaryOf(theStage.send(numbered(1))), QByteArray("sent with a warning"));
        const auto sent = theStage.send(numbered(2));
        QTEST(summaryOf(sent), "summary");
        theStage.finish();
        VERIFY_STAGE(theStage);
        QCOMPARE(theStage.smtpServer().connections(), 1);
    }

    void whoeverHasGivenUpGetsNoNewSession()
    {
        Stage theStage(login + message + "SILENCE\n", imapClosed, withIdleSessions());
        QCOMPARE(summaryOf(theStage.send(numbered(1))), QByteArray("sent with a warning"));
        core::CancellationSource source;
        const auto summaries = std::make_shared<std::vector<QByteArray>>();
        theStage.startSending(summaries, source.token());
        QVERIFY(support::waitUntil([&] {
            return theStage.smtpServer().received().find("Lunch") != std::string::npos
                   && theStage.sending.sender.sessionStats().reused == 1;
        }));
        source.cancel();
        QVERIFY(support::waitUntil([&] { return !summaries->empty(); }));
        QCOMPARE(summaries->front(), QByteArray("cancelled"));
        VERIFY_STAGE(theStage);
        QCOMPARE(theStage.smtpServer().connections(), 1);
    }

    void whoeverUsedItLastCannotCancelIt()
    {
        Stage theStage(login + message + message + goodbye, times(2, imapClosed),
                       withIdleSessions());
        const auto summaries = std::make_shared<std::vector<QByteArray>>();
        core::CancellationSource source;
        theStage.startSending(summaries, source.token());
        QVERIFY(support::waitUntil([&] { return !summaries->empty(); }));
        source.cancel();
        QCOMPARE(summaryOf(theStage.send(numbered(2))), QByteArray("sent with a warning"));
        theStage.finish();
        VERIFY_STAGE(theStage);
    }

    void onlyTheSameLoginGetsIt()
    {
        core::SystemRandom random;
        mail::IdleSmtpSessions sessions({.idle = std::chrono::hours(1)}, random);
        const support::ScriptedServer server("S: 220 x\nC: EHLO [127.0.0.1]\nS: 250 x\nCLOSED\n");
        const auto account = scripted::sendingAccount(1, server.port());
        sessions.keep(*account, open(*account));

        std::vector<account::MailAccount> others;
        for (int i = 0; i < 5; ++i)
            others.push_back(account->clone());
        others[0].smtpLogin.username = "bob";
        others[1].smtpLogin.password = core::Secret::copyOf("PW");
        others[2].smtp.host = "localhost";
        others[3].smtp.port = 587;
        others[4].smtp.security = account::Security::StartTls;
        for (const auto &other : others)
            QVERIFY(!sessions.take(other));
        QCOMPARE(sessions.stats().reused, std::uint64_t(0));

        auto same = account->clone();
        same.imapLogin.password = core::Secret::copyOf("another");
        QVERIFY(sessions.take(same) != nullptr);
        QVERIFY(!sessions.take(same));
        QVERIFY(sessions.isEmpty());
    }

    void thoseThatNobodyWantsEndWithAGoodbye_data()
    {
        QTest::addColumn<int>("idle");
        QTest::addColumn<int>("perMailbox");
        QTest::addColumn<int>("total");
        QTest::addColumn<int>("kept");
        const int hour = 3600000;
        QTest::newRow("in time") << 1 << 3 << 100 << 0;
        QTest::newRow("at once, when none are to be kept") << 0 << 3 << 100 << 0;
        QTest::newRow("the second of a mailbox") << hour << 1 << 100 << 1;
        QTest::newRow("the oldest of all") << hour << 3 << 1 << 1;
        QTest::newRow("none") << hour << 2 << 2 << 2;
    }
    void thoseThatNobodyWantsEndWithAGoodbye()
    {
        QFETCH(int, idle);
        QFETCH(int, perMailbox);
        QFETCH(int, total);
        QFETCH(int, kept);
        core::SystemRandom random;
        mail::IdleSmtpSessions sessions({.idle = std::chrono::milliseconds(idle),
                                         .perMailbox = static_cast<std::size_t>(perMailbox),
                                         .total = static_cast<std::size_t>(total)},
                                        random);
        const std::string script = "S: 220 x\nC: EHLO [127.0.0.1]\nS: 250 x\n" + goodbye;
        const support::ScriptedServer first(script);
        const support::ScriptedServer second(script);
        const auto account = scripted::sendingAccount(1, 1);
        sessions.keep(*account, open(*scripted::sendingAccount(1, first.port())));
        sessions.keep(*account, open(*scripted::sendingAccount(1, second.port())));
        QVERIFY(support::waitUntil([&] {
            return static_cast<int>(sessions.stats().idle) == kept
                   && static_cast<int>(first.finished()) + static_cast<int>(second.finished())
                          == 2 - kept;
        }));
        sessions.closeAll();
        QCOMPARE(first.verdict(), std::string());
        QCOMPARE(second.verdict(), std::string());
        QVERIFY(support::waitUntil([&] { return sessions.isEmpty(); }));
    }

    void afterTheEndNoneAreKept()
    {
        core::SystemRandom random;
        mail::IdleSmtpSessions sessions({}, random);
        const support::ScriptedServer server("S: 220 x\nC: EHLO [127.0.0.1]\nS: 250 x\n" + goodbye);
        const auto account = scripted::sendingAccount(1, server.port());
        auto connection = open(*account);
        sessions.closeAll();
        sessions.keep(*account, std::move(connection));
        QCOMPARE(server.verdict(), std::string());
        QVERIFY(!sessions.take(*account));
    }

    void aServerThatDoesNotAnswerTheGoodbyeHoldsUpNothing()
    {
        core::SystemRandom random;
        mail::IdleSmtpSessions sessions({.goodbye = std::chrono::milliseconds(50)}, random);
        const support::ScriptedServer server(
            "S: 220 x\nC: EHLO [127.0.0.1]\nS: 250 x\nC: QUIT\nCLOSED\n");
        const auto account = scripted::sendingAccount(1, server.port());
        sessions.keep(*account, open(*account));
        sessions.closeAll();
        QVERIFY(!sessions.isEmpty());
        QVERIFY(support::waitUntil([&] { return sessions.isEmpty(); }));
        QCOMPARE(server.verdict(), std::string());
    }

private:
    static std::unique_ptr<smtp::Connection> open(const account::MailAccount &account)
    {
        auto connection = support::await(smtp::Connection::open(
            account.smtp, m_policy, m_options, core::deadlineIn(std::chrono::seconds(10)), {}));
        if (!connection)
            qFatal("%s", connection.error().message.c_str());
        return std::move(*connection);
    }

    static inline const net::TlsPolicy m_policy;
    static inline const smtp::ConnectionOptions m_options;
};

QTEST_GUILESS_MAIN(IdleSmtpSessionsTest)
#include "IdleSmtpSessionsTest.moc"
