// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/Slots.h"

#include "support/Await.h"

#include <QTest>

using core::ErrorKind;
using s3::Slots;
using namespace std::chrono_literals;

namespace {

using Taken = std::optional<core::Result<Slots::Slot>>;

core::Task<void> take(Slots &slots, Taken &taken, core::Deadline deadline,
                      core::Cancellation cancellation)
{
    taken.emplace(co_await slots.take(deadline, cancellation));
}

} // namespace

class SlotsTest : public QObject
{
    Q_OBJECT

    static void start(Slots &slots, Taken &taken, std::chrono::milliseconds time = 5s,
                      const core::Cancellation &cancellation = {})
    {
        core::start(take(slots, taken, core::deadlineIn(time), cancellation));
    }

private Q_SLOTS:
    void whoComesFirstIsServedFirst()
    {
        Slots slots(1, 2);
        Taken first;
        Taken second;
        Taken third;
        start(slots, first);
        start(slots, second);
        start(slots, third);
        QVERIFY(first && *first);
        QVERIFY(!second && !third);
        first.reset();
        QVERIFY(second && *second);
        QVERIFY(!third);
        second.reset();
        QVERIFY(third && *third);
    }

    void onlySoManyMayWait()
    {
        Slots slots(1, 1);
        Taken first;
        Taken second;
        Taken third;
        start(slots, first);
        start(slots, second);
        start(slots, third);
        QVERIFY(third && !*third);
        QCOMPARE(third->error().kind, ErrorKind::Busy);
        QVERIFY(!second);
    }

    void whoGivesUpLosesItsPlaceInTheQueue()
    {
        Slots slots(1, 1);
        Taken first;
        Taken late;
        Taken gone;
        Taken last;
        start(slots, first);
        start(slots, late, 10ms);
        QVERIFY(support::waitUntil([&] { return late.has_value(); }));
        QCOMPARE(late->error().kind, ErrorKind::Busy);
        core::CancellationSource source;
        start(slots, gone, 5s, source.token());
        QVERIFY(!gone);
        source.cancel();
        QVERIFY(gone.has_value());
        QCOMPARE(gone->error().kind, ErrorKind::Cancelled);
        start(slots, last);
        QVERIFY(!last);
        first.reset();
        QVERIFY(last && *last);
    }

    void aSlotOutlivesTheSlots()
    {
        auto slots = std::make_unique<Slots>(1, 1);
        Taken first;
        start(*slots, first);
        slots.reset();
        first.reset();
        QVERIFY(!first);
    }
};

QTEST_GUILESS_MAIN(SlotsTest)
#include "SlotsTest.moc"
