// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/state/StoreStage.h"

#include "core/Async.h"
#include "core/Base64.h"
#include "state/OpenStateStore.h"
#include "support/Await.h"
#include "support/FakeClock.h"
#include "support/RedisServer.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <limits>
#include <map>
#include <memory>
#include <vector>

using namespace std::chrono_literals;
using stage::get;
using state::ClaimKind;
using state::RotationOutcome;
using state::StateStore;
using support::await;

namespace {

core::Task<void> claim(StateStore &store, std::string id, std::int64_t issuedAt,
                       std::shared_ptr<std::vector<bool>> answers)
{
    const auto isFirst = co_await store.claimOnce(ClaimKind::AuthorizationCode, id, issuedAt, 60s);
    answers->push_back(isFirst && *isFirst);
}

core::Task<void> submit(StateStore &store, std::shared_ptr<std::vector<bool>> submitted)
{
    const state::SendRequest request{.id = "m", .content = "text", .window = 600s};
    const auto claim = co_await store.beginSend(request);
    if (!claim || claim->decision != state::SendDecision::Send) {
        submitted->push_back(false);
        co_return;
    }
    const state::SendStep step{
        .id = "m", .attempt = claim->attempt, .state = state::SendState::Submitted, .window = 600s};
    const auto isCurrent = co_await store.advanceSend(step);
    submitted->push_back(isCurrent && *isCurrent);
}

core::Task<void> addSeal(StateStore &store, std::shared_ptr<std::vector<std::uint64_t>> totals)
{
    const auto total = co_await store.addSeals("k1", 1);
    totals->push_back(total ? *total : 0);
}

} // namespace

/// What every store has to do, for each of them.
class StateStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();

    void somethingIsClaimedOnce();
    void kindsAreClaimedApart();
    void onlyOneOfFiftyAtTheSameTimeClaims();
    void whatIsOlderThanTheStoreCannotBeClaimed();
    void aClaimIsForgottenWhenNothingCanClaimItAnyMore();
    void aFamilyRotates();
    void theOneBeforeIsGraceForAWhile();
    void anOldOneRevokesTheFamily();
    void onlyOneOfManyRotates();
    void anUnknownFamilyDoesNotRotate();
    void aFamilyBeginsOnce();
    void aFamilyEndsAtItsTime();
    void aRevokedFamilyStaysRevoked();
    void aFamilyRevokedBeforeItBeginsDoesNotBegin();
    void revocationOutlivesTheFamily();
    void aDeniedClientIsDeniedUntilAllowed();
    void aClientIsDeniedAndAllowedByItsHandle();
    void notBeforeOnlyMovesForward();
    void aTokenIsRevokedForEachOfItsReasons();
    void legacyTokensWithoutOriginAreNotRevoked();
    void clientsAreListed();
    void ratesAreLimited();
    void aMessageIsSentOnce();
    void onlyOneOfFiftyAtTheSameTimeSubmits();
    void whatLeftNothingIsForgotten();
    void sentMessagesAreForgottenInTime();
    void sealsAreCountedForEachKey();
    void sealsOfFiftyAtTheSameTimeAreAllCounted();
    void keyedHashesStayTheSame();
    void theHealthCheckSucceeds();

private:
    std::int64_t now() const { return m_clock.secondsSinceEpoch(); }
    state::Family family(std::string id) const { return stage::family(std::move(id), m_clock); }

    std::string redisUrl(const std::string &backend, net::TlsPolicy &tls);

    std::map<QString, std::unique_ptr<support::RedisServer>> m_servers;
    std::unique_ptr<QTemporaryDir> m_directory;
    support::FakeClock m_clock;
    core::SystemRandom m_random;
    std::unique_ptr<StateStore> m_store;
};

void StateStoreTest::initTestCase_data()
{
    QTest::addColumn<std::string>("backend");
    QTest::newRow("memory") << std::string("memory:");
    QTest::newRow("sqlite") << std::string("sqlite:");
    // Where there is no server, the configuration of the full test run has failed already.
    for (const QString &program : support::RedisServer::programs()) {
        const QString name = program.section(u'/', -1);
        for (const char *way : {"in the clear", "as a user with few rights", "over TLS"})
            QTest::addRow("%s %s", qPrintable(name), way) << program.toStdString() + ' ' + way;
    }
}

/// "/path/of/program way": starts that server, or empties it if it runs already.
std::string StateStoreTest::redisUrl(const std::string &backend, net::TlsPolicy &tls)
{
    const auto program = QString::fromStdString(backend.substr(0, backend.find(' ')));
    auto &server = m_servers[program];
    if (!server)
        server = std::make_unique<support::RedisServer>("", program);
    server->command("FLUSHALL");
    tls.extraCaFile = server->authorityFile();
    if (backend.ends_with("over TLS"))
        return server->tlsUserUrl();
    return backend.ends_with("rights") ? server->userUrl() : server->url();
}

void StateStoreTest::init()
{
    QFETCH_GLOBAL(std::string, backend);
    m_store.reset();
    m_clock = support::FakeClock();
    m_directory = std::make_unique<QTemporaryDir>();
    const auto ring = crypto::KeyRing::parse(core::encodeBase64(std::string(31, 'k') + 'y'), "");
    QVERIFY(ring);
    net::TlsPolicy tls;
    std::string url = backend;
    if (backend == "sqlite:")
        url += m_directory->filePath(QStringLiteral("state.db")).toStdString();
    else if (backend.starts_with('/'))
        url = redisUrl(backend, tls);
    auto store = state::openStateStore(url, *ring, m_clock, m_random, tls);
    QVERIFY2(store, store ? "" : store.error().message.c_str());
    m_store = std::move(*store);
}

void StateStoreTest::somethingIsClaimedOnce()
{
    QVERIFY(get(m_store->claimOnce(ClaimKind::AuthorizationCode, "a", now(), 60s)));
    QVERIFY(!get(m_store->claimOnce(ClaimKind::AuthorizationCode, "a", now(), 60s)));
    QVERIFY(get(m_store->claimOnce(ClaimKind::AuthorizationCode, "b", now(), 60s)));
}

void StateStoreTest::kindsAreClaimedApart()
{
    QVERIFY(get(m_store->claimOnce(ClaimKind::AuthorizationCode, "a", now(), 60s)));
    QVERIFY(get(m_store->claimOnce(ClaimKind::AuthorizationRequest, "a", now(), 60s)));
    QVERIFY(get(m_store->claimOnce(ClaimKind::LegacyRefreshToken, "a", now(), 60s)));
    QVERIFY(get(m_store->claimOnce(ClaimKind::ProtocolState, "a", now(), 60s)));
    QVERIFY(!get(m_store->claimOnce(ClaimKind::ProtocolState, "a", now(), 60s)));
}

void StateStoreTest::onlyOneOfFiftyAtTheSameTimeClaims() // OA-068
{
    const auto answers = std::make_shared<std::vector<bool>>();
    for (int i = 0; i < 50; ++i)
        core::start(claim(*m_store, "code", now(), answers));
    QVERIFY(support::waitUntil([&] { return answers->size() == 50; }));
    QCOMPARE(std::ranges::count(*answers, true), 1);
}

void StateStoreTest::whatIsOlderThanTheStoreCannotBeClaimed() // OA-069
{
    QVERIFY(!get(m_store->claimOnce(ClaimKind::AuthorizationCode, "a", now() - 1, 60s)));
    QVERIFY(!get(m_store->claimOnce(ClaimKind::AuthorizationRequest, "a", now() - 1, 600s)));
    QVERIFY(!get(m_store->claimOnce(ClaimKind::ProtocolState, "a", now() - 1, 300s)));
    // Tokens of the Ruby server are all older.
    QVERIFY(get(m_store->claimOnce(ClaimKind::LegacyRefreshToken, "a", now() - 86400, 720h)));
}

void StateStoreTest::aClaimIsForgottenWhenNothingCanClaimItAnyMore()
{
    const std::int64_t issuedAt = now();
    QVERIFY(get(m_store->claimOnce(ClaimKind::AuthorizationCode, "a", issuedAt, 60s)));
    m_clock.advance(60s + StateStore::claimMargin - 1s);
    QVERIFY(!get(m_store->claimOnce(ClaimKind::AuthorizationCode, "a", issuedAt, 60s)));
    m_clock.advance(61s);
    QVERIFY(get(m_store->claimOnce(ClaimKind::AuthorizationCode, "a", issuedAt, 60s)));
}

void StateStoreTest::aFamilyRotates() // OA-089
{
    get(m_store->createFamily(family("f")));
    for (std::uint32_t generation = 0; generation < 5; ++generation) {
        m_clock.advance(1h);
        const auto rotation = get(m_store->rotate("f", generation));
        QCOMPARE(nameOf(rotation.outcome), nameOf(RotationOutcome::Rotated));
        QCOMPARE(rotation.generation, generation + 1);
    }
    QVERIFY(!get(m_store->isFamilyRevoked("f")));
}

void StateStoreTest::theOneBeforeIsGraceForAWhile() // OA-091
{
    get(m_store->createFamily(family("f")));
    QCOMPARE(get(m_store->rotate("f", 0)).generation, 1U);
    m_clock.advance(30s);
    for (int i = 0; i < 3; ++i) {
        const auto rotation = get(m_store->rotate("f", 0));
        QCOMPARE(nameOf(rotation.outcome), nameOf(RotationOutcome::Grace));
        QCOMPARE(rotation.generation, 1U);
    }
    // What grace gave is usable.
    QCOMPARE(get(m_store->rotate("f", 1)).generation, 2U);
}

void StateStoreTest::anOldOneRevokesTheFamily() // OA-092
{
    get(m_store->createFamily(family("f")));
    get(m_store->rotate("f", 0));
    m_clock.advance(61s);
    QVERIFY(!get(m_store->isFamilyRevoked("f")));
    QCOMPARE(nameOf(get(m_store->rotate("f", 0)).outcome), nameOf(RotationOutcome::Reuse));
    QVERIFY(get(m_store->isFamilyRevoked("f")));
    QCOMPARE(nameOf(get(m_store->rotate("f", 1)).outcome), nameOf(RotationOutcome::Revoked));
}

void StateStoreTest::onlyOneOfManyRotates()
{
    get(m_store->createFamily(family("f")));
    std::vector<RotationOutcome> outcomes;
    for (int i = 0; i < 5; ++i)
        outcomes.push_back(get(m_store->rotate("f", 0)).outcome);
    QCOMPARE(std::ranges::count(outcomes, RotationOutcome::Rotated), 1);
    QCOMPARE(std::ranges::count(outcomes, RotationOutcome::Grace), 3);
    QCOMPARE(std::ranges::count(outcomes, RotationOutcome::Reuse), 1);
}

void StateStoreTest::anUnknownFamilyDoesNotRotate()
{
    QCOMPARE(nameOf(get(m_store->rotate("unknown", 0)).outcome), nameOf(RotationOutcome::Revoked));
    QVERIFY(!get(m_store->isFamilyRevoked("unknown")));
}

void StateStoreTest::aFamilyBeginsOnce()
{
    get(m_store->createFamily(family("f")));
    const auto again = await(m_store->createFamily(family("f")));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, core::ErrorKind::Conflict);
}

void StateStoreTest::aFamilyEndsAtItsTime()
{
    auto shortFamily = family("f");
    shortFamily.expiresAt = now() + 100;
    get(m_store->createFamily(shortFamily));
    m_clock.advance(99s);
    QCOMPARE(nameOf(get(m_store->rotate("f", 0)).outcome), nameOf(RotationOutcome::Rotated));
    m_clock.advance(1s);
    QCOMPARE(nameOf(get(m_store->rotate("f", 1)).outcome), nameOf(RotationOutcome::Revoked));
}

void StateStoreTest::aRevokedFamilyStaysRevoked() // OA-099
{
    get(m_store->createFamily(family("f")));
    get(m_store->createFamily(family("g")));
    get(m_store->revokeFamily("f"));
    QVERIFY(get(m_store->isFamilyRevoked("f")));
    QVERIFY(!get(m_store->isFamilyRevoked("g")));
    QCOMPARE(nameOf(get(m_store->rotate("f", 0)).outcome), nameOf(RotationOutcome::Revoked));
    get(m_store->revokeFamily("f"));
    m_clock.advance(10s);
    QVERIFY(get(m_store->isFamilyRevoked("f")));
}

void StateStoreTest::aFamilyRevokedBeforeItBeginsDoesNotBegin() // OA-067
{
    get(m_store->revokeFamily("f"));
    QVERIFY(get(m_store->isFamilyRevoked("f")));
    const auto created = await(m_store->createFamily(family("f")));
    QVERIFY(!created);
    QCOMPARE(created.error().kind, core::ErrorKind::Conflict);
    QCOMPARE(nameOf(get(m_store->rotate("f", 0)).outcome), nameOf(RotationOutcome::Revoked));
}

void StateStoreTest::revocationOutlivesTheFamily()
{
    auto shortFamily = family("f");
    shortFamily.expiresAt = now() + 100;
    get(m_store->createFamily(shortFamily));
    get(m_store->revokeFamily("f"));
    m_clock.advance(std::chrono::hours(24 * 30));
    get(m_store->createFamily(family("another")));
    QVERIFY(get(m_store->isFamilyRevoked("f")));
}

void StateStoreTest::aDeniedClientIsDeniedUntilAllowed() // OA-021
{
    QVERIFY(!get(m_store->isClientDenied("client-1")));
    get(m_store->denyClient("client-1"));
    QVERIFY(get(m_store->isClientDenied("client-1")));
    QVERIFY(!get(m_store->isClientDenied("client-2")));
    m_clock.advance(std::chrono::hours(24 * 1000));
    get(m_store->createFamily(family("another")));
    QVERIFY(get(m_store->isClientDenied("client-1")));
    get(m_store->allowClient("client-1"));
    QVERIFY(!get(m_store->isClientDenied("client-1")));
    get(m_store->allowClient("never heard of"));
}

void StateStoreTest::aClientIsDeniedAndAllowedByItsHandle()
{
    get(m_store->createFamily(family("f")));
    const auto clients = get(m_store->listClients());
    QCOMPARE(clients.size(), 1U);
    get(m_store->denyClientByHandle(clients.front().handle));
    QVERIFY(get(m_store->isClientDenied("client-1")));
    get(m_store->allowClientByHandle(clients.front().handle));
    QVERIFY(!get(m_store->isClientDenied("client-1")));
    for (const std::string_view handle : {"", "0000000000000000", "client-1"}) {
        const auto denied = await(m_store->denyClientByHandle(handle));
        QVERIFY(!denied);
        QCOMPARE(denied.error().kind, core::ErrorKind::NotFound);
        const auto allowed = await(m_store->allowClientByHandle(handle));
        QVERIFY(!allowed);
        QCOMPARE(allowed.error().kind, core::ErrorKind::NotFound);
    }
}

void StateStoreTest::notBeforeOnlyMovesForward() // OA-101
{
    QCOMPARE(get(m_store->notBefore()), 0);
    get(m_store->setNotBefore(now()));
    QCOMPARE(get(m_store->notBefore()), now());
    get(m_store->setNotBefore(now() - 1000));
    QCOMPARE(get(m_store->notBefore()), now());
}

void StateStoreTest::aTokenIsRevokedForEachOfItsReasons()
{
    const state::TokenOrigin origin("f", "client-1", now());
    const state::TokenOrigin other("g", "client-2", now() + 1);
    QVERIFY(!get(state::isRevoked(*m_store, origin)));
    get(m_store->revokeFamily("f"));
    QVERIFY(get(state::isRevoked(*m_store, origin)));
    QVERIFY(!get(state::isRevoked(*m_store, other)));
    get(m_store->denyClient("client-2"));
    QVERIFY(get(state::isRevoked(*m_store, other)));
    const state::TokenOrigin third("h", "client-3", now());
    QVERIFY(!get(state::isRevoked(*m_store, third)));
    get(m_store->setNotBefore(now() + 1));
    QVERIFY(get(state::isRevoked(*m_store, third)));
    QVERIFY(!get(state::isRevoked(*m_store, state::TokenOrigin("h", "client-3", now() + 1))));
}

void StateStoreTest::legacyTokensWithoutOriginAreNotRevoked()
{
    get(m_store->revokeFamily(""));
    get(m_store->denyClient(""));
    const state::TokenOrigin legacy({}, {}, now() - 1000);
    QVERIFY(!get(state::isRevoked(*m_store, legacy)));
    get(m_store->setNotBefore(now()));
    QVERIFY(get(state::isRevoked(*m_store, legacy)));
}

void StateStoreTest::clientsAreListed()
{
    QVERIFY(get(m_store->listClients()).empty());
    const std::int64_t start = now();
    get(m_store->createFamily(family("f")));
    get(m_store->createFamily(family("g")));
    m_clock.advance(100s);
    auto other = family("h");
    other.clientHash = "client-2";
    other.clientName = "Other";
    get(m_store->createFamily(other));
    m_clock.advance(100s);
    get(m_store->rotate("f", 0));
    get(m_store->revokeFamily("g"));
    get(m_store->denyClient("client-2"));

    const auto clients = get(m_store->listClients());
    QCOMPARE(clients.size(), 2U);
    QCOMPARE(clients[0].name, std::string("Example"));
    QCOMPARE(clients[0].firstSeenAt, start);
    QCOMPARE(clients[0].lastUsedAt, start + 200);
    QCOMPARE(clients[0].activeFamilies, 1U);
    QVERIFY(!clients[0].isDenied);
    QCOMPARE(clients[1].name, std::string("Other"));
    QCOMPARE(clients[1].lastUsedAt, start + 100);
    QVERIFY(clients[1].isDenied);
    QCOMPARE(clients[0].handle.size(), 16U);
    QVERIFY(clients[0].handle != clients[1].handle);
}

void StateStoreTest::ratesAreLimited() // OA-056
{
    const state::Rate rate{.interval = 5min, .burst = 5};
    for (int i = 0; i < 5; ++i)
        QVERIFY(get(m_store->take("login-account", "alice", rate)).isAllowed);
    const auto refused = get(m_store->take("login-account", "alice", rate));
    QVERIFY(!refused.isAllowed);
    QVERIFY(refused.retryAfter == 5min);
    QVERIFY(get(m_store->take("login-account", "bob", rate)).isAllowed);
    QVERIFY(get(m_store->take("login-address", "alice", rate)).isAllowed);
    get(m_store->giveBack("login-account", "alice", rate));
    QVERIFY(get(m_store->take("login-account", "alice", rate)).isAllowed);
    m_clock.advance(5min);
    QVERIFY(get(m_store->take("login-account", "alice", rate)).isAllowed);
    QVERIFY(!get(m_store->take("login-account", "alice", rate)).isAllowed);
}

void StateStoreTest::aMessageIsSentOnce() // M-22
{
    const state::SendRequest request{.id = "m", .content = "text", .window = 600s};
    auto claim = get(m_store->beginSend(request));
    QVERIFY(claim.decision == state::SendDecision::Send);
    QCOMPARE(claim.begunAt, now());
    state::SendStep step{
        .id = "m", .attempt = claim.attempt, .state = state::SendState::Submitted, .window = 600s};
    QVERIFY(get(m_store->advanceSend(step)));
    QVERIFY(get(m_store->beginSend(request)).decision == state::SendDecision::Unknown);
    step.state = state::SendState::Accepted;
    QVERIFY(get(m_store->advanceSend(step)));
    step.state = state::SendState::Filed;
    step.result = "where";
    QVERIFY(get(m_store->advanceSend(step)));
    claim = get(m_store->beginSend(request));
    QVERIFY(claim.decision == state::SendDecision::Duplicate);
    QVERIFY(claim.state == state::SendState::Filed);
    QCOMPARE(claim.result, std::string("where"));
    const state::SendRequest other{.id = "m", .content = "other text", .window = 600s};
    QVERIFY(get(m_store->beginSend(other)).decision == state::SendDecision::Conflict);
}

void StateStoreTest::onlyOneOfFiftyAtTheSameTimeSubmits()
{
    const auto submitted = std::make_shared<std::vector<bool>>();
    for (int i = 0; i < 50; ++i)
        core::start(submit(*m_store, submitted));
    QVERIFY(support::waitUntil([&] { return submitted->size() == 50; }));
    QCOMPARE(std::ranges::count(*submitted, true), 1);
}

void StateStoreTest::whatLeftNothingIsForgotten()
{
    const state::SendRequest request{.id = "m", .content = "text", .window = 600s};
    const auto claim = get(m_store->beginSend(request));
    const state::SendStep step{.id = "m", .attempt = claim.attempt};
    QVERIFY(get(m_store->advanceSend(step)));
    QVERIFY(!get(m_store->advanceSend(step)));
    const state::SendRequest corrected{.id = "m", .content = "other", .window = 600s};
    QVERIFY(get(m_store->beginSend(corrected)).decision == state::SendDecision::Send);
}

void StateStoreTest::sentMessagesAreForgottenInTime()
{
    const state::SendRequest request{.id = "m", .content = "text", .window = 600s};
    const auto claim = get(m_store->beginSend(request));
    const state::SendStep step{
        .id = "m", .attempt = claim.attempt, .state = state::SendState::Filed, .window = 600s};
    QVERIFY(get(m_store->advanceSend(step)));
    m_clock.advance(599s);
    QVERIFY(get(m_store->beginSend(request)).decision == state::SendDecision::Duplicate);
    m_clock.advance(61s);
    QVERIFY(get(m_store->beginSend({.id = "n", .content = "x", .window = 600s})).decision
            == state::SendDecision::Send); // cleans up
    QVERIFY(!get(m_store->advanceSend(step)));
    QVERIFY(get(m_store->beginSend(request)).decision == state::SendDecision::Send);
}

void StateStoreTest::sealsAreCountedForEachKey()
{
    QCOMPARE(get(m_store->addSeals("k1", 0)), 0U);
    QCOMPARE(get(m_store->addSeals("k1", 1000)), 1000U);
    QCOMPARE(get(m_store->addSeals("k2", 7)), 7U);
    QCOMPARE(get(m_store->addSeals("", 1)), 1U);
    // Past what a key may seal, the total still says the truth.
    constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
    QCOMPARE(get(m_store->addSeals("k1", static_cast<std::uint32_t>(most))), most + 1000);
    m_clock.advance(StateStore::revocationMemory * 2);
    get(m_store->createFamily(family("f"))); // cleans up
    QCOMPARE(get(m_store->addSeals("k1", 1)), most + 1001);
}

void StateStoreTest::sealsOfFiftyAtTheSameTimeAreAllCounted()
{
    const auto totals = std::make_shared<std::vector<std::uint64_t>>();
    for (int i = 0; i < 50; ++i)
        core::start(addSeal(*m_store, totals));
    QVERIFY(support::waitUntil([&] { return totals->size() == 50; }));
    std::ranges::sort(*totals);
    for (std::uint64_t i = 0; i < 50; ++i)
        QCOMPARE(totals->at(i), i + 1);
}

void StateStoreTest::keyedHashesStayTheSame()
{
    const auto hash = m_store->keyedHash("message-id", "x");
    QCOMPARE(hash.size(), 32U);
    QVERIFY(m_store->keyedHash("message-id", "x") == hash);
    QVERIFY(m_store->keyedHash("message-id", "y") != hash);
    QVERIFY(m_store->keyedHash("other", "x") != hash);
}

void StateStoreTest::theHealthCheckSucceeds()
{
    get(m_store->checkHealth());
}

QTEST_GUILESS_MAIN(StateStoreTest)
#include "StateStoreTest.moc"
