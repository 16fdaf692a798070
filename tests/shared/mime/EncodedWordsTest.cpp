// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/EncodedWords.h"

#include "core/Base64.h"
#include "mime/HeaderText.h"
#include "mime/Initialise.h"

#include <QTest>

#include <array>
#include <random>
#include <string>

namespace {

/// A word of the exact form, with bytes that may be anything.
std::string randomWord(std::mt19937 &random)
{
    constexpr std::string_view hex = "0123456789aBcDeF";
    constexpr std::array<std::string_view, 4> charsets{"utf-8", "UTF-8", "iso-8859-1", "koi8-r"};
    const auto below = [&random](std::size_t limit) { return random() % limit; };
    std::string bytes;
    for (auto count = 1 + below(12); count > 0; --count)
        bytes += static_cast<char>(0x21 + below(0xdf));
    std::string word = "=?" + std::string(charsets[below(charsets.size())]);
    if (below(2) == 0)
        return word + "?b?" + core::encodeBase64(bytes) + "?=";
    word += "?Q?";
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        const bool isLetter = value >= 'a' && value <= 'z';
        if (isLetter)
            word += byte;
        else
            word += std::string("=") + hex[value >> 4] + hex[value & 15];
    }
    return word + "?=";
}

} // namespace

class EncodedWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialise(); }

    void wordsAreDecoded_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *text, const char *expected) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
        };
        row("base64", "=?UTF-8?B?w7w=?=", "utf-8:\xc3\xbc|");
        row("Q", "=?utf-8?q?a_=3D=c3=BC?=", "utf-8:a =\xc3\xbc|");
        row("one character in two words", "=?utf-8?q?=c3?= =?UTF-8?B?vA==?=", "utf-8:\xc3\xbc|");
        row("folded", "=?utf-8?q?a?=\r\n\t=?utf-8?q?b?=", "utf-8:ab|");
        row("two charsets", "=?utf-8?q?a?= =?koi8-r?q?b?=", "utf-8:a|koi8-r:b|");
    }
    void wordsAreDecoded()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        const auto runs = mime::decodeEncodedWords(text.toStdString());
        QVERIFY(runs);
        std::string shown;
        for (const auto &run : *runs)
            shown += run.charset + ':' + run.bytes + '|';
        QCOMPARE(QByteArray::fromStdString(shown), expected);
    }

    void anythingElseIsLeftToVmime_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const auto *const text : {"x =?utf-8?q?a?=",
                                       "=?utf-8?q?a?= x",
                                       "=?utf-8?q?a?=x",
                                       "=?utf-8?q?a?==?utf-8?q?b?=",
                                       "=?utf-8?q?a",
                                       "=?utf-8?q",
                                       "=?utf-8",
                                       "=?",
                                       "=?utf-8?q?\?=",
                                       "=??q?a?=",
                                       "=?utf-8*en?q?a?=",
                                       "=?utf-8?x?a?=",
                                       "=?utf-8?qq?a?=",
                                       "=?utf-8?q?a b?=",
                                       "=?utf-8?q?a?b?=",
                                       "=?utf-8?q?=f?=",
                                       "=?utf-8?q?=fx?=",
                                       "=?utf-8?q?a=?=",
                                       "=?utf-8?q?\xc3\xbc?=",
                                       "=?utf-8?b?w7w?=",
                                       "=?utf-8?b?w7w==?=",
                                       "=?utf-8?b?w*w=?=",
                                       "=?ut f-8?q?a?="})
            QTest::newRow(text) << QByteArray(text);
    }
    void anythingElseIsLeftToVmime()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!mime::decodeEncodedWords(text.toStdString()));
    }

    /// A plain word behind them makes VMime read the same words.
    void vmimeReadsTheSame()
    {
        std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same each time
        for (int i = 0; i < 2000; ++i) {
            std::string text = randomWord(random);
            for (auto more = random() % 3; more > 0; --more)
                text += (random() % 2 == 0 ? " " : "\r\n ") + randomWord(random);
            QVERIFY2(mime::decodeEncodedWords(text), text.c_str());
            QCOMPARE(mime::decodeHeaderText(text) + " plain",
                     mime::decodeHeaderText(text + " plain"));
        }
    }
};

QTEST_GUILESS_MAIN(EncodedWordsTest)
#include "EncodedWordsTest.moc"
