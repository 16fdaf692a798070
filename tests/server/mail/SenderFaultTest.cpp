// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/Sender.h"

#include "mime/Initialise.h"
#include "server/mail/FaultyServer.h"
#include "server/mail/SendingStage.h"

#include <QTest>

#include <cstddef>

using namespace stage;

namespace {

/// Counts the messages that it takes over.
class FaultySmtpServer : public FaultyServer
{
public:
    int delivered() const { return m_delivered; }
    /// Where the last connection had been asked for its message.
    std::size_t askedAt() const { return m_askedAt; }

protected:
    QByteArray greet() override
    {
        m_isInMessage = false;
        return "220 x\r\n";
    }

    QByteArray answer(QByteArray &input) override
    {
        QByteArray answers;
        for (auto end = input.indexOf("\r\n"); end >= 0; end = input.indexOf("\r\n")) {
            answers += answerTo(input.left(end));
            input.remove(0, end + 2);
        }
        if (answers.startsWith("354"))
            m_askedAt = bytes() + static_cast<std::size_t>(answers.size());
        return answers;
    }

private:
    QByteArray answerTo(const QByteArray &line)
    {
        if (m_isInMessage && line != ".")
            return {};
        if (m_isInMessage) {
            m_isInMessage = false;
            ++m_delivered;
            return "250 queued\r\n";
        }
        if (line.startsWith("EHLO"))
            return "250-x\r\n250-PIPELINING\r\n250 AUTH PLAIN\r\n";
        if (line.startsWith("AUTH"))
            return "235 in\r\n";
        m_isInMessage = line == "DATA";
        if (m_isInMessage)
            return "354 go\r\n";
        return line == "QUIT" ? "221 bye\r\n" : "250 ok\r\n";
    }

    std::size_t m_askedAt = 0;
    bool m_isInMessage = false;
    int m_delivered = 0;
};

/// What sends through such a server. Nobody listens for IMAP: the copy is another story.
class FaultySending
{
public:
    FaultySending(const FaultySmtpServer &server, mail::Sender::Limits limits)
        : m_sending(m_pool, unlimited(limits))
        , m_account(scripted::sendingAccount(1, server.port()))
    {}

    QByteArray send(std::size_t number)
    {
        auto letter = lunch();
        letter.text = "Message " + std::to_string(number);
        return summaryOf(support::await(m_sending.sender.send(m_account, requestFor(letter), {})));
    }

private:
    static mail::Sender::Limits unlimited(mail::Sender::Limits limits)
    {
        limits.perHour = limits.perDay = 1000000;
        return limits;
    }

    core::SystemRandom m_random;
    mail::SessionPool m_pool{{}, {}, {}, m_random};
    scripted::Sending m_sending;
    account::MailAccountPtr m_account;
};

} // namespace

class SenderFaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialise(); }

    // SM-19, FT-23: whatever byte a connection breaks at, and a client that repeats its call.
    void aResetAtAnyByteMakesNoSecondCopyAndNoFalseReport()
    {
        FaultySmtpServer server;
        FaultySending sending(server, scripted::withoutIdleSessions());
        const auto send = [&](std::size_t number) { return sending.send(number); };

        QCOMPARE(send(0), QByteArray("sent with a warning"));
        const std::size_t length = server.bytes();
        QVERIFY(length > 400);
        const std::size_t askedAt = server.askedAt();
        int unknown = 0;
        for (std::size_t byte = 1; byte <= length; ++byte) {
            const int before = server.delivered();
            server.breakOffAt(byte);
            const auto first = send(byte);
            const int afterFirst = server.delivered() - before;
            const auto second = send(byte);
            const int afterSecond = server.delivered() - before;
            const auto where = QByteArray("byte ") + QByteArray::number(static_cast<int>(byte))
                               + ": " + first + ", " + second;
            QVERIFY2(afterSecond <= 1, where.constData());
            if (first == "sent with a warning") {
                QVERIFY2(afterFirst == 1, where.constData());
                QVERIFY2(second == "duplicate with a warning", where.constData());
            } else if (first == "unknown") {
                ++unknown;
                QVERIFY2(second == "unknown", where.constData());
                // A short message is on its way as a whole once the server has asked for it.
                QVERIFY2(byte >= askedAt, where.constData());
                QVERIFY2(afterFirst == afterSecond, where.constData());
            } else {
                QVERIFY2(first == "unavailable" && afterFirst == 0, where.constData());
                QVERIFY2(second == "sent with a warning" && afterSecond == 1, where.constData());
            }
        }
        QVERIFY(unknown > 0);
    }

    // The same for a session that has sent a message before.
    void aResetAtAnyByteOfAnIdleSessionMakesNoSecondCopyEither()
    {
        FaultySmtpServer server;
        mail::Sender::Limits limits;
        limits.sessions.idle = std::chrono::hours(1);
        FaultySending sending(server, limits);
        // All of one length.
        const auto send = [&](std::size_t number) { return sending.send(1000 + number); };

        QCOMPARE(send(0), QByteArray("sent with a warning"));
        const std::size_t before = server.bytes();
        QCOMPARE(send(1), QByteArray("sent with a warning"));
        const std::size_t length = server.bytes() - before;
        const std::size_t askedAt = server.askedAt() - before;
        QCOMPARE(server.connections(), 1);
        int unknown = 0;
        for (std::size_t byte = 1; byte <= length; ++byte) {
            const int connections = server.connections();
            const int earlier = server.delivered();
            server.breakOffAt(server.bytes() + byte);
            const auto summary = send(1 + byte);
            const int delivered = server.delivered() - earlier;
            const auto where =
                QByteArray("byte ") + QByteArray::number(static_cast<int>(byte)) + ": " + summary;
            QVERIFY2(server.connections() - connections <= 1, where.constData());
            if (summary == "sent with a warning") {
                QVERIFY2(delivered == 1, where.constData());
                continue; // with a session that is idle now
            }
            // Only what was handed over is not tried once more.
            QVERIFY2(byte >= askedAt, where.constData());
            if (summary == "unknown") {
                ++unknown;
                QVERIFY2(delivered <= 1, where.constData());
                QCOMPARE(send(1 + byte), summary);
            } else {
                QVERIFY2(summary == "unavailable" && delivered == 0, where.constData());
            }
            QCOMPARE(send(100000 + byte), QByteArray("sent with a warning"));
        }
        QVERIFY(unknown > 0);
    }
};

QTEST_GUILESS_MAIN(SenderFaultTest)
#include "SenderFaultTest.moc"
