// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Base64Lines.h"

#include "core/Base64.h"

#include <QTest>

using mime::Base64Lines;

namespace {

std::string bytes(std::size_t count)
{
    std::string result;
    for (std::size_t i = 0; i < count; ++i)
        result += static_cast<char>(i * 31 % 251);
    return result;
}

std::string inLines(std::string_view content, std::size_t characters = 76,
                    std::string_view lineEnd = "\r\n")
{
    const auto text = core::encodeBase64(content);
    std::string result;
    for (std::size_t i = 0; i < text.size(); i += characters)
        result += text.substr(i, characters) + std::string(lineEnd);
    return result;
}

std::optional<std::uint64_t> sizeOf(std::string_view part, std::size_t beginning)
{
    const auto lines = Base64Lines::of(part.substr(0, beginning), part.size());
    if (!lines)
        return std::nullopt;
    return lines->decodedSize(part.substr(lines->lastLine()));
}

} // namespace

class Base64LinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSizeIsExactWhateverTheLastLineIs()
    {
        for (std::size_t size = 300; size < 420; ++size) {
            for (const auto *const lineEnd : {"\r\n", "\n"}) {
                auto part = inLines(bytes(size), 76, lineEnd);
                QCOMPARE(sizeOf(part, 200), std::optional<std::uint64_t>(size));
                while (part.ends_with('\n') || part.ends_with('\r'))
                    part.pop_back();
                QCOMPARE(sizeOf(part, 200), std::optional<std::uint64_t>(size));
            }
        }
        QCOMPARE(sizeOf(inLines(bytes(1000), 60), 200), std::optional<std::uint64_t>(1000));
    }

    void whatIsIrregularHasNoSize_data()
    {
        QTest::addColumn<QByteArray>("part");
        const auto row = [](const char *name, const std::string &part) {
            QTest::newRow(name) << QByteArray::fromStdString(part);
        };
        const auto good = inLines(bytes(400));
        auto part = good;
        part[30] = ' ';
        row("a blank in the first line", part);
        part = good;
        part.erase(100, 4);
        row("a shorter second line", part);
        part = good;
        part.erase(part.size() - 160, 4);
        row("a shorter line near the end", part);
        row("text behind the padding", inLines(bytes(400)) + "-- \r\na list\r\n");
        row("one endless line", inLines(bytes(5000), 100'000));
        row("lines of 75", inLines(bytes(400), 75));
        row("no base64", std::string(600, '\n'));
        row("a last line without its padding", good.substr(0, good.find('=')));
    }
    void whatIsIrregularHasNoSize()
    {
        QFETCH(QByteArray, part);
        QVERIFY(!sizeOf(part.toStdString(), 200));
    }

    void aPieceThatIsShiftedIsNoticed()
    {
        const auto part = inLines(bytes(4000));
        const auto lines = Base64Lines::of(part.substr(0, 200), part.size());
        QVERIFY(lines);
        const auto line = lines->lineBytes();
        QVERIFY(lines->isRegular(part.substr(line * 5, line * 3), line * 5));
        QVERIFY(!lines->isRegular(part.substr(line * 5 + 4, line * 3), line * 5));
        QVERIFY(!lines->isRegular(part.substr(line * 5, line * 3), line * 5 + 1));
        QVERIFY(!lines->isRegular(part.substr(line * 5, line * 3 - 2), line * 5));
        QVERIFY(!lines->isRegular(part + "A", 0));
    }
};

QTEST_APPLESS_MAIN(Base64LinesTest)
#include "Base64LinesTest.moc"
