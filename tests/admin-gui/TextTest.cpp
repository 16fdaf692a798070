// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/Text.h"

#include "admin-gui/widgets/Banner.h"
#include "admin-gui/widgets/CheckResults.h"
#include "admin-gui/widgets/PlainText.h"
#include "admin-gui/widgets/Table.h"

#include <QTest>
#include <QTextDocument>

/// What strangers say is shown as it is, and cannot pretend to be anything else.
class TextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineOfAStrangerIsOneLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("line");
        QTest::newRow("plain") << QByteArray("Claude") << QStringLiteral("Claude");
        QTest::newRow("lines") << QByteArray("a\nb\r\n\u2028c") << QStringLiteral("a b c");
        QTest::newRow("direction") << QByteArray("\u202Eabc\u2066d") << QStringLiteral("abc d");
        QTest::newRow("unseen") << QByteArray("a\u200Bb\0c", 7) << QStringLiteral("a b c");
        QTest::newRow("HTML") << QByteArray("<b>a</b>") << QStringLiteral("<b>a</b>");
        QTest::newRow("no UTF-8") << QByteArray("a\xff") << QStringLiteral("a\uFFFD");
        QTest::newRow("as long as may be") << QByteArray(80, 'x') << QString(80, QLatin1Char('x'));
        QTest::newRow("longer") << QByteArray(81, 'x')
                                << QString(79, QLatin1Char('x')) + QChar(0x2026);
    }
    void aLineOfAStrangerIsOneLine()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, line);
        QCOMPARE(admin::strangersLine(text.toStdString()), line);
    }

    void aLineKeepsItsDirectionAmongOthers()
    {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const QString turned = admin::strangersLine("<b>a</b>");
        const QString hebrew = admin::strangersLine("\u05D0\u05D1");
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(turned, QStringLiteral("\u2068<b>a</b>\u2069"));
        QCOMPARE(hebrew, QStringLiteral("\u05D0\u05D1"));
        QCOMPARE(admin::strangersLine("\u05D0\u05D1"), QStringLiteral("\u2068\u05D0\u05D1\u2069"));
        QVERIFY(admin::strangersLine("").isEmpty());
    }

    // "IMAP: …" would begin at the left among Arabic, far from its icon.
    void everyLineOfABannerRunsAsTheLanguage()
    {
        const QString text = QStringLiteral("IMAP: \u05D0\nSMTP: \u05D1");
        QCOMPARE(admin::runningAsTheLanguage(text), text);
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const QStringList lines = admin::runningAsTheLanguage(text).split(QLatin1Char('\n'));
        admin::Banner banner;
        banner.show(admin::Tone::Failure, text);
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(lines.size(), 2);
        for (const auto &line : lines)
            QVERIFY(line.isRightToLeft());
        QCOMPARE(banner.text(), text);
    }

    void aCharacterIsNotCutInTwo()
    {
        const std::string text = std::string(78, 'x') + "\U0001F600\U0001F600";
        const QString line = admin::strangersLine(text);
        QCOMPARE(line, QString(78, QLatin1Char('x')) + QChar(0x2026));
    }

    void aToolTipIsNoHtml_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"plain", "<b>bold</b> <img src=\"http://127.0.0.1/\">",
                                 "a < b && c", "two\nlines", "&lt;"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void aToolTipIsNoHtml()
    {
        QFETCH(const QString, text);
        QTextDocument shown;
        shown.setHtml(admin::plainToolTip(text));
        QCOMPARE(shown.toPlainText(), text);
        QVERIFY(admin::plainToolTip({}).isEmpty());
    }

    // A server may say anything in the documents that are checked.
    void resultsOfACheckArePlain()
    {
        admin::CheckResults results;
        results.begin();
        const QString said = QStringLiteral("<h1>https://evil.example</h1>");
        results.add({.title = QStringLiteral("It describes its login"),
                     .verdict = admin::CheckResult::Verdict::Wrong,
                     .text = said});
        auto *table = results.findChild<admin::Table *>();
        QVERIFY(table);
        QTextDocument shown;
        shown.setHtml(table->topLevelItem(0)->toolTip(1));
        QCOMPARE(shown.toPlainText(), said);
        QCOMPARE(results.wrongCount(), 1);
        QCOMPARE(table->topLevelItem(0)->data(0, Qt::AccessibleTextRole).toString(),
                 QStringLiteral("It describes its login: wrong"));
    }
};

QTEST_MAIN(TextTest)
#include "TextTest.moc"
