// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/Sender.h"

#include "core/Async.h"
#include "core/Log.h"
#include "mime/Initialise.h"
#include "server/mail/ScriptedMailServer.h"
#include "server/mail/ScriptedSending.h"
#include "state/OpenStateStore.h"

#include <QTemporaryDir>
#include <QTest>

using core::ErrorKind;
using mail::Sender;
using scripted::MailServer;
using scripted::Sending;
using scripted::session;
using support::await;
using support::ScriptedServer;

namespace {

const std::string capabilities = "IMAP4rev1 LIST-EXTENDED LIST-STATUS SPECIAL-USE ESEARCH "
                                 "LITERAL+ UIDPLUS";

// Everything of an SMTP session up to the message, in the order of the wire.
const std::string login = "S: 220 x\n"
                          "C: EHLO [127.0.0.1]\n"
                          "S: 250-x\n"
                          "S: 250-PIPELINING\n"
                          "S: 250 AUTH PLAIN\n"
                          "C: AUTH PLAIN AGFsaWNlAHB3\n"
                          "S: 235 in\n";
const std::string envelope = "C: MAIL FROM:<alice@example.test>\n"
                             "C: RCPT TO:<bob@example.test>\n"
                             "S: 250 ok\n"
                             "S: 250 ok\n";
const std::string data = "C: DATA\n"
                         "S: 354 go\n"
                         "C-DATA\n";
const std::string quit = "S: 250 2.0.0 queued\n"
                         "C: QUIT\n"
                         "S: 221 bye\n"
                         "CLOSE\n";
const std::string delivery = login + envelope + data + quit;

const std::string list =
    "C: TAG LIST \"\" \"*\" RETURN (SPECIAL-USE STATUS (MESSAGES UNSEEN UIDNEXT UIDVALIDITY))\n"
    "S: * LIST () \"/\" INBOX\n"
    "S: * LIST (\\Sent) \"/\" Gesendet\n"
    "S: TAG OK .\n";

/// The folder of sent mail is looked through; `answer` is what is found.
std::string search(const std::string &answer, const std::string &folder = "Gesendet")
{
    return "C: TAG1 EXAMINE \"" + folder
           + "\"\n"
             "C: TAG2 UID SEARCH RETURN (ALL COUNT) HEADER \"Message-ID\" \"{{*}}@example.test\"\n"
             "S: * 3 EXISTS\n"
             "S: * OK [UIDVALIDITY 9] .\n"
             "S: TAG1 OK .\n"
             "S: * ESEARCH (TAG \"{{TAG2}}\") UID "
           + answer + "\nS: TAG2 OK .\n";
}
const std::string notFound = search("COUNT 0");

/// The copy of the message, as it is stored.
std::string append(const std::string &answer,
                   const std::string &recipients = "To: bob@example.test",
                   const std::string &folder = "Gesendet", const std::string &more = "")
{
    return "C: TAG APPEND \"" + folder
           + "\" (\\Seen) {{7b}}{{*}}+}\n"
             "C: Date: Thu, 01 Jan 2026 00:00:00 +0000\n"
             "C: From: Alice Example <alice@example.test>\n"
             "C: "
           + recipients
           + "\n"
             "C: Subject: Lunch\n"
             "C: Message-ID: <{{*}}@example.test>\n"
             "C: MIME-Version: 1.0\n"
           + more
           + "C: Content-Type: text/plain; charset=utf-8\n"
             "C: Content-Transfer-Encoding: 7bit\n"
             "C:\n"
             "C: Hi\n"
             "C:\n"
             "S: "
           + answer + "\n";
}
/// The connection breaks when the server has all of it.
std::string copyBroken()
{
    const std::string whole = append("");
    return whole.substr(0, whole.rfind("S: ")) + "RESET\n";
}
/// The folder is still open.
std::string searchAgain(const std::string &answer)
{
    return "C: TAG NOOP\n"
           "S: TAG OK .\n"
           "C: TAG1 NOOP\n"
           "C: TAG2 UID SEARCH RETURN (ALL COUNT) HEADER \"Message-ID\" \"{{*}}@example.test\"\n"
           "S: TAG1 OK .\n"
           "S: * ESEARCH (TAG \"{{TAG2}}\") UID "
           + answer + "\nS: TAG2 OK .\n";
}
const std::string appendUid = "TAG OK [APPENDUID 9 7] done";
const std::string untouched = "CLOSED"; ///< instead of a script: nobody connects
const std::string filing = session("pw", capabilities) + list + notFound + append(appendUid);

Sender::Request letter(std::string to = "bob@example.test", std::string text = "Hi")
{
    mail::Letter letter{.to = std::move(to), .subject = "Lunch", .text = std::move(text)};
    account::MailAccount account;
    account.emailAddress = "alice@example.test";
    account.fullName = "Alice Example";
    auto composition = mail::Composition::from(std::move(letter), account);
    if (!composition)
        qFatal("%s", composition.error().message.c_str());
    return {.composition = std::move(*composition)};
}

/// A mail server for both directions, and what sends through it.
struct Stage
{
    Stage(const std::string &smtp, const std::string &imap, Sender::Limits limits = {})
        : smtpServer(smtp)
        , mailServer(imap)
        , isUntouched(imap == untouched)
        , sending(mailServer.pool, limits)
    {}

    core::Result<Sender::Sent> send(Sender::Request request, core::Cancellation cancellation = {})
    {
        return await(sending.sender.send(account(), std::move(request), std::move(cancellation)));
    }

    account::MailAccountPtr account() const
    {
        return scripted::sendingAccount(mailServer.server.port(), smtpServer.port());
    }

    /// Empty if everything on both wires was as written.
    std::string verdict()
    {
        const std::string smtp = smtpServer.verdict();
        const std::string imap = isUntouched && mailServer.server.connections() == 0
                                     ? std::string()
                                     : mailServer.verdict();
        return smtp.empty() && imap.empty() ? std::string() : "SMTP: " + smtp + "\nIMAP: " + imap;
    }

    ScriptedServer smtpServer;
    MailServer mailServer;
    bool isUntouched;
    Sending sending;
};

/// "sent", "duplicate", where the copy is, and whether there is a warning; or the kind of the
/// error.
QByteArray summaryOf(const core::Result<Sender::Sent> &sent)
{
    if (!sent) {
        const bool isUnknown = sent.error().message.starts_with("outcome_unknown: ");
        return isUnknown ? QByteArray("unknown")
                         : QByteArray::fromStdString(std::string(nameOf(sent.error().kind)));
    }
    QByteArray text = sent->isDuplicate ? "duplicate" : "sent";
    if (sent->copy)
        text += " " + QByteArray::fromStdString(sent->copy->folder) + " "
                + QByteArray::number(sent->copy->uidValidity) + "/"
                + QByteArray::number(sent->copy->uid);
    return sent->warning.empty() ? text : text + " with a warning";
}

} // namespace

class SenderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialise(); }

    /// Every row sends the same message twice.
    void whatBecomesOfAMessage_data()
    {
        QTest::addColumn<QByteArray>("smtp");
        QTest::addColumn<QByteArray>("imap");
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<int>("delivered");
        const auto row = [](const char *name, const std::string &smtp, const std::string &imap,
                            const char *first, const char *second, int delivered) {
            QTest::newRow(name) << QByteArray::fromStdString(smtp)
                                << QByteArray::fromStdString(imap) << QByteArray(first)
                                << QByteArray(second) << delivered;
        };
        const std::string again = "CONNECTION\n";
        const std::string in = session("pw", capabilities);
        row("TA-23 sent once", delivery, filing, "sent Gesendet 9/7", "duplicate Gesendet 9/7", 1);
        row("SM-08 sender refused",
            login
                + "C: MAIL FROM:<alice@example.test>\nC: RCPT TO:<bob@example.test>\n"
                  "S: 550 no\nS: 503 no\nCLOSED\n"
                + again + delivery,
            filing, "permission_denied", "sent Gesendet 9/7", 1);
        row("SM-10 reset before the final dot",
            login + envelope + "C: DATA\nS: 354 go\nRESET\n" + again + delivery, filing,
            "unavailable", "sent Gesendet 9/7", 1);
        row("SM-11 reset after the final dot", login + envelope + data + "RESET\n", untouched,
            "unknown", "unknown", 1);
        row("SM-11 closed after the final dot", login + envelope + data + "CLOSE\n", untouched,
            "unknown", "unknown", 1);
        row("SM-13 reset before QUIT", login + envelope + data + "S: 250 queued\nRESET\n", filing,
            "sent Gesendet 9/7", "duplicate Gesendet 9/7", 1);
        row("SM-13 closed before QUIT", login + envelope + data + "S: 250 queued\nCLOSE\n", filing,
            "sent Gesendet 9/7", "duplicate Gesendet 9/7", 1);
        const std::string gone = "S: 421 4.3.2 going down\nCLOSE\n" + again + delivery;
        row("SM-15 421 at the greeting", gone, filing, "unavailable", "sent Gesendet 9/7", 1);
        row("SM-15 421 to EHLO", "S: 220 x\nC: EHLO [127.0.0.1]\n" + gone, filing, "unavailable",
            "sent Gesendet 9/7", 1);
        row("SM-15 421 to AUTH",
            "S: 220 x\nC: EHLO [127.0.0.1]\nS: 250-x\nS: 250 AUTH PLAIN\n"
            "C: AUTH PLAIN AGFsaWNlAHB3\n"
                + gone,
            filing, "unavailable", "sent Gesendet 9/7", 1);
        row("SM-15 421 to MAIL",
            login + "C: MAIL FROM:<alice@example.test>\nC: RCPT TO:<bob@example.test>\n" + gone,
            filing, "unavailable", "sent Gesendet 9/7", 1);
        row("SM-15 421 to RCPT",
            login + "C: MAIL FROM:<alice@example.test>\nC: RCPT TO:<bob@example.test>\nS: 250 ok\n"
                + gone,
            filing, "unavailable", "sent Gesendet 9/7", 1);
        row("SM-15 421 to DATA", login + envelope + "C: DATA\n" + gone, filing, "unavailable",
            "sent Gesendet 9/7", 1);
        row("SM-15 421 to the message", login + envelope + data + gone, filing, "unavailable",
            "sent Gesendet 9/7", 2);
        row("the message is refused",
            login + envelope + data + "S: 552 5.3.4 large\nCLOSED\n" + again + delivery, filing,
            "too_large", "sent Gesendet 9/7", 2);
        row("SM-16 larger than the server takes",
            "S: 220 x\nC: EHLO [127.0.0.1]\nS: 250-x\nS: 250-SIZE 100\nS: 250 AUTH PLAIN\n"
            "C: AUTH PLAIN AGFsaWNlAHB3\nS: 235 in\nCLOSED\n"
                + again + delivery,
            filing, "too_large", "sent Gesendet 9/7", 1);
        row("SM-05 login refused",
            "S: 220 x\nC: EHLO [127.0.0.1]\nS: 250-x\nS: 250 AUTH PLAIN\n"
            "C: AUTH PLAIN AGFsaWNlAHB3\nS: 535 no\nCLOSED\n"
                + again + delivery,
            filing, "unauthenticated", "sent Gesendet 9/7", 1);

        row("SM-20 the copy cannot be stored", delivery,
            in + list + notFound + append("TAG NO [OVERQUOTA] full") + searchAgain("COUNT 0")
                + append("TAG NO [OVERQUOTA] full"),
            "sent with a warning", "duplicate with a warning", 1);
        row("IM-36 the copy is stored when the call is repeated", delivery,
            in + list + notFound + append("TAG NO [OVERQUOTA] full") + searchAgain("COUNT 0")
                + append(appendUid),
            "sent with a warning", "duplicate Gesendet 9/7", 1);
        row("IM-36 reset after the literal, and it was stored", delivery,
            in + list + notFound + copyBroken() + again + in + search("COUNT 1 ALL 8"),
            "sent Gesendet 9/8", "duplicate Gesendet 9/8", 1);
        row("IM-36 reset after the literal, and it was not stored", delivery,
            in + list + notFound + copyBroken() + again + in + notFound + append(appendUid),
            "sent Gesendet 9/7", "duplicate Gesendet 9/7", 1);
        row("IM-36 OK without APPENDUID", delivery,
            in + list + notFound + append("TAG OK done") + searchAgain("COUNT 1 ALL 8"),
            "sent Gesendet 9/8", "duplicate Gesendet 9/8", 1);
        row("IM-36 neither APPENDUID nor found", delivery,
            in + list + notFound + append("TAG OK done") + searchAgain("COUNT 0"),
            "sent Gesendet 0/0", "duplicate Gesendet 0/0", 1);
        row("the provider has stored it", delivery, in + list + search("COUNT 1 ALL 8"),
            "sent Gesendet 9/8", "duplicate Gesendet 9/8", 1);
        row("Gmail will store it", delivery,
            session("pw", capabilities + " X-GM-EXT-1") + list + notFound, "sent Gesendet 0/0",
            "duplicate Gesendet 0/0", 1);
        row("a folder is made for it", delivery,
            in
                + "C: TAG LIST {{*}}\nS: * LIST () \".\" INBOX\nS: TAG OK .\n"
                  "C: TAG CREATE \"Sent\"\nS: TAG NO below INBOX only\n"
                  "C: TAG CREATE \"INBOX.Sent\"\nS: TAG OK .\n"
                + search("COUNT 0", "INBOX.Sent")
                + append(appendUid, "To: bob@example.test", "INBOX.Sent"),
            "sent INBOX.Sent 9/7", "duplicate INBOX.Sent 9/7", 1);
        row("SM-20 no way to read mail", delivery,
            "S: * BYE closed\nCLOSE\n" + again + "S: * BYE closed\nCLOSE\n", "sent with a warning",
            "duplicate with a warning", 1);
    }
    void whatBecomesOfAMessage()
    {
        QFETCH(QByteArray, smtp);
        QFETCH(QByteArray, imap);
        QFETCH(int, delivered);
        Stage stage(smtp.toStdString(), imap.toStdString());
        const auto first = stage.send(letter());
        const auto second = stage.send(letter());
        const auto verdict = stage.verdict();
        QVERIFY2(verdict.empty(), verdict.c_str());
        QTEST(summaryOf(first), "first");
        QTEST(summaryOf(second), "second");
        QCOMPARE(static_cast<int>(stage.smtpServer.messages().size()), delivered);
        if (first && second)
            QCOMPARE(first->messageId, second->messageId);
    }
};

QTEST_GUILESS_MAIN(SenderTest)
#include "SenderTest.moc"
