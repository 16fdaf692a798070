// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/FileHeaders.h"

#include <QTest>

#include <string>

namespace {

std::string field(const char *name, std::string_view fileName, std::string_view type = "text/plain")
{
    http::Headers headers;
    attachments::addFileHeaders(headers, fileName, type);
    return std::string(headers.find(name).value_or(""));
}

std::string disposition(std::string_view fileName)
{
    return field("Content-Disposition", fileName);
}

} // namespace

class FileHeadersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileIsSavedAndNeverShown()
    {
        QCOMPARE(field("Content-Security-Policy", "a"),
                 std::string("sandbox; default-src 'none'; frame-ancestors 'none'"));
        QCOMPARE(field("X-Content-Type-Options", "a"), std::string("nosniff"));
        QCOMPARE(field("Referrer-Policy", "a"), std::string("no-referrer"));
        QCOMPARE(field("Cache-Control", "a"), std::string("private, no-store"));
    }

    void namesAreHarmless_data() // ML-10
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("ascii");
        QTest::addColumn<QByteArray>("extended");
        const auto row = [](const char *what, const QByteArray &name, const char *ascii,
                            const char *extended) {
            QTest::newRow(what) << name << QByteArray(ascii) << QByteArray(extended);
        };
        row("plain", "report.pdf", "report.pdf", "report.pdf");
        row("a path", "../../etc/passwd", "passwd", "passwd");
        row("a path of Windows", "..\\..\\x", "x", "x");
        row("a drive", "C:\\x", "x", "x");
        row("NUL and CRLF", QByteArrayLiteral("a\0b\r\nSet-Cookie: x"), "abSet-Cookie_ x",
            "abSet-Cookie_%20x");
        row("quotes", "a\"; filename=\"evil.exe", "a__ filename=_evil.exe",
            "a_%3B%20filename%3D_evil.exe");
        row("per cent", "100%41.txt", "100_41.txt", "100%2541.txt");
        row("RTLO", "gpj\xe2\x80\xae.exe", "gpj.exe", "gpj.exe");
        row("umlauts", "\xc3\x9c.pdf", "__.pdf", "%C3%9C.pdf");
        row("empty", "", "attachment", "attachment");
        row("dots", "..", "attachment", "attachment");
        row("a device", "CON", "_CON", "_CON");
    }
    void namesAreHarmless()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, ascii);
        QFETCH(QByteArray, extended);
        const auto shown = QByteArray::fromStdString(disposition(name.toStdString()));
        if (name.contains("; filename"))
            QVERIFY(shown.count('"') == 2);
        else
            QCOMPARE(shown, "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + extended);
    }

    void aLongNameIsCut() // ML-10
    {
        QVERIFY(disposition(std::string(4096, 'n') + ".pdf").size() < 600);
        QVERIFY(disposition(std::string(4096, 'n') + ".pdf").find("n.pdf\"") != std::string::npos);
    }

    void noTypeIsServedThatABrowserRuns() // ML-12, ML-40
    {
        for (const auto *const type :
             {"text/html", "TEXT/HTML", "application/xhtml+xml", "image/svg+xml", "text/xml",
              "application/javascript", "text/ecmascript", "application/x-shockwave-flash",
              "multipart/mixed", "message/rfc822", "text", "", "a/b/c", "text/plain\r\nX: y",
              "text/plain; charset=utf-8", "/", "te xt/plain"})
            QCOMPARE(field("Content-Type", "a", type), std::string("application/octet-stream"));
        for (const auto *const type : {"application/pdf", "image/png", "text/calendar"})
            QCOMPARE(field("Content-Type", "a", type), std::string(type));
    }
};

QTEST_APPLESS_MAIN(FileHeadersTest)
#include "FileHeadersTest.moc"
