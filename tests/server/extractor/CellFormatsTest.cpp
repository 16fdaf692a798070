// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractor/CellFormats.h"

#include <QTest>

using extractor::CellKind;
using extractor::DateSystem;

class CellFormatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFormatCodeSaysWhatANumberIs_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *code, CellKind kind) {
            QTest::newRow(code) << QByteArray(code) << static_cast<int>(kind);
        };
        row("", CellKind::Number);
        row("General", CellKind::Number);
        row("0.00", CellKind::Number);
        row("#,##0 \"days\"", CellKind::Number);
        row("0.00E+00", CellKind::Number);
        row("@", CellKind::Number);
        row("[Red]0;[Blue]-0", CellKind::Number);
        row("\\d0", CellKind::Number);
        row("yyyy-mm-dd", CellKind::Date);
        row("dd.mm.yy", CellKind::Date);
        row("[$-407]d. mmmm yyyy;@", CellKind::Date);
        row("mmm yy", CellKind::Date);
        row("hh:mm", CellKind::Time);
        row("mm:ss.0", CellKind::Time);
        row("yyyy/mm/dd hh:mm", CellKind::DateAndTime);
        row("[h]:mm:ss", CellKind::Duration);
        row("[mm]:ss", CellKind::Duration);
        row("[", CellKind::Number);
    }
    void aFormatCodeSaysWhatANumberIs()
    {
        QFETCH(QByteArray, code);
        QTEST(static_cast<int>(extractor::kindOf(code.toStdString())), "kind");
    }

    void numbersBecomeDates_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *number, CellKind kind, const char *text) {
            QTest::addRow("%s as %d", number, static_cast<int>(kind))
                << QByteArray(number) << static_cast<int>(kind) << QByteArray(text);
        };
        row("45988", CellKind::Number, "45988");
        row("45988", CellKind::Date, "2025-11-27");
        row("45988.25", CellKind::Date, "2025-11-27 06:00:00");
        row("45988", CellKind::DateAndTime, "2025-11-27 00:00:00");
        row("45987.9999999", CellKind::Date, "2025-11-27");
        row("1", CellKind::Date, "1900-01-01");
        row("59", CellKind::Date, "1900-02-28");
        row("60", CellKind::Date, "60"); // Excel's February 29th, 1900
        row("61", CellKind::Date, "1900-03-01");
        row("2958465", CellKind::Date, "9999-12-31");
        row("2958466", CellKind::Date, "2958466");
        row("0.5", CellKind::Time, "12:00:00");
        row("1.5", CellKind::Duration, "36:00:00");
        row("-1", CellKind::Date, "-1");
        row("nan", CellKind::Date, "nan");
        row("1e999", CellKind::Date, "1e999");
        row("text", CellKind::Date, "text");
        row("", CellKind::Date, "");
    }
    void numbersBecomeDates()
    {
        QFETCH(QByteArray, number);
        QFETCH(int, kind);
        QTEST(QByteArray::fromStdString(extractor::formatCell(
                  number.toStdString(), static_cast<CellKind>(kind), DateSystem::From1900)),
              "text");
    }

    void aWorkbookMayCountFrom1904()
    {
        QCOMPARE(extractor::formatCell("0", CellKind::Date, DateSystem::From1904),
                 std::string("1904-01-01"));
        QCOMPARE(extractor::formatCell("60", CellKind::Date, DateSystem::From1904),
                 std::string("1904-03-01"));
    }
};

QTEST_APPLESS_MAIN(CellFormatsTest)
#include "CellFormatsTest.moc"
