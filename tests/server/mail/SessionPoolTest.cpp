// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/SessionPool.h"

#include "ScriptedMailServer.h"
#include "mail/MailboxKey.h"
#include "state/MemoryStore.h"
#include "support/FakeClock.h"

#include <QTest>

#include <atomic>
#include <optional>
#include <semaphore>
#include <set>

using namespace std::chrono_literals;
using core::ErrorKind;
using mail::SessionPool;
using scripted::MailServer;
using scripted::session;
using Lease = SessionPool::Lease;

namespace {

/// A take() that is on its way.
struct Request
{
    std::optional<core::Result<Lease>> outcome;
    core::CancellationSource source;

    bool hasFailed(ErrorKind kind) const
    {
        return outcome && !*outcome && outcome->error().kind == kind;
    }
};

core::Task<void> take(SessionPool &pool, account::MailAccountPtr account, Request &request)
{
    request.outcome.emplace(co_await pool.take(std::move(account), SessionPool::Freshness::Any,
                                               core::deadlineIn(10s), request.source.token()));
}

core::Result<core::Done> logout(const Lease &lease)
{
    return support::await(lease.connection().logout(core::deadlineIn(5s)));
}

const std::string goodbye = "C: TAG LOGOUT\nS: * BYE\nS: TAG OK\nCLOSE\n";

const std::string refusedLogin = "S: * OK [CAPABILITY IMAP4rev1] ready\n"
                                 "C: TAG LOGIN \"alice\" \"pw\"\n"
                                 "S: TAG NO [AUTHENTICATIONFAILED] no\n";

/// A memory for refused logins.
struct Counting
{
    support::FakeClock clock;
    core::SystemRandom random;
    state::MemoryStore store{clock, random};
    state::LoginRefusals refusals{store};

    bool isRevoked(const std::string &family)
    {
        const auto revoked = support::await(store.isFamilyRevoked(family));
        return revoked && *revoked;
    }
};

account::MailAccount sampleAccount()
{
    account::MailAccount result;
    result.imap = {.host = "mail.example.com", .port = 993};
    result.imapLogin.username = "alice";
    result.imapLogin.password = core::Secret::copyOf("secret");
    return result;
}

} // namespace

class SessionPoolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReturnedConnectionIsLentAgain()
    {
        MailServer mail(session() + "CLOSED");
        {
            const auto lease = mail.take();
            QVERIFY(lease);
            QVERIFY(!lease->isReused());
            QCOMPARE(mail.pool.stats().leased, std::size_t(1));
        }
        QCOMPARE(mail.pool.stats().idle, std::size_t(1));
        QCOMPARE(mail.pool.stats().leased, std::size_t(0));
        {
            const auto lease = mail.take();
            QVERIFY(lease);
            QVERIFY(lease->isReused());
        }
        QCOMPARE(mail.verdict(), std::string());
        QCOMPARE(mail.server.connections(), 1);
        QCOMPARE(mail.pool.stats().opened, std::uint64_t(1));
        QCOMPARE(mail.pool.stats().reused, std::uint64_t(1));
    }

    void theLimitOfAMailboxHoldsAndTheNextOneGetsTheConnection()
    {
        MailServer mail(session() + "CLOSED", {.perMailbox = 1, .waitingPerMailbox = 1});
        std::optional<core::Result<Lease>> first = mail.take();
        QVERIFY(*first);
        Request second;
        core::start(take(mail.pool, scripted::account(mail.server), second));
        QVERIFY(!second.outcome);
        QCOMPARE(mail.pool.stats().waiting, std::size_t(1));

        Request third; // the line is full
        core::start(take(mail.pool, scripted::account(mail.server), third));
        QVERIFY(third.hasFailed(ErrorKind::Busy));

        first.reset();
        QVERIFY(support::waitUntil([&] { return second.outcome.has_value(); }));
        QVERIFY(*second.outcome);
        QVERIFY((*second.outcome)->isReused());
        second.outcome.reset();
        QCOMPARE(mail.verdict(), std::string());
        QCOMPARE(mail.server.connections(), 1);
    }

    void cancellingEndsTheWaitForAConnection()
    {
        MailServer mail(session() + "CLOSED", {.perMailbox = 1});
        std::optional<core::Result<Lease>> first = mail.take();
        Request second;
        core::start(take(mail.pool, scripted::account(mail.server), second));
        second.source.cancel();
        QVERIFY(second.hasFailed(ErrorKind::Cancelled));
        first.reset();
        QCOMPARE(mail.pool.stats().idle, std::size_t(1));
        QCOMPARE(mail.verdict(), std::string());
    }

    void cancellingEndsConnecting()
    {
        MailServer mail("SILENCE");
        Request request;
        core::start(take(mail.pool, scripted::account(mail.server), request));
        QVERIFY(support::waitUntil([&] { return mail.server.connections() == 1; }));
        QCOMPARE(mail.pool.stats().connecting, std::size_t(1));
        request.source.cancel();
        QVERIFY(support::waitUntil([&] { return request.outcome.has_value(); }));
        QVERIFY(request.hasFailed(ErrorKind::Cancelled));
        QCOMPARE(mail.pool.stats().connecting, std::size_t(0));
        QCOMPARE(mail.verdict(), std::string());
    }

    void aServerThatSaysNothingIsGivenUp()
    {
        MailServer mail("SILENCE", {.connect = 20ms});
        const auto lease = mail.take();
        QVERIFY(!lease);
        QCOMPARE(lease.error().kind, ErrorKind::DeadlineExceeded);
        QCOMPARE(mail.verdict(), std::string());
    }

    void aLoginThatIsNotAnsweredIsGivenUp()
    {
        MailServer mail(
            "S: * OK [CAPABILITY IMAP4rev1] ready\nC: TAG LOGIN \"alice\" \"pw\"\nSILENCE",
            {.login = 20ms});
        const auto lease = mail.take();
        QVERIFY(!lease);
        QCOMPARE(lease.error().kind, ErrorKind::DeadlineExceeded);
        QCOMPARE(mail.verdict(), std::string());
    }

    void anotherPasswordNeverGetsAWarmConnection()
    {
        MailServer mail(session() + goodbye + "CONNECTION\n"
                            + "S: * OK [CAPABILITY IMAP4rev1] ready\n"
                              "C: TAG LOGIN \"alice\" \"guessed\"\n"
                              "S: TAG NO [AUTHENTICATIONFAILED] no\nCLOSED",
                        {.perMailbox = 1});
        std::optional<core::Result<Lease>> owner = mail.take();
        QVERIFY(*owner);
        Request guesser;
        core::start(take(mail.pool, scripted::account(mail.server, "guessed"), guesser));
        // It does not stand in the owner's line …
        QCOMPARE(mail.pool.stats().waiting, std::size_t(0));
        QCOMPARE(mail.pool.stats().connecting, std::size_t(1));
        // … and does not get the owner's connection when that is free.
        owner.reset();
        QVERIFY(!guesser.outcome);
        owner.emplace(mail.take());
        QVERIFY(*owner);
        QVERIFY((*owner)->isReused());
        QVERIFY(logout(**owner));
        QVERIFY(support::waitUntil([&] { return guesser.outcome.has_value(); }));
        QVERIFY(guesser.hasFailed(ErrorKind::Unauthenticated));
        owner.reset();
        QCOMPARE(mail.verdict(), std::string());
        QCOMPARE(mail.pool.stats().leased, std::size_t(0));
    }

    void aConnectionThatIsNotUsableAnyMoreIsDropped()
    {
        MailServer mail(session() + goodbye + "CONNECTION\n" + session() + "CLOSED");
        {
            const auto lease = mail.take();
            QVERIFY(logout(*lease));
        }
        QCOMPARE(mail.pool.stats().idle, std::size_t(0));
        QCOMPARE(mail.pool.stats().leased, std::size_t(0));
        {
            const auto lease = mail.take();
            QVERIFY(lease);
            QVERIFY(!lease->isReused());
        }
        QCOMPARE(mail.verdict(), std::string());
    }

    void afterAPauseAConnectionIsAskedFirst()
    {
        MailServer mail(session() + "C: TAG NOOP\nS: TAG OK\nCLOSED", {.probeAfter = 0ms});
        QVERIFY(mail.take());
        const auto lease = mail.take();
        QVERIFY(lease);
        QVERIFY(lease->isReused());
        QCOMPARE(mail.pool.stats().opened, std::uint64_t(1));
    }

    void aConnectionThatDoesNotAnswerIsReplaced_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("closed by the server") << QByteArray("CLOSE\n");
        QTest::newRow("closed on NOOP") << QByteArray("C: TAG NOOP\nCLOSE\n");
        QTest::newRow("reset on NOOP") << QByteArray("C: TAG NOOP\nRESET\n");
        QTest::newRow("goodbye on NOOP")
            << QByteArray("C: TAG NOOP\nS: * BYE idle for too long\nCLOSE\n");
        QTest::newRow("silent") << QByteArray("SILENCE\n");
    }
    void aConnectionThatDoesNotAnswerIsReplaced()
    {
        QFETCH(QByteArray, end);
        MailServer mail(session() + end.toStdString() + "CONNECTION\n" + session() + "CLOSED",
                        {.probeAfter = 0ms, .probe = 50ms});
        QVERIFY(mail.take());
        {
            const auto lease = mail.take();
            QVERIFY(lease);
            QVERIFY(!lease->isReused());
        }
        QCOMPARE(mail.verdict(), std::string());
        QCOMPARE(mail.server.connections(), 2);
    }

    void anIdleConnectionExpires()
    {
        MailServer mail(session() + "CLOSED", {.idle = 1ms});
        QVERIFY(mail.take());
        QVERIFY(support::waitUntil([&] { return mail.pool.stats().idle == 0; }));
        QCOMPARE(mail.server.verdict(), std::string()); // without closeAll()
        QCOMPARE(mail.pool.stats().expired, std::uint64_t(1));
    }

    void aNewConnectionClosesTheStaleOnes()
    {
        MailServer mail(session() + "CLOSED\nCONNECTION\n" + session() + "CLOSED");
        QVERIFY(mail.take());
        {
            const auto lease = mail.take("pw", SessionPool::Freshness::New);
            QVERIFY(lease);
            QVERIFY(!lease->isReused());
        }
        QCOMPARE(mail.pool.stats().idle, std::size_t(1));
        QCOMPARE(mail.verdict(), std::string());
    }

    void theTotalIsKeptAtTheCostOfTheLongestIdle()
    {
        const support::ScriptedServer other(session() + "CLOSED");
        MailServer mail(session() + "CLOSED", {.total = 1});
        QVERIFY(mail.take());
        Request request;
        core::start(take(mail.pool, scripted::account(other), request));
        QVERIFY(support::waitUntil([&] { return request.outcome.has_value(); }));
        QVERIFY(*request.outcome);
        QCOMPARE(mail.server.verdict(), std::string()); // its connection had to go
        QCOMPARE(mail.pool.stats().leased, std::size_t(1));
        QCOMPARE(mail.pool.stats().idle, std::size_t(0));

        // Nothing is idle now, so nothing can go.
        Request refused;
        core::start(take(mail.pool, scripted::account(mail.server), refused));
        QVERIFY(support::waitUntil([&] { return refused.outcome.has_value(); }));
        QVERIFY(refused.hasFailed(ErrorKind::Busy));
        request.outcome.reset();
        mail.pool.closeAll();
        QCOMPARE(other.verdict(), std::string());
    }

    void aHostThatDoesNotAnswerHoldsUpOnlyItsOwnUsers()
    {
        const support::ScriptedServer healthy(session() + "CLOSED");
        MailServer mail("SILENCE", {.connectingPerHost = 1, .waitingPerHost = 1});
        Request stuck;
        Request waiting;
        Request refused;
        core::start(take(mail.pool, scripted::account(mail.server, "a"), stuck));
        core::start(take(mail.pool, scripted::account(mail.server, "b"), waiting));
        core::start(take(mail.pool, scripted::account(mail.server, "c"), refused));
        QVERIFY(refused.hasFailed(ErrorKind::Busy));
        QCOMPARE(mail.pool.stats().connecting, std::size_t(1));
        QCOMPARE(mail.pool.stats().waiting, std::size_t(1));

        Request other;
        core::start(take(mail.pool, scripted::account(healthy), other));
        QVERIFY(support::waitUntil([&] { return other.outcome.has_value(); }));
        QVERIFY(*other.outcome);

        waiting.source.cancel();
        QVERIFY(waiting.hasFailed(ErrorKind::Cancelled));
        stuck.source.cancel();
        QVERIFY(support::waitUntil([&] { return stuck.outcome.has_value(); }));
        other.outcome.reset();
        QCOMPARE(mail.verdict(), std::string());
    }

    void manyCallsWithAnOldPasswordMakeThreeLogins() // OA-116, FT-24
    {
        Counting counting;
        MailServer mail(refusedLogin + "CONNECTION\n" + refusedLogin + "CONNECTION\n"
                            + refusedLogin,
                        {}, {}, {}, &counting.refusals);
        std::vector<std::unique_ptr<Request>> requests;
        for (int i = 0; i < 10; ++i) {
            requests.push_back(std::make_unique<Request>());
            core::start(
                take(mail.pool, scripted::account(mail.server, "pw", "family"), *requests.back()));
        }
        for (const auto &request : requests) {
            QVERIFY(support::waitUntil([&] { return request->outcome.has_value(); }));
            QVERIFY(request->hasFailed(ErrorKind::Unauthenticated));
            QVERIFY(request->outcome->error().message.find("connect the mailbox again")
                    != std::string::npos);
        }
        QVERIFY(counting.isRevoked("family"));
        QCOMPARE(mail.verdict(), std::string());
        QCOMPARE(mail.server.connections(), 3);
    }

    void whileLoginsAreUnderWayOthersWaitForTheirTurn() // a good one is never one too many
    {
        Counting counting;
        MailServer mail("SILENCE", {.perMailbox = 5}, {}, {}, &counting.refusals);
        std::vector<Request> requests(5);
        for (auto &request : requests)
            core::start(take(mail.pool, scripted::account(mail.server, "pw", "family"), request));
        QVERIFY(support::waitUntil([&] { return mail.server.connections() == 1; }));
        QCOMPARE(mail.pool.stats().connecting, std::size_t(3));
        for (auto &request : requests) {
            QVERIFY(!request.outcome);
            request.source.cancel();
        }
        for (const auto &request : requests) {
            QVERIFY(support::waitUntil([&] { return request.outcome.has_value(); }));
            QVERIFY(request.hasFailed(ErrorKind::Cancelled));
        }
        QCOMPARE(mail.verdict(), std::string());
    }

    void aServerThatIsDownEndsNoFamily()
    {
        Counting counting;
        const std::string busy = "S: * OK [CAPABILITY IMAP4rev1] ready\n"
                                 "C: TAG LOGIN \"alice\" \"pw\"\n"
                                 "S: TAG NO [UNAVAILABLE] later\n";
        MailServer mail(busy + "CONNECTION\n" + busy + "CONNECTION\n" + busy + "CONNECTION\nCLOSE\n"
                            + "CONNECTION\n" + session() + "CLOSED",
                        {}, {}, {}, &counting.refusals);
        const auto account = scripted::account(mail.server, "pw", "family");
        for (int i = 0; i < 4; ++i) {
            Request request;
            core::start(take(mail.pool, account, request));
            QVERIFY(support::waitUntil([&] { return request.outcome.has_value(); }));
            QVERIFY(request.hasFailed(ErrorKind::Unavailable));
        }
        QVERIFY(!counting.isRevoked("family"));
        Request request;
        core::start(take(mail.pool, account, request));
        QVERIFY(support::waitUntil([&] { return request.outcome.has_value(); }));
        QVERIFY(*request.outcome);
        request.outcome.reset();
        QCOMPARE(mail.verdict(), std::string());
    }

    void whoHangsUpDuringTheLoginIsCountedAllTheSame()
    {
        Counting counting;
        const std::string slow = "S: * OK [CAPABILITY IMAP4rev1] ready\n"
                                 "C: TAG LOGIN \"alice\" \"pw\"\n"
                                 "ANSWER: hangUp\n"
                                 "S: TAG NO [AUTHENTICATIONFAILED] no\n";
        std::vector<Request> requests(3);
        std::atomic<std::size_t> logins = 0;
        std::binary_semaphore hungUp(0);
        support::ScriptedServerOptions options;
        options.answers["hangUp"] = [&](const std::string &) {
            ++logins;
            hungUp.acquire();
            return std::string("* OK wait");
        };
        MailServer mail(slow + "CONNECTION\n" + slow + "CONNECTION\n" + slow, {}, {}, options,
                        &counting.refusals);
        const auto account = scripted::account(mail.server, "pw", "family");
        std::size_t tries = 0;
        for (auto &request : requests) {
            ++tries;
            core::start(take(mail.pool, account, request));
            QVERIFY(support::waitUntil([&] { return logins == tries; }));
            request.source.cancel();
            hungUp.release();
            QVERIFY(support::waitUntil([&] { return request.outcome.has_value(); }));
            QVERIFY(request.hasFailed(ErrorKind::Unauthenticated));
        }
        QVERIFY(counting.isRevoked("family"));
        QCOMPARE(mail.verdict(), std::string());
    }

    void closingAllClosesWhatIsIdleAndWhatComesBack()
    {
        MailServer mail(session() + "CLOSED", {.perMailbox = 1});
        std::optional<core::Result<Lease>> lease = mail.take();
        QVERIFY(*lease);
        Request waiting;
        core::start(take(mail.pool, scripted::account(mail.server), waiting));
        mail.pool.closeAll();
        QVERIFY(waiting.hasFailed(ErrorKind::Unavailable));
        const auto late = mail.take();
        QVERIFY(!late);
        QCOMPARE(late.error().kind, ErrorKind::Unavailable);
        QVERIFY((*lease)->connection().isUsable());
        lease.reset();
        QCOMPARE(mail.server.verdict(), std::string());
        QCOMPARE(mail.pool.stats().leased, std::size_t(0));
    }

    void aLeaseMayOutliveThePool()
    {
        const support::ScriptedServer server(session() + "CLOSED");
        support::CountingRandom random;
        std::optional<core::Result<Lease>> lease;
        {
            SessionPool pool({}, {}, {}, random);
            Request request;
            core::start(take(pool, scripted::account(server), request));
            QVERIFY(support::waitUntil([&] { return request.outcome.has_value(); }));
            lease.emplace(std::move(*request.outcome));
        }
        QVERIFY(*lease);
        lease.reset();
        QCOMPARE(server.verdict(), std::string());
    }

    void theKeyTellsMailboxesApartByEveryField()
    {
        const auto imapKey = [](const account::MailAccount &account, const core::Secret &key) {
            return mail::loginKey(account.imap, account.imapLogin, key);
        };
        const core::Secret key = core::Secret::copyOf("key of this process");
        std::set<std::string> keys;
        std::vector<account::MailAccount> accounts;
        for (int i = 0; i < 6; ++i)
            accounts.push_back(sampleAccount());
        accounts[1].imap.host = "mail.example.co";
        accounts[2].imap.port = 143;
        accounts[3].imap.security = account::Security::StartTls;
        accounts[4].imapLogin.username = "alices";
        accounts[4].imapLogin.password = core::Secret::copyOf("ecret");
        accounts[5].imapLogin.password = core::Secret::copyOf("Secret");
        for (const auto &account : accounts)
            keys.insert(imapKey(account, key));
        QCOMPARE(keys.size(), accounts.size());
        QCOMPARE(imapKey(sampleAccount(), key), imapKey(accounts[0], key));
        const auto ofAnotherProcess = core::Secret::copyOf("another process");
        QVERIFY(imapKey(accounts[0], ofAnotherProcess) != imapKey(accounts[0], key));
        for (const auto &text : keys) {
            QCOMPARE(text.size(), std::size_t(32));
            QVERIFY(text.find("secret") == std::string::npos);
        }
    }
};

QTEST_GUILESS_MAIN(SessionPoolTest)
#include "SessionPoolTest.moc"
