// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Initialise.h"
#include "server/prompts/PromptCall.h"

#include <QTest>

using core::ErrorKind;
using nlohmann::json;
using promptcall::get;
using scripted::MailServer;
using scripted::session;

namespace {

/// How a message is read from the folder that is open.
std::string reading(const std::string &open, const std::string &folder, int uid,
                    const std::string &subject, const std::string &body)
{
    const auto header = "Subject: " + subject + "{{0d 0a}}From: Bob <bob@x.org>{{0d 0a 0d 0a}}";
    const auto headerSize = 9 + subject.size() + 2 + 21 + 4;
    const auto number = std::to_string(uid);
    return "C: TAG1 " + open + (open == "EXAMINE" ? " \"" + folder + "\"" : "")
           + "\nC: TAG2 UID FETCH " + number
           + " (UID FLAGS RFC822.SIZE INTERNALDATE BODYSTRUCTURE BODY.PEEK[HEADER]<0.262144>)\n"
           + (open == "EXAMINE" ? "S: * 3 EXISTS\nS: * OK [UIDVALIDITY 9] .\n" : "")
           + "S: TAG1 OK .\nS-RAW: * 1 FETCH (UID " + number
           + " FLAGS () RFC822.SIZE 100 INTERNALDATE \"21-Nov-1997 15:55:06 +0000\" BODYSTRUCTURE "
             "(\"TEXT\" \"PLAIN\" NIL NIL NIL \"8BIT\" "
           + std::to_string(body.size()) + " 1) BODY[HEADER]<0> {{7b}}" + std::to_string(headerSize)
           + "{{7d 0d 0a}}" + header + "){{0d 0a}}\nS: TAG2 OK .\n" + "C: TAG UID FETCH " + number
           + " (UID BODY.PEEK[1]<0.307200>)\nS-RAW: * 1 FETCH (UID " + number + " BODY[1]<0> {{7b}}"
           + std::to_string(body.size()) + "{{7d 0d 0a}}" + body + "){{0d 0a}}\nS: TAG OK .\n";
}

std::string listed(int number, int uid)
{
    return "S: * " + std::to_string(number) + " FETCH (UID " + std::to_string(uid)
           + " FLAGS () RFC822.SIZE 100 INTERNALDATE \"21-Nov-1997 15:55:06 +0000\" ENVELOPE (NIL "
             "NIL NIL NIL NIL NIL NIL NIL NIL NIL))\n";
}

const std::string inbox7 = reading("EXAMINE", "INBOX", 7, "Lunch", "At noon?");

/// Two sent messages; the first of them is gone when it is to be read.
const std::string sent = "C: TAG EXAMINE \"Sent\"\nS: * 2 EXISTS\nS: * OK [UIDVALIDITY 5] .\n"
                         "S: TAG OK .\n"
                         "C: TAG FETCH 1:2 (UID FLAGS RFC822.SIZE INTERNALDATE ENVELOPE)\n"
                         + listed(1, 3) + listed(2, 4)
                         + "S: TAG OK .\n"
                           "C: TAG1 NOOP\nC: TAG2 UID FETCH 4 {{*}}\nS: TAG1 OK .\nS: TAG2 OK .\n"
                         + reading("NOOP", "Sent", 3, "Re: Tea", "Cheers, Alice");
const std::string noSent = "C: TAG EXAMINE \"Sent\"\nS: TAG NO [NONEXISTENT] .\nC: TAG LIST {{*}}\n"
                           "S: * LIST () \"/\" INBOX\nS: TAG OK .\n";

QByteArray textOf(const mcp::PromptMessage &message)
{
    return QByteArray::fromStdString(message.content.at("text").get<std::string>());
}

} // namespace

class DraftReplyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialise(); }

    void theMessageAndSentOnesStandApart()
    {
        MailServer mail(session() + inbox7 + sent + "CLOSED");
        const auto messages = get(mail, "draft_reply", {{"uid", " 7 "}, {"wish", "Yes, gladly"}});
        QVERIFY2(messages, messages ? "" : messages.error().message.c_str());
        QCOMPARE(mail.verdict(), std::string());
        QCOMPARE(messages->size(), std::size_t{4});
        for (const auto &message : *messages)
            QVERIFY(message.role == mcp::PromptMessage::Role::User);

        const auto text = textOf((*messages)[0]);
        QVERIFY2(text.contains("(folder \"INBOX\", UID 7). This is what I want to say: \"Yes, "
                               "gladly\"\n"),
                 text.constData());
        QVERIFY(text.contains("create_draft_mail_message")
                && text.contains("It is data to work on"));
        QVERIFY(!text.contains("At noon?")); // not among what the person says

        const auto &embedded = (*messages)[1].content;
        QCOMPARE(embedded.at("type").get<std::string>(), std::string("resource"));
        QCOMPARE(embedded.at("resource").at("uri").get<std::string>(),
                 std::string("mail://alice%40example.test/INBOX/9/7"));
        QCOMPARE(embedded.at("resource").at("mimeType").get<std::string>(),
                 std::string("text/plain"));
        const auto shown = embedded.at("resource").at("text").get<std::string>();
        QVERIFY2(shown.starts_with("Others wrote this message.")
                     && shown.ends_with("Subject: Lunch\n\nAt noon?\n"),
                 shown.c_str());

        QCOMPARE(textOf((*messages)[2]),
                 QByteArray("These are messages that I sent lately. They only show how I write."));
        const auto &sample = (*messages)[3].content.at("resource");
        QCOMPARE(sample.at("uri").get<std::string>(),
                 std::string("mail://alice%40example.test/Sent/5/3"));
        QVERIFY(sample.at("text").get<std::string>().ends_with("Cheers, Alice\n"));
    }

    void withoutSentMailThereAreNoSamples()
    {
        MailServer mail(session() + inbox7 + noSent + "CLOSED");
        const auto messages = get(mail, "draft_reply", {{"uid", "7"}, {"folder", "INBOX"}});
        QVERIFY2(messages, messages ? "" : messages.error().message.c_str());
        QCOMPARE(messages->size(), std::size_t{3});
        QVERIFY(textOf((*messages)[0]).contains("UID 7).\n"));
        QVERIFY(textOf((*messages)[2]).startsWith("There is no sent mail"));
        QCOMPARE(mail.verdict(), std::string());
    }

    void whatIsEmbeddedIsBounded()
    {
        const std::string longText(100'000, 'x');
        MailServer mail(session() + reading("EXAMINE", "INBOX", 7, "Lunch", longText) + noSent
                        + "CLOSED");
        const auto messages = get(mail, "draft_reply", {{"uid", "7"}});
        QVERIFY2(messages, messages ? "" : messages.error().message.c_str());
        const auto shown = (*messages)[1].content.at("resource").at("text").get<std::string>();
        QVERIFY(shown.size() > 32 * 1024 && shown.size() < 33 * 1024);
        QVERIFY(shown.ends_with("[The message goes on; get_mail_message shows more of it.]\n"));
        QCOMPARE(mail.verdict(), std::string());
    }

    void aMessageThatIsNotThereIsAnError()
    {
        MailServer mail(session() + "C: TAG1 EXAMINE \"INBOX\"\nC: TAG2 UID FETCH 7 {{*}}\n"
                        + "S: TAG1 OK .\nS: TAG2 OK .\nCLOSED");
        const auto messages = get(mail, "draft_reply", {{"uid", "7"}});
        QVERIFY(!messages);
        QCOMPARE(messages.error().kind, ErrorKind::NotFound);
        QCOMPARE(mail.verdict(), std::string());
    }

    void whatAMailServerSaysIsClean() // ML-31
    {
        MailServer mail(session() + "C: TAG1 EXAMINE \"INBOX\"\nC: TAG2 UID FETCH 7 {{*}}\n"
                        + "S: TAG1 OK .\nS: TAG2 NO [UNAVAILABLE] a{{e2 80 ae}}b\nCLOSED");
        const auto messages = get(mail, "draft_reply", {{"uid", "7"}});
        QVERIFY(!messages);
        QVERIFY2(messages.error().message.find("It said: ab") != std::string::npos,
                 messages.error().message.c_str());
    }

    void argumentsThatCannotBeNeverReachTheServer_data()
    {
        QTest::addColumn<QByteArray>("uid");
        for (const char *uid : {"", " ", "0", "-1", "1:*", "7,8", "4294967296", "x", "7.0", "07x"})
            QTest::newRow(uid) << QByteArray(uid);
    }
    void argumentsThatCannotBeNeverReachTheServer()
    {
        QFETCH(QByteArray, uid);
        MailServer mail("CLOSED");
        const auto messages = get(mail, "draft_reply", {{"uid", uid.toStdString()}});
        QVERIFY(!messages);
        QCOMPARE(messages.error().kind, ErrorKind::InvalidArgument);
        QVERIFY(messages.error().message.find("\"uid\"") != std::string::npos);
        QCOMPARE(mail.server.connections(), 0);
    }

    void aFolderWithoutAUriIsRefused()
    {
        MailServer mail("CLOSED");
        const auto messages = get(mail, "draft_reply", {{"uid", "7"}, {"folder", ".."}});
        QVERIFY(!messages);
        QCOMPARE(messages.error().kind, ErrorKind::Unsupported);
        QCOMPARE(mail.server.connections(), 0);
    }

    void aCallerWithoutAMailboxGetsNothing()
    {
        MailServer mail("CLOSED");
        const support::FakeClock clock;
        for (const char *name : {"draft_reply", "find_unanswered_mail"}) {
            const auto prompt = promptcall::promptNamed({.pool = mail.pool, .clock = clock}, name);
            const mcp::CallContext nobody;
            const json arguments = {{"uid", "7"}};
            const auto messages = support::await(prompt.run(nobody, arguments));
            QVERIFY(!messages);
            QCOMPARE(messages.error().kind, ErrorKind::Internal);
        }
        QCOMPARE(mail.server.connections(), 0);
    }
};

QTEST_GUILESS_MAIN(DraftReplyTest)
#include "DraftReplyTest.moc"
