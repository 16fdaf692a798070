// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/OneAnswerServer.h"
#include "admin-gui/Stage.h"
#include "admin-gui/pages/ConnectPage.h"
#include "admin-gui/style/Theme.h"
#include "admin-gui/widgets/Sparkline.h"
#include "crypto/KeyRing.h"
#include "support/Await.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <cmath>
#include <set>

namespace {

/// The answer of a server to every question.
QByteArray runningServer()
{
    QJsonArray clients;
    const auto addClient = [&clients](const char *name, const char *handle, qint64 used, int logins,
                                      bool isDenied) {
        clients.append(QJsonObject{{QStringLiteral("handle"), QLatin1String(handle)},
                                   {QStringLiteral("name"), QString::fromUtf8(name)},
                                   {QStringLiteral("first_seen"), 1764000000},
                                   {QStringLiteral("last_used"), used},
                                   {QStringLiteral("logins"), logins},
                                   {QStringLiteral("denied"), isDenied}});
    };
    addClient("Claude", "k3v9x2m4", 1767225100, 12, false);
    addClient("<b>Free</b> mail helper", "p7q1zz08", 1767100000, 1, true);
    addClient("Visual Studio Code", "h5t6w8r2", 1766900000, 3, false);
    QJsonArray entries;
    const auto addEntry = [&entries](const char *members) {
        entries.append(QStringLiteral("{\"time\":\"2026-01-01T09:%1:12.000Z\",%2}")
                           .arg(entries.size() + 10)
                           .arg(QLatin1String(members)));
    };
    addEntry("\"event\":\"client\",\"verdict\":\"registered\",\"address\":\"192.0.2.7\"");
    addEntry("\"event\":\"login\",\"verdict\":\"refused\",\"user\":\"anna@example.com\","
             "\"address\":\"192.0.2.7\"");
    addEntry("\"event\":\"login\",\"verdict\":\"accepted\",\"user\":\"anna@example.com\","
             "\"address\":\"192.0.2.7\"");
    addEntry("\"event\":\"code\",\"verdict\":\"redeemed\",\"user\":\"anna@example.com\","
             "\"address\":\"192.0.2.7\"");
    addEntry("\"event\":\"send\",\"verdict\":\"accepted\",\"user\":\"anna@example.com\"");
    addEntry("\"event\":\"refresh\",\"verdict\":\"reused\",\"client\":\"k3v9x2m4ab12\",\"address\":"
             "\"198.51.100.9\"");
    addEntry("\"event\":\"client\",\"verdict\":\"denied\",\"handle\":\"p7q1zz08\"");
    addEntry("\"event\":\"download\",\"verdict\":\"done\",\"user\":\"anna@example.com\"");
    const QJsonObject result{
        {QStringLiteral("version"), QStringLiteral("1.0.0")},
        {QStringLiteral("url"), QStringLiteral("https://mail-mcp.example.com")},
        {QStringLiteral("started_at"), 1766000000},
        {QStringLiteral("ready"), true},
        {QStringLiteral("text"), QString()},
        {QStringLiteral("clients"), clients},
        {QStringLiteral("entries"), entries}};
    return QJsonDocument(QJsonObject{{QStringLiteral("result"), result}})
               .toJson(QJsonDocument::Compact)
           + '\n';
}

} // namespace

/// Pictures of every page, for people to look at, in SCREENSHOTS. What a machine can see of them is
/// checked: that something is drawn, and that nothing is cut off.
class ScreenshotTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPage_data();
    void everyPage();

private:
    static void shoot(admin::MainWindow &window, const QString &name);
};

void ScreenshotTest::everyPage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << QStringLiteral("en") << false;
    QTest::newRow("dark") << QStringLiteral("en") << true;
    QTest::newRow("german") << QStringLiteral("de") << false;
    QTest::newRow("arabic") << QStringLiteral("ar") << false;
    QTest::newRow("japanese") << QStringLiteral("ja") << true;
}

void ScreenshotTest::everyPage()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    support::Stage stage;
    stage.dialogs.answers = {QStringLiteral("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="),
                             QStringLiteral("Example Mail")};
    admin::Settings(stage.path("settings.ini")).setLanguage(language);
    auto &window = stage.open();
    admin::useAppearance(dark ? admin::Appearance::Dark : admin::Appearance::Light);
    auto &navigation = stage.widget<QListWidget>("navigation");
    const QString prefix = QLatin1String(QTest::currentDataTag());

    shoot(window, prefix + QStringLiteral("-1-empty"));
    stage.widget<QLineEdit>("address").setText(QStringLiteral("anna@example.com"));
    stage.widget<QPushButton>("find").click();
    shoot(window, prefix + QStringLiteral("-2-found"));
    stage.widget<QLineEdit>("password").setText(QStringLiteral("secret"));
    stage.widget<QPushButton>("test").click();
    shoot(window, prefix + QStringLiteral("-3-tested"));
    navigation.setCurrentRow(2);
    stage.widget<QPushButton>("useKey").click();
    stage.widget<QPushButton>("profile-save").click();
    shoot(window, prefix + QStringLiteral("-4-keys"));
    navigation.setCurrentRow(1);
    stage.widget<QLineEdit>("baseUrl").setText(QStringLiteral("https://mail-mcp.example.com"));
    shoot(window, prefix + QStringLiteral("-5-client"));
    stage.widget<QPushButton>("generate").click();
    QVERIFY(!stage.widget<QLineEdit>("clientSecret").text().isEmpty());
    shoot(window, prefix + QStringLiteral("-6-generated"));
    navigation.setCurrentRow(3);
    shoot(window, prefix + QStringLiteral("-7-server"));
    const support::OneAnswerServer server(stage.path("admin.sock"), runningServer());
    stage.widget<QLineEdit>("adminSocket").setText(stage.path("admin.sock"));
    stage.widget<QPushButton>("watch").click();
    auto &clients = stage.widget<QTreeWidget>("clients");
    auto &auditLog = stage.widget<QTreeWidget>("auditLog");
    QVERIFY(support::waitUntil([&] { return auditLog.topLevelItemCount() == 8; }));
    clients.setCurrentItem(clients.topLevelItem(1));
    double phase = 0;
    for (auto *chart : window.findChildren<admin::Sparkline *>()) {
        phase += 1;
        const bool isQuiet = chart->objectName().contains(QLatin1String("errors"));
        for (int i = 0; i < 60; ++i)
            chart->add(isQuiet ? 0 : std::round(10 + 9 * std::sin(phase + i / 6.0)));
    }
    shoot(window, prefix + QStringLiteral("-8-watched"));
}

/// The page in full length, as if the screen were high enough.
void ScreenshotTest::shoot(admin::MainWindow &window, const QString &name)
{
    window.resize(1160, 800);
    QApplication::processEvents();
    QScrollArea *page = nullptr;
    for (auto *area : window.findChildren<QScrollArea *>()) {
        if (area->isVisible())
            page = area;
    }
    QVERIFY(page);
    QVERIFY2(page->widget()->minimumSizeHint().width() <= page->viewport()->width(),
             "the page is wider than the window");
    window.resize(1160, std::max(800, 80 + page->widget()->sizeHint().height()));
    QApplication::processEvents();
    const QImage picture = window.grab().toImage();
    std::set<QRgb> colours;
    for (int x = 0; x < picture.width(); x += 7) {
        for (int y = 0; y < picture.height(); y += 7)
            colours.insert(picture.pixel(x, y));
    }
    QVERIFY(colours.size() > 20);
    QDir().mkpath(QStringLiteral(SCREENSHOTS));
    QVERIFY(picture.save(QStringLiteral(SCREENSHOTS "/%1.png").arg(name)));
    window.resize(1160, 800);
}

QTEST_MAIN(ScreenshotTest)
#include "ScreenshotTest.moc"
