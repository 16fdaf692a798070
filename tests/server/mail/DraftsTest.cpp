// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/Drafts.h"

#include "mime/Initialise.h"
#include "server/mail/ScriptedMailServer.h"
#include "server/mail/ScriptedSending.h"

#include <QTest>

using scripted::MailServer;
using scripted::session;

namespace {

const std::string capabilities = "IMAP4rev1 LIST-EXTENDED LIST-STATUS SPECIAL-USE LITERAL+ UIDPLUS";

const std::string list = "C: TAG LIST {{*}}\n"
                         "S: * LIST () \"/\" INBOX\n"
                         "S: * LIST (\\Sent) \"/\" Gesendet\n"
                         "S: * LIST (\\Drafts) \"/\" Entw&APw-rfe\n"
                         "S: * LIST (\\Trash) \"/\" Papierkorb\n"
                         "S: * LIST (\\Junk) \"/\" Spam\n"
                         "S: * LIST () \"/\" Projekte\n"
                         "S: * LIST (\\Noselect) \"/\" Archive\n"
                         "S: TAG OK .\n";

std::string append(const std::string &answer, const std::string &folder = "Entw&APw-rfe")
{
    return "C: TAG APPEND \"" + folder
           + "\" (\\Draft \\Seen) {{7b}}{{*}}+}\n"
             "C: Date: Thu, 01 Jan 2026 00:00:00 +0000\n"
             "C: From: Alice Example <{{*}}@example.test>\n"
             "C: To: bob@example.test\n"
             "C: Subject: Lunch\n"
             "C: Message-ID: <{{*}}@example.test>\n"
             "C: MIME-Version: 1.0\n"
             "C: Bcc: dan@example.test\n"
             "C: Content-Type: text/plain; charset=utf-8\n"
             "C: Content-Transfer-Encoding: 7bit\n"
             "C:\n"
             "C: Hi\n"
             "C:\n"
           + answer + "\n";
}
const std::string done = "S: TAG OK [APPENDUID 9 7] done";

std::string examineAndSearch(const std::string &answer)
{
    return "C: TAG1 EXAMINE \"Entw&APw-rfe\"\n"
           "C: TAG2 UID SEARCH SINCE 30-Dec-2025 HEADER \"Message-ID\" \"{{*}}@example.test\"\n"
           "S: * OK [UIDVALIDITY 9] .\n"
           "S: TAG1 OK .\n"
           "S: * SEARCH"
           + answer + "\nS: TAG2 OK .\n";
}

mail::Letter lunch()
{
    return {.to = "bob@example.test", .bcc = "dan@example.test", .subject = "Lunch", .text = "Hi"};
}

/// Where the draft is, or the kind of the error.
QByteArray save(MailServer &mail, scripted::Sending &sending, const std::string &folder = {})
{
    const auto account = scripted::sendingAccount(mail.server.port(), 1);
    mail::Letter letter{
        .to = "bob@example.test", .bcc = "dan@example.test", .subject = "Lunch", .text = "Hi"};
    auto composition = mail::Composition::from(std::move(letter), *account);
    const auto saved = support::await(
        sending.drafts.save(account, std::move(*composition), folder, mail.cancellation.token()));
    if (!saved)
        return QByteArray::fromStdString(std::string(nameOf(saved.error().kind)));
    return QByteArray::fromStdString(saved->message.folder) + " "
           + QByteArray::number(saved->message.uidValidity) + "/"
           + QByteArray::number(saved->message.uid);
}

} // namespace

class DraftsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialise(); }

    void aDraftIsOneCommandOnceTheFolderIsKnown()
    {
        MailServer mail(session("pw", capabilities) + list + append(done) + append(done));
        scripted::Sending sending(mail.pool);
        QCOMPARE(save(mail, sending), QByteArray("Entwürfe 9/7"));
        QCOMPARE(save(mail, sending), QByteArray("Entwürfe 9/7"));
        QCOMPARE(mail.verdict(), std::string());
    }

    void whatBecomesOfADraft_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QByteArray>("folder");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const std::string &script, const char *folder,
                            const char *expected) {
            QTest::newRow(name) << QByteArray::fromStdString(script) << QByteArray(folder)
                                << QByteArray(expected);
        };
        const std::string in = session("pw", capabilities);
        row("another folder", in + list + append(done, "Projekte"), "Projekte", "Projekte 9/7");
        row("the folder by its role", in + list + append(done), "Drafts", "Entwürfe 9/7");
        row("TA-28 the inbox", in + list, "inbox", "permission_denied");
        row("TA-28 sent mail", in + list, "Gesendet", "permission_denied");
        row("TA-28 sent mail by its role", in + list, "Sent", "permission_denied");
        row("TA-28 trash", in + list, "Papierkorb", "permission_denied");
        row("TA-28 junk", in + list, "Spam", "permission_denied");
        row("TA-28 no such folder", in + list, "Nirgends", "not_found");
        row("TA-28 a folder of folders", in + list, "Archive", "not_found");
        row("TA-20 no name of a folder", in + list, "a\r\nb", "invalid_argument");
        row("IM-36 the mailbox is full", in + list + append("S: TAG NO [OVERQUOTA] full"), "",
            "too_large");
        row("IM-36 OK without APPENDUID",
            in + list + append("S: TAG OK .") + examineAndSearch(" 8"), "", "Entwürfe 9/8");
        row("IM-36 neither APPENDUID nor found",
            in + list + append("S: TAG OK .") + examineAndSearch(""), "", "Entwürfe 0/0");
        row("IM-36 reset after the literal, and it was stored",
            in + list + append("RESET\nCONNECTION") + in + examineAndSearch(" 8"), "",
            "Entwürfe 9/8");
        row("IM-36 reset after the literal, and it was not stored",
            in + list + append("RESET\nCONNECTION") + in + examineAndSearch("") + append(done), "",
            "Entwürfe 9/7");
        row("IM-36 reset twice",
            in + list + append("RESET\nCONNECTION") + in + examineAndSearch("") + append("RESET"),
            "", "unavailable");
        row("a folder is made for it",
            in
                + "C: TAG LIST {{*}}\nS: * LIST () \"/\" INBOX\nS: TAG OK .\n"
                  "C: TAG CREATE \"Drafts\"\nS: TAG OK .\n"
                + append(done, "Drafts"),
            "", "Drafts 9/7");
        row("a folder is made for it below INBOX",
            in
                + "C: TAG LIST {{*}}\nS: * LIST () \".\" INBOX\nS: TAG OK .\n"
                  "C: TAG CREATE \"Drafts\"\nS: TAG NO below INBOX only\n"
                  "C: TAG CREATE \"INBOX.Drafts\"\nS: TAG OK .\n"
                + append(done, "INBOX.Drafts"),
            "", "INBOX.Drafts 9/7");
        row("no folder can be made",
            in
                + "C: TAG LIST {{*}}\nS: * LIST () NIL INBOX\nS: TAG OK .\n"
                  "C: TAG CREATE \"Drafts\"\nS: TAG NO no\n",
            "", "permission_denied");
        row("the folder is called something else now",
            in + list + append("S: TAG NO [TRYCREATE] gone")
                + "C: TAG LIST {{*}}\nS: * LIST (\\Drafts) \"/\" Neu\nS: TAG OK .\n"
                + append(done, "Neu"),
            "", "Neu 9/7");
    }
    void whatBecomesOfADraft()
    {
        QFETCH(QByteArray, script);
        QFETCH(QByteArray, folder);
        MailServer mail(script.toStdString());
        scripted::Sending sending(mail.pool);
        QTEST(save(mail, sending, folder.toStdString()), "expected");
        QCOMPARE(mail.verdict(), std::string());
    }

    void aFoldersRoleIsForgottenInTime()
    {
        MailServer mail(session("pw", capabilities) + list + append(done) + list + append(done));
        const support::FakeClock clock;
        mail::MessageFiler filer(mail.pool, clock, {.memory = std::chrono::seconds(0)});
        QVERIFY(saveThrough(filer, mail, "alice@example.test"));
        QVERIFY(saveThrough(filer, mail, "alice@example.test"));
        QCOMPARE(mail.verdict(), std::string());
    }

    void onlySoManyFoldersAreRemembered()
    {
        const std::string both = list + append(done);
        MailServer mail(session("pw", capabilities) + both + both + both);
        const support::FakeClock clock;
        mail::MessageFiler filer(mail.pool, clock, {.remembered = 1});
        QVERIFY(saveThrough(filer, mail, "alice@example.test"));
        QVERIFY(saveThrough(filer, mail, "other@example.test"));
        QVERIFY(saveThrough(filer, mail, "alice@example.test"));
        QCOMPARE(mail.verdict(), std::string());
    }

private:
    static bool saveThrough(mail::MessageFiler &filer, MailServer &mail, const char *address)
    {
        const support::FakeClock clock;
        core::SystemRandom random;
        mail::Drafts drafts(filer, clock, random);
        auto own = scripted::sendingAccount(mail.server.port(), 1)->clone();
        own.emailAddress = address;
        const auto account = std::make_shared<const account::MailAccount>(std::move(own));
        auto composition = mail::Composition::from(lunch(), *account);
        return bool(support::await(drafts.save(account, std::move(*composition), {}, {})));
    }
};

QTEST_GUILESS_MAIN(DraftsTest)
#include "DraftsTest.moc"
