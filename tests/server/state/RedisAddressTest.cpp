// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/RedisAddress.h"

#include <QTest>

using state::RedisAddress;

class RedisAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAUrlSaysIsUnderstood_data();
    void whatAUrlSaysIsUnderstood();
    void whatIsNoUrlIsRefusedWithoutRepeatingIt_data();
    void whatIsNoUrlIsRefusedWithoutRepeatingIt();
};

void RedisAddressTest::whatAUrlSaysIsUnderstood_data()
{
    QTest::addColumn<std::string>("url");
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("username");
    QTest::addColumn<std::string>("password");
    QTest::addColumn<int>("database");
    const auto row = [](const char *url, const char *name, const char *username,
                        const char *password, int database) {
        QTest::newRow(url) << std::string(url) << std::string(name) << std::string(username)
                           << std::string(password) << database;
    };
    row("redis://localhost", "redis://localhost:6379", "", "", 0);
    row("redis://localhost/", "redis://localhost:6379", "", "", 0);
    row("redis://Localhost:6380/3", "redis://localhost:6380", "", "", 3);
    row("redis://[::1]:6380", "redis://[::1]:6380", "", "", 0);
    row("rediss://:secret@store.example.com", "rediss://store.example.com:6379", "", "secret", 0);
    row("rediss://mail:p%40ss%3A%2F%25@store.example.com:1/65535", "rediss://store.example.com:1",
        "mail", "p@ss:/%", 65535);
    row("rediss://mail:%C3%A4@store.example.com", "rediss://store.example.com:6379", "mail", "ä",
        0);
}

void RedisAddressTest::whatAUrlSaysIsUnderstood()
{
    QFETCH(std::string, url);
    QFETCH(std::string, name);
    QFETCH(std::string, username);
    QFETCH(std::string, password);
    QFETCH(int, database);
    const auto address = RedisAddress::parse(url);
    QVERIFY2(address, address ? "" : address.error().message.c_str());
    QCOMPARE(address->name(), name);
    QCOMPARE(address->username, username);
    QVERIFY(address->password.equals(password));
    QCOMPARE(static_cast<int>(address->database), database);
    QCOMPARE(address->endpoint.security == account::Security::ImplicitTls,
             url.starts_with("rediss:"));
}

void RedisAddressTest::whatIsNoUrlIsRefusedWithoutRepeatingIt_data()
{
    QTest::addColumn<std::string>("url");
    for (const char *url :
         {"redis:", "redis://", "redis:///0", "redis://:canary@", "http://:canary@localhost",
          "redis://:canary@local host", "redis://canary@localhost", "redis://:canary@localhost:0",
          "redis://:canary@localhost:65536", "redis://:canary@localhost/x",
          "redis://:canary@localhost/65536", "redis://:canary@localhost/-1",
          "redis://:canary@localhost/0/1", "redis://:canary@localhost?db=1",
          "redis://:canary@localhost#0", "redis://:canary%@localhost", "unix:///run/canary.sock"})
        QTest::newRow(url) << std::string(url);
}

void RedisAddressTest::whatIsNoUrlIsRefusedWithoutRepeatingIt()
{
    QFETCH(std::string, url);
    const auto address = RedisAddress::parse(url);
    QVERIFY(!address);
    QCOMPARE(address.error().kind, core::ErrorKind::InvalidArgument);
    QVERIFY(address.error().message.starts_with("STATE_URL "));
    QVERIFY(address.error().message.find("canary") == std::string::npos);
    QVERIFY(address.error().detail.empty());
}

QTEST_APPLESS_MAIN(RedisAddressTest)
#include "RedisAddressTest.moc"
