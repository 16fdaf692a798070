// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Async.h"
#include "mail/Sender.h"
#include "server/mail/ScriptedMailServer.h"
#include "server/mail/ScriptedSending.h"

#include <QByteArray>
#include <QtGlobal>

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

/// What the tests of Sender share: the usual pieces of both dialogues, a mail server for both of
/// them, and one message.
namespace stage {

inline const std::string capabilities = "IMAP4rev1 LIST-EXTENDED LIST-STATUS SPECIAL-USE ESEARCH "
                                        "LITERAL+ UIDPLUS";

// Everything of an SMTP session up to the message, in the order of the wire.
inline const std::string login = "S: 220 x\n"
                                 "C: EHLO [127.0.0.1]\n"
                                 "S: 250-x\n"
                                 "S: 250-PIPELINING\n"
                                 "S: 250 AUTH PLAIN\n"
                                 "C: AUTH PLAIN AGFsaWNlAHB3\n"
                                 "S: 235 in\n";
inline const std::string asked = "C: MAIL FROM:<alice@example.test>\n"
                                 "C: RCPT TO:<bob@example.test>\n";
inline const std::string envelope = asked + "S: 250 ok\nS: 250 ok\n";
inline const std::string data = "C: DATA\n"
                                "S: 354 go\n"
                                "C-DATA\n";
inline const std::string queued = "S: 250 2.0.0 queued\n";
inline const std::string goodbye = "C: QUIT\nS: 221 bye\nCLOSE\n";
inline const std::string quit = queued + goodbye;
inline const std::string delivery = login + envelope + data + quit;

inline const std::string list =
    "C: TAG LIST \"\" \"*\" RETURN (SPECIAL-USE STATUS (MESSAGES UNSEEN UIDNEXT UIDVALIDITY))\n"
    "S: * LIST () \"/\" INBOX\n"
    "S: * LIST (\\Sent) \"/\" Gesendet\n"
    "S: TAG OK .\n";

/// The folder of sent mail is looked through; `answer` is what is found.
inline std::string search(const std::string &answer, const std::string &folder = "Gesendet")
{
    return "C: TAG1 EXAMINE \"" + folder
           + "\"\n"
             "C: TAG2 UID SEARCH RETURN (ALL COUNT) SINCE {{*}} HEADER \"Message-ID\" "
             "\"{{*}}@example.test\"\n"
             "S: * 3 EXISTS\n"
             "S: * OK [UIDVALIDITY 9] .\n"
             "S: TAG1 OK .\n"
             "S: * ESEARCH (TAG \"{{TAG2}}\") UID "
           + answer + "\nS: TAG2 OK .\n";
}
inline const std::string notFound = search("COUNT 0");

/// The copy of the message, as it is stored.
inline std::string append(const std::string &answer,
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
inline std::string copyBroken()
{
    const std::string whole = append("");
    return whole.substr(0, whole.rfind("S: ")) + "RESET\n";
}
/// The folder is still open.
inline std::string searchAgain(const std::string &answer)
{
    return "C: TAG1 NOOP\n"
           "C: TAG2 UID SEARCH RETURN (ALL COUNT) SINCE {{*}} HEADER \"Message-ID\" "
           "\"{{*}}@example.test\"\n"
           "S: TAG1 OK .\n"
           "S: * ESEARCH (TAG \"{{TAG2}}\") UID "
           + answer + "\nS: TAG2 OK .\n";
}
inline const std::string appendUid = "TAG OK [APPENDUID 9 7] done";
inline const std::string untouched = "CLOSED"; ///< instead of a script: nobody connects
inline const std::string imapClosed = "S: * BYE closed\nCLOSE\n"; ///< and so there is no copy
inline const std::string filing =
    scripted::session("pw", capabilities) + list + notFound + append(appendUid);

inline mail::Letter lunch()
{
    return {.to = "bob@example.test", .subject = "Lunch", .text = "Hi"};
}

inline mail::Sender::Request requestFor(mail::Letter letter, std::string idempotencyKey = {})
{
    account::MailAccount account;
    account.emailAddress = "alice@example.test";
    account.fullName = "Alice Example";
    auto composition = mail::Composition::from(std::move(letter), account);
    if (!composition)
        qFatal("%s", composition.error().message.c_str());
    return {.composition = std::move(*composition), .idempotencyKey = std::move(idempotencyKey)};
}

/// One of several that differ.
inline mail::Sender::Request numbered(int number)
{
    auto letter = lunch();
    letter.text = std::to_string(number);
    return requestFor(std::move(letter));
}

inline mail::Sender::Request forced(mail::Sender::Request request)
{
    request.resend = mail::Sender::Resend::Forced;
    return request;
}

/// "sent", "duplicate", where the copy is, and whether there is a warning; or the kind of the
/// error.
inline QByteArray summaryOf(const core::Result<mail::Sender::Sent> &sent)
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

using Summaries = std::shared_ptr<std::vector<QByteArray>>;

/// A mail server for both directions, and what sends through it.
class Stage
{
public:
    Stage(const std::string &smtp, const std::string &imap,
          mail::Sender::Limits limits = scripted::withoutIdleSessions(),
          state::StateStore *store = nullptr)
        : m_smtpServer(std::make_unique<support::ScriptedServer>(smtp))
        , mailServer(imap)
        , sending(mailServer.pool, store, limits)
        , m_smtpIsUntouched(smtp == untouched)
        , m_imapIsUntouched(imap == untouched)
    {}

    /// Hangs up, and waits until whoever still sends has noticed.
    ~Stage()
    {
        m_smtpServer.reset();
        finish();
    }
    Stage(const Stage &) = delete;
    Stage &operator=(const Stage &) = delete;

    const support::ScriptedServer &smtpServer() const { return *m_smtpServer; }

    core::Result<mail::Sender::Sent> send(mail::Sender::Request request)
    {
        return support::await(sending.sender.send(account(), std::move(request), {}));
    }

    void finish()
    {
        support::await(sending.sender.finish(core::deadlineIn(std::chrono::seconds(10))));
    }

    /// The summary arrives when it is done.
    void startSending(const Summaries &summaries, core::Cancellation cancellation = {})
    {
        core::start(sendAndNote(sending.sender, account(), std::move(cancellation), summaries));
    }

    account::MailAccountPtr account() const
    {
        return scripted::sendingAccount(mailServer.server.port(), m_smtpServer->port());
    }

    /// Empty if everything on both wires was as written.
    std::string verdict()
    {
        const bool noSmtp = m_smtpIsUntouched && m_smtpServer->connections() == 0;
        const bool noImap = m_imapIsUntouched && mailServer.server.connections() == 0;
        const std::string smtp = noSmtp ? std::string() : m_smtpServer->verdict();
        const std::string imap = noImap ? std::string() : mailServer.verdict();
        return smtp.empty() && imap.empty() ? std::string() : "SMTP: " + smtp + "\nIMAP: " + imap;
    }

private:
    static core::Task<void> sendAndNote(mail::Sender &sender, account::MailAccountPtr account,
                                        core::Cancellation cancellation, Summaries summaries)
    {
        auto request = requestFor(lunch());
        const auto sent =
            co_await sender.send(std::move(account), std::move(request), std::move(cancellation));
        summaries->push_back(summaryOf(sent));
    }

    std::unique_ptr<support::ScriptedServer> m_smtpServer;

public:
    scripted::MailServer mailServer;
    scripted::Sending sending;

private:
    bool m_smtpIsUntouched;
    bool m_imapIsUntouched;
};

} // namespace stage

/// Both halves of the stage went as written.
#define VERIFY_STAGE(theStage)                                                                     \
    do {                                                                                           \
        const auto stageVerdict = (theStage).verdict();                                            \
        QVERIFY2(stageVerdict.empty(), stageVerdict.c_str());                                      \
    } while (false)
