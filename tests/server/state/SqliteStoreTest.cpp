// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/state/StoreStage.h"

#include "state/OpenStateStore.h"
#include "support/Await.h"
#include "support/FakeClock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>
#include <sys/stat.h>

using namespace std::chrono_literals;
using stage::get;
using stage::ringOf;
using state::ClaimKind;
using state::RotationOutcome;
using state::StateStore;
using support::await;

namespace {

unsigned permissionsOf(const QString &path)
{
    struct stat status = {};
    if (::stat(path.toLocal8Bit().constData(), &status) != 0)
        return 0;
    return status.st_mode & 0777U;
}

} // namespace

/// What only a store on a disk can do, or get wrong.
class SqliteStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatWasClaimedStaysClaimedWhenTheProcessIsKilled();
    void everythingElseStaysToo();
    void whatMayHaveBeenSentStaysUnknownWhenTheProcessIsKilled();
    void theKeyRingCanChangeWhileItIsOpen();
    void whatWasSealedIsCountedOverProcessesAndRestarts();
    void aFileOfAnOlderVersionLosesNothing_data();
    void aFileOfAnOlderVersionLosesNothing();
    void aDeletedFileLetsNoOldCodeThrough();
    void anotherProcessIsHeardWithinFiveSeconds();
    void whatThisProcessRevokesCountsAtOnce();
    void anUnreadableFileIsBorneForHalfAMinute();
    void rotatingTheKeyLosesNothing();
    void aFileOfAnotherKeyIsRefused();
    void aFileOfANewerVersionIsRefused();
    void whatIsNoDatabaseIsRefused();
    void onlyTheOwnerCanReadIt();
    void nothingThatNamesSomebodyIsInTheFile();
    void aUrlThatNamesNoStoreIsRefused_data();
    void aUrlThatNamesNoStoreIsRefused();

private:
    core::Result<std::unique_ptr<StateStore>> tryOpen(const crypto::KeyRing &ring);
    std::unique_ptr<StateStore> open(const crypto::KeyRing &ring);
    std::unique_ptr<StateStore> open() { return open(ringOf("k1")); }
    void runSql(const char *sql);
    std::int64_t now() const { return m_clock.secondsSinceEpoch(); }
    state::Family family(std::string id) const { return stage::family(std::move(id), m_clock); }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
    support::FakeClock m_clock;
    core::SystemRandom m_random;
};

void SqliteStoreTest::init()
{
    m_clock = support::FakeClock();
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(QStringLiteral("new/state.db"));
}

core::Result<std::unique_ptr<StateStore>> SqliteStoreTest::tryOpen(const crypto::KeyRing &ring)
{
    return state::openStateStore("sqlite:" + m_path.toStdString(), ring, m_clock, m_random);
}

std::unique_ptr<StateStore> SqliteStoreTest::open(const crypto::KeyRing &ring)
{
    auto store = tryOpen(ring);
    if (!store)
        qFatal("%s", store.error().message.c_str());
    return std::move(*store);
}

void SqliteStoreTest::runSql(const char *sql)
{
    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(m_path.toLocal8Bit().constData(), &database), SQLITE_OK);
    QCOMPARE(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
}

void SqliteStoreTest::whatWasClaimedStaysClaimedWhenTheProcessIsKilled() // OA-069
{
    const auto first = open();
    QVERIFY(get(first->claimOnce(ClaimKind::AuthorizationCode, "a", now(), 60s)));
    // The first one is not closed: what it answered must be in the file already.
    const auto second = open();
    QVERIFY(!get(second->claimOnce(ClaimKind::AuthorizationCode, "a", now(), 60s)));
    QVERIFY(get(second->claimOnce(ClaimKind::AuthorizationCode, "b", now(), 60s)));
    QVERIFY(!get(first->claimOnce(ClaimKind::AuthorizationCode, "b", now(), 60s)));
}

void SqliteStoreTest::everythingElseStaysToo()
{
    auto store = open();
    get(store->createFamily(family("f")));
    get(store->createFamily(family("g")));
    QCOMPARE(get(store->rotate("f", 0)).generation, 1U);
    get(store->revokeFamily("g"));
    get(store->denyClient("client-2"));
    get(store->setNotBefore(12345));
    store.reset();

    store = open();
    QCOMPARE(nameOf(get(store->rotate("f", 0)).outcome), nameOf(RotationOutcome::Grace));
    QCOMPARE(get(store->rotate("f", 1)).generation, 2U);
    QVERIFY(get(store->isFamilyRevoked("g")));
    QVERIFY(get(store->isClientDenied("client-2")));
    QCOMPARE(get(store->notBefore()), 12345);
    QCOMPARE(get(store->listClients()).size(), 2U);
}

void SqliteStoreTest::whatMayHaveBeenSentStaysUnknownWhenTheProcessIsKilled() // FT-05
{
    const auto first = open();
    const state::SendRequest request{.id = "m", .content = "text", .window = 600s};
    const state::SendRequest unsent{.id = "n", .content = "text", .window = 600s};
    const auto claim = get(first->beginSend(request));
    const auto hash = first->keyedHash("message-id", "x");
    get(first->beginSend(unsent));
    state::SendStep step{
        .id = "m", .attempt = claim.attempt, .state = state::SendState::Submitted, .window = 600s};
    QVERIFY(get(first->advanceSend(step)));
    // The first one is not closed: what it answered must be in the file already.
    const auto second = open();
    QVERIFY(get(second->beginSend(request)).decision == state::SendDecision::Unknown);
    QVERIFY(get(second->beginSend(unsent)).decision == state::SendDecision::Send);
    QVERIFY(second->keyedHash("message-id", "x") == hash);
    // And if it lives after all, it sends nothing any more.
    step = {.id = "n", .attempt = 1, .state = state::SendState::Submitted, .window = 600s};
    QVERIFY(!get(first->advanceSend(step)));
}

void SqliteStoreTest::theKeyRingCanChangeWhileItIsOpen() // JW-42
{
    auto store = open(ringOf("k1"));
    get(store->revokeFamily("f"));
    const auto hash = store->keyedHash("message-id", "x");
    get(store->useKeyRing(ringOf("k2", "k1"), m_random));
    QVERIFY(get(store->isFamilyRevoked("f")));
    get(store->useKeyRing(ringOf("k2"), m_random));
    store.reset();

    QVERIFY(!tryOpen(ringOf("k1")));
    store = open(ringOf("k2"));
    QVERIFY(get(store->isFamilyRevoked("f")));
    QVERIFY(store->keyedHash("message-id", "x") == hash);
}

void SqliteStoreTest::whatWasSealedIsCountedOverProcessesAndRestarts()
{
    auto first = open();
    QCOMPARE(get(first->addSeals("k1", 5)), 5U);
    // The first one is not closed: what it answered must be in the file already.
    const auto second = open();
    QCOMPARE(get(second->addSeals("k1", 5)), 10U);
    QCOMPARE(get(first->addSeals("k1", 5)), 15U);
    first.reset();
    QCOMPARE(get(open()->addSeals("k1", 0)), 15U);
}

void SqliteStoreTest::aFileOfAnOlderVersionLosesNothing_data()
{
    QTest::addColumn<std::string>("back"); // takes the file back to that version
    QTest::newRow("1") << std::string(
        "DROP TABLE sends; DROP TABLE seals; PRAGMA user_version = 1");
    QTest::newRow("2") << std::string("DROP TABLE seals; PRAGMA user_version = 2");
}

void SqliteStoreTest::aFileOfAnOlderVersionLosesNothing()
{
    QFETCH(std::string, back);
    get(open()->revokeFamily("f"));
    runSql(back.c_str());
    const auto store = open();
    QVERIFY(get(store->isFamilyRevoked("f")));
    QVERIFY(get(store->beginSend({.id = "m", .content = "text", .window = 600s})).decision
            == state::SendDecision::Send);
    QCOMPARE(get(store->addSeals("k1", 1)), 1U);
}

void SqliteStoreTest::aDeletedFileLetsNoOldCodeThrough()
{
    auto store = open();
    QVERIFY(get(store->claimOnce(ClaimKind::AuthorizationCode, "a", now(), 60s)));
    store.reset();
    QVERIFY(QDir(QFileInfo(m_path).path()).removeRecursively());
    m_clock.advance(1s);
    store = open();
    QVERIFY(!get(store->claimOnce(ClaimKind::AuthorizationCode, "a", now() - 1, 60s)));
}

void SqliteStoreTest::anotherProcessIsHeardWithinFiveSeconds() // OA-099
{
    const auto server = open();
    const auto command = open();
    stage::hearsWithinFiveSeconds(*server, *command, m_clock);
}

void SqliteStoreTest::whatThisProcessRevokesCountsAtOnce()
{
    const auto server = open();
    const auto command = open();
    // The other one changes the file, so that the next look reads everything anew.
    get(command->denyClient("client-9"));
    m_clock.advance(5s);
    const auto revoked = std::make_shared<std::optional<bool>>();
    const auto look = [](StateStore &store,
                         std::shared_ptr<std::optional<bool>> slot) -> core::Task<void> {
        const auto answer = co_await store.isFamilyRevoked("f");
        slot->emplace(answer && *answer);
    };
    const auto revoke = [](StateStore &store) -> core::Task<void> {
        co_await store.revokeFamily("f");
    };
    core::start(look(*server, revoked));
    core::start(revoke(*server));
    QVERIFY(support::waitUntil([&] { return revoked->has_value(); }));
    QVERIFY(**revoked);
    QVERIFY(get(server->isFamilyRevoked("f")));
    QVERIFY(get(server->isClientDenied("client-9")));
    m_clock.advance(5s);
    QVERIFY(get(server->isFamilyRevoked("f")));
}

void SqliteStoreTest::anUnreadableFileIsBorneForHalfAMinute()
{
    const auto store = open();
    get(store->revokeFamily("f"));
    runSql("DROP TABLE clients");
    m_clock.advance(29s);
    QVERIFY(get(store->isFamilyRevoked("f")));
    QVERIFY(!get(store->isFamilyRevoked("g")));
    m_clock.advance(1s);
    const auto answer = await(store->isFamilyRevoked("g"));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, core::ErrorKind::Unavailable);
    const auto created = await(store->createFamily(family("h")));
    QVERIFY(!created);
    QCOMPARE(created.error().kind, core::ErrorKind::Unavailable);
}

void SqliteStoreTest::rotatingTheKeyLosesNothing() // JW-42
{
    auto store = open(ringOf("k1"));
    get(store->revokeFamily("f"));
    store.reset();
    store = open(ringOf("k2", "k1"));
    QVERIFY(get(store->isFamilyRevoked("f")));
    store.reset();
    store = open(ringOf("k2"));
    QVERIFY(get(store->isFamilyRevoked("f")));
}

void SqliteStoreTest::aFileOfAnotherKeyIsRefused()
{
    auto store = open(ringOf("k1"));
    get(store->revokeFamily("f"));
    store.reset();
    const auto refused = tryOpen(ringOf("k2"));
    QVERIFY(!refused);
    QVERIFY(refused.error().message.find("another ENCRYPTION_KEY") != std::string::npos);
    // And nothing was lost by trying.
    store = open(ringOf("k1"));
    QVERIFY(get(store->isFamilyRevoked("f")));
}

void SqliteStoreTest::aFileOfANewerVersionIsRefused()
{
    open();
    runSql("PRAGMA user_version = 99");
    const auto refused = tryOpen(ringOf("k1"));
    QVERIFY(!refused);
    QVERIFY(refused.error().message.find("newer version") != std::string::npos);
}

void SqliteStoreTest::whatIsNoDatabaseIsRefused()
{
    m_path = m_directory->filePath(QStringLiteral("letter.txt"));
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(4096, 'x'));
    file.close();
    const auto refused = tryOpen(ringOf("k1"));
    QVERIFY(!refused);
    QVERIFY(refused.error().message.find("letter.txt") != std::string::npos);

    m_path = m_directory->path();
    QVERIFY(!tryOpen(ringOf("k1")));
    m_path = m_directory->filePath(QStringLiteral("letter.txt/state.db"));
    QVERIFY(!tryOpen(ringOf("k1")));
}

void SqliteStoreTest::onlyTheOwnerCanReadIt()
{
    const auto before = ::umask(0);
    {
        const auto store = open();
        get(store->revokeFamily("f"));
        ::umask(before);
        QCOMPARE(permissionsOf(QFileInfo(m_path).path()), 0700U);
        QCOMPARE(permissionsOf(m_path), 0600U);
        QCOMPARE(permissionsOf(m_path + QStringLiteral("-wal")), 0600U);
        QCOMPARE(permissionsOf(m_path + QStringLiteral("-shm")), 0600U);
    }
    QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    open();
    QCOMPARE(permissionsOf(m_path), 0600U);
}

void SqliteStoreTest::nothingThatNamesSomebodyIsInTheFile()
{
    auto store = open();
    state::Family named = family("family-canary");
    named.clientHash = "client-canary";
    get(store->createFamily(named));
    get(store->claimOnce(ClaimKind::AuthorizationCode, "claim-canary", now(), 60s));
    get(store->revokeFamily("revoked-canary"));
    get(store->take("login-account", "account-canary", {.interval = 1s, .burst = 1}));
    get(store->beginSend({.id = "send-canary", .content = "content-canary", .window = 600s}));
    store.reset();
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("Example"));
    QVERIFY(!bytes.contains("canary"));
}

void SqliteStoreTest::aUrlThatNamesNoStoreIsRefused_data()
{
    QTest::addColumn<std::string>("url");
    QTest::addColumn<std::string>("said");
    QTest::newRow("nothing") << std::string() << std::string("'memory:', 'sqlite:PATH'");
    QTest::newRow("a path") << std::string("/tmp/x") << std::string("'memory:', 'sqlite:PATH'");
    QTest::newRow("memory with more")
        << std::string("memory:x") << std::string("'memory:', 'sqlite:PATH'");
    QTest::newRow("sqlite without a path")
        << std::string("sqlite:") << std::string("must name a file");
    QTest::newRow("sqlite with an authority")
        << std::string("sqlite://host/x") << std::string("must name a file");
    QTest::newRow("redis without a host")
        << std::string("redis:///0") << std::string("like redis:");
}

void SqliteStoreTest::aUrlThatNamesNoStoreIsRefused()
{
    QFETCH(std::string, url);
    QFETCH(std::string, said);
    const auto store = state::openStateStore(url, ringOf("k1"), m_clock, m_random);
    QVERIFY(!store);
    QVERIFY2(store.error().message.find(said) != std::string::npos, store.error().message.c_str());
    QVERIFY(store.error().message.starts_with("STATE_URL "));
}

QTEST_GUILESS_MAIN(SqliteStoreTest)
#include "SqliteStoreTest.moc"
