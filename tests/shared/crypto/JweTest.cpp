// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/Jwe.h"
#include "core/Base64.h"
#include "support/CountingRandom.h"

#include <QTest>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <bit>
#include <cmath>
#include <set>

using crypto::Jwe;
using crypto::KeyRing;

namespace {

/// 32 bytes: first, first + 1, …
std::string keyBytes(int first)
{
    std::string bytes;
    for (int i = 0; i < 32; ++i)
        bytes += static_cast<char>(first + i);
    return bytes;
}

KeyRing ringOf(std::initializer_list<std::pair<std::string_view, int>> keys)
{
    std::string text;
    for (const auto &[id, first] : keys) {
        text +=
            (text.empty() ? "" : ",") + std::string(id) + ':' + core::encodeBase64(keyBytes(first));
    }
    auto ring = KeyRing::parse("", text);
    if (!ring)
        qFatal("%s", ring.error().message.c_str());
    return std::move(*ring);
}

/// What an attacker who had the key could make: any header over a correct AES-256-GCM body.
std::string sealWithHeader(const std::string &header, std::string_view key,
                           std::string_view plaintext, std::size_t ivSize = 12)
{
    const std::string iv(ivSize, 'i');
    const std::string encodedHeader = core::encodeBase64Url(header);
    const auto bytes = [](const auto &text) {
        return reinterpret_cast<const unsigned char *>(text.data());
    };
    std::string ciphertext(plaintext.size(), '\0');
    std::string tag(16, '\0');
    int written = 0;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nullptr, nullptr, nullptr);
    if (ivSize > 0)
        EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_IVLEN, static_cast<int>(ivSize), nullptr);
    EVP_EncryptInit_ex(context, nullptr, nullptr, bytes(key), bytes(iv));
    EVP_EncryptUpdate(context, nullptr, &written, bytes(encodedHeader),
                      static_cast<int>(encodedHeader.size()));
    EVP_EncryptUpdate(context, reinterpret_cast<unsigned char *>(ciphertext.data()), &written,
                      bytes(plaintext), static_cast<int>(plaintext.size()));
    EVP_EncryptFinal_ex(context, nullptr, &written);
    EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_GET_TAG, 16, tag.data());
    EVP_CIPHER_CTX_free(context);
    return encodedHeader + ".." + core::encodeBase64Url(iv) + '.'
           + core::encodeBase64Url(ciphertext) + '.' + core::encodeBase64Url(tag);
}

std::vector<std::string> segmentsOf(const std::string &token)
{
    std::vector<std::string> segments(1);
    for (const char c : token) {
        if (c == '.')
            segments.emplace_back();
        else
            segments.back() += c;
    }
    return segments;
}

std::string joined(const std::vector<std::string> &segments)
{
    std::string token = segments.front();
    for (std::size_t i = 1; i < segments.size(); ++i)
        token += '.' + segments[i];
    return token;
}

constexpr std::string_view message = R"({"hello":"world"})";

// Made with npm jose 6 from the keys 00…1f, the IV 20…2b and `message`.
const std::string joseLegacy = "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..ICEiIyQlJicoKSor."
                               "qRjOFQD0dSwgXjWhs3SQ260.L7wSlLKNtpXV2fPqLPajRQ";
const std::string joseNew =
    "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIiwia2lkIjoiazEiLCJ0eXAiOiJhY2Nlc3M"
    "ifQ..ICEiIyQlJicoKSor.GuRbT3SFGkxvPsTkuMIn66g.Wg8ynQqhTdmTpdzNqKc1CA";

const std::string legacyHeader = R"({"alg":"dir","enc":"A256GCM"})";

} // namespace

class JweTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sealsByteForByteWhatAnotherImplementationSeals();
    void opensWhatAnotherImplementationSealed();
    void whatIsSealedOpens_data();
    void whatIsSealedOpens();
    void aTokenOfOneKindIsNoTokenOfAnother();
    void anyOfTheKeysOpensByItsName();
    void aRotationLosesNothingUntilTheOldKeyIsDropped();
    void withoutALegacyKeyNothingIsRecognised();
    void everyFlippedBitIsNoticed();
    void onlyFiveSegmentsAreAToken_data();
    void onlyFiveSegmentsAreAToken();
    void aShortenedTagIsRefused_data();
    void aShortenedTagIsRefused();
    void anIvOfAnotherSizeIsRefused_data();
    void anIvOfAnotherSizeIsRefused();
    void anyOtherHeaderIsRefused_data();
    void anyOtherHeaderIsRefused();
    void anyOtherWayToWriteASegmentIsRefused();
    void splicedTokensAreRefused();
    void aSignedTokenIsNotASealedOne_data();
    void aSignedTokenIsNotASealedOne();
    void oversizeIsRefusedOnBothWays();
    void theErrorIsAlwaysTheSame();
    void ivsDoNotRepeatAndAreUnbiased();

private:
    const KeyRing m_ring = ringOf({{"k1", 0}, {"k2", 64}});
    const Jwe m_access = Jwe(m_ring, "access");
    KeyRing::Key m_legacyKey{.id = "default", .bytes = core::Secret(keyBytes(0))};
    const Jwe m_legacy = Jwe::legacy(&m_legacyKey);
    core::SystemRandom m_random;
    std::string m_token;
};

void JweTest::init()
{
    const auto token = m_access.seal(message, m_random);
    QVERIFY(token);
    m_token = *token;
}

void JweTest::sealsByteForByteWhatAnotherImplementationSeals()
{
    support::CountingRandom legacyIv(0x20);
    const auto legacy = m_legacy.seal(message, legacyIv);
    QVERIFY(legacy);
    QCOMPARE(*legacy, joseLegacy);
    support::CountingRandom newIv(0x20);
    const auto token = m_access.seal(message, newIv);
    QVERIFY(token);
    QCOMPARE(*token, joseNew);
}

void JweTest::opensWhatAnotherImplementationSealed()
{
    const auto legacy = m_legacy.open(joseLegacy);
    QVERIFY(legacy);
    QCOMPARE(legacy->reveal(), message);
    const auto token = m_access.open(joseNew);
    QVERIFY(token);
    QCOMPARE(token->reveal(), message);
}

void JweTest::whatIsSealedOpens_data()
{
    QTest::addColumn<std::string>("plaintext");
    QTest::newRow("empty") << std::string();
    QTest::newRow("one byte") << std::string("x");
    QTest::newRow("every byte") << keyBytes(0) + keyBytes(224) + '\0';
    QTest::newRow("long") << std::string(6000, 'x');
}

void JweTest::whatIsSealedOpens()
{
    QFETCH(std::string, plaintext);
    const auto token = m_access.seal(plaintext, m_random);
    QVERIFY(token);
    QVERIFY(m_access.recognises(*token));
    const auto opened = m_access.open(*token);
    QVERIFY(opened);
    QCOMPARE(opened->reveal(), std::string_view(plaintext));
}

void JweTest::aTokenOfOneKindIsNoTokenOfAnother()
{
    const Jwe refresh(m_ring, "refresh");
    QVERIFY(!refresh.recognises(m_token));
    QVERIFY(!refresh.open(m_token));
    QVERIFY(!m_legacy.open(m_token));
    QVERIFY(!m_access.open(joseLegacy));
    // Even with the header exchanged: the subkey of the other kind does not fit.
    auto segments = segmentsOf(m_token);
    segments[0] =
        core::encodeBase64Url(R"({"alg":"dir","enc":"A256GCM","kid":"k1","typ":"refresh"})");
    QVERIFY(refresh.recognises(joined(segments)));
    QVERIFY(!refresh.open(joined(segments)));
}

void JweTest::anyOfTheKeysOpensByItsName()
{
    const Jwe second(ringOf({{"k2", 64}}), "access");
    const auto token = second.seal(message, m_random);
    QVERIFY(token);
    QVERIFY(m_access.open(*token));
    // Only by its name: the same key under another name is another header, and no key is tried
    // that the header does not name.
    const Jwe renamed(ringOf({{"k1", 64}, {"k2", 0}}), "access");
    QVERIFY(renamed.recognises(*token));
    QVERIFY(!renamed.open(*token));
}

void JweTest::aRotationLosesNothingUntilTheOldKeyIsDropped() // JW-17, JW-42
{
    const Jwe before(ringOf({{"k1", 0}}), "access");
    const Jwe during(ringOf({{"k2", 64}, {"k1", 0}}), "access");
    const Jwe after(ringOf({{"k2", 64}}), "access");
    const auto oldToken = before.seal(message, m_random);
    QVERIFY(oldToken);
    QVERIFY(during.open(*oldToken));
    const auto newToken = during.seal(message, m_random);
    QVERIFY(newToken);
    QVERIFY(during.open(*newToken));
    QVERIFY(after.open(*newToken));
    QVERIFY(!after.open(*oldToken));
    QVERIFY(!before.open(*newToken));
}

void JweTest::withoutALegacyKeyNothingIsRecognised()
{
    const Jwe none = Jwe::legacy(nullptr);
    QVERIFY(!none.recognises(joseLegacy));
    QVERIFY(!none.open(joseLegacy));
    QVERIFY(!none.seal(message, m_random));
}

void JweTest::everyFlippedBitIsNoticed() // JW-06
{
    const auto token = m_access.seal(std::string(512, 'x'), m_random);
    QVERIFY(token);
    QVERIFY(m_access.open(*token));
    int flips = 0;
    // Of the text …
    for (std::size_t i = 0; i < token->size(); ++i) {
        for (unsigned bit = 0; bit < 8; ++bit, ++flips) {
            std::string changed = *token;
            changed[i] = static_cast<char>(static_cast<unsigned char>(changed[i]) ^ (1U << bit));
            QVERIFY2(!m_access.open(changed), changed.c_str());
        }
    }
    // … and of the bytes it stands for, which are all valid text again.
    const auto segments = segmentsOf(*token);
    for (std::size_t segment = 0; segment < segments.size(); ++segment) {
        const auto bytes = core::decodeBase64Url(segments[segment]);
        QVERIFY(bytes);
        for (std::size_t i = 0; i < bytes->size(); ++i) {
            for (unsigned bit = 0; bit < 8; ++bit, ++flips) {
                std::string changed = *bytes;
                changed[i] =
                    static_cast<char>(static_cast<unsigned char>(changed[i]) ^ (1U << bit));
                auto changedSegments = segments;
                changedSegments[segment] = core::encodeBase64Url(changed);
                QVERIFY(!m_access.open(joined(changedSegments)));
            }
        }
    }
    QVERIFY(flips > 10000);
}

void JweTest::onlyFiveSegmentsAreAToken_data()
{
    QTest::addColumn<std::string>("token");
    const auto s = segmentsOf(joseNew);
    QTest::newRow("JW-02 nothing") << std::string();
    QTest::newRow("JW-02 1 segment") << s[0];
    QTest::newRow("JW-02 2 segments") << s[0] + '.';
    QTest::newRow("JW-02 3 segments") << s[0] + '.' + s[3] + '.' + s[4];
    QTest::newRow("JW-02 4 segments") << s[0] + '.' + s[2] + '.' + s[3] + '.' + s[4];
    QTest::newRow("JW-02 6 segments") << joseNew + ".AA";
    QTest::newRow("JW-02 7 segments") << joseNew + ".AA.AA";
    QTest::newRow("JW-02 leading dot") << '.' + joseNew;
    QTest::newRow("JW-02 trailing dot") << joseNew + '.';
    QTest::newRow("JW-02 five empty segments") << std::string("....");
    QTest::newRow("JW-02 only dots") << std::string(8000, '.');
    QTest::newRow("JW-02 leading blank") << ' ' + joseNew;
    QTest::newRow("JW-02 trailing newline") << joseNew + '\n';
    QTest::newRow("JW-02 trailing NUL") << joseNew + '\0';
    QTest::newRow("JW-02 newline inside") << s[0] + "..\n" + s[2] + '.' + s[3] + '.' + s[4];
    QTest::newRow("JW-07 encrypted key") << s[0] + ".AA." + s[2] + '.' + s[3] + '.' + s[4];
    QTest::newRow("JW-36 8 KiB + 1") << joseNew + std::string(8193 - joseNew.size(), 'A');
    QTest::newRow("JW-36 1 MB") << joseNew + std::string(1 << 20, 'A');
}

void JweTest::onlyFiveSegmentsAreAToken()
{
    QFETCH(std::string, token);
    QVERIFY(m_access.open(joseNew));
    QVERIFY(!m_access.open(token));
}

void JweTest::aShortenedTagIsRefused_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {15, 13, 12, 8, 4, 1, 0, 17, 32})
        QTest::addRow("JW-03 %d bytes", size) << size;
}

void JweTest::aShortenedTagIsRefused()
{
    QFETCH(int, size);
    auto segments = segmentsOf(m_token);
    auto tag = core::decodeBase64Url(segments[4]);
    QVERIFY(tag);
    tag->resize(static_cast<std::size_t>(size), '\0');
    segments[4] = core::encodeBase64Url(*tag);
    QVERIFY(!m_access.open(joined(segments)));
}

void JweTest::anIvOfAnotherSizeIsRefused_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 8, 11, 13, 16})
        QTest::addRow("JW-05 %d bytes", size) << size;
}

void JweTest::anIvOfAnotherSizeIsRefused()
{
    QFETCH(int, size);
    QVERIFY(m_legacy.open(sealWithHeader(legacyHeader, keyBytes(0), message)));
    QVERIFY(!m_legacy.open(
        sealWithHeader(legacyHeader, keyBytes(0), message, static_cast<std::size_t>(size))));
}

void JweTest::anyOtherHeaderIsRefused_data()
{
    QTest::addColumn<std::string>("header");
    const auto row = [](const char *name, const char *header) {
        QTest::newRow(name) << std::string(header);
    };
    row("JW-08 none", R"({"alg":"none"})");
    row("JW-08 none with enc", R"({"alg":"none","enc":"A256GCM"})");
    row("JW-08 RSA1_5", R"({"alg":"RSA1_5","enc":"A256GCM"})");
    row("JW-08 RSA-OAEP", R"({"alg":"RSA-OAEP","enc":"A256GCM"})");
    row("JW-08 ECDH-ES", R"({"alg":"ECDH-ES","enc":"A256GCM","epk":{"kty":"EC"}})");
    row("JW-08 PBES2",
        R"({"alg":"PBES2-HS256+A128KW","enc":"A256GCM","p2s":"AAAA","p2c":2147483648})");
    row("JW-08 A256KW", R"({"alg":"A256KW","enc":"A256GCM"})");
    row("JW-08 A256GCMKW", R"({"alg":"A256GCMKW","enc":"A256GCM","iv":"AAAA","tag":"AAAA"})");
    row("JW-09 A128GCM", R"({"alg":"dir","enc":"A128GCM"})");
    row("JW-09 A192GCM", R"({"alg":"dir","enc":"A192GCM"})");
    row("JW-09 A256CBC-HS512", R"({"alg":"dir","enc":"A256CBC-HS512"})");
    row("JW-09 A128CBC-HS256", R"({"alg":"dir","enc":"A128CBC-HS256"})");
    row("JW-11 zip", R"({"alg":"dir","enc":"A256GCM","zip":"DEF"})");
    row("JW-13 crit exp", R"({"alg":"dir","enc":"A256GCM","crit":["exp"]})");
    row("JW-13 crit b64", R"({"alg":"dir","enc":"A256GCM","crit":["b64"],"b64":false})");
    row("JW-15 kid unknown", R"({"alg":"dir","enc":"A256GCM","kid":"k9","typ":"access"})");
    row("JW-15 kid is a path",
        R"({"alg":"dir","enc":"A256GCM","kid":"../../etc/passwd","typ":"access"})");
    row("JW-15 kid numeric", R"({"alg":"dir","enc":"A256GCM","kid":1,"typ":"access"})");
    row("JW-15 kid SQL", R"({"alg":"dir","enc":"A256GCM","kid":"k1' OR '1'='1","typ":"access"})");
    row("JW-15 kid Redis",
        R"({"alg":"dir","enc":"A256GCM","kid":"k1\r\nFLUSHALL","typ":"access"})");
    row("JW-15 kid prefix", R"({"alg":"dir","enc":"A256GCM","kid":"k","typ":"access"})");
    row("JW-15 kid twice", R"({"alg":"dir","enc":"A256GCM","kid":"k1","kid":"k1","typ":"access"})");
    row("JW-15 kid without typ", R"({"alg":"dir","enc":"A256GCM","kid":"k1"})");
    row("JW-19 order", R"({"enc":"A256GCM","alg":"dir"})");
    row("JW-19 space", R"({"alg": "dir","enc":"A256GCM"})");
    row("JW-19 newline", "{\"alg\":\"dir\",\"enc\":\"A256GCM\"}\n");
    row("JW-19 escaped letter", "{\"alg\":\"\\u0064ir\",\"enc\":\"A256GCM\"}");
    row("JW-19 case", R"({"alg":"DIR","enc":"A256GCM"})");
    row("JW-19 typ in legacy", R"({"alg":"dir","enc":"A256GCM","typ":"JWT"})");
    row("JW-19 jku", R"({"alg":"dir","enc":"A256GCM","jku":"https://evil.example/k"})");
    row("empty", "");
    row("not JSON", "x");
    QTest::newRow("JW-15 kid 4 KB") << R"({"alg":"dir","enc":"A256GCM","kid":")"
                                           + std::string(4096, 'k') + R"(","typ":"access"})";
}

void JweTest::anyOtherHeaderIsRefused()
{
    QFETCH(std::string, header);
    const core::Secret subkey = crypto::deriveKey(m_ring.sealingKey(), "access");
    for (const std::string &key : {keyBytes(0), std::string(subkey.reveal())}) {
        const std::string token = sealWithHeader(header, key, message);
        QVERIFY(!m_legacy.recognises(token));
        QVERIFY(!m_legacy.open(token));
        QVERIFY(!m_access.recognises(token));
        QVERIFY(!m_access.open(token));
    }
}

void JweTest::anyOtherWayToWriteASegmentIsRefused() // JW-23
{
    const auto segments = segmentsOf(m_token);
    const auto refuses = [&](std::size_t index, const std::string &segment) {
        auto changed = segments;
        changed[index] = segment;
        return changed[index] != segments[index] && !m_access.open(joined(changed));
    };
    constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (const std::size_t index : {0U, 2U, 3U, 4U}) {
        const std::string &segment = segments[index];
        QVERIFY(refuses(index, segment + '='));
        QVERIFY(refuses(index, segment + "=="));
        QVERIFY(refuses(index, segment + '*'));
        QVERIFY(refuses(index, segment + "\r\n"));
        QVERIFY(refuses(index, ' ' + segment));
        QVERIFY(refuses(index, segment.substr(0, 5) + '*' + segment.substr(5)));
        QVERIFY(refuses(index, segment.substr(0, 5) + "\r\n" + segment.substr(5)));
        QVERIFY(refuses(index, segment.substr(0, 5) + '+' + segment.substr(6)));
        QVERIFY(refuses(index, segment.substr(0, 5) + '/' + segment.substr(6)));
        // Every other last character, among them those that differ in unused bits only.
        for (const char last : alphabet) {
            if (last != segment.back())
                QVERIFY(refuses(index, segment.substr(0, segment.size() - 1) + last));
        }
    }
    QVERIFY(m_access.open(joined(segments)));
}

void JweTest::splicedTokensAreRefused() // JW-32
{
    const auto other = m_access.seal(R"({"other":"token"})", m_random);
    QVERIFY(other);
    const auto a = segmentsOf(m_token);
    const auto b = segmentsOf(*other);
    for (unsigned mask = 1; mask < 7; ++mask) {
        auto mixed = a;
        for (std::size_t i = 0; i < 3; ++i) {
            if ((mask & (1U << i)) != 0)
                mixed[i + 2] = b[i + 2];
        }
        QVERIFY(!m_access.open(joined(mixed)));
    }
    // The header of the other key over this body.
    auto mixed = a;
    mixed[0] = core::encodeBase64Url(R"({"alg":"dir","enc":"A256GCM","kid":"k2","typ":"access"})");
    QVERIFY(m_access.recognises(joined(mixed)));
    QVERIFY(!m_access.open(joined(mixed)));
}

void JweTest::aSignedTokenIsNotASealedOne_data()
{
    QTest::addColumn<std::string>("key");
    QTest::newRow("JW-21 with the key") << keyBytes(0);
    QTest::newRow("JW-21 with an empty key") << std::string();
}

void JweTest::aSignedTokenIsNotASealedOne()
{
    QFETCH(std::string, key);
    const std::string input =
        core::encodeBase64Url(R"({"alg":"HS256"})") + '.' + core::encodeBase64Url(message);
    std::array<unsigned char, 32> code{};
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
         reinterpret_cast<const unsigned char *>(input.data()), input.size(), code.data(), nullptr);
    const std::string token =
        input + '.'
        + core::encodeBase64Url({reinterpret_cast<const char *>(code.data()), code.size()});
    QVERIFY(!m_access.open(token));
    QVERIFY(!m_legacy.open(token));
}

void JweTest::oversizeIsRefusedOnBothWays() // JW-36
{
    std::string plaintext(6000, 'x');
    auto token = m_access.seal(plaintext, m_random);
    while (token) {
        QVERIFY(token->size() <= Jwe::maximumTokenSize);
        QVERIFY(m_access.open(*token));
        plaintext += 'x';
        token = m_access.seal(plaintext, m_random);
    }
    QCOMPARE(token.error().kind, core::ErrorKind::TooLarge);
    QCOMPARE(m_access.seal(std::string(1 << 20, 'x'), m_random).error().kind,
             core::ErrorKind::TooLarge);
    const std::string tooLong = sealWithHeader(legacyHeader, keyBytes(0), std::string(7000, 'x'));
    QVERIFY(tooLong.size() > Jwe::maximumTokenSize);
    QVERIFY(!m_legacy.open(tooLong));
}

void JweTest::theErrorIsAlwaysTheSame()
{
    auto wrongTag = segmentsOf(m_token);
    wrongTag[4] = core::encodeBase64Url(std::string(16, 'x'));
    for (const std::string &token : {std::string(), std::string("x"), joined(wrongTag),
                                     std::string(1 << 20, 'x'), joseLegacy}) {
        const auto opened = m_access.open(token);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, core::ErrorKind::Unauthenticated);
        QCOMPARE(opened.error().message, std::string("invalid token"));
        QCOMPARE(opened.error().detail, std::string());
    }
}

void JweTest::ivsDoNotRepeatAndAreUnbiased() // JW-37
{
    constexpr int count = 100000;
    std::set<std::string> seen;
    std::int64_t ones = 0;
    for (int i = 0; i < count; ++i) {
        const auto token = m_access.seal("x", m_random);
        QVERIFY(token);
        const auto iv = core::decodeBase64Url(segmentsOf(*token)[2]);
        QVERIFY(iv);
        for (const char byte : *iv)
            ones += std::popcount(static_cast<unsigned char>(byte));
        seen.insert(*iv);
    }
    QCOMPARE(seen.size(), static_cast<std::size_t>(count));
    // Monobit (NIST SP 800-22 §2.1). Seven standard deviations: chance alone does not get there.
    const double bits = count * 96.0;
    const double deviation = std::abs(2.0 * static_cast<double>(ones) - bits) / std::sqrt(bits);
    QVERIFY2(deviation < 7.0, std::to_string(deviation).c_str());
}

QTEST_APPLESS_MAIN(JweTest)
#include "JweTest.moc"
