// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractor/Paragraphs.h"
#include "extractor/Limits.h"

#include <QTest>

using extractor::Paragraphs;

class ParagraphsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paragraphsAreLinesAndEmptyOnesDoNotPileUp()
    {
        Paragraphs paragraphs;
        paragraphs.endParagraph();
        paragraphs.text("one");
        paragraphs.endParagraph();
        paragraphs.text("two");
        for (int i = 0; i < 5; ++i)
            paragraphs.endParagraph();
        paragraphs.text("three");
        paragraphs.endParagraph();
        QCOMPARE(paragraphs.take(), std::string("one\ntwo\n\nthree"));
    }

    void aRowIsOneLine()
    {
        Paragraphs paragraphs;
        paragraphs.text("before");
        paragraphs.beginRow();
        paragraphs.beginCell();
        paragraphs.text("a");
        paragraphs.endParagraph();
        paragraphs.text("b");
        paragraphs.endCell();
        paragraphs.beginCell();
        paragraphs.endCell();
        paragraphs.beginCell();
        // A table within the cell.
        paragraphs.beginRow();
        paragraphs.beginCell();
        paragraphs.text("c");
        paragraphs.endCell();
        paragraphs.beginCell();
        paragraphs.text("d");
        paragraphs.endCell();
        paragraphs.endRow();
        paragraphs.endCell();
        paragraphs.endRow();
        paragraphs.text("behind");
        QCOMPARE(paragraphs.take(), std::string("before\na b\t\t c d\nbehind"));
    }

    void endsWithoutBeginningsDoNoHarm()
    {
        Paragraphs paragraphs;
        paragraphs.endCell();
        paragraphs.endRow();
        paragraphs.text("text");
        QCOMPARE(paragraphs.take(), std::string("text"));
    }

    void whatIsTooLongIsCutBetweenCharacters()
    {
        Paragraphs paragraphs;
        paragraphs.text(std::string(extractor::Limits::textBytes - 1, 'a'));
        QVERIFY(!paragraphs.isFull());
        paragraphs.text("\xc3\xa4");
        paragraphs.text("b");
        QVERIFY(paragraphs.isFull());
        QCOMPARE(paragraphs.take().size(), extractor::Limits::textBytes - 1);
    }
};

QTEST_APPLESS_MAIN(ParagraphsTest)
#include "ParagraphsTest.moc"
