// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/Stage.h"
#include "admin-gui/pages/ConnectPage.h"
#include "admin-gui/style/Theme.h"
#include "admin-gui/widgets/Sparkline.h"
#include "crypto/KeyRing.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QImage>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>
#include <QVBoxLayout>

#include <cmath>
#include <set>

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
    double phase = 0;
    for (auto *chart : window.findChildren<admin::Sparkline *>()) {
        phase += 1;
        for (int i = 0; i < 60; ++i)
            chart->add(std::round(10 + 9 * std::sin(phase + i / 6.0)));
    }
    shoot(window, prefix + QStringLiteral("-7-server"));
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
