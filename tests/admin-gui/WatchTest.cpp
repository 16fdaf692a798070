// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/Daemon.h"
#include "admin-gui/HttpAnswer.h"
#include "admin-gui/Stage.h"
#include "admin-gui/pages/ServerPage.h"
#include "admin-gui/widgets/Banner.h"
#include "admin-gui/widgets/Sparkline.h"
#include "admin-gui/widgets/Table.h"
#include "state/SqliteStore.h"
#include "support/Await.h"
#include "support/OneAnswerServer.h"
#include "tokens/ClientId.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTextDocument>
#include <QUrlQuery>

#include <set>
#include <sys/stat.h>
#include <unistd.h>

using support::Daemon;
using support::OneAnswerServer;
using support::waitUntil;

namespace {

constexpr int serverPage = 3; // in the navigation

/// The window with its page of running servers, in front of a socket.
class Watcher
{
public:
    explicit Watcher(const QString &socket)
    {
        admin::Settings(stage.path("settings.ini")).setAdminSocket(socket);
        window = &stage.open();
        stage.widget<QListWidget>("navigation").setCurrentRow(serverPage);
    }

    explicit Watcher(const Daemon &daemon)
        : Watcher(daemon.socketPath())
    {}

    void watch() { stage.widget<QPushButton>("watch").click(); }
    bool isConnected()
    {
        watch();
        return waitUntil([this] { return says("watchState", QStringLiteral("Connected")); });
    }
    admin::Banner &banner(const char *name) { return stage.widget<admin::Banner>(name); }
    bool says(const char *name, const QString &text)
    {
        return !banner(name).isHidden() && banner(name).text().contains(text);
    }
    admin::Table &clients() { return stage.widget<admin::Table>("clients"); }
    admin::Table &auditLog() { return stage.widget<admin::Table>("auditLog"); }
    bool auditLogHas(const QString &text)
    {
        return !auditLog().findItems(text, Qt::MatchContains, 1).isEmpty();
    }
    QString state(int row) { return clients().topLevelItem(row)->text(1); }

    support::Stage stage;
    admin::MainWindow *window = nullptr;
};

/// The state of a server's clients, as the server itself keeps it.
class SharedState
{
public:
    explicit SharedState(const Daemon &daemon)
    {
        const auto ring = crypto::KeyRing::parse(Daemon::key, {});
        auto opened =
            state::SqliteStore::open(daemon.statePath().toStdString(), *ring, m_clock, m_random);
        if (!opened)
            qFatal("%s", opened.error().message.c_str());
        store = std::move(*opened);
    }

    /// Somebody has logged in through a client.
    void addLogin(const std::string &clientId, const std::string &name, const std::string &id)
    {
        const state::Family family{.id = id,
                                   .clientHash = tokens::clientHashOf(clientId),
                                   .clientName = name,
                                   .expiresAt = m_clock.secondsSinceEpoch() + 86400};
        if (!support::await(store->createFamily(family)))
            qFatal("the login was not noted");
    }

    std::unique_ptr<state::SqliteStore> store;

private:
    core::SystemClock m_clock;
    core::SystemRandom m_random;
};

} // namespace

/// The page of running servers, driven by its own controls, and the real server.
class WatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsHowTheServerIs();
    void drawsWhatItDoes();
    void aClientThatIsRevokedGetsInNoMore();
    void namesOfClientsAreStrangersText();
    void loginsEndOnlyAfterAYes();
    void seesTheServerGoAndComeBack();
    void whatStandsInTheWayIsExplained_data();
    void whatStandsInTheWayIsExplained();
    void aSocketOfOthersIsExplained();
    void aFailedChangeIsExplained();
    void anAuditLogThatIsInNoFileIsExplained();
    void anotherServerThanThatOfTheProfileIsNoticed();
    void theSocketStaysWhenTheProfileChanges();
    void throughTheAddressOnlyMetricsAreSeen();
    void metricsThatAreNotShownAreExplained();
    void theAuditLogCanBeSearched();
    void everyControlIsReachedByKeyboard();
};

void WatchTest::showsHowTheServerIs()
{
    const Daemon daemon;
    Watcher watcher(daemon);
    QVERIFY(watcher.isConnected());
    QVERIFY(watcher.window->serverPage().isWatching());
    QCOMPARE(watcher.stage.widget<QLabel>("factState").text(), QStringLiteral("Ready"));
    QCOMPARE(watcher.stage.widget<QLabel>("factAddress").text(), daemon.baseUrl());
    QVERIFY(!watcher.stage.widget<QLabel>("factVersion").text().isEmpty());
    const QString year = QLocale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat);
    QVERIFY(watcher.stage.widget<QLabel>("factSince").text().startsWith(year.left(4)));
    QVERIFY(watcher.banner("serverProblem").isHidden());
    QVERIFY(waitUntil(
        [&] { return watcher.clients().hint() == QStringLiteral("Nobody has logged in yet."); }));
    watcher.watch(); // stops it
    QVERIFY(!watcher.window->serverPage().isWatching());
    QVERIFY(watcher.banner("watchState").isHidden());
    QVERIFY(!watcher.stage.widget<QLabel>("factState").isVisible());
}

void WatchTest::drawsWhatItDoes()
{
    const Daemon daemon;
    Watcher watcher(daemon);
    QVERIFY(watcher.isConnected());
    auto &requests = watcher.stage.widget<admin::Sparkline>(
        "chart-mail_mcp_http_request_duration_seconds_count");
    auto &latency =
        watcher.stage.widget<admin::Sparkline>("chart-mail_mcp_http_request_duration_seconds_sum");
    auto &connections = watcher.stage.widget<admin::Sparkline>("chart-mail_mcp_http_connections");
    QVERIFY(waitUntil([&] { return !connections.values().empty(); }));
    QVERIFY(requests.values().empty()); // a number of one look alone says nothing
    for (int i = 0; i < 5; ++i) {
        const auto answer = support::await(
            admin::get(watcher.stage.network, QUrl(daemon.baseUrl() + QStringLiteral("/health")),
                       core::Cancellation()));
        QCOMPARE(answer.status, 200);
    }
    QVERIFY(waitUntil([&] { return !requests.values().empty() && requests.values().back() > 0; }));
    QVERIFY(requests.values().back() < 5); // each second, and there were two
    QVERIFY(latency.values().back() > 0);
    QVERIFY(latency.values().back() < 1000);
    QVERIFY(waitUntil([&] { return requests.values().back() == 0; })); // nothing since
    QVERIFY(requests.accessibleName().startsWith(QStringLiteral("Requests a second: ")));
}

void WatchTest::aClientThatIsRevokedGetsInNoMore()
{
    const Daemon daemon;
    Watcher watcher(daemon);
    auto &stage = watcher.stage;
    stage.widget<QLineEdit>("address").setText(QStringLiteral("anna@example.com"));
    stage.widget<QPushButton>("find").click();
    stage.dialogs.answers.push_back(QLatin1String(Daemon::key));
    stage.widget<QPushButton>("useKey").click();
    stage.widget<QLineEdit>("baseUrl").setText(daemon.baseUrl());
    stage.widget<QPushButton>("generate").click();
    const QString clientId = stage.widget<QLineEdit>("clientId").text();
    QVERIFY(!clientId.isEmpty());
    QUrl login(daemon.baseUrl() + QStringLiteral("/oauth/authorize"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("response_type"), QStringLiteral("code"));
    query.addQueryItem(QStringLiteral("client_id"), clientId);
    query.addQueryItem(QStringLiteral("redirect_uri"),
                       QStringLiteral("https://claude.ai/api/mcp/auth_callback"));
    query.addQueryItem(QStringLiteral("code_challenge"),
                       QStringLiteral("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
    query.addQueryItem(QStringLiteral("code_challenge_method"), QStringLiteral("S256"));
    login.setQuery(query);
    const auto loginPage = [&] {
        return support::await(admin::get(stage.network, login, core::Cancellation()));
    };
    QCOMPARE(loginPage().status, 200);
    SharedState state(daemon);
    state.addLogin(clientId.toStdString(), "Assistant", "family-1");

    QVERIFY(watcher.isConnected());
    QVERIFY(waitUntil([&] { return watcher.clients().topLevelItemCount() == 1; }));
    QCOMPARE(watcher.clients().topLevelItem(0)->text(0), QStringLiteral("Assistant"));
    QCOMPARE(watcher.state(0), QStringLiteral("Allowed"));
    auto &revoke = stage.widget<QPushButton>("revokeClient");
    auto &allow = stage.widget<QPushButton>("allowClient");
    QVERIFY(!revoke.isEnabled()); // none is chosen
    watcher.clients().setCurrentItem(watcher.clients().topLevelItem(0));
    QVERIFY(revoke.isEnabled());
    QVERIFY(!allow.isEnabled());
    revoke.click();
    QVERIFY(waitUntil([&] { return watcher.says("clientState", QStringLiteral("is revoked")); }));
    QVERIFY(waitUntil([&] { return watcher.state(0) == QStringLiteral("Revoked"); }));
    QCOMPARE(watcher.clients().topLevelItem(0)->data(0, Qt::AccessibleTextRole).toString(),
             QStringLiteral("Assistant: Revoked"));
    const auto refused = loginPage();
    QCOMPARE(refused.status, 400);
    QVERIFY(refused.body.contains("withdrawn"));
    QVERIFY(waitUntil([&] {
        return watcher.auditLogHas(QStringLiteral("Client revoked by the administrator"));
    }));

    QVERIFY(allow.isEnabled()); // it is still the chosen one
    allow.click();
    QVERIFY(waitUntil([&] { return watcher.state(0) == QStringLiteral("Allowed"); }));
    QVERIFY(watcher.says("clientState", QStringLiteral("“Assistant” is allowed again.")));
    QCOMPARE(loginPage().status, 200);

    // The same with the keyboard, and undone.
    watcher.clients().setFocus();
    QTest::keyClick(&watcher.clients(), Qt::Key_Delete);
    QVERIFY(waitUntil([&] { return watcher.state(0) == QStringLiteral("Revoked"); }));
    QTest::keyClick(&watcher.clients(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(waitUntil([&] { return watcher.state(0) == QStringLiteral("Allowed"); }));
}

void WatchTest::namesOfClientsAreStrangersText()
{
    const Daemon daemon;
    SharedState state(daemon);
    const std::string name = "<img src=x><b>Bank</b>\u202Egnp\nexe\u200B";
    state.addLogin("another", name, "family-1");
    Watcher watcher(daemon);
    QVERIFY(watcher.isConnected());
    QVERIFY(waitUntil([&] { return watcher.clients().topLevelItemCount() == 1; }));
    auto *item = watcher.clients().topLevelItem(0);
    const QString shown = QStringLiteral("<img src=x><b>Bank</b> gnp exe");
    QCOMPARE(item->text(0), shown); // as it is, in one line, from left to right
    QTextDocument toolTip;
    toolTip.setHtml(item->toolTip(0));
    QCOMPARE(toolTip.toPlainText(), shown);
    watcher.clients().setCurrentItem(item);
    watcher.stage.widget<QPushButton>("revokeClient").click();
    QVERIFY(waitUntil([&] { return watcher.says("clientState", shown); }));
    for (const auto *label : watcher.banner("clientState").findChildren<QLabel *>())
        QVERIFY(label->textFormat() == Qt::PlainText || label->text().isEmpty());
}

void WatchTest::loginsEndOnlyAfterAYes()
{
    const Daemon daemon;
    SharedState state(daemon);
    Watcher watcher(daemon);
    auto &button = watcher.stage.widget<QPushButton>("endEveryLogin");
    QVERIFY(!button.isEnabled());
    QVERIFY(watcher.isConnected());
    QVERIFY(waitUntil([&] { return button.isEnabled(); }));
    button.click(); // the question is answered with no
    QCOMPARE(watcher.stage.dialogs.asked.last(), QStringLiteral("End every login"));
    QCOMPARE(*support::await(state.store->notBefore()), 0);
    watcher.stage.dialogs.answers.push_back(QStringLiteral("yes"));
    button.click();
    QVERIFY(waitUntil(
        [&] { return watcher.says("clientState", QStringLiteral("Every login has ended.")); }));
    QVERIFY(waitUntil([&] {
        return watcher.auditLogHas(QStringLiteral("Every login ended by the administrator"));
    }));
    const SharedState after(daemon);
    QVERIFY(*support::await(after.store->notBefore()) > 0);
}

void WatchTest::seesTheServerGoAndComeBack()
{
    Daemon daemon;
    Watcher watcher(daemon);
    QVERIFY(watcher.isConnected());
    daemon.kill();
    QVERIFY(waitUntil(
        [&] { return watcher.says("watchState", QStringLiteral("The server is gone")); }));
    QVERIFY(!watcher.stage.widget<QLabel>("factState").isVisible());
    QVERIFY(!watcher.stage.widget<QPushButton>("endEveryLogin").isEnabled());
    QVERIFY(watcher.clients().hint().startsWith(QStringLiteral("The server is gone")));
    daemon.start();
    QVERIFY(waitUntil([&] { return watcher.says("watchState", QStringLiteral("Connected")); }));
    QVERIFY(watcher.stage.widget<QLabel>("factState").isVisible());
}

void WatchTest::whatStandsInTheWayIsExplained_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no socket") << QByteArray() << QStringLiteral("There is no socket at ");
    QTest::newRow("nobody listens") << QByteArray("dead") << QStringLiteral("Nobody answers at ");
    QTest::newRow("another program")
        << QByteArray("+OK POP3 ready\n") << QStringLiteral("is no Mail MCP server");
    QTest::newRow("another version")
        << QByteArray("{\"error\":{\"kind\":\"unsupported\",\"message\":\"no\"}}\n")
        << QStringLiteral("one of another version");
    QTest::newRow("silence") << QByteArray("silence")
                             << QStringLiteral("did not answer within five seconds");
}

void WatchTest::whatStandsInTheWayIsExplained()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QString, sentence);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("admin.sock"));
    std::optional<OneAnswerServer> server;
    if (!answer.isEmpty())
        server.emplace(path, answer == "silence" ? std::nullopt : std::optional(answer));
    if (answer == "dead") { // a server that was killed leaves its socket behind
        QVERIFY(QFile::rename(path, path + u'~'));
        server.reset();
        QVERIFY(QFile::rename(path + u'~', path));
    }
    Watcher watcher(path);
    watcher.watch();
    QVERIFY(waitUntil([&] { return watcher.says("watchState", sentence); }));
    QCOMPARE(watcher.banner("watchState").tone(), admin::Tone::Failure);
    QVERIFY(watcher.window->serverPage().isWatching()); // it goes on looking
    QCOMPARE(watcher.clients().hint(), watcher.banner("watchState").text());
}

void WatchTest::aSocketOfOthersIsExplained()
{
    if (geteuid() != 0)
        QSKIP("only root can become another user");
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("admin.sock"));
    const OneAnswerServer server(path, "{}\n");
    Watcher watcher(path);
    QCOMPARE(chmod(qPrintable(folder.path()), 0700), 0);
    QCOMPARE(seteuid(65534), 0);
    watcher.watch();
    const bool isExplained =
        waitUntil([&] { return watcher.says("watchState", QStringLiteral("usermod -aG")); });
    QCOMPARE(seteuid(0), 0);
    QVERIFY(isExplained);
    QVERIFY(watcher.says("watchState", QStringLiteral("ADMIN_SOCKET_FOR=group")));
}

void WatchTest::aFailedChangeIsExplained()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("admin.sock"));
    // A client that is gone when it is to be revoked: every answer has all members.
    std::optional<OneAnswerServer> server;
    server.emplace(path,
                   "{\"result\":{\"version\":\"1\",\"ready\":true,\"text\":\"\",\"clients\":[{"
                   "\"handle\":\"k3\",\"name\":\"Work\"}],\"entries\":[]}}\n");
    Watcher watcher(path);
    QVERIFY(watcher.isConnected());
    QVERIFY(waitUntil([&] { return watcher.clients().topLevelItemCount() == 1; }));
    watcher.clients().setCurrentItem(watcher.clients().topLevelItem(0));
    server.reset();
    server.emplace(path, "{\"error\":{\"kind\":\"not_found\",\"message\":\"There is none.\"}}\n");
    watcher.stage.widget<QPushButton>("revokeClient").click();
    QVERIFY(waitUntil([&] {
        return watcher.says("clientState", QStringLiteral("does not know this client any more"));
    }));
    QCOMPARE(watcher.banner("clientState").tone(), admin::Tone::Failure);
}

void WatchTest::anAuditLogThatIsInNoFileIsExplained()
{
    const Daemon daemon(Daemon::Variables{{QStringLiteral("AUDIT_LOG"), QStringLiteral("none")}});
    Watcher watcher(daemon);
    QVERIFY(watcher.isConnected());
    QVERIFY(waitUntil(
        [&] { return watcher.auditLog().hint().contains(QStringLiteral("is not in a file")); }));
    QVERIFY(watcher.auditLog().accessibleDescription().contains(QStringLiteral("AUDIT_LOG")));
}

void WatchTest::anotherServerThanThatOfTheProfileIsNoticed()
{
    const Daemon daemon;
    Watcher watcher(daemon);
    auto &address = watcher.stage.widget<QLineEdit>("serverAddress");
    QTest::keyClicks(&address, QStringLiteral("https://mcp.example.com"));
    QVERIFY(watcher.isConnected());
    QVERIFY(watcher.says("serverProblem", QStringLiteral("https://mcp.example.com")));
    QVERIFY(watcher.says("serverProblem", daemon.baseUrl()));
    QCOMPARE(watcher.banner("serverProblem").tone(), admin::Tone::Warning);
    address.clear();
    QTest::keyClicks(&address, daemon.baseUrl() + QLatin1Char('/'));
    QVERIFY(waitUntil([&] { return watcher.banner("serverProblem").isHidden(); }));
    QVERIFY(watcher.window->serverPage().isWatching());
}

void WatchTest::theSocketStaysWhenTheProfileChanges()
{
    const Daemon daemon;
    Watcher watcher(QStringLiteral("/nonexistent/admin.sock"));
    auto &stage = watcher.stage;
    auto &socket = stage.widget<QLineEdit>("adminSocket");
    socket.selectAll();
    QTest::keyClicks(&socket, daemon.socketPath());
    QVERIFY(watcher.isConnected());
    stage.widget<QPushButton>("profile-add").click(); // opens another one
    QCOMPARE(socket.text(), daemon.socketPath());
    QVERIFY(watcher.window->serverPage().isWatching());
    stage.open();
    QCOMPARE(stage.widget<QLineEdit>("adminSocket").text(), daemon.socketPath());
}

void WatchTest::throughTheAddressOnlyMetricsAreSeen()
{
    const Daemon daemon;
    Watcher watcher(daemon);
    auto &stage = watcher.stage;
    stage.widget<QLineEdit>("serverAddress").setText(daemon.baseUrl());
    auto &way = stage.widget<QComboBox>("watchThrough");
    way.setFocus();
    QTest::keyClick(&way, Qt::Key_Down);
    QVERIFY(stage.widget<QLineEdit>("adminSocket").isHidden());
    watcher.watch();
    auto &connections = stage.widget<admin::Sparkline>("chart-mail_mcp_http_connections");
    QVERIFY(waitUntil([&] { return !connections.values().empty(); }));
    QVERIFY(watcher.banner("watchState").isHidden());
    QVERIFY(watcher.clients().hint().contains(QStringLiteral("only its metrics")));
    QVERIFY(!stage.widget<QPushButton>("endEveryLogin").isEnabled());
    // It is remembered, and another profile is about another address.
    stage.widget<QPushButton>("profile-add").click();
    QVERIFY(!watcher.window->serverPage().isWatching());
    stage.open();
    QCOMPARE(stage.widget<QComboBox>("watchThrough").currentIndex(), 1);
    stage.widget<QPushButton>("watch").click();
    QVERIFY(stage.widget<admin::Banner>("watchState")
                .text()
                .startsWith(QStringLiteral("That is no address of a server.")));
}

void WatchTest::metricsThatAreNotShownAreExplained()
{
    Daemon daemon(
        Daemon::Variables{{QStringLiteral("METRICS_FROM"), QStringLiteral("10.0.0.0/8")}});
    Watcher watcher(daemon);
    watcher.stage.widget<QLineEdit>("serverAddress").setText(daemon.baseUrl());
    watcher.stage.widget<QComboBox>("watchThrough").setCurrentIndex(1);
    watcher.watch();
    QVERIFY(waitUntil([&] { return watcher.says("watchState", QStringLiteral("METRICS_FROM")); }));
    daemon.kill();
    QVERIFY(waitUntil(
        [&] { return watcher.says("watchState", QStringLiteral("The server does not answer")); }));
}

void WatchTest::theAuditLogCanBeSearched()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("admin.sock"));
    const OneAnswerServer server(
        path,
        "{\"result\":{\"version\":\"1\",\"ready\":true,\"text\":\"\",\"clients\":[],\"entries\":["
        "\"{\\\"time\\\":\\\"2026-01-02T03:04:05.678Z\\\",\\\"event\\\":\\\"login\\\","
        "\\\"verdict\\\":\\\"accepted\\\",\\\"user\\\":\\\"anna@example.com\\\"}\","
        "\"{\\\"time\\\":\\\"2026-01-02T03:04:06.678Z\\\",\\\"event\\\":\\\"login\\\","
        "\\\"verdict\\\":\\\"refused\\\",\\\"user\\\":\\\"bert@example.com\\\","
        "\\\"address\\\":\\\"192.0.2.7\\\"}\",\"no entry\"]}}\n");
    Watcher watcher(path);
    QVERIFY(watcher.isConnected());
    auto &table = watcher.auditLog();
    QVERIFY(waitUntil([&] { return table.topLevelItemCount() == 2; }));
    QCOMPARE(table.topLevelItem(0)->text(2), QStringLiteral("bert@example.com")); // the newest
    const auto shownCount = [&table] {
        int count = 0;
        for (int i = 0; i < table.topLevelItemCount(); ++i)
            count += table.topLevelItem(i)->isHidden() ? 0 : 1;
        return count;
    };
    auto &search = watcher.stage.widget<QLineEdit>("auditSearch");
    QTest::keyClicks(&search, QStringLiteral("ANNA"));
    QCOMPARE(shownCount(), 1);
    QVERIFY(table.topLevelItem(0)->isHidden());
    search.clear();
    QCOMPARE(shownCount(), 2);
    watcher.stage.widget<QCheckBox>("auditRefusals").click();
    QCOMPARE(shownCount(), 1);
    QVERIFY(table.topLevelItem(1)->isHidden());
    table.setCurrentItem(table.topLevelItem(0));
    QVERIFY(watcher.stage.widget<QPlainTextEdit>("auditDetails")
                .toPlainText()
                .contains(QStringLiteral("address: 192.0.2.7")));
}

void WatchTest::everyControlIsReachedByKeyboard()
{
    const Daemon daemon;
    SharedState state(daemon);
    state.addLogin("another", "Work", "family-1");
    Watcher watcher(daemon);
    QVERIFY(watcher.isConnected());
    QVERIFY(waitUntil([&] { return watcher.clients().topLevelItemCount() == 1; }));
    watcher.clients().setCurrentItem(watcher.clients().topLevelItem(0));
    QVERIFY(QTest::qWaitForWindowActive(watcher.window));
    std::set<QWidget *> wanted;
    for (auto *widget : watcher.window->serverPage().findChildren<QWidget *>()) {
        if (!widget->isVisible() || !widget->isEnabled() || widget->focusProxy()
            || (widget->focusPolicy() & Qt::TabFocus) == 0)
            continue;
        const auto *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(),
                 qPrintable(widget->objectName()));
        wanted.insert(widget);
    }
    QVERIFY(wanted.size() >= 10);
    watcher.window->serverPage().firstField()->setFocus();
    for (int i = 0; i < 60 && !wanted.empty(); ++i) {
        wanted.erase(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const auto *widget : wanted)
        QFAIL(qPrintable(QStringLiteral("Tab does not reach ") + widget->objectName()));
}

QTEST_MAIN(WatchTest)
#include "WatchTest.moc"
