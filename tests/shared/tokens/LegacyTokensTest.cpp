// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/tokens/SampleTokens.h"

#include "crypto/Jwe.h"
#include "support/FakeClock.h"
#include "tokens/Tokens.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace std::chrono_literals;
using nlohmann::json;
using tokens::Tokens;

namespace {

// Sealed with npm jose 6 and the key 00…1f, with the header and the claims of the Ruby server 1.0,
// ten seconds before the FakeClock's beginning.
constexpr std::string_view rubyAccess =
    "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..QEBAQEBAQEBAQEBA.S3QvbAGVGWpQ3boo0CWg-m"
    "_QbHGdr29jy0EaHwzMvXTiU0V26svCB81pz1N1m5jvyEmQvkA2q3ZufdsIerMhjtruexdK35YU_3a7tL"
    "x2M9rwVUv29GCt5KYuoc4Cc65v6GYkKJv_oPDWNmSkQropW6ivn6u1jX9zZ_CI-KZhWut3tKJKg8QoXl"
    "FrPgmYTg8nnTk4QsFwJcYZfaJRm0kwggd8Hdy4Sctkz0vWh-z8rmBRQMCLDSc_X2bCV0L5SGHxH3Vpk4"
    "7ISbZs-vS7jr2wnG8fZQc3pusaCVFrB0dMK1ybh0EprfY3grTaOghh4HDOm8ByRYlddwUO75uUSuGwqP"
    "nEFQE7jbPdCsVuSR75eD5b_y9-UIJzOXIyjD6H72sz5ShYB1lZfsIEukxk8u3Sl-Af_36FWGC1IGXNtk"
    "HMW1gXdv1qD0ZOKpsTPtwR6HnDr-Llx3A13HsUYiMuzBjAmibXsYxBuWK58-tE0w4rlF6hxdYDQHowY6"
    "2b8d7Wn_UKIQ.MAswBHDXIZqD416eOzVb_A";
constexpr std::string_view rubyRefresh =
    "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..QUFBQUFBQUFBQUFB._Fk5hK_z0ouXjE4l2bv_cN"
    "CvUpSj__k_ea7xWd2bUZzaljWoisIm8qQOyUEO3ZJ8iQmWW_ki9-kicv7Fyzkb6RKvcTRlxp-A6AAnFY"
    "pLHg2uNaDP30R1HoQh-oe4PCRkZ467IcHryrCIJgHxbVw77yP3W8KScvFPp9cghFBdDoMcX9c_7VFmXn"
    "qHxfJdDMUUjmvdODPSlzuh2sqKjIb-EUilfrIMsPwGBouYRHmOTTwbnKNPAWY-ZR5LR5HRg9pzujl5mz"
    "vZpf_aDRxJFeDJFEaizQffBrcjZnxD6Nashlab0TLeQlwe_d5xJbnyyPWllO5f1PFXjtHlgXIdG8-7Wa"
    "zldzuEdPW87uPLuIeGTRdn6HsPlAx_DoYBnsjh0XDTsOIZSF_JQr1k5aw4dHUkEe9TFE3oRw7ucwqexH"
    "j-ph7YkUhqRsTFtmeaXOeXt1VjcI3sb7-UxL3F2-zjHL4g-unU9JT_kRhbBKJxTkkIxziD1zrm0C9Ypg"
    "Mib7Ty2HouECg.-iegQS9BXTqpr6j1BlJuTg";
constexpr std::string_view rubyCode =
    "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..QkJCQkJCQkJCQkJC.Yb4Qtf6nn85wBlpDDqYgcl"
    "8ri6rI6EQPP0_1APf7j7LQayIOzM2Pg96y4dmpFBnsUu_B8_1rl9S--RgJJ91dOtGHjCbWGETprKVRNr"
    "Po393t7IKblZImBPVxzyQLJ_-fmvASyLPYlINtRYu8HwHYgjMJksv9TxD9WVDYpwcQa1b_TAf-rdJeRY"
    "XzAYGzU4L1pJw2YT-x3JHL7z_B_DNsjy_mumWK9WZYJuE3b6Hm1EcN1vTyKHJgrbXqv0oLkZ8JaVCW8O"
    "PCqKG96nvqn14d5UuleHetRKnbRtvtu907fBG7LjTn1fLUH15WPUlqHk505pMPjTCY-rMDfotC9bHYOr"
    "7OzhQ9POKH-V5YnCTZpNY5CRd7YcZv8xgW5z45p2wnQGYQkIj5x42g9Ruk8bsGg_DAJg6qlUnRfBaZt5"
    "0VqxeqWDcKiRQ-q9tPxQd9WL4i96XPGlbIqd2sD5xwL1-PdxWs2JTMCXhit4eNGUpOsdwrYV2B5dlb8K"
    "g2e1hP3Ws.94IrEq6YnUOLpM0uyfPgNA";
constexpr std::string_view rubyClientId =
    "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..Q0NDQ0NDQ0NDQ0ND.hc84og_B6NAkfx5rGFa7JW"
    "OYsvp7yYJFonTWI1QQsD6DMAM5QwVYy4nSxhbso_3UE95rCkXomY87MAyzcq5O8zs_Jovq2W2ACHpF3K"
    "b8MED6et4jE39DwERgFgjTjVTGRu39aLN1K8BnbWJ-VqbgtgSEInXL0ejvu9d0EtBLJgEpVvL1Jv0n2i"
    "qHwaZySCSnR9Ue4r9CawlHk8NclSty_wc9sqA2OXOnIbg41bP3oI0mknZJ3-cnLBNZs8DFu3-M6Ki02X"
    "o_lDgFpLe8nh8jtjqzhn1mQZCUp6U8CCIvZSRvPE8lKhJ17Csdzfk.x6_IrOCq2FU6ngdOcY0M_g";

} // namespace

class LegacyTokensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_clock = support::FakeClock(); }
    void anAccessTokenOpens();
    void aRefreshTokenOpens();
    void tokensEndAtTheirOwnTime();
    void codesAreNotTaken();
    void noKindPassesForAnother();
    void aClientIdNeedsRedirectUrisFromTheAdministrator();
    void aClientIdOpensWithThem();
    void otherClaimsAreRefused_data();
    void otherClaimsAreRefused();
    void whatTheLoginPageLeftEmptyMayBeMissing();
    void withoutTheOldKeyNothingOpens();
    void theOldKeyOpensBehindANewOne();
    void theNewFormCannotBeClaimedInTheOldHeader();

private:
    json claims() const;
    std::string sealed(const json &claims);

    support::FakeClock m_clock;
    core::SystemRandom m_random;
    const crypto::KeyRing m_ring = sample::ring();
    const crypto::Jwe m_jwe = crypto::Jwe::legacy(m_ring.legacyKey());
    const Tokens m_tokens{m_ring, sample::issuer, {}, m_clock, m_random};
};

json LegacyTokensTest::claims() const
{
    const std::int64_t now = m_clock.secondsSinceEpoch();
    return {{"iss", "https://mail.test"},
            {"aud", "https://mail.test"},
            {"typ", "access"},
            {"iat", now},
            {"exp", now + 60},
            {"imap_host", "imap.example.com"},
            {"imap_port", 993},
            {"imap_ssl", true},
            {"imap_username", "alice"},
            {"imap_password", "secret"},
            {"smtp_host", "smtp.example.com"},
            {"smtp_port", 587},
            {"smtp_ssl", false},
            {"smtp_username", "alice-out"},
            {"smtp_password", "other secret"},
            {"email", "alice@example.com"},
            {"full_name", "Alice"},
            {"cs", "legacy secret"}};
}

std::string LegacyTokensTest::sealed(const json &claims)
{
    const auto token = m_jwe.seal(claims.dump(), m_random);
    if (!token)
        qFatal("the claims do not fit into a token");
    return *token;
}

void LegacyTokensTest::anAccessTokenOpens() // JW-18
{
    const auto token = m_tokens.openAccessToken(rubyAccess);
    QVERIFY(token);
    QVERIFY(token->isLegacy);
    QVERIFY(token->account->imap == sample::imap());
    QVERIFY(token->account->smtp == sample::smtp());
    QCOMPARE(token->account->imapLogin.username, std::string("alice"));
    QVERIFY(token->account->imapLogin.password.equals("secret"));
    QCOMPARE(token->account->smtpLogin.username, std::string("alice-out"));
    QVERIFY(token->account->smtpLogin.password.equals("other secret"));
    QCOMPARE(token->account->emailAddress, std::string("alice@example.com"));
    QCOMPARE(token->account->fullName, std::string("Alice"));
    QVERIFY(token->scopes == clients::ScopeSet::all());
    QCOMPARE(token->clientHash, std::string());
    QVERIFY(token->family != std::string()); // it can be revoked all the same
    QCOMPARE(token->account->family, token->family);
    QCOMPARE(m_tokens.openAccessToken(rubyAccess)->family, token->family);
    QVERIFY(!token->tokenId.empty());
    QCOMPARE(token->issuedAt, m_tokens.now() - 10);
    QCOMPARE(token->expiresAt, m_tokens.now() - 10 + 8 * 3600);
}

void LegacyTokensTest::aRefreshTokenOpens() // JW-18
{
    const auto token = m_tokens.openRefreshToken(rubyRefresh);
    QVERIFY(token);
    QVERIFY(token->isLegacy);
    QCOMPARE(token->account->imapLogin.username, std::string("alice"));
    QCOMPARE(token->family, std::string());
    QCOMPARE(token->authenticatedAt, token->issuedAt);
    QVERIFY(!token->tokenId.empty());
    QCOMPARE(m_tokens.openRefreshToken(rubyRefresh)->tokenId, token->tokenId);
}

void LegacyTokensTest::tokensEndAtTheirOwnTime()
{
    m_clock.advance(8h - 11s);
    QVERIFY(m_tokens.openAccessToken(rubyAccess));
    m_clock.advance(1s);
    QVERIFY(!m_tokens.openAccessToken(rubyAccess));
    QVERIFY(m_tokens.openRefreshToken(rubyRefresh));
    m_clock.advance(std::chrono::hours(24 * 30));
    QVERIFY(!m_tokens.openRefreshToken(rubyRefresh));
}

void LegacyTokensTest::codesAreNotTaken()
{
    QVERIFY(!m_tokens.openAuthorizationCode(rubyCode));
}

void LegacyTokensTest::noKindPassesForAnother() // OA-088
{
    const Tokens open(m_ring, sample::issuer, {}, m_clock, m_random,
                      {sample::redirectUri("https://app.example/cb")});
    for (const std::string_view token : {rubyRefresh, rubyCode, rubyClientId})
        QVERIFY(!open.openAccessToken(token));
    for (const std::string_view token : {rubyAccess, rubyCode, rubyClientId})
        QVERIFY(!open.openRefreshToken(token));
    for (const std::string_view token : {rubyAccess, rubyRefresh, rubyCode})
        QVERIFY(!open.openClientId(token));
    for (const std::string_view token : {rubyAccess, rubyRefresh, rubyCode, rubyClientId})
        QVERIFY(!open.openAuthorizationRequest(token));
}

void LegacyTokensTest::aClientIdNeedsRedirectUrisFromTheAdministrator() // OA-020
{
    const auto client = m_tokens.openClientId(rubyClientId);
    QVERIFY(!client);
    QCOMPARE(client.error().kind, core::ErrorKind::PermissionDenied);
    QVERIFY(client.error().message.find("must be issued again") != std::string::npos);
    // Only for those that are genuine.
    std::string forged(rubyClientId);
    forged.back() = forged.back() == 'A' ? 'Q' : 'A';
    QCOMPARE(m_tokens.openClientId(forged).error().message, std::string("invalid token"));
}

void LegacyTokensTest::aClientIdOpensWithThem() // OA-020
{
    const Tokens open(m_ring, sample::issuer, {}, m_clock, m_random,
                      {sample::redirectUri("https://app.example/cb")});
    const auto client = open.openClientId(rubyClientId);
    QVERIFY(client);
    QVERIFY(client->isLegacy);
    QVERIFY(client->imap == sample::imap());
    QVERIFY(client->smtp == sample::smtp());
    QVERIFY(client->hasSecret("legacy secret"));
    QVERIFY(!client->hasSecret(""));
    QVERIFY(client->redirectUriFor("https://app.example/cb"));
    QVERIFY(!client->redirectUriFor("https://evil.example/cb"));
    QVERIFY(client->maximalScopes == clients::ScopeSet::all());
    QVERIFY(!client->expiresAt);
    QCOMPARE(client->hash, tokens::clientHashOf(rubyClientId));
}

void LegacyTokensTest::otherClaimsAreRefused_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("value");
    const auto row = [](const char *title, const char *name, const std::string &value) {
        QTest::newRow(title) << std::string(name) << value;
    };
    const std::int64_t now = m_clock.secondsSinceEpoch();
    row("JW-29 iss", "iss", R"("https://other.test")");
    row("JW-29 aud", "aud", R"("https://mail.test/mcp")");
    row("JW-29 aud a list", "aud", R"(["https://mail.test"])");
    row("JW-26 exp missing", "exp", "null");
    row("JW-26 exp now", "exp", std::to_string(now));
    row("JW-28 iat ahead", "iat", std::to_string(now + 61));
    row("port a text", "imap_port", R"("993")");
    row("ssl a text", "imap_ssl", R"("true")");
    row("password missing", "imap_password", "null");
    row("user empty", "imap_username", R"("")");
}

void LegacyTokensTest::otherClaimsAreRefused()
{
    QFETCH(std::string, name);
    QFETCH(std::string, value);
    QVERIFY(m_tokens.openAccessToken(sealed(claims())));
    json changed = claims();
    changed[name] = json::parse(value);
    QVERIFY(!m_tokens.openAccessToken(sealed(changed)));
}

void LegacyTokensTest::whatTheLoginPageLeftEmptyMayBeMissing()
{
    json reduced = claims();
    reduced["full_name"] = nullptr;
    reduced["email"] = nullptr;
    reduced.erase("smtp_username");
    reduced.erase("smtp_password");
    const auto token = m_tokens.openAccessToken(sealed(reduced));
    QVERIFY(token);
    QCOMPARE(token->account->fullName, std::string());
    QCOMPARE(token->account->emailAddress, std::string());
    QCOMPARE(token->account->smtpLogin.username, std::string("alice"));
    QVERIFY(token->account->smtpLogin.password.equals("secret"));
}

void LegacyTokensTest::withoutTheOldKeyNothingOpens() // JW-18
{
    const auto ring = crypto::KeyRing::parse("", "other:" + core::encodeBase64(sample::keyBytes()));
    QVERIFY(ring);
    const Tokens other(*ring, sample::issuer, {}, m_clock, m_random,
                       {sample::redirectUri("https://app.example/cb")});
    QVERIFY(!other.openAccessToken(rubyAccess));
    QVERIFY(!other.openRefreshToken(rubyRefresh));
    QVERIFY(!other.openClientId(rubyClientId));
}

void LegacyTokensTest::theOldKeyOpensBehindANewOne()
{
    const Tokens rotated(sample::ring("new:" + core::encodeBase64(std::string(31, 'n') + 'w')),
                         sample::issuer, {}, m_clock, m_random);
    QVERIFY(rotated.openAccessToken(rubyAccess));
}

void LegacyTokensTest::theNewFormCannotBeClaimedInTheOldHeader()
{
    // The claims of a new refresh token under the legacy header get no generation and no family.
    json modern = claims();
    modern["typ"] = "refresh";
    modern["fam"] = "family-1";
    modern["gen"] = 7;
    modern["scope"] = "mail.read";
    const auto token = m_tokens.openRefreshToken(sealed(modern));
    QVERIFY(token);
    QVERIFY(token->isLegacy);
    QCOMPARE(token->family, std::string());
    QCOMPARE(token->generation, 0U);
    QVERIFY(!m_tokens.openAuthorizationCode(sealed(modern)));
}

QTEST_APPLESS_MAIN(LegacyTokensTest)
#include "LegacyTokensTest.moc"
