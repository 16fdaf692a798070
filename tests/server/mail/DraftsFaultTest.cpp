// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/Drafts.h"

#include "mime/Initialise.h"
#include "server/mail/FaultyServer.h"
#include "server/mail/ScriptedSending.h"
#include "support/Await.h"

#include <QTest>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace {

/// Stores messages, and finds them by their Message-ID.
class FaultyImapServer : public FaultyServer
{
public:
    int stored(const QByteArray &messageId) const
    {
        return static_cast<int>(std::ranges::count_if(
            m_messages, [&](const auto &message) { return message.contains(messageId); }));
    }

    std::size_t messages() const { return m_messages.size(); }
    /// Where the last connection had been told of the folders.
    std::size_t listedAt() const { return m_listedAt; }

protected:
    QByteArray greet() override
    {
        m_literalSize = -1;
        return "* OK [CAPABILITY " + capabilities + "] ready\r\n";
    }

    QByteArray answer(QByteArray &input) override
    {
        QByteArray answers;
        while (true) {
            if (m_literalSize >= 0) {
                if (input.size() < m_literalSize + 2)
                    return answers;
                m_messages.push_back(input.left(m_literalSize));
                input.remove(0, m_literalSize + 2);
                m_literalSize = -1;
                answers += m_tag + " OK [APPENDUID 9 "
                           + QByteArray::number(static_cast<int>(m_messages.size())) + "] .\r\n";
            }
            const auto end = input.indexOf("\r\n");
            if (end < 0)
                return answers;
            answers += answerTo(input.left(end));
            input.remove(0, end + 2);
        }
    }

private:
    QByteArray answerTo(const QByteArray &line)
    {
        const auto blank = line.indexOf(' ');
        const QByteArray tag = line.left(blank);
        const QByteArray command = line.mid(blank + 1);
        const QByteArray ok = tag + " OK .\r\n";
        if (command.startsWith("LOGIN"))
            return tag + " OK [CAPABILITY " + capabilities + "] in\r\n";
        if (command.startsWith("LIST")) {
            const QByteArray list = "* LIST (\\Drafts) \"/\" Drafts\r\n" + ok;
            m_listedAt = bytes() + static_cast<std::size_t>(list.size());
            return list;
        }
        if (command.startsWith("EXAMINE"))
            return "* OK [UIDVALIDITY 9] .\r\n" + ok;
        if (command.startsWith("UID SEARCH"))
            return "* SEARCH" + found(command.split('"').value(3)) + "\r\n" + ok;
        if (!command.startsWith("APPEND"))
            return ok;
        const auto brace = command.lastIndexOf('{');
        m_literalSize = command.mid(brace + 1, command.size() - brace - 3).toInt();
        m_tag = tag;
        return {};
    }

    QByteArray found(const QByteArray &messageId) const
    {
        QByteArray uids;
        for (std::size_t i = 0; i < m_messages.size(); ++i) {
            if (m_messages[i].contains(messageId))
                uids += " " + QByteArray::number(static_cast<int>(i) + 1);
        }
        return uids;
    }

    static inline const QByteArray capabilities =
        "IMAP4rev1 LIST-EXTENDED LIST-STATUS SPECIAL-USE LITERAL+ UIDPLUS";
    std::size_t m_listedAt = 0;
    QByteArray m_tag;
    qsizetype m_literalSize = -1;
    std::vector<QByteArray> m_messages;
};

} // namespace

class DraftsFaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialise(); }

    // IM-31, IM-36: whatever byte the connection breaks at.
    void aResetAtAnyByteMakesNoSecondDraftAndLosesNone()
    {
        FaultyImapServer server;
        std::size_t length = 1;
        std::size_t listedAt = 0;
        for (std::size_t byte = 0; byte <= length; ++byte) {
            core::SystemRandom random;
            mail::SessionPool pool({}, {}, {}, random);
            scripted::Sending sending(pool);
            const auto account = scripted::sendingAccount(server.port(), 1);
            auto composition = mail::Composition::from(
                {.to = "bob@example.test", .subject = "Lunch", .text = "Hi"}, *account);
            const auto before = server.messages();
            if (byte > 0)
                server.breakOffAt(byte);
            const auto saved =
                support::await(sending.drafts.save(account, std::move(*composition), {}, {}));
            const auto where = QByteArray("byte ") + QByteArray::number(static_cast<int>(byte));
            if (byte == 0) {
                length = server.bytes();
                listedAt = server.listedAt();
                QVERIFY(length > 600);
            }
            // A connection that breaks before anything is stored is not opened a second time.
            if (!saved) {
                QVERIFY2(byte <= listedAt, where.constData());
                QCOMPARE(saved.error().kind, core::ErrorKind::Unavailable);
                QCOMPARE(server.messages(), before);
                continue;
            }
            QVERIFY2(server.stored(QByteArray::fromStdString(saved->messageId)) == 1,
                     where.constData());
            QVERIFY2(saved->message.uid > 0, where.constData());
            QCOMPARE(server.willBreakOff(), false);
        }
    }
};

QTEST_GUILESS_MAIN(DraftsFaultTest)
#include "DraftsFaultTest.moc"
