// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventloop/TimerList.h"

#include <QTest>
#include <QTimerEvent>

#include <chrono>
#include <functional>
#include <vector>

using eventloop::TimerList;
using std::chrono::milliseconds;

namespace {

constexpr TimerList::TimePoint start{};

TimerList::TimePoint after(int time)
{
    return start + milliseconds(time);
}

TimerList::TimerInfo timer(int id, int interval)
{
    return {id, interval, Qt::CoarseTimer};
}

class Object : public QObject
{
public:
    std::vector<int> told;
    std::function<void(int)> reaction;

protected:
    void timerEvent(QTimerEvent *event) override
    {
        told.push_back(event->timerId());
        if (reaction)
            reaction(event->timerId());
    }
};

} // namespace

class TimerListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsDueInItsOrder()
    {
        TimerList timers;
        Object object;
        timers.add(timer(1, 30), &object, start);
        timers.add(timer(2, 10), &object, start);
        timers.add(timer(3, 20), &object, start);
        QVERIFY(timers.next() == after(10));
        QVERIFY(!timers.fire(after(9)));
        QVERIFY(timers.fire(after(20)));
        QCOMPARE(object.told, std::vector<int>({2, 3}));
        QVERIFY(timers.next() == after(20)); // 2 repeats
    }

    void repeatsWithoutDrift()
    {
        TimerList timers;
        Object object;
        timers.add(timer(1, 10), &object, start);
        QVERIFY(timers.fire(after(13)));
        QVERIFY(timers.next() == after(20));
    }

    void doesNotMakeUpForMissedTimes()
    {
        TimerList timers;
        Object object;
        timers.add(timer(1, 10), &object, start);
        QVERIFY(timers.fire(after(95)));
        QCOMPARE(object.told.size(), 1U);
        QVERIFY(timers.next() == after(105));
    }

    void tellsATimerWithoutIntervalOnceEachTime()
    {
        TimerList timers;
        Object object;
        timers.add(timer(1, 0), &object, start);
        QVERIFY(timers.fire(start));
        QVERIFY(timers.fire(start));
        QCOMPARE(object.told.size(), 2U);
    }

    void leavesWhatIsStartedMeanwhileForTheNextTime()
    {
        TimerList timers;
        Object object;
        timers.add(timer(1, 10), &object, start);
        object.reaction = [&](int) { timers.add(timer(2, 0), &object, after(10)); };
        timers.fire(after(10));
        QCOMPARE(object.told, std::vector<int>({1}));
        object.reaction = nullptr;
        timers.fire(after(10));
        QCOMPARE(object.told, std::vector<int>({1, 2}));
    }

    void isStoppedByWhoeverIsToldFirst()
    {
        TimerList timers;
        Object object;
        timers.add(timer(1, 10), &object, start);
        timers.add(timer(2, 10), &object, start);
        object.reaction = [&](int) {
            QVERIFY(timers.remove(1));
            QVERIFY(timers.remove(2));
        };
        timers.fire(after(10));
        QCOMPARE(object.told.size(), 1U);
        QVERIFY(!timers.next());
        QVERIFY(!timers.remove(1));
    }

    void isNotTakenForAnotherWithTheSameId()
    {
        TimerList timers;
        Object object;
        timers.add(timer(1, 10), &object, start);
        object.reaction = [&](int) {
            timers.remove(1);
            timers.add(timer(1, 50), &object, after(10));
        };
        timers.fire(after(10));
        QVERIFY(timers.next() == after(60));
    }

    void isNotToldWithinItself()
    {
        TimerList timers;
        Object object;
        timers.add(timer(1, 10), &object, start);
        timers.add(timer(2, 10), &object, start);
        object.reaction = [&](int id) {
            if (id != 1)
                return;
            QVERIFY(timers.fire(after(30))); // a loop in a loop
            QCOMPARE(object.told, std::vector<int>({1, 2}));
            QVERIFY(timers.next() == after(40)); // and 1 keeps nobody awake
        };
        timers.fire(after(10));
        QCOMPARE(object.told, std::vector<int>({1, 2}));
        QVERIFY(timers.next() == after(20));
    }

    void isForgottenWithItsObject()
    {
        TimerList timers;
        Object one;
        Object other;
        timers.add(timer(1, 10), &one, start);
        timers.add(timer(2, 10), &other, start);
        timers.add(timer(3, 10), &one, start);
        QCOMPARE(timers.timersOf(&one).size(), 2);
        QCOMPARE(timers.timersOf(&other).first().timerId, 2);
        QCOMPARE(timers.timersOf(&other).first().interval, 10);
        QVERIFY(timers.removeAll(&one));
        QVERIFY(!timers.removeAll(&one));
        timers.fire(after(10));
        QVERIFY(one.told.empty());
        QCOMPARE(other.told.size(), 1U);
    }

    void saysHowLongItTakes()
    {
        TimerList timers;
        Object object;
        timers.add(timer(1, 10), &object, start);
        QVERIFY(timers.remaining(1, after(4)) == milliseconds(6));
        QVERIFY(timers.remaining(1, after(4) + std::chrono::microseconds(1)) == milliseconds(6));
        QVERIFY(timers.remaining(1, after(40)) == milliseconds(0));
        QVERIFY(!timers.remaining(2, start));
    }
};

QTEST_GUILESS_MAIN(TimerListTest)
#include "TimerListTest.moc"
