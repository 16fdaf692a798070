// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/Turnstile.h"
#include "core/Async.h"
#include "support/Await.h"

#include <QTest>

#include <memory>
#include <optional>
#include <vector>

using namespace std::chrono_literals;
using core::ErrorKind;
using mail::Turnstile;

namespace {

/// Somebody who wants in.
struct Visitor
{
    std::optional<core::Result<Turnstile::Permit>> outcome;
    core::CancellationSource source;

    bool isInside() const { return outcome && *outcome; }
    bool isRefused(ErrorKind kind) const
    {
        return outcome && !*outcome && outcome->error().kind == kind;
    }
    void leave() { outcome.reset(); }
};

core::Task<void> enter(Turnstile &turnstile, Visitor &visitor, core::Deadline deadline)
{
    visitor.outcome.emplace(co_await turnstile.enter(deadline, visitor.source.token()));
}

void arrive(Turnstile &turnstile, Visitor &visitor, std::chrono::milliseconds patience = 20s)
{
    core::start(enter(turnstile, visitor, core::deadlineIn(patience)));
}

} // namespace

class TurnstileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soManyAreInsideAndTheOthersFollowInOrder()
    {
        Turnstile turnstile({.inside = 2, .waiting = 2});
        std::vector<Visitor> visitors(4);
        for (auto &visitor : visitors)
            arrive(turnstile, visitor);
        QVERIFY(visitors[0].isInside());
        QVERIFY(visitors[1].isInside());
        QVERIFY(!visitors[2].outcome);
        QCOMPARE(turnstile.inside(), std::size_t(2));
        QCOMPARE(turnstile.waiting(), std::size_t(2));

        visitors[1].leave();
        QVERIFY(visitors[2].isInside());
        QVERIFY(!visitors[3].outcome);
        QCOMPARE(turnstile.inside(), std::size_t(2));

        visitors[0].leave();
        visitors[2].leave();
        QVERIFY(visitors[3].isInside());
        visitors[3].leave();
        QCOMPARE(turnstile.inside(), std::size_t(0));
        QCOMPARE(turnstile.waiting(), std::size_t(0));
    }

    void aFullLineIsBusyAtOnce()
    {
        Turnstile turnstile({.inside = 1, .waiting = 1});
        std::vector<Visitor> visitors(3);
        for (auto &visitor : visitors)
            arrive(turnstile, visitor);
        QVERIFY(visitors[2].isRefused(ErrorKind::Busy));
        visitors[0].leave();
        QVERIFY(visitors[1].isInside());
    }

    void nobodyWaitsPastTheDeadline()
    {
        Turnstile turnstile({.inside = 1, .waiting = 5});
        std::vector<Visitor> visitors(3);
        arrive(turnstile, visitors[0]);
        arrive(turnstile, visitors[1], 1ms);
        arrive(turnstile, visitors[2]);
        QVERIFY(support::waitUntil([&] { return visitors[1].outcome.has_value(); }));
        QVERIFY(visitors[1].isRefused(ErrorKind::Busy));
        visitors[0].leave();
        QVERIFY(visitors[2].isInside());
    }

    void cancellingLeavesTheLine()
    {
        Turnstile turnstile({.inside = 1, .waiting = 5});
        std::vector<Visitor> visitors(3);
        for (auto &visitor : visitors)
            arrive(turnstile, visitor);
        visitors[1].source.cancel();
        QVERIFY(visitors[1].isRefused(ErrorKind::Cancelled));
        QCOMPARE(turnstile.waiting(), std::size_t(1));
        visitors[0].leave();
        QVERIFY(visitors[2].isInside());

        Visitor gone;
        gone.source.cancel();
        arrive(turnstile, gone);
        QVERIFY(gone.isRefused(ErrorKind::Cancelled));
    }

    void closingSendsEverybodyAway()
    {
        std::vector<Visitor> visitors(3);
        {
            Turnstile turnstile({.inside = 1, .waiting = 5});
            arrive(turnstile, visitors[0]);
            arrive(turnstile, visitors[1]);
            turnstile.close();
            QVERIFY(visitors[1].isRefused(ErrorKind::Unavailable));
            arrive(turnstile, visitors[2]);
            QVERIFY(visitors[2].isRefused(ErrorKind::Unavailable));
        }
        visitors[0].leave(); // whoever is inside may outlive the turnstile
    }
};

QTEST_GUILESS_MAIN(TurnstileTest)
#include "TurnstileTest.moc"
