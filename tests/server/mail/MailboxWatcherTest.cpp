// SPDX-License-Identifier: GPL-3.0-or-later
// What listeners are told, whatever the server can do.
#include "mail/MailboxWatcher.h"

#include "ScriptedWatching.h"

#include <QTest>

using namespace std::chrono_literals;
using core::ErrorKind;
using scripted::Client;
using scripted::session;
using scripted::WatchedServer;

namespace {

const std::string withIdle = session("pw", "IMAP4rev1 IDLE");
const std::string withNotify = session("pw", "IMAP4rev1 NOTIFY CONDSTORE");
const std::string withNothing = session("pw", "IMAP4rev1");

std::string status(const std::string &folder, const std::string &values = "MESSAGES 5 UNSEEN 0 "
                                                                          "UIDNEXT 100 "
                                                                          "UIDVALIDITY 42")
{
    return "C: TAG STATUS \"" + folder + "\" (MESSAGES UNSEEN UIDNEXT UIDVALIDITY)\nS: * STATUS "
           + folder + " (" + values + ")\nS: TAG OK\n";
}
std::string statusWithModSeq(const std::string &folder)
{
    return "C: TAG STATUS \"" + folder
           + "\" (MESSAGES UNSEEN UIDNEXT UIDVALIDITY HIGHESTMODSEQ)\nS: * STATUS " + folder
           + " (MESSAGES 5 UIDNEXT 100 UIDVALIDITY 42 HIGHESTMODSEQ 7)\nS: TAG OK\n";
}
std::string examine(const std::string &folder, const std::string &values = "S: * 5 EXISTS\n"
                                                                           "S: * OK [UIDVALIDITY "
                                                                           "42] .\n"
                                                                           "S: * OK [UIDNEXT 100] "
                                                                           ".\n")
{
    return "C: TAG EXAMINE \"" + folder + "\"\n" + values + "S: TAG OK [READ-ONLY]\n";
}
const std::string idle = "C: TAG IDLE\nS: + idling\n";
const std::string done = "C: DONE\nS: TAG OK\n";
const std::string noop = "C: TAG NOOP\nS: TAG OK\n";

std::string notifyCommand(const std::string &folders)
{
    return "C: TAG1 NOTIFY NONE\nC: TAG2 NOTIFY SET STATUS (MAILBOXES (" + folders
           + ") (MessageNew MessageExpunge FlagChange))\n";
}
std::string notify(const std::string &folder)
{
    return notifyCommand('"' + folder + '"') + "S: * STATUS " + folder
           + " (MESSAGES 5 UIDNEXT 100 UIDVALIDITY 42 HIGHESTMODSEQ 7)\nS: TAG1 OK\nS: TAG2 OK\n";
}

bool changed(const Client &client, std::size_t times = 1)
{
    return support::waitUntil([&] { return client.heard.size() >= times; });
}

} // namespace

class MailboxWatcherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idleTellsOfEverythingThatHappensInAFolder_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("a new message") << QByteArray("* 6 EXISTS");
        QTest::newRow("a message is gone") << QByteArray("* 2 EXPUNGE");
        QTest::newRow("flags") << QByteArray("* 2 FETCH (FLAGS (\\Seen))");
    }
    void idleTellsOfEverythingThatHappensInAFolder()
    {
        QFETCH(QByteArray, line);
        WatchedServer server(withIdle + status("INBOX") + examine("INBOX") + idle
                             + "S: " + line.toStdString() + "\nCLOSED");
        Client client;
        QVERIFY(server.watch(client));
        QVERIFY(changed(client));
        QCOMPARE(client.story(), std::string("Changed"));
        QCOMPARE(server.watcher.stats().mailboxes, std::size_t(1));
        QCOMPARE(server.watcher.stats().watches, std::size_t(1));
        QCOMPARE(server.verdict(), std::string());
        QCOMPARE(client.story(), std::string("Changed Ended"));
    }

    void oneConnectionTellsOfAllFoldersWithNotify()
    {
        WatchedServer server(
            withNotify + statusWithModSeq("INBOX") + notify("INBOX") + statusWithModSeq("Work")
            + notifyCommand("\"INBOX\" \"Work\"")
            + "S: * STATUS INBOX (MESSAGES 5)\nS: * STATUS Work (MESSAGES 5)\n"
              "S: TAG1 OK\nS: TAG2 OK\nS: * STATUS Work (MESSAGES 6 UIDNEXT 101)\nCLOSED");
        Client inbox;
        Client work;
        QVERIFY(server.watch(inbox));
        QVERIFY(server.watch(work, "Work"));
        QVERIFY(changed(work));
        QCOMPARE(work.story(), std::string("Changed"));
        QCOMPARE(inbox.story(), std::string());
        QCOMPARE(server.verdict(), std::string());
        QCOMPARE(server.mail.server.connections(), 1);
    }

    void notifyTellsOfFlagsByTheirSequence()
    {
        WatchedServer server(withNotify + statusWithModSeq("INBOX") + notify("INBOX")
                             + "S: * STATUS INBOX (HIGHESTMODSEQ 8)\nCLOSED");
        Client client;
        QVERIFY(server.watch(client));
        QVERIFY(changed(client));
        QCOMPARE(server.verdict(), std::string());
    }

    void whatTheServerRepeatsIsNoNews() // Dovecot does, half a second after NOTIFY
    {
        auto limits = WatchedServer::limits();
        limits.renewal = 20ms;
        const std::string same =
            "S: * STATUS INBOX (MESSAGES 5 UIDNEXT 100 UIDVALIDITY 42 HIGHESTMODSEQ 7)\n";
        WatchedServer server(withNotify + statusWithModSeq("INBOX") + notify("INBOX") + same + same
                                 + notify("INBOX") + notify("INBOX")
                                 + "S: * STATUS INBOX (MESSAGES 6)\nCLOSED",
                             limits);
        Client client;
        QVERIFY(server.watch(client));
        QVERIFY(changed(client));
        QCOMPARE(client.story(), std::string("Changed")); // the last one
        QCOMPARE(server.said("NOTIFY SET"), std::size_t(3));
    }

    void anotherWayIsFoundWhereNotifyIsRefused()
    {
        WatchedServer server(withNotify + statusWithModSeq("INBOX") + notifyCommand("\"INBOX\"")
                             + "S: TAG1 OK\nS: TAG2 NO [BADEVENT (MessageNew)] no\n"
                             + statusWithModSeq("INBOX") + "SILENCE");
        Client client;
        QVERIFY(server.watch(client));
        QVERIFY(support::waitUntil([&] { return server.said("STATUS \"INBOX\"") == 2; }));
        QCOMPARE(client.story(), std::string());
    }

    void oneFolderIsListenedToWithIdleAndSeveralWithNotify()
    {
        WatchedServer server(session("pw", "IMAP4rev1 IDLE NOTIFY UNSELECT") + status("INBOX")
                             + examine("INBOX") + idle + done + status("Work")
                             + "C: TAG UNSELECT\nS: TAG OK\n" + notifyCommand("\"INBOX\" \"Work\"")
                             + "S: * STATUS INBOX (MESSAGES 5)\nS: * STATUS Work (MESSAGES 5)\n"
                               "S: TAG1 OK\nS: TAG2 OK\nS: * STATUS Work (MESSAGES 6)\n"
                               "C: TAG NOTIFY NONE\nS: TAG OK\n"
                             + examine("INBOX") + idle + "S: * 6 EXISTS\nCLOSED");
        Client inbox;
        QVERIFY(server.watch(inbox));
        QVERIFY(support::waitUntil([&] { return server.said("IDLE") == 1; }));
        Client work;
        QVERIFY(server.watch(work, "Work"));
        QVERIFY(changed(work));
        QCOMPARE(inbox.story(), std::string());
        work.outcome.reset();
        QVERIFY(changed(inbox));
        QCOMPARE(inbox.story(), std::string("Changed"));
        QCOMPARE(server.verdict(), std::string());
    }

    void ofSeveralFoldersIdleTellsOfTheInboxAndTheOthersAreAskedFor()
    {
        auto limits = WatchedServer::limits();
        limits.poll = 20ms;
        // Work comes first, and INBOX is listened to nevertheless.
        WatchedServer server(withIdle + status("Work") + examine("Work") + idle + done
                                 + status("INBOX") + examine("INBOX") + status("Work") + idle
                                 + "S: * 6 EXISTS\n" + done + noop
                                 + status("Work", "MESSAGES 5 UNSEEN 1") + idle + "CLOSED",
                             limits);
        Client work;
        Client inbox;
        QVERIFY(server.watch(work, "Work"));
        QVERIFY(support::waitUntil([&] { return server.said("IDLE") == 1; }));
        QVERIFY(server.watch(inbox));
        QVERIFY(changed(inbox));
        QVERIFY(changed(work));
        QCOMPARE(inbox.story(), std::string("Changed"));
        QCOMPARE(work.story(), std::string("Changed"));
    }

    void whatIsReportedBetweenTwoIdleCommandsIsTold_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::newRow("a new message") << QByteArray("S: * 6 EXISTS\n");
        QTest::newRow("one comes and one goes") << QByteArray("S: * 6 EXISTS\nS: * 1 EXPUNGE\n");
        QTest::newRow("flags") << QByteArray("S: * 2 FETCH (FLAGS (\\Seen))\n");
    }
    void whatIsReportedBetweenTwoIdleCommandsIsTold()
    {
        QFETCH(QByteArray, lines);
        auto limits = WatchedServer::limits();
        limits.renewal = 20ms;
        WatchedServer server(withIdle + status("INBOX") + examine("INBOX") + idle + done
                                 + "C: TAG NOOP\n" + lines.toStdString()
                                 + "S: TAG OK\nC: TAG IDLE\n"
                                   "SILENCE",
                             limits);
        Client client;
        QVERIFY(server.watch(client));
        QVERIFY(changed(client));
        QCOMPARE(client.story(), std::string("Changed"));
    }

    void withoutIdleFoldersAreAskedFor()
    {
        auto limits = WatchedServer::limits();
        limits.poll = 5ms;
        const auto both = [](const std::string &answers) {
            return "C: TAG1 STATUS \"INBOX\" (MESSAGES UNSEEN UIDNEXT UIDVALIDITY)\n"
                   "C: TAG2 STATUS \"Work\" (MESSAGES UNSEEN UIDNEXT UIDVALIDITY)\n"
                   + answers + "S: TAG1 OK\nS: TAG2 OK\n";
        };
        WatchedServer server(withNothing + status("INBOX") + status("Work")
                                 + both("S: * STATUS INBOX (MESSAGES 5 UIDNEXT 100)\n"
                                        "S: * STATUS Work (MESSAGES 5 UIDNEXT 100)\n")
                                 + both("S: * STATUS INBOX (MESSAGES 5 UIDNEXT 100)\n"
                                        "S: * STATUS Work (MESSAGES 5 UIDNEXT 101)\n")
                                 + "SILENCE",
                             limits);
        Client inbox;
        Client work;
        server.begin(inbox);
        server.begin(work, "Work");
        QVERIFY(changed(work));
        QCOMPARE(work.story(), std::string("Changed"));
        QCOMPARE(inbox.story(), std::string());
    }

    void severalEventsAreToldAtOnce()
    {
        auto limits = WatchedServer::limits();
        limits.gather = 50ms;
        WatchedServer server(withIdle + status("INBOX") + examine("INBOX") + idle
                                 + "S: * 6 EXISTS\nS: * 7 EXISTS\nS: * 1 EXPUNGE\n"
                                   "S: * 2 FETCH (FLAGS (\\Seen))\nCLOSED",
                             limits);
        Client first;
        Client second;
        server.begin(first);
        server.begin(second);
        QVERIFY(changed(first));
        QVERIFY(changed(second));
        QCOMPARE(server.verdict(), std::string());
        QCOMPARE(first.story(), std::string("Changed Ended"));
        QCOMPARE(second.story(), std::string("Changed Ended"));
        QCOMPARE(server.mail.server.connections(), 1);
    }
};

QTEST_GUILESS_MAIN(MailboxWatcherTest)
#include "MailboxWatcherTest.moc"
