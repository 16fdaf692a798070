// SPDX-License-Identifier: GPL-3.0-or-later
// NOTIFY (RFC 5465), and STATUS, which is what it reports with.
#include "imap/Connection.h"

#include "PlayedScenarios.h"
#include "support/ResidentMemory.h"

#include <QTest>

#include <vector>

using namespace imap;
using namespace steps;
using namespace std::chrono_literals;

namespace {

using steps::listen; // POSIX has a function of this name

const std::vector<MailboxName> &inboxAndWork()
{
    static const std::vector<MailboxName> names{inbox, *MailboxName::fromText("Arbeit ä")};
    return names;
}

/// Not whether the connection is usable: what follows may have come already.
std::string notifyOf(ScriptedConnection &c, const std::vector<MailboxName> &mailboxes)
{
    const auto statuses = support::await(c->notify(mailboxes, c.deadline()));
    if (!statuses)
        return failure(statuses.error(), c);
    std::string text;
    for (const auto &one : *statuses)
        text += '<' + (one ? describe(*one) : "none") + '>';
    return text;
}
std::string notify(ScriptedConnection &c)
{
    return notifyOf(c, inboxAndWork());
}
std::string notifyNothing(ScriptedConnection &c)
{
    return notifyOf(c, {});
}

std::string status(ScriptedConnection &c)
{
    using Statuses = std::vector<core::Result<MailboxStatus>>;
    return describe(support::await(c->status(inboxAndWork(), c.deadline())), c,
                    [&c](const Statuses &statuses) {
                        std::string text;
                        for (const auto &one : statuses)
                            text += '<' + (one ? describe(*one) : failure(one.error(), c)) + '>';
                        return text;
                    });
}

const std::string noop = "C: TAG NOOP\nS: TAG OK\n";
const std::string notifyCommand = "C: TAG1 NOTIFY NONE\nC: TAG2 NOTIFY SET STATUS (MAILBOXES "
                                  "(\"INBOX\" \"Arbeit &AOQ-\") (MessageNew MessageExpunge "
                                  "FlagChange))\n";
const std::string notifyNothingYet = notifyCommand + "S: TAG1 OK\nS: TAG2 OK\n";

std::vector<Scenario> notifying()
{
    return {
        {"the server says how the mailboxes are",
         "NOTIFY",
         notifyCommand + R"(
            S: * STATUS "Arbeit &AOQ-" (MESSAGES 3 UIDNEXT 9 UIDVALIDITY 2 HIGHESTMODSEQ 5000000000)
            S: * STATUS elsewhere (MESSAGES 3)
            S: * STATUS inbox (MESSAGES 5 UNSEEN 0)
            S: TAG1 OK
            S: TAG2 OK
         )" + noop,
         {{notify, "< messages 5 unseen 0>< messages 3 next 9 validity 2 modseq 5000000000>"},
          {steps::noop, "ok"}}},
        {"what happens meanwhile counts",
         "NOTIFY",
         notifyCommand + R"(
            S: TAG1 OK
            S: * STATUS INBOX (MESSAGES 5 UNSEEN 0)
            S: * STATUS "Arbeit &AOQ-" (MESSAGES 3)
            S: * STATUS INBOX (MESSAGES 6)
            S: TAG2 OK
         )",
         {{notify, "< messages 6 unseen 0>< messages 3>"}}},
        {"one of them does not exist",
         "NOTIFY",
         notifyCommand + "S: * STATUS INBOX (MESSAGES 5)\nS: TAG1 OK\nS: TAG2 OK\n",
         {{notify, "< messages 5><none>"}}},
        {"events that the server does not know",
         "NOTIFY",
         notifyCommand + "S: TAG1 OK\nS: TAG2 NO [BADEVENT (MessageNew MessageExpunge)] sorry\n"
             + noop,
         {{notify, "unsupported"}, {steps::noop, "ok"}}},
        {"refused",
         "NOTIFY",
         notifyCommand + "S: TAG1 OK\nS: TAG2 BAD what\n" + noop,
         {{notify, "unsupported"}, {steps::noop, "ok"}}},
        {"no mailboxes: nothing is reported any more",
         "NOTIFY",
         "C: TAG NOTIFY NONE\nS: TAG OK\n" + noop,
         {{notifyNothing, ""}, {steps::noop, "ok"}}},
        {"not offered", "", noop, {{notify, "unsupported"}, {steps::noop, "ok"}}},
    };
}

std::vector<Scenario> listening()
{
    return {
        {"news come as they come, and the connection is free afterwards",
         "NOTIFY",
         notifyNothingYet + R"(
            S: * STATUS INBOX (MESSAGES 6 UIDNEXT 101)
            S: * OK Still here
            S: * LIST () "/" elsewhere
            S: * STATUS "Arbeit &AOQ-" (HIGHESTMODSEQ 7)
            C: TAG NOOP
            S: * STATUS INBOX (MESSAGES 7)
            S: TAG OK
         )",
         {{notify, "<none><none>"},
          {listen(2), "INBOX messages 6 next 101, Arbeit ä modseq 7, ok"},
          {steps::noop, "ok"}}},
        {"it ends when the time is over",
         "NOTIFY",
         notifyNothingYet + noop,
         {{notify, "<none><none>"}, {listen(1, 20ms), "ok"}, {steps::noop, "ok"}}},
        {"nobody who listens",
         "NOTIFY",
         notifyNothingYet + noop,
         {{notify, "<none><none>"}, {listen(0), "ok"}, {steps::noop, "ok"}}},
        {"too much to report",
         "NOTIFY",
         notifyNothingYet + "S: * OK [NOTIFICATIONOVERFLOW] too much\n" + noop,
         {{notify, "<none><none>"}, {listen(1), "overflow, ok"}, {steps::noop, "ok"}}},
        {"while a mailbox is open, too",
         "NOTIFY",
         examineInbox + "S: * OK [NOTIFICATIONOVERFLOW] too much\nS: * 6 EXISTS\n",
         {{examine(), "5 validity 42"}, {listen(2), "overflow, exists 6, ok"}}},
        {"the end of a command that was not sent",
         "NOTIFY",
         notifyNothingYet + "S: TAG2 OK again\nCLOSED",
         {{notify, "<none><none>"}, {listen(1), "protocol_error dead"}}},
        {"a continuation",
         "NOTIFY",
         notifyNothingYet + "S: + go on\nCLOSED",
         {{notify, "<none><none>"}, {listen(1), "protocol_error dead"}}},
        {"the server closes",
         "NOTIFY",
         notifyNothingYet + "CLOSE",
         {{notify, "<none><none>"}, {listen(1), "unavailable dead"}}},
        {"the server logs us out",
         "NOTIFY",
         notifyNothingYet + "S: * BYE too long\nCLOSE",
         {{notify, "<none><none>"}, {listen(1), "unavailable dead"}}},
        {"more responses than allowed",
         "NOTIFY",
         notifyNothingYet + "REPEAT: 11 * STATUS elsewhere ()\nCLOSED",
         {{notify, "<none><none>"},
          {listen(100), "elsewhere, elsewhere, elsewhere, elsewhere, "
                        "elsewhere, elsewhere, elsewhere, elsewhere, "
                        "elsewhere, elsewhere, too_large dead"}},
         [](ConnectionOptions &options) { options.limits.untaggedResponses = 10; }},
        {"more bytes than allowed",
         "NOTIFY",
         notifyNothingYet + "REPEAT: 30 * LIST () \"/\" {{20000*x}}\nCLOSED",
         {{notify, "<none><none>"}, {listen(1), "too_large dead"}},
         [](ConnectionOptions &options) { options.limits.operationBytes = 200'000; }},
        {"a line that is too long",
         "NOTIFY",
         notifyNothingYet + "S: * STATUS {{5000*x}} ()\nCLOSED",
         {{notify, "<none><none>"}, {listen(1), "too_large dead"}},
         [](ConnectionOptions &options) { options.limits.lineBytes = 4000; }},
    };
}

std::vector<Scenario> asking()
{
    return {
        {"several at once, each with its own outcome",
         "",
         R"(
            C: TAG1 STATUS "INBOX" (MESSAGES UNSEEN UIDNEXT UIDVALIDITY)
            C: TAG2 STATUS "Arbeit &AOQ-" (MESSAGES UNSEEN UIDNEXT UIDVALIDITY)
            S: * STATUS INBOX (MESSAGES 5 UNSEEN 1 UIDNEXT 100 UIDVALIDITY 42)
            S: TAG1 OK
            S: TAG2 NO no such mailbox
         )",
         {{status, "< messages 5 unseen 1 next 100 validity 42><not_found>"}}},
        {"CONDSTORE tells of flags as well; a mailbox of which nothing is said exists",
         "CONDSTORE",
         R"(
            C: TAG1 STATUS "INBOX" (MESSAGES UNSEEN UIDNEXT UIDVALIDITY HIGHESTMODSEQ)
            C: TAG2 STATUS "Arbeit &AOQ-" (MESSAGES UNSEEN UIDNEXT UIDVALIDITY HIGHESTMODSEQ)
            S: * STATUS INBOX (HIGHESTMODSEQ 18446744073709551615)
            S: TAG1 OK
            S: TAG2 OK
         )",
         {{status, "< modseq 18446744073709551615><>"}}},
    };
}

} // namespace

class NotifyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notifies_data() { addRows(notifying()); }
    void notifies() { play(); }
    void listens_data() { addRows(listening()); }
    void listens() { play(); }
    void asks_data() { addRows(asking()); }
    void asks() { play(); }

    void whatComesUnaskedIsNotKept_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("STATUS") << QByteArray("* STATUS {{60000*x}} ()");
        QTest::newRow("LIST") << QByteArray("* LIST () \"/\" {{60000*x}}");
        QTest::newRow("QUOTA") << QByteArray("* QUOTA {{60000*x}} ()");
        QTest::newRow("response code") << QByteArray("* OK [{{60000*x}}] .");
    }
    void whatComesUnaskedIsNotKept()
    {
        QFETCH(QByteArray, line);
        ScriptedConnection connection(fromTheGreeting(
            {"",
             "NOTIFY",
             notifyNothingYet + "REPEAT: 200 " + line.toStdString() + "\nS: * STATUS last ()\n",
             {}}));
        QVERIFY(connection.open());
        QVERIFY(connection.login());
        QCOMPARE(notify(connection), std::string("<none><none>"));
        const support::ResidentMemory memory;
        core::CancellationSource stop;
        const MailboxListener listener = [&stop](const MailboxEvent &event) {
            if (event.mailbox.path() == "last")
                stop.cancel();
        };
        QVERIFY(support::await(connection->listen(listener, stop.token(), core::deadlineIn(20s))));
        const auto growth = memory.peakGrowth();
        if (!growth)
            QSKIP("the memory of this process cannot be measured");
        QVERIFY2(*growth <= std::size_t(8) * 1024 * 1024, std::to_string(*growth).c_str());
    }
};

QTEST_GUILESS_MAIN(NotifyTest)
#include "NotifyTest.moc"
