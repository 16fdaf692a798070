// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Parameter.h"
#include "core/Unicode.h"
#include "mime/FileName.h"
#include "mime/Initialise.h"

#include <QTest>

class ParameterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialise(); }

    void aFileNameIsFoundHoweverItIsWritten_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("name");
        const auto row = [](const char *name, const QByteArray &field, const QByteArray &text) {
            QTest::newRow(name) << field << text;
        };
        row("token", "attachment; filename=a.txt", "a.txt");
        row("quoted", "attachment; filename=\"a; \\\"b\\\".txt\"; size=3", "a; \"b\".txt");
        row("upper case", "ATTACHMENT; FILENAME=\"A.TXT\"", "A.TXT");
        row("RFC 2231",
            "attachment; filename*=UTF-8''%C3%9Cbersicht%20%E2%80%93%20%E8%AF%B7%E6%B1%82.pdf",
            "Übersicht – 请求.pdf");
        row("RFC 2231 in pieces, out of order",
            "attachment; filename*1*=%93%20%E8%AF%B7; filename*2=\"\\\"x\\\".pdf\"; "
            "filename*0*=utf-8'de'%C3%9Cbersicht%20%E2%80",
            "Übersicht – 请\"x\".pdf");
        row("RFC 2231 pieces without encoding", "attachment; filename*0=\"ab\"; filename*1=\"cd\"",
            "abcd");
        row("RFC 2231 in latin1", "attachment; filename*=iso-8859-1'en'%A3%20rates", "£ rates");
        row("RFC 2231 without charset", "attachment; filename*=%C3%BC", "ü");
        row("RFC 2231 broken percent", "attachment; filename*=utf-8''a%zz%4", "a%zz%4");
        row("the extended form wins", "attachment; filename=a.txt; filename*=utf-8''%C3%BC.txt",
            "ü.txt");
        row("encoded word", "attachment; filename=\"=?UTF-8?B?w5xiZXIucGRm?=\"", "Über.pdf");
        row("raw UTF-8", "attachment; filename=\"\xc3\x9c.pdf\"", "Ü.pdf");
        row("raw windows-1252", "attachment; filename=\"\xdc.pdf\"", "Ü.pdf");
        row("a gap ends it", "attachment; filename*0=a; filename*2=c", "a");
        row("quote never closed", "attachment; filename=\"abc", "abc");
        row("another name that begins alike", "attachment; filename2=x; filename=y", "y");
        row("control characters go", "attachment; filename*=utf-8''a%00b%0Ac", "ab c");
    }
    void aFileNameIsFoundHoweverItIsWritten()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, name);
        const auto parsed = mime::parseParameterised(field.toStdString());
        QCOMPARE(parsed.value, std::string("attachment"));
        const auto text = mime::decodeParameter(parsed.parameters, "filename");
        QVERIFY(text.has_value());
        QCOMPARE(QByteArray::fromStdString(*text), name);
    }

    void aMissingParameterIsNothing()
    {
        QVERIFY(!mime::decodeParameter({}, "filename"));
        QVERIFY(!mime::decodeParameter({{.name = "filename*x", .value = "a"}}, "filename"));
        QVERIFY(!mime::decodeParameter({{.name = "filename*1", .value = "a"}}, "filename"));
        QVERIFY(mime::parseParameterised("").parameters.empty());
        QVERIFY(mime::parseParameterised("text/plain; charset").parameters.empty());
        QVERIFY(mime::parseParameterised("text/plain;;;").parameters.empty());
    }

    void continuationsAreBounded() // ML-08
    {
        std::vector<mime::Parameter> parameters;
        for (int i = 0; i < 10'000; ++i)
            parameters.push_back({.name = "name*" + std::to_string(i), .value = "x"});
        QCOMPARE(mime::decodeParameter(parameters, "name"), std::string(128, 'x'));
        std::string field = "a/b";
        for (int i = 0; i < 10'000; ++i)
            field += ";n" + std::to_string(i) + "=x";
        QCOMPARE(mime::parseParameterised(field).parameters.size(), std::size_t(128));
    }

    void fileNamesOfStrangersAreHarmless_data() // ML-10
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("harmless");
        const auto row = [](const char *label, const QByteArray &name, const QByteArray &harmless) {
            QTest::newRow(label) << name << harmless;
        };
        row("ML-10 as it should be", "Übersicht – 请求.pdf", "Übersicht – 请求.pdf");
        row("ML-10 Unix path", "../../etc/passwd", "passwd");
        row("ML-10 Windows path", "..\\..\\x", "x");
        row("ML-10 absolute", "/abs", "abs");
        row("ML-10 drive", "C:\\x", "x");
        row("ML-10 drive without separator", "C:x", "C_x");
        row("ML-10 NUL and line ends", QByteArray("a\0\r\nb", 5), "ab");
        row("ML-10 dot", ".", "part");
        row("ML-10 dots", "..", "part");
        row("ML-10 dots and blanks", " .. . ", "part");
        row("ML-10 empty", "", "part");
        row("ML-10 only a path", "a/", "part");
        row("ML-10 device", "CON", "_CON");
        row("ML-10 device with extension", "com1.txt", "_com1.txt");
        row("ML-10 no device", "console.txt", "console.txt");
        row("ML-10 RTLO",
            "annex\xe2\x80\xae"
            "fdp.exe",
            "annexfdp.exe");
        row("ML-10 RTLO at the front",
            "\xe2\x80\xae"
            "gpj.exe",
            "gpj.exe");
        row("ML-27 tag characters", "a\xf3\xa0\x81\x81.txt", "a.txt");
        row("ML-10 zero width", "a\xe2\x80\x8b.txt", "a.txt");
        row("ML-10 reserved characters", "a<b>:\"|?*.txt", "a_b______.txt");
        row("ML-10 trailing dot and blank", "a.txt. ", "a.txt");
        row("ML-10 hidden file", ".htaccess", ".htaccess");
        row("ML-10 many leading dots", "...x", ".x");
        row("ML-10 broken UTF-8", "a\xff.txt", "a\uFFFD.txt");
        row("ML-38 TNEF keeps its name", "winmail.dat", "winmail.dat");
    }
    void fileNamesOfStrangersAreHarmless()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, harmless);
        const std::string once = mime::sanitiseFileName(name.toStdString(), "part");
        QCOMPARE(QByteArray::fromStdString(once), harmless);
        QCOMPARE(mime::sanitiseFileName(once, "part"), once); // ML-45
    }

    void aLongFileNameKeepsItsExtension() // ML-10
    {
        std::string name;
        for (int i = 0; i < 2000; ++i)
            name += "ü";
        const std::string harmless = mime::sanitiseFileName(name + ".pdf", "part");
        QVERIFY(harmless.size() <= 255);
        QVERIFY(harmless.size() > 250);
        QVERIFY(harmless.ends_with("ü.pdf"));
        QVERIFY(core::isValidUtf8(harmless));
        QVERIFY(mime::sanitiseFileName("a." + name, "part").size() <= 255);

        const std::string cutBehindADot = std::string(254, 'a') + ". and so on, without an end";
        const std::string once = mime::sanitiseFileName(cutBehindADot, "part");
        QCOMPARE(once, std::string(254, 'a'));
        QCOMPARE(mime::sanitiseFileName(once, "part"), once);
    }
};

QTEST_GUILESS_MAIN(ParameterTest)
#include "ParameterTest.moc"
