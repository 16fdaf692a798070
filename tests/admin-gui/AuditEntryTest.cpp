// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/AuditEntry.h"
#include "admin-gui/LanguageSwitch.h"

#include <QGuiApplication>
#include <QTest>

using admin::AuditEntry;
using admin::Tone;

/// Lines of the audit log in words.
class AuditEntryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatHappenedIsSaidInEveryLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("what");
        QTest::newRow("English") << QStringLiteral("en")
                                 << QStringLiteral("Login refused: wrong password");
        QTest::newRow("German") << QStringLiteral("de")
                                << QStringLiteral("Anmeldung abgewiesen: falsches Passwort");
        QTest::newRow("Arabic") << QStringLiteral("ar") << QString();
    }
    void whatHappenedIsSaidInEveryLanguage()
    {
        QFETCH(const QString, language);
        QFETCH(const QString, what);
        admin::LanguageSwitch languages;
        languages.use(language);
        const auto entry =
            AuditEntry::parse("{\"time\":\"2026-01-01T09:10:12.000Z\",\"event\":\"login\","
                              "\"verdict\":\"refused\",\"user\":\"anna@example.com\"}");
        QVERIFY(entry);
        QCOMPARE(entry->tone, Tone::Failure); // those that are looked for
        if (!what.isEmpty())
            QCOMPARE(entry->what, what);
        QCOMPARE(entry->what.isRightToLeft(), QGuiApplication::isRightToLeft());
    }

    void whatANewerServerSaysIsShownAsItIs()
    {
        admin::LanguageSwitch languages;
        languages.use(QStringLiteral("en"));
        const auto entry = AuditEntry::parse("{\"time\":\"2026-01-01T09:10:12.000Z\","
                                             "\"event\":\"flight\",\"verdict\":\"<b>\\n\"}");
        QVERIFY(entry);
        QCOMPARE(entry->what, QStringLiteral("flight <b>"));
        QCOMPARE(entry->tone, Tone::Neutral);
        QVERIFY(!AuditEntry::parse("{\"event\":\"login\",\"verdict\":\"refused\"}"));
    }
};

QTEST_MAIN(AuditEntryTest)
#include "AuditEntryTest.moc"
