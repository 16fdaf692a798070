// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/ContentType.h"

#include <QTest>

using attachments::contradicts;
using attachments::effectiveType;
using attachments::sniffContentType;

namespace {

std::string zeros(std::size_t count)
{
    return std::string(count, '\0');
}

std::string png()
{
    return std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0", 29);
}

/// The head of an x86-64 program.
std::string elf()
{
    return std::string("\x7f"
                       "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x02\0\x3e\0\x01\0\0\0",
                       24)
           + zeros(200);
}

/// MZ, and at 0x3c where the PE header is.
std::string windowsProgram()
{
    return "MZ" + zeros(58) + std::string("\x80\0\0\0", 4) + zeros(64)
           + std::string("PE\0\0\x64\x86\x02\0", 8) + zeros(12) + std::string("\xf0\0\x22\0", 4)
           + std::string("\x0b\x02", 2) + zeros(300);
}

std::string zip()
{
    return std::string("PK\x03\x04\x14\0\0\0\x08\0", 10) + zeros(16) + std::string("\x05\0\0\0", 4)
           + "a.txt" + zeros(50);
}

} // namespace

class ContentTypeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contentIsRecognised_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("type");
        const auto row = [](const char *name, const std::string &content, const char *type) {
            QTest::newRow(name) << QByteArray::fromStdString(content) << QByteArray(type);
        };
        row("nothing", "", "application/octet-stream");
        row("noise", std::string("\x01\x9f\x03\x84\xf1\x00\x07", 7), "application/octet-stream");
        row("PDF", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "application/pdf");
        row("PNG", png(), "image/png");
        row("web page", "<!DOCTYPE html><html><body>x</body></html>", "text/html");
        row("shell", "#!/bin/sh\nrm -rf /\n", "text/x-shellscript");
        row("text", "Dear Bob,\nsee you.\n", "text/plain");
        row("zip", zip(), "application/zip");
    }
    void contentIsRecognised()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, type);
        QCOMPARE(sniffContentType(content.toStdString()), type.toStdString());
    }

    void programsAreRecognisedWhateverTheirNameIs()
    {
        QVERIFY(contradicts("image/png", sniffContentType(elf())));
        QVERIFY(contradicts("image/png", sniffContentType(windowsProgram())));
        QVERIFY(contradicts("application/pdf", sniffContentType(windowsProgram())));
    }

    void onlyTheBeginningIsLookedAt()
    {
        const std::string hidden = std::string(attachments::sniffedBytes, ' ') + "%PDF-1.7\n";
        QCOMPARE(sniffContentType(hidden), std::string("text/plain"));
    }

    void onlyPlainContradictionsCount_data()
    {
        QTest::addColumn<QByteArray>("declared");
        QTest::addColumn<QByteArray>("found");
        QTest::addColumn<bool>("isRefused");
        const auto row = [](const char *declared, const char *found, bool isRefused) {
            QTest::newRow((std::string(declared) + " but " + found).c_str())
                << QByteArray(declared) << QByteArray(found) << isRefused;
        };
        row("image/png", "application/x-dosexec", true);
        row("image/png", "application/vnd.microsoft.portable-executable", true);
        row("image/png", "text/html", true);
        row("image/svg+xml", "text/html", true);
        row("IMAGE/PNG; name=x", "text/x-shellscript", true);
        row("image/jpeg", "application/pdf", true);
        row("image/jpeg", "application/zip", true);
        row("image/jpeg", "video/x-matroska", true);
        row("audio/mpeg", "image/png", true);
        row("video/mp4", "application/x-executable", true);
        row("application/pdf", "text/html", true);
        row("application/pdf", "image/png", true);
        row("application/pdf", "application/java-archive", true);
        row("text/plain", "application/x-pie-executable", true);
        row("application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/x-dosexec", true);
        row("application/msword", "application/x-dosexec", true);

        row("image/png", "image/png", false);
        row("image/jpeg", "image/png", false); // wrong, but a picture
        row("image/heic", "video/mp4", false);
        row("image/png", "application/octet-stream", false); // not known
        row("image/svg+xml", "text/plain", false);
        row("application/pdf", "text/plain", false); // some have a preamble
        row("audio/ogg", "application/ogg", false);
        row("audio/mp4", "video/mp4", false);
        row("video/webm", "audio/x-matroska", false);
        row("text/plain", "text/html", false);
        row("text/plain", "text/x-python", false);
        row("text/csv", "text/plain", false);
        row("application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/zip", false);
        row("application/vnd.oasis.opendocument.text", "application/zip", false);
        row("application/msword", "application/octet-stream", false);
        row("application/zip", "application/x-dosexec", false); // unpacks itself
        row("application/x-msdownload", "application/x-dosexec", false);
        row("application/octet-stream", "application/x-dosexec", false);
        row("", "text/html", false);
    }
    void onlyPlainContradictionsCount()
    {
        QFETCH(QByteArray, declared);
        QFETCH(QByteArray, found);
        QFETCH(bool, isRefused);
        QCOMPARE(contradicts(declared.toStdString(), found.toStdString()), isRefused);
    }

    void whatWasDeclaredIsKept()
    {
        QCOMPARE(effectiveType("text/csv", "text/plain"), std::string("text/csv"));
        QCOMPARE(effectiveType("", "image/png"), std::string("image/png"));
        QCOMPARE(effectiveType("Application/Octet-Stream", "image/png"), std::string("image/png"));
    }
};

QTEST_GUILESS_MAIN(ContentTypeTest)
#include "ContentTypeTest.moc"
