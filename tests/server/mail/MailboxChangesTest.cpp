// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/MailboxChanges.h"

#include "ScriptedMailServer.h"

#include <QTest>

#include <functional>
#include <future>

using core::ErrorKind;
using mail::MailboxChanges;
using scripted::MailServer;
using scripted::session;

namespace {

MailboxChanges changesOn(MailServer &mail)
{
    return {mail.pool, scripted::account(mail.server), mail.cancellation.token()};
}

/// A call, and what comes of it as one line.
using Call = std::function<std::string(const MailboxChanges &)>;

std::string failure(const core::Error &error)
{
    return std::string(nameOf(error.kind)) + ": " + error.message;
}

Call remove(std::optional<std::uint32_t> uidValidity = {})
{
    return [uidValidity](const MailboxChanges &changes) {
        const mail::MessageReference message{"INBOX", 7, uidValidity};
        const auto result = support::await(changes.remove(message));
        if (!result)
            return failure(result.error());
        return std::to_string(result->uidValidity) + (result->isRemoved ? " removed" : " marked");
    };
}

Call move(const std::string &destination = "Archive", std::optional<std::uint32_t> uidValidity = {})
{
    return [=](const MailboxChanges &changes) {
        const mail::MessageReference message{"INBOX", 7, uidValidity};
        const auto result = support::await(changes.move(message, destination));
        if (!result)
            return failure(result.error());
        const std::string copy = result->copy ? std::to_string(result->copy->uidValidity) + ' '
                                                    + std::to_string(result->copy->uid)
                                              : "unknown";
        return std::to_string(result->uidValidity) + " to " + result->destination + ' ' + copy;
    };
}

Call flags(imap::FlagChanges flagChanges, std::optional<std::uint32_t> uidValidity = {})
{
    return [=](const MailboxChanges &changes) {
        const mail::MessageReference message{"INBOX", 7, uidValidity};
        const auto result = support::await(changes.changeFlags(message, flagChanges));
        if (!result)
            return failure(result.error());
        std::string text = std::to_string(result->uidValidity);
        for (const auto &flag : result->flags)
            text += ' ' + flag;
        return text;
    };
}

const imap::FlagChanges markAsRead{.add = {imap::Flag::seen()}};

const std::string selectInbox = R"(
C: TAG SELECT "INBOX"
S: * 3 EXISTS
S: * OK [UIDVALIDITY 9] .
S: * OK [PERMANENTFLAGS (\Seen \Flagged \Deleted work)] .
S: TAG OK [READ-WRITE] .
)";
const std::string messageSeven = R"(
S: * 3 FETCH (UID 7 FLAGS (\Seen))
S: TAG1 OK .
)";
const std::string deleteSeven = R"(
C: TAG1 UID FETCH 7 (UID FLAGS)
C: TAG2 UID STORE 7 +FLAGS.SILENT (\Deleted)
C: TAG3 UID EXPUNGE 7
)";
const std::string deleted = R"(
S: TAG2 OK .
S: * 3 EXPUNGE
S: TAG3 OK .
)";
const std::string markAsReadOnTheWire = R"(
C: TAG1 UID STORE 7 +FLAGS.SILENT (\Seen)
C: TAG2 UID FETCH 7 (UID FLAGS)
)";
const std::string markedAsRead = R"(
S: TAG1 OK .
S: * 3 FETCH (UID 7 FLAGS (\Seen))
S: TAG2 OK .
)";
const std::string listFolders = R"(
C: TAG LIST "" "*"
S: * LIST () "/" INBOX
S: * LIST () "/" "Papierkorb"
S: TAG OK .
C: TAG1 STATUS "INBOX" (MESSAGES UNSEEN UIDNEXT UIDVALIDITY)
C: TAG2 STATUS "Papierkorb" (MESSAGES UNSEEN UIDNEXT UIDVALIDITY)
S: TAG1 OK .
S: TAG2 OK .
)";

std::string moveSeven(const std::string &destination)
{
    return "C: TAG1 UID FETCH 7 (UID FLAGS)\nC: TAG2 UID MOVE 7 \"" + destination + "\"\n";
}

std::string copySeven(const std::string &end)
{
    return "C: TAG1 UID FETCH 7 (UID FLAGS)\nC: TAG2 UID COPY 7 \"Archive\"" + messageSeven
           + "S: TAG2 " + end + '\n';
}

struct Case
{
    const char *name;
    std::string capabilities;
    std::string script; ///< after the login
    std::vector<std::pair<Call, std::string>> calls;
};

std::vector<Case> deletions()
{
    return {
        {"only this message goes",
         "UIDPLUS",
         selectInbox + deleteSeven + messageSeven + deleted,
         {{remove(9), "9 removed"}}},
        {"no such message",
         "UIDPLUS",
         selectInbox + deleteSeven + R"(
S: TAG1 OK .
S: TAG2 OK .
S: TAG3 OK .
)",
         {{remove(),
           "not_found: There is no message with UID 7 in the folder \"INBOX\". It may have been "
           "moved or deleted; list or search the folder again."}}},
        {"IM-24 without UIDPLUS others stay, and so does this one",
         "",
         selectInbox + R"(
C: TAG1 UID FETCH 7 (UID FLAGS)
C: TAG2 UID SEARCH DELETED
C: TAG3 UID STORE 7 +FLAGS.SILENT (\Deleted)
)" + messageSeven
             + R"(
S: * SEARCH 5
S: TAG2 OK .
S: TAG3 OK .
)",
         {{remove(), "9 marked"}}},
        {"IM-23 TA-22 another UIDVALIDITY",
         "UIDPLUS MOVE",
         selectInbox
             + "C: TAG NOOP\nS: TAG OK .\nC: TAG NOOP\nS: * OK [UIDVALIDITY 10] new\nS: TAG OK .\n",
         {{remove(8),
           "conflict: The mail server has numbered the messages of this folder anew: its "
           "uidvalidity is 9 now, not 8, and UID 7 may be another message. Nothing was changed; "
           "list or search the folder again."},
          {move("Archive", 8),
           "conflict: The mail server has numbered the messages of this folder anew: its "
           "uidvalidity is 9 now, not 8, and UID 7 may be another message. Nothing was changed; "
           "list or search the folder again."},
          {remove(9),
           "conflict: The mail server has numbered the messages of this folder anew: its "
           "uidvalidity is 10 now, not 9, and UID 7 may be another message. Nothing was changed; "
           "list or search the folder again."}}},
        {"IM-23 no UIDVALIDITY at all",
         "UIDPLUS",
         "C: TAG SELECT \"INBOX\"\nS: * 3 EXISTS\nS: TAG OK .\n",
         {{remove(9),
           "conflict: The mail server has numbered the messages of this folder anew: its "
           "uidvalidity is 0 now, not 9, and UID 7 may be another message. Nothing was changed; "
           "list or search the folder again."}}},
        {"a folder for reading only",
         "UIDPLUS",
         "C: TAG SELECT \"INBOX\"\nS: * 3 EXISTS\nS: TAG OK [READ-ONLY] .\n",
         {{remove(), "conflict: The mail server opens this folder for reading only."}}},
        {"IM-40 dead before the change: another connection",
         "UIDPLUS",
         selectInbox + markAsReadOnTheWire + markedAsRead + "C: TAG NOOP\nCLOSE\nCONNECTION\n"
             + session("pw", "IMAP4rev1 UIDPLUS") + selectInbox + deleteSeven + messageSeven
             + deleted,
         {{flags(markAsRead), "9 \\Seen"}, {remove(), "9 removed"}}},
        {"IM-40 dead during the change: not again",
         "UIDPLUS",
         selectInbox + markAsReadOnTheWire + markedAsRead + "C: TAG NOOP\nS: TAG OK .\n"
             + deleteSeven + "CLOSE",
         {{flags(markAsRead), "9 \\Seen"},
          {remove(),
           "unavailable: 127.0.0.1 closed the connection. This happened during the change, "
           "so it is not known whether it was made: look at the folder before you try again."}}},
    };
}

std::vector<Case> movements()
{
    return {
        {"in one round trip",
         "MOVE",
         selectInbox + moveSeven("Archive") + messageSeven + R"(
S: * OK [COPYUID 38505 7 3956] .
S: * 3 EXPUNGE
S: TAG2 OK .
)",
         {{move("Archive", 9), "9 to Archive 38505 3956"}}},
        {"where the server does not say the new UID",
         "MOVE",
         selectInbox + moveSeven("Archive") + messageSeven + "S: * 3 EXPUNGE\nS: TAG2 OK .\n",
         {{move(), "9 to Archive unknown"}}},
        {"no such message",
         "MOVE",
         selectInbox + moveSeven("Archive") + "S: TAG1 OK .\nS: TAG2 OK .\n",
         {{move(),
           "not_found: There is no message with UID 7 in the folder \"INBOX\". It may have been "
           "moved or deleted; list or search the folder again."}}},
        {"to a role",
         "MOVE",
         selectInbox + moveSeven("Trash") + messageSeven + "S: TAG2 NO [TRYCREATE] .\n"
             + listFolders + moveSeven("Papierkorb") + messageSeven
             + "S: * 3 EXPUNGE\nS: TAG2 OK [COPYUID 5 7 8] .\n",
         {{move("Trash"), "9 to Papierkorb 5 8"}}},
        {"IM-25 to a folder that does not exist",
         "MOVE",
         selectInbox + moveSeven("Archive") + messageSeven + "S: TAG2 NO [TRYCREATE] .\n"
             + listFolders,
         {{move(),
           "not_found: There is no folder \"Archive\" in this mailbox. list_mailboxes shows the "
           "folders there are; use a path exactly as it is given there. The message was not "
           "moved."}}},
        {"to where it is",
         "MOVE",
         selectInbox,
         {{move("inbox"),
           "invalid_argument: The message is in that folder already; nothing has to be done."}}},
        {"IM-25 without MOVE, the copy proved",
         "UIDPLUS",
         selectInbox + copySeven("OK [COPYUID 38505 7 3956] .") + deleteSeven + messageSeven
             + deleted,
         {{move(), "9 to Archive 38505 3956"}}},
        {"IM-25 without MOVE, the copy not proved",
         "UIDPLUS",
         selectInbox + copySeven("OK done"),
         {{move(),
           "unsupported: The mail server was asked to copy the message to the other folder, but "
           "gave no proof that it did (COPYUID). The original was left where it is; look into the "
           "other folder before you try again."}}},
        {"IM-25 without MOVE, the copy refused",
         "UIDPLUS",
         selectInbox + copySeven("NO [OVERQUOTA] full"),
         {{move(), "too_large: The message is too large or the mailbox is full. It said: full"}}},
        {"IM-25 without MOVE, the original cannot be removed",
         "UIDPLUS",
         selectInbox + copySeven("OK [COPYUID 38505 7 3956] .") + deleteSeven + messageSeven + R"(
S: TAG2 NO [NOPERM] no
S: TAG3 OK .
)",
         {{move(),
           "permission_denied: The message was copied to the other folder, where its UID is 3956, "
           "but the original could not be removed. The mail server does not permit this. It said: "
           "no"}}},
        {"IM-25 without MOVE and UIDPLUS nothing is tried",
         "",
         selectInbox,
         {{move(),
           "unsupported: The mail server cannot move a message without the risk of losing it (it "
           "offers neither MOVE nor UIDPLUS). Nothing was changed; the person can move it in a "
           "mail program."}}},
        {"IM-31 a reset in between",
         "MOVE",
         selectInbox + moveSeven("Archive") + "RESET\n",
         {{move(),
           "unavailable: 127.0.0.1 closed the connection. This happened during the change, "
           "so it is not known whether it was made: look at the folder before you try again."}}},
    };
}

std::vector<Case> flagChanges()
{
    const auto keyword = [](const char *text) { return *imap::Flag::parse(text); };
    return {
        {"the flags as they are now",
         "",
         selectInbox + R"(
C: TAG1 UID STORE 7 +FLAGS.SILENT (\Seen WORK)
C: TAG2 UID STORE 7 -FLAGS.SILENT (\Flagged $Junk)
C: TAG3 UID FETCH 7 (UID FLAGS)
S: TAG1 OK .
S: TAG2 OK .
S: * 3 FETCH (UID 7 FLAGS (\Seen \Answered work))
S: TAG3 OK .
)",
         {{flags({.add = {imap::Flag::seen(), keyword("WORK")},
                  .remove = {keyword("Flagged"), keyword("$Junk")}}),
           "9 \\Seen \\Answered work"}}},
        {"nothing else is asked in a folder that is open",
         "",
         selectInbox + markAsReadOnTheWire + markedAsRead + markAsReadOnTheWire + markedAsRead,
         {{flags(markAsRead), "9 \\Seen"},
          {flags(markAsRead, 9), "9 \\Seen"},
          {flags(markAsRead, 8),
           "conflict: The mail server has numbered the messages of this folder anew: its "
           "uidvalidity is 9 now, not 8, and UID 7 may be another message. Nothing was changed; "
           "list or search the folder again."}}},
        {"IM-31 a connection that has died meanwhile",
         "",
         selectInbox + markAsReadOnTheWire + markedAsRead + markAsReadOnTheWire
             + "RESET\nCONNECTION\n" + session("pw", "IMAP4rev1 ") + selectInbox
             + markAsReadOnTheWire + markedAsRead,
         {{flags(markAsRead), "9 \\Seen"}, {flags(markAsRead), "9 \\Seen"}}},
        {"IM-31 and nobody knows whether it is done",
         "",
         selectInbox + markAsReadOnTheWire + markedAsRead + markAsReadOnTheWire
             + "RESET\nCONNECTION\nS: * BYE too many\n",
         {{flags(markAsRead), "9 \\Seen"},
          {flags(markAsRead),
           "unavailable: The mail server closed the connection. It said: too many. This happened "
           "during the change, "
           "so it is not known whether it was made: look at the folder before you try again."}}},
        {"no such message",
         "",
         selectInbox + markAsReadOnTheWire + "S: TAG1 OK .\nS: TAG2 OK .\n",
         {{flags(markAsRead),
           "not_found: There is no message with UID 7 in the folder \"INBOX\". It may have been "
           "moved or deleted; list or search the folder again."}}},
        {"a flag that would be lost",
         "",
         selectInbox,
         {{flags({.add = {keyword("other")}}),
           "unsupported: The mail server does not keep the flag other in this folder. Nothing was "
           "changed; call again without it."},
          {flags({.add = {keyword("Draft")}}),
           "unsupported: The mail server does not keep the flag \\Draft in this folder. Nothing "
           "was changed; call again without it."}}},
        {"any keyword where the server makes new ones",
         "",
         R"(
C: TAG SELECT "INBOX"
S: * OK [UIDVALIDITY 9] .
S: * OK [PERMANENTFLAGS (\Seen \*)] .
S: TAG OK .
C: TAG1 UID STORE 7 +FLAGS.SILENT (other)
C: TAG2 UID FETCH 7 (UID FLAGS)
S: TAG1 OK .
S: * 3 FETCH (UID 7 FLAGS (other))
S: TAG2 OK .
)",
         {{flags({.add = {keyword("other")}}), "9 other"}}},
        {"half of it",
         "",
         selectInbox + R"(
C: TAG1 UID STORE 7 +FLAGS.SILENT (\Seen)
C: TAG2 UID STORE 7 -FLAGS.SILENT (\Flagged)
C: TAG3 UID FETCH 7 (UID FLAGS)
S: TAG1 OK .
S: TAG2 NO [NOPERM] not this one
S: * 3 FETCH (UID 7 FLAGS (\Seen \Flagged))
S: TAG3 OK .
)",
         {{flags({.add = {imap::Flag::seen()}, .remove = {keyword("Flagged")}}),
           "permission_denied: The mail server does not permit this. It said: not this one The "
           "flags to add were added, but none was removed."}}},
    };
}

} // namespace

Q_DECLARE_METATYPE(Case)

namespace {

void addRows(const std::vector<Case> &cases)
{
    QTest::addColumn<Case>("what");
    for (const auto &one : cases)
        QTest::newRow(one.name) << one;
}

} // namespace

class MailboxChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deletes_data() { addRows(deletions()); }
    void deletes() { play(); }
    void moves_data() { addRows(movements()); }
    void moves() { play(); }
    void changesFlags_data() { addRows(flagChanges()); }
    void changesFlags() { play(); }

    void aChangeThatHasBegunIsCarriedThrough()
    {
        std::promise<void> isCancelled;
        support::ScriptedServerOptions options;
        options.answers["cancelled"] = [&](const std::string &) {
            isCancelled.get_future().wait();
            return "* OK go on";
        };
        MailServer mail(session("pw", "IMAP4rev1 UIDPLUS") + selectInbox + deleteSeven
                            + "ANSWER: cancelled\n" + messageSeven + deleted + "CLOSED",
                        {}, {}, options);
        const auto changes = changesOn(mail);
        const mail::MessageReference message{.folder = "INBOX", .uid = 7};
        std::optional<core::Result<mail::DeletedMessage>> outcome;
        core::start([](const MailboxChanges &mailbox, const mail::MessageReference &reference,
                       auto &slot) -> core::Task<void> {
            slot.emplace(co_await mailbox.remove(reference));
        }(changes, message, outcome));
        QVERIFY(support::waitUntil(
            [&] { return mail.server.received().find("UID EXPUNGE 7") != std::string::npos; }));
        mail.cancellation.cancel();
        isCancelled.set_value();
        QVERIFY(support::waitUntil([&] { return outcome.has_value(); }));
        QVERIFY(*outcome);
        QVERIFY((*outcome)->isRemoved);
        QCOMPARE(mail.verdict(), std::string());
    }

    void whatCannotBeIsRefusedBeforeTheMailboxIsOpened() // TA-19, TA-20
    {
        MailServer mail("CLOSED");
        const mail::MessageReference noMessage{.folder = "INBOX", .uid = 0};
        const auto removed = support::await(changesOn(mail).remove(noMessage));
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind, ErrorKind::InvalidArgument);
        const auto moved = move("a\r\nA1 LOGOUT")(changesOn(mail));
        QCOMPARE(
            QByteArray::fromStdString(moved),
            QByteArray("invalid_argument: A folder name must not contain control characters."));
        QCOMPARE(mail.server.connections(), 0);
    }

private:
    static void play()
    {
        QFETCH(Case, what);
        MailServer mail(session("pw", "IMAP4rev1 " + what.capabilities) + what.script + "\nCLOSED");
        const auto changes = changesOn(mail);
        for (const auto &[call, outcome] : what.calls)
            QCOMPARE(QByteArray::fromStdString(call(changes)), QByteArray::fromStdString(outcome));
        QCOMPARE(mail.verdict(), std::string());
    }
};

QTEST_GUILESS_MAIN(MailboxChangesTest)
#include "MailboxChangesTest.moc"
