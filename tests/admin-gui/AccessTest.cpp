// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/Stage.h"
#include "support/Await.h"
#include "support/OneAnswerServer.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include <map>
#include <memory>
#include <set>

namespace {

const QString keyText = QStringLiteral("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");

QString describe(const QWidget &widget)
{
    return QLatin1String(widget.metaObject()->className()) + QLatin1Char(' ') + widget.objectName();
}

bool isControl(const QWidget &widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) != 0
           && !widget.objectName().startsWith(QLatin1String("qt_"));
}

/// What a screen reader would have no word for.
QStringList unnamed(const QWidget &window)
{
    QStringList found;
    for (auto *widget : window.findChildren<QWidget *>()) {
        if (!isControl(*widget))
            continue;
        const auto *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->text(QAccessible::Name).isEmpty())
            found.append(describe(*widget));
    }
    return found;
}

/// What Tab does not lead to.
QStringList unreached(QWidget &window)
{
    std::set<QWidget *> wanted;
    for (auto *widget : window.findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->isEnabled() && !widget->focusProxy()
            && (widget->focusPolicy() & Qt::TabFocus) != 0)
            wanted.insert(widget);
    }
    if (wanted.empty())
        return {QStringLiteral("there is nothing to reach")};
    for (int i = 0; i < 100 && !wanted.empty() && QApplication::focusWidget(); ++i) {
        wanted.erase(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QStringList found;
    for (const auto *widget : wanted)
        found.append(describe(*widget));
    return found;
}

/// Which of the controls that are seen have the same letter.
QStringList sameMnemonics(const QMainWindow &window)
{
    QStringList conflicts;
    std::map<QString, QString> used;
    const auto use = [&](const QString &text) {
        const QString key = QKeySequence::mnemonic(text).toString();
        if (key.isEmpty())
            return;
        const auto [other, isNew] = used.emplace(key, text);
        if (!isNew)
            conflicts.append(QStringLiteral("%1: %2 / %3").arg(key, other->second, text));
    };
    for (const auto *action : window.menuBar()->actions())
        use(action->text());
    for (const auto *button : window.findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            use(button->text());
    }
    for (const auto *label : window.findChildren<QLabel *>()) {
        if (label->isVisible() && label->buddy())
            use(label->text());
    }
    return conflicts;
}

} // namespace

/// The window without a mouse and without eyes.
class AccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyControlHasAName();
    void everyControlIsReachedByKeyboard();
    void dialogsAreUsableToo();
    void noTwoControlsHaveTheSameMnemonic_data();
    void noTwoControlsHaveTheSameMnemonic();

private:
    /// Find, test, key, client and a server that is watched, so that there is something on every
    /// page. The server is there as long as what is returned.
    [[nodiscard]] static std::unique_ptr<support::OneAnswerServer>
    doEverything(support::Stage &stage);
};

std::unique_ptr<support::OneAnswerServer> AccessTest::doEverything(support::Stage &stage)
{
    stage.widget<QLineEdit>("address").setText(QStringLiteral("anna@example.com"));
    stage.widget<QPushButton>("find").click();
    stage.widget<QPushButton>("test").click();
    stage.dialogs.answers.push_back(keyText);
    stage.widget<QPushButton>("useKey").click();
    auto &place = stage.widget<QComboBox>("keyPlace");
    place.setCurrentIndex(place.findData(int(admin::KeyPlace::KeyFile)));
    stage.widget<QLineEdit>("baseUrl").setText(QStringLiteral("https://mcp.example.com"));
    stage.widget<QPushButton>("generate").click();
    const QString socket = stage.path("admin.sock");
    auto server =
        std::make_unique<support::OneAnswerServer>(socket, support::runningServerExample());
    stage.widget<QLineEdit>("adminSocket").setText(socket);
    stage.widget<QPushButton>("watch").click();
    auto &clients = stage.widget<QTreeWidget>("clients");
    const auto &auditLog = stage.widget<QTreeWidget>("auditLog");
    if (!support::waitUntil(
            [&] { return clients.topLevelItemCount() > 0 && auditLog.topLevelItemCount() > 0; }))
        qFatal("the server is not watched");
    clients.setCurrentItem(clients.topLevelItem(0));
    return server;
}

void AccessTest::everyControlHasAName()
{
    support::Stage stage;
    const auto &window = stage.open();
    const auto widgets = window.findChildren<QWidget *>();
    QVERIFY(std::ranges::count_if(widgets, [](auto *widget) { return isControl(*widget); }) > 50);
    QCOMPARE(unnamed(window), QStringList());
    const auto server = doEverything(stage);
    QCOMPARE(unnamed(window), QStringList());
}

void AccessTest::everyControlIsReachedByKeyboard()
{
    support::Stage stage;
    auto &window = stage.open();
    const auto server = doEverything(stage);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto &navigation = stage.widget<QListWidget>("navigation");
    for (int page = 0; page < navigation.count(); ++page) {
        QTest::keyClick(&window, Qt::Key(Qt::Key_1 + page), Qt::ControlModifier);
        QCOMPARE(navigation.currentRow(), page);
        navigation.setFocus();
        QCOMPARE(unreached(window), QStringList());
    }
}

void AccessTest::dialogsAreUsableToo()
{
    support::Stage stage;
    auto &window = stage.open();
    const auto server = doEverything(stage);
    QStringList titles;
    stage.dialogs.onRun = [&titles](QDialog &dialog) {
        titles.append(dialog.windowTitle());
        QCOMPARE(unnamed(dialog), QStringList());
        dialog.activateWindow();
        QVERIFY(QTest::qWaitFor([&] { return QApplication::activeWindow() == &dialog; }));
        QVERIFY(dialog.isAncestorOf(QApplication::focusWidget()));
        QCOMPARE(unreached(dialog), QStringList());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    };
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_F1);
    auto &steps = stage.widget<QTreeWidget>("steps");
    steps.setCurrentItem(steps.topLevelItem(0)->child(2));
    for (const char *button : {"certificates", "conversation", "makeKey", "rotateKey"})
        stage.widget<QPushButton>(button).click();
    QCOMPARE(titles.size(), 5);
}

void AccessTest::noTwoControlsHaveTheSameMnemonic_data()
{
    QTest::addColumn<QString>("language");
    for (const auto &choice : admin::LanguageSwitch::choices())
        QTest::newRow(qPrintable(choice.tag)) << choice.tag;
}

/// With Alt and a letter, on each page as it is when everything has been done.
void AccessTest::noTwoControlsHaveTheSameMnemonic()
{
    QFETCH(const QString, language);
    support::Stage stage;
    admin::Settings(stage.path("settings.ini")).setLanguage(language);
    auto &window = stage.open();
    const auto server = doEverything(stage);
    QStringList conflicts;
    auto &navigation = stage.widget<QListWidget>("navigation");
    for (int page = 0; page < navigation.count(); ++page) {
        navigation.setCurrentRow(page);
        conflicts += sameMnemonics(window);
    }
    auto &way = stage.widget<QComboBox>("watchThrough");
    way.setCurrentIndex(1 - way.currentIndex()); // with other fields
    conflicts += sameMnemonics(window);
    QVERIFY2(conflicts.isEmpty(), qPrintable(conflicts.join(QLatin1Char('\n'))));
}

QTEST_MAIN(AccessTest)
#include "AccessTest.moc"
