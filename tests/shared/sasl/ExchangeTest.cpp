// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/Exchange.h"
#include "core/Base64.h"
#include "sasl/ScramExchange.h"
#include "support/Await.h"
#include "support/ScramServer.h"

#include <QTest>

using sasl::Exchange;
using sasl::Mechanism;
using support::await;
using support::ScramServer;

namespace {

account::Credentials credentials(std::string username, std::string password)
{
    return {.username = std::move(username), .password = core::Secret(std::move(password))};
}

std::unique_ptr<Exchange> begin(Mechanism mechanism, std::string username = "user",
                                std::string password = "pencil")
{
    auto exchange =
        Exchange::begin(mechanism, credentials(std::move(username), std::move(password)));
    if (!exchange)
        qFatal("%s", exchange.error().message.c_str());
    return std::move(*exchange);
}

std::string first(Exchange &exchange)
{
    return core::decodeBase64(**exchange.initialResponse()).value();
}

/// Everything but base64.
core::Result<std::string> respond(Exchange &exchange, std::string_view challenge)
{
    auto response = await(exchange.respond(core::encodeBase64(challenge)));
    if (!response)
        return response.error();
    return core::decodeBase64(*response).value();
}

} // namespace

class ExchangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // RFC 7677 §3
    void theTestServerAgreesWithTheRfc()
    {
        ScramServer server;
        QCOMPARE(server.challenge("n,,n=user,r=rOprNGfwEbeRWgbNEkqO"),
                 std::string("r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                             "s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"));
        QCOMPARE(server.verdict("c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                                "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="),
                 std::string("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="));
    }

    void scramProvesBothSides()
    {
        ScramServer server;
        const auto exchange = begin(Mechanism::ScramSha256);
        const auto clientFirst = first(*exchange);
        QVERIFY(clientFirst.starts_with("n,,n=user,r="));
        QVERIFY(!exchange->confirm());
        const auto proof = respond(*exchange, server.challenge(clientFirst));
        QVERIFY(proof);
        QVERIFY(proof->starts_with("c=biws,r="));
        QVERIFY(!exchange->confirm());
        const auto end = respond(*exchange, server.verdict(*proof));
        QVERIFY(end);
        QCOMPARE(*end, std::string());
        QVERIFY(exchange->confirm());
        QCOMPARE(respond(*exchange, "more").error().kind, core::ErrorKind::Protocol);
    }

    void scramEscapesNamesAndPreparesPasswords()
    {
        ScramServer server;
        server.password = "IX"; // U+2168 ROMAN NUMERAL NINE and a soft hyphen, after SASLprep
        const auto exchange = begin(Mechanism::ScramSha256, "a=b,c", "\u2168\u00ad");
        const auto clientFirst = first(*exchange);
        QVERIFY(clientFirst.starts_with("n,,n=a=3Db=2Cc,r="));
        const auto proof = respond(*exchange, server.challenge(clientFirst));
        QVERIFY(proof);
        QVERIFY(respond(*exchange, server.verdict(*proof)));
    }

    void twoExchangesHaveTwoNonces()
    {
        QVERIFY(first(*begin(Mechanism::ScramSha256)) != first(*begin(Mechanism::ScramSha256)));
    }

    void aWrongPasswordIsSaid()
    {
        ScramServer server;
        const auto exchange = begin(Mechanism::ScramSha256, "user", "pen");
        const auto proof = respond(*exchange, server.challenge(first(*exchange)));
        QVERIFY(proof);
        const auto end = respond(*exchange, server.verdict(*proof));
        QCOMPARE(end.error().kind, core::ErrorKind::Unauthenticated);
    }

    void aServerThatCheatsIsRefused_data()
    {
        QTest::addColumn<QByteArray>("challenge"); // NONCE: the client's
        QTest::addColumn<int>("kind");
        const int protocol = int(core::ErrorKind::Protocol);
        const int unsupported = int(core::ErrorKind::Unsupported);
        const auto row = [](const char *name, const QByteArray &challenge, int kind) {
            QTest::newRow(name) << challenge << kind;
        };
        const QByteArray good = "r=NONCEx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=";
        row("2^31 iterations", good + "2147483648", unsupported);
        row("2^64 iterations", good + "18446744073709551617", unsupported);
        row("one too many", good + "600001", unsupported);
        row("one too few", good + "4095", unsupported);
        row("none", good + "0", unsupported);
        row("negative", good + "-4096", protocol);
        row("hexadecimal", good + "0x4096", protocol);
        row("no number", good, protocol);
        row("no count", "r=NONCEx,s=W22ZaJ0SNY7soEsUEjb6gQ==", protocol);
        row("nonce does not extend", "r=other,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096", protocol);
        row("no salt", "r=NONCEx,s=,i=4096", protocol);
        row("mandatory extension", "m=x,r=NONCEx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096", protocol);
        row("empty", "", protocol);
        row("line end", good + "4096\n", protocol);
        row("NUL", good + QByteArray("4096\0", 5), protocol);
        row("too long", good + "4096," + QByteArray(2000, 'x'), protocol);
    }
    void aServerThatCheatsIsRefused()
    {
        QFETCH(QByteArray, challenge);
        QFETCH(int, kind);
        const auto exchange = begin(Mechanism::ScramSha256);
        const auto clientFirst = first(*exchange);
        challenge.replace(
            "NONCE", QByteArray::fromStdString(clientFirst.substr(clientFirst.find("r=") + 2)));
        const auto proof = respond(*exchange, challenge.toStdString());
        QVERIFY(!proof);
        QCOMPARE(int(proof.error().kind), kind);
        QVERIFY(!exchange->confirm());
    }

    void theLimitsOfTheIterationsAreGood()
    {
        QVERIFY(sasl::checkServerFirst("r=a,s=YQ==,i=4096"));
        QVERIFY(sasl::checkServerFirst("r=a,s=YQ==,i=600000"));
        QVERIFY(sasl::checkServerFirst("r=a,s=YQ==,i=10000,x=extension"));
    }

    void aServerThatDoesNotKnowThePasswordIsRefused_data()
    {
        QTest::addColumn<QByteArray>("verdict");
        QTest::addColumn<int>("kind");
        QTest::newRow("wrong signature")
            << QByteArray("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=")
            << int(core::ErrorKind::UntrustedPeer);
        QTest::newRow("none") << QByteArray("") << int(core::ErrorKind::Protocol);
        QTest::newRow("garbage") << QByteArray("hello") << int(core::ErrorKind::Protocol);
        QTest::newRow("short") << QByteArray("v=YQ==") << int(core::ErrorKind::UntrustedPeer);
    }
    void aServerThatDoesNotKnowThePasswordIsRefused()
    {
        QFETCH(QByteArray, verdict);
        QFETCH(int, kind);
        ScramServer server;
        const auto exchange = begin(Mechanism::ScramSha256);
        QVERIFY(respond(*exchange, server.challenge(first(*exchange))));
        const auto end = respond(*exchange, verdict.toStdString());
        QVERIFY(!end);
        QCOMPARE(int(end.error().kind), kind);
        // Whatever it says now, it is not our server.
        QCOMPARE(exchange->confirm().error().kind, core::ErrorKind::UntrustedPeer);
    }

    void plainSaysItAllAtOnce()
    {
        const auto exchange = begin(Mechanism::Plain, "alice@mail.test", "p w");
        QCOMPARE(first(*exchange), std::string("\0alice@mail.test\0p w", 20));
        QVERIFY(exchange->confirm());
        QCOMPARE(respond(*exchange, "").error().kind, core::ErrorKind::Protocol);
    }

    void loginAnswersTwice()
    {
        const auto exchange = begin(Mechanism::Login);
        const auto initial = exchange->initialResponse();
        QVERIFY(initial && !*initial);
        QCOMPARE(*respond(*exchange, "Username:"), std::string("user"));
        QCOMPARE(*respond(*exchange, "Password:"), std::string("pencil"));
        QCOMPARE(respond(*exchange, "Again:").error().kind, core::ErrorKind::Protocol);
    }

    // RFC 7628 §4.1, and Google's description of XOAUTH2
    void tokensAreShown()
    {
        const auto bearer =
            begin(Mechanism::OAuthBearer, "user@example.com", "vF9dft4qmTc2Nvb3Rlc");
        QCOMPARE(first(*bearer), std::string("n,a=user@example.com,\x01"
                                             "auth=Bearer vF9dft4qmTc2Nvb3Rlc\x01\x01"));
        QCOMPARE(*respond(*bearer, R"({"status":"invalid_token"})"), std::string("\x01"));
        QCOMPARE(respond(*bearer, "{}").error().kind, core::ErrorKind::Protocol);

        const auto xoauth2 = begin(Mechanism::XOAuth2, "someuser@example.com", "ya29.vF9dft4qmTc2");
        QCOMPARE(**xoauth2->initialResponse(),
                 std::string("dXNlcj1zb21ldXNlckBleGFtcGxlLmNvbQFhdXRoPUJlYXJlciB5YTI5LnZGOWRmdDRxb"
                             "VRjMgEB"));
        QCOMPARE(*respond(*xoauth2, R"({"status":"401"})"), std::string());

        QCOMPARE(first(*begin(Mechanism::OAuthBearer, "a=b,c", "t")),
                 std::string("n,a=a=3Db=2Cc,\x01"
                             "auth=Bearer t\x01\x01"));
        QCOMPARE(begin(Mechanism::XOAuth2, "u\x01s", "t")->initialResponse().error().kind,
                 core::ErrorKind::InvalidArgument);
        QCOMPARE(begin(Mechanism::XOAuth2, "u", "t\x01")->initialResponse().error().kind,
                 core::ErrorKind::InvalidArgument);
    }

    void aChallengeHasToBeBase64()
    {
        for (const auto mechanism : {Mechanism::ScramSha256, Mechanism::Login}) {
            const auto exchange = begin(mechanism);
            (void)exchange->initialResponse();
            QCOMPARE(await(exchange->respond("not base64")).error().kind,
                     core::ErrorKind::Protocol);
        }
    }

    void credentialsThatCouldBecomeCommandsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("username");
        QTest::addColumn<QByteArray>("password");
        QTest::newRow("CR in the name") << QByteArray("a\rb") << QByteArray("x");
        QTest::newRow("LF in the name") << QByteArray("a\nb") << QByteArray("x");
        QTest::newRow("NUL in the name") << QByteArray("a\0b", 3) << QByteArray("x");
        QTest::newRow("CR in the password") << QByteArray("a") << QByteArray("x\r");
        QTest::newRow("LF in the password") << QByteArray("a") << QByteArray("\nx");
        QTest::newRow("NUL in the password") << QByteArray("a") << QByteArray("x\0y", 3);
        QTest::newRow("no name") << QByteArray("") << QByteArray("x");
        QTest::newRow("no password") << QByteArray("a") << QByteArray("");
    }
    void credentialsThatCouldBecomeCommandsAreRefused()
    {
        QFETCH(QByteArray, username);
        QFETCH(QByteArray, password);
        for (const auto mechanism : {Mechanism::ScramSha256, Mechanism::Plain, Mechanism::Login,
                                     Mechanism::OAuthBearer, Mechanism::XOAuth2}) {
            const auto exchange = Exchange::begin(
                mechanism, credentials(username.toStdString(), password.toStdString()));
            QVERIFY(!exchange);
            QCOMPARE(exchange.error().kind, core::ErrorKind::InvalidArgument);
        }
    }
};

QTEST_GUILESS_MAIN(ExchangeTest)
#include "ExchangeTest.moc"
