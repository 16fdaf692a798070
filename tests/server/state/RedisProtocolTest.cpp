// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/RedisProtocol.h"

#include <QTest>

using state::RedisReply;
using state::RedisReplyReader;
using Type = state::RedisReply::Type;

class RedisProtocolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandsCarryAnyBytes();
    void repliesAreCutOutOfTheBytes_data();
    void repliesAreCutOutOfTheBytes();
    void whatIsNoRedisIsRefused_data();
    void whatIsNoRedisIsRefused();
};

void RedisProtocolTest::commandsCarryAnyBytes()
{
    QCOMPARE(state::encode({"GET", std::string("a\0\r\n", 4), ""}),
             std::string("*3\r\n$3\r\nGET\r\n$4\r\na\0\r\n\r\n$0\r\n\r\n", 29));
}

void RedisProtocolTest::repliesAreCutOutOfTheBytes_data()
{
    QTest::addColumn<int>("atOnce");
    QTest::newRow("at once") << 1000;
    QTest::newRow("byte by byte") << 1;
}

void RedisProtocolTest::repliesAreCutOutOfTheBytes()
{
    QFETCH(int, atOnce);
    constexpr char bytes[] = "+OK\r\n"
                             ":-5\r\n"
                             "$-1\r\n"
                             "$4\r\n\0\r\n1\r\n"
                             "-NOSCRIPT No matching script.\r\n"
                             "*3\r\n:1\r\n*1\r\n$0\r\n\r\n$-1\r\n"
                             "+unfinished";
    const std::string wire(bytes, sizeof bytes - 1);
    RedisReplyReader reader;
    std::vector<RedisReply> replies;
    for (std::size_t i = 0; i < wire.size(); i += static_cast<std::size_t>(atOnce)) {
        reader.feed(std::string_view(wire).substr(i, static_cast<std::size_t>(atOnce)));
        for (auto reply = reader.next(); reply && *reply; reply = reader.next())
            replies.push_back(**reply);
    }
    QCOMPARE(replies.size(), 6U);
    QVERIFY(replies[0].isText());
    QCOMPARE(replies[0].text, std::string("OK"));
    QCOMPARE(replies[0].asNumber(), 0);
    QVERIFY(replies[1].isNumber());
    QCOMPARE(replies[1].number, -5);
    QVERIFY(replies[2].type == Type::Nothing);
    QCOMPARE(replies[3].text, std::string("\0\r\n1", 4));
    QCOMPARE(RedisReply({.text = "-17"}).asNumber(), -17);
    QVERIFY(replies[4].isFailure("NOSCRIPT"));
    QVERIFY(!replies[4].isFailure("READONLY"));
    QVERIFY(!replies[0].isFailure("OK"));
    QVERIFY(replies[5].type == Type::List);
    QCOMPARE(replies[5].elements.size(), 3U);
    QCOMPARE(replies[5].elements[0].number, 1);
    QCOMPARE(replies[5].elements[1].elements.at(0).text, std::string());
    QVERIFY(replies[5].elements[2].type == Type::Nothing);
}

void RedisProtocolTest::whatIsNoRedisIsRefused_data()
{
    QTest::addColumn<std::string>("wire");
    QTest::newRow("HTTP") << std::string("HTTP/1.1 400 Bad Request\r\n\r\n");
    QTest::newRow("a number that is none") << std::string(":x\r\n");
    QTest::newRow("a negative size") << std::string("$-5\r\n");
}

void RedisProtocolTest::whatIsNoRedisIsRefused()
{
    QFETCH(std::string, wire);
    RedisReplyReader reader;
    reader.feed(wire);
    const auto reply = reader.next();
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, core::ErrorKind::Protocol);
}

QTEST_APPLESS_MAIN(RedisProtocolTest)
#include "RedisProtocolTest.moc"
