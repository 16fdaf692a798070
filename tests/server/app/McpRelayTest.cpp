// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/McpRelay.h"
#include "server/state/StoreStage.h"
#include "state/MemoryStore.h"
#include "state/OpenStateStore.h"
#include "support/Await.h"
#include "support/FakeClock.h"
#include "support/RedisServer.h"

#include <QTest>

#include <array>
#include <memory>
#include <string>

using namespace std::chrono_literals;
using support::await;

/// What processes tell each other through a real store.
class McpRelayTest : public QObject
{
    Q_OBJECT

    support::RedisServer m_server{"appendonly yes\nappendfsync always\n"};
    support::FakeClock m_clock;
    core::SystemRandom m_random;
    std::array<std::unique_ptr<state::StateStore>, 2> m_stores;

    mcp::Relay relay(std::size_t process) const { return app::makeMcpRelay(*m_stores[process]); }
    bool hasEnded(std::size_t process, const std::string &session) const
    {
        const auto answer = await(relay(process).hasEnded(session));
        if (!answer)
            qFatal("%s", answer.error().message.c_str());
        return *answer;
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (auto &store : m_stores) {
            auto opened = state::openStateStore(m_server.userUrl(), stage::ringOf("k1"), m_clock,
                                                m_random, {});
            if (!opened)
                qFatal("%s", opened.error().message.c_str());
            store = std::move(*opened);
        }
    }

    void whatOneLeavesAnotherOneTakes()
    {
        QVERIFY(await(relay(0).leave("name", "text")));
        const auto taken = await(relay(1).take("name"));
        QVERIFY(taken && *taken == "text");
        const auto again = await(relay(0).take("name"));
        QVERIFY(again && again->empty());
    }

    void whatHasEndedHasEndedForBothAndForAsLongAsItIsSaid()
    {
        QVERIFY(!hasEnded(0, "short"));
        QVERIFY(await(relay(0).end("alice", "short", 1s)));
        QVERIFY(await(relay(0).end("alice", "long", 3600s)));
        QVERIFY(hasEnded(0, "long") && hasEnded(1, "long"));
        QVERIFY(hasEnded(1, "long")); // reading takes nothing away
        QVERIFY(!hasEnded(1, "another"));
        QVERIFY(support::waitUntil([&] { return !hasEnded(1, "short"); }));
        QVERIFY(hasEnded(1, "long"));
    }

    void nobodyFillsTheStoreWithSessionsThatHaveEnded()
    {
        for (std::uint32_t i = 0; i < app::sessionEnds.burst; ++i)
            QVERIFY(await(relay(i % 2).end("mallory", "s" + std::to_string(i), 60s)));
        const auto refused = await(relay(0).end("mallory", "one more", 60s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, core::ErrorKind::Busy);
        QVERIFY(!hasEnded(0, "one more"));
        QVERIFY(await(relay(0).end("bob", "one more", 60s)));
        m_clock.advance(60s);
        QVERIFY(await(relay(1).end("mallory", "the next", 60s)));
    }

    void whereTheStoreIsNotSharedThereAreNoOthers()
    {
        state::MemoryStore alone(m_clock, m_random);
        const auto none = app::makeMcpRelay(alone);
        QVERIFY(!none.leave && !none.take && !none.end && !none.hasEnded);
    }
};

QTEST_GUILESS_MAIN(McpRelayTest)

#include "McpRelayTest.moc"
