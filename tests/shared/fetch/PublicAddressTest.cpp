// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/PublicAddress.h"

#include <QTest>

class PublicAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // First and last address of every block, and their neighbours outside.
    void onlyAddressesOfTheInternetArePublic_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isPublic");
        const auto rows = [](bool isPublic, std::initializer_list<const char *> addresses) {
            for (const char *address : addresses)
                QTest::newRow(address) << QString::fromLatin1(address) << isPublic;
        };
        rows(true, {"1.0.0.0",        "1.1.1.1",         "8.8.8.8",         "9.255.255.255",
                    "11.0.0.0",       "100.63.255.255",  "100.128.0.0",     "126.255.255.255",
                    "128.0.0.0",      "169.253.255.255", "169.255.0.0",     "172.15.255.255",
                    "172.32.0.0",     "191.255.255.255", "192.0.1.0",       "192.0.3.0",
                    "192.31.195.255", "192.31.197.0",    "192.52.192.255",  "192.52.194.0",
                    "192.88.98.255",  "192.88.100.0",    "192.167.255.255", "192.169.0.0",
                    "192.175.47.255", "192.175.49.0",    "198.17.255.255",  "198.20.0.0",
                    "198.51.99.255",  "198.51.101.0",    "203.0.112.255",   "203.0.114.0",
                    "223.255.255.255"});
        rows(false, {"0.0.0.0",        "0.255.255.255",   "10.0.0.0",        "10.255.255.255",
                     "100.64.0.0",     "100.127.255.255", "127.0.0.1",       "127.255.255.255",
                     "169.254.0.0",    "169.254.169.254", "169.254.255.255", "172.16.0.0",
                     "172.31.255.255", "192.0.0.0",       "192.0.0.170",     "192.0.0.255",
                     "192.0.2.0",      "192.0.2.255",     "192.31.196.0",    "192.31.196.255",
                     "192.52.193.0",   "192.52.193.255",  "192.88.99.0",     "192.88.99.255",
                     "192.168.0.0",    "192.168.255.255", "192.175.48.0",    "192.175.48.255",
                     "198.18.0.0",     "198.19.255.255",  "198.51.100.0",    "198.51.100.255",
                     "203.0.113.0",    "203.0.113.255",   "224.0.0.0",       "239.255.255.255",
                     "240.0.0.0",      "255.255.255.255"});
        rows(true, {"2001:200::", "2001:4860:4860::8888",
                    "2001:db7:ffff::", "2001:db9::", "2003::", "2606:4700:4700::1111",
                    "2620:4f:7fff::1", "2620:4f:8001::1", "2a00::1", "3ffe::1", "3fff:1000::"});
        rows(false, {"::",
                     "::1",
                     "::127.0.0.1",
                     "::ffff:0:0",
                     "::ffff:8.8.8.8",
                     "::ffff:127.0.0.1",
                     "::ffff:169.254.169.254",
                     "::ffff:0:8.8.8.8",
                     "64:ff9b::8.8.8.8",
                     "64:ff9b::10.0.0.1",
                     "64:ff9b:1::1",
                     "100::1",
                     "100:0:0:1::1",
                     "1fff::1",
                     "2001::1",
                     "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                     "2001:1::1",
                     "2001:10::1",
                     "2001:1ff:ffff::",
                     "2001:db8::",
                     "2001:db8:ffff::1",
                     "2002:7f00:1::1",
                     "2002:808:808::1",
                     "2620:4f:8000::1",
                     "3fff::",
                     "3fff:fff::1",
                     "4000::1",
                     "5f00::1",
                     "fc00::1",
                     "fdff:ffff::1",
                     "fe80::1",
                     "fe80::1%1",
                     "2606:4700:4700::1111%1",
                     "febf::1",
                     "fec0::1",
                     "ff02::1",
                     "ff0e::1",
                     "fd00:ec2::254"});
    }
    void onlyAddressesOfTheInternetArePublic()
    {
        QFETCH(QString, address);
        QFETCH(bool, isPublic);
        const QHostAddress parsed(address);
        QVERIFY(!parsed.isNull());
        QCOMPARE(fetch::isPublicAddress(parsed), isPublic);
    }

    void noAddressIsNotPublic() { QVERIFY(!fetch::isPublicAddress(QHostAddress())); }
};

QTEST_APPLESS_MAIN(PublicAddressTest)
#include "PublicAddressTest.moc"
