// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/HttpLimits.h"

#include <QTest>

using namespace std::chrono_literals;

class HttpLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultsAreThoseOfTheServer()
    {
        const auto limits = app::httpLimits({});
        const http::Limits own;
        QCOMPARE(limits.request.requestLine, own.request.requestLine);
        QCOMPARE(limits.request.headerBlock, own.request.headerBlock);
        QCOMPARE(limits.request.headerFields, own.request.headerFields);
        QCOMPARE(limits.request.headerField, own.request.headerField);
        QCOMPARE(limits.request.chunks, own.request.chunks);
        QCOMPARE(limits.request.body, own.request.body);
        QCOMPARE(limits.connections, own.connections);
        QCOMPARE(limits.connectionsPerAddress, own.connectionsPerAddress);
        QCOMPARE(limits.requestsPerConnection, own.requestsPerConnection);
        QCOMPARE(limits.bufferedBodies, own.bufferedBodies);
        QCOMPARE(limits.bufferedBodiesPerAddress, own.bufferedBodiesPerAddress);
        QCOMPARE(limits.streamBacklog, own.streamBacklog);
        QCOMPARE(limits.bodyRate, own.bodyRate);
        QVERIFY(limits.handshakeTime == own.handshakeTime);
        QVERIFY(limits.headerTime == own.headerTime);
        QVERIFY(limits.bodyTime == own.bodyTime);
        QVERIFY(limits.idleTime == own.idleTime);
        QVERIFY(limits.writeStallTime == own.writeStallTime);
        QVERIFY(limits.lingerTime == own.lingerTime);
    }

    void everySettingReachesItsLimit()
    {
        config::HttpSettings settings;
        settings.connections = 1;
        settings.connectionsPerAddress = 2;
        settings.requestsPerConnection = 3;
        settings.requestLine = 4;
        settings.headerBlock = 5;
        settings.headerFields = 6;
        settings.headerField = 7;
        settings.chunks = 8;
        settings.formBody = 9;
        settings.mcpBody = 10;
        settings.bufferedBodies = 11;
        settings.streamBacklog = 12;
        settings.handshakeTime = 13s;
        settings.headerTime = 14s;
        settings.bodyTime = 15s;
        settings.bodyRate = 16;
        settings.idleTime = 17s;
        settings.writeStallTime = 18s;
        settings.lingerTime = 19s;
        settings.bufferedBodiesPerAddress = 20;
        const auto limits = app::httpLimits(settings);
        QCOMPARE(limits.connections, 1U);
        QCOMPARE(limits.connectionsPerAddress, 2U);
        QCOMPARE(limits.requestsPerConnection, 3U);
        QCOMPARE(limits.request.requestLine, 4U);
        QCOMPARE(limits.request.headerBlock, 5U);
        QCOMPARE(limits.request.headerFields, 6U);
        QCOMPARE(limits.request.headerField, 7U);
        QCOMPARE(limits.request.chunks, 8U);
        QCOMPARE(limits.request.body, 10U); // the larger one; the router knows the paths
        QCOMPARE(limits.bufferedBodies, 11U);
        QCOMPARE(limits.streamBacklog, 12U);
        QVERIFY(limits.handshakeTime == 13s);
        QVERIFY(limits.headerTime == 14s);
        QVERIFY(limits.bodyTime == 15s);
        QCOMPARE(limits.bodyRate, 16U);
        QVERIFY(limits.idleTime == 17s);
        QVERIFY(limits.writeStallTime == 18s);
        QVERIFY(limits.lingerTime == 19s);
        QCOMPARE(limits.bufferedBodiesPerAddress, 20U);
    }
};

QTEST_APPLESS_MAIN(HttpLimitsTest)
#include "HttpLimitsTest.moc"
