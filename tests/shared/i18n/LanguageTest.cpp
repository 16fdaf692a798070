// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/Language.h"
#include "i18n/Failure.h"

#include <QTest>

using i18n::Language;
using i18n::Text;

class LanguageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void browsersGetWhatTheyAskFor_data();
    void browsersGetWhatTheyAskFor();
    void textsAreTranslated();
    void whatHasNoTranslationStaysEnglish();
    void argumentsGoWhereTheTextWantsThem();
    void aPercentSignIsNoArgument();
    void whatIsVerbatimIsNotTranslated();
    void aFailureIsToldInEveryLanguage();
};

void LanguageTest::browsersGetWhatTheyAskFor_data()
{
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<std::string>("got");
    QTest::newRow("nothing") << QByteArray() << std::string("en");
    QTest::newRow("one") << QByteArray("de") << std::string("de");
    QTest::newRow("region") << QByteArray("de-AT") << std::string("de");
    QTest::newRow("upper case") << QByteArray("FR-CA") << std::string("fr");
    QTest::newRow("Firefox") << QByteArray("es-ES,es;q=0.8,en-US;q=0.5,en;q=0.3")
                             << std::string("es");
    QTest::newRow("unknown first") << QByteArray("nl, ja;q=0.9, en;q=0.8") << std::string("ja");
    QTest::newRow("order does not count") << QByteArray("en;q=0.1, ar;q=0.7") << std::string("ar");
    QTest::newRow("the first of two equals") << QByteArray("fr, de") << std::string("fr");
    QTest::newRow("refused") << QByteArray("de;q=0") << std::string("en");
    QTest::newRow("English before others") << QByteArray("en, de;q=0.9") << std::string("en");
    QTest::newRow("any") << QByteArray("*") << std::string("en");
    QTest::newRow("unknown only") << QByteArray("nl;q=1.000") << std::string("en");
    QTest::newRow("broken quality") << QByteArray("de;q=2, fr;q=0.1") << std::string("fr");
    QTest::newRow("quality in words") << QByteArray("de;q=high, fr;q=0.1") << std::string("fr");
    QTest::newRow("no quality") << QByteArray("de;q=, fr;q=0.1") << std::string("fr");
    QTest::newRow("another parameter") << QByteArray("de;level=1, fr;q=0.1") << std::string("fr");
    QTest::newRow("empty elements") << QByteArray(",, ,de,,") << std::string("de");
    QTest::newRow("a word that begins like one") << QByteArray("den") << std::string("en");
    QTest::newRow("very long") << QByteArray("xx,").repeated(5000) + "de" << std::string("de");
}

void LanguageTest::browsersGetWhatTheyAskFor()
{
    QFETCH(QByteArray, asked);
    QFETCH(std::string, got);
    QCOMPARE(Language::negotiate({asked.constData(), std::size_t(asked.size())}).tag(), got);
}

void LanguageTest::textsAreTranslated()
{
    QCOMPARE(Language::english().render("Password"), std::string("Password"));
    QCOMPARE(Language::negotiate("de").render("Password"), std::string("Passwort"));
    QVERIFY(Language::negotiate("ar").isRightToLeft());
    QVERIFY(!Language::negotiate("ja").isRightToLeft());
}

void LanguageTest::whatHasNoTranslationStaysEnglish()
{
    QCOMPARE(Language::negotiate("de").render("no such text"), std::string("no such text"));
}

void LanguageTest::argumentsGoWhereTheTextWantsThem()
{
    const Text text("%2, not %1 (%2)", {Text::verbatim("a%2"), "Password"});
    QCOMPARE(Language::english().render(text), std::string("Password, not a%2 (Password)"));
    QCOMPARE(Language::negotiate("de").render(text), std::string("Passwort, not a%2 (Passwort)"));
}

void LanguageTest::aPercentSignIsNoArgument()
{
    QCOMPARE(Language::english().render(Text("100 % of %0, %2 and %", {Text::verbatim("x")})),
             std::string("100 % of %0, %2 and %"));
}

void LanguageTest::whatIsVerbatimIsNotTranslated()
{
    QCOMPARE(Language::negotiate("de").render(Text::verbatim("Password")), std::string("Password"));
}

void LanguageTest::aFailureIsToldInEveryLanguage()
{
    const i18n::Failure failure(core::ErrorKind::NotFound,
                                Text("There is no file %1.", {Text::verbatim("/a%1")}));
    const core::Error &error = failure;
    QCOMPARE(error.kind, core::ErrorKind::NotFound);
    QCOMPARE(error.message, std::string("There is no file /a%1."));
    QCOMPARE(Language::negotiate("de").render(failure.text),
             std::string("Es gibt keine Datei /a%1."));
}

QTEST_GUILESS_MAIN(LanguageTest)
#include "LanguageTest.moc"
