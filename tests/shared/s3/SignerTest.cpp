// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/Signer.h"

#include "crypto/Hash.h"

#include <QTest>

using namespace std::chrono_literals;
using s3::NamedValues;
using s3::Signer;

namespace {

// Friday, 24 May 2013 00:00:00 GMT
const auto moment = std::chrono::system_clock::from_time_t(1369353600);

Signer exampleSigner(std::string_view sessionToken = {})
{
    return Signer(
        {.accessKeyId = "AKIAIOSFODNN7EXAMPLE",
         .secretAccessKey = core::Secret::copyOf("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
         .sessionToken = core::Secret::copyOf(sessionToken)});
}

s3::Request exampleRequest(std::string method, std::string_view path, NamedValues query = {},
                           NamedValues headers = {})
{
    return {.method = std::move(method),
            .host = "examplebucket.s3.amazonaws.com",
            .path = s3::encodedPath(path),
            .query = std::move(query),
            .headers = std::move(headers)};
}

std::string fieldOf(const NamedValues &fields, std::string_view wanted)
{
    for (const auto &[name, value] : fields) {
        if (name == wanted)
            return value;
    }
    return "(none)";
}

} // namespace

/// The examples of the Amazon S3 API Reference ("Signature Calculations for the Authorization
/// Header", "Authenticating Requests: Using Query Parameters").
class SignerTest : public QObject
{
    Q_OBJECT

    static void checkExample(const s3::Request &request, std::string_view body,
                             const std::string &signedHeaders, const std::string &signature)
    {
        const auto fields = exampleSigner().sign(request, crypto::hexadecimal(crypto::sha256(body)),
                                                 "us-east-1", moment);
        QCOMPARE(fieldOf(fields, "Authorization"),
                 "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/"
                 "aws4_request,SignedHeaders="
                     + signedHeaders + ",Signature=" + signature);
        QCOMPARE(fieldOf(fields, "x-amz-date"), std::string("20130524T000000Z"));
        QCOMPARE(fieldOf(fields, "host"), std::string("(none)"));
    }

private Q_SLOTS:
    void getObject()
    {
        checkExample(exampleRequest("GET", "/test.txt", {}, {{"Range", "bytes=0-9"}}), "",
                     "host;range;x-amz-content-sha256;x-amz-date",
                     "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    void putObject()
    {
        checkExample(exampleRequest("PUT", "/test$file.text", {},
                                    {{"Date", "Fri, 24 May 2013 00:00:00 GMT"},
                                     {"x-amz-storage-class", "REDUCED_REDUNDANCY"}}),
                     "Welcome to Amazon S3.",
                     "date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class",
                     "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    }

    void getBucketLifecycle()
    {
        checkExample(exampleRequest("GET", "/", {{"lifecycle", ""}}), "",
                     "host;x-amz-content-sha256;x-amz-date",
                     "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
    }

    void listObjects()
    {
        checkExample(exampleRequest("GET", "/", {{"max-keys", "2"}, {"prefix", "J"}}), "",
                     "host;x-amz-content-sha256;x-amz-date",
                     "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    void presignedUrl()
    {
        const auto query =
            exampleSigner().presign(exampleRequest("GET", "/test.txt"), "us-east-1", moment, 24h);
        QVERIFY(query);
        QCOMPARE(*query,
                 std::string("X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
                             "AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&"
                             "X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&"
                             "X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d8"
                             "6835f995330da4c265957d157751f604d404"));
    }

    void aUrlLivesBetweenASecondAndSevenDays_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("seven days") << qint64(604800) << true;
        QTest::newRow("a second more") << qint64(604801) << false;
        QTest::newRow("a second") << qint64(1) << true;
        QTest::newRow("nothing") << qint64(0) << false;
        QTest::newRow("negative") << qint64(-1) << false;
    }
    void aUrlLivesBetweenASecondAndSevenDays()
    {
        QFETCH(qint64, seconds);
        QFETCH(bool, isAllowed);
        const auto query = exampleSigner().presign(exampleRequest("GET", "/test.txt"), "us-east-1",
                                                   moment, std::chrono::seconds(seconds));
        QCOMPARE(bool(query), isAllowed);
        if (!query)
            QCOMPARE(query.error().kind, core::ErrorKind::InvalidArgument);
    }

    void aSessionTokenIsSentAndSigned()
    {
        const auto signer = exampleSigner("token/+=");
        const auto fields =
            signer.sign(exampleRequest("GET", "/a"), s3::unsignedPayload, "us-east-1", moment);
        QCOMPARE(fieldOf(fields, "x-amz-security-token"), std::string("token/+="));
        QCOMPARE(fieldOf(fields, "x-amz-content-sha256"), std::string("UNSIGNED-PAYLOAD"));
        const auto authorization = fieldOf(fields, "Authorization");
        QVERIFY(authorization.find("x-amz-security-token") != std::string::npos);
        const auto query = signer.presign(exampleRequest("GET", "/a"), "us-east-1", moment, 1h);
        QVERIFY(query->find("&X-Amz-Security-Token=token%2F%2B%3D&") != std::string::npos);
        const auto without =
            exampleSigner().presign(exampleRequest("GET", "/a"), "us-east-1", moment, 1h);
        QVERIFY(query->substr(query->rfind('=')) != without->substr(without->rfind('=')));
    }
};

QTEST_GUILESS_MAIN(SignerTest)
#include "SignerTest.moc"
