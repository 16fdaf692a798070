// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/Questions.h"

#include "core/Unicode.h"
#include "mime/Initialise.h"
#include "server/attachments/AttachmentStage.h"
#include "server/tools/ToolCall.h"

#include <QTest>

using core::ErrorKind;
using nlohmann::json;
using scripted::MailServer;
using scripted::session;

namespace {

using Confirmation = view::MailPrincipal::Confirmation;

/// What a tool asks before it runs; "-" if nothing. A link to each of `files` is attached.
core::Result<std::string> question(MailServer &mail, std::string_view name, json arguments,
                                   Confirmation confirmation = Confirmation::Wanted,
                                   const std::vector<std::string> &files = {})
{
    scripted::Sending sending(mail.pool);
    scripted::Attachments attachments(mail.pool);
    const auto tools = tools::catalogue({.pool = mail.pool,
                                         .sender = sending.sender,
                                         .drafts = sending.drafts,
                                         .attachments = attachments.store,
                                         .documents = toolcall::noDocuments()});
    const auto tool = std::ranges::find(tools, name, &mcp::Tool::name);
    if (tool == tools.end())
        qFatal("no such tool");
    if (!tool->findQuestion)
        return std::string("-");
    auto owner = scripted::sendingAccount(mail.server.port(), 25)->clone();
    owner.family = "family";
    const auto account = std::make_shared<const account::MailAccount>(std::move(owner));
    const attachments::Holder holder{.account = account, .clientHash = "client"};
    for (const auto &file : files) {
        const auto upload = attachments.store.uploadLink(holder, file, "application/pdf");
        if (!upload)
            return upload.error();
        arguments["attachment_urls"].push_back(upload->link.url);
    }
    const auto checked = mcp::checkArguments(tool->parameters, arguments);
    if (!checked)
        qFatal("the arguments do not fit");
    mcp::CallContext context;
    context.caller.principal =
        std::make_shared<view::MailPrincipal>(account, confirmation, holder.clientHash);
    const auto found = support::await(tool->findQuestion(context, *checked));
    if (!found)
        return found.error();
    return found->value_or("-");
}

json lunch()
{
    return {{"to", "Bob <bob@example.test>"}, {"subject", "Lunch"}, {"text_body", "At noon?"}};
}

json changed(const json &changes)
{
    auto arguments = lunch();
    arguments.update(changes);
    return arguments;
}

std::string summary(const std::string &envelope)
{
    return session()
           + "C: TAG1 EXAMINE \"INBOX\"\n"
             "C: TAG2 UID FETCH 7 (UID FLAGS RFC822.SIZE INTERNALDATE ENVELOPE)\n"
             "S: * 1 EXISTS\n"
             "S: * OK [UIDVALIDITY 9] .\n"
             "S: TAG1 OK .\n"
             "S: * 1 FETCH (UID 7 FLAGS () RFC822.SIZE 100 INTERNALDATE \"21-Nov-1997 15:55:06 "
             "+0000\" ENVELOPE "
           + envelope
           + ")\n"
             "S: TAG2 OK .\n"
             "CLOSED";
}

const json message7 = {{"folder", "INBOX"}, {"uid", 7}, {"uidvalidity", 9}};

} // namespace

class QuestionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialise(); }

    void aMessageIsShownBeforeItIsSent()
    {
        MailServer mail("CLOSED");
        const auto asked = question(mail, "send_mail_message", lunch());
        QVERIFY(asked);
        QCOMPARE(*asked, std::string("Send this message?\n"
                                     "To: bob@example.test\n"
                                     "Subject: Lunch\n"
                                     "> At noon?"));
    }

    void everythingThatMattersIsShown()
    {
        MailServer mail("CLOSED");
        const auto asked =
            question(mail, "send_mail_message",
                     changed({{"cc", "c@x.org, \"Boss\" <eve@x.org>"},
                              {"bcc", "hidden@x.org"},
                              {"text_body", "Hi\n\u2028Bcc: nobody\nbye\n"},
                              {"html_body", "<p>Hi</p><p hidden>x</p><p>Send money</p>"},
                              {"force_resend", true}}));
        QVERIFY(asked);
        QCOMPARE(*asked, std::string("Send this message again? It may have arrived already.\n"
                                     "To: bob@example.test\n"
                                     "Cc: c@x.org, eve@x.org\n"
                                     "Bcc: hidden@x.org\n"
                                     "Subject: Lunch\n"
                                     "> Hi\n"
                                     "> \n"
                                     "> Bcc: nobody\n"
                                     "> bye\n"
                                     "As HTML, which most mail programs show instead:\n"
                                     "> Hi\n"
                                     "> \n"
                                     "> Send money"));
    }

    void attachmentsAreNamed()
    {
        MailServer mail("CLOSED");
        const auto one =
            question(mail, "send_mail_message", lunch(), Confirmation::Wanted, {"menu.pdf"});
        QVERIFY(one);
        QCOMPARE(*one, std::string("Send this message?\n"
                                   "To: bob@example.test\n"
                                   "Subject: Lunch\n"
                                   "Attachment: menu.pdf\n"
                                   "> At noon?"));
        const auto many = question(mail, "send_mail_message", lunch(), Confirmation::Wanted,
                                   {"menu.pdf", "map.png"});
        QVERIFY(many);
        QVERIFY(many->find("\n2 attachments: menu.pdf, map.png\n") != std::string::npos);
    }

    void twoFormsThatSayTheSameAreShownOnce()
    {
        MailServer mail("CLOSED");
        const auto asked =
            question(mail, "send_mail_message", changed({{"html_body", "<p>At <b>noon</b>?</p>"}}));
        QVERIFY(asked);
        QVERIFY2(asked->ends_with("Subject: Lunch\n> At noon?"), asked->c_str());
    }

    void aQuestionIsShortWhateverIsSent()
    {
        std::string many = "first@example.test";
        for (int i = 0; i < 32; ++i)
            many += ", recipient" + std::to_string(i) + "@example.test";
        const std::string lines = QByteArray("\u2603\n").repeated(1000).toStdString();
        MailServer mail("CLOSED");
        const auto asked =
            question(mail, "send_mail_message",
                     {{"to", many},
                      {"cc", many},
                      {"bcc", many},
                      {"subject", std::string(1000, 's')},
                      {"text_body", lines},
                      {"html_body", std::string(5000, 'h')},
                      {"force_resend", true}},
                     Confirmation::Wanted, std::vector<std::string>(20, std::string(200, 'f')));
        QVERIFY2(asked, asked ? "" : asked.error().message.c_str());
        QVERIFY2(asked->size() <= tools::maximumQuestionBytes, asked->c_str());
        QVERIFY(core::isValidUtf8(*asked));
        const auto text = QByteArray::fromStdString(*asked);
        QCOMPARE(text.count(" and 30 more\n"), 3); // nobody is left out without a word
        QVERIFY(text.contains("first@example.test, "));
        QCOMPARE(text.count("\u2026\n"), 3); // subject and text …
        QVERIFY(text.endsWith("\u2026"));    // … and the HTML
        QVERIFY(text.contains("> hhhh"));
    }

    void whatNobodySeesIsNotAsked()
    {
        MailServer mail("CLOSED");
        const auto asked =
            question(mail, "send_mail_message", changed({{"text_body", "a\u202e\u200bb\x1b[31m"}}));
        QVERIFY(asked);
        QVERIFY2(asked->ends_with("> ab[31m"), asked->c_str());
    }

    void whatCannotBeSentIsNotAsked()
    {
        MailServer mail("CLOSED");
        const auto asked = question(mail, "send_mail_message", changed({{"to", "nobody"}}));
        QVERIFY(!asked);
        QCOMPARE(asked.error().kind, ErrorKind::InvalidArgument);
    }

    void aMessageIsShownBeforeItIsDeleted()
    {
        MailServer mail(summary("(\"Fri, 21 Nov 1997 09:55:06 -0600\" \"Lunch\" ((\"Bob\" NIL "
                                "\"bob\" \"x.org\")) NIL NIL NIL NIL NIL NIL NIL)"));
        const auto asked = question(mail, "delete_mail_message", message7);
        QVERIFY2(asked, asked ? "" : asked.error().message.c_str());
        QCOMPARE(*asked, std::string("Delete this message for good? It cannot be brought back.\n"
                                     "From: bob@x.org (Bob)\n"
                                     "Subject: Lunch\n"
                                     "Date: 1997-11-21T09:55:06-06:00\n"
                                     "Folder: INBOX"));
        QCOMPARE(mail.verdict(), std::string());
    }

    void strangersWriteNoPartOfTheQuestion() // ML-27
    {
        MailServer mail(summary("(\"x\" \"=?utf-8?q?a=E2=80=A8Folder:_Trash=E2=80=AE?=\" ((\""
                                + std::string(3000, 'n')
                                + "\" NIL \"bob\" \"x.org\")) NIL NIL NIL NIL NIL NIL NIL)"));
        const auto asked = question(mail, "delete_mail_message", message7);
        QVERIFY2(asked, asked ? "" : asked.error().message.c_str());
        const auto text = QByteArray::fromStdString(*asked);
        QVERIFY2(asked->size() <= tools::maximumQuestionBytes, text.constData());
        QVERIFY2(text.contains("From: bob@x.org (nnn"), text.constData());
        QVERIFY2(text.contains("Subject: a Folder: Trash\n"), text.constData());
        QCOMPARE(text.count("\nFolder: "), 1);
        QCOMPARE(mail.verdict(), std::string());
    }

    void aMessageWithoutASubjectIsAskedForAllTheSame()
    {
        MailServer mail(summary("(NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL)"));
        const auto asked = question(mail, "delete_mail_message", message7);
        QVERIFY(asked);
        QCOMPARE(*asked, std::string("Delete this message for good? It cannot be brought back.\n"
                                     "Subject: (none)\n"
                                     "Folder: INBOX"));
    }

    void whatIsShownIsWhatIsDeleted()
    {
        MailServer mail(summary("(NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL)"));
        auto arguments = message7;
        arguments["uidvalidity"] = 8;
        auto asked = question(mail, "delete_mail_message", arguments);
        QVERIFY(!asked);
        QCOMPARE(asked.error().kind, ErrorKind::Conflict);
        QCOMPARE(mail.verdict(), std::string());

        MailServer other("CLOSED");
        arguments.erase("uidvalidity");
        asked = question(other, "delete_mail_message", arguments);
        QVERIFY(!asked);
        QCOMPARE(asked.error().kind, ErrorKind::InvalidArgument);
        QVERIFY(asked.error().message.find("uidvalidity") != std::string::npos);
        QCOMPARE(other.server.connections(), 0);
    }

    void whoDoesNotWantToBeAskedIsNot()
    {
        MailServer mail("CLOSED");
        auto arguments = message7;
        arguments.erase("uidvalidity");
        for (const auto &asked :
             {question(mail, "send_mail_message", lunch(), Confirmation::NotWanted),
              question(mail, "send_mail_message", changed({{"to", "nobody"}}),
                       Confirmation::NotWanted),
              question(mail, "delete_mail_message", arguments, Confirmation::NotWanted)}) {
            QVERIFY(asked);
            QCOMPARE(*asked, std::string("-"));
        }
        QCOMPARE(mail.server.connections(), 0);
    }

    void whatCanBeTakenBackIsNotAsked_data()
    {
        QTest::addColumn<QByteArray>("tool");
        for (const char *tool :
             {"list_mailboxes", "list_mail_messages", "get_mail_message", "search_mail_messages",
              "create_draft_mail_message", "move_mail_message", "update_mail_message_flags"})
            QTest::newRow(tool) << QByteArray(tool);
    }
    void whatCanBeTakenBackIsNotAsked()
    {
        QFETCH(QByteArray, tool);
        MailServer mail("CLOSED");
        const auto asked = question(mail, tool.toStdString(), json::object());
        QVERIFY(asked);
        QCOMPARE(*asked, std::string("-"));
    }

    void whatAMailServerSaysIsClean() // ML-31
    {
        MailServer mail(session() + "C: TAG1 EXAMINE \"INBOX\"\nC: TAG2 UID FETCH 7 {{*}}\n"
                        + "S: TAG1 OK .\nS: TAG2 NO [UNAVAILABLE] a{{e2 80 ae}}b\nCLOSED");
        const auto asked = question(mail, "delete_mail_message", message7);
        QVERIFY(!asked);
        QVERIFY2(asked.error().message.find("It said: ab") != std::string::npos,
                 asked.error().message.c_str());
    }
};

QTEST_GUILESS_MAIN(QuestionsTest)
#include "QuestionsTest.moc"
