// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/tokens/SampleTokens.h"

#include "crypto/Jwe.h"
#include "support/FakeClock.h"
#include "tokens/Claims.h"
#include "tokens/Tokens.h"

#include <QTest>

#include <nlohmann/json.hpp>

using nlohmann::json;
using tokens::ClaimsReader;

/// Tokens that are sealed with the right key but say something they must not say.
class TokenClaimsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theUnchangedClaimsAreAccepted();
    void aWrongClaimIsRefused_data();
    void aWrongClaimIsRefused();
    void aMissingClaimIsRefused_data();
    void aMissingClaimIsRefused();
    void whatIsNoFlatObjectIsRefused_data();
    void whatIsNoFlatObjectIsRefused();
    void whoDoesNotWishToBeAskedHasNoClaim();
    void unknownClaimsAreIgnored();
    void aClientIdWithAnUnsafeRedirectUriIsRefused();
    void aClientIdNamesBothServersOrNone();
    void aProtocolStateSaysWhoseItIsAndWhatFor();
    void aReaderStaysBadAfterTheFirstFailure();
    void claimsArePaddedToASizeClass();

private:
    json validClaims() const;
    bool accepts(const std::string &payload);

    support::FakeClock m_clock;
    core::SystemRandom m_random;
    const crypto::KeyRing m_ring = sample::ring();
    const crypto::Jwe m_jwe{m_ring, "access"};
    const tokens::Tokens m_tokens{m_ring, sample::issuer, {}, m_clock, m_random};
};

json TokenClaimsTest::validClaims() const
{
    const std::int64_t now = m_clock.secondsSinceEpoch();
    return {{"typ", "access"},
            {"iss", "https://mail.test"},
            {"aud", "https://mail.test/mcp"},
            {"jti", "token-1"},
            {"iat", now},
            {"exp", now + 60},
            {"cid", sample::clientHash},
            {"fam", "family-1"},
            {"scope", "mail.read"},
            {"imap_host", "imap.example.com"},
            {"imap_port", 993},
            {"imap_ssl", true},
            {"imap_username", "alice"},
            {"imap_password", "secret"},
            {"smtp_host", "smtp.example.com"},
            {"smtp_port", 587},
            {"smtp_ssl", false},
            {"email", "alice@example.com"}};
}

bool TokenClaimsTest::accepts(const std::string &payload)
{
    const auto token = m_jwe.seal(payload, m_random);
    if (!token)
        qFatal("the payload does not fit into a token");
    const auto opened = m_tokens.openAccessToken(*token);
    if (!opened && opened.error().message != "invalid token")
        qFatal("another error than the one there is");
    return bool(opened);
}

void TokenClaimsTest::theUnchangedClaimsAreAccepted()
{
    QVERIFY(accepts(validClaims().dump()));
}

void TokenClaimsTest::aWrongClaimIsRefused_data()
{
    // The value as it stands in the JSON text.
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("value");
    const auto row = [](const char *title, const char *name, const std::string &value) {
        QTest::newRow(title) << std::string(name) << value;
    };
    const std::int64_t now = m_clock.secondsSinceEpoch();
    row("JW-25 typ in capitals", "typ", R"("ACCESS")");
    row("JW-25 typ of another kind", "typ", R"("refresh")");
    row("JW-25 typ a list", "typ", R"(["access"])");
    row("JW-25 typ a number", "typ", "1");
    row("JW-25 typ null", "typ", "null");
    row("JW-26 exp a text", "exp", '"' + std::to_string(now + 60) + '"');
    row("JW-26 exp a fraction", "exp", std::to_string(now + 60) + ".5");
    row("JW-26 exp a float without fraction", "exp", std::to_string(now + 60) + ".0");
    row("JW-26 exp negative", "exp", "-1");
    row("JW-26 exp 1e400", "exp", "1e400");
    row("JW-26 exp 1e11", "exp", "1e11");
    row("JW-26 exp 2^63", "exp", "9223372036854775808");
    row("JW-26 exp 2^64", "exp", "18446744073709551616");
    row("JW-26 exp after the year 9999", "exp", "253402300800");
    row("JW-26 exp a second ago", "exp", std::to_string(now - 1));
    row("JW-26 exp now", "exp", std::to_string(now));
    row("JW-26 exp true", "exp", "true");
    row("JW-28 iat 61 s ahead", "iat", std::to_string(now + 61));
    row("JW-28 iat a text", "iat", R"("0")");
    row("JW-28 iat negative", "iat", "-5");
    row("JW-28 nbf ahead", "nbf", std::to_string(now + 1));
    row("JW-28 nbf a text", "nbf", R"("0")");
    row("JW-29 iss other", "iss", R"("https://evil.example")");
    row("JW-29 iss with a slash", "iss", R"("https://mail.test/")");
    row("JW-29 iss a list", "iss", R"(["https://mail.test"])");
    row("JW-29 aud with others", "aud", R"(["https://mail.test/mcp","https://evil.example"])");
    row("JW-29 aud a list of one", "aud", R"(["https://mail.test/mcp"])");
    row("JW-29 aud of the authorization server", "aud", R"("https://mail.test/oauth")");
    row("JW-29 aud of earlier servers", "aud", R"("https://mail.test")");
    row("jti empty", "jti", R"("")");
    row("jti a number", "jti", "1");
    row("port a text", "imap_port", R"("993")");
    row("port 0", "imap_port", "0");
    row("port 65536", "smtp_port", "65536");
    row("port negative", "smtp_port", "-1");
    row("ssl a number", "imap_ssl", "1");
    row("ssl a text", "smtp_ssl", R"("true")");
    row("TLS and plain at once", "imap_plain", "true");
    row("plain a text", "smtp_plain", R"("yes")");
    row("plain false", "smtp_plain", "false");
    row("confirm a text", "confirm", R"("true")");
    row("confirm a number", "confirm", "1");
    row("confirm false, which is never written", "confirm", "false");
    row("host empty", "imap_host", R"("")");
    row("user empty", "imap_username", R"("")");
    row("password a number", "imap_password", "1234");
    row("password too long", "imap_password", '"' + std::string(257, 'p') + '"');
    row("SMTP user without password", "smtp_username", R"("alice")");
    row("e-mail a list", "email", R"(["alice@example.com"])");
    row("scope unknown", "scope", R"("admin")");
    row("scope a list", "scope", R"(["mail.read"])");
    row("client empty", "cid", R"("")");
    row("family empty", "fam", R"("")");
}

void TokenClaimsTest::aWrongClaimIsRefused()
{
    QFETCH(std::string, name);
    QFETCH(std::string, value);
    json claims = validClaims();
    claims.erase(name);
    std::string payload = claims.dump();
    payload.insert(payload.size() - 1, ",\"" + name + "\":" + value);
    QVERIFY(!accepts(payload));
}

void TokenClaimsTest::aMissingClaimIsRefused_data()
{
    QTest::addColumn<std::string>("name");
    const json claims = validClaims();
    for (const auto &item : claims.items()) {
        if (item.key() != "email")
            QTest::newRow(item.key().c_str()) << item.key();
    }
}

void TokenClaimsTest::aMissingClaimIsRefused()
{
    QFETCH(std::string, name);
    json claims = validClaims();
    claims.erase(name);
    QVERIFY(!accepts(claims.dump()));
}

void TokenClaimsTest::whatIsNoFlatObjectIsRefused_data() // JW-34
{
    QTest::addColumn<std::string>("payload");
    const std::string valid = validClaims().dump();
    const std::string open = valid.substr(0, valid.size() - 1);
    const auto row = [](const char *title, const std::string &payload) {
        QTest::newRow(title) << payload;
    };
    row("JW-34 nothing", "");
    row("JW-34 blanks", "    ");
    row("JW-34 not JSON", "hello");
    row("JW-34 a list", '[' + valid + ']');
    row("JW-34 a text", "\"access\"");
    row("JW-34 null", "null");
    row("JW-34 cut short", open);
    row("JW-34 something behind it", valid + "{}");
    row("JW-34 a NUL behind it", valid + '\0');
    row("JW-34 a comment", open + "/* */}");
    row("JW-34 a comma at the end", open + ",}");
    row("JW-34 NaN", open + ",\"x\":NaN}");
    row("JW-34 not UTF-8", open + ",\"x\":\"\xff\"}");
    row("JW-34 overlong UTF-8", open + ",\"x\":\"\xc0\xaf\"}");
    row("JW-34 a lone surrogate", open + R"(,"x":"\ud800"})");
    row("JW-34 an object inside", open + R"(,"x":{}})");
    row("JW-34 an object in a list", open + R"(,"x":[{}]})");
    row("JW-34 a list in a list", open + R"(,"x":[[]]})");
    row("JW-34 1,000 lists deep",
        open + R"(,"x":)" + std::string(1000, '[') + std::string(1000, ']') + '}');
    row("JW-34 5,000 lists deep and open", open + R"(,"x":)" + std::string(5000, '['));
    row("JW-25 typ twice, the same", open + R"(,"typ":"access"})");
    row("JW-25 typ twice", R"({"typ":"refresh",)" + valid.substr(1));
    row("exp twice", open + R"(,"exp":253402300799})");
    row("exp twice, once escaped", open + R"(,"e\u0078p":253402300799})");
}

void TokenClaimsTest::whatIsNoFlatObjectIsRefused()
{
    QFETCH(std::string, payload);
    QVERIFY(!accepts(payload));
}

void TokenClaimsTest::whoDoesNotWishToBeAskedHasNoClaim()
{
    const auto confirms = [&](const json &claims) {
        return m_tokens.openAccessToken(*m_jwe.seal(claims.dump(), m_random))
            ->confirmsSendAndDelete;
    };
    json claims = validClaims();
    QVERIFY(!confirms(claims)); // as in every token from before the claim was there
    claims["confirm"] = true;
    QVERIFY(confirms(claims));
}

void TokenClaimsTest::unknownClaimsAreIgnored()
{
    json claims = validClaims();
    claims["later"] = {"added", "claim"};
    claims["nothing"] = nullptr;
    QVERIFY(accepts(claims.dump()));
}

void TokenClaimsTest::aClientIdWithAnUnsafeRedirectUriIsRefused()
{
    const crypto::Jwe jwe(m_ring, "client_id");
    json claims = validClaims();
    claims["typ"] = "client_id";
    claims["aud"] = "https://mail.test/oauth";
    claims["name"] = "Example";
    const auto accepts = [&](const json &redirectUris) {
        claims["redirect_uris"] = redirectUris;
        const auto token = jwe.seal(claims.dump(), m_random);
        return token && bool(m_tokens.openClientId(*token));
    };
    QVERIFY(accepts({"https://app.example/cb"}));
    QVERIFY(!accepts({"https://app.example/cb", "javascript:alert(1)"}));
    QVERIFY(!accepts({"http://app.example/cb"}));
    QVERIFY(!accepts("https://app.example/cb"));
    QVERIFY(!accepts({1}));
    QVERIFY(!accepts(std::vector<std::string>(17, "https://app.example/cb")));
    claims["secret_hash"] = "too-short";
    QVERIFY(!accepts({"https://app.example/cb"}));
    claims["secret_hash"] = "";
    QVERIFY(!accepts({"https://app.example/cb"}));
}

void TokenClaimsTest::aClientIdNamesBothServersOrNone()
{
    const crypto::Jwe jwe(m_ring, "client_id");
    json claims = validClaims();
    claims["typ"] = "client_id";
    claims["aud"] = "https://mail.test/oauth";
    claims["name"] = "Example";
    claims["redirect_uris"] = {"https://app.example/cb"};
    const auto accepts = [&](std::initializer_list<const char *> missing) {
        json fewer = claims;
        for (const char *name : missing)
            fewer.erase(name);
        return bool(m_tokens.openClientId(*jwe.seal(fewer.dump(), m_random)));
    };
    QVERIFY(accepts({}));
    QVERIFY(!accepts({"imap_host"}));
    QVERIFY(!accepts({"smtp_host"}));
    QVERIFY(!accepts({"smtp_host", "smtp_port", "smtp_ssl"}));
    QVERIFY(accepts({"imap_host", "smtp_host"}));
    QVERIFY(accepts({"imap_host", "imap_port", "imap_ssl", "smtp_host", "smtp_port", "smtp_ssl"}));
}

void TokenClaimsTest::aProtocolStateSaysWhoseItIsAndWhatFor()
{
    const crypto::Jwe jwe(m_ring, "mcp_state");
    const auto accepts = [&](const char *name, const json &value) {
        json claims = validClaims();
        claims.update({{"typ", "mcp_state"}, {"purpose", "session"}, {"sub", "alice"}});
        claims["data"] = "e30"; // {}
        claims[name] = value;
        const auto opened = m_tokens.openProtocolState(*jwe.seal(claims.dump(), m_random));
        return opened && opened->data == "{}";
    };
    QVERIFY(accepts("purpose", "session"));
    for (const char *name : {"purpose", "sub"}) {
        QVERIFY(!accepts(name, ""));
        QVERIFY(!accepts(name, nullptr));
        QVERIFY(!accepts(name, 1));
        QVERIFY(!accepts(name, std::string(65, 'x')));
    }
    QVERIFY(!accepts("data", nullptr));
    QVERIFY(!accepts("data", "e30="));
    QVERIFY(!accepts("data", "{}"));
    QVERIFY(!accepts("data", std::string(4100, 'A')));
    QVERIFY(!accepts("aud", "https://mail.test/oauth"));
    QVERIFY(!accepts("exp", nullptr));
    QVERIFY(!accepts("jti", nullptr));
}

void TokenClaimsTest::aReaderStaysBadAfterTheFirstFailure()
{
    ClaimsReader claims(R"({"a":"text","b":1})");
    QVERIFY(claims.isGood());
    QCOMPARE(claims.text("a", 4), std::string("text"));
    QCOMPARE(claims.number("b"), 1U);
    QVERIFY(claims.isGood());
    QCOMPARE(claims.text("a", 3), std::string());
    QVERIFY(!claims.isGood());
    QCOMPARE(claims.text("a", 4), std::string("text"));
    QVERIFY(!claims.isGood());
}

void TokenClaimsTest::claimsArePaddedToASizeClass()
{
    for (const std::size_t length : {0U, 1U, 245U, 246U, 247U, 248U, 249U, 500U}) {
        tokens::ClaimsWriter writer;
        writer.text("name", std::string(length, 'n'), 1000);
        const auto text = writer.finish();
        QVERIFY(text);
        QCOMPARE(text->reveal().size() % 256, 0U);
        ClaimsReader reader(text->reveal());
        QCOMPARE(reader.text("name", 1000).size(), length);
        QVERIFY(reader.isGood());
    }
}

QTEST_APPLESS_MAIN(TokenClaimsTest)
#include "TokenClaimsTest.moc"
