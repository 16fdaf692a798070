// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Initialise.h"
#include "server/mail/SendingStage.h"
#include "server/tools/ToolCall.h"

#include <QTest>

#include <nlohmann/json.hpp>

using core::ErrorKind;
using nlohmann::json;
using scripted::session;
using toolcall::written;
using namespace stage;

namespace {

core::Result<json> call(Stage &theStage, std::string_view name, const json &arguments)
{
    scripted::Attachments attachments(theStage.mailServer.pool);
    return toolcall::call({.pool = theStage.mailServer.pool,
                           .sender = theStage.sending.sender,
                           .drafts = theStage.sending.drafts,
                           .attachments = attachments.store,
                           .documents = toolcall::noDocuments()},
                          theStage.account(), name, arguments);
}

json lunchArguments()
{
    return {{"to", "bob@example.test"}, {"subject", "Lunch"}, {"text_body", "Hi"}};
}

} // namespace

class SendingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialise(); }

    void aMessageIsSentAndReported() // TA-23
    {
        Stage theStage(delivery, filing);
        auto sent = call(theStage, "send_mail_message", lunchArguments());
        QVERIFY2(sent, sent ? "" : sent.error().message.c_str());
        const std::string messageId = (*sent)["message_id"];
        QVERIFY(messageId.ends_with("@example.test>"));
        json expected = {
            {"message_id", messageId}, {"duplicate", false},   {"recipients", {"bob@example.test"}},
            {"warning", nullptr},      {"folder", "Gesendet"}, {"uid", 7},
            {"uidvalidity", 9}};
        QCOMPARE(written(*sent), written(expected));
        sent = call(theStage, "send_mail_message", lunchArguments());
        QVERIFY(sent);
        expected["duplicate"] = true;
        QCOMPARE(written(*sent), written(expected));
        VERIFY_STAGE(theStage);
    }

    void aMissingCopyIsAWarning() // SM-20
    {
        Stage theStage(delivery, session("pw", capabilities) + list + notFound
                                     + append("TAG NO [OVERQUOTA] full {{e2 80 8b}}of it"));
        const auto sent = call(theStage, "send_mail_message", lunchArguments());
        QVERIFY(sent);
        QVERIFY((*sent)["folder"].is_null() && (*sent)["uid"].is_null());
        const std::string warning = (*sent)["warning"];
        QVERIFY(warning.starts_with("The message was sent, but there is no copy"));
        QVERIFY(warning.find("\xe2\x80\x8b") == std::string::npos);
        VERIFY_STAGE(theStage);
    }

    void aKeyForAnotherMessageIsRefused() // TA-24
    {
        Stage theStage(delivery, filing);
        auto arguments = lunchArguments();
        arguments["idempotency_key"] = "key";
        QVERIFY(call(theStage, "send_mail_message", arguments));
        arguments["text_body"] = "Hello";
        const auto refused = call(theStage, "send_mail_message", arguments);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        VERIFY_STAGE(theStage);
    }

    void forceIsPassedOn()
    {
        Stage theStage(login + envelope + data + "RESET\nCONNECTION\n" + delivery, filing);
        auto arguments = lunchArguments();
        const auto unknown = call(theStage, "send_mail_message", arguments);
        QVERIFY(!unknown);
        QVERIFY(unknown.error().message.starts_with("outcome_unknown"));
        arguments["force_resend"] = true;
        QVERIFY(call(theStage, "send_mail_message", arguments));
        VERIFY_STAGE(theStage);
    }

    void anAnswerNamesWhatItAnswers()
    {
        const std::string conversation = "C: In-Reply-To: <2@x>\n"
                                         "C: References: <1@x> <2@x>\n";
        std::string stored = append(appendUid);
        stored.insert(stored.find("C: MIME-Version"), conversation);
        Stage theStage(delivery, session("pw", capabilities) + list + notFound + stored);
        auto arguments = lunchArguments();
        arguments["in_reply_to"] = "<2@x>";
        arguments["references"] = {"<1@x>"};
        QVERIFY(call(theStage, "send_mail_message", arguments));
        VERIFY_STAGE(theStage);
    }

    void anAttachmentThatCannotBeFetchedStopsTheMessageBeforeSmtp()
    {
        Stage theStage(untouched, session("pw", capabilities)
                                      + "C: TAG1 EXAMINE \"INBOX\"\n"
                                        "C: TAG2 UID FETCH 7 {{*}}\n"
                                        "S: * 1 EXISTS\n"
                                        "S: * OK [UIDVALIDITY 9] .\n"
                                        "S: TAG1 OK .\n"
                                        "S: TAG2 OK .\n"
                                        "CLOSED"); // it is gone
        scripted::Attachments attachments(theStage.mailServer.pool);
        auto owner = theStage.account()->clone();
        owner.family = "family";
        const auto account = std::make_shared<const account::MailAccount>(std::move(owner));
        const attachments::Holder holder{.account = account, .clientHash = "client"};
        attachments::LinkedPart part;
        part.part.folder = "INBOX";
        part.part.uidValidity = 9;
        part.part.uid = 7;
        part.part.partNumber = "2";
        part.fileName = "a.pdf";
        const auto link = support::await(attachments.store.link(holder, part, {}));
        QVERIFY(link);
        auto arguments = lunchArguments();
        arguments["attachment_urls"] = {link->url};
        const auto refused = toolcall::call({.pool = theStage.mailServer.pool,
                                             .sender = theStage.sending.sender,
                                             .drafts = theStage.sending.drafts,
                                             .attachments = attachments.store,
                                             .documents = toolcall::noDocuments()},
                                            account, "send_mail_message", arguments);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::NotFound);
        QVERIFY(refused.error().message.starts_with("Nothing was sent."));
        VERIFY_STAGE(theStage);
    }

    void whatASteeredModelAsksForIsRefused_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QByteArray>("secret"); // must not be repeated
        const auto row = [](const char *name, const json &change, const char *secret = "") {
            QTest::newRow(name) << QByteArray::fromStdString(change.dump()) << QByteArray(secret);
        };
        const auto url = [&row](const char *name, const char *text) {
            row(name, {{"attachment_urls", {text}}}, text);
        };
        url("TA-01 a command", "| touch /tmp/pwn");
        url("TA-01 a path", "/etc/passwd");
        url("TA-01 file:", "file:///etc/passwd");
        url("TA-01 data:", "data:,x-canary");
        url("TA-01 qrc:", "qrc:/x-canary");
        url("TA-01 ftp:", "ftp://h/x-canary");
        url("TA-02 metadata", "http://169.254.169.254/latest/meta-data");
        url("TA-02 this server", "http://127.0.0.1:3000/health");
        url("TA-02 another host", "https://BUCKET.evil.example/att/x");
        url("TA-05 a store that may redirect", "https://s3.test/att/x?to=http://127.0.0.1/");
        row("TA-07 21 URLs", {{"attachment_urls", json(21, "https://x.test/")}});
        row("TA-08 to", {{"to", "a@x\r\nBcc: e@y"}}, "e@y");
        row("TA-08 cc", {{"cc", "a@x.test\nBcc: e@y"}}, "e@y");
        row("TA-08 bcc", {{"bcc", "a@x.test\rX: e@y"}}, "e@y");
        row("TA-08 subject CRLF", {{"subject", "s\r\nX: y"}});
        row("TA-08 subject LF", {{"subject", "s\nX"}});
        row("TA-08 subject CR", {{"subject", "s\rX"}});
        row("TA-08 subject U+2028", {{"subject", "s\u2028X"}});
        row("TA-08 subject NUL", {{"subject", std::string("s\0X", 3)}});
        row("TA-08 text NUL", {{"text_body", std::string("s\0X", 3)}});
        row("TA-08 in_reply_to", {{"in_reply_to", "<a@x>\r\nBcc: e@y"}}, "e@y");
        row("TA-08 references", {{"references", {"<a@x>\r\nBcc: e@y"}}}, "e@y");
        std::string many = "a@x.test";
        for (int i = 0; i < 100; ++i)
            many += ", a" + std::to_string(i) + "@x.test";
        row("TA-11 101 recipients", {{"to", many}});
        for (int i = 0; i < 9900; ++i)
            many += ", b" + std::to_string(i) + "@x.test";
        row("TA-11 10,000 recipients", {{"to", many}});
        row("TA-12 another sender", {{"from", "ceo@example.test"}});
        row("a long key", {{"idempotency_key", std::string(201, 'x')}}); // a draft has none
        row("a long Message-ID", {{"in_reply_to", "<" + std::string(900, 'x') + "@x>"}});
        row("101 references", {{"references", json(101, "<a@x>")}});
        row("a long subject", {{"subject", std::string(1001, 'x')}});
        row("a long text", {{"text_body", std::string(1024 * 1024 + 1, 'x')}});
    }
    void whatASteeredModelAsksForIsRefused()
    {
        QFETCH(QByteArray, change);
        QFETCH(QByteArray, secret);
        for (const char *tool : {"send_mail_message", "create_draft_mail_message"}) {
            Stage theStage(untouched, untouched);
            auto arguments = lunchArguments();
            arguments.update(json::parse(change.toStdString()));
            const auto refused = call(theStage, tool, arguments);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::InvalidArgument);
            if (!secret.isEmpty())
                QVERIFY2(refused.error().message.find(secret.toStdString()) == std::string::npos,
                         refused.error().message.c_str());
            QCOMPARE(theStage.smtpServer().connections(), 0);
            QCOMPARE(theStage.mailServer.server.connections(), 0);
        }
    }

    void noAttachmentsAreNone()
    {
        Stage theStage(delivery, filing);
        auto arguments = lunchArguments();
        arguments["attachment_urls"] = json::array();
        QVERIFY(call(theStage, "send_mail_message", arguments));
        VERIFY_STAGE(theStage);
    }

    void aDraftIsSavedAndReported()
    {
        std::string stored = append(appendUid, "To: bob@example.test", "Entwurf");
        stored.replace(stored.find("\\Seen"), 5, "\\Draft \\Seen");
        Stage theStage(untouched, session("pw", capabilities)
                                      + "C: TAG LIST {{*}}\nS: * LIST (\\Drafts) \"/\" Entwurf\n"
                                        "S: TAG OK .\n"
                                      + stored);
        const auto saved = call(theStage, "create_draft_mail_message", lunchArguments());
        QVERIFY2(saved, saved ? "" : saved.error().message.c_str());
        const std::string messageId = (*saved)["message_id"];
        QCOMPARE(written(*saved), written({{"message_id", messageId},
                                           {"folder", "Entwurf"},
                                           {"uid", 7},
                                           {"uidvalidity", 9}}));
        VERIFY_STAGE(theStage);
    }

    void whatSendingAndDraftingCost()
    {
        const std::string folders = "C: TAG LIST {{*}}\nS: * LIST (\\Drafts) \"/\" Entwurf\n"
                                    "S: * LIST (\\Sent) \"/\" Gesendet\nS: TAG OK .\n";
        std::string draft = append(appendUid, "To: bob@example.test", "Entwurf");
        draft.replace(draft.find("\\Seen"), 5, "\\Draft \\Seen");
        std::string other = append(appendUid);
        other.replace(other.find("C: Hi\n"), 5, "C: {{*}}");
        Stage theStage(delivery + "CONNECTION\n" + delivery,
                       session("pw", capabilities) + folders + draft + draft + folders + notFound
                           + append(appendUid) + searchAgain("COUNT 0") + other);
        // Once it is known which folders there are.
        QVERIFY(call(theStage, "create_draft_mail_message", lunchArguments()));
        auto before = theStage.mailServer.server.roundTrips();
        QVERIFY(call(theStage, "create_draft_mail_message", lunchArguments()));
        QCOMPARE(theStage.mailServer.server.roundTrips() - before, 1);
        QVERIFY(call(theStage, "send_mail_message", lunchArguments()));
        before = theStage.mailServer.server.roundTrips();
        const auto smtpBefore = theStage.smtpServer().roundTrips();
        auto arguments = lunchArguments();
        arguments["text_body"] = "Hello";
        QVERIFY(call(theStage, "send_mail_message", arguments));
        QCOMPARE(theStage.mailServer.server.roundTrips() - before, 2); // the search, APPEND
        // EHLO, AUTH, MAIL with RCPT, DATA, the message, QUIT
        QCOMPARE(theStage.smtpServer().roundTrips() - smtpBefore, 6);
        VERIFY_STAGE(theStage);
    }

    void theThirtyFirstInAnHourIsRefused() // TA-27
    {
        std::string smtp = delivery;
        std::string imap = stage::imapClosed;
        for (int i = 1; i < 30; ++i) {
            smtp += "CONNECTION\n" + delivery;
            imap += "CONNECTION\n" + stage::imapClosed;
        }
        Stage theStage(smtp, imap);
        auto arguments = lunchArguments();
        for (int i = 0; i < 30; ++i) {
            arguments["idempotency_key"] = std::to_string(i);
            QVERIFY(call(theStage, "send_mail_message", arguments));
        }
        arguments["idempotency_key"] = "one more";
        const auto refused = call(theStage, "send_mail_message", arguments);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Busy);
        QVERIFY(refused.error().message.find("Retry-After: 120") != std::string::npos);
        VERIFY_STAGE(theStage);
    }
};

QTEST_GUILESS_MAIN(SendingTest)
#include "SendingTest.moc"
