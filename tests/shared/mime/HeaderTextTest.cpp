// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/HeaderText.h"
#include "core/Unicode.h"
#include "mime/Initialise.h"

#include <QTest>

#include <chrono>

using namespace Qt::StringLiterals;

class HeaderTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialise(); }

    void rawHeaderBytesBecomeReadableText_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const QByteArray &raw, const QByteArray &text) {
            QTest::newRow(name) << raw << text;
        };
        row("plain", "Hello world", "Hello world");
        row("empty", "", "");
        row("nothing but blanks", " \t ", "");
        row("blanks around it", " a  b\r\n ", "a  b");
        row("UTF-8 base64", "=?UTF-8?B?5pel5pys6Kqe?=", "日本語");
        row("UTF-8 Q with blanks", "=?utf-8?q?J=C3=BCrgen_M=C3=BCller?=", "Jürgen Müller");
        row("ISO-2022-JP", "=?ISO-2022-JP?B?GyRCRnxLXDhsGyhC?= test", "日本語 test");
        row("ISO-2022-JP in two words that each end in ASCII",
            "=?ISO-2022-JP?B?GyRCMnE1RBsoQg==?= =?ISO-2022-JP?B?GyRCJE5GfBsoQg==?=", "会議の日");
        row("ISO-2022-JP with a split shift state",
            "=?ISO-2022-JP?B?GyRCRnw=?= =?ISO-2022-JP?B?S1w4bBsoQg==?=", "日本語");
        row("KOI8-R in two words", "=?koi8-r?B?8NLJ18XU?= =?KOI8-R?B?IM3J0g==?=", "Привет мир");
        row("folded encoded words", "=?UTF-8?Q?a?=\r\n =?UTF-8?Q?b?= c =?UTF-8?Q?d?=", "ab c d");
        row("a character split between two words (base64)",
            "=?UTF-8?B?5pel5g==?= =?UTF-8?B?nKzoqp4=?=", "日本語");
        row("a character split between two words (Q)",
            "=?utf-8?Q?=F0=9F=98?=\r\n\t=?UTF-8?Q?=80_ok?=", "😀 ok");
        row("two charsets", "=?UTF-8?Q?a?= =?iso-8859-1?Q?=FC?=", "aü");
        row("language suffix", "=?utf-8*en?q?x?=", "x");
        row("base64 without padding", "=?utf-8?B?w7w?= and =?utf-8?b?YQ?=", "ü and a");
        row("raw UTF-8", "raw \xc3\xbc \xe6\x97\xa5", "raw ü 日");
        row("raw windows-1252", "raw \xfc \x93quoted\x94", "raw ü “quoted”");
        row("raw latin beside an encoded word", "\xfc =?utf-8?q?=C3=BC?=", "ü ü");
        row("iso-8859-1 is read as windows-1252", "=?iso-8859-1?Q?=80=96?=", "€–");
        row("us-ascii with 8-bit bytes", "=?us-ascii?Q?=C3=BC?=", "ü");
        row("ML-16 unknown charset, UTF-8 inside", "=?x-foo?q?=C3=BC?=", "ü");
        row("ML-16 unknown charset, 8-bit inside", "=?x-foo?q?=FC?=", "ü");
        row("ML-16 invalid UTF-8", "=?utf-8?q?a=FFz?=", "a\uFFFDz");
        row("ML-16 UTF-7 is not guessed", "+ADw-script", "+ADw-script");
        row("a word that never ends", "=?utf-8?q?broken", "=?utf-8?q?broken");
        row("a word in no known encoding", "=?utf-8?x?y?=", "=?utf-8?x?y?=");
        row("control characters go", "=?utf-8?q?a=00b=07c=0D=0ABcc:_x?=", "abc Bcc: x");
        row("folds are undone", "a\r\n b\r\n\tc\n d", "a b c d");
        row("tabulators and line ends become blanks", "a\tb\r\nc", "a b c");
        row("C1 controls go", "a\xc2\x85z", "az");
        row("U+2028 becomes a blank", "a\xe2\x80\xa8z", "a z");
        row("NUL goes", QByteArray("a\0b", 3), "ab");
    }
    void rawHeaderBytesBecomeReadableText()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QByteArray, text);
        const std::string bytes = raw.toStdString();
        const auto copied = mime::decodeHeaderText(std::string_view(bytes));
        const auto moved = mime::decodeHeaderText(std::string(bytes));
        QCOMPARE(QByteArray::fromStdString(copied), text);
        QCOMPARE(QByteArray::fromStdString(moved), text);
    }

    void atMost64KibibytesAreLookedAt()
    {
        const std::string tooLong(65'537, 'x');
        QCOMPARE(mime::decodeHeaderText(std::string_view(tooLong)).size(), std::size_t{65'536});
        QCOMPARE(mime::decodeHeaderText(std::string(tooLong)).size(), std::size_t{65'536});
    }

    void hostileHeadersStayValidAndBounded_data()
    {
        QTest::addColumn<QByteArray>("unit");
        QTest::newRow("ML-05 100,000 encoded words") << "=?utf-8?q?x?= "_ba;
        QTest::newRow("ML-05 words that never end") << "=?a?q?"_ba;
        QTest::newRow("ML-05 equals signs") << "="_ba;
        QTest::newRow("ML-05 beginnings") << "=?"_ba;
        QTest::newRow("ML-05 empty words") << "=?utf-8?b?\?="_ba;
        QTest::newRow("ML-16 escape sequences") << "=?ISO-2022-JP?Q?=1B$B=1B(?= "_ba;
        QTest::newRow("ML-16 broken UTF-8") << "\xf0\x9f"_ba;
    }
    void hostileHeadersStayValidAndBounded()
    {
        QFETCH(QByteArray, unit);
        const std::string text = mime::decodeHeaderText(unit.repeated(100'000).toStdString());
        QVERIFY(core::isValidUtf8(text));
        QVERIFY(text.size() <= 3UL * 64 * 1024);
    }
};

QTEST_GUILESS_MAIN(HeaderTextTest)
#include "HeaderTextTest.moc"
