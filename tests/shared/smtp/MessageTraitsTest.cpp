// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/MessageTraits.h"
#include "smtp/DataEncoder.h"

#include <QTest>

class MessageTraitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // RFC 1870 §5
    void theSizeIsThatOfTheWireWithoutDoubledDots_data()
    {
        QTest::addColumn<QByteArray>("message");
        for (const char *message : {"", "a", "a\n", "a\r\n", "a\rb", "\n", "\r\n\r\n", "\r\r\n",
                                    "\n\r", "x\r\ny\nz\r", "Subject: x\n\nbody"})
            QTest::newRow(QByteArray(message).toPercentEncoding().constData())
                << QByteArray(message);
    }
    void theSizeIsThatOfTheWireWithoutDoubledDots()
    {
        QFETCH(QByteArray, message);
        smtp::DataEncoder encoder;
        auto encoded = encoder.encode(message.toStdString());
        encoded += encoder.finish();
        QCOMPARE(smtp::traitsOf(message.toStdString()).size, encoded.size());
    }

    void dotsCountOnce()
    {
        QCOMPARE(smtp::traitsOf("a\n.b\n..\nc").size, std::uint64_t(3 + 4 + 4 + 3));
    }

    void charactersAreSeenWhereTheyAre_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<bool>("isAscii");
        QTest::addColumn<bool>("hasAsciiHeader");
        QTest::newRow("empty") << QByteArray() << true << true;
        QTest::newRow("ASCII") << QByteArray("a: b\r\n\r\nc") << true << true;
        QTest::newRow("body") << QByteArray("a: b\r\n\r\n\xc3\xa4") << false << true;
        QTest::newRow("body after LF") << QByteArray("a: b\n\n\xc3\xa4") << false << true;
        QTest::newRow("body only") << QByteArray("\r\n\xc3\xa4") << false << true;
        QTest::newRow("header") << QByteArray("a: \xc3\xa4\r\n\r\nb") << false << false;
        QTest::newRow("second field") << QByteArray("a: b\r\nc: \xc3\xa4\r\n") << false << false;
    }
    void charactersAreSeenWhereTheyAre()
    {
        QFETCH(QByteArray, message);
        QFETCH(bool, isAscii);
        QFETCH(bool, hasAsciiHeader);
        const auto traits = smtp::traitsOf(message.toStdString());
        QCOMPARE(traits.isAscii, isAscii);
        QCOMPARE(traits.hasAsciiHeader, hasAsciiHeader);
        QVERIFY(!traits.hasNul);
    }

    void aNulIsSeen() { QVERIFY(smtp::traitsOf(std::string_view("a\0b", 3)).hasNul); }
};

QTEST_GUILESS_MAIN(MessageTraitsTest)
#include "MessageTraitsTest.moc"
