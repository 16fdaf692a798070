// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/Unicode.h"
#include "core/Ascii.h"

#include <QTest>

class UnicodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printableAsciiEndsAtTheFirstOtherByte()
    {
        for (int byte = 0; byte < 256; ++byte) {
            const bool isPrintable = byte >= 0x20 && byte < 0x7f;
            for (std::size_t before = 0; before < 20; ++before) {
                const auto text = std::string(before, '~') + static_cast<char>(byte) + " !";
                const auto expected = isPrintable ? text.size() : before;
                QCOMPARE(core::printableAsciiPrefix(text), expected);
            }
        }
        QCOMPARE(core::printableAsciiPrefix({}), std::size_t{0});
    }

    void malformedSequencesBecomeOneReplacementEach_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("valid") << QByteArray("a\xc3\xbc\xe6\x97\xa5\xf0\x9f\x98\x80")
                               << QByteArray("aü日😀");
        QTest::newRow("lone continuation") << QByteArray("a\x80z") << QByteArray("a\uFFFDz");
        QTest::newRow("overlong slash") << QByteArray("\xc0\xaf") << QByteArray("\uFFFD\uFFFD");
        QTest::newRow("surrogate")
            << QByteArray("\xed\xa0\x80") << QByteArray("\uFFFD\uFFFD\uFFFD");
        QTest::newRow("beyond U+10FFFF")
            << QByteArray("\xf4\x90\x80\x80") << QByteArray("\uFFFD\uFFFD\uFFFD\uFFFD");
        QTest::newRow("cut at the end") << QByteArray("a\xe6\x97") << QByteArray("a\uFFFD");
        QTest::newRow("cut before ASCII") << QByteArray("\xe6\x97z") << QByteArray("\uFFFDz");
    }
    void malformedSequencesBecomeOneReplacementEach()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, text);
        const std::string result = core::replaceInvalidUtf8(bytes.toStdString());
        QCOMPARE(QByteArray::fromStdString(result), text);
        QVERIFY(core::isValidUtf8(result));
        QCOMPARE(core::isValidUtf8(bytes.toStdString()), bytes == text);
    }

    void everyCodePointSurvivesTheRoundTrip()
    {
        for (const char32_t codePoint : {U'a', U'\u007F', U'\u0080', U'\u07FF', U'\u0800',
                                         U'\uFFFF', U'\U00010000', U'\U0010FFFF'}) {
            std::string text;
            core::appendCodePoint(text, codePoint);
            std::size_t position = 0;
            QCOMPARE(core::nextCodePoint(text, position), std::optional(codePoint));
            QCOMPARE(position, text.size());
        }
    }

    void truncatingNeverCutsACharacter()
    {
        QCOMPARE(core::truncateUtf8("aü", 2), std::string_view("a"));
        QCOMPARE(core::truncateUtf8("aü", 3), std::string_view("aü"));
        QCOMPARE(core::truncateUtf8("日", 0), std::string_view());
        QCOMPARE(core::truncateUtf8("😀", 3), std::string_view());
    }

    void whatNobodySeesIsKnown()
    {
        QVERIFY(core::isBidiControl(U'\u202E'));
        QVERIFY(core::isInvisible(U'\u200B'));
        QVERIFY(core::isInvisible(U'\U000E0041'));
        QVERIFY(core::isControl(U'\u0085'));
        QVERIFY(!core::isInvisible(U'ü'));
        QVERIFY(!core::isInvisible(U'\uFE0F'));
        QVERIFY(!core::isControl(U'\u00A0'));
    }

    void blanksAndLineEndsAroundATextAreTrimmed()
    {
        QCOMPARE(core::trimmed(" \t a b \r\n"), std::string_view("a b"));
        QCOMPARE(core::trimmed(" \r\n"), std::string_view());
    }
};

QTEST_GUILESS_MAIN(UnicodeTest)
#include "UnicodeTest.moc"
