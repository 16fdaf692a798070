// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/RedisRecords.h"

#include <QTest>

#include <limits>

using state::RedisFamily;
using state::SendRecord;
using state::SendState;

class RedisRecordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void familiesComeBackAsTheyWere();
    void sendsComeBackAsTheyWere();
    void somethingElseIsNotRead_data();
    void somethingElseIsNotRead();
};

void RedisRecordsTest::familiesComeBackAsTheyWere()
{
    RedisFamily family;
    family.record = {.generation = std::numeric_limits<std::uint32_t>::max(),
                     .graceUses = 3,
                     .rotatedAt = 1767225600,
                     .expiresAt = 1767225601,
                     .revokedAt = 1767225602};
    for (const std::string &client : {std::string("a\0 \n\xff", 5), std::string()}) {
        family.client = client;
        const auto read = RedisFamily::parse(family.text());
        QVERIFY(read);
        QCOMPARE(read->record.generation, family.record.generation);
        QCOMPARE(read->record.graceUses, 3U);
        QCOMPARE(read->record.rotatedAt, 1767225600);
        QCOMPARE(read->record.expiresAt, 1767225601);
        QCOMPARE(read->record.revokedAt, 1767225602);
        QCOMPARE(read->client, client);
    }
}

void RedisRecordsTest::sendsComeBackAsTheyWere()
{
    SendRecord record{.content = std::string("\0 hash", 6),
                      .state = SendState::Accepted,
                      .isUncertain = true,
                      .attempt = 7,
                      .begunAt = 1767225600,
                      .until = 1767225700,
                      .result = "where it is"};
    for (const std::string result : {"where it is", ""}) {
        record.result = result;
        const auto read = state::parseSendRecord(textOf(record));
        QVERIFY(read);
        QCOMPARE(read->content, record.content);
        QVERIFY(read->state == SendState::Accepted);
        QVERIFY(read->isUncertain);
        QCOMPARE(read->attempt, 7U);
        QCOMPARE(read->begunAt, 1767225600);
        QCOMPARE(read->until, 1767225700);
        QCOMPARE(read->result, result);
    }
}

void RedisRecordsTest::somethingElseIsNotRead_data()
{
    QTest::addColumn<std::string>("text");
    for (const char *text : {"", "x", "1 2 3", "4 0 1 2 3 YQ YQ", "-1 0 1 2 3 YQ YQ",
                             "0 0 1 2 3 Y YQ", "0 0 1 2 3 YQ *"})
        QTest::newRow(text) << std::string(text);
}

void RedisRecordsTest::somethingElseIsNotRead()
{
    QFETCH(std::string, text);
    QVERIFY(!state::parseSendRecord(text));
    QVERIFY(!RedisFamily::parse(text.substr(0, 5)));
}

QTEST_APPLESS_MAIN(RedisRecordsTest)
#include "RedisRecordsTest.moc"
