// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/CountedLogin.h"

#include "core/Async.h"
#include "core/Random.h"
#include "state/MemoryStore.h"
#include "support/Await.h"
#include "support/FakeClock.h"

#include <QTest>

#include <memory>
#include <optional>

using namespace std::chrono_literals;
using core::ErrorKind;

namespace {

using Slot = std::optional<core::Result<core::Done>>;

core::Task<void> beginTask(state::LoginRefusals &refusals, const account::MailAccount &account,
                           core::Deadline deadline, core::Cancellation cancellation, Slot &slot)
{
    slot.emplace(co_await mail::beginLogin(&refusals, account, deadline, std::move(cancellation)));
}

core::Error refused()
{
    return {ErrorKind::Unauthenticated, "No."};
}

} // namespace

/// Many calls with one token begin at once, when there is no session yet.
class CountedLoginTest : public QObject
{
    Q_OBJECT

    support::FakeClock m_clock;
    core::SystemRandom m_random;
    std::unique_ptr<state::MemoryStore> m_store;
    std::optional<state::LoginRefusals> m_refusals;
    account::MailAccount m_account;
    core::CancellationSource m_cancellation;

    void begin(Slot &slot, std::chrono::milliseconds patience = 20s)
    {
        core::start(beginTask(*m_refusals, m_account, core::deadlineIn(patience),
                              m_cancellation.token(), slot));
    }
    void end(const core::Result<core::Done> &outcome)
    {
        (void)support::await(mail::endLogin(&*m_refusals, m_account, outcome));
    }
    void beginThree()
    {
        for (int i = 0; i < 3; ++i) {
            Slot slot;
            begin(slot);
            QVERIFY(slot && *slot);
        }
    }

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<state::MemoryStore>(m_clock, m_random);
        m_refusals.emplace(*m_store);
        m_account.family = "family";
        m_cancellation = core::CancellationSource();
    }

    void aFourthLoginWaitsForOneThatIsAccepted()
    {
        beginThree();
        Slot fourth;
        begin(fourth);
        QVERIFY(!fourth);
        end(core::Done{});
        QVERIFY(support::waitUntil([&] { return fourth.has_value(); }));
        QVERIFY(*fourth);
    }

    void aFourthLoginIsNotTriedWhenThreeAreRefused()
    {
        beginThree();
        Slot fourth;
        begin(fourth);
        for (int i = 0; i < 3; ++i)
            end(refused());
        QVERIFY(support::waitUntil([&] { return fourth.has_value(); }));
        QVERIFY(!*fourth);
        QCOMPARE(fourth->error().kind, ErrorKind::Unauthenticated);
    }

    void nobodyWaitsPastTheDeadline()
    {
        beginThree();
        Slot fourth;
        begin(fourth, 60ms);
        QVERIFY(support::waitUntil([&] { return fourth.has_value(); }));
        QVERIFY(!*fourth);
        QCOMPARE(fourth->error().kind, ErrorKind::Busy);
    }

    void whoHangsUpDoesNotWait()
    {
        beginThree();
        Slot fourth;
        begin(fourth);
        m_cancellation.cancel();
        QVERIFY(support::waitUntil([&] { return fourth.has_value(); }));
        QVERIFY(!*fourth);
        QCOMPARE(fourth->error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(CountedLoginTest)
#include "CountedLoginTest.moc"
