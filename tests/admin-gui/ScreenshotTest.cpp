// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/Stage.h"
#include "admin-gui/pages/ConnectPage.h"
#include "admin-gui/style/Theme.h"
#include "admin-gui/widgets/Sparkline.h"
#include "crypto/KeyRing.h"
#include "support/Await.h"
#include "support/OneAnswerServer.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QDir>
#include <QImage>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTest>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <cmath>
#include <set>

/// Pictures of every page and of our dialogs, for people to look at, in SCREENSHOTS. What a machine
/// can see of them is checked: that something is drawn, and that nothing is cut off.
class ScreenshotTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPage_data();
    void everyPage();

private:
    static void shoot(admin::MainWindow &window, const QString &name);
    static void save(const QImage &picture, const QString &name);
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
    int dialogs = 0;
    const QString prefix = QLatin1String(QTest::currentDataTag());

    shoot(window, prefix + QStringLiteral("-1-empty"));
    stage.widget<QLineEdit>("address").setText(QStringLiteral("anna@example.com"));
    stage.widget<QPushButton>("find").click();
    shoot(window, prefix + QStringLiteral("-2-found"));
    stage.widget<QLineEdit>("password").setText(QStringLiteral("secret"));
    stage.widget<QPushButton>("test").click();
    shoot(window, prefix + QStringLiteral("-3-tested"));
    stage.dialogs.onRun = [&](QDialog &dialog) {
        QApplication::processEvents();
        dialogs += 1;
        save(dialog.grab().toImage(), QStringLiteral("%1-dialog-%2").arg(prefix).arg(dialogs));
    };
    QTest::keyClick(&window, Qt::Key_F1);
    auto &steps = stage.widget<QTreeWidget>("steps");
    steps.setCurrentItem(steps.topLevelItem(0)->child(2));
    for (const char *button : {"certificates", "conversation"})
        stage.widget<QPushButton>(button).click();
    navigation.setCurrentRow(2);
    stage.widget<QPushButton>("useKey").click();
    stage.widget<QPushButton>("profile-save").click();
    for (const char *button : {"rotateKey", "makeKey"})
        stage.widget<QPushButton>(button).click();
    QCOMPARE(dialogs, 5);
    shoot(window, prefix + QStringLiteral("-4-keys"));
    navigation.setCurrentRow(1);
    stage.widget<QLineEdit>("baseUrl").setText(QStringLiteral("https://mail-mcp.example.com"));
    shoot(window, prefix + QStringLiteral("-5-client"));
    stage.widget<QPushButton>("generate").click();
    QVERIFY(!stage.widget<QLineEdit>("clientSecret").text().isEmpty());
    shoot(window, prefix + QStringLiteral("-6-generated"));
    navigation.setCurrentRow(3);
    shoot(window, prefix + QStringLiteral("-7-server"));
    const support::OneAnswerServer server(stage.path("admin.sock"),
                                          support::runningServerExample());
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
    const QSignalBlocker blocker(stage.widget<QLineEdit>("adminSocket"));
    stage.widget<QLineEdit>("adminSocket").setText(QStringLiteral("/run/mail-mcp/admin.sock"));
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
    save(window.grab().toImage(), name);
    window.resize(1160, 800);
}

void ScreenshotTest::save(const QImage &picture, const QString &name)
{
    std::set<QRgb> colours;
    for (int x = 0; x < picture.width(); x += 3) {
        for (int y = 0; y < picture.height(); y += 3)
            colours.insert(picture.pixel(x, y));
    }
    QVERIFY(colours.size() > 20);
    QDir().mkpath(QStringLiteral(SCREENSHOTS));
    QVERIFY(picture.save(QStringLiteral(SCREENSHOTS "/%1.png").arg(name)));
}

QTEST_MAIN(ScreenshotTest)
#include "ScreenshotTest.moc"
