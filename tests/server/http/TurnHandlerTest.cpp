// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/TurnHandler.h"

#include "core/Async.h"
#include "support/FakeExchange.h"

#include <QTest>

#include <stdexcept>

using support::FakeExchange;

namespace {

core::Task<void> answer(http::ExchangePtr exchange)
{
    exchange->respond(http::Response::text(200, "ok"));
    co_return;
}

core::Task<void> fail(http::ExchangePtr)
{
    throw std::runtime_error("broken");
    co_return;
}

core::Task<void> noteFailure(core::Task<void> task, std::string &what)
{
    try {
        co_await std::move(task);
    } catch (const std::runtime_error &error) {
        what = error.what();
    }
}

} // namespace

class TurnHandlerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAnswerComesInALaterTurn()
    {
        const auto exchange = std::make_shared<FakeExchange>(http::Request());
        {
            const auto handler = http::inTurn(answer);
            core::start(handler(exchange)); // which outlives the handler
        }
        QVERIFY(!exchange->isComplete());
        QCoreApplication::processEvents();
        QVERIFY(exchange->isComplete());
        QCOMPARE(exchange->answer().body, std::string("ok"));
    }

    void whatGoesWrongIsSeenByTheOneWhoWaits()
    {
        const auto handler = http::inTurn(fail);
        std::string what;
        core::start(noteFailure(handler(std::make_shared<FakeExchange>(http::Request())), what));
        QCoreApplication::processEvents();
        QCOMPARE(what, std::string("broken"));
    }
};

QTEST_GUILESS_MAIN(TurnHandlerTest)
#include "TurnHandlerTest.moc"
