// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/RedisConnection.h"
#include "support/Await.h"
#include "support/ScriptedServer.h"

#include <QElapsedTimer>
#include <QTest>

using namespace std::chrono_literals;
using state::RedisConnection;
using state::RedisConnectionPtr;
using state::RedisReply;
using support::await;
using support::ScriptedServer;

namespace {

using Answer = core::Result<RedisReply>;

RedisConnectionPtr connectTo(const ScriptedServer &server, RedisConnection::Limits limits = {})
{
    state::RedisAddress address;
    address.endpoint.host = "127.0.0.1";
    address.endpoint.port = server.port();
    address.endpoint.security = account::Security::PlainText;
    const net::TlsPolicy policy;
    auto connection = await(RedisConnection::open(address, policy, limits));
    if (!connection)
        qFatal("%s", connection.error().message.c_str());
    return *connection;
}

/// Sends it and leaves it waiting.
std::shared_ptr<std::optional<Answer>> begin(const RedisConnectionPtr &connection,
                                             const std::string &word)
{
    auto answer = std::make_shared<std::optional<Answer>>();
    state::RedisCommand command;
    command.push_back(word);
    core::start(support::detail::store(RedisConnection::call(connection, command), answer));
    return answer;
}

bool isUnavailable(const std::optional<Answer> &answer)
{
    return answer && !*answer && answer->error().kind == core::ErrorKind::Unavailable;
}

} // namespace

class RedisConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandsDoNotWaitForEachOther();
    void aLateAnswerEndsTheConnection();
    void aLostConnectionIsToldToEverybody();
    void whatIsNoRedisEndsTheConnection();
    void anAnswerThatNobodyAskedForEndsTheConnection();
    void anAnswerThatIsTooLongEndsTheConnection();
    void onlySoManyCommandsMayWait();
};

void RedisConnectionTest::commandsDoNotWaitForEachOther()
{
    const ScriptedServer server("C: *1\nC: $1\nC: A\nC: *1\nC: $1\nC: B\nC: *1\nC: $1\nC: C\n"
                                "S: :1\nS: -ERR no\nS: $1\nS: x\nC: *1\nC: $1\nC: D\nS: +four");
    auto connection = connectTo(server);
    const auto first = begin(connection, "A");
    const auto second = begin(connection, "B");
    const auto third = begin(connection, "C");
    QVERIFY(support::waitUntil([&] { return third->has_value(); }));
    QCOMPARE((**first)->number, 1);
    QCOMPARE((**second)->text, std::string("ERR no"));
    QVERIFY((**second)->type == RedisReply::Type::Failure);
    QCOMPARE((**third)->text, std::string("x"));
    const auto fourth = begin(connection, "D");
    QVERIFY(support::waitUntil([&] { return fourth->has_value(); }));
    QCOMPARE((**fourth)->text, std::string("four"));
    connection->close();
    connection.reset();
    QCOMPARE(server.verdict(), std::string());
}

void RedisConnectionTest::aLateAnswerEndsTheConnection()
{
    const ScriptedServer server("SILENCE");
    const auto connection = connectTo(server, {.command = 50ms});
    QElapsedTimer timer;
    timer.start();
    const auto answer = begin(connection, "A");
    QVERIFY(support::waitUntil([&] { return answer->has_value(); }, 1s));
    QVERIFY(timer.elapsed() >= 50);
    QVERIFY(isUnavailable(*answer));
    QVERIFY(!connection->isOpen());
    const auto next = begin(connection, "B");
    QVERIFY(isUnavailable(*next)); // at once
}

void RedisConnectionTest::aLostConnectionIsToldToEverybody()
{
    const ScriptedServer server("C: *1\nC: $1\nC: A\nS: :1\nC: *1\nC: $1\nC: B\nRESET");
    const auto connection = connectTo(server);
    const auto first = begin(connection, "A");
    const auto second = begin(connection, "B");
    const auto third = begin(connection, "C");
    QVERIFY(support::waitUntil([&] { return third->has_value(); }));
    QVERIFY(first->has_value() && **first);
    QVERIFY(isUnavailable(*second));
    QVERIFY(isUnavailable(*third));
}

void RedisConnectionTest::whatIsNoRedisEndsTheConnection()
{
    const ScriptedServer server("S: 220 mail.example.com ESMTP\nSILENCE");
    const auto connection = connectTo(server);
    const auto answer = begin(connection, "A");
    QVERIFY(support::waitUntil([&] { return answer->has_value(); }));
    QVERIFY(isUnavailable(*answer));
    QVERIFY(answer->value().error().detail.find("no Redis server") != std::string::npos);
}

void RedisConnectionTest::anAnswerThatNobodyAskedForEndsTheConnection()
{
    const ScriptedServer server("S-RAW: +one{{CRLF}}+two{{CRLF}}\nSILENCE");
    const auto connection = connectTo(server);
    const auto answer = begin(connection, "A");
    QVERIFY(support::waitUntil([&] { return answer->has_value(); }));
    QVERIFY(support::waitUntil([&] { return !connection->isOpen(); }));
}

void RedisConnectionTest::anAnswerThatIsTooLongEndsTheConnection()
{
    const ScriptedServer server("S-RAW: $100000{{CRLF}}{{100000*x}}\nSILENCE");
    const auto connection = connectTo(server, {.replyBytes = 1000});
    const auto answer = begin(connection, "A");
    QVERIFY(support::waitUntil([&] { return answer->has_value(); }));
    QVERIFY(isUnavailable(*answer));
    QVERIFY(answer->value().error().detail.find("more data than is allowed") != std::string::npos);
}

void RedisConnectionTest::onlySoManyCommandsMayWait()
{
    const ScriptedServer server("SILENCE");
    const auto connection = connectTo(server, {.outstanding = 2});
    const auto first = begin(connection, "A");
    const auto second = begin(connection, "B");
    const auto third = begin(connection, "C");
    QVERIFY(!first->has_value());
    QVERIFY(!second->has_value());
    QVERIFY(isUnavailable(*third));
    connection->close();
    QVERIFY(isUnavailable(*first));
    QVERIFY(isUnavailable(*second));
    QVERIFY(support::waitUntil([&] { return connection.use_count() == 1; })); // nobody reads
}

QTEST_GUILESS_MAIN(RedisConnectionTest)
#include "RedisConnectionTest.moc"
