// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/Bucket.h"

#include <QTest>

using s3::AddressingStyle;
using s3::Bucket;

class BucketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whereAnObjectIs_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("region");
        QTest::addColumn<QByteArray>("endpoint");
        QTest::addColumn<int>("style");
        QTest::addColumn<QByteArray>("url");
        const auto row = [](const char *title, const char *name, const char *region,
                            const char *endpoint, AddressingStyle style, const char *url) {
            QTest::newRow(title) << QByteArray(name) << QByteArray(region) << QByteArray(endpoint)
                                 << int(style) << QByteArray(url);
        };
        row("AWS", "mail", "eu-central-1", "", AddressingStyle::Automatic,
            "https://mail.s3.eu-central-1.amazonaws.com/a/b%2B");
        row("AWS with a dot", "mail.example", "eu-central-1", "", AddressingStyle::Automatic,
            "https://s3.eu-central-1.amazonaws.com/mail.example/a/b%2B");
        row("AWS by path", "mail", "us-east-1", "", AddressingStyle::Path,
            "https://s3.us-east-1.amazonaws.com/mail/a/b%2B");
        row("AWS in China", "mail", "cn-north-1", "", AddressingStyle::Automatic,
            "https://mail.s3.cn-north-1.amazonaws.com.cn/a/b%2B");
        row("another service", "mail", "garage", "https://s3.example.com",
            AddressingStyle::Automatic, "https://s3.example.com/mail/a/b%2B");
        row("with a port", "mail", "garage", "https://S3.example.com:8443/",
            AddressingStyle::Automatic, "https://s3.example.com:8443/mail/a/b%2B");
        row("with the usual port", "mail", "garage", "https://s3.example.com:443",
            AddressingStyle::Virtual, "https://mail.s3.example.com/a/b%2B");
        row("this computer", "mail", "us-east-1", "http://127.0.0.1:9000",
            AddressingStyle::Automatic, "http://127.0.0.1:9000/mail/a/b%2B");
        row("this computer, IPv6", "mail", "us-east-1", "http://[::1]:9000",
            AddressingStyle::Automatic, "http://[::1]:9000/mail/a/b%2B");
    }
    void whereAnObjectIs()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, region);
        QFETCH(QByteArray, endpoint);
        QFETCH(int, style);
        const auto bucket = Bucket::make(name.toStdString(), region.toStdString(),
                                         endpoint.toStdString(), AddressingStyle(style));
        QVERIFY(bucket);
        QTEST(QByteArray::fromStdString(bucket->origin() + bucket->path("a/b+")), "url");
    }

    void whatIsNoBucketIsRefused_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("region");
        QTest::addColumn<QByteArray>("endpoint");
        const QByteArray mail("mail");
        const QByteArray east("us-east-1");
        for (const char *name :
             {"", "ab", "Mail", "mail_1", "mail/x", "-mail", "mail-", "a..b", "mail@x"})
            QTest::newRow(name) << QByteArray(name) << east << QByteArray();
        QTest::newRow("64 characters") << QByteArray(64, 'a') << east << QByteArray();
        for (const char *region : {"", "US-EAST-1", "us east", "us/east", "us.east", "-us", "us-"})
            QTest::newRow(region) << mail << QByteArray(region) << QByteArray();
        for (const char *endpoint :
             {"s3.example.com", "ftp://s3.example.com", "http://s3.example.com",
              "http://10.0.0.1:9000", "https://", "https://user@s3.example.com",
              "https://s3.example.com/path", "https://s3.example.com?x", "https://s3.example.com:0",
              "https://s3.example.com:65536", "https://s3.example.com:x",
              "https://s3.example.com:"})
            QTest::newRow(endpoint) << mail << east << QByteArray(endpoint);
    }
    void whatIsNoBucketIsRefused()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, region);
        QFETCH(QByteArray, endpoint);
        const auto bucket = Bucket::make(name.toStdString(), region.toStdString(),
                                         endpoint.toStdString(), AddressingStyle::Automatic);
        QVERIFY(!bucket);
        QCOMPARE(bucket.error().kind, core::ErrorKind::InvalidArgument);
    }

    void anotherRegionIsAnotherHostWithAwsOnly()
    {
        const auto aws = Bucket::make("mail", "us-east-1", {}, AddressingStyle::Automatic);
        QCOMPARE(aws->inRegion("eu-west-1").host(), std::string("mail.s3.eu-west-1.amazonaws.com"));
        const auto other =
            Bucket::make("mail", "us-east-1", "https://s3.example.com", AddressingStyle::Automatic);
        QCOMPARE(other->inRegion("eu-west-1").host(), std::string("s3.example.com"));
        QCOMPARE(other->inRegion("eu-west-1").region(), std::string("eu-west-1"));
    }

    void keysThatDoNotSurviveUrlsAreRefused()
    {
        QVERIFY(Bucket::isKey("a"));
        QVERIFY(Bucket::isKey("a/b c/é+(1)&=~'.txt"));
        QVERIFY(Bucket::isKey(std::string(1024, 'a')));
        QVERIFY(!Bucket::isKey(std::string(1025, 'a')));
        for (const char *key : {"", "/a", "a/", "a//b", ".", "..", "a/./b", "../a", "a/.."})
            QVERIFY2(!Bucket::isKey(key), key);
    }
};

QTEST_GUILESS_MAIN(BucketTest)
#include "BucketTest.moc"
