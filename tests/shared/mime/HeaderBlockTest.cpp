// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/HeaderBlock.h"

#include <QTest>

class HeaderBlockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreSplitAndUnfolded()
    {
        const auto block = mime::HeaderBlock::parse("From: a@b\r\n"
                                                    "Subject: one\r\n"
                                                    " two\r\n"
                                                    "\tthree \r\n"
                                                    "X-Empty:\r\n"
                                                    "subject: second\r\n"
                                                    "\r\n"
                                                    "To: body@example\r\n");
        QCOMPARE(block.fields().size(), std::size_t(4));
        QCOMPARE(block.value("SUBJECT"), std::string_view("one two\tthree"));
        QCOMPARE(block.value("x-empty"), std::string_view());
        QCOMPARE(block.value("To"), std::string_view());
        QVERIFY(!block.isTruncated());
    }

    void oddLinesAreSkipped_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QByteArray>("subject");
        QTest::newRow("mbox line") << QByteArray("From x Mon\r\nSubject: a\r\n") << QByteArray("a");
        QTest::newRow("ML-43 bare LF") << QByteArray("A: b\nSubject: a\n\nx") << QByteArray("a");
        QTest::newRow("ML-43 bare CR") << QByteArray("A: b\rSubject: a\r") << QByteArray("a");
        QTest::newRow("no line end") << QByteArray("Subject: a") << QByteArray("a");
        QTest::newRow("blank before the colon") << QByteArray("Subject : a\r\n") << QByteArray("a");
        QTest::newRow("name with a blank") << QByteArray("Sub ject: x\r\n") << QByteArray();
        QTest::newRow("no name") << QByteArray(": x\r\nSubject: a") << QByteArray("a");
        QTest::newRow("continuation of nothing")
            << QByteArray(" x\r\nSubject: a") << QByteArray("a");
        QTest::newRow("continuation of a skipped line")
            << QByteArray("junk\r\n Subject: x\r\n") << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }
    void oddLinesAreSkipped()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QByteArray, subject);
        const auto block = mime::HeaderBlock::parse(raw.toStdString());
        QCOMPARE(QByteArray::fromStdString(std::string(block.value("Subject"))), subject);
    }

    void aHugeHeaderIsCutAndSaysSo_data() // ML-05
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<int>("fields");
        QTest::newRow("ML-05 block of 50 MB")
            << QByteArray("Subject: a\r\nX: ") + QByteArray(50'000'000, 'x') << 2;
        QTest::newRow("ML-05 field of 20 MB")
            << QByteArray("Subject: a\r\nX: ") + QByteArray("x\r\n ").repeated(5'000'000) << 2;
        QTest::newRow("ML-05 a million fields")
            << QByteArray("Subject: a\r\n") + QByteArray("X:y\r\n").repeated(1'000'000) << 2000;
        QTest::newRow("ML-05 a huge name")
            << QByteArray("Subject: a\r\n") + QByteArray(70'000, 'X') + ": y\r\n"
            << 1;
        QTest::newRow("ML-05 a name that leaves little room")
            << QByteArray("Subject: a\r\n") + QByteArray(65'000, 'X') + ':'
                   + QByteArray(65'000, 'y') + "\r\n"
            << 2;
    }
    void aHugeHeaderIsCutAndSaysSo()
    {
        QFETCH(QByteArray, raw);
        QFETCH(int, fields);
        const auto block = mime::HeaderBlock::parse(raw.toStdString());
        QVERIFY(block.isTruncated());
        QCOMPARE(block.fields().size(), static_cast<std::size_t>(fields));
        QCOMPARE(block.value("Subject"), std::string_view("a"));
        for (const auto &field : block.fields())
            QVERIFY(field.name.size() + field.value.size() <= 64UL * 1024);
    }
};

QTEST_GUILESS_MAIN(HeaderBlockTest)
#include "HeaderBlockTest.moc"
