// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/CorsHandler.h"

#include "core/Async.h"
#include "support/FakeExchange.h"

#include <QTest>

using support::FakeExchange;

namespace {

constexpr const char *ours = "https://inspector.example";

std::shared_ptr<FakeExchange> exchange(std::string method, std::string origin)
{
    http::Request request;
    request.method = std::move(method);
    if (!origin.empty())
        request.headers.addReceived("Origin", std::move(origin));
    return std::make_shared<FakeExchange>(std::move(request));
}

core::Task<void> answer(http::ExchangePtr exchange)
{
    exchange->respond(http::Response::text(400, "no"));
    co_return;
}

core::Task<void> stream(http::ExchangePtr exchange)
{
    exchange->beginStream(http::Response(200));
    exchange->writeStream("piece");
    exchange->endStream();
    co_return;
}

const http::Cors cors = http::Cors::origins({ours});

} // namespace

class CorsHandlerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerHasTheFields_data()
    {
        QTest::addColumn<bool>("streams");
        QTest::newRow("at once") << false;
        QTest::newRow("stream") << true;
    }
    void everyAnswerHasTheFields()
    {
        QFETCH(bool, streams);
        const auto handler = http::withCors(streams ? stream : answer, cors, "Retry-After");
        const auto allowed = exchange("POST", ours);
        core::start(handler(allowed));
        QVERIFY(allowed->isComplete());
        QCOMPARE(allowed->answer().body, std::string(streams ? "piece" : "no"));
        const auto &headers = allowed->answer().headers;
        QCOMPARE(headers.find("Access-Control-Allow-Origin"), std::string_view(ours));
        QCOMPARE(headers.find("Access-Control-Expose-Headers"), std::string_view("Retry-After"));
        const auto refused = exchange("POST", "https://evil.example"); // OA-117
        core::start(handler(refused));
        QVERIFY(refused->isComplete());
        QVERIFY(!refused->answer().headers.contains("Access-Control-Allow-Origin"));
    }

    void theEndOfTheClientIsPassedOn()
    {
        http::ExchangePtr seen;
        const auto handler = http::withCors(
            [&seen](http::ExchangePtr exchange) {
                seen = exchange;
                return answer(std::move(exchange));
            },
            cors, "");
        const auto client = exchange("POST", ours);
        core::start(handler(client));
        QVERIFY(!seen->cancellation().isCancelled());
        client->disconnect();
        QVERIFY(seen->cancellation().isCancelled());
    }

    void aPreflightIsAnsweredForAllowedOriginsOnly()
    {
        const auto handler = http::corsPreflight(cors, "POST", "Content-Type");
        const auto ask = [&handler](const char *origin) {
            http::Request request;
            request.method = "OPTIONS";
            request.headers.addReceived("Origin", origin);
            request.headers.addReceived("Access-Control-Request-Method", "POST");
            const auto asked = std::make_shared<FakeExchange>(std::move(request));
            core::start(handler(asked));
            return asked->answer();
        };
        const auto granted = ask(ours);
        QCOMPARE(granted.status, 204);
        QCOMPARE(granted.headers.find("Access-Control-Allow-Methods"), std::string_view("POST"));
        QCOMPARE(granted.headers.find("Access-Control-Allow-Headers"),
                 std::string_view("Content-Type"));
        const auto refused = ask("https://evil.example");
        QCOMPARE(refused.status, 204);
        QVERIFY(!refused.headers.contains("Access-Control-Allow-Origin"));
        QVERIFY(!refused.headers.contains("Access-Control-Allow-Methods"));
    }

    void anOrdinaryOptionsNamesTheMethods()
    {
        const auto asked = exchange("OPTIONS", "");
        core::start(http::corsPreflight(cors, "POST", "Content-Type")(asked));
        QCOMPARE(asked->answer().status, 204);
        QCOMPARE(asked->answer().headers.find("Allow"), std::string_view("POST"));
    }
};

QTEST_GUILESS_MAIN(CorsHandlerTest)
#include "CorsHandlerTest.moc"
