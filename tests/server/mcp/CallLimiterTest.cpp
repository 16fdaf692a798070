// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/CallLimiter.h"

#include "core/Async.h"

#include <QTest>

#include <optional>
#include <vector>

namespace {

using Slot = mcp::CallLimiter::Slot;

/// Collects what became of one acquire().
struct Attempt
{
    std::optional<core::Result<Slot>> result;
    core::CancellationSource cancellation;

    bool isWaiting() const { return !result; }
    bool isRunning() const { return result && *result; }
    bool isRefused(core::ErrorKind kind) const
    {
        return result && !*result && result->error().kind == kind;
    }
    void leave() { result.reset(); }
};

core::Task<void> acquire(const mcp::CallLimiter &limiter, std::string subject, Attempt &attempt)
{
    auto result = co_await limiter.acquire(std::move(subject), attempt.cancellation.token());
    attempt.result.emplace(std::move(result));
}

core::Task<void> runAtOnce(const mcp::CallLimiter &limiter, int &count)
{
    const core::Cancellation never;
    const auto slot = co_await limiter.acquire("a", never);
    if (slot)
        ++count;
}

mcp::Limits limits(std::size_t perCaller, std::size_t all, std::size_t queuedPerCaller,
                   std::size_t queued)
{
    mcp::Limits limits;
    limits.runningPerCaller = perCaller;
    limits.running = all;
    limits.queuedPerCaller = queuedPerCaller;
    limits.queued = queued;
    return limits;
}

} // namespace

class CallLimiterTest : public QObject
{
    Q_OBJECT

    static std::vector<Attempt> start(const mcp::CallLimiter &limiter,
                                      const std::vector<std::string> &subjects)
    {
        std::vector<Attempt> attempts(subjects.size());
        for (std::size_t index = 0; index < subjects.size(); ++index)
            core::start(acquire(limiter, subjects[index], attempts[index]));
        return attempts; // elided or moved as a whole: the elements stay where they are
    }

private Q_SLOTS:
    void ofFiftyCallsOfOneCallerFourRunAndTheQueueIsBounded() // TA-30
    {
        const mcp::CallLimiter limiter{mcp::Limits()};
        const auto attempts = start(limiter, std::vector<std::string>(50, "a"));
        for (std::size_t index = 0; index < 50; ++index) {
            const auto &attempt = attempts[index];
            QCOMPARE(attempt.isRunning(), index < 4);
            QCOMPARE(attempt.isWaiting(), index >= 4 && index < 20);
            QCOMPARE(attempt.isRefused(core::ErrorKind::Busy), index >= 20);
        }
        const auto other = start(limiter, {"b"});
        QVERIFY(other[0].isRunning());
    }

    void aFreedSlotGoesToTheFirstWhoseCallerHasRoom()
    {
        const mcp::CallLimiter limiter(limits(1, 2, 9, 9));
        auto attempts = start(limiter, {"a", "b", "a", "c"});
        QVERIFY(attempts[0].isRunning());
        QVERIFY(attempts[1].isRunning());
        attempts[1].leave();
        QVERIFY(attempts[2].isWaiting()); // its caller runs one already
        QVERIFY(attempts[3].isRunning());
        attempts[0].leave();
        QVERIFY(attempts[2].isRunning());
    }

    void theQueueIsBoundedForAllTogether()
    {
        const mcp::CallLimiter limiter(limits(1, 1, 9, 2));
        const auto attempts = start(limiter, {"a", "b", "c", "d"});
        QVERIFY(attempts[0].isRunning());
        QVERIFY(attempts[1].isWaiting());
        QVERIFY(attempts[2].isWaiting());
        QVERIFY(attempts[3].isRefused(core::ErrorKind::Busy));
    }

    void whoGivesUpLeavesTheQueue()
    {
        const mcp::CallLimiter limiter(limits(1, 1, 1, 1));
        auto attempts = start(limiter, {"a", "a"});
        attempts[1].cancellation.cancel();
        QVERIFY(attempts[1].isRefused(core::ErrorKind::Cancelled));
        const auto next = start(limiter, {"a"});
        QVERIFY(next[0].isWaiting());
        attempts[0].leave();
        QVERIFY(next[0].isRunning());
    }

    void whoHasGivenUpAlreadyIsNotAdmitted()
    {
        const mcp::CallLimiter limiter{mcp::Limits()};
        Attempt attempt;
        attempt.cancellation.cancel();
        core::start(acquire(limiter, "a", attempt));
        QVERIFY(attempt.isRefused(core::ErrorKind::Cancelled));
    }

    void cancellingARunningCallFreesNothing()
    {
        const mcp::CallLimiter limiter(limits(1, 1, 1, 1));
        auto attempts = start(limiter, {"a", "a"});
        attempts[0].cancellation.cancel();
        QVERIFY(attempts[1].isWaiting());
        attempts[0].leave();
        QVERIFY(attempts[1].isRunning());
    }

    void manyShortCallsRunInOneGo()
    {
        constexpr int many = 2000;
        const mcp::CallLimiter limiter(limits(1, 1, many, many));
        auto first = start(limiter, {"a"});
        int count = 0;
        for (int index = 0; index < many; ++index)
            core::start(runAtOnce(limiter, count));
        QCOMPARE(count, 0);
        first[0].leave();
        QCOMPARE(count, many);
    }

    void aSlotMayOutliveTheLimiter()
    {
        auto limiter = std::make_unique<mcp::CallLimiter>(mcp::Limits());
        auto attempts = start(*limiter, {"a"});
        limiter.reset();
        attempts[0].leave();
        QVERIFY(!attempts[0].result);
    }
};

QTEST_APPLESS_MAIN(CallLimiterTest)
#include "CallLimiterTest.moc"
