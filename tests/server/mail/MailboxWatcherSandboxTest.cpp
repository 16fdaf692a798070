// SPDX-License-Identifier: GPL-3.0-or-later
// Watching real mail servers. Where the server itself has to report, nothing else would do so in
// the time that the test has.
#include "ScriptedWatching.h"
#include "mail/FolderLookup.h"
#include "support/MailSandbox.h"
#include "support/ResidentMemory.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

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

/// A watcher of real servers.
struct Watching
{
    Watching(const QStringList &options, const MailboxWatcher::Limits &limits)
        : sandbox(options)
        , pool({.extraCaFile = sandbox.authorityFile()}, {}, {}, m_random)
        , watcher(pool.opener(), {}, limits, m_random)
        , account(sandbox.account())
    {}

    bool watch(Client &client, const std::string &folder)
    {
        core::start(scripted::beginWatch(watcher, account, folder, client));
        return support::waitUntil([&] { return client.outcome.has_value(); })
               && client.isWatching();
    }

private:
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

/// Nothing is looked at unasked but at this interval.
MailboxWatcher::Limits looking(std::chrono::milliseconds poll)
{
    MailboxWatcher::Limits limits;
    limits.renewal = 1h;
    limits.poll = poll;
    return limits;
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
        Watching watching(server.options, looking(server.isSilent ? 100ms : 1h));
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
        Watching watching(server.options, looking(100ms));
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

    void whatComesWhileTheConnectionIsBrokenIsReported_data()
    {
        QTest::addColumn<Server>("server");
        QTest::newRow("Dovecot") << Server{{}};
        QTest::newRow("Dovecot, NOTIFY") << Server{offering("IMAP4rev1 NOTIFY LITERAL+")};
        QTest::newRow("Dovecot, IDLE") << Server{offering("IMAP4rev1 IDLE LITERAL+")};
    }
    void whatComesWhileTheConnectionIsBrokenIsReported()
    {
        QFETCH(Server, server);
        Watching watching(server.options, looking(1h));
        Client inbox;
        QVERIFY(watching.watch(inbox, "INBOX"));
        watching.sandbox.kick();
        QVERIFY(watching.sandbox.deliver());
        QVERIFY(support::waitUntil(
            [&] { return !inbox.heard.empty() && watching.watcher.stats().reconnects == 1; }));

        inbox.heard.clear();
        QVERIFY(watching.sandbox.deliver());
        QVERIFY(support::waitUntil([&] { return !inbox.heard.empty(); }));
        QCOMPARE(inbox.story(), std::string("Changed"));
        QCOMPARE(watching.watcher.stats().reconnects, std::uint64_t(1));
    }

    void aWatchedMailboxCostsLittle() // with TLS; 500 clients may cost 100 MB
    {
        constexpr std::size_t mailboxes = 20;
        constexpr std::size_t watches = 500;
        QStringList users;
        for (std::size_t i = 0; i < mailboxes; ++i)
            users << QStringLiteral("--user")
                  << QStringLiteral("user%1@example.test:secret").arg(i);
        MailboxWatcher::Limits limits;
        limits.watchesPerMailbox = watches;
        Watching watching(users, limits);
        std::vector<Client> clients(1 + mailboxes + watches);
        std::size_t next = 0;
        const auto begin = [&](std::size_t count, const auto &accountOf) {
            const auto first = next;
            for (std::size_t i = 0; i < count; ++i)
                core::start(
                    scripted::beginWatch(watching.watcher, accountOf(i), "INBOX", clients[next++]));
            return support::waitUntil([&] {
                return std::all_of(clients.begin() + std::ptrdiff_t(first),
                                   clients.begin() + std::ptrdiff_t(next),
                                   [](const Client &client) { return client.isWatching(); });
            });
        };
        QVERIFY(begin(1, [&](std::size_t) { return watching.account; }));
        std::optional<std::size_t> growth;
        {
            const support::ResidentMemory memory;
            // alice and bob come first
            QVERIFY(
                begin(mailboxes, [&](std::size_t i) { return watching.sandbox.account(2 + i); }));
            growth = memory.peakGrowth();
        }
        if (!growth)
            QSKIP("the memory of this process cannot be measured");
        qInfo("%zu KB for a watched mailbox", *growth / mailboxes / 1024);
        QVERIFY(*growth / mailboxes < std::size_t(200) * 1024);

        const support::ResidentMemory memory;
        QVERIFY(begin(watches - 1, [&](std::size_t) { return watching.account; }));
        growth = memory.peakGrowth();
        qInfo("%zu bytes for one more client", *growth / watches);
        QVERIFY(*growth / watches < std::size_t(10) * 1024);
        QCOMPARE(watching.watcher.stats().mailboxes, mailboxes + 1);
        QCOMPARE(watching.watcher.stats().watches, mailboxes + watches);
    }

private:
    static void addServers()
    {
        QTest::addColumn<Server>("server");
        QTest::newRow("Dovecot") << Server{{}};
        QTest::newRow("Dovecot, NOTIFY") << Server{offering("IMAP4rev1 NOTIFY LITERAL+")};
        QTest::newRow("Dovecot, IDLE") << Server{offering("IMAP4rev1 IDLE LITERAL+")};
        QTest::newRow("Dovecot, neither") << Server{offering("IMAP4rev1 LITERAL+"), true};
        if (qEnvironmentVariableIsSet("CYRUS"))
            QTest::newRow("Cyrus, IDLE")
                << Server{{QStringLiteral("--imap"), QStringLiteral("cyrus")}};
    }
};

QTEST_GUILESS_MAIN(MailboxWatcherSandboxTest)
#include "MailboxWatcherSandboxTest.moc"
