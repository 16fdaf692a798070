// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/Mechanism.h"

#include <QTest>

using sasl::Mechanism;
using sasl::SecretKind;
using sasl::SecretOnTheWire;

namespace {

std::vector<std::string> words(const QByteArray &text)
{
    std::vector<std::string> list;
    for (const auto &word : text.split(' '))
        list.push_back(word.toStdString());
    return list;
}

} // namespace

class MechanismTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBestOneIsChosen_data()
    {
        QTest::addColumn<QByteArray>("offered");
        QTest::addColumn<int>("secret");
        QTest::addColumn<QByteArray>("chosen"); // empty: Unsupported
        const int password = int(SecretKind::Password);
        const int token = int(SecretKind::AccessToken);
        const auto row = [](const char *offered, int secret, const char *chosen) {
            QTest::addRow("%s, %s", offered,
                          secret == int(SecretKind::Password) ? "password" : "token")
                << QByteArray(offered) << secret << QByteArray(chosen);
        };
        row("LOGIN PLAIN SCRAM-SHA-256", password, "SCRAM-SHA-256");
        row("LOGIN PLAIN", password, "PLAIN");
        row("CRAM-MD5 login", password, "LOGIN");
        row("plain scram-sha-256-plus", password, "PLAIN");
        row("XOAUTH2 OAUTHBEARER PLAIN", token, "OAUTHBEARER");
        row("XOAUTH2 PLAIN", token, "XOAUTH2");
        row("XOAUTH2 GSSAPI", password, "");
        row("DIGEST-MD5 NTLM SCRAM-SHA-1", password, "");
        row("PLAIN LOGIN", token, "");
        row("", password, "");
    }
    void theBestOneIsChosen()
    {
        QFETCH(QByteArray, offered);
        QFETCH(int, secret);
        QFETCH(QByteArray, chosen);
        const auto mechanism =
            sasl::choose(words(offered), SecretKind(secret), SecretOnTheWire::Allowed);
        QCOMPARE(bool(mechanism), !chosen.isEmpty());
        if (mechanism)
            QCOMPARE(nameOf(*mechanism), std::string_view(chosen.constData()));
        else
            QCOMPARE(mechanism.error().kind, core::ErrorKind::Unsupported);
    }

    void withoutProtectionOnlyAProofTravels()
    {
        const auto scram = sasl::choose({"PLAIN", "SCRAM-SHA-256"}, SecretKind::Password,
                                        SecretOnTheWire::Forbidden);
        QVERIFY(scram);
        QCOMPARE(*scram, Mechanism::ScramSha256);
        const auto plain =
            sasl::choose({"PLAIN", "LOGIN"}, SecretKind::Password, SecretOnTheWire::Forbidden);
        QVERIFY(!plain);
        QCOMPARE(plain.error().kind, core::ErrorKind::Unsupported);
        QVERIFY(plain.error().message.find("unencrypted") != std::string::npos);
        QVERIFY(!sasl::choose({"XOAUTH2"}, SecretKind::AccessToken, SecretOnTheWire::Forbidden));
    }
};

QTEST_GUILESS_MAIN(MechanismTest)
#include "MechanismTest.moc"
