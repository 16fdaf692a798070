// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/PresignedLink.h"

#include <QTest>

using core::ErrorKind;
using namespace std::chrono_literals;

namespace {

const auto moment = std::chrono::system_clock::from_time_t(1767225600);

core::Result<std::string> link(std::string_view key, const s3::LinkAnswer &answer,
                               std::chrono::seconds lifetime)
{
    const auto bucket =
        s3::Bucket::make("mail", "eu-central-1", {}, s3::AddressingStyle::Automatic);
    const s3::Signer signer({.accessKeyId = "AKID",
                             .secretAccessKey = core::Secret::copyOf("secret"),
                             .sessionToken = core::Secret::copyOf("token+/=")});
    return s3::presignedLink(*bucket, signer, key, answer, moment, lifetime);
}

} // namespace

class PresignedLinkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhatItIsForAndEndsWithTheSignature()
    {
        const auto made =
            link("my file é+(1)&=~'?#%.txt",
                 {.contentDisposition = "attachment; filename=\"a+b.pdf\"", .contentType = "a/b"},
                 24h * 7);
        QVERIFY(made);
        const std::string expected =
            "https://mail.s3.eu-central-1.amazonaws.com/"
            "my%20file%20%C3%A9%2B%281%29%26%3D~%27%3F%23%25.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256"
            "&X-Amz-Credential=AKID%2F20260101%2Feu-central-1%2Fs3%2Faws4_request"
            "&X-Amz-Date=20260101T000000Z&X-Amz-Expires=604800"
            "&X-Amz-Security-Token=token%2B%2F%3D&X-Amz-SignedHeaders=host"
            "&response-content-disposition=attachment%3B%20filename%3D%22a%2Bb.pdf%22"
            "&response-content-type=a%2Fb&X-Amz-Signature=";
        QCOMPARE(made->substr(0, expected.size()), expected);
        QCOMPARE(made->size(), expected.size() + 64);
    }

    void withoutAnAnswerItAsksForNone()
    {
        const auto made = link("a", {}, 60s);
        QVERIFY(made);
        QVERIFY(made->find("response-") == std::string::npos);
        QVERIFY(made->find("X-Amz-Expires=60&") != std::string::npos);
    }

    void whatIsNoKeyAndWhatLastsTooLongIsRefused()
    {
        QCOMPARE(link("../a", {}, 1h).error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(link("", {}, 1h).error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(link("a", {}, 24h * 7 + 1s).error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(link("a", {}, 0s).error().kind, ErrorKind::InvalidArgument);
    }
};

QTEST_GUILESS_MAIN(PresignedLinkTest)
#include "PresignedLinkTest.moc"
