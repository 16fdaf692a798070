// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/HtmlToText.h"
#include "core/Unicode.h"

#include <QTest>

#include <random>
#include <string>
#include <vector>

namespace {

constexpr int documents = 5000;
constexpr std::size_t maximumBytes = 200UL * 1024;

/// Writes documents as mail programs, careless people and attackers do: the same ones every time.
class Generator
{
public:
    std::string document()
    {
        std::string html;
        const int pieces = below(60);
        for (int i = 0; i < pieces; ++i)
            html += piece();
        return html;
    }

private:
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_engine); }

    const std::string &oneOf(const std::vector<std::string> &choices)
    {
        return choices[static_cast<std::size_t>(below(static_cast<int>(choices.size())))];
    }

    std::string piece()
    {
        static const std::vector<std::string> words = {"word",
                                                       "Gr\u00fc\u00dfe",
                                                       "\u65e5\u672c",
                                                       "\U0001F600",
                                                       "a > b",
                                                       "> quoted",
                                                       "- item",
                                                       "1. one",
                                                       "[image]",
                                                       "x | y",
                                                       "https://x.org",
                                                       "<",
                                                       ">",
                                                       "&",
                                                       "a\tb",
                                                       "\n",
                                                       "\n\n",
                                                       "  ",
                                                       "--"};
        static const std::vector<std::string> oddities = {
            "\u200b",   "\u00ad", "\U000E0041", "\u202e",       "\u2066", "\x01",   "\x7f",
            "\xc2\x85", "\xff",   "\xc3",       "\xed\xa0\x80", "\u2028", "\u00a0", "\u3000",
            "\ufeff",   "\r",     "\f",         "\v",           "\u2029"};
        static const std::vector<std::string> references = {
            "&nbsp;",   "&zwnj;", "&shy;",     "&lt;",       "&gt;",  "&amp;",
            "&#x202E;", "&#0;",   "&#xD800;",  "&#x110000;", "&#13;", "&#10;",
            "&#9;",     "&#12;",  "&unknown;", "&",          "&#;",   "&euro"};
        static const std::vector<std::string> names = {
            "p",      "div",      "span", "b",    "a",          "table", "tr",  "td",   "th",
            "ul",     "ol",       "li",   "pre",  "blockquote", "br",    "hr",  "img",  "h1",
            "style",  "script",   "head", "body", "html",       "title", "o:p", "font", "select",
            "option", "textarea", "dl",   "dt",   "dd",         "svg"};
        static const std::vector<std::string> attributes = {"",
                                                            " hidden",
                                                            " style='display:none'",
                                                            " style=\"font-size:0\"",
                                                            " style='color:#fff'",
                                                            " href='https://x.org/?a=1&amp;b=2'",
                                                            " href='javascript:x'",
                                                            " href=mailto:a@x.org",
                                                            " start=7",
                                                            " bgcolor=black",
                                                            " aria-hidden=true",
                                                            " class=\"x y\"",
                                                            " style='",
                                                            " width=1",
                                                            " =",
                                                            " href='https://x.org/&#10;<>'"};
        static const std::vector<std::string> markup = {"<!-- c -->",
                                                        "<!--",
                                                        "-->",
                                                        "<![CDATA[x]]>",
                                                        "<!DOCTYPE html>",
                                                        "<?x?>",
                                                        "<",
                                                        "</",
                                                        "</>",
                                                        "<a <b>",
                                                        "<!--[if mso]>m<![endif]-->",
                                                        "<![if !mso]>"};
        switch (below(8)) {
        case 0:
            return oneOf(oddities);
        case 1:
            return oneOf(references);
        case 2:
            return "</" + oneOf(names) + '>';
        case 3:
        case 4:
            return '<' + oneOf(names) + oneOf(attributes) + '>';
        case 5:
            return below(5) == 0 ? oneOf(markup) : std::string(" ");
        default:
            return oneOf(words) + (below(2) == 0 ? " " : "");
        }
    }

    std::mt19937 m_engine{20261127}; // the same corpus every time
};

/// HTML that shows `text` as it is.
std::string verbatim(const std::string &text)
{
    std::string html = "<pre>";
    for (const char c : text) {
        if (c == '<')
            html += "&lt;";
        else if (c == '&')
            html += "&amp;";
        else
            html += c;
    }
    return html + "</pre>";
}

} // namespace

/// Doing it twice changes nothing (ML-45).
class CorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleaningTwiceChangesNothing() // ML-45
    {
        Generator generator;
        std::size_t removed = 0;
        for (int i = 0; i < documents; ++i) {
            const auto text = generator.document();
            content::UnicodeHygiene first;
            const auto once = first.clean(text);
            content::UnicodeHygiene second;
            QCOMPARE(second.clean(once), once);
            QCOMPARE(second.removed(), std::size_t(0));
            QVERIFY(core::isValidUtf8(once));
            removed += first.removed();
        }
        QVERIFY(removed > documents); // the corpus is worth it
    }

    void theTextOfADocumentConvertsToItself() // ML-45
    {
        Generator generator;
        std::size_t characters = 0;
        std::size_t hidden = 0;
        for (int i = 0; i < documents; ++i) {
            const auto html = core::replaceInvalidUtf8(generator.document());
            content::UnicodeHygiene hygiene;
            const auto converted = content::htmlToText(html, hygiene, maximumBytes);
            const auto &text = converted.text;
            content::UnicodeHygiene again;
            QCOMPARE(again.clean(text), text);
            QCOMPARE(again.removed(), std::size_t(0));
            const auto twice = content::htmlToText(verbatim(text), again, maximumBytes);
            QVERIFY2(twice.text == text, (html + "\n=>\n" + text + "\n=>\n" + twice.text).c_str());
            characters += text.size();
            hidden += converted.hiddenElements;
        }
        QVERIFY(characters > 10UL * documents);
        QVERIFY(hidden > 100);
    }
};

QTEST_GUILESS_MAIN(CorpusTest)
#include "CorpusTest.moc"
