// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/FolderWatches.h"

#include <QTest>

#include <string>

using imap::MailboxName;
using imap::MailboxStatus;
using mail::FolderWatches;
using mail::WatchEvent;

namespace {

MailboxName named(const std::string &path)
{
    return *MailboxName::fromText(path);
}

MailboxStatus messages(std::uint32_t count)
{
    MailboxStatus status;
    status.messages = count;
    status.uidNext = 100;
    return status;
}

/// A listener that writes down what it hears.
mail::MailboxWatcher::Listener into(std::string &story)
{
    return [&story](WatchEvent event) { story += event == WatchEvent::Changed ? 'C' : 'E'; };
}

} // namespace

class FolderWatchesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsDifferentIsNews()
    {
        int announced = 0;
        FolderWatches folders([&announced] { ++announced; });
        std::string inbox;
        std::string work;
        folders.add(named("INBOX"), messages(5), into(inbox));
        folders.add(named("Work"), messages(5), into(work));
        folders.note(named("inbox"), messages(5));
        MailboxStatus unknown; // was not told before
        unknown.highestModSeq = 7;
        folders.note(named("INBOX"), unknown);
        folders.note(named("elsewhere"), messages(6));
        QCOMPARE(announced, 0);

        folders.note(named("INBOX"), messages(6));
        folders.noteChange(named("INBOX"));
        QCOMPARE(announced, 1);
        QCOMPARE(inbox, std::string()); // until it is told
        folders.tell();
        QCOMPARE(inbox, std::string("C"));
        QCOMPARE(work, std::string());
        folders.tell();
        QCOMPARE(inbox, std::string("C"));

        unknown.highestModSeq = 8;
        folders.note(named("INBOX"), unknown);
        QCOMPARE(announced, 2);
    }

    void theInboxComesFirst()
    {
        FolderWatches folders([] {});
        std::string story;
        for (const auto *const name : {"B", "A", "Inbox", "C"})
            folders.add(named(name), messages(1), into(story));
        std::string names;
        for (const auto &folder : folders.folders())
            names += folder.path() + ' ';
        QCOMPARE(names, std::string("INBOX B A C "));
    }

    void aFolderGoesWithTheLastWhoWatchesIt()
    {
        FolderWatches folders([] {});
        std::string story;
        const auto first = folders.add(named("INBOX"), messages(1), into(story));
        const auto second = folders.add(named("INBOX"), messages(1), into(story));
        QCOMPARE(folders.count(), std::size_t(2));
        folders.noteChange(named("INBOX"));
        QVERIFY(!folders.remove(first));
        folders.tell();
        QCOMPARE(story, std::string("C")); // the second one
        QVERIFY(folders.remove(second));
        QVERIFY(folders.isEmpty());
        QVERIFY(!folders.remove(second));
    }

    void whoHasEndedIsToldOnceAndNothingElse()
    {
        FolderWatches folders([] {});
        std::string inbox;
        std::string work;
        const auto watch = folders.add(named("INBOX"), messages(1), into(inbox));
        folders.add(named("Work"), messages(1), into(work));
        folders.noteChange(named("INBOX"));
        folders.end(named("INBOX"));
        QCOMPARE(folders.count(), std::size_t(1));
        folders.endAll();
        QVERIFY(folders.isEmpty());
        folders.tell();
        folders.tell();
        QCOMPARE(inbox, std::string("E"));
        QCOMPARE(work, std::string("E"));
        QVERIFY(!folders.remove(watch));
    }

    void whoLeavesWhileOthersAreToldHearsNothing()
    {
        FolderWatches folders([] {});
        std::string story;
        FolderWatches::WatchPtr second;
        folders.add(named("INBOX"), messages(1), [&](WatchEvent) {
            story += 'F';
            folders.remove(second);
            folders.add(named("INBOX"), messages(1), into(story));
        });
        second = folders.add(named("INBOX"), messages(1), into(story));
        folders.noteChange(named("INBOX"));
        folders.tell();
        QCOMPARE(story, std::string("F"));
        QCOMPARE(folders.count(), std::size_t(2));
    }
};

QTEST_APPLESS_MAIN(FolderWatchesTest)
#include "FolderWatchesTest.moc"
