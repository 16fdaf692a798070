// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/SendRecord.h"

#include <QTest>

using namespace std::chrono_literals;
using state::Resend;
using state::SendDecision;
using state::SendRecord;
using state::SendRequest;
using state::SendState;

Q_DECLARE_METATYPE(SendRecord)

namespace {

constexpr std::int64_t start = 1000;

SendRequest request(Resend resend = Resend::Never)
{
    return {.id = "id", .content = "text", .window = 600s, .resend = resend};
}

/// A record whose first attempt began at `start` and has come so far.
SendRecord recordAt(SendState state)
{
    SendRecord record;
    record.begin("hash", request(), start);
    record.advance({.id = "id", .attempt = 1, .state = state, .window = 600s, .result = "r"},
                   start);
    return record;
}

SendRecord forcedAgain()
{
    auto record = recordAt(SendState::Submitted);
    record.begin("hash", request(Resend::Forced), start);
    return record;
}

} // namespace

class SendRecordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDecision_data()
    {
        QTest::addColumn<SendRecord>("record");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<Resend>("resend");
        QTest::addColumn<int>("age"); // seconds since the last step
        QTest::addColumn<SendDecision>("decision");
        QTest::addColumn<quint32>("attempt");
        const auto row = [](const char *name, const SendRecord &record, const char *content,
                            Resend resend, int age, SendDecision decision, quint32 attempt) {
            QTest::newRow(name) << record << QByteArray(content) << resend << age << decision
                                << attempt;
        };
        const auto never = Resend::Never;
        const auto forced = Resend::Forced;
        using enum SendDecision;
        row("a new one", {}, "hash", never, 0, Send, 1);
        row("a new one, forced", {}, "hash", forced, 0, Send, 1);
        row("an attempt that left nothing", recordAt(SendState::Begun), "hash", never, 0, Send, 2);
        row("may have got through", recordAt(SendState::Submitted), "hash", never, 0, Unknown, 0);
        row("may have got through, ten minutes ago", recordAt(SendState::Submitted), "hash", never,
            86399, Unknown, 0);
        row("may have got through, yesterday", recordAt(SendState::Submitted), "hash", never, 86400,
            Send, 1);
        row("may have got through, forced", recordAt(SendState::Submitted), "hash", forced, 0, Send,
            2);
        row("forced, then left nothing", forcedAgain(), "hash", never, 0, Unknown, 0);
        row("forced twice", forcedAgain(), "hash", forced, 0, Send, 3);
        row("TA-23 accepted", recordAt(SendState::Accepted), "hash", never, 599, Duplicate, 1);
        row("accepted, forced", recordAt(SendState::Accepted), "hash", forced, 0, Duplicate, 1);
        row("TA-23 filed", recordAt(SendState::Filed), "hash", never, 599, Duplicate, 1);
        row("filed, the window is over", recordAt(SendState::Filed), "hash", never, 600, Send, 1);
        row("TA-24 other content", recordAt(SendState::Filed), "other", never, 0, Conflict, 0);
        row("other content, forced", recordAt(SendState::Submitted), "other", forced, 0, Conflict,
            0);
        row("other content, the window is over", recordAt(SendState::Filed), "other", never, 600,
            Send, 1);
    }
    void aDecision()
    {
        QFETCH(SendRecord, record);
        QFETCH(QByteArray, content);
        QFETCH(Resend, resend);
        QFETCH(int, age);
        QFETCH(SendDecision, decision);
        QFETCH(quint32, attempt);
        const auto claim = record.begin(content.toStdString(), request(resend), start + age);
        QVERIFY(claim.decision == decision);
        QCOMPARE(claim.attempt, attempt);
        if (decision == SendDecision::Duplicate)
            QCOMPARE(claim.result, std::string("r"));
    }

    void theFirstBeginningIsRemembered()
    {
        auto record = recordAt(SendState::Submitted);
        QCOMPARE(record.begin("hash", request(Resend::Forced), start + 50).begunAt, start);
        QCOMPARE(record.begin("hash", request(), start + 90000).begunAt, start + 90000);
    }

    void onlyTheLatestAttemptMovesOn()
    {
        SendRecord record;
        record.begin("hash", request(), start);
        record.begin("hash", request(), start);
        const auto step = [](std::uint32_t attempt) {
            return state::SendStep{.id = "id", .attempt = attempt, .state = SendState::Submitted};
        };
        QVERIFY(!record.advance(step(1), start));
        QVERIFY(!record.advance(step(3), start));
        QVERIFY(record.advance(step(2), start));
        SendRecord none;
        QVERIFY(!none.advance(step(0), start));
    }

    void onlyWhatLeftNothingIsForgottenAtOnce()
    {
        QVERIFY(recordAt(SendState::Begun).isVoid());
        QVERIFY(!recordAt(SendState::Submitted).isVoid());
        QVERIFY(!recordAt(SendState::Accepted).isVoid());
        QVERIFY(!forcedAgain().isVoid());
    }

    void askingAboutAnAttemptChangesNothing()
    {
        auto record = recordAt(SendState::Submitted);
        record.begin("hash", request(), start);
        // The server had refused it after all.
        record.advance({.id = "id", .attempt = 1, .state = SendState::Begun}, start);
        QVERIFY(record.isVoid());
    }
};

QTEST_GUILESS_MAIN(SendRecordTest)
#include "SendRecordTest.moc"
