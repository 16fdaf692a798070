// SPDX-License-Identifier: GPL-3.0-or-later
// IM-31: the connection breaks at every byte of a session. Afterwards the mail server works again.
#include "ScriptedMailServer.h"
#include "mail/Mailbox.h"
#include "mail/MailboxChanges.h"
#include "mime/Initialise.h"

#include <QRegularExpression>
#include <QTest>

#include <functional>

using scripted::MailServer;
using scripted::session;

namespace {

const std::string capabilities =
    "IMAP4rev1 LIST-EXTENDED LIST-STATUS SPECIAL-USE ESEARCH LITERAL+ UIDPLUS MOVE";

const std::string listing =
    R"(C: TAG LIST "" "*" RETURN (SPECIAL-USE STATUS (MESSAGES UNSEEN UIDNEXT UIDVALIDITY))
S: * LIST (\HasNoChildren) "/" INBOX
S: * STATUS INBOX (MESSAGES 3 UNSEEN 1 UIDNEXT 31 UIDVALIDITY 9)
S: * LIST (\Sent) "/" "Gesendet"
S: * STATUS "Gesendet" (MESSAGES 1 UNSEEN 0 UIDNEXT 2 UIDVALIDITY 10)
S: * LIST () "/" {9}
S-RAW: Entw&APw-{{0d 0a}}
S: TAG OK .
)";
const std::string examining = R"(S: * FLAGS (\Answered \Flagged \Deleted \Seen \Draft)
S: * OK [PERMANENTFLAGS ()] .
S: * 3 EXISTS
S: * OK [UNSEEN 2] .
S: * OK [UIDVALIDITY 9] .
S: * OK [UIDNEXT 31] .
)";
const std::string page = "C: TAG EXAMINE \"INBOX\"\n" + examining + R"(S: TAG OK [READ-ONLY] .
C: TAG FETCH 2:3 (UID FLAGS RFC822.SIZE INTERNALDATE ENVELOPE)
S: * 2 FETCH (UID 20 FLAGS () RFC822.SIZE 100 INTERNALDATE "21-Nov-1997 15:55:06 +0000" ENVELOPE ("Fri, 21 Nov 1997 09:55:06 -0600" "Two" (("A" NIL "a" "x")) NIL NIL ((NIL NIL "b" "x")) NIL NIL NIL "<2@x>"))
S: * 3 FETCH (UID 30 FLAGS (\Seen) RFC822.SIZE 100 INTERNALDATE "21-Nov-1997 15:55:06 +0000" ENVELOPE ("Fri, 21 Nov 1997 09:55:06 -0600" {5}
S-RAW: Three (("A" NIL "a" "x")) NIL NIL ((NIL NIL "b" "x")) NIL NIL NIL "<3@x>")){{0d 0a}}
S: TAG OK .
)";
const std::string message = R"(C: TAG1 EXAMINE "INBOX"
C: TAG2 UID FETCH 7 (UID FLAGS RFC822.SIZE INTERNALDATE BODYSTRUCTURE BODY.PEEK[HEADER]<0.262144>)
)" + examining + R"(S: TAG1 OK [READ-ONLY] .
S: * 1 FETCH (UID 7 FLAGS () RFC822.SIZE 1000 INTERNALDATE "21-Nov-1997 15:55:06 +0000" BODYSTRUCTURE (("TEXT" "PLAIN" NIL NIL NIL "7BIT" 9 1)("APPLICATION" "PDF" NIL NIL NIL "BASE64" 780 NIL ("ATTACHMENT" ("FILENAME" "a.pdf"))) "MIXED") BODY[HEADER]<0> {29}
S-RAW: Subject: S{{0d 0a}}From: a@x.org{{0d 0a 0d 0a}})
S-RAW: {{0d 0a}}
S: TAG2 OK .
C: TAG UID FETCH 7 (UID BODY.PEEK[1]<0.307200>)
S: * 1 FETCH (UID 7 BODY[1]<0> "some text")
S: TAG OK .
)";
const std::string searching = R"(C: TAG1 EXAMINE "INBOX"
C: TAG2 UID SEARCH RETURN (ALL COUNT) UNSEEN
)" + examining + R"(S: TAG1 OK [READ-ONLY] .
S: * ESEARCH (TAG "{{TAG2}}") UID ALL 10,20:22 COUNT 4
S: TAG2 OK .
)";
const std::string selecting =
    "C: TAG SELECT \"INBOX\"\n" + examining + "S: TAG OK [READ-WRITE] .\n";
const std::string flagging = R"(C: TAG1 UID STORE 7 +FLAGS.SILENT (\Seen)
C: TAG2 UID FETCH 7 (UID FLAGS)
S: TAG1 OK .
S: * 1 FETCH (UID 7 FLAGS (\Seen))
S: TAG2 OK .
)";
const std::string moving = R"(C: TAG1 UID FETCH 7 (UID FLAGS)
C: TAG2 UID MOVE 7 "Archive"
S: * 1 FETCH (UID 7 FLAGS (\Seen))
S: TAG1 OK .
S: * OK [COPYUID 38505 7 3956] .
S: * 1 EXPUNGE
S: TAG2 OK .
)";
const std::string deleting = R"(C: TAG1 UID FETCH 7 (UID FLAGS)
C: TAG2 UID STORE 7 +FLAGS.SILENT (\Deleted)
C: TAG3 UID EXPUNGE 7
S: * 1 FETCH (UID 7 FLAGS (\Seen))
S: TAG1 OK .
S: TAG2 OK .
S: * 1 EXPUNGE
S: TAG3 OK .
)";

/// One call on a mailbox; the error, or nothing.
using Call = std::function<std::optional<core::Error>(MailServer &)>;

template <typename T>
std::optional<core::Error> errorOf(const core::Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

mail::Mailbox mailboxOn(MailServer &mail)
{
    return {mail.pool, scripted::account(mail.server), mail.cancellation.token()};
}

mail::MailboxChanges changesOn(MailServer &mail)
{
    return {mail.pool, scripted::account(mail.server), mail.cancellation.token()};
}

const mail::MessageReference seven{.folder = "INBOX", .uid = 7};

struct Operation
{
    const char *name;
    std::string script; ///< on a connection where nothing is open
    Call call;
    std::string change; ///< the words of the command that changes something, if there is one
    bool isRepeatable = true;
};

std::vector<Operation> operations()
{
    return {
        {"list", listing,
         [](MailServer &m) { return errorOf(support::await(mailboxOn(m).folders())); }, ""},
        {"page", page,
         [](MailServer &m) { return errorOf(support::await(mailboxOn(m).page("INBOX", 1, 2))); },
         ""},
        {"message", message,
         [](MailServer &m) { return errorOf(support::await(mailboxOn(m).message("INBOX", 7))); },
         ""},
        {"search", searching,
         [](MailServer &m) {
             const auto criteria = imap::Criteria::parse("UNSEEN");
             return errorOf(support::await(mailboxOn(m).search("INBOX", *criteria)));
         },
         ""},
        {"flags", selecting + flagging,
         [](MailServer &m) {
             const imap::FlagChanges changes{.add = {imap::Flag::seen()}};
             return errorOf(support::await(changesOn(m).changeFlags(seven, changes)));
         },
         "UID STORE"},
        {"move", selecting + moving,
         [](MailServer &m) { return errorOf(support::await(changesOn(m).move(seven, "Archive"))); },
         "UID MOVE", false},
        {"delete", selecting + deleting,
         [](MailServer &m) { return errorOf(support::await(changesOn(m).remove(seven))); },
         "UID EXPUNGE", false},
    };
}

std::size_t countOf(const std::string &words, const std::string &text)
{
    std::size_t count = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
        ++count;
    return count;
}

} // namespace

Q_DECLARE_METATYPE(Operation)

class BrokenConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialise(); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("QIODevice"))); }

    void theOutcomeIsTrueWhereverItBreaks_data()
    {
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<bool>("isWarm");
        for (const auto &operation : operations()) {
            const QByteArray name(operation.name);
            QTest::newRow(("IM-31 " + name).constData()) << operation << false;
            QTest::newRow(("IM-31 " + name + " on a warm connection").constData())
                << operation << true;
        }
    }
    void theOutcomeIsTrueWhereverItBreaks()
    {
        QFETCH(Operation, operation);
        QFETCH(bool, isWarm);
        const std::string beginning = session("pw", capabilities) + (isWarm ? listing : "");
        const std::string script = beginning + operation.script + "CONNECTION\n"
                                   + session("pw", capabilities) + operation.script;
        std::size_t offset = 0;
        std::size_t broken = 0;
        std::size_t again = 0;
        for (bool isWhole = false; !isWhole; ++offset) {
            QVERIFY(offset < 5000);
            support::ScriptedServerOptions options;
            options.resetAfter = offset;
            MailServer mail(script, {}, {}, options);
            // A connection that does not survive the warming up is not warm.
            if (isWarm && !support::await(mailboxOn(mail).folders()))
                continue;
            const auto error = operation.call(mail);
            isWhole = !error && mail.server.connections() == 1;
            if (error) {
                ++broken;
                QVERIFY2(error->kind == core::ErrorKind::Unavailable, error->message.c_str());
            } else if (!isWhole) {
                ++again;
            }
            mail.pool.closeAll();
            if (operation.change.empty())
                continue;
            const auto sent = countOf(operation.change, mail.server.received());
            const std::size_t most = operation.isRepeatable && isWarm ? 2 : 1;
            QVERIFY2(sent <= most, std::to_string(offset).c_str());
            QVERIFY(error || sent >= 1);
            // Once it is sent, nobody may say that nothing happened.
            if (error && sent >= 1)
                QVERIFY2(error->message.find("not known") != std::string::npos,
                         error->message.c_str());
        }
        // What may be repeated always works in the end on a warm connection.
        QVERIFY(broken > 0 || (isWarm && operation.isRepeatable));
        QVERIFY(again > 0 || !isWarm);
    }
};

QTEST_GUILESS_MAIN(BrokenConnectionTest)
#include "BrokenConnectionTest.moc"
