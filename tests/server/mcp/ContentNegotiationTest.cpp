// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/ContentNegotiation.h"

#include <QTest>

class ContentNegotiationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptIsRead_data()
    {
        QTest::addColumn<QByteArray>("accept");
        QTest::addColumn<bool>("json");
        QTest::addColumn<bool>("eventStream");
        const auto row = [](const char *accept, bool json, bool eventStream) {
            QTest::newRow(accept) << QByteArray(accept) << json << eventStream;
        };
        row("application/json, text/event-stream", true, true);
        row("text/event-stream;q=0.5 ,Application/JSON", true, true);
        row("application/json", true, false);
        row("text/event-stream", false, true);
        row("*/*", true, false);
        row("application/*", true, false);
        row("text/*", false, true);
        row("text/html", false, false);
        row("application/json;q=0, text/event-stream", false, true);
        row("application/json;q=0.000", false, false);
        row("application/json;q=0.001", true, false);
        row("application/jsonp, text/event-streams", false, false);
        row("", false, false);
        row(",,;,", false, false);
    }
    void acceptIsRead()
    {
        QFETCH(QByteArray, accept);
        QFETCH(bool, json);
        QFETCH(bool, eventStream);
        http::Headers headers;
        headers.addReceived("accept", accept.toStdString());
        const auto accepted = mcp::acceptedBy(headers);
        QCOMPARE(accepted.json, json);
        QCOMPARE(accepted.eventStream, eventStream);
    }

    void withoutAcceptTheAnswerIsJson()
    {
        QVERIFY(mcp::acceptedBy({}).json);
        QVERIFY(!mcp::acceptedBy({}).eventStream);
    }

    void severalAcceptFieldsAreOneList()
    {
        http::Headers headers;
        headers.addReceived("Accept", "application/json");
        headers.addReceived("Accept", "text/event-stream");
        QVERIFY(mcp::acceptedBy(headers).json);
        QVERIFY(mcp::acceptedBy(headers).eventStream);
    }

    void onlyJsonInUtf8IsABody_data()
    {
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<bool>("isJson");
        const auto row = [](const char *contentType, bool isJson) {
            QTest::newRow(contentType) << QByteArray(contentType) << isJson;
        };
        row("application/json", true);
        row("Application/JSON; charset=UTF-8", true);
        row("application/json;charset=\"utf-8\"", true);
        row("application/json; foo=bar", true);
        row("application/json; charset=latin1", false);
        row("application/json-patch+json", false);
        row("text/plain", false);
        row("text/plain; application/json", false);
        row("application/x-www-form-urlencoded", false);
        row("", false);
    }
    void onlyJsonInUtf8IsABody()
    {
        QFETCH(QByteArray, contentType);
        QFETCH(bool, isJson);
        http::Headers headers;
        headers.addReceived("Content-Type", contentType.toStdString());
        QCOMPARE(mcp::isJsonBody(headers), isJson);
    }

    void aBodyWithoutOrWithTwoTypesIsNone()
    {
        http::Headers headers;
        QVERIFY(!mcp::isJsonBody(headers));
        headers.addReceived("Content-Type", "application/json");
        headers.addReceived("Content-Type", "application/json");
        QVERIFY(!mcp::isJsonBody(headers));
    }
};

QTEST_APPLESS_MAIN(ContentNegotiationTest)
#include "ContentNegotiationTest.moc"
