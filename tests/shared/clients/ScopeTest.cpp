// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/Scope.h"

#include <QTest>

using clients::ScopeSet;

class ScopeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsKnownScopesInOneOrder()
    {
        QCOMPARE(ScopeSet::parse("mail.send mail.read mail.send")->text(),
                 std::string("mail.read mail.send"));
    }

    void ignoresWhatClientsSendEverywhere()
    {
        QCOMPARE(ScopeSet::parse(" offline_access mail.read openid")->text(),
                 std::string("mail.read"));
        QVERIFY(ScopeSet::parse("claudeai")->isEmpty());
        QVERIFY(ScopeSet::parse("")->isEmpty());
        QCOMPARE(ScopeSet::parse("mail.read admin")->text(), std::string("mail.read"));
    }

    // OA-034
    void refusesAnUnknownScopeAlone()
    {
        QVERIFY(!ScopeSet::parse("admin"));
        QVERIFY(!ScopeSet::parse("mail.Read"));
        QVERIFY(!ScopeSet::parse("mail.read\tmail.send"));
    }

    void keywordsAreTheScopesOfTheCommandLine()
    {
        QCOMPARE(ScopeSet::parseKeywords("send,read")->text(), std::string("mail.read mail.send"));
        QCOMPARE(ScopeSet::parseKeywords("read,organize,draft,send,delete")->text(),
                 ScopeSet::all().text());
        QVERIFY(!ScopeSet::parseKeywords("read,write"));
        QVERIFY(!ScopeSet::parseKeywords(""));
    }

    void intersectionAndSubset()
    {
        const auto read = *ScopeSet::parse("mail.read");
        const auto two = *ScopeSet::parse("mail.read mail.draft");
        QVERIFY(read.isSubsetOf(two));
        QVERIFY(!two.isSubsetOf(read));
        QCOMPARE(two.intersected(read).text(), std::string("mail.read"));
        QVERIFY(ScopeSet().isSubsetOf(read));
    }

    void sendingAndDeletingAreRisks()
    {
        QVERIFY(ScopeSet::all().hasRisks());
        QVERIFY(ScopeSet::parse("mail.read mail.send")->hasRisks());
        QVERIFY(ScopeSet::parse("mail.delete")->hasRisks());
        QVERIFY(!ScopeSet::parse("mail.read mail.organize mail.draft")->hasRisks());
        QVERIFY(!ScopeSet().hasRisks());
    }
};

QTEST_APPLESS_MAIN(ScopeTest)
#include "ScopeTest.moc"
