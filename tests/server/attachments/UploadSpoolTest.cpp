// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/UploadSpool.h"

#include "core/TextSource.h"
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

namespace {

constexpr std::size_t chunk = 262'144;

/// Content that comes when the test lets it.
class HeldSource final : public core::ByteSource
{
public:
    HeldSource(std::optional<std::uint64_t> announced, std::string bytes)
        : m_announced(announced)
        , m_bytes(std::move(bytes))
    {}

    core::Task<core::Result<std::string>> read(std::size_t maximum) override
    {
        while (m_free == 0 && !m_hasEnded && !m_hasFailed) {
            m_more = core::Completion<core::Done>();
            const auto more = *m_more;
            (void)co_await more;
        }
        if (m_hasFailed)
            co_return core::Error(ErrorKind::Cancelled, "The client has gone.");
        auto piece = m_bytes.substr(m_at, std::min(maximum, m_free));
        m_at += piece.size();
        m_free -= piece.size();
        co_return piece;
    }
    std::optional<std::uint64_t> size() const override { return m_announced; }

    void letGo(std::size_t bytes)
    {
        m_free += bytes;
        wake();
    }
    void end()
    {
        m_hasEnded = true;
        wake();
    }
    void fail()
    {
        m_hasFailed = true;
        wake();
    }

private:
    void wake()
    {
        if (const auto more = std::exchange(m_more, std::nullopt))
            more->complete({});
    }

    std::optional<std::uint64_t> m_announced;
    std::string m_bytes;
    std::size_t m_at = 0;
    std::size_t m_free = 0;
    bool m_hasEnded = false;
    bool m_hasFailed = false;
    std::optional<core::Completion<core::Done>> m_more;
};

core::Task<void> follow(UploadSpool &spool, UploadSpool::Ticket ticket, core::ByteSource &source,
                        std::optional<core::Result<std::uint64_t>> &outcome)
{
    outcome = co_await spool.store(std::move(ticket), source);
}

} // namespace

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
            QVERIFY(store(spool, ticket, bytes));
            const auto source = await(spool.open(ticket, {}));
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
        QVERIFY(store(spool, ticketFor("a"), "SECRET-CONTENT"));
        QFile file(onlyFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("SECRET"));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(!file.fileName().contains(QStringLiteral("alice")));
        auto wrongKey = ticketFor("a");
        wrongKey.fileKey = std::string(32, 'x');
        QCOMPARE(await(spool.open(wrongKey, {})).error().kind, ErrorKind::Protocol);
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
        QVERIFY(store(spool, ticketFor("a"), std::string(100, 'a')));
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
        const auto source = await(spool.open(ticketFor("a"), {}));
        const auto kind = source ? contentOf(**source, 1000).error().kind : source.error().kind;
        QCOMPARE(kind, ErrorKind::Protocol);
    }

    void aSecondUploadReplacesTheFirst()
    {
        auto spool = make();
        QVERIFY(store(spool, ticketFor("a"), "first"));
        QVERIFY(store(spool, ticketFor("a"), "second!"));
        QCOMPARE(spool.storedBytes(), std::uint64_t(7));
        const auto source = await(spool.open(ticketFor("a"), {}));
        QCOMPARE(*contentOf(**source, 100), std::string("second!"));
    }

    void whatWasNeverUploadedIsNotThere()
    {
        auto spool = make();
        QCOMPARE(await(spool.open(ticketFor("a"), {})).error().kind, ErrorKind::NotFound);
        QVERIFY(!QDir(path()).exists());
    }

    void whatHasExpiredIsGone()
    {
        auto spool = make();
        QVERIFY(store(spool, ticketFor("a"), "bytes"));
        m_clock.advance(std::chrono::seconds(60));
        QCOMPARE(await(spool.open(ticketFor("a"), {})).error().kind, ErrorKind::NotFound);
        QVERIFY(support::waitUntil([&] { return QDir(path()).isEmpty(); }));
        QCOMPARE(spool.storedBytes(), std::uint64_t(0));
    }

    void aNewRunKnowsWhatIsThereAndClearsUp()
    {
        {
            auto spool = make();
            QVERIFY(store(spool, ticketFor("a"), "bytes"));
        }
        QFile unfinished(QString::fromStdString(m_path) + QStringLiteral("/new.abcdef"));
        QVERIFY(unfinished.open(QIODevice::WriteOnly));
        unfinished.close();
        auto spool = make();
        const auto source = await(spool.open(ticketFor("a"), {}));
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
        QVERIFY(store(spool, ticketFor("a"), std::string(10, 'a')));
        const auto tooLarge = store(spool, ticketFor("b"), std::string(11, 'b'));
        QVERIFY(!tooLarge);
        QCOMPARE(tooLarge.error().kind, ErrorKind::TooLarge);
        QCOMPARE(store(spool, ticketFor("b"), std::string(6, 'b')).error().kind,
                 ErrorKind::TooLarge); // of the mailbox
        QVERIFY(store(spool, ticketFor("b"), std::string(5, 'b')));
        QCOMPARE(store(spool, ticketFor("c", "bob"), std::string(6, 'c')).error().kind,
                 ErrorKind::Busy); // in all
        m_clock.advance(std::chrono::seconds(60));
        auto later = ticketFor("d");
        later.expiresAt += 60;
        QVERIFY(store(spool, later, std::string(10, 'd')));
    }

    void whatGrowsIsCountedWhileItGrows()
    {
        auto spool = make({.fileBytes = 1'000'000, .mailboxBytes = 900'000, .totalBytes = 900'000});
        HeldSource first({}, std::string(600'000, 'a'));
        HeldSource second({}, std::string(600'000, 'b'));
        std::optional<core::Result<std::uint64_t>> ofFirst;
        std::optional<core::Result<std::uint64_t>> ofSecond;
        core::start(follow(spool, ticketFor("a"), first, ofFirst));
        core::start(follow(spool, ticketFor("b"), second, ofSecond));
        first.letGo(600'000);
        QVERIFY(support::waitUntil([&] { return spool.storedBytes() == 600'000; }));
        second.letGo(600'000);
        QVERIFY(support::waitUntil([&] { return ofSecond.has_value(); }));
        QCOMPARE(ofSecond->error().kind, ErrorKind::TooLarge);
        first.end();
        QVERIFY(support::waitUntil([&] { return ofFirst.has_value(); }));
        QCOMPARE(**ofFirst, std::uint64_t(600'000));
        QCOMPARE(spool.storedBytes(), std::uint64_t(600'000));
        QVERIFY(!onlyFile().isEmpty());
    }

    void whatIsAnnouncedIsReservedAtOnce()
    {
        auto spool = make({.fileBytes = 10, .mailboxBytes = 15, .totalBytes = 15});
        HeldSource slow(10, std::string(10, 'a'));
        std::optional<core::Result<std::uint64_t>> ofSlow;
        core::start(follow(spool, ticketFor("a"), slow, ofSlow));
        QCOMPARE(spool.storedBytes(), std::uint64_t(10));
        QCOMPARE(store(spool, ticketFor("b"), std::string(6, 'b')).error().kind,
                 ErrorKind::TooLarge);
        QVERIFY(store(spool, ticketFor("c"), std::string(5, 'c')));
        HeldSource tooMuch(11, {});
        QCOMPARE(await(spool.store(ticketFor("d"), tooMuch)).error().kind, ErrorKind::TooLarge);
        slow.fail();
        QVERIFY(support::waitUntil([&] { return ofSlow.has_value(); }));
        QCOMPARE(ofSlow->error().kind, ErrorKind::Cancelled);
        QCOMPARE(spool.storedBytes(), std::uint64_t(5));
    }

    void nothingIsLeftOfAFileThatBreaksOff()
    {
        auto spool = make();
        QVERIFY(store(spool, ticketFor("a"), "as before"));
        HeldSource source({}, std::string(3 * chunk, 'x'));
        std::optional<core::Result<std::uint64_t>> outcome;
        core::start(follow(spool, ticketFor("a"), source, outcome));
        source.letGo(2 * chunk + 1);
        QVERIFY(support::waitUntil([&] { return QDir(path()).count() == 4; })); // with . and ..
        source.fail();
        QVERIFY(support::waitUntil([&] { return outcome.has_value(); }));
        QCOMPARE(outcome->error().kind, ErrorKind::Cancelled);
        const auto kept = await(spool.open(ticketFor("a"), {}));
        QCOMPARE(*contentOf(**kept, 100), std::string("as before"));
        QVERIFY(!onlyFile().isEmpty());
        QCOMPARE(spool.storedBytes(), std::uint64_t(9));
    }

    void aDiskThatFailsIsAnError()
    {
        QFile inTheWay(path());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        auto spool = make();
        const auto stored = store(spool, ticketFor("a"), "bytes");
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, ErrorKind::Unavailable);
        QCOMPARE(spool.storedBytes(), std::uint64_t(0));
    }

private:
    static core::Result<std::uint64_t> store(UploadSpool &spool, const UploadSpool::Ticket &ticket,
                                             std::string_view bytes)
    {
        core::TextSource source(bytes);
        return await(spool.store(ticket, source));
    }

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
