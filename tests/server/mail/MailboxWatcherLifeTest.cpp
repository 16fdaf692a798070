// SPDX-License-Identifier: GPL-3.0-or-later
// The connections of watched mailboxes: how they begin, break, come back and end, and their limits.
#include "ScriptedWatching.h"
#include "state/MemoryStore.h"
#include "support/FakeClock.h"

#include <QElapsedTimer>
#include <QTest>

#include <semaphore>

using namespace std::chrono_literals;
using core::ErrorKind;
using mail::MailboxWatcher;
using mail::WatchEvent;
using scripted::Client;
using scripted::session;
using scripted::WatchedServer;

namespace {

const std::string withIdle = session("pw", "IMAP4rev1 IDLE");
const std::string next = "CONNECTION\n";
const std::string refusedLogin = "S: * OK [CAPABILITY IMAP4rev1] ready\n"
                                 "C: TAG LOGIN \"alice\" \"pw\"\n"
                                 "S: TAG NO [AUTHENTICATIONFAILED] no\nCLOSED\n";

std::string statusCommand(const std::string &folder)
{
    return "C: TAG STATUS \"" + folder + "\" (MESSAGES UNSEEN UIDNEXT UIDVALIDITY)\n";
}
std::string status(const std::string &folder = "INBOX")
{
    return statusCommand(folder) + "S: * STATUS " + folder
           + " (MESSAGES 5 UNSEEN 0 UIDNEXT 100 UIDVALIDITY 42)\nS: TAG OK\n";
}
std::string examine(const std::string &folder = "INBOX", int messages = 5, int uidNext = 100,
                    int uidValidity = 42)
{
    return "C: TAG EXAMINE \"" + folder + "\"\nS: * " + std::to_string(messages)
           + " EXISTS\nS: * OK [UIDVALIDITY " + std::to_string(uidValidity)
           + "] .\nS: * OK [UIDNEXT " + std::to_string(uidNext) + "] .\nS: TAG OK [READ-ONLY]\n";
}
const std::string idle = "C: TAG IDLE\nS: + idling\n";
const std::string done = "C: DONE\nS: TAG OK\n";
/// A watch of INBOX, up to where the server may say something.
const std::string watching = withIdle + status() + examine() + idle;
const std::string resumed = withIdle + examine() + idle;

bool heard(const Client &client, const std::string &story)
{
    return support::waitUntil([&] { return client.story() == story; });
}
bool answered(const Client &client)
{
    return support::waitUntil([&] { return client.outcome.has_value(); });
}

/// A memory for refused logins.
struct Counting
{
    support::FakeClock clock;
    core::SystemRandom random;
    state::MemoryStore store{clock, random};
    state::LoginRefusals refusals{store};
};

} // namespace

class MailboxWatcherLifeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // --- After a drop

    void afterADropItIsToldWhatHappenedMeanwhile_data()
    {
        QTest::addColumn<QByteArray>("examined");
        const auto row = [](const char *name, const std::string &examined) {
            QTest::newRow(name) << QByteArray::fromStdString(examined);
        };
        row("a new message", examine("INBOX", 6, 101));
        row("a message is gone", examine("INBOX", 4));
        row("one came and another went", examine("INBOX", 5, 101));
        row("another folder of the same name", examine("INBOX", 5, 100, 43));
    }
    void afterADropItIsToldWhatHappenedMeanwhile()
    {
        QFETCH(QByteArray, examined);
        WatchedServer server(watching + "CLOSE\n" + next + withIdle + examined.toStdString() + idle
                             + "CLOSED");
        Client client;
        QVERIFY(server.watch(client));
        QVERIFY(heard(client, "Changed"));
        QCOMPARE(server.watcher.stats().reconnects, std::uint64_t(1));
        QCOMPARE(server.verdict(), std::string());
    }

    void afterADropNothingIsToldWhereNothingHappened()
    {
        WatchedServer server(watching + "CLOSE\n" + next + resumed + "RESET\n" + next + resumed
                             + "S: * 6 EXISTS\nCLOSED");
        Client client;
        QVERIFY(server.watch(client));
        QVERIFY(heard(client, "Changed"));
        QCOMPARE(server.watcher.stats().reconnects, std::uint64_t(2));
        QCOMPARE(server.verdict(), std::string());
    }

    void aServerThatIsGoneWithoutAWordIsFoundOut()
    {
        auto limits = WatchedServer::limits();
        limits.renewal = 10ms;
        imap::ConnectionOptions options;
        options.limits.command = 500ms;
        WatchedServer server(watching + "C: DONE\nSILENCE\n" + next + withIdle + examine("INBOX", 6)
                                 + "C: TAG IDLE\nSILENCE",
                             limits, options);
        Client client;
        QVERIFY(server.watch(client));
        QVERIFY(heard(client, "Changed"));
        QCOMPARE(server.watcher.stats().reconnects, std::uint64_t(1));
    }

    void aServerWithTooMuchToReportIsAskedAnew()
    {
        const std::string login = session("pw", "IMAP4rev1 NOTIFY");
        const std::string notify =
            "C: TAG1 NOTIFY NONE\nC: TAG2 NOTIFY SET STATUS (MAILBOXES (\"INBOX\") (MessageNew "
            "MessageExpunge "
            "FlagChange))\nS: * STATUS INBOX (MESSAGES 5)\nS: TAG1 OK\nS: TAG2 OK\n";
        WatchedServer server(login + status() + notify + "S: * OK [NOTIFICATIONOVERFLOW] sorry\n"
                             + "CLOSED\n" + next + login + notify + "CLOSED");
        Client client;
        QVERIFY(server.watch(client));
        QVERIFY(heard(client, "Changed")); // nobody knows what was not reported
        QVERIFY(support::waitUntil([&] { return server.watcher.stats().reconnects == 1; }));
        QVERIFY(support::waitUntil([&] { return server.said("NOTIFY SET") == 2; }));
        QCOMPARE(server.verdict(), std::string());
    }

    void pausesGrow()
    {
        auto limits = WatchedServer::limits();
        limits.firstPause = 20ms;
        std::string script = watching + "CLOSE\n";
        for (int i = 0; i < 4; ++i)
            script += next + "CLOSE\n";
        WatchedServer server(script + next + withIdle + examine("INBOX", 6) + idle + "CLOSED",
                             limits);
        QElapsedTimer timer;
        timer.start();
        Client client;
        QVERIFY(server.watch(client));
        QVERIFY(heard(client, "Changed"));
        // The half of each is certain: 10, 20, 40, 80, 160.
        QVERIFY2(timer.elapsed() >= 310, std::to_string(timer.elapsed()).c_str());
        QCOMPARE(server.verdict(), std::string());
    }

    void duringAPauseNobodyCanMakeItTryMoreOften()
    {
        auto limits = WatchedServer::limits();
        limits.firstPause = 1h;
        WatchedServer server(watching + "CLOSE", limits);
        Client first;
        QVERIFY(server.watch(first));
        QVERIFY(support::waitUntil([&] { return server.watcher.stats().interrupted == 1; }));
        Client second;
        server.begin(second, "Work");
        QVERIFY(second.hasFailed(ErrorKind::Unavailable));
        Client third; // it is known what it wants
        server.begin(third);
        QVERIFY(third.isWatching());
        QCOMPARE(first.story(), std::string());
        QCOMPARE(server.watcher.stats().watches, std::size_t(2));
        QCOMPARE(server.mail.server.connections(), 1);
        third.outcome.reset();
        first.outcome.reset(); // so nothing is left to try again for
        QCOMPARE(server.watcher.stats().mailboxes, std::size_t(0));
        QCOMPARE(server.verdict(), std::string());
    }

    // --- For good

    void aRefusedLoginIsToldAndNotTriedAgain()
    {
        Counting counting;
        WatchedServer server(refusedLogin, WatchedServer::limits(), {}, &counting.refusals);
        Client first;
        Client second;
        server.begin(first, "INBOX", "pw", "family");
        server.begin(second, "Work", "pw", "family");
        QVERIFY(answered(first));
        QVERIFY(answered(second));
        QVERIFY(first.hasFailed(ErrorKind::Unauthenticated));
        QVERIFY(second.hasFailed(ErrorKind::Unauthenticated));
        QCOMPARE(server.watcher.stats().mailboxes, std::size_t(0));
        QCOMPARE(server.verdict(), std::string());
        QCOMPARE(server.mail.server.connections(), 1);
        QVERIFY(support::await(counting.refusals.isInDoubt("family")).value());
    }

    void aLoginThatIsRefusedAfterADropEndsTheWatches()
    {
        Counting counting;
        WatchedServer server(withIdle + status() + status("Work") + examine() + status("Work")
                                 + idle + "CLOSE\n" + next + refusedLogin,
                             WatchedServer::limits(), {}, &counting.refusals);
        Client inbox;
        Client work;
        server.begin(inbox, "INBOX", "pw", "family");
        server.begin(work, "Work", "pw", "family");
        QVERIFY(heard(inbox, "Ended"));
        QVERIFY(heard(work, "Ended"));
        QCOMPARE(server.watcher.stats().mailboxes, std::size_t(0));
        QCOMPARE(server.watcher.stats().watches, std::size_t(0));
        QVERIFY(support::await(counting.refusals.isInDoubt("family")).value());
        QCOMPARE(server.verdict(), std::string());
        QCOMPARE(server.mail.server.connections(), 2);
    }

    void aLoginThatMustNotBeTriedIsNot()
    {
        Counting counting;
        for (std::uint32_t i = 0; i < state::LoginRefusals::allowed; ++i) {
            QVERIFY(support::await(counting.refusals.begin("family")));
            (void)support::await(
                counting.refusals.end("family", state::LoginRefusals::Outcome::Refused));
        }
        WatchedServer server("CLOSED", WatchedServer::limits(), {}, &counting.refusals);
        Client client;
        server.begin(client, "INBOX", "pw", "family");
        QVERIFY(answered(client));
        QVERIFY(client.hasFailed(ErrorKind::Unauthenticated));
        QCOMPARE(server.mail.server.connections(), 0);
    }

    void aFolderThatIsGoneEndsItsWatchesAlone()
    {
        WatchedServer server(withIdle + status("Work") + status() + examine() + status("Work")
                             + idle + "S: * BYE gone\nCLOSE\n" + next + withIdle + examine()
                             + statusCommand("Work") + "S: TAG NO [NONEXISTENT] no\n" + idle
                             + "S: * 6 EXISTS\nCLOSED");
        Client work;
        Client inbox;
        server.begin(work, "Work");
        server.begin(inbox);
        QVERIFY(heard(work, "Ended"));
        QVERIFY(heard(inbox, "Changed"));
        QCOMPARE(server.watcher.stats().watches, std::size_t(1));
        work.outcome.reset(); // what has ended can go at any time
        QCOMPARE(server.watcher.stats().watches, std::size_t(1));
        QCOMPARE(server.verdict(), std::string());
    }

    void theFolderThatIsListenedToMayBeGone()
    {
        WatchedServer server(withIdle + status("Work") + examine("Work") + idle
                             + "S: * BYE gone\nCLOSE\n" + next + withIdle
                             + "C: TAG EXAMINE \"Work\"\nS: TAG NO no such folder\nCLOSED");
        Client work;
        QVERIFY(server.watch(work, "Work"));
        QVERIFY(heard(work, "Ended"));
        QVERIFY(support::waitUntil([&] { return server.watcher.stats().mailboxes == 0; }));
        QCOMPARE(server.verdict(), std::string());
    }

    void aFolderThatNotifyDoesNotKnowIsAskedFor()
    {
        WatchedServer server(
            session("pw", "IMAP4rev1 NOTIFY") + status("Work")
            + "C: TAG1 NOTIFY NONE\nC: TAG2 NOTIFY SET STATUS (MAILBOXES (\"Work\") (MessageNew "
              "MessageExpunge FlagChange))\nS: TAG1 OK\nS: TAG2 OK\n"
            + statusCommand("Work") + "S: TAG NO no such folder\nCLOSED");
        Client work;
        QVERIFY(server.watch(work, "Work"));
        QVERIFY(heard(work, "Ended"));
        QCOMPARE(server.verdict(), std::string());
    }

    // --- Beginning

    void noSuchFolder()
    {
        WatchedServer server(withIdle + statusCommand("Wrok") + "S: TAG NO no\n"
                             + "C: TAG LIST \"\" \"*\"\nS: * LIST () \"/\" INBOX\nS: TAG OK\n"
                             + statusCommand("INBOX") + "S: TAG OK\nCLOSED");
        Client client;
        server.begin(client, "Wrok");
        QVERIFY(answered(client));
        QVERIFY(client.hasFailed(ErrorKind::NotFound));
        QVERIFY(client.outcome->error().message.find("\"Wrok\"") != std::string::npos);
        QVERIFY(support::waitUntil([&] { return server.watcher.stats().mailboxes == 0; }));
        QCOMPARE(server.verdict(), std::string());
    }

    void aNameThatCannotExistIsRefusedWithoutAsking()
    {
        WatchedServer server("CLOSED");
        Client client;
        server.begin(client, "a\nb");
        QVERIFY(client.hasFailed(ErrorKind::InvalidArgument));
        QCOMPARE(server.mail.server.connections(), 0);
    }

    void aFolderMayBeNamedByItsRole()
    {
        WatchedServer server(withIdle + statusCommand("Sent") + "S: TAG NO no\n"
                             + "C: TAG LIST \"\" \"*\"\nS: * LIST (\\Sent) \"/\" Gesendet\nS: TAG "
                               "OK\n"
                             + statusCommand("Gesendet")
                             + "S: * STATUS Gesendet (MESSAGES 5)\nS: TAG OK\n" + status("Gesendet")
                             + examine("Gesendet") + idle + "S: * 6 EXISTS\nCLOSED");
        Client client;
        QVERIFY(server.watch(client, "Sent"));
        QVERIFY(heard(client, "Changed"));
        QCOMPARE(server.verdict(), std::string());
    }

    void whoWantsWhatOthersWatchDisturbsNobody()
    {
        WatchedServer server(watching + "ANSWER: change\nCLOSED", WatchedServer::limits(), {},
                             nullptr, changing());
        Client first;
        QVERIFY(server.watch(first));
        QVERIFY(support::waitUntil([&] { return server.said("IDLE") == 1; }));
        Client second;
        server.begin(second, "inbox");
        QVERIFY(second.isWatching());
        m_mayChange.release();
        QVERIFY(heard(first, "Changed"));
        QVERIFY(heard(second, "Changed"));
        QCOMPARE(server.verdict(), std::string());
    }

    void aServerThatIsDownIsToldAtOnce()
    {
        WatchedServer server("CLOSE");
        Client client;
        server.begin(client);
        QVERIFY(answered(client));
        QVERIFY(client.hasFailed(ErrorKind::Unavailable));
        QCOMPARE(server.watcher.stats().mailboxes, std::size_t(0));
        QCOMPARE(server.mail.server.connections(), 1);
    }

    void whoGivesUpLeavesNothingBehind()
    {
        WatchedServer server("SILENCE");
        Client client;
        server.begin(client);
        QVERIFY(support::waitUntil([&] { return server.mail.server.connections() == 1; }));
        client.source.cancel();
        QVERIFY(client.hasFailed(ErrorKind::Cancelled));
        QCOMPARE(server.watcher.stats().watches, std::size_t(0));
        server.watcher.closeAll();
        QCOMPARE(server.watcher.stats().mailboxes, std::size_t(0));
        QCOMPARE(server.verdict(), std::string());
    }

    void whoHasGivenUpBeforehandIsNotServed()
    {
        WatchedServer server("CLOSED");
        Client client;
        client.source.cancel();
        server.begin(client);
        QVERIFY(client.hasFailed(ErrorKind::Cancelled));
        QCOMPARE(server.watcher.stats().mailboxes, std::size_t(0));
        QCOMPARE(server.mail.server.connections(), 0);
    }

    void whoGivesUpWhileTheFolderIsLookedForIsNotToldAnything()
    {
        WatchedServer server(withIdle + statusCommand("INBOX") + "SILENCE");
        Client client;
        server.begin(client);
        QVERIFY(support::waitUntil([&] { return server.said("STATUS") == 1; }));
        client.source.cancel();
        QVERIFY(client.hasFailed(ErrorKind::Cancelled));
        QCOMPARE(server.watcher.stats().watches, std::size_t(0));
        QCOMPARE(server.verdict(), std::string());
        QCOMPARE(client.story(), std::string());
    }

    // --- Limits

    void theLimitOfMailboxesHolds()
    {
        auto limits = WatchedServer::limits();
        limits.mailboxes = 1;
        limits.linger = 1h;
        WatchedServer server(watching + "CLOSED\n" + next + session("other", "IMAP4rev1 IDLE")
                                 + status() + examine() + idle + "CLOSED",
                             limits);
        Client first;
        QVERIFY(server.watch(first));
        QVERIFY(support::waitUntil([&] { return server.said("IDLE") == 1; }));
        Client second;
        server.begin(second, "INBOX", "other");
        QVERIFY(second.hasFailed(ErrorKind::Busy));
        QCOMPARE(server.mail.server.connections(), 1);

        // One that only lingers makes place.
        first.outcome.reset();
        QCOMPARE(server.watcher.stats().mailboxes, std::size_t(1));
        second.outcome.reset();
        server.begin(second, "INBOX", "other");
        QVERIFY(answered(second));
        QVERIFY(second.isWatching());
        QVERIFY(support::waitUntil([&] { return server.said("IDLE") == 2; }));
        QCOMPARE(server.watcher.stats().mailboxes, std::size_t(1));
        QCOMPARE(server.verdict(), std::string());
    }

    void theLimitOfWatchesHolds()
    {
        auto limits = WatchedServer::limits();
        limits.watchesPerMailbox = 2;
        WatchedServer server(watching + "CLOSED", limits);
        Client first;
        Client second;
        Client third;
        server.begin(first);
        server.begin(second);
        server.begin(third); // while those before wait
        QVERIFY(third.hasFailed(ErrorKind::Busy));
        QVERIFY(answered(second));
        third.outcome.reset();
        server.begin(third);
        QVERIFY(third.hasFailed(ErrorKind::Busy));
        QVERIFY(support::waitUntil([&] { return server.said("IDLE") == 1; }));
        QCOMPARE(server.watcher.stats().watches, std::size_t(2));
        QCOMPARE(server.verdict(), std::string());
    }

    void theLimitOfFoldersHolds()
    {
        auto limits = WatchedServer::limits();
        limits.foldersPerMailbox = 1;
        WatchedServer server(withIdle + status() + status("Work") + examine() + idle + "CLOSED",
                             limits);
        Client inbox;
        Client work;
        Client again;
        server.begin(inbox);
        server.begin(work, "Work");
        server.begin(again);
        QVERIFY(answered(again));
        QVERIFY(inbox.isWatching());
        QVERIFY(work.hasFailed(ErrorKind::Busy));
        QVERIFY(again.isWatching());
        QVERIFY(support::waitUntil([&] { return server.said("IDLE") == 1; }));
        QCOMPARE(server.verdict(), std::string());
    }

    // --- Ending

    void theConnectionGoesWithTheLastWatch()
    {
        WatchedServer server(watching + done + "CLOSED");
        Client first;
        Client second;
        server.begin(first);
        server.begin(second);
        QVERIFY(answered(second));
        QVERIFY(support::waitUntil([&] { return server.said("IDLE") == 1; }));
        first.outcome.reset();
        QCOMPARE(server.watcher.stats().watches, std::size_t(1));
        second.outcome.reset();
        QCOMPARE(server.watcher.stats().watches, std::size_t(0));
        QVERIFY(support::waitUntil([&] { return server.watcher.stats().mailboxes == 0; }));
        QCOMPARE(server.mail.server.verdict(), std::string()); // without closeAll()
        QCOMPARE(first.story() + second.story(), std::string());
    }

    void whoComesBackSoonFindsTheConnection()
    {
        auto limits = WatchedServer::limits();
        limits.linger = 1h;
        WatchedServer server(
            watching + done + status() + "C: TAG NOOP\nS: TAG OK\n" + idle + "CLOSED", limits);
        Client client;
        QVERIFY(server.watch(client));
        QVERIFY(support::waitUntil([&] { return server.said("IDLE") == 1; }));
        client.outcome.reset();
        QVERIFY(server.watch(client));
        QVERIFY(support::waitUntil([&] { return server.said("IDLE") == 2; }));
        QCOMPARE(server.mail.server.connections(), 1);
        QCOMPARE(server.verdict(), std::string());
    }

    void aConnectionThatDiedUnnoticedIsMadeAgainAtOnce()
    {
        auto limits = WatchedServer::limits();
        limits.linger = 1h;
        limits.firstPause = 1h;
        WatchedServer server(watching + done + "CLOSE\n" + next + watching + "CLOSED", limits);
        Client client;
        QVERIFY(server.watch(client));
        QVERIFY(support::waitUntil([&] { return server.said("IDLE") == 1; }));
        client.outcome.reset();
        QVERIFY(support::waitUntil([&] { return server.said("DONE") == 1; }));
        QVERIFY(server.watch(client));
        QVERIFY(support::waitUntil([&] { return server.said("IDLE") == 2; }));
        QCOMPARE(server.verdict(), std::string());
    }

    void aServerThatClosesOnEveryQuestionIsAskedTwice()
    {
        auto limits = WatchedServer::limits();
        limits.firstPause = 1h;
        const std::string rude = withIdle + statusCommand("INBOX") + "CLOSE\n";
        WatchedServer server(rude + next + rude, limits);
        Client client;
        server.begin(client);
        QVERIFY(answered(client));
        QVERIFY(client.hasFailed(ErrorKind::Unavailable));
        QCOMPARE(server.verdict(), std::string());
        QCOMPARE(server.mail.server.connections(), 2);
    }

    void aListenerMayEndItsOwnWatchAndOthers()
    {
        WatchedServer server(watching + "S: * 6 EXISTS\n" + done + "CLOSED");
        Client first;
        Client second;
        server.begin(first);
        core::start(watchOnce(server, second, first));
        QVERIFY(answered(first));
        QVERIFY(support::waitUntil([&] { return server.watcher.stats().mailboxes == 0; }));
        QCOMPARE(server.verdict(), std::string());
        QCOMPARE(first.story() + '/' + second.story(), std::string("Changed/Changed"));
    }

    void closingAllEndsEverything()
    {
        WatchedServer server(watching + "CLOSED");
        Client client;
        QVERIFY(server.watch(client));
        QVERIFY(support::waitUntil([&] { return server.said("IDLE") == 1; }));
        server.watcher.closeAll();
        QCOMPARE(client.story(), std::string("Ended"));
        QCOMPARE(server.watcher.stats().mailboxes, std::size_t(0));
        Client late;
        server.begin(late);
        QVERIFY(late.hasFailed(ErrorKind::Unavailable));
        QCOMPARE(server.mail.server.verdict(), std::string());
    }

    void closingAllSendsAwayWhoWaits()
    {
        WatchedServer server("SILENCE");
        Client client;
        server.begin(client);
        QVERIFY(support::waitUntil([&] { return server.mail.server.connections() == 1; }));
        server.watcher.closeAll();
        QVERIFY(answered(client));
        QVERIFY(!*client.outcome);
        QCOMPARE(server.verdict(), std::string());
    }

    void aWatchMayOutliveTheWatcher()
    {
        Client client;
        {
            WatchedServer server(watching + "CLOSED");
            QVERIFY(server.watch(client));
            QVERIFY(support::waitUntil([&] { return server.said("IDLE") == 1; }));
        }
        QCOMPARE(client.story(), std::string("Ended"));
        client.outcome.reset();
    }

private:
    /// A server that says something when the test lets it.
    support::ScriptedServerOptions changing()
    {
        support::ScriptedServerOptions options;
        options.answers["change"] = [this](const std::string &) {
            m_mayChange.acquire();
            return std::string("* 6 EXISTS");
        };
        return options;
    }
    std::binary_semaphore m_mayChange{0};

    /// Ends both watches at the first thing it hears.
    static core::Task<void> watchOnce(WatchedServer &server, Client &client, Client &other)
    {
        client.outcome.emplace(co_await server.watcher.watch(scripted::account(server.mail.server),
                                                             "INBOX",
                                                             [&client, &other](WatchEvent event) {
                                                                 client.heard.push_back(event);
                                                                 client.outcome.reset();
                                                                 other.outcome.reset();
                                                             },
                                                             {}));
    }
};

QTEST_GUILESS_MAIN(MailboxWatcherLifeTest)
#include "MailboxWatcherLifeTest.moc"
