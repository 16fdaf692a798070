// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/LanguageSwitch.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>
#include <QXmlStreamReader>

#include <array>
#include <map>
#include <vector>

namespace {

/// A text of the program that depends on a number.
struct Plural
{
    QByteArray context;
    QByteArray source;
    QStringList forms;
};

/// All of them in the file of a language.
std::vector<Plural> pluralsOf(const QString &language)
{
    QFile file(QStringLiteral(TRANSLATIONS "/mail_mcp_admin_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    QXmlStreamReader xml(&file);
    std::vector<Plural> plurals;
    QByteArray context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText().toUtf8();
        else if (xml.name() == QLatin1String("message")
                 && xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes"))
            plurals.push_back({.context = context, .source = {}, .forms = {}});
        else if (xml.name() == QLatin1String("source") && !plurals.empty()
                 && plurals.back().source.isEmpty())
            plurals.back().source = xml.readElementText().toUtf8();
        else if (xml.name() == QLatin1String("numerusform"))
            plurals.back().forms.append(xml.readElementText());
    }
    return plurals;
}

} // namespace

/// What depends on a number is right for every number.
class TranslationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLanguageHasItsForms_data()
    {
        QTest::addColumn<int>("forms"); // as Unicode's CLDR counts them, and Qt with it
        const std::map<QString, int> counts = {
            {QStringLiteral("en"), 2}, {QStringLiteral("de"), 2}, {QStringLiteral("fr"), 2},
            {QStringLiteral("es"), 2}, {QStringLiteral("ja"), 1}, {QStringLiteral("ar"), 6}};
        for (const auto &choice : admin::LanguageSwitch::choices())
            QTest::newRow(qPrintable(choice.tag)) << counts.at(choice.tag);
    }
    void everyLanguageHasItsForms()
    {
        QFETCH(const int, forms);
        const auto plurals = pluralsOf(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(plurals.size() >= 3);
        for (const auto &plural : plurals) {
            QVERIFY(plural.source.contains("%n"));
            QCOMPARE(plural.forms.size(), forms);
            QVERIFY2(!plural.forms.contains(QString()), plural.source.constData());
        }
    }

    void everyNumberHasItsForm_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("form");
        const auto add = [](const char *language, std::initializer_list<std::pair<int, int>> rows) {
            for (const auto &[number, form] : rows)
                QTest::addRow("%s %d", language, number)
                    << QString::fromLatin1(language) << number << form;
        };
        add("en", {{0, 1}, {1, 0}, {2, 1}, {100, 1}});
        add("de", {{0, 1}, {1, 0}, {2, 1}, {100, 1}});
        add("fr", {{0, 0}, {1, 0}, {2, 1}, {100, 1}});
        add("es", {{0, 1}, {1, 0}, {2, 1}, {100, 1}});
        add("ja", {{0, 0}, {1, 0}, {2, 0}, {100, 0}});
        add("ar", {{0, 0}, {1, 1}, {2, 2}, {3, 3}, {11, 4}, {100, 5}});
    }
    void everyNumberHasItsForm()
    {
        QFETCH(const QString, language);
        QFETCH(const int, number);
        QFETCH(const int, form);
        admin::LanguageSwitch languages;
        languages.use(language);
        for (const auto &plural : pluralsOf(language)) {
            QString expected = plural.forms.at(form);
            expected.replace(QLatin1String("%n"), QString::number(number));
            QCOMPARE(QCoreApplication::translate(plural.context, plural.source, nullptr, number),
                     expected);
        }
    }
};

QTEST_MAIN(TranslationTest)
#include "TranslationTest.moc"
