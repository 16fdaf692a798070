// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/AnswerStats.h"

#include <QTest>

#include <numeric>

using namespace std::chrono_literals;

class AnswerStatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errorsAreToldApart()
    {
        http::AnswerStats stats;
        for (const int status : {200, 204, 302, 401, 404, 500})
            stats.add(status, 1ms);
        QCOMPARE(stats.count, 6UL);
        QCOMPARE(stats.clientErrors, 2UL);
        QCOMPARE(stats.serverErrors, 1UL);
    }

    // The bounds belong to their classes (Prometheus: "le").
    void everyTimeIsInOneClass()
    {
        http::AnswerStats stats;
        stats.add(200, 0ms);
        stats.add(200, 1ms);
        stats.add(200, 2ms);
        stats.add(200, 30s);
        stats.add(200, 31s);
        QCOMPARE(stats.counts.front(), 2UL);
        QCOMPARE(stats.counts.at(1), 1UL);
        QCOMPARE(stats.counts.at(stats.bounds.size() - 1), 1UL);
        QCOMPARE(stats.counts.back(), 1UL);
        QCOMPARE(std::accumulate(stats.counts.begin(), stats.counts.end(), 0UL), stats.count);
        QVERIFY(stats.time > 61s);
    }
};

QTEST_APPLESS_MAIN(AnswerStatsTest)
#include "AnswerStatsTest.moc"
