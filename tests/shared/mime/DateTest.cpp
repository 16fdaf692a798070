// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Date.h"

#include <QTest>

class DateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDateFieldBecomesIso8601_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("iso"); // empty: cannot be read
        const auto row = [](const char *name, const QByteArray &field, const QByteArray &iso) {
            QTest::newRow(name) << field << iso;
        };
        row("RFC 5322", "Fri, 21 Nov 1997 09:55:06 -0600", "1997-11-21T09:55:06-06:00");
        row("no day of the week", "21 Nov 1997 09:55:06 +0530", "1997-11-21T09:55:06+05:30");
        row("no seconds", "Fri, 21 Nov 1997 09:55 +0000", "1997-11-21T09:55:00Z");
        row("unknown zone", "Fri, 21 Nov 1997 09:55:06 -0000", "1997-11-21T09:55:06Z");
        row("obsolete zone", "21 Nov 97 09:55:06 GMT", "1997-11-21T09:55:06Z");
        row("EST", "21 Nov 97 09:55:06 EST", "1997-11-21T09:55:06-05:00");
        row("PDT", "21 Jul 2024 09:55:06 pdt", "2024-07-21T09:55:06-07:00");
        row("military zone", "21 Nov 97 09:55:06 K", "1997-11-21T09:55:06Z");
        row("zone that nobody can know", "21 Nov 1997 09:55:06 XYZ", "1997-11-21T09:55:06Z");
        row("no zone", "21 Nov 1997 09:55:06", "1997-11-21T09:55:06Z");
        row("comment", "Fri, 21 Nov 1997 09:55:06 -0600 (CST (central))",
            "1997-11-21T09:55:06-06:00");
        row("folded, no blank behind the comma", "Fri,21 Nov 1997\r\n\t9:55:06 -0600",
            "1997-11-21T09:55:06-06:00");
        row("two-digit year", "1 Jan 03 00:00:00 Z", "2003-01-01T00:00:00Z");
        row("three-digit year", "1 Jan 103 00:00:00 Z", "2003-01-01T00:00:00Z");
        row("full month name", "1 September 2024 00:00:00 Z", "2024-09-01T00:00:00Z");
        row("leap second", "31 Dec 2016 23:59:60 +0000", "2016-12-31T23:59:59Z");
        row("leap day", "29 Feb 2024 00:00:00 +0000", "2024-02-29T00:00:00Z");
        row("ML-18 no such day", "29 Feb 2023 00:00:00 +0000", "");
        row("ML-18 none", "", "");
        row("ML-18 year 99999", "1 Jan 99999 00:00:00 +0000", "");
        row("ML-18 year -1", "1 Jan -1 00:00:00 +0000", "");
        row("ML-18 year 2101", "1 Jan 2101 00:00:00 +0000", "");
        row("ML-18 year 1969", "31 Dec 1969 00:00:00 +0000", "");
        row("ML-18 zone +9999", "1 Jan 2024 00:00:00 +9999", "");
        row("ML-18 zone +2400", "1 Jan 2024 00:00:00 +2400", "");
        row("ML-18 1 MB", QByteArray(1'000'000, 'x'), "");
        row("ML-18 1 MB of comments", QByteArray("(").repeated(1'000'000), "");
        row("hour 24", "1 Jan 2024 24:00:00 +0000", "");
        row("minute 60", "1 Jan 2024 00:60:00 +0000", "");
        row("four parts of a time", "1 Jan 2024 00:00:00:00 +0000", "");
        row("month 13", "1 13 2024 00:00:00 +0000", "");
        row("words", "the day before yesterday", "");
    }
    void aDateFieldBecomesIso8601()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, iso);
        const auto date = mime::isoDate(field.toStdString());
        QCOMPARE(QByteArray::fromStdString(date.value_or("")), iso);
    }

    void aTimeOfTheServerIsWrittenInUtc()
    {
        QCOMPARE(mime::isoDate(std::chrono::sys_seconds(std::chrono::seconds(1767225600))),
                 std::string("2026-01-01T00:00:00Z"));
    }
};

QTEST_GUILESS_MAIN(DateTest)
#include "DateTest.moc"
