// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/Hash.h"

#include <QTest>

namespace {

QByteArray hex(std::string_view bytes)
{
    return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())).toHex();
}

} // namespace

class HashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sha256MatchesFips180_data();
    void sha256MatchesFips180();
    void hmacMatchesRfc4231_data();
    void hmacMatchesRfc4231();
    void hkdfMatchesRfc5869_data();
    void hkdfMatchesRfc5869();
};

void HashTest::sha256MatchesFips180_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("digest");
    QTest::newRow("empty")
        << QByteArray()
        << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("abc") << QByteArray(
        "abc") << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("two blocks")
        << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

void HashTest::sha256MatchesFips180()
{
    QFETCH(QByteArray, message);
    QTEST(hex(crypto::sha256(message.toStdString())), "digest");

    crypto::Sha256 inPieces;
    for (const char character : message.toStdString())
        inPieces.add({&character, 1});
    QTEST(QByteArray::fromStdString(crypto::hexadecimal(inPieces.digest())), "digest");
}

void HashTest::hmacMatchesRfc4231_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("test case 1")
        << QByteArray(20, '\x0b') << QByteArray("Hi There")
        << QByteArray("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    QTest::newRow("test case 2")
        << QByteArray("Jefe") << QByteArray("what do ya want for nothing?")
        << QByteArray("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    QTest::newRow("test case 3")
        << QByteArray(20, '\xaa') << QByteArray(50, '\xdd')
        << QByteArray("773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
    QTest::newRow("test case 6, key longer than a block")
        << QByteArray(131, '\xaa')
        << QByteArray("Test Using Larger Than Block-Size Key - Hash Key First")
        << QByteArray("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    QTest::newRow("test case 7, key and data longer than a block")
        << QByteArray(131, '\xaa')
        << QByteArray("This is a test using a larger than block-size key and a larger than "
                      "block-size data. The key needs to be hashed before being used by the HMAC "
                      "algorithm.")
        << QByteArray("9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
}

void HashTest::hmacMatchesRfc4231()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, message);
    QTEST(hex(crypto::hmacSha256(key.toStdString(), message.toStdString())), "code");
}

void HashTest::hkdfMatchesRfc5869_data()
{
    QTest::addColumn<QByteArray>("inputKey");
    QTest::addColumn<QByteArray>("salt");
    QTest::addColumn<QByteArray>("info");
    QTest::addColumn<int>("length");
    QTest::addColumn<QByteArray>("output");
    QTest::newRow("A.1") << QByteArray(22, '\x0b') << QByteArray("000102030405060708090a0b0c")
                         << QByteArray("f0f1f2f3f4f5f6f7f8f9") << 42
                         << QByteArray("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ec"
                                       "c4c5bf34007208d5b887185865");
    QByteArray inputKey;
    QByteArray salt;
    QByteArray info;
    for (int i = 0; i < 80; ++i) {
        inputKey += static_cast<char>(i);
        salt += static_cast<char>(0x60 + i);
        info += static_cast<char>(0xb0 + i);
    }
    QTest::newRow("A.2") << inputKey << salt.toHex() << info.toHex() << 82
                         << QByteArray("b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19"
                                       "afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b83677"
                                       "93a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87");
    QTest::newRow("A.3, no salt and no info")
        << QByteArray(22, '\x0b') << QByteArray() << QByteArray() << 42
        << QByteArray("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa"
                      "4b61a96c8");
}

void HashTest::hkdfMatchesRfc5869()
{
    QFETCH(QByteArray, inputKey);
    QFETCH(QByteArray, salt);
    QFETCH(QByteArray, info);
    QFETCH(int, length);
    const core::Secret output = crypto::hkdfSha256(
        inputKey.toStdString(), QByteArray::fromHex(salt).toStdString(),
        QByteArray::fromHex(info).toStdString(), static_cast<std::size_t>(length));
    QTEST(hex(output.reveal()), "output");
}

QTEST_APPLESS_MAIN(HashTest)
#include "HashTest.moc"
