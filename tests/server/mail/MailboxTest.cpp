// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/Mailbox.h"

#include "ScriptedMailServer.h"
#include "mime/Initialise.h"

#include <QTest>

using core::ErrorKind;
using mail::Mailbox;
using scripted::MailServer;
using scripted::session;

namespace {

Mailbox mailboxOn(MailServer &mail, Mailbox::Limits limits = {})
{
    return {mail.pool, scripted::account(mail.server), mail.cancellation.token(), limits};
}

const std::string examineInbox = "C: TAG EXAMINE \"INBOX\"\n"
                                 "S: * 3 EXISTS\n"
                                 "S: * OK [UIDVALIDITY 9] .\n"
                                 "S: TAG OK [READ-ONLY] .\n";

/// The answer to a page: message `sequence` with UID ten times that.
std::string pageLine(int sequence)
{
    const std::string n = std::to_string(sequence);
    return "S: * " + n + " FETCH (UID " + n
           + "0 FLAGS (\\Seen $Work) RFC822.SIZE 100 INTERNALDATE \"21-Nov-1997 15:55:06 +0000\" "
             "ENVELOPE (\"Fri, 21 Nov 1997 09:55:06 -0600\" \"=?utf-8?q?=C3=9Cber?= "
           + n
           + "\" ((\"Alice\" NIL \"alice\" \"x.org\")) NIL NIL ((NIL NIL \"bob\" \"x.org\")) NIL "
             "NIL "
             "NIL \"<"
           + n + "@x>\"))\n";
}

const std::string pageItems = "(UID FLAGS RFC822.SIZE INTERNALDATE ENVELOPE)\n";

/// The two commands of a message's first turn, with the mailbox not open yet.
std::string firstTurn(const std::string &answer)
{
    return "C: TAG1 EXAMINE \"INBOX\"\n"
           "C: TAG2 UID FETCH 7 (UID FLAGS RFC822.SIZE INTERNALDATE BODYSTRUCTURE "
           "BODY.PEEK[HEADER]<0.262144>)\n"
           "S: * 3 EXISTS\n"
           "S: * OK [UIDVALIDITY 9] .\n"
           "S: TAG1 OK [READ-ONLY] .\n"
           + answer + "S: TAG2 OK .\n";
}

std::string header(const std::string &structure)
{
    return "S: * 3 FETCH (UID 7 FLAGS (\\Seen) RFC822.SIZE 1000 INTERNALDATE \"21-Nov-1997 "
           "15:55:06 +0000\" BODYSTRUCTURE "
           + structure
           + " BODY[HEADER]<0> {33}\n"
             "S-RAW: Subject: Hello{{0d 0a}}From: a@x.org{{0d 0a 0d 0a}})\n"
             "S-RAW: {{0d 0a}}\n";
}

QByteArray uidsOf(const mail::MessagePage &page)
{
    QByteArrayList uids;
    for (const auto &message : page.messages)
        uids.append(QByteArray::number(message.uid));
    return uids.join(',');
}

} // namespace

class MailboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialise(); }

    void foldersComeInOneRoundTrip()
    {
        MailServer mail(
            session()
            + R"(C: TAG LIST "" "*" RETURN (SPECIAL-USE STATUS (MESSAGES UNSEEN UIDNEXT UIDVALIDITY))
S: * LIST (\HasNoChildren) "/" INBOX
S: * STATUS INBOX (MESSAGES 3 UNSEEN 1 UIDNEXT 31 UIDVALIDITY 9)
S: * LIST (\Sent) "/" "Ausgang"
S: * LIST () "/" "Entw&APw-rfe"
S: * LIST (\Noselect) "/" "Projects"
S: TAG OK .
CLOSED)");
        const auto list = support::await(mailboxOn(mail).folders());
        QVERIFY(list);
        QCOMPARE(list->folders.size(), std::size_t(4));
        QCOMPARE(list->folders[0].path, std::string("INBOX"));
        QCOMPARE(list->folders[0].role, imap::SpecialUse::Inbox);
        QCOMPARE(list->folders[0].messages, std::optional<std::uint32_t>(3));
        QCOMPARE(list->folders[0].unseen, std::optional<std::uint32_t>(1));
        QCOMPARE(list->folders[0].uidNext, std::optional<std::uint32_t>(31));
        QCOMPARE(list->folders[0].uidValidity, std::optional<std::uint32_t>(9));
        QCOMPARE(list->folders[1].role, imap::SpecialUse::Sent);
        QVERIFY(!list->folders[1].messages);
        QCOMPARE(list->folders[2].path, std::string("Entwürfe"));
        QCOMPARE(list->folders[2].role, imap::SpecialUse::Drafts);
        QVERIFY(!list->folders[3].holdsMessages);
        QCOMPARE(mail.verdict(), std::string());
    }

    void aPageCostsTwoRoundTripsThenOne()
    {
        MailServer mail(session() + examineInbox + "C: TAG FETCH 2:3 " + pageItems + pageLine(3)
                        + pageLine(2) + "S: TAG OK .\nC: TAG1 NOOP\nC: TAG2 FETCH 1 " + pageItems
                        + "S: TAG1 OK .\n" + pageLine(1) + "S: TAG2 OK .\nCLOSED");
        const auto mailbox = mailboxOn(mail);
        const auto first = support::await(mailbox.page("inbox", 1, 2));
        QVERIFY(first);
        QCOMPARE(uidsOf(*first), QByteArray("30,20"));
        QCOMPARE(first->total, 3U);
        QCOMPARE(first->uidValidity, 9U);
        const auto &message = first->messages.front();
        QCOMPARE(message.headers.subject, std::string("Über 3"));
        QCOMPARE(message.headers.date, std::optional<std::string>("1997-11-21T09:55:06-06:00"));
        QCOMPARE(message.receivedAt, std::optional<std::string>("1997-11-21T15:55:06Z"));
        QCOMPARE(message.flags, (std::vector<std::string>{"\\Seen", "$Work"}));
        QCOMPARE(message.size, std::uint64_t(100));
        QCOMPARE(message.headers.from.addresses.front().address, std::string("alice@x.org"));

        const auto second = support::await(mailbox.page("INBOX", 2, 2));
        QVERIFY(second);
        QCOMPARE(uidsOf(*second), QByteArray("10"));
        QCOMPARE(mail.verdict(), std::string());
        QCOMPARE(mail.server.connections(), 1);
    }

    void aPageBeyondTheEndIsEmptyAndKnowsTheTotal_data() // ML-41
    {
        QTest::addColumn<quint32>("page");
        QTest::newRow("ML-41 page 2") << quint32(2);
        QTest::newRow("ML-41 page 50,000") << quint32(50'000);
        QTest::newRow("ML-41 the last number there is") << quint32(UINT32_MAX);
    }
    void aPageBeyondTheEndIsEmptyAndKnowsTheTotal()
    {
        QFETCH(quint32, page);
        MailServer mail(session() + examineInbox + "CLOSED");
        const auto result = support::await(mailboxOn(mail).page("INBOX", page, 100));
        QVERIFY(result);
        QVERIFY(result->messages.empty());
        QCOMPARE(result->total, 3U);
        QCOMPARE(mail.verdict(), std::string());
    }

    void pagesThatCannotBeAreRefusedBeforeTheMailboxIsOpened() // ML-41
    {
        MailServer mail("CLOSED");
        for (const auto &[page, perPage] : {std::pair(0U, 20U), {1U, 0U}, {1U, 101U}}) {
            const auto result = support::await(mailboxOn(mail).page("INBOX", page, perPage));
            QVERIFY(!result);
            QCOMPARE(result.error().kind, ErrorKind::InvalidArgument);
        }
        QCOMPARE(mail.server.connections(), 0);
    }

    void aMessageCostsTwoRoundTripsAndOnlyItsTextIsFetched()
    {
        MailServer mail(
            session()
            + firstTurn(header(
                R"(((("TEXT" "PLAIN" ("CHARSET" "utf-8") NIL NIL "QUOTED-PRINTABLE" 9 1)("TEXT" "HTML" ("CHARSET" "koi8-r") NIL NIL "BASE64" 8 1) "ALTERNATIVE")("APPLICATION" "PDF" ("NAME" "a.pdf") NIL NIL "BASE64" 780 NIL ("ATTACHMENT" NIL)) "MIXED"))"))
            + R"(C: TAG UID FETCH 7 (UID BODY.PEEK[1.1]<0.640000> BODY.PEEK[1.2]<0.307200>)
S: * 3 FETCH (UID 7 BODY[1.1]<0> "Gr=C3=BC=C3=9Fe" BODY[1.2]<0> "8NLJ18XU")
S: TAG OK .
CLOSED)");
        const auto message = support::await(mailboxOn(mail).message("INBOX", 7));
        QVERIFY2(message, message ? "" : message.error().message.c_str());
        QCOMPARE(message->summary.uid, 7U);
        QCOMPARE(message->uidValidity, 9U);
        QCOMPARE(message->summary.headers.subject, std::string("Hello"));
        QCOMPARE(message->summary.flags, std::vector<std::string>{"\\Seen"});
        QCOMPARE(message->text->text, std::string("Grüße"));
        QCOMPARE(message->html->text, std::string("Привет"));
        QCOMPARE(message->attachments.size(), std::size_t(1));
        QCOMPARE(message->attachments[0].fileName, std::string("a.pdf"));
        QVERIFY(!message->isTruncated());
        QCOMPARE(mail.verdict(), std::string());
    }

    void aMessageWithoutTextCostsOneRoundTrip()
    {
        MailServer mail(
            session()
            + firstTurn(header(
                R"(("APPLICATION" "PDF" ("NAME" "a.pdf") NIL NIL "BASE64" 780 NIL ("ATTACHMENT" NIL)))"))
            + "CLOSED");
        const auto message = support::await(mailboxOn(mail).message("INBOX", 7));
        QVERIFY(message);
        QVERIFY(!message->text);
        QVERIFY(!message->html);
        QCOMPARE(message->attachments.size(), std::size_t(1));
        QCOMPARE(mail.verdict(), std::string());
    }

    void attachmentsCostOneSmallFetch()
    {
        MailServer mail(session() + R"(C: TAG1 EXAMINE "INBOX"
C: TAG2 UID FETCH 7 (UID BODYSTRUCTURE)
S: * 3 EXISTS
S: * OK [UIDVALIDITY 9] .
S: TAG1 OK .
S: * 3 FETCH (UID 7 BODYSTRUCTURE (("TEXT" "PLAIN" ("CHARSET" "utf-8") NIL NIL "7BIT" 9 1)("APPLICATION" "PDF" ("NAME" "../a.pdf") NIL NIL "BASE64" 780 NIL ("ATTACHMENT" NIL))("APPLICATION" "MS-TNEF" ("NAME" "winmail.dat") NIL NIL "BASE64" 78 NIL ("ATTACHMENT" NIL)) "MIXED"))
S: TAG2 OK .
C: TAG1 NOOP
C: TAG2 UID FETCH 9 (UID BODYSTRUCTURE)
S: TAG1 OK .
S: TAG2 OK .
CLOSED)");
        const auto mailbox = mailboxOn(mail);
        const auto list = support::await(mailbox.attachments("INBOX", 7));
        QVERIFY2(list, list ? "" : list.error().message.c_str());
        QCOMPARE(list->folder, std::string("INBOX"));
        QCOMPARE(list->uidValidity, 9U);
        QCOMPARE(list->attachments.size(), std::size_t(2));
        QCOMPARE(list->attachments[0].fileName, std::string("a.pdf"));
        QVERIFY(list->attachments[1].kind == mail::Attachment::Kind::Tnef);
        const auto gone = support::await(mailbox.attachments("INBOX", 9));
        QCOMPARE(gone.error().kind, ErrorKind::NotFound);
        QVERIFY(gone.error().message.find("UID 9") != std::string::npos);
        QCOMPARE(mail.verdict(), std::string());
    }

    void aLongTextIsCutAndSaysSo() // ML-36
    {
        MailServer mail(session()
                        + firstTurn(header(
                            R"(("TEXT" "PLAIN" ("CHARSET" "utf-8") NIL NIL "7BIT" 2000000000 1))"))
                        + "C: TAG UID FETCH 7 (UID BODY.PEEK[1]<0.15>)\n"
                          "S: * 3 FETCH (UID 7 BODY[1]<0> \"0123456789abcde\")\n"
                          "S: TAG OK .\nCLOSED");
        const auto message = support::await(mailboxOn(mail, {.textBytes = 10}).message("INBOX", 7));
        QVERIFY(message);
        QCOMPARE(message->text->text, std::string("0123456789"));
        QVERIFY(message->text->isTruncated);
        QVERIFY(message->isTruncated());
        QCOMPARE(mail.verdict(), std::string());
    }

    void aStructureThatCannotBeReadGivesTheRawText_data() // ML-01
    {
        QTest::addColumn<QByteArray>("structure");
        QTest::addColumn<bool>("isTruncated");
        QTest::newRow("ML-19 malformed") << QByteArray("\"nonsense\"") << true;
        QTest::newRow("ML-19 boundary missing")
            << QByteArray(R"((("TEXT" "PLAIN" NIL NIL NIL "7BIT" 0 0) "MIXED"))") << false;
        QTest::newRow("ML-01 depth 1,000")
            << QByteArray(1000, '(') + R"("TEXT" "PLAIN" NIL NIL NIL "7BIT" 1 1)"
                   + QByteArray(" \"MIXED\")").repeated(999) + ')'
            << true;
    }
    void aStructureThatCannotBeReadGivesTheRawText()
    {
        QFETCH(QByteArray, structure);
        QFETCH(bool, isTruncated);
        MailServer mail(session() + firstTurn(header(structure.toStdString()))
                        + "C: TAG UID FETCH 7 (UID BODY.PEEK[TEXT]<0.307200>)\n"
                          "S: * 3 FETCH (UID 7 BODY[TEXT]<0> \"hello\")\n"
                          "S: TAG OK .\nCLOSED");
        const auto message = support::await(mailboxOn(mail).message("INBOX", 7));
        QVERIFY(message);
        QVERIFY(message->text);
        QCOMPARE(message->text->text, std::string("hello"));
        QVERIFY(!message->html);
        QCOMPARE(message->isTruncated(), isTruncated);
        QCOMPARE(mail.verdict(), std::string());
    }

    void anUnknownMessageIsNamed()
    {
        MailServer mail(session() + firstTurn("") + "CLOSED");
        const auto message = support::await(mailboxOn(mail).message("INBOX", 7));
        QVERIFY(!message);
        QCOMPARE(message.error().kind, ErrorKind::NotFound);
        QVERIFY(message.error().message.find("UID 7") != std::string::npos);
        QCOMPARE(mail.verdict(), std::string());
        const auto zero = support::await(mailboxOn(mail).message("INBOX", 0));
        QVERIFY(!zero);
        QCOMPARE(zero.error().kind, ErrorKind::InvalidArgument);
    }

    void aSummaryIsWhatAListSaysOfTheMessage()
    {
        MailServer mail(session() + "C: TAG1 EXAMINE \"INBOX\"\nC: TAG2 UID FETCH 30 " + pageItems
                        + "S: * 3 EXISTS\nS: * OK [UIDVALIDITY 9] .\nS: TAG1 OK .\n" + pageLine(3)
                        + "S: TAG2 OK .\nCLOSED");
        const mail::MessageReference reference{.folder = "INBOX", .uid = 30, .uidValidity = 9};
        const auto summary = support::await(mailboxOn(mail).summary(reference));
        QVERIFY2(summary, summary ? "" : summary.error().message.c_str());
        QCOMPARE(summary->uid, 30U);
        QCOMPARE(summary->headers.subject, std::string("\u00dcber 3"));
        QCOMPARE(summary->headers.from.addresses.front().address, std::string("alice@x.org"));
        QCOMPARE(mail.verdict(), std::string());
    }

    void aSummaryOfWhatIsNotThereIsRefused_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<quint32>("uidValidity");
        QTest::addColumn<int>("kind");
        QTest::newRow("gone") << QByteArray() << quint32{9}
                              << static_cast<int>(ErrorKind::NotFound);
        QTest::newRow("renumbered") << QByteArray::fromStdString(pageLine(3)) << quint32{8}
                                    << static_cast<int>(ErrorKind::Conflict);
    }
    void aSummaryOfWhatIsNotThereIsRefused()
    {
        QFETCH(QByteArray, answer);
        QFETCH(quint32, uidValidity);
        MailServer mail(session() + "C: TAG1 EXAMINE \"INBOX\"\nC: TAG2 UID FETCH 30 " + pageItems
                        + "S: * 3 EXISTS\nS: * OK [UIDVALIDITY 9] .\nS: TAG1 OK .\n"
                        + answer.toStdString() + "S: TAG2 OK .\nCLOSED");
        const mail::MessageReference reference{
            .folder = "INBOX", .uid = 30, .uidValidity = uidValidity};
        const auto summary = support::await(mailboxOn(mail).summary(reference));
        QVERIFY(!summary);
        QTEST(static_cast<int>(summary.error().kind), "kind");
        QCOMPARE(mail.verdict(), std::string());
    }

    void anUnknownFolderIsNamed()
    {
        MailServer mail(session() + R"(C: TAG EXAMINE "../x*%"
S: TAG NO no such mailbox
C: TAG LIST "" "*" RETURN (SPECIAL-USE STATUS (MESSAGES UNSEEN UIDNEXT UIDVALIDITY))
S: * LIST () "/" INBOX
S: TAG OK .
CLOSED)");
        const auto page = support::await(mailboxOn(mail).page("../x*%", 1, 20));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::NotFound);
        QVERIFY(page.error().message.find("\"../x*%\"") != std::string::npos);
        QCOMPARE(mail.verdict(), std::string());
    }

    void aRoleStandsForItsFolderWhereNoFolderHasThatName()
    {
        MailServer mail(session() + R"(C: TAG EXAMINE "sent"
S: TAG NO [NONEXISTENT] .
C: TAG LIST "" "*" RETURN (SPECIAL-USE STATUS (MESSAGES UNSEEN UIDNEXT UIDVALIDITY))
S: * LIST () "/" INBOX
S: * LIST (\Sent) "/" "Gesendet"
S: TAG OK .
C: TAG EXAMINE "Gesendet"
S: * 0 EXISTS
S: TAG OK .
CLOSED)");
        const auto page = support::await(mailboxOn(mail).page("sent", 1, 20));
        QVERIFY(page);
        QCOMPARE(page->total, 0U);
        QCOMPARE(mail.verdict(), std::string());
    }

    void aFolderWithAnOddNameIsFoundByWhatItReads()
    {
        MailServer mail(session() + R"(C: TAG EXAMINE "a&APw-"
S: TAG NO [NONEXISTENT] .
C: TAG LIST "" "*" RETURN (SPECIAL-USE STATUS (MESSAGES UNSEEN UIDNEXT UIDVALIDITY))
S: * LIST () "/" "a{{c3 bc}}"
S: TAG OK .
C: TAG EXAMINE {3+}
C: a{{c3 bc}}
S: * 0 EXISTS
S: TAG OK .
CLOSED)");
        const auto page = support::await(mailboxOn(mail).page("aü", 1, 20));
        QVERIFY(page);
        QCOMPARE(mail.verdict(), std::string());
    }

    void aFolderIsFoundByWhatPeopleSeeOfItsName() // the tools list no more than that
    {
        MailServer mail(session() + R"(C: TAG EXAMINE "ab"
S: TAG NO [NONEXISTENT] .
C: TAG LIST "" "*" RETURN (SPECIAL-USE STATUS (MESSAGES UNSEEN UIDNEXT UIDVALIDITY))
S: * LIST () "/" "a&IA0-b"
S: TAG OK .
C: TAG EXAMINE "a&IA0-b"
S: * 0 EXISTS
S: TAG OK .
CLOSED)");
        const auto page = support::await(mailboxOn(mail).page("ab", 1, 20));
        QVERIFY2(page, page ? "" : page.error().message.c_str());
        QCOMPARE(mail.verdict(), std::string());
    }

    void aNameThatTwoFoldersSeemToHaveNamesNone()
    {
        MailServer mail(session() + R"(C: TAG EXAMINE "ab"
S: TAG NO [NONEXISTENT] .
C: TAG LIST "" "*" RETURN (SPECIAL-USE STATUS (MESSAGES UNSEEN UIDNEXT UIDVALIDITY))
S: * LIST () "/" "a&IA0-b"
S: * LIST () "/" "a&IAs-b"
S: TAG OK .
CLOSED)");
        const auto page = support::await(mailboxOn(mail).page("ab", 1, 20));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::NotFound);
        QCOMPARE(mail.verdict(), std::string());
    }

    void aContainerHasNoMessages()
    {
        MailServer mail(session() + R"(C: TAG EXAMINE "Projects"
S: TAG NO not selectable
C: TAG LIST "" "*" RETURN (SPECIAL-USE STATUS (MESSAGES UNSEEN UIDNEXT UIDVALIDITY))
S: * LIST (\Noselect) "/" "Projects"
S: TAG OK .
CLOSED)");
        const auto page = support::await(mailboxOn(mail).page("Projects", 1, 20));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::NotFound);
        QVERIFY(page.error().message.find("only holds other folders") != std::string::npos);
        QVERIFY(page.error().message.find("list_mailboxes") != std::string::npos);
        QCOMPARE(mail.verdict(), std::string());
    }

    void aFolderNameThatCannotBeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("folder");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("NUL") << QByteArray("INBOX\0", 6);
        QTest::newRow("line end") << QByteArray("INBOX\r\nA1 LOGOUT");
        QTest::newRow("1 MB") << QByteArray(1'000'000, 'x');
        QTest::newRow("not UTF-8") << QByteArray("\xff");
    }
    void aFolderNameThatCannotBeIsRefused()
    {
        QFETCH(QByteArray, folder);
        MailServer mail(session() + "CLOSED");
        const auto page = support::await(mailboxOn(mail).page(folder.toStdString(), 1, 20));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(mail.verdict(), std::string());
    }

    void aSearchReturnsUidsNewestFirst()
    {
        MailServer mail(session()
                        + "C: TAG1 EXAMINE \"INBOX\"\n"
                          "C: TAG2 UID SEARCH RETURN (ALL COUNT) UNSEEN\n"
                          "S: * 3 EXISTS\n"
                          "S: * OK [UIDVALIDITY 9] .\n"
                          "S: TAG1 OK .\n"
                          "S: * ESEARCH (TAG \"{{TAG2}}\") UID ALL 10,20:22 COUNT 4\n"
                          "S: TAG2 OK .\nCLOSED");
        const auto criteria = imap::Criteria::parse("UNSEEN");
        const auto found = support::await(mailboxOn(mail, {.uids = 3}).search("INBOX", *criteria));
        QVERIFY(found);
        QCOMPARE(found->uids, (std::vector<std::uint32_t>{22, 21, 20}));
        QCOMPARE(found->count, std::uint64_t(4));
        QCOMPARE(found->uidValidity, 9U);
        QVERIFY(found->isTruncated);
        QCOMPARE(mail.verdict(), std::string());
    }

    void aReadIsRepeatedOnceIfAWarmConnectionWasDead() // IM-40
    {
        MailServer mail(session() + examineInbox + "C: TAG FETCH 3 " + pageItems + pageLine(3)
                        + "S: TAG OK .\nC: TAG NOOP\nCLOSE\nCONNECTION\n" + session() + examineInbox
                        + "C: TAG FETCH 3 " + pageItems + pageLine(3) + "S: TAG OK .\nCLOSED");
        const auto mailbox = mailboxOn(mail);
        QVERIFY(support::await(mailbox.page("INBOX", 1, 1)));
        const auto again = support::await(mailbox.page("INBOX", 1, 1));
        QVERIFY2(again, again ? "" : again.error().detail.c_str());
        QCOMPARE(uidsOf(*again), QByteArray("30"));
        QCOMPARE(mail.verdict(), std::string());
        QCOMPARE(mail.server.connections(), 2);
    }

    void aReadIsNotRepeatedTwice() // IM-40
    {
        MailServer mail(session() + examineInbox + "C: TAG FETCH 3 " + pageItems + pageLine(3)
                        + "S: TAG OK .\nC: TAG NOOP\nCLOSE\nCONNECTION\n" + session()
                        + "C: TAG EXAMINE \"INBOX\"\nCLOSE");
        const auto mailbox = mailboxOn(mail);
        QVERIFY(support::await(mailbox.page("INBOX", 1, 1)));
        const auto again = support::await(mailbox.page("INBOX", 1, 1));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Unavailable);
        QCOMPARE(mail.verdict(), std::string());
        QCOMPARE(mail.server.connections(), 2);
    }

    void aNewConnectionThatBreaksIsNotReplaced()
    {
        MailServer mail(session() + "C: TAG EXAMINE \"INBOX\"\nCLOSE");
        const auto page = support::await(mailboxOn(mail).page("INBOX", 1, 1));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::Unavailable);
        QCOMPARE(mail.verdict(), std::string());
        QCOMPARE(mail.server.connections(), 1);
    }

    void cancellingEndsTheCall()
    {
        MailServer mail(session() + "SILENCE");
        const auto mailbox = mailboxOn(mail);
        std::optional<core::Result<mail::MessagePage>> outcome;
        core::start([](const Mailbox &box, auto &slot) -> core::Task<void> {
            slot.emplace(co_await box.page("INBOX", 1, 20));
        }(mailbox, outcome));
        QVERIFY(support::waitUntil([&] { return mail.pool.stats().leased == 1; }));
        mail.cancellation.cancel();
        QVERIFY(support::waitUntil([&] { return outcome.has_value(); }));
        QVERIFY(!*outcome);
        QCOMPARE(outcome->error().kind, ErrorKind::Cancelled);
        QCOMPARE(mail.verdict(), std::string());
        QCOMPARE(mail.pool.stats().idle, std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(MailboxTest)
#include "MailboxTest.moc"
