// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/KeyRing.h"
#include "core/Base64.h"

#include <QTest>

using crypto::KeyRing;

namespace {

/// 32 bytes: first, first + 1, …
std::string keyBytes(char first, std::size_t size = KeyRing::keySize)
{
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i)
        bytes += static_cast<char>(first + static_cast<char>(i));
    return bytes;
}

std::string keyText(char first, std::size_t size = KeyRing::keySize)
{
    return core::encodeBase64(keyBytes(first, size));
}

} // namespace

class KeyRingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneKeySealsAndIsTheLegacyKey();
    void theFirstOfSeveralSealsAndAllAreKept();
    void encryptionKeyOpensBehindTheRing();
    void aRingWithoutADefaultKeyHasNoLegacyKey();
    void derivedKeysDifferByPurposeAndByKey();
    void whatIsNotAKeyIsRefusedInOneSentence_data();
    void whatIsNotAKeyIsRefusedInOneSentence();
};

void KeyRingTest::oneKeySealsAndIsTheLegacyKey()
{
    const auto ring = KeyRing::parse(keyText('a'), "");
    QVERIFY(ring);
    QCOMPARE(ring->keys().size(), 1U);
    QCOMPARE(ring->sealingKey().id, std::string("default"));
    QCOMPARE(ring->sealingKey().bytes.reveal(), std::string_view(keyBytes('a')));
    QCOMPARE(ring->legacyKey(), &ring->sealingKey());
}

void KeyRingTest::theFirstOfSeveralSealsAndAllAreKept()
{
    const auto ring = KeyRing::parse("", "2026-b:" + keyText('b') + ",default:" + keyText('a'));
    QVERIFY(ring);
    QCOMPARE(ring->keys().size(), 2U);
    QCOMPARE(ring->sealingKey().id, std::string("2026-b"));
    QVERIFY(ring->legacyKey());
    QCOMPARE(ring->legacyKey()->bytes.reveal(), std::string_view(keyBytes('a')));
}

void KeyRingTest::encryptionKeyOpensBehindTheRing()
{
    const auto ring = KeyRing::parse(keyText('a'), "new:" + keyText('b'));
    QVERIFY(ring);
    QCOMPARE(ring->keys().size(), 2U);
    QCOMPARE(ring->sealingKey().id, std::string("new"));
    QCOMPARE(ring->keys().back().id, std::string("default"));
}

void KeyRingTest::aRingWithoutADefaultKeyHasNoLegacyKey()
{
    const auto ring = KeyRing::parse("", "new:" + keyText('b'));
    QVERIFY(ring);
    QVERIFY(!ring->legacyKey());
}

void KeyRingTest::derivedKeysDifferByPurposeAndByKey()
{
    const auto ring = KeyRing::parse("", "k1:" + keyText('a') + ",k2:" + keyText('b'));
    QVERIFY(ring);
    const KeyRing::Key &first = ring->keys()[0];
    const KeyRing::Key &second = ring->keys()[1];
    const core::Secret key = crypto::deriveKey(first, "access");
    QCOMPARE(key.reveal().size(), KeyRing::keySize);
    QVERIFY(key.equals(crypto::deriveKey(first, "access").reveal()));
    QVERIFY(!key.equals(crypto::deriveKey(first, "refresh").reveal()));
    QVERIFY(!key.equals(crypto::deriveKey(second, "access").reveal()));
    QVERIFY(!key.equals(first.bytes.reveal()));
}

void KeyRingTest::whatIsNotAKeyIsRefusedInOneSentence_data()
{
    QTest::addColumn<std::string>("encryptionKey");
    QTest::addColumn<std::string>("encryptionKeys");
    QTest::addColumn<std::string>("said");
    const std::string none;
    QTest::newRow("JW-41 31 bytes") << keyText('a', 31) << none << std::string("holds 31 bytes");
    QTest::newRow("JW-41 33 bytes") << keyText('a', 33) << none << std::string("holds 33 bytes");
    QTest::newRow("JW-41 nothing") << none << none << std::string("is empty");
    QTest::newRow("JW-41 not base64")
        << std::string("correct horse battery staple") << none << std::string("is not base64");
    QTest::newRow("JW-41 base64 with a line end") << keyText('a') + "\n"
                                                  << none << std::string("is not base64");
    QTest::newRow("JW-41 URL-safe base64")
        << core::encodeBase64Url(keyBytes('\xfb')) << none << std::string("URL-safe");
    QTest::newRow("JW-41 unpadded base64")
        << keyText('a').substr(0, 43) << none << std::string("is not base64");
    QTest::newRow("JW-41 all zero")
        << core::encodeBase64(std::string(32, '\0')) << none << std::string("one byte repeated");
    QTest::newRow("JW-41 words in place of a key")
        << std::string("base64 of 32 bytes") << none << std::string("is not base64");
    QTest::newRow("ring: no name") << none << keyText('a') << std::string("NAME:KEY");
    QTest::newRow("ring: empty name")
        << none << ":" + keyText('a') << std::string("without a usable name");
    QTest::newRow("ring: name of 17 characters")
        << none << std::string(17, 'k') + ":" + keyText('a')
        << std::string("without a usable name");
    QTest::newRow("ring: name with a quote")
        << none << "k\":" + keyText('a') << std::string("without a usable name");
    QTest::newRow("ring: space after the comma")
        << none << "k1:" + keyText('a') + ", k2:" + keyText('b')
        << std::string("without a usable name");
    QTest::newRow("ring: comma at the end")
        << none << "k1:" + keyText('a') + "," << std::string("NAME:KEY");
    QTest::newRow("ring: short key") << none << "k1:" + keyText('a') + ",k2:" + keyText('b', 16)
                                     << std::string("key 'k2', holds 16 bytes");
    QTest::newRow("ring: empty key")
        << none << std::string("k1:") << std::string("key 'k1', holds 0 bytes");
    QTest::newRow("ring: same name twice")
        << none << "k1:" + keyText('a') + ",k1:" + keyText('b') << std::string("'k1' twice");
    QTest::newRow("ring: default twice")
        << keyText('a') << "default:" + keyText('b') << std::string("'default' twice");
    std::string nine;
    for (char i = '1'; i <= '9'; ++i)
        nine += (nine.empty() ? "k" : ",k") + std::string(1, i) + ":" + keyText(i);
    QTest::newRow("ring: nine keys") << none << nine << std::string("more than 8 keys");
}

void KeyRingTest::whatIsNotAKeyIsRefusedInOneSentence()
{
    QFETCH(std::string, encryptionKey);
    QFETCH(std::string, encryptionKeys);
    QFETCH(std::string, said);
    const auto ring = KeyRing::parse(encryptionKey, encryptionKeys);
    QVERIFY(!ring);
    const std::string &message = ring.error().message;
    QVERIFY2(message.find(said) != std::string::npos, message.c_str());
    QVERIFY2(message.starts_with("ENCRYPTION_KEY"), message.c_str());
    // Whatever was typed might be most of a real key.
    QVERIFY(encryptionKey.empty() || message.find(encryptionKey) == std::string::npos);
    QVERIFY(message.find(keyText('a')) == std::string::npos);
}

QTEST_APPLESS_MAIN(KeyRingTest)
#include "KeyRingTest.moc"
