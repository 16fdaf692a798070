// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/ByteRange.h"

#include <QTest>

using attachments::parseRange;
using Kind = attachments::RangeRequest::Kind;

class ByteRangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRangeIsUnderstood_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<quint64>("first");
        QTest::addColumn<quint64>("last");
        const auto row = [](const char *field, quint64 first, quint64 last) {
            QTest::newRow(field) << QByteArray(field) << first << last;
        };
        row("bytes=0-0", 0, 0);
        row("bytes=10-19", 10, 19);
        row("Bytes=10-", 10, 99);
        row("bytes= 90-1000 ", 90, 99);
        row("bytes=-10", 90, 99);
        row("bytes=-1000", 0, 99);
        row("bytes=99-18446744073709551615", 99, 99);
    }
    void oneRangeIsUnderstood()
    {
        QFETCH(QByteArray, field);
        QFETCH(quint64, first);
        QFETCH(quint64, last);
        const auto parsed = parseRange(field.toStdString(), 100);
        QCOMPARE(parsed.kind, Kind::Part);
        QCOMPARE(parsed.range.first, first);
        QCOMPARE(parsed.range.last, last);
        QCOMPARE(parsed.range.size(), last - first + 1);
    }

    void whatIsBehindTheEndCannotBeServed()
    {
        for (const auto *const field : {"bytes=100-", "bytes=100-200", "bytes=-0"})
            QCOMPARE(parseRange(field, 100).kind, Kind::Unsatisfiable);
        QCOMPARE(parseRange("bytes=0-", 0).kind, Kind::Unsatisfiable);
        QCOMPARE(parseRange("bytes=-1", 0).kind, Kind::Unsatisfiable);
    }

    void everythingElseIsIgnored()
    {
        QCOMPARE(parseRange(std::nullopt, 100).kind, Kind::Whole);
        for (const auto *const field :
             {"", "bytes", "bytes=", "bytes=-", "bytes=5", "bytes=5-4", "bytes=a-b", "bytes=1-2x",
              "bytes=1 -2", "bytes=0-1,5-6", "lines=1-2", "bytes=+1-2", "bytes=1--2",
              "bytes=18446744073709551616-", "bytes=0x1-2"})
            QCOMPARE(parseRange(field, 100).kind, Kind::Whole);
    }
};

QTEST_APPLESS_MAIN(ByteRangeTest)
#include "ByteRangeTest.moc"
