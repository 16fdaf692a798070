// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/StoredSealCounter.h"

#include "state/MemoryStore.h"
#include "support/Await.h"
#include "support/FakeClock.h"

#include <QTest>

#include <memory>

using state::StoredSealCounter;

namespace {

constexpr StoredSealCounter::Limits limits{.warning = 50, .seals = 100, .unwritten = 10};

/// Forgets how to count on demand.
class FailingStore : public state::MemoryStore
{
public:
    using MemoryStore::MemoryStore;

    bool isDown = false;

    core::Task<core::Result<std::uint64_t>> addSeals(std::string_view keyId,
                                                     std::uint32_t count) override
    {
        if (isDown)
            return refuse();
        return MemoryStore::addSeals(keyId, count);
    }

private:
    static core::Task<core::Result<std::uint64_t>> refuse()
    {
        co_return core::Error(core::ErrorKind::Unavailable, "down");
    }
};

} // namespace

class StoredSealCounterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_store = std::make_unique<FailingStore>(m_clock, m_random); }

    void everySealIsCounted();
    void whatAProcessKeptToItselfIsCountedByTheNext();
    void aKeySealsNoMoreThanItMay();
    void severalCountersShareTheLimit();
    void keysAreCountedApart();
    void aStoreThatIsDownStopsItAfterAWhile();
    void aCounterMayGoWhileItWrites();

private:
    std::uint64_t total(std::string_view key) { return *support::await(m_store->addSeals(key, 0)); }
    static int countUntilRefused(StoredSealCounter &counter, std::string_view key)
    {
        int counted = 0;
        while (counted < 1000 && counter.count(key))
            ++counted;
        return counted;
    }

    support::FakeClock m_clock;
    core::SystemRandom m_random;
    std::unique_ptr<FailingStore> m_store;
};

void StoredSealCounterTest::everySealIsCounted()
{
    StoredSealCounter counter(*m_store, limits);
    for (int i = 0; i < 20; ++i)
        QVERIFY(counter.count("k"));
    // Ten for whoever was there before, and at most the unwritten ones of this one are missing.
    QVERIFY(total("k") <= 30);
    QVERIFY(total("k") > 20);
}

void StoredSealCounterTest::whatAProcessKeptToItselfIsCountedByTheNext()
{
    for (std::uint64_t process = 1; process <= 5; ++process) {
        StoredSealCounter counter(*m_store, limits);
        for (int i = 0; i < 9; ++i)
            QVERIFY(counter.count("k"));
        QVERIFY(total("k") >= process * 9);
    }
}

void StoredSealCounterTest::aKeySealsNoMoreThanItMay()
{
    StoredSealCounter counter(*m_store, limits);
    const int counted = countUntilRefused(counter, "k");
    QCOMPARE(counted, 90); // and ten for whoever was there before
    QVERIFY(!counter.count("k"));
    StoredSealCounter next(*m_store, limits);
    QVERIFY(countUntilRefused(next, "k") <= 1);
}

void StoredSealCounterTest::severalCountersShareTheLimit()
{
    StoredSealCounter first(*m_store, limits);
    StoredSealCounter second(*m_store, limits);
    int counted = 0;
    for (int i = 0; i < 1000; ++i)
        counted += int(first.count("k")) + int(second.count("k"));
    // Neither knows what the other has not written; ten each are counted beforehand for that.
    QVERIFY2(counted <= 100, std::to_string(counted).c_str());
    QVERIFY2(counted >= 70, std::to_string(counted).c_str());
}

void StoredSealCounterTest::keysAreCountedApart()
{
    StoredSealCounter counter(*m_store, limits);
    countUntilRefused(counter, "old");
    QVERIFY(!counter.count("old"));
    QVERIFY(counter.count("new"));
}

void StoredSealCounterTest::aStoreThatIsDownStopsItAfterAWhile()
{
    m_store->isDown = true;
    StoredSealCounter counter(*m_store, limits);
    QCOMPARE(countUntilRefused(counter, "k"), 10);
    m_store->isDown = false;
    QVERIFY(counter.count("k"));
    QCOMPARE(total("k"), 20U); // what could not be written is not lost
}

void StoredSealCounterTest::aCounterMayGoWhileItWrites()
{
    auto counter = std::make_unique<StoredSealCounter>(*m_store, limits);
    for (int i = 0; i < 6; ++i)
        QVERIFY(counter->count("k"));
    counter.reset();
    QCoreApplication::processEvents();
    QVERIFY(total("k") >= 10);
}

QTEST_GUILESS_MAIN(StoredSealCounterTest)
#include "StoredSealCounterTest.moc"
