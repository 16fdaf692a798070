// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/Query.h"

#include "i18n/Language.h"

#include <QTest>

using discovery::Query;

class QueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressesAndHostsAreUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("localPart");
        QTest::addColumn<QString>("domain");
        const auto row = [](const char *text, const char *localPart, const char *domain) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(localPart)
                                << QString::fromUtf8(domain);
        };
        row("alice@example.com", "alice", "example.com");
        row("  Alice.Smith+tag@Example.COM \n", "Alice.Smith+tag", "example.com");
        row("jürgen@bücher.example", "jürgen", "xn--bcher-kva.example");
        row("mail.example.com", "", "mail.example.com");
        row("MAIL.Example.com.", "", "mail.example.com");
        row("localhost", "", "localhost");
        row("192.0.2.1", "", "192.0.2.1");
        row("[2001:db8::1]", "", "2001:db8::1");
    }
    void addressesAndHostsAreUnderstood()
    {
        QFETCH(QString, text);
        QFETCH(QString, localPart);
        QFETCH(QString, domain);
        const auto query = Query::parse(text.toStdString());
        QVERIFY(query);
        QCOMPARE(QString::fromStdString(query->localPart()), localPart);
        QCOMPARE(QString::fromStdString(query->domain()), domain);
        QCOMPARE(query->isAddress(), !localPart.isEmpty());
        const auto address = localPart.isEmpty() ? QString() : localPart + u'@' + domain;
        QCOMPARE(QString::fromStdString(query->emailAddress()), address);
    }

    void literalsAreToldFromNames()
    {
        QVERIFY(Query::parse("192.0.2.1")->isAddressLiteral());
        QVERIFY(Query::parse("2001:db8::1")->isAddressLiteral());
        QVERIFY(!Query::parse("example.com")->isAddressLiteral());
    }

    void whatCannotBeLookedForIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *text, const char *words) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(words);
        };
        row("", "Type an e-mail address");
        row(" \t ", "Type an e-mail address");
        row("@example.com", "not an e-mail address");
        row("alice@", "not an e-mail address");
        row("Alice <alice@example.com>", "not an e-mail address");
        row("alice smith@example.com", "not an e-mail address");
        row("alice@bob@example.com", "not an e-mail address");
        row("alice@example..com", "neither");
        row("https://mail.example.com/", "neither");
        row("mail.example.com:993", "neither");
        row("mail example com", "neither");
        row("..", "neither");
        QTest::newRow("long local part") << QString(65, u'a') + QStringLiteral("@example.com")
                                         << QStringLiteral("not an e-mail");
        QTest::newRow("long domain")
            << QStringLiteral("a@") + QString(254, u'd') << QStringLiteral("neither");
        QTest::newRow("control") << QStringLiteral("a\u0001b@example.com")
                                 << QStringLiteral("not an e-mail");
    }
    void whatCannotBeLookedForIsRefused()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        const auto query = Query::parse(text.toStdString());
        QVERIFY(!query);
        const auto sentence = i18n::Language::english().render(query.error());
        QVERIFY2(QString::fromStdString(sentence).contains(words), sentence.c_str());
        QVERIFY(sentence.size() < 600);
    }

    void theLongestPartsAreTaken()
    {
        QVERIFY(Query::parse(std::string(64, 'a') + "@example.com"));
        QVERIFY(Query::parse("a@" + std::string(62, 'd') + "." + std::string(62, 'd') + "."
                             + std::string(62, 'd') + "." + std::string(62, 'd')));
    }
};

QTEST_GUILESS_MAIN(QueryTest)
#include "QueryTest.moc"
