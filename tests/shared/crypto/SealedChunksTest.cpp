// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/SealedChunks.h"

#include <QTest>

#include <array>

using crypto::SealedChunks;
using Place = SealedChunks::Place;

namespace {

const std::string key(32, 'k');
const std::string salt(16, 's');

/// "one", "two", "three", each sealed in its place.
std::array<std::string, 3> sealedFile(const std::string &fileSalt = salt)
{
    SealedChunks chunks(key, fileSalt);
    return {*chunks.seal("one", Place::Inner), *chunks.seal("two", Place::Inner),
            *chunks.seal("three", Place::Last)};
}

} // namespace

class SealedChunksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileComesBackAsItWas()
    {
        const auto file = sealedFile();
        SealedChunks chunks(key, salt);
        QCOMPARE(*chunks.open(file[0], Place::Inner), std::string("one"));
        QCOMPARE(*chunks.open(file[1], Place::Inner), std::string("two"));
        QCOMPARE(*chunks.open(file[2], Place::Last), std::string("three"));
        SealedChunks empty(key, salt);
        const auto nothing = *empty.seal("", Place::Last);
        QCOMPARE(nothing.size(), SealedChunks::overhead);
        QCOMPARE(*SealedChunks(key, salt).open(nothing, Place::Last), std::string());
    }

    void whatWasMovedOrCutOffDoesNotOpen()
    {
        const auto file = sealedFile();
        QVERIFY(!SealedChunks(key, salt).open(file[1], Place::Inner)); // the first was left out
        QVERIFY(!SealedChunks(key, salt).open(file[0], Place::Last));  // the rest was cut off
        SealedChunks repeated(key, salt);
        QVERIFY(repeated.open(file[0], Place::Inner));
        QVERIFY(!repeated.open(file[0], Place::Inner));
        QVERIFY(!SealedChunks(key, salt).open(file[0].substr(1), Place::Inner));
        QVERIFY(!SealedChunks(key, salt).open("short", Place::Inner));
        for (std::size_t i = 0; i < file[0].size(); ++i) {
            auto edited = file[0];
            edited[i] = static_cast<char>(edited[i] ^ 1);
            QVERIFY(!SealedChunks(key, salt).open(edited, Place::Inner));
        }
        const auto refused = SealedChunks(std::string(32, 'x'), salt).open(file[0], Place::Inner);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, core::ErrorKind::Protocol);
    }

    void theSameFileTwiceLooksDifferent()
    {
        QVERIFY(sealedFile() != sealedFile(std::string(16, 'S')));
        QVERIFY(!SealedChunks(key, std::string(16, 'S')).open(sealedFile()[0], Place::Inner));
    }
};

QTEST_APPLESS_MAIN(SealedChunksTest)
#include "SealedChunksTest.moc"
