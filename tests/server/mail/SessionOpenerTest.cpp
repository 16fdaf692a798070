// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/SessionOpener.h"

#include "ScriptedMailServer.h"

#include <QTest>

#include <optional>

using namespace std::chrono_literals;
using core::ErrorKind;
using mail::SessionOpener;
using Turn = SessionOpener::Turn;
using Urgency = SessionOpener::Urgency;

namespace {

account::MailAccountPtr accountOf(const std::string &user, const std::string &host = "mail.test")
{
    account::MailAccount result;
    result.imap = {.host = host, .port = 993};
    result.imapLogin.username = user;
    result.imapLogin.password = core::Secret::copyOf("pw");
    return std::make_shared<const account::MailAccount>(std::move(result));
}

/// Somebody who waits for a turn.
struct Request
{
    std::optional<core::Result<Turn>> turn;
    core::CancellationSource source;

    bool isAdmitted() const { return turn && *turn; }
    bool hasFailed(ErrorKind kind) const { return turn && !*turn && turn->error().kind == kind; }
};

core::Task<void> enter(SessionOpener &opener, account::MailAccountPtr account, Urgency urgency,
                       Request &request)
{
    request.turn.emplace(co_await opener.waitForTurn(
        std::move(account), urgency, core::deadlineIn(10s), request.source.token()));
}

} // namespace

class SessionOpenerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectionsThatNobodyAskedForLeaveTheRestToPeople()
    {
        auto opener = makeOpener({.connectingPerHost = 2, .connectingUnaskedPerHost = 1});
        Request first;
        Request second;
        Request person;
        begin(*opener, "a", Urgency::Unasked, first);
        begin(*opener, "b", Urgency::Unasked, second);
        begin(*opener, "c", Urgency::Asked, person);
        QVERIFY(first.isAdmitted());
        QVERIFY(!second.turn);
        QVERIFY(person.isAdmitted());
        QCOMPARE(opener->waiting(), std::size_t(0)); // of people
        first.turn.reset();
        QVERIFY(second.isAdmitted());
    }

    void theLineOfThoseIsBounded()
    {
        auto opener = makeOpener({.connectingUnaskedPerHost = 1, .waitingUnaskedPerHost = 1});
        Request inside;
        Request waiting;
        Request refused;
        begin(*opener, "a", Urgency::Unasked, inside);
        begin(*opener, "b", Urgency::Unasked, waiting);
        begin(*opener, "c", Urgency::Unasked, refused);
        QVERIFY(inside.isAdmitted());
        QVERIFY(!waiting.turn);
        QVERIFY(refused.hasFailed(ErrorKind::Busy));
        Request elsewhere;
        core::start(enter(*opener, accountOf("c", "other.test"), Urgency::Unasked, elsewhere));
        QVERIFY(elsewhere.isAdmitted());
        waiting.source.cancel();
        QVERIFY(waiting.hasFailed(ErrorKind::Cancelled));
    }

    void noMoreLoginsOfAMailboxAtOnceThanMayBeRefused()
    {
        auto opener = makeOpener({.loginsPerMailbox = 100, .waitingPerMailbox = 1});
        std::vector<Request> requests(state::LoginRefusals::allowed + 2);
        for (auto &request : requests)
            begin(*opener, "same", Urgency::Asked, request);
        for (std::size_t i = 0; i < state::LoginRefusals::allowed; ++i)
            QVERIFY(requests[i].isAdmitted());
        auto &waiting = requests[state::LoginRefusals::allowed];
        QVERIFY(!waiting.turn);
        QVERIFY(requests.back().hasFailed(ErrorKind::Busy));
        requests.front().turn.reset();
        QVERIFY(waiting.isAdmitted());
    }

    void closingSendsAwayWhoWaits()
    {
        auto opener = makeOpener({.connectingUnaskedPerHost = 1});
        Request inside;
        Request waiting;
        begin(*opener, "a", Urgency::Unasked, inside);
        begin(*opener, "b", Urgency::Unasked, waiting);
        opener->close();
        QVERIFY(waiting.hasFailed(ErrorKind::Unavailable));
        Request late;
        begin(*opener, "c", Urgency::Asked, late);
        QVERIFY(late.hasFailed(ErrorKind::Unavailable));
        opener.reset(); // a turn may outlive it
        inside.turn.reset();
    }

private:
    static std::unique_ptr<SessionOpener> makeOpener(const SessionOpener::Limits &limits)
    {
        support::CountingRandom random;
        return std::make_unique<SessionOpener>(net::TlsPolicy(), limits, random, nullptr);
    }
    static void begin(SessionOpener &opener, const std::string &user, Urgency urgency,
                      Request &request)
    {
        core::start(enter(opener, accountOf(user), urgency, request));
    }
};

QTEST_GUILESS_MAIN(SessionOpenerTest)
#include "SessionOpenerTest.moc"
