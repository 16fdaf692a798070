// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/Stage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTest>
#include <QTreeWidget>

/// No text is cut, however large the letters are and however wide the words of a language. The
/// scale of the screen is $QT_SCALE_FACTOR, which is set for each run of this program.
class LayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsCut_data();
    void nothingIsCut();
    void cleanup() { QApplication::setFont(m_font); }

private:
    static QStringList cutOff(const QWidget &window);
    static QStringList cutOffNavigation(const QListWidget &navigation);

    const QFont m_font = QApplication::font();
};

void LayoutTest::nothingIsCut_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<double>("letters");
    QTest::addColumn<QSize>("size");
    for (const char *language : {"en", "de", "ar", "fr", "ja", "es"}) {
        for (const double letters : {1.0, 1.5, 2.0}) {
            for (const QSize size : {QSize(1160, 800), QSize(720, 480)})
                QTest::addRow("%s, letters %.0f %%, %d x %d", language, letters * 100, size.width(),
                              size.height())
                    << QString::fromLatin1(language) << letters << size;
        }
    }
}

void LayoutTest::nothingIsCut()
{
    QFETCH(const QString, language);
    QFETCH(const double, letters);
    QFETCH(const QSize, size);
    QFont font = m_font;
    font.setPointSizeF(font.pointSizeF() * letters);
    QApplication::setFont(font);
    support::Stage stage;
    stage.dialogs.answers = {QStringLiteral("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="),
                             QStringLiteral("Example Mail")};
    admin::Settings(stage.path("settings.ini")).setLanguage(language);
    auto &window = stage.open();
    window.resize(size);
    stage.widget<QLineEdit>("address").setText(QStringLiteral("anna@example.com"));
    stage.widget<QPushButton>("find").click();
    stage.widget<QPushButton>("test").click();
    stage.widget<QPushButton>("useKey").click();
    stage.widget<QPushButton>("profile-save").click();
    stage.widget<QLineEdit>("baseUrl").setText(QStringLiteral("https://mail-mcp.example.com"));
    stage.widget<QPushButton>("generate").click();
    auto &navigation = stage.widget<QListWidget>("navigation");
    QStringList found;
    int dialogs = 0;
    for (int page = 0; page < navigation.count(); ++page) {
        navigation.setCurrentRow(page);
        QApplication::processEvents();
        QApplication::processEvents(); // the first may ask for another layout
        found += cutOff(window);
        for (const auto *area : window.findChildren<QScrollArea *>()) {
            // Nobody should have to scroll sideways in a window of the usual size.
            if (area->isVisible() && size.width() > 1000 && letters < 2
                && area->widget()->width() > area->viewport()->width())
                found.append(QStringLiteral("the page is wider than the window"));
        }
    }
    found += cutOffNavigation(navigation);
    stage.dialogs.onRun = [&](const QDialog &dialog) {
        QApplication::processEvents();
        found += cutOff(dialog);
        ++dialogs;
    };
    stage.dialogs.answers = {QString(), QString()};
    auto &steps = stage.widget<QTreeWidget>("steps");
    steps.setCurrentItem(steps.topLevelItem(0)->child(2));
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_F1);
    for (const char *button : {"certificates", "conversation", "makeKey", "rotateKey"})
        stage.widget<QPushButton>(button).click();
    QCOMPARE(dialogs, 5);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

/// What shows less than it would like to, or sticks out of the page.
QStringList LayoutTest::cutOff(const QWidget &window)
{
    QStringList found;
    const auto note = [&found](const QWidget *widget, const QString &what, const QString &text) {
        found.append(QStringLiteral("%1 %2: %3: %4")
                         .arg(QLatin1String(widget->metaObject()->className()),
                              widget->objectName(), what, text.left(40)));
    };
    for (const auto *label : window.findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const int wanted =
            label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        if (label->height() < wanted)
            note(label, QStringLiteral("height %1 of %2").arg(label->height()).arg(wanted),
                 label->text());
        const int width =
            label->wordWrap() ? label->minimumSizeHint().width() : label->sizeHint().width();
        if (label->width() < width)
            note(label, QStringLiteral("width %1 of %2").arg(label->width()).arg(width),
                 label->text());
    }
    for (const auto *button : window.findChildren<QAbstractButton *>()) {
        if (!button->isVisible() || button->text().isEmpty())
            continue;
        const QSize wanted = button->sizeHint();
        if (button->width() < wanted.width() || button->height() < wanted.height())
            note(button,
                 QStringLiteral("%1 x %2 of %3 x %4")
                     .arg(button->width())
                     .arg(button->height())
                     .arg(wanted.width())
                     .arg(wanted.height()),
                 button->text());
    }
    for (const auto *field : window.findChildren<QLineEdit *>()) {
        if (field->objectName() == QStringLiteral("qt_spinbox_lineedit"))
            continue; // in a field that is looked at as a whole
        if (field->isVisible() && field->height() < field->sizeHint().height())
            note(field,
                 QStringLiteral("height %1 of %2")
                     .arg(field->height())
                     .arg(field->sizeHint().height()),
                 field->text());
    }
    for (const auto *box : window.findChildren<QComboBox *>()) {
        if (box->isVisible()
            && (box->width() < box->sizeHint().width() || box->height() < box->sizeHint().height()))
            note(box, QStringLiteral("%1 of %2").arg(box->width()).arg(box->sizeHint().width()),
                 box->currentText());
    }
    for (const auto *box : window.findChildren<QSpinBox *>()) {
        if (box->isVisible() && box->height() < box->sizeHint().height())
            note(box, QStringLiteral("height %1").arg(box->height()), box->text());
    }
    return found;
}

QStringList LayoutTest::cutOffNavigation(const QListWidget &navigation)
{
    QStringList found;
    for (int row = 0; row < navigation.count(); ++row) {
        const auto *item = navigation.item(row);
        const QRect place = navigation.visualItemRect(item);
        const int wanted = navigation.fontMetrics().horizontalAdvance(item->text());
        const int room = place.width() - navigation.iconSize().width() - 24; // around both
        if (wanted > room || place.height() < navigation.fontMetrics().height())
            found.append(QStringLiteral("navigation: ") + item->text());
    }
    return found;
}

QTEST_MAIN(LayoutTest)
#include "LayoutTest.moc"
