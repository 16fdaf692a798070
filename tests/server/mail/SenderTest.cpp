// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/Sender.h"

#include "mime/Initialise.h"
#include "server/mail/SendingStage.h"

#include <QTest>

#include <memory>
#include <utility>

using scripted::session;
using namespace stage;

namespace {

class TwoBytes final : public core::ByteSource
{
public:
    core::Task<core::Result<std::string>> read(std::size_t /*maximum*/) override
    {
        co_return std::exchange(m_bytes, {});
    }

private:
    std::string m_bytes = "hi";
};

/// A file that is sometimes there.
class ShyFile final : public mail::Enclosure
{
public:
    bool isThere = false;

    std::string identity() const override { return "shy"; }
    std::string fileName() const override { return "shy.txt"; }
    core::Task<core::Result<mail::OpenEnclosure>>
    open(core::Cancellation /*cancellation*/) const override
    {
        if (!isThere)
            co_return core::Error(core::ErrorKind::NotFound, "The file is gone.");
        mail::OpenEnclosure opened;
        opened.source = std::make_unique<TwoBytes>();
        opened.contentType = "text/plain";
        co_return opened;
    }
};

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
            login + asked + "S: 550 no\nS: 503 no\nCLOSED\n" + again + delivery, filing,
            "permission_denied", "sent Gesendet 9/7", 1);
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
        row("SM-15 421 to MAIL", login + asked + gone, filing, "unavailable", "sent Gesendet 9/7",
            1);
        row("SM-15 421 to RCPT", login + asked + "S: 250 ok\n" + gone, filing, "unavailable",
            "sent Gesendet 9/7", 1);
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
        row("SM-20 no way to read mail", delivery, imapClosed + again + imapClosed,
            "sent with a warning", "duplicate with a warning", 1);
    }
    void whatBecomesOfAMessage()
    {
        QFETCH(QByteArray, smtp);
        QFETCH(QByteArray, imap);
        QFETCH(int, delivered);
        Stage theStage(smtp.toStdString(), imap.toStdString());
        const auto first = theStage.send(requestFor(lunch()));
        const auto second = theStage.send(requestFor(lunch()));
        VERIFY_STAGE(theStage);
        QTEST(summaryOf(first), "first");
        QTEST(summaryOf(second), "second");
        QCOMPARE(static_cast<int>(theStage.smtpServer().messages().size()), delivered);
        if (first && second)
            QCOMPARE(first->messageId, second->messageId);
    }

    void whatIsEnclosedIsFetchedBeforeSmtpAndOnlyIfItIsNeeded() // FT-12
    {
        Stage theStage(delivery, imapClosed);
        const auto file = std::make_shared<ShyFile>();
        auto letter = lunch();
        letter.enclosures = {file};
        const auto refused = theStage.send(requestFor(letter));
        QVERIFY(!refused);
        QCOMPARE(refused.error().message, std::string("Nothing was sent. The file is gone."));
        QCOMPARE(theStage.smtpServer().connections(), 0);

        file->isThere = true;
        const auto sent = theStage.send(requestFor(letter));
        QCOMPARE(summaryOf(sent), QByteArray("sent with a warning"));

        // It is sent; that the copy cannot be made again does not make it unsent.
        file->isThere = false;
        const auto again = theStage.send(requestFor(letter));
        QCOMPARE(summaryOf(again), QByteArray("duplicate with a warning"));
        QCOMPARE(again->messageId, sent->messageId);
        VERIFY_STAGE(theStage);
        QCOMPARE(theStage.smtpServer().messages().size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(SenderTest)
#include "SenderTest.moc"
