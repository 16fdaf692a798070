// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/SignatureV4.h"

#include "crypto/Hash.h"

#include <QDateTime>
#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

using s3::CanonicalRequest;
using s3::SignatureV4;

/// AWS's Signature Version 4 test suite, all of it but the requests whose paths are normalised,
/// which S3 does not do. vectors/aws-sig-v4-test-suite.json holds its .req, .creq, .sts and .authz
/// files; folded header lines, which HTTP no longer has, are joined by commas as the suite does.
class SignatureV4Test : public QObject
{
    Q_OBJECT

    static nlohmann::json vectors()
    {
        QFile file(QFINDTESTDATA("vectors/aws-sig-v4-test-suite.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the vectors cannot be read");
        return nlohmann::json::parse(file.readAll().toStdString());
    }

private Q_SLOTS:
    void signsAsThePublishedVectorsDo()
    {
        const auto moment = std::chrono::system_clock::from_time_t(1440938160);
        const SignatureV4 signature("us-east-1", "service", moment);
        const auto secret = core::Secret::copyOf("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
        QCOMPARE(signature.timestamp(), std::string("20150830T123600Z"));
        int count = 0;
        for (const auto &vector : vectors()) {
            const std::string name = vector["name"];
            const CanonicalRequest request{
                .method = vector["method"],
                .path = s3::encodedPath(vector["path"].get<std::string>()),
                .query = vector["query"].get<s3::NamedValues>(),
                .headers = vector["headers"].get<s3::NamedValues>(),
                .payloadHash =
                    crypto::hexadecimal(crypto::sha256(vector["body"].get<std::string>()))};
            QVERIFY2(request.text() == vector["canonicalRequest"].get<std::string>(),
                     (name + ":\n" + request.text()).c_str());
            QVERIFY2(signature.stringToSign(request) == vector["stringToSign"].get<std::string>(),
                     name.c_str());
            QVERIFY2(signature.signature(request, secret) == vector["signature"].get<std::string>(),
                     name.c_str());
            ++count;
        }
        QCOMPARE(count, 25);
    }

    void onlyUnreservedCharactersAndSlashesStandInAPath()
    {
        QCOMPARE(s3::encodedPath("/a/my file é+(1)&=~'.txt"),
                 std::string("/a/my%20file%20%C3%A9%2B%281%29%26%3D~%27.txt"));
        QCOMPARE(s3::encodedPath("/a//./..%/"), std::string("/a//./..%25/"));
        QCOMPARE(s3::encodedPath(""), std::string());
    }

    void aQueryIsSortedByWhatIsSent()
    {
        QCOMPARE(s3::encodedQuery({{"b", ""}, {"a", "2"}, {"a", "1"}, {"a-", ""}, {"é", "ü"}}),
                 std::string("%C3%A9=%C3%BC&a=1&a=2&a-=&b="));
    }
};

QTEST_GUILESS_MAIN(SignatureV4Test)
#include "SignatureV4Test.moc"
