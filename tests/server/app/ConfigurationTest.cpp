// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Configuration.h"

#include <QTest>

class ConfigurationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultsAreThoseOfTheEndpoint()
    {
        const auto limits = app::mcpConfiguration({}, {}).limits;
        const mcp::Limits own;
        QCOMPARE(limits.bodyBytes, own.bodyBytes);
        QCOMPARE(limits.running, own.running);
        QCOMPARE(limits.runningPerCaller, own.runningPerCaller);
        QCOMPARE(limits.queued, own.queued);
        QCOMPARE(limits.queuedPerCaller, own.queuedPerCaller);
        QCOMPARE(limits.listeners, own.listeners);
        QCOMPARE(limits.listenersPerCaller, own.listenersPerCaller);
        QCOMPARE(limits.sessions, own.sessions);
        QVERIFY(limits.answerTime == own.answerTime);
    }

    void everySettingReachesItsLimit()
    {
        config::Settings settings;
        settings.http.mcpBody = 1;
        settings.http.mcpCalls = 2;
        settings.http.mcpCallsPerMailbox = 3;
        settings.http.mcpWaitingCalls = 4;
        settings.http.mcpWaitingCallsPerMailbox = 5;
        settings.http.mcpListeners = 6;
        settings.http.mcpListenersPerMailbox = 7;
        settings.http.mcpSessions = 8;
        settings.http.mcpAnswerTime = std::chrono::seconds(9);
        const auto limits = app::mcpConfiguration(settings, {}).limits;
        QCOMPARE(limits.bodyBytes, 1U);
        QCOMPARE(limits.running, 2U);
        QCOMPARE(limits.runningPerCaller, 3U);
        QCOMPARE(limits.queued, 4U);
        QCOMPARE(limits.queuedPerCaller, 5U);
        QCOMPARE(limits.listeners, 6U);
        QCOMPARE(limits.listenersPerCaller, 7U);
        QCOMPARE(limits.sessions, 8U);
        QVERIFY(limits.answerTime == std::chrono::seconds(9));
    }

    /// A mail server that hangs holds as many calls as may wait for it, and room is left for
    /// others.
    void oneMailServerCannotTakeAllCalls()
    {
        const auto pool = app::poolLimits({});
        QVERIFY(app::mcpConfiguration({}, {}).limits.running
                > pool.connectingPerHost + pool.waitingPerHost);
    }
};

QTEST_GUILESS_MAIN(ConfigurationTest)
#include "ConfigurationTest.moc"
