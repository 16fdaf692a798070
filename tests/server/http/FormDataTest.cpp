// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/FormData.h"

#include <QTest>

using http::FormData;

class FormDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreDecoded();
    void duplicatesStayVisible();
    void nothingIsAnEmptyForm();
    void brokenFormsAreRefused_data();
    void brokenFormsAreRefused();
    void theNumberOfFieldsIsLimited();
};

void FormDataTest::fieldsAreDecoded()
{
    const auto form =
        FormData::parse("name=J%C3%B6rg+M%c3%bcller&a%20b=c%3Dd=e&&empty=&flag&plus=1%2B1");
    QVERIFY(form);
    QCOMPARE(form->fields().size(), std::size_t(5));
    QCOMPARE(*form->find("name"), std::string_view("Jörg Müller"));
    QCOMPARE(*form->find("a b"), std::string_view("c=d=e"));
    QCOMPARE(*form->find("empty"), std::string_view(""));
    QCOMPARE(*form->find("flag"), std::string_view(""));
    QCOMPARE(*form->find("plus"), std::string_view("1+1"));
    QVERIFY(!form->find("Name"));
    QVERIFY(!form->duplicate());
}

void FormDataTest::duplicatesStayVisible()
{
    const auto form = FormData::parse("code=1&state=x&c%6fde=2");
    QVERIFY(form);
    QCOMPARE(form->count("code"), std::size_t(2));
    QCOMPARE(*form->find("code"), std::string_view("1"));
    QCOMPARE(*form->duplicate(), std::string_view("code"));
}

void FormDataTest::nothingIsAnEmptyForm()
{
    const auto form = FormData::parse("");
    QVERIFY(form);
    QVERIFY(form->fields().empty());
}

void FormDataTest::brokenFormsAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("cut escape") << QByteArray("secret=%4");
    QTest::newRow("lone percent sign") << QByteArray("secret=100%");
    QTest::newRow("escape without hex") << QByteArray("secret=%zz");
    QTest::newRow("escape in the name") << QByteArray("secret%=1");
    QTest::newRow("NUL") << QByteArray("secret=a%00b");
    QTest::newRow("raw NUL") << QByteArray("secret=a\0b", 10);
    QTest::newRow("not UTF-8") << QByteArray("secret=%ff");
    QTest::newRow("overlong") << QByteArray("secret=%c0%af");
    QTest::newRow("surrogate") << QByteArray("secret=%ed%a0%80");
    QTest::newRow("cut character") << QByteArray("secret=%c3");
    QTest::newRow("name not UTF-8") << QByteArray("secret%ff=1");
    QTest::newRow("no name") << QByteArray("=secret");
    QTest::newRow("line end in the name") << QByteArray("secret%0d%0a=1");
}

void FormDataTest::brokenFormsAreRefused()
{
    QFETCH(QByteArray, text);
    const auto form = FormData::parse({text.constData(), static_cast<std::size_t>(text.size())});
    QVERIFY(!form);
    QCOMPARE(int(form.error().kind), int(core::ErrorKind::InvalidArgument));
    // What was sent may be a password.
    QVERIFY(form.error().message.find("secret") == std::string::npos);
    QVERIFY(form.error().detail.empty());
}

void FormDataTest::theNumberOfFieldsIsLimited()
{
    std::string text;
    for (std::size_t i = 0; i < FormData::mostFields; ++i)
        text += "a" + std::to_string(i) + "=1&";
    QVERIFY(FormData::parse(text));
    QVERIFY(!FormData::parse(text + "one=more"));
}

QTEST_GUILESS_MAIN(FormDataTest)
#include "FormDataTest.moc"
