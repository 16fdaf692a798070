// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/LeafPart.h"
#include "core/Unicode.h"
#include "mime/Charset.h"
#include "mime/Initialise.h"
#include "mime/TransferEncoding.h"

#include <QTest>

class LeafPartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialise(); }

    void bytesOfAPartBecomeText_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QByteArray>("charset");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const QByteArray &encoding, const QByteArray &charset,
                            const QByteArray &bytes, const QByteArray &text) {
            QTest::newRow(name) << encoding << charset << bytes << text;
        };
        row("7bit", "7bit", "us-ascii", "a\r\nb\r\n", "a\nb\n");
        row("8bit UTF-8", "8bit", "utf-8", "\xc3\xbc", "ü");
        row("binary", "binary", "utf-8", "\xc3\xbc", "ü");
        row("no encoding, no charset, UTF-8", "", "", "\xc3\xbc", "ü");
        row("no charset, windows-1252", "", "", "\xfc\x80", "ü€");
        row("ML-21 unknown encoding is 8bit", "x-foo", "utf-8", "a=41", "a=41");
        row("base64", "base64", "utf-8", "aGVsbG8gd29y\r\nbGQ=", "hello world");
        row("BASE64 in upper case", " BASE64 ", "utf-8", "w7w=", "ü");
        row("ML-14 base64 without padding", "base64", "utf-8", "aGVsbG8", "hello");
        row("ML-14 base64 with one character too many", "base64", "utf-8", "aGVsbG8hZ", "hello!");
        row("ML-14 base64 with foreign characters", "base64", "utf-8", "aG!Vs*\r\n\tbG8=", "hello");
        row("ML-14 base64 with a list footer", "base64", "utf-8",
            "aGVsbG8gd29ybGQ=\r\n-- \r\nfooter", "hello world");
        row("ML-14 only padding", "base64", "utf-8", "====", "");
        row("quoted-printable", "quoted-printable", "utf-8", "a=C3=BC=\r\nb=3D", "aüb=");
        row("quoted-printable in lower case", "Quoted-Printable", "utf-8", "=c3=bc", "ü");
        row("quoted-printable blanks behind a soft break", "quoted-printable", "utf-8",
            "a= \t\r\nb", "ab");
        row("quoted-printable broken", "quoted-printable", "utf-8", "a=zz =", "a=zz ");
        row("quoted-printable LF", "quoted-printable", "utf-8", "a=\nb\nc", "ab\nc");
        row("uuencode", "x-uuencode", "us-ascii",
            "text before\r\nbegin 644 a.txt\r\n%:&5L;&\\\r\n`\r\nend\r\n", "hello");
        row("uuencode without begin", "uuencode", "us-ascii", "hello", "hello");
        row("uuencode cut", "x-uue", "us-ascii", "begin 644 a\r\n%:&5L;&\\", "hello");
        row("KOI8-R", "8bit", "koi8-r", "\xf0\xd2\xc9\xd7\xc5\xd4", "Привет");
        row("KOI8-R in base64", "base64", "KOI8-R", "8NLJ18XU", "Привет");
        row("ISO-2022-JP", "7bit", "iso-2022-jp", "\x1b$BF|K\\8l\x1b(B", "日本語");
        row("Shift_JIS", "8bit", "Shift_JIS", "\x93\xfa\x96\x7b", "日本");
        row("GB2312 read as GB18030", "8bit", "gb2312", "\xd6\xd0\x81\x30\x81\x30", "中\u0080");
        row("EUC-KR", "8bit", "ks_c_5601-1987", "\xb0\xa1", "가");
        row("Big5", "8bit", "big5", "\xa4\xa4", "中");
        row("windows-1252", "8bit", "windows-1252", "\x93q\x94 \x80", "“q” €");
        row("iso-8859-1 is read as windows-1252", "8bit", "ISO-8859-1", "\x93q\x94", "“q”");
        row("iso-8859-15", "8bit", "iso-8859-15", "\xa4", "€");
        row("ML-16 UTF-7 declared", "7bit", "utf-7", "+ADw-script", "<script");
        row("ML-16 UTF-7 not declared", "7bit", "us-ascii", "+ADw-script", "+ADw-script");
        row("ML-16 UTF-16 without BOM", "8bit", "utf-16", QByteArray("\0a\0b", 4), "ab");
        row("ML-16 UTF-16LE with an odd byte", "8bit", "utf-16le", QByteArray("a\0b\0c", 5),
            "ab\uFFFD");
        row("ML-16 HZ", "7bit", "hz-gb-2312", "~{VPND~}", "中文");
        row("ML-16 GB18030", "8bit", "gb18030", "\xd6\xd6", "种");
        row("ML-16 ISO-2022-JP left open", "7bit", "iso-2022-jp", "ok \x1b$B", "ok ");
        row("ML-16 x-unknown", "8bit", "x-unknown", "\xfc", "ü");
        row("ML-16 wrong label", "8bit", "utf-8",
            "\xfc"
            "b",
            "\uFFFD"
            "b");
        row("ML-16 a name with options", "8bit", "utf-8,swaplfnl", "\xfc", "ü");
        row("ML-16 a name of 4 KB", "8bit", QByteArray(4096, 'x'), "\xfc", "ü");
        row("NUL goes", "8bit", "utf-8", QByteArray("a\0b", 3), "ab");
        row("ML-43 lone CR and LF", "8bit", "utf-8", "a\rb\nc\r\nd", "a\nb\nc\nd");
    }
    void bytesOfAPartBecomeText()
    {
        QFETCH(QByteArray, encoding);
        QFETCH(QByteArray, charset);
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, text);
        const std::string encodingText = encoding.toStdString();
        const std::string charsetText = charset.toStdString();
        const std::string partBytes = bytes.toStdString();
        const auto decoded = mime::decodeText(
            {.bytes = partBytes, .encoding = encodingText, .charset = charsetText}, 1000);
        QCOMPARE(QByteArray::fromStdString(decoded.text), text);
        QVERIFY(!decoded.isTruncated);
    }

    void everyCharsetAndEncodingGivesValidText_data()
    {
        QTest::addColumn<QByteArray>("charset");
        for (const char *charset : {"utf-8",        "utf-7",
                                    "utf-16",       "utf-16le",
                                    "utf-32",       "iso-2022-jp",
                                    "iso-2022-kr",  "iso-2022-cn",
                                    "hz-gb-2312",   "gb18030",
                                    "gbk",          "big5",
                                    "big5-hkscs",   "shift_jis",
                                    "euc-jp",       "euc-kr",
                                    "koi8-r",       "koi8-u",
                                    "windows-1251", "windows-1255",
                                    "iso-8859-8-i", "macintosh",
                                    "tis-620",      "viscii",
                                    "scsu",         "imap-mailbox-name",
                                    "ebcdic-cp-us"})
            QTest::newRow(charset) << QByteArray(charset);
    }
    void everyCharsetAndEncodingGivesValidText() // ML-16
    {
        QFETCH(QByteArray, charset);
        const std::string charsetText = charset.toStdString();
        std::string bytes;
        std::uint32_t state = 1;
        for (int i = 0; i < 20'000; ++i) {
            state = state * 1664525U + 1013904223U;
            bytes += static_cast<char>(state >> 24U);
        }
        for (const char *encoding : {"8bit", "base64", "quoted-printable", "uuencode"}) {
            const auto decoded = mime::decodeText(
                {.bytes = bytes, .encoding = encoding, .charset = charsetText}, 1000);
            QVERIFY(core::isValidUtf8(decoded.text));
            QVERIFY(decoded.text.size() <= 1000);
            QVERIFY(decoded.text.find('\0') == std::string::npos);
        }
    }

    void aLongPartIsCutBetweenCharactersAndSaysSo()
    {
        const std::string bytes = "xüüüü";
        auto decoded = mime::decodeText({.bytes = bytes, .charset = "utf-8"}, 4);
        QCOMPARE(decoded.text, std::string("xü"));
        QVERIFY(decoded.isTruncated);
        decoded = mime::decodeText({.bytes = bytes, .charset = "utf-8"}, bytes.size());
        QCOMPARE(decoded.text, bytes);
        QVERIFY(!decoded.isTruncated);
    }

    void theRestOfACutCharacterIsNotShown()
    {
        const auto decoded =
            mime::decodeText({.bytes = "x\xe6\x97", .charset = "utf-8", .isCut = true}, 100);
        QCOMPARE(decoded.text, std::string("x"));
        QVERIFY(decoded.isTruncated);
    }

    void whatComesOutOfADecoderIsBounded() // ML-14
    {
        const std::string line(10'000'000, 'A');
        for (const char *encoding : {"base64", "quoted-printable", "8bit"}) {
            const auto decoded = mime::decodeTransfer(line, encoding, 1000);
            QCOMPARE(decoded.bytes.size(), std::size_t(1000));
            QVERIFY(decoded.isTruncated);
        }
        const auto exact = mime::decodeTransfer("aGVsbG8=", "base64", 5);
        QCOMPARE(exact.bytes, std::string("hello"));
        QVERIFY(!exact.isTruncated);
        std::string uuencoded = "begin 644 x\r\n";
        for (int i = 0; i < 1000; ++i)
            uuencoded += "%:&5L;&\\\r\n";
        QCOMPARE(mime::decodeTransfer(uuencoded, "uuencode", 12).bytes,
                 std::string("hellohellohe"));
    }

    void sizesAreEstimated()
    {
        QCOMPARE(mime::estimateDecodedSize(780, "base64"), std::size_t(570));
        QCOMPARE(mime::estimateDecodedSize(8, "BASE64"), std::size_t(6));
        QCOMPARE(mime::estimateDecodedSize(100, "7bit"), std::size_t(100));
    }

    void flowedParagraphsAreJoined_data()
    {
        QTest::addColumn<QByteArray>("delSp");
        QTest::addColumn<QByteArray>("wrapped");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const QByteArray &delSp, const QByteArray &wrapped,
                            const QByteArray &text) {
            QTest::newRow(name) << delSp << wrapped << text;
        };
        row("two lines", "", "a \r\nb\r\nc\r\n", "a b\nc\n");
        row("delsp", "yes", "a \r\nb \r\nc\r\n", "abc\n");
        row("stuffing", "no", " From x\r\n  y\r\n", "From x\n y\n");
        row("quotes", "", ">> a \r\n>> b\r\n> c \r\nd\r\n", ">> a b\n> c \nd\n");
        row("signature", "", "a \r\n-- \r\nname\r\n", "a \n-- \nname\n");
        row("flowed last line", "", "a ", "a ");
        row("empty line ends a paragraph", "", "a \r\n\r\nb", "a \nb");
        row("nothing", "", "", "");
    }
    void flowedParagraphsAreJoined() // RFC 3676 §4
    {
        QFETCH(QByteArray, delSp);
        QFETCH(QByteArray, wrapped);
        QFETCH(QByteArray, text);
        const std::string bytes = wrapped.toStdString();
        const std::string delSpText = delSp.toStdString();
        const auto decoded = mime::decodeText(
            {.bytes = bytes, .charset = "utf-8", .format = "Flowed", .delSp = delSpText}, 1000);
        QCOMPARE(QByteArray::fromStdString(decoded.text), text);
    }
};

QTEST_GUILESS_MAIN(LeafPartTest)
#include "LeafPartTest.moc"
