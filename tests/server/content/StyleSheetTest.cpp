// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/HtmlToText.h"

#include <QElapsedTimer>
#include <QTest>

namespace {

content::HtmlText converted(const QByteArray &html)
{
    content::UnicodeHygiene hygiene;
    return content::htmlToText(html.toStdString(), hygiene, 200UL * 1024);
}

} // namespace

/// Hiding by style elements works as hiding by style attributes does.
class StyleSheetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesHideWhatTheySelect_data() // ML-25
    {
        QTest::addColumn<QByteArray>("css");
        QTest::addColumn<QByteArray>("element"); // a start tag, or several
        QTest::addColumn<bool>("isHidden");
        const auto row = [](const char *name, const char *css, const char *element,
                            bool isHidden = true) {
            QTest::newRow(name) << QByteArray(css) << QByteArray(element) << isHidden;
        };
        const auto seen = [&row](const char *name, const char *css, const char *element) {
            row(name, css, element, false);
        };
        row("ML-25 class", ".x{display:none}", "<p class='y x'>");
        row("ML-25 class in another case", ".X{display:none}", "<p class=x>");
        row("ML-25 id", "#x{display:none}", "<p id=x>");
        row("ML-25 name", "i{display:none}", "<i>");
        row("ML-25 everything", "b,*{opacity:0}", "<p>");
        row("ML-25 name, class and id", "p.x.y#z{display:none}", "<p class='y x' id=z>");
        row("ML-25 list", "h1, .x , h2{display:none}", "<p class=x>");
        row("ML-25 descendant", "div .x{display:none}", "<div><u><p class=x>");
        row("ML-25 child", "div>.x{display:none}", "<div><p class=x>");
        row("ML-25 mixed", "body div > p .x{display:none}", "<div><p><b><i class=x>");
        row("ML-25 the last rule wins", ".x{display:block}.x{display:none}", "<p class=x>");
        row("ML-25 the more specific rule wins", "#z{display:none}.x{display:block}",
            "<p class=x id=z>");
        row("ML-25 an important rule wins over the attribute", ".x{display:none!important}",
            "<p class=x style='display:block'>");
        row("ML-25 disguised", "/* } */ .\\78 { DIS/**/PLAY:none }", "<p class=x>");
        row("ML-25 within HTML comments", "<!-- .x{display:none} -->", "<p class=x>");
        row("ML-25 behind an import", "@import 'a;b'; .x{display:none}", "<p class=x>");
        row("ML-25 behind a font", "@font-face{src:x} .x{display:none}", "<p class=x>");
        row("ML-25 for screens", "@media only screen{.x{display:none}}", "<p class=x>");
        row("ML-25 for every screen", "@media (min-width:1px){.x{display:none}}", "<p class=x>");
        row("ML-25 for media in a list", "@media print, all{.x{display:none}}", "<p class=x>");
        row("ML-25 without an end", ".x{display:none", "<p class=x>");
        row("ML-25 colour", ".x{color:#fff}", "<p class=x>");
        row("ML-25 colours of two rules", ".x{color:#123}.y{background:#112233}",
            "<div class=y><p class=x>");

        seen("another class", ".y{display:none}", "<p class=x>");
        seen("not everything that it asks for", "p.x.y{display:none}", "<p class=x>");
        seen("another ancestor", "div .x{display:none}", "<p class=x>");
        seen("a grandchild", "div>.x{display:none}", "<div><u><i class=x>");
        seen("the attribute wins", ".x{display:none}", "<p class=x style='display:block'>");
        seen("hidden until hovered", ".x:hover{display:none}", "<p class=x>");
        seen("small screens", "@media (max-width:600px){.x{display:none}}", "<p class=x>");
        seen("small screens of a list",
             "@media only screen and (min-width:300px) and (max-width:600px){.x{display:none}}",
             "<p class=x>");
        seen("printers", "@media print{.x{display:none}}", "<p class=x>");
        seen("dark mode", "@media (prefers-color-scheme:dark){.x{display:none}}", "<p class=x>");
        seen("white on the background of a class", ".y{background-color:#003}.x{color:#fff}",
             "<div class=y><p class=x>");
        seen("white on a background that nobody knows", ".y:not(.z){background:#003}.x{color:#fff}",
             "<div class=y><p class=x>");
        seen("broken rules", "}}{;x{:;}.x", "<p class=x>");
    }
    void rulesHideWhatTheySelect()
    {
        QFETCH(QByteArray, css);
        QFETCH(QByteArray, element);
        QFETCH(bool, isHidden);
        const QByteArray style = "<style>" + css + "</style>";
        for (const auto &html : {"<head>" + style + "</head><body>" + element + "text",
                                 "<body>" + element + "text</i></b></p></u></div>" + style}) {
            const auto result = converted(html);
            QCOMPARE(result.text, std::string(isHidden ? "" : "text"));
            QCOMPARE(result.hiddenElements, std::size_t(isHidden ? 1 : 0));
            QVERIFY(!result.isTruncated);
        }
    }

    void theMediaAttributeCounts()
    {
        QCOMPARE(converted("<style media=print>p{display:none}</style><p>a").text,
                 std::string("a"));
        QCOMPARE(converted("<style media=Screen>p{display:none}</style><p>a").text, std::string());
    }

    void styleSheetsThatCostTooMuchEndTheText_data()
    {
        QTest::addColumn<QByteArray>("html");
        QByteArray rules;
        for (int i = 0; i < 1000; ++i)
            rules += "b *{top:1px}";
        QTest::newRow("rules for everything")
            << "<style>" + rules + "</style>" + QByteArray("<i>a</i>").repeated(10'000);
        QTest::newRow("rules for everything below much")
            << "<style>" + rules + "</style>" + QByteArray("<i>").repeated(900)
                   + QByteArray("<u>a</u>").repeated(10'000);
        QTest::newRow("declarations")
            << "<style>"
                   + QByteArray("*{" + QByteArray("top:1px;").repeated(100) + '}').repeated(200)
                   + "</style>" + QByteArray("<i>a</i>").repeated(10'000);
    }
    void styleSheetsThatCostTooMuchEndTheText()
    {
        QFETCH(QByteArray, html);
        QElapsedTimer timer;
        timer.start();
        const auto result = converted(html);
        QVERIFY2(timer.elapsed() < 5000, QByteArray::number(timer.elapsed()).constData());
        QVERIFY(result.isTruncated);
    }

    void moreRulesThanTheLimitAreLeftOut()
    {
        QByteArray rules;
        for (int i = 0; i < 1001; ++i)
            rules += ".c" + QByteArray::number(i) + "{display:none}";
        const auto result =
            converted("<style>" + rules + "</style><p class=c999>a<p class=c1000>b");
        QCOMPARE(result.text, std::string("b"));
        QVERIFY(!result.isTruncated);
    }
};

QTEST_GUILESS_MAIN(StyleSheetTest)
#include "StyleSheetTest.moc"
