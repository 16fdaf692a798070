// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractor/Detection.h"

#include <QTest>

using documents::Format;

class DetectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesDecideAndNamesHelp_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("format");
        const auto row = [](const char *title, const QByteArray &bytes, const char *type,
                            const char *name, const char *format) {
            QTest::newRow(title) << bytes << QByteArray(type) << QByteArray(name)
                                 << QByteArray(format);
        };
        const char *any = "application/octet-stream";
        row("text", "hello", any, "", "text");
        row("text that begins like a program", "MZ is a bank", any, "", "text");
        row("csv by name", "a;b", "application/vnd.ms-excel", "A.CSV", "csv");
        row("csv by type", "a;b", "text/csv", "", "csv");
        row("html by type", "<p>", "text/html", "", "html");
        row("message by name", "From: a", any, "a.eml", "message");
        row("calendar by type", "BEGIN:VCALENDAR", "text/calendar", "", "calendar");
        row("binary with the name of a text", QByteArray("a\0b", 3), "text/plain", "a.txt",
            "unknown");
        row("pdf behind rubbish", "\n\n%PDF-1.4\n", "text/plain", "a.txt", "pdf");
        row("pdf that is none", "x", "application/pdf", "a.pdf", "text");
        row("zip", "PK\x03\x04....", any, "a.docx", "archive");
        row("rtf", "{\\rtf1 hello}", "text/plain", "", "rtf");
        row("svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", "a.svg", "text");
        row("webp", QByteArray("RIFF\1\0\0\0WEBP", 12), any, "", "picture");
        row("wav", QByteArray("RIFF\1\0\0\0WAVE", 12), any, "", "sound");
        row("mp4",
            QByteArray("\0\0\0\x18"
                       "ftypisom",
                       12),
            any, "", "video");
        row("elf",
            QByteArray("\x7f"
                       "ELF\2\1\1\0",
                       8),
            any, "", "program");
        row("short", "P", any, "", "text");
        row("empty", "", any, "", "text");
    }
    void bytesDecideAndNamesHelp()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, name);
        documents::ExtractionRequest request;
        request.contentType = type.toStdString();
        request.fileName = name.toStdString();
        const auto found = extractor::detect(bytes.toStdString(), request);
        QTEST(QByteArray::fromStdString(std::string(documents::nameOf(found))), "format");
    }
};

QTEST_APPLESS_MAIN(DetectionTest)
#include "DetectionTest.moc"
