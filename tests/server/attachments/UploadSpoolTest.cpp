// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/UploadSpool.h"

#include "support/Await.h"
#include "support/ByteSources.h"
#include "support/FakeClock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using attachments::UploadSpool;
using core::ErrorKind;
using support::await;
using support::contentOf;

class UploadSpoolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_clock = support::FakeClock();
    }

    void aFileComesBackAsItWas()
    {
        auto spool = make();
        for (const std::size_t size : {0UL, 1UL, 262'143UL, 262'144UL, 262'145UL, 1'000'000UL}) {
            std::string bytes;
            for (std::size_t i = 0; i < size; ++i)
                bytes += static_cast<char>(i * 7 % 253);
            const auto ticket = ticketFor(std::to_string(size));
            QVERIFY(await(spool.store(ticket, bytes)));
            const auto source = await(spool.open(ticket));
            QVERIFY(source);
            QCOMPARE((*source)->size(), std::optional<std::uint64_t>(size));
            const auto content = contentOf(**source, 100'000);
            QVERIFY(content);
            QVERIFY(*content == bytes);
        }
    }

    void nothingOfItCanBeReadOnTheDisk()
    {
        auto spool = make();
        QVERIFY(await(spool.store(ticketFor("a"), "SECRET-CONTENT")));
        QFile file(onlyFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("SECRET"));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(!file.fileName().contains(QStringLiteral("alice")));
        auto wrongKey = ticketFor("a");
        wrongKey.fileKey = std::string(32, 'x');
        const auto source = await(spool.open(wrongKey));
        QVERIFY(source);
        QCOMPARE(contentOf(**source, 100).error().kind, ErrorKind::Protocol);
    }

    void whatWasTamperedWithIsRefused_data()
    {
        QTest::addColumn<int>("keep"); // bytes; negative: all, with one changed
        QTest::newRow("a bit") << -1;
        QTest::newRow("cut off at the end") << 40;
        QTest::newRow("cut off in the head") << 10;
        QTest::newRow("the head alone") << 16;
        QTest::newRow("empty") << 0;
    }
    void whatWasTamperedWithIsRefused()
    {
        QFETCH(int, keep);
        auto spool = make();
        QVERIFY(await(spool.store(ticketFor("a"), std::string(100, 'a'))));
        QFile file(onlyFile());
        QVERIFY(file.open(QIODevice::ReadWrite));
        auto bytes = file.readAll();
        if (keep < 0)
            bytes[50] = static_cast<char>(bytes[50] ^ 1);
        else
            bytes.truncate(keep);
        file.resize(0);
        file.write(bytes);
        file.close();
        const auto source = await(spool.open(ticketFor("a")));
        const auto kind = source ? contentOf(**source, 1000).error().kind : source.error().kind;
        QCOMPARE(kind, ErrorKind::Protocol);
    }

    void aSecondUploadReplacesTheFirst()
    {
        auto spool = make();
        QVERIFY(await(spool.store(ticketFor("a"), "first")));
        QVERIFY(await(spool.store(ticketFor("a"), "second!")));
        QCOMPARE(spool.storedBytes(), std::uint64_t(7));
        const auto source = await(spool.open(ticketFor("a")));
        QCOMPARE(*contentOf(**source, 100), std::string("second!"));
    }

    void whatWasNeverUploadedIsNotThere()
    {
        auto spool = make();
        QCOMPARE(await(spool.open(ticketFor("a"))).error().kind, ErrorKind::NotFound);
        QVERIFY(!QDir(path()).exists());
    }

    void whatHasExpiredIsGone()
    {
        auto spool = make();
        QVERIFY(await(spool.store(ticketFor("a"), "bytes")));
        m_clock.advance(std::chrono::seconds(60));
        QCOMPARE(await(spool.open(ticketFor("a"))).error().kind, ErrorKind::NotFound);
        QVERIFY(support::waitUntil([&] { return QDir(path()).isEmpty(); }));
        QCOMPARE(spool.storedBytes(), std::uint64_t(0));
    }

    void aNewRunKnowsWhatIsThereAndClearsUp()
    {
        {
            auto spool = make();
            QVERIFY(await(spool.store(ticketFor("a"), "bytes")));
        }
        QFile unfinished(QString::fromStdString(m_path) + QStringLiteral("/new.abcdef"));
        QVERIFY(unfinished.open(QIODevice::WriteOnly));
        unfinished.close();
        auto spool = make();
        const auto source = await(spool.open(ticketFor("a")));
        QVERIFY(source);
        QCOMPARE(*contentOf(**source, 100), std::string("bytes"));
        QVERIFY(support::waitUntil([&] { return !unfinished.exists(); }));
        QVERIFY(!QDir(path()).isEmpty());
        m_clock.advance(std::chrono::seconds(60));
        QVERIFY(support::waitUntil([&] { return QDir(path()).isEmpty(); }));
    }

    void limitsHold()
    {
        auto spool = make({.fileBytes = 10, .mailboxBytes = 15, .totalBytes = 20});
        QVERIFY(await(spool.store(ticketFor("a"), std::string(10, 'a'))));
        const auto tooLarge = await(spool.store(ticketFor("b"), std::string(11, 'b')));
        QVERIFY(!tooLarge);
        QCOMPARE(tooLarge.error().kind, ErrorKind::TooLarge);
        QCOMPARE(await(spool.store(ticketFor("b"), std::string(6, 'b'))).error().kind,
                 ErrorKind::TooLarge); // of the mailbox
        QVERIFY(await(spool.store(ticketFor("b"), std::string(5, 'b'))));
        QCOMPARE(await(spool.store(ticketFor("c", "bob"), std::string(6, 'c'))).error().kind,
                 ErrorKind::Busy);                                         // in all
        QVERIFY(await(spool.store(ticketFor("a"), std::string(10, 'A')))); // in its own place
        m_clock.advance(std::chrono::seconds(60));
        auto later = ticketFor("d");
        later.expiresAt += 60;
        QVERIFY(await(spool.store(later, std::string(10, 'd'))));
    }

    void aDiskThatFailsIsAnError()
    {
        QFile inTheWay(path());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        auto spool = make();
        const auto stored = await(spool.store(ticketFor("a"), "bytes"));
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, ErrorKind::Unavailable);
        QCOMPARE(spool.storedBytes(), std::uint64_t(0));
    }

private:
    QString path() const { return m_directory->filePath(QStringLiteral("up")); }

    UploadSpool make(UploadSpool::Limits limits = {})
    {
        m_path = path().toStdString();
        limits.sweepInterval = std::chrono::milliseconds(10);
        return UploadSpool(m_path, limits, m_clock, m_random);
    }

    UploadSpool::Ticket ticketFor(const std::string &id, const std::string &owner = "alice") const
    {
        return {.id = id,
                .owner = owner,
                .fileKey = std::string(32, 'k'),
                .expiresAt = 1767225600 + 60};
    }

    QString onlyFile() const
    {
        const auto files = QDir(path()).entryInfoList(QDir::Files);
        return files.size() == 1 ? files.front().filePath() : QString();
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::string m_path;
    support::FakeClock m_clock;
    core::SystemRandom m_random;
};

QTEST_GUILESS_MAIN(UploadSpoolTest)
#include "UploadSpoolTest.moc"
