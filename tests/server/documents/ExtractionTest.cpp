// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/Extraction.h"

#include <QTest>

using namespace documents;

class ExtractionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestArrivesAsItWasWritten()
    {
        ExtractionRequest request;
        request.contentType = "text/plain";
        request.charset = "utf-8";
        request.fileName = "\xc3\xa4 \"b\".txt";
        request.offset = 70000;
        request.maximum = 5;
        const auto bytes = write(request);
        QCOMPARE(lengthIn(bytes), bytes.size() - WireLimits::lengthBytes);
        const auto read = readRequest(std::string_view(bytes).substr(WireLimits::lengthBytes));
        QVERIFY(read);
        QVERIFY(*read == request);
    }

    void anAnswerArrivesAsItWasWritten()
    {
        Extraction extraction;
        extraction.format = Format::Xlsx;
        extraction.text = "a\tb\n";
        extraction.total = 100;
        extraction.next = 4;
        extraction.pages = 3;
        extraction.hidden = 1;
        extraction.removed = 2;
        extraction.isTruncated = true;
        auto bytes = write(extraction);
        auto read = readExtraction(std::string_view(bytes).substr(WireLimits::lengthBytes));
        QVERIFY(read);
        QVERIFY(*read == extraction);
        extraction = Extraction();
        extraction.format = Format::Pdf;
        extraction.problem = Problem::Encrypted;
        bytes = write(extraction);
        read = readExtraction(std::string_view(bytes).substr(WireLimits::lengthBytes));
        QVERIFY(read);
        QVERIFY(*read == extraction);
    }

    void everyFormatHasAName()
    {
        for (int i = 0; i <= static_cast<int>(Format::Unknown); ++i) {
            const auto format = static_cast<Format>(i);
            QVERIFY(formatNamed(nameOf(format)) == format);
            QVERIFY(!describe(format).empty());
        }
        QVERIFY(!formatNamed("exe"));
    }

    void theLongestWindowFitsIntoAnAnswer()
    {
        for (const char *character : {"\n", "\"", "\xf0\x9f\x98\x80"}) {
            Extraction extraction;
            for (std::size_t i = 0; i < WireLimits::windowCharacters; ++i)
                extraction.text += character;
            const auto bytes = write(extraction);
            QVERIFY(bytes.size() < WireLimits::answerBytes);
            QVERIFY(readExtraction(std::string_view(bytes).substr(WireLimits::lengthBytes)));
        }
    }

    void anAnswerThatIsNoneIsRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        const auto row = [](const char *from, const char *to) {
            QTest::addRow("%s", to) << QByteArray(from) << QByteArray(to);
        };
        row("{", "[");
        row("\"text\":\"\"", "\"text\":1");
        row("\"text\":\"\"", "\"text\":null");
        row("\"total\":0", "\"total\":-1");
        row("\"total\":0", "\"total\":1e99");
        row("\"total\":0", "\"total\":99999999999");
        row("\"next\":null", "\"next\":\"\"");
        row("\"problem\":null", "\"problem\":\"hunger\"");
        row("\"format\":\"pdf\"", "\"format\":\"exe\"");
        row("\"truncated\":false", "\"truncated\":0");
        row("\"hidden\":0,", "");
    }
    void anAnswerThatIsNoneIsRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        Extraction extraction;
        extraction.format = Format::Pdf;
        auto text = QByteArray::fromStdString(write(extraction).substr(WireLimits::lengthBytes));
        QVERIFY(text.contains(from));
        text.replace(from, to);
        const auto read = readExtraction(text.toStdString());
        QVERIFY(!read);
        QCOMPARE(read.error().kind, core::ErrorKind::Protocol);
    }
};

QTEST_APPLESS_MAIN(ExtractionTest)
#include "ExtractionTest.moc"
