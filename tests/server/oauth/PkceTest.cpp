// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/Pkce.h"

#include <QTest>

namespace {

// RFC 7636 appendix B
constexpr std::string_view verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
constexpr std::string_view challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

} // namespace

class PkceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theExampleOfTheRfcFits()
    {
        QVERIFY(oauth::isCodeChallenge(challenge));
        QVERIFY(oauth::isCodeVerifier(verifier));
        QVERIFY(oauth::verifierFitsChallenge(verifier, challenge));
    }

    void nothingElseFits()
    {
        QVERIFY(!oauth::verifierFitsChallenge(challenge, challenge)); // OA-075
        QVERIFY(!oauth::verifierFitsChallenge("", "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"));
        QVERIFY(!oauth::verifierFitsChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXK",
                                              challenge));
    }

    void aVerifierHas43To128UnreservedCharacters()
    {
        QVERIFY(!oauth::isCodeVerifier(std::string(42, 'a')));
        QVERIFY(oauth::isCodeVerifier(std::string(43, 'a')));
        QVERIFY(oauth::isCodeVerifier(std::string(128, '~')));
        QVERIFY(!oauth::isCodeVerifier(std::string(129, 'a')));
        QVERIFY(!oauth::isCodeVerifier(std::string(43, '+')));
        QVERIFY(!oauth::isCodeVerifier(std::string(43, '\0')));
    }

    void aChallengeHasExactly43Base64UrlCharacters()
    {
        QVERIFY(!oauth::isCodeChallenge(challenge.substr(1)));
        QVERIFY(!oauth::isCodeChallenge(std::string(challenge) + "A"));
        QVERIFY(!oauth::isCodeChallenge("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM"));
        QVERIFY(!oauth::isCodeChallenge(""));
    }
};

QTEST_APPLESS_MAIN(PkceTest)
#include "PkceTest.moc"
