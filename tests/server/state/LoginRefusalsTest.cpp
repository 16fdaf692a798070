// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/LoginRefusals.h"

#include "core/Random.h"
#include "state/MemoryStore.h"
#include "support/Await.h"
#include "support/FakeClock.h"

#include <QTest>

#include <memory>
#include <optional>

using namespace std::chrono_literals;
using state::LoginRefusals;
using Outcome = LoginRefusals::Outcome;

namespace {

core::Task<void> forgetTask(LoginRefusals &refusals, std::string family)
{
    co_await refusals.forget(std::move(family));
}

core::Task<bool> revokedTask(state::StateStore &store)
{
    const auto revoked = co_await store.isFamilyRevoked("family");
    co_return revoked && *revoked;
}

} // namespace

class LoginRefusalsTest : public QObject
{
    Q_OBJECT

    support::FakeClock m_clock;
    core::SystemRandom m_random;
    std::unique_ptr<state::MemoryStore> m_store;
    std::optional<LoginRefusals> m_refusals;

    bool begin(const std::string &family = "family")
    {
        return support::await(m_refusals->begin(family));
    }
    bool end(Outcome outcome, const std::string &family = "family")
    {
        return support::await(m_refusals->end(family, outcome));
    }
    bool isInDoubt()
    {
        const auto doubt = support::await(m_refusals->isInDoubt("family"));
        return doubt && *doubt;
    }
    bool isRevoked() { return support::await(revokedTask(*m_store)); }

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<state::MemoryStore>(m_clock, m_random);
        m_refusals.emplace(*m_store);
    }

    void theThirdRefusalEndsTheFamily()
    {
        for (int i = 1; i <= 3; ++i) {
            QVERIFY(!isRevoked());
            QVERIFY(begin());
            QCOMPARE(end(Outcome::Refused), i == 3);
        }
        QVERIFY(isRevoked());
        QVERIFY(!begin());
        QVERIFY(begin("another"));
    }

    void noMoreThanThreeAreUnderWayAtOnce()
    {
        QVERIFY(begin());
        QVERIFY(begin());
        QVERIFY(begin());
        QVERIFY(!begin());
        QVERIFY(!isRevoked()); // nothing is known yet
        end(Outcome::Accepted);
        QVERIFY(begin());
    }

    void whatIsNoRefusalDoesNotCount()
    {
        for (int i = 0; i < 10; ++i) {
            QVERIFY(begin());
            end(i % 2 == 0 ? Outcome::Unknown : Outcome::Accepted);
        }
        QVERIFY(!isRevoked());
        QVERIFY(!isInDoubt());
    }

    void aRefusalRaisesDoubtUntilItIsForgotten()
    {
        QVERIFY(!isInDoubt());
        QVERIFY(!isInDoubt()); // asking changes nothing
        QVERIFY(begin());
        end(Outcome::Refused);
        QVERIFY(isInDoubt());
        QVERIFY(isInDoubt());
        support::await(forgetTask(*m_refusals, "family"));
        QVERIFY(!isInDoubt());
        for (int i = 1; i <= 2; ++i) {
            QVERIFY(begin());
            end(Outcome::Refused);
        }
        QVERIFY(!isRevoked());
    }

    void refusalsAreForgottenAfterADay()
    {
        QVERIFY(begin());
        end(Outcome::Refused);
        m_clock.advance(LoginRefusals::memory + 1s);
        QVERIFY(!isInDoubt());
    }

    void withoutAFamilyNothingIsCounted()
    {
        for (int i = 0; i < 10; ++i) {
            QVERIFY(begin({}));
            end(Outcome::Refused, {});
        }
        QVERIFY(begin({}));
    }
};

QTEST_GUILESS_MAIN(LoginRefusalsTest)
#include "LoginRefusalsTest.moc"
