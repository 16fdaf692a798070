// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/PercentEncoding.h"

#include <QTest>

class PercentEncodingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyByteGoesThereAndBack()
    {
        std::string bytes;
        for (int byte = 0; byte < 256; ++byte)
            bytes += static_cast<char>(byte);
        const auto encoded = core::percentEncoded(bytes);
        for (const char character : encoded)
            QVERIFY(character == '%' || core::isUnreserved(character));
        QVERIFY(core::percentDecoded(encoded) == bytes);
    }

    void unreservedCharactersStayAsTheyAre() // RFC 3986 §2.3
    {
        const std::string text = "AZaz09-._~";
        QVERIFY(core::percentEncoded(text) == text);
        QVERIFY(core::percentEncoded("a/b \xc3\xbc+") == "a%2Fb%20%C3%BC%2B");
    }

    void eitherCaseOfAnEscapeIsRead() { QVERIFY(core::percentDecoded("a%2f%2F+") == "a//+"); }

    void brokenEscapesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"%", "%2", "a%", "%2g", "%g2", "%%20", "% 2"})
            QTest::newRow(text) << QByteArray(text);
    }
    void brokenEscapesAreRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!core::percentDecoded(text.toStdString()));
    }
};

QTEST_GUILESS_MAIN(PercentEncodingTest)
#include "PercentEncodingTest.moc"
