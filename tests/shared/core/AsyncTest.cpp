// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Async.h"
#include "core/Clock.h"
#include "support/Await.h"

#include <QCoreApplication>
#include <QTest>
#include <QThread>

using namespace std::chrono_literals;

namespace {

core::Task<int> addLater(int a, int b)
{
    (void)co_await core::sleepFor(1ms);
    co_return a + b;
}

core::Task<core::Result<int>> failing()
{
    co_return core::Error(core::ErrorKind::NotFound, "no such folder");
}

core::Task<int> deep(int levels)
{
    if (levels == 0)
        co_return 0;
    const int below = co_await deep(levels - 1);
    co_return below + 1;
}

core::Task<int> manyInARow(int count)
{
    int sum = 0;
    for (int i = 0; i < count; ++i)
        sum += co_await deep(1);
    co_return sum;
}

core::Task<int> throwing()
{
    throw std::runtime_error("boom");
    co_return 0;
}

core::Task<bool> catching()
{
    try {
        (void)co_await throwing();
    } catch (const std::runtime_error &) {
        co_return true;
    }
    co_return false;
}

} // namespace

class AsyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTaskReturnsItsValue() { QCOMPARE(support::await(addLater(2, 3)), 5); }

    void aTaskReturnsItsError()
    {
        const auto result = support::await(failing());
        QVERIFY(!result);
        QCOMPARE(result.error().kind, core::ErrorKind::NotFound);
    }

    void nothingRunsBeforeItIsAwaited()
    {
        bool ran = false;
        const auto body = [](bool &flag) -> core::Task<void> {
            flag = true;
            co_return;
        };
        {
            const auto task = body(ran);
        }
        QVERIFY(!ran);
    }

    void aHundredThousandAwaitsDoNotGrowTheStack()
    {
        QCOMPARE(support::await(manyInARow(100000)), 100000);
    }

    void aTaskIsWaitedForBeforeTheEventLoopRuns()
    {
        QCOMPARE(core::waitFor(addLater(2, 3)), 5);
        QCOMPARE(core::waitFor(deep(3)), 3); // ends at once
    }

    void anExceptionReachesTheAwaiter() { QVERIFY(support::await(catching())); }

    void bothRunAtTheSameTime()
    {
        const auto before = std::chrono::steady_clock::now();
        const auto [first, second] = support::await(core::both(addLater(1, 1), addLater(2, 2)));
        QCOMPARE(first, 2);
        QCOMPARE(second, 4);
        QVERIFY(std::chrono::steady_clock::now() - before < 10s);
    }

    void allRunAtTheSameTime()
    {
        std::vector<int> order;
        const auto note = [](std::vector<int> &list, int number,
                             std::chrono::milliseconds wait) -> core::Task<void> {
            if (wait.count() > 0)
                (void)co_await core::sleepFor(wait);
            list.push_back(number);
        };
        std::vector<core::Task<void>> tasks;
        tasks.push_back(note(order, 1, 60ms));
        tasks.push_back(note(order, 2, 0ms));
        tasks.push_back(note(order, 3, 20ms));
        support::await(core::all(std::move(tasks)));
        QVERIFY((order == std::vector<int>{2, 3, 1}));
        support::await(core::all({}));
    }

    void aSleepEndsWhenItIsCancelled()
    {
        core::CancellationSource source;
        std::optional<core::Result<core::Done>> result;
        core::start([](core::Cancellation token, auto &slot) -> core::Task<void> {
            slot.emplace(co_await core::sleepFor(1h, token));
        }(source.token(), result));
        QVERIFY(!result);
        source.cancel();
        QVERIFY(result.has_value());
        QCOMPARE(result->error().kind, core::ErrorKind::Cancelled);
    }

    void aRegistrationThatWentIsNotCalled()
    {
        core::CancellationSource source;
        int calls = 0;
        {
            const auto gone = source.token().onCancel([&] { ++calls; });
        }
        const auto kept = source.token().onCancel([&] { calls += 10; });
        source.cancel();
        source.cancel();
        QCOMPARE(calls, 10);
        QVERIFY(source.token().isCancelled());
    }

    void workRunsOnAnotherThreadAndComesBack()
    {
        QThreadPool pool;
        const QThread *here = QThread::currentThread();
        const QThread *there =
            support::await(core::runOn(pool, [] { return QThread::currentThread(); }));
        QVERIFY(there != here);
        QCOMPARE(QThread::currentThread(), here);
    }
};

QTEST_GUILESS_MAIN(AsyncTest)
#include "AsyncTest.moc"
