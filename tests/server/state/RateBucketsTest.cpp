// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/RateBuckets.h"

#include <QTest>

using namespace std::chrono_literals;
using state::Rate;
using state::RateBuckets;

namespace {

constexpr RateBuckets::TimePoint start{1767225600s};

} // namespace

class RateBucketsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBucketGivesItsBurstAndThenOnePerInterval();
    void aRefusedAttemptCostsNothing();
    void bucketsDoNotShare();
    void whatIsGivenBackCanBeTakenAgain();
    void givingBackNeverExceedsTheBurst();
    void aRatePerPeriodIsSpread();
    void theNumberOfBucketsIsBoundedAndTheFullestGoFirst();
};

void RateBucketsTest::aBucketGivesItsBurstAndThenOnePerInterval()
{
    const Rate rate{.interval = 5min, .burst = 5};
    RateBuckets buckets;
    for (int i = 0; i < 5; ++i)
        QVERIFY(buckets.take("a", rate, start).isAllowed);
    const auto refused = buckets.take("a", rate, start);
    QVERIFY(!refused.isAllowed);
    QCOMPARE(refused.retryAfter.count(), 300000);
    QCOMPARE(buckets.take("a", rate, start + 299s).retryAfter.count(), 1000);
    QVERIFY(buckets.take("a", rate, start + 300s).isAllowed);
    QVERIFY(!buckets.take("a", rate, start + 300s).isAllowed);
    // Full again, and not fuller than full.
    for (int i = 0; i < 5; ++i)
        QVERIFY(buckets.take("a", rate, start + 24h).isAllowed);
    QVERIFY(!buckets.take("a", rate, start + 24h).isAllowed);
}

void RateBucketsTest::aRefusedAttemptCostsNothing()
{
    const Rate rate{.interval = 10s, .burst = 1};
    RateBuckets buckets;
    QVERIFY(buckets.take("a", rate, start).isAllowed);
    for (int i = 0; i < 100; ++i)
        QVERIFY(!buckets.take("a", rate, start + 5s).isAllowed);
    QVERIFY(buckets.take("a", rate, start + 10s).isAllowed);
}

void RateBucketsTest::bucketsDoNotShare()
{
    const Rate rate{.interval = 10s, .burst = 1};
    RateBuckets buckets;
    QVERIFY(buckets.take("a", rate, start).isAllowed);
    QVERIFY(buckets.take("b", rate, start).isAllowed);
    QVERIFY(!buckets.take("a", rate, start).isAllowed);
}

void RateBucketsTest::whatIsGivenBackCanBeTakenAgain()
{
    const Rate rate{.interval = 10s, .burst = 2};
    RateBuckets buckets;
    for (int i = 0; i < 50; ++i) {
        QVERIFY(buckets.take("a", rate, start).isAllowed);
        buckets.giveBack("a", rate);
    }
    QVERIFY(buckets.take("a", rate, start).isAllowed);
    QVERIFY(buckets.take("a", rate, start).isAllowed);
    QVERIFY(!buckets.take("a", rate, start).isAllowed);
}

void RateBucketsTest::givingBackNeverExceedsTheBurst()
{
    const Rate rate{.interval = 10s, .burst = 2};
    RateBuckets buckets;
    QVERIFY(buckets.take("a", rate, start).isAllowed);
    for (int i = 0; i < 10; ++i)
        buckets.giveBack("a", rate);
    buckets.giveBack("never taken", rate);
    QVERIFY(buckets.take("a", rate, start).isAllowed);
    QVERIFY(buckets.take("a", rate, start).isAllowed);
    QVERIFY(!buckets.take("a", rate, start).isAllowed);
}

void RateBucketsTest::aRatePerPeriodIsSpread()
{
    const Rate rate = Rate::perPeriod(120, 1min, 40);
    QVERIFY(rate.interval == 500ms);
    RateBuckets buckets;
    int allowed = 0;
    for (int i = 0; i < 60; ++i) {
        for (int j = 0; j < 10; ++j)
            allowed += buckets.take("a", rate, start + std::chrono::seconds(i)).isAllowed ? 1 : 0;
    }
    QCOMPARE(allowed, 40 + 59 * 2);
}

void RateBucketsTest::theNumberOfBucketsIsBoundedAndTheFullestGoFirst()
{
    const Rate rate{.interval = 10s, .burst = 5};
    RateBuckets buckets;
    for (int i = 0; i < 5; ++i)
        QVERIFY(buckets.take("attacker", rate, start).isAllowed);
    for (std::size_t i = 0; i < RateBuckets::maximumBuckets + 10; ++i) {
        QVERIFY(buckets.take(std::to_string(i), rate, start).isAllowed);
        QVERIFY(buckets.size() <= RateBuckets::maximumBuckets);
    }
    // Other addresses do not wash away the one that is at its limit.
    QVERIFY(!buckets.take("attacker", rate, start).isAllowed);
    // Those that are full again make room when it is needed.
    for (std::size_t i = 0; i < RateBuckets::maximumBuckets; ++i)
        QVERIFY(buckets.take("later " + std::to_string(i), rate, start + 1h).isAllowed);
    QVERIFY(buckets.size() <= RateBuckets::maximumBuckets);
}

QTEST_APPLESS_MAIN(RateBucketsTest)
#include "RateBucketsTest.moc"
