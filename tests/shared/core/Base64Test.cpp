// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Base64.h"

#include <QTest>

class Base64Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // RFC 4648 §10
    void knowsTheTestVectors_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("encoded");
        QTest::newRow("empty") << QByteArray("") << QByteArray("");
        QTest::newRow("f") << QByteArray("f") << QByteArray("Zg==");
        QTest::newRow("fo") << QByteArray("fo") << QByteArray("Zm8=");
        QTest::newRow("foo") << QByteArray("foo") << QByteArray("Zm9v");
        QTest::newRow("foobar") << QByteArray("foobar") << QByteArray("Zm9vYmFy");
        QTest::newRow("binary") << QByteArray("\xfb\xff\x00", 3) << QByteArray("+/8A");
    }
    void knowsTheTestVectors()
    {
        QFETCH(QByteArray, plain);
        QFETCH(QByteArray, encoded);
        QCOMPARE(core::encodeBase64(plain.toStdString()), encoded.toStdString());
        QCOMPARE(core::decodeBase64(encoded.toStdString()), std::optional(plain.toStdString()));
    }

    void urlFormHasNoPaddingAndItsOwnAlphabet()
    {
        QCOMPARE(core::encodeBase64Url(std::string("\xfb\xff\x00", 3)), std::string("-_8A"));
        QCOMPARE(core::encodeBase64Url("f"), std::string("Zg"));
        QCOMPARE(core::decodeBase64Url("Zg"), std::optional<std::string>("f"));
    }

    void refusesEverythingThatIsNotCanonical_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("one character") << QByteArray("Z");
        QTest::newRow("non-zero left-over bits") << QByteArray("Zh");
        QTest::newRow("non-zero left-over bits, three characters") << QByteArray("Zm9");
        QTest::newRow("padding") << QByteArray("Zg==");
        QTest::newRow("plain alphabet") << QByteArray("+/8A");
        QTest::newRow("garbage inside") << QByteArray("Zm*v");
        QTest::newRow("line break") << QByteArray("Zm9v\r\nZm9v");
        QTest::newRow("blank") << QByteArray("Zm9v ");
        QTest::newRow("8-bit") << QByteArray("Zm\xe9v");
    }
    void refusesEverythingThatIsNotCanonical()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!core::decodeBase64Url(text.toStdString()));
    }

    void paddedFormNeedsExactlyItsPadding()
    {
        QVERIFY(!core::decodeBase64("Zg"));
        QVERIFY(!core::decodeBase64("Zg="));
        QVERIFY(!core::decodeBase64("Zg==="));
        QVERIFY(!core::decodeBase64("Zm9v===="));
        QVERIFY(!core::decodeBase64("===="));
    }
};

QTEST_APPLESS_MAIN(Base64Test)
#include "Base64Test.moc"
