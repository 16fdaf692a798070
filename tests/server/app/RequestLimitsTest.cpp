// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/RequestLimits.h"
#include "support/FakeClock.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

http::Request request(std::string method, std::string path, std::string client = "192.0.2.1")
{
    http::Request request;
    request.method = std::move(method);
    request.path = std::move(path);
    request.clientAddress = std::move(client);
    return request;
}

} // namespace

class RequestLimitsTest : public QObject
{
    Q_OBJECT

private:
    support::FakeClock m_clock;

private Q_SLOTS:
    void whoStaysUnknownIsCountedByAddress_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("allowed");
        const auto row = [](const char *method, const char *path, int allowed) {
            QTest::addRow("%s %s", method, path)
                << QByteArray(method) << QByteArray(path) << allowed;
        };
        row("GET", "/ready", 100);
        row("GET", "/nowhere", 100);
        row("GET", "/.well-known/oauth-authorization-server", 100);
        row("POST", "/oauth/revoke", 100);
        row("OPTIONS", "/mcp", 100);
        row("GET", "/oauth/authorize", 60);
        row("HEAD", "/oauth/authorize", 60);
    }
    void healthIsAlwaysAnswered()
    {
        app::RequestLimits limits({}, m_clock);
        for (int i = 0; i < 1000; ++i)
            QVERIFY(!limits.refuseOnArrival(request("GET", "/health")));
        QVERIFY(!limits.refuseOnArrival(request("GET", "/ready")));
    }
    void whoStaysUnknownIsCountedByAddress()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(int, allowed);
        app::RequestLimits limits({}, m_clock);
        const auto ask = [&](const char *client) {
            return limits.refuseOnArrival(
                request(method.toStdString(), path.toStdString(), client));
        };
        for (int i = 0; i < allowed; ++i)
            QVERIFY(!ask("192.0.2.1"));
        const auto refusal = ask("192.0.2.1");
        QVERIFY(refusal);
        QCOMPARE(refusal->status, 429);
        QCOMPARE(refusal->headers.find("Retry-After"), std::string_view("1"));
        QVERIFY(!ask("192.0.2.2"));
        m_clock.advance(1s);
        QVERIFY(!ask("192.0.2.1"));
        QCOMPARE(limits.refused().unauthenticated + limits.refused().authorizePage, 1U);
        QCOMPARE(limits.refused().authorizePage, allowed == 60 ? 1U : 0U);
    }

    void aNetworkOfIpv6IsOneAddress()
    {
        config::HttpSettings settings;
        settings.unauthenticatedPerMinute = 1;
        app::RequestLimits limits(settings, m_clock);
        QVERIFY(!limits.refuseOnArrival(request("GET", "/", "2001:db8:1:2::1")));
        QVERIFY(limits.refuseOnArrival(request("GET", "/", "2001:db8:1:2:ffff::9")));
        QVERIFY(!limits.refuseOnArrival(request("GET", "/", "2001:db8:1:3::1")));
    }

    void whatKnowsItsCallerIsNotCountedOnArrival_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("mcp") << QByteArray("/mcp");
        QTest::newRow("token") << QByteArray("/oauth/token");
        QTest::newRow("login") << QByteArray("/oauth/authorize");
    }
    void whatKnowsItsCallerIsNotCountedOnArrival()
    {
        QFETCH(QByteArray, path);
        app::RequestLimits limits({}, m_clock);
        for (int i = 0; i < 1000; ++i)
            QVERIFY(!limits.refuseOnArrival(request("POST", path.toStdString())));
    }

    void callsWithoutAValidTokenShareTheLimitOfTheirAddress()
    {
        app::RequestLimits limits({}, m_clock);
        for (int i = 0; i < 50; ++i) {
            QVERIFY(!limits.refuseUnauthenticated(request("POST", "/mcp")));
            QVERIFY(!limits.refuseOnArrival(request("GET", "/ready")));
        }
        const auto refusal = limits.refuseUnauthenticated(request("POST", "/mcp"));
        QVERIFY(refusal);
        QCOMPARE(refusal->status, 429);
        QVERIFY(refusal->body.find("without a valid access token") != std::string::npos);
        const auto elsewhere = limits.refuseOnArrival(request("GET", "/ready"));
        QCOMPARE(elsewhere->body, std::string("Too many requests. Try again in 1 s.\n"));
        QVERIFY(!limits.refuseMailbox("alice"));
    }

    void aCallThatIsTooManyIsToldWhatToDo()
    {
        config::HttpSettings settings;
        settings.mcpPerMinute = 4;
        settings.mcpBurst = 1;
        app::RequestLimits limits(settings, m_clock);
        QVERIFY(!limits.refuseMailbox("alice"));
        m_clock.advance(4s);
        const auto refusal = limits.refuseMailbox("alice");
        QVERIFY(refusal);
        QCOMPARE(refusal->status, 429);
        QCOMPARE(*refusal->headers.find("Retry-After"), std::string_view("11"));
        QCOMPARE(*refusal->headers.find("Content-Type"), std::string_view("application/json"));
        const auto body = nlohmann::json::parse(refusal->body);
        const nlohmann::json expected = {
            {"jsonrpc", "2.0"},
            {"error",
             {{"code", -32603},
              {"message", "Too many calls for this mailbox: at most 4 a minute are answered. Try "
                          "again in 11 s."},
              {"data", {{"code", "busy"}, {"retryable", true}, {"retry_after_seconds", 11}}}}}};
        QVERIFY2(body == expected, refusal->body.c_str());
    }

    void aMailboxHasItsOwnPace()
    {
        app::RequestLimits limits({}, m_clock);
        for (int i = 0; i < 40; ++i)
            QVERIFY(!limits.refuseMailbox("alice"));
        QVERIFY(limits.refuseMailbox("alice"));
        QVERIFY(!limits.refuseMailbox("bob"));
        int allowed = 0;
        for (int i = 0; i < 60; ++i) {
            m_clock.advance(1s);
            for (int call = 0; call < 3; ++call)
                allowed += limits.refuseMailbox("alice") ? 0 : 1;
        }
        QCOMPARE(allowed, 120);
        QCOMPARE(limits.refused().mailbox, 61U);
    }
};

QTEST_APPLESS_MAIN(RequestLimitsTest)
#include "RequestLimitsTest.moc"
