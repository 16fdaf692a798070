// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/ReadableText.h"

#include <QTest>

using Source = content::ReadableText::Source;

class ReadableTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTextThatSaysSomethingIsChosen_data()
    {
        QTest::addColumn<QByteArray>("plain"); // null: there is none
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<Source>("source");
        QTest::addColumn<QByteArray>("text");
        const QByteArray none;
        const auto row = [](const char *name, const QByteArray &plain, const QByteArray &html,
                            Source source, const QByteArray &text) {
            QTest::newRow(name) << plain << html << source << text;
        };
        row("neither", none, none, Source::None, "");
        row("both", "plain", "<b>html</b>", Source::Plain, "plain");
        row("ML-21 only plain", "plain", none, Source::Plain, "plain");
        row("ML-21 only HTML", none, "<b>html</b>", Source::Html, "html");
        row("an empty plain text", "", "<b>html</b>", Source::Html, "html");
        row("a blank plain text", " \n\t\u00a0\u200b\r\n", "<b>html</b>", Source::Html, "html");
        row("what belongs before the first boundary",
            "This is a multi-part message in MIME format.\n", "<b>html</b>", Source::Html, "html");
        row("the same, spelled in another way", "this is a multipart message in MIME format",
            "<b>html</b>", Source::Html, "html");
        row("a text that begins like it", "This is a multi-part message in MIME format.\nHello!",
            "<b>html</b>", Source::Plain, "This is a multi-part message in MIME format.\nHello!");
        row("HTML that says nothing", "This is a multi-part message in MIME format.", "<b></b>",
            Source::Plain, "This is a multi-part message in MIME format.");
        row("only HTML, and it says nothing", none, "<b></b>", Source::Html, "");
        row("only an empty plain text", "", none, Source::Plain, "");
        row("ML-33 Markdown is text like any other",
            "![x](https://evil.example/?q=secret) [a](https://b) <img src=x> `code`", "<b>html</b>",
            Source::Plain,
            "![x](https://evil.example/?q=secret) [a](https://b) <img src=x> `code`");
    }
    void theTextThatSaysSomethingIsChosen()
    {
        QFETCH(QByteArray, plain);
        QFETCH(QByteArray, html);
        QFETCH(Source, source);
        QFETCH(QByteArray, text);
        const auto viewOf = [](const QByteArray &bytes) {
            return bytes.isNull() ? std::optional<std::string_view>()
                                  : std::string_view(bytes.constData(),
                                                     static_cast<std::size_t>(bytes.size()));
        };
        content::UnicodeHygiene hygiene;
        const auto chosen = content::readableText(viewOf(plain), viewOf(html), hygiene, 1000);
        QCOMPARE(chosen.source, source);
        QCOMPARE(QByteArray::fromStdString(chosen.text), text);
        QVERIFY(!chosen.isTruncated);
    }

    void whatWasHiddenOrCutIsSaid()
    {
        content::UnicodeHygiene hygiene;
        const auto chosen =
            content::readableText({}, "<p hidden>a</p><p>b&#x200B;cd</p>", hygiene, 2);
        QCOMPARE(chosen.text, std::string("bc"));
        QCOMPARE(chosen.hiddenElements, std::size_t(1));
        QVERIFY(chosen.isTruncated);
        QCOMPARE(hygiene.removed(), std::size_t(1));
        QCOMPARE(content::readableText("a\u202E", {}, hygiene, 10).text, std::string("a"));
        QCOMPARE(hygiene.removed(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(ReadableTextTest)
#include "ReadableTextTest.moc"
