// SPDX-License-Identifier: GPL-3.0-or-later
// Watching real mail servers. Where the server itself has to report, nothing else would do so in
// the time that the test has.
#include "ScriptedWatching.h"
#include "mail/FolderLookup.h"
#include "support/MailSandbox.h"

#include <QElapsedTimer>
#include <QTest>

using namespace std::chrono_literals;
using mail::MailboxWatcher;
using scripted::Client;
using support::MailSandbox;

namespace {

struct Server
{
    QStringList options;
    bool isSilent = false; ///< it has to be asked for everything
};

/// A watcher that looks at nothing by itself but at this interval.
struct Watching
{
    Watching(const QStringList &options, std::chrono::milliseconds poll)
        : sandbox(options)
        , pool({.extraCaFile = sandbox.authorityFile()}, {}, {}, m_random)
        , watcher(pool.opener(), {}, limits(poll), m_random)
        , account(sandbox.account())
    {}

    bool watch(Client &client, const std::string &folder)
    {
        core::start(scripted::beginWatch(watcher, account, folder, client));
        return support::waitUntil([&] { return client.outcome.has_value(); })
               && client.isWatching();
    }

private:
    static MailboxWatcher::Limits limits(std::chrono::milliseconds poll)
    {
        MailboxWatcher::Limits limits;
        limits.renewal = 1h;
        limits.poll = poll;
        return limits;
    }
    core::SystemRandom m_random;

public:
    MailSandbox sandbox;
    mail::SessionPool pool;
    MailboxWatcher watcher;
    account::MailAccountPtr account;
};

QStringList offering(const char *capabilities)
{
    return {QStringLiteral("--extra-config"),
            QStringLiteral("imap_capability = ") + QLatin1String(capabilities)};
}

core::Task<core::Result<core::Done>> append(mail::SessionPool &pool,
                                            account::MailAccountPtr account, std::string folder)
{
    const auto lease = co_await pool.take(std::move(account), mail::SessionPool::Freshness::Any,
                                          core::deadlineIn(10s), {});
    if (!lease)
        co_return lease.error();
    const auto name = co_await mail::findFolder(lease->connection(), folder, core::deadlineIn(10s));
    if (!name)
        co_return name.error();
    const std::vector<imap::Flag> flags;
    const auto stored = co_await lease->connection().append(
        *name, flags, "From: a@example.test\r\nSubject: x\r\n\r\nx\r\n", core::deadlineIn(10s));
    if (!stored)
        co_return stored.error();
    co_return core::Done{};
}

} // namespace

Q_DECLARE_METATYPE(Server)

class MailboxWatcherSandboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newMailIsReported_data() { addServers(); }
    void newMailIsReported()
    {
        QFETCH(Server, server);
        Watching watching(server.options, server.isSilent ? 100ms : 1h);
        Client inbox;
        QVERIFY(watching.watch(inbox, "INBOX"));
        QCOMPARE(inbox.story(), std::string());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(watching.sandbox.deliver());
        QVERIFY(support::waitUntil([&] { return !inbox.heard.empty(); }));
        qInfo("delivered and reported in %lld ms", timer.elapsed());
    }

    void severalFoldersAreReportedEachByItself_data() { addServers(); }
    void severalFoldersAreReportedEachByItself()
    {
        QFETCH(Server, server);
        Watching watching(server.options, 100ms);
        Client inbox;
        Client archive;
        QVERIFY(watching.watch(inbox, "INBOX"));
        QVERIFY(watching.watch(archive, "Archive"));
        const auto appended = support::await(append(watching.pool, watching.account, "Archive"));
        QVERIFY2(appended, appended ? "" : appended.error().detail.c_str());
        QVERIFY(support::waitUntil([&] { return !archive.heard.empty(); }));
        QCOMPARE(inbox.story(), std::string());
        const auto heard = archive.heard.size();
        QVERIFY(watching.sandbox.deliver());
        QVERIFY(support::waitUntil([&] { return !inbox.heard.empty(); }));
        QCOMPARE(archive.heard.size(), heard);
        QCOMPARE(watching.watcher.stats().mailboxes, std::size_t(1));
        QCOMPARE(watching.watcher.stats().reconnects, std::uint64_t(0));
    }

private:
    static void addServers()
    {
        QTest::addColumn<Server>("server");
        QTest::newRow("Dovecot, NOTIFY") << Server{{}};
        QTest::newRow("Dovecot, IDLE") << Server{offering("IMAP4rev1 IDLE LITERAL+")};
        QTest::newRow("Dovecot, neither") << Server{offering("IMAP4rev1 LITERAL+"), true};
        if (qEnvironmentVariableIsSet("CYRUS"))
            QTest::newRow("Cyrus, IDLE")
                << Server{{QStringLiteral("--imap"), QStringLiteral("cyrus")}};
    }
};

QTEST_GUILESS_MAIN(MailboxWatcherSandboxTest)
#include "MailboxWatcherSandboxTest.moc"
