// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/Links.h"

#include <QTest>

using namespace std::chrono_literals;
using s3::Bucket;
using s3::Links;

namespace {

const auto moment = std::chrono::system_clock::from_time_t(1767225600);

Bucket bucketOf(std::string_view name)
{
    return *Bucket::make(name, "eu-central-1", {}, s3::AddressingStyle::Automatic);
}

s3::Signer signerOf(std::string_view secret, std::string_view sessionToken = {})
{
    return s3::Signer({.accessKeyId = "AKID",
                       .secretAccessKey = core::Secret::copyOf(secret),
                       .sessionToken = core::Secret::copyOf(sessionToken)});
}

} // namespace

class LinksTest : public QObject
{
    Q_OBJECT

    const Bucket m_bucket = bucketOf("mail");
    const s3::Signer m_signer = signerOf("secret", "token+/=");
    const Links m_links{m_bucket, m_signer};

private Q_SLOTS:
    void whatWasMadeIsOpened_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("plain") << QByteArray("a/b/c");
        QTest::newRow("odd") << QByteArray("my file é+(1)&=~'?#%.txt");
    }
    void whatWasMadeIsOpened()
    {
        QFETCH(QByteArray, key);
        const auto link = m_links.make(
            key.toStdString(),
            {.contentDisposition = "attachment; filename=\"a+b.pdf\"", .contentType = "text/plain"},
            moment, 24h * 7);
        QVERIFY(link);
        const auto object = m_links.open(*link, moment + 24h * 7 - 1s);
        QVERIFY(object);
        QCOMPARE(object->key, key.toStdString());
        QCOMPARE(object->answer.contentDisposition,
                 std::string("attachment; filename=\"a+b.pdf\""));
        QCOMPARE(object->answer.contentType, std::string("text/plain"));
    }

    void aLinkThatHasExpiredIsRefused()
    {
        const auto link = m_links.make("a", {}, moment, 1h);
        QVERIFY(m_links.open(*link, moment + 1h - 1s));
        const auto object = m_links.open(*link, moment + 1h);
        QVERIFY(!object);
        QCOMPARE(object.error().kind, core::ErrorKind::InvalidArgument);
    }

    void aLinkWithOneCharacterChangedIsRefused()
    {
        const auto link = *m_links.make(
            "a/b+c", {.contentDisposition = "attachment", .contentType = "text/plain"}, moment, 1h);
        QVERIFY(m_links.open(link, moment));
        for (std::size_t i = 0; i < link.size(); ++i) {
            for (const char other : {'0', 'a', 'A', '%', '&', '/'}) {
                auto changed = link;
                changed[i] = other;
                QVERIFY2(changed == link || !m_links.open(changed, moment), changed.c_str());
            }
            auto shorter = link;
            shorter.erase(i, 1);
            QVERIFY2(!m_links.open(shorter, moment), shorter.c_str());
        }
        QVERIFY(!m_links.open(link + "&a=b", moment));
        QVERIFY(!m_links.open(link + " ", moment));
        QVERIFY(!m_links.open(link + "#a", moment));
    }

    void linksOfOthersAreRefused()
    {
        const auto otherBucket = bucketOf("other");
        const auto otherSigner = signerOf("other");
        for (const auto &link :
             {*Links(otherBucket, m_signer).make("a", {}, moment, 1h),
              *Links(m_bucket, otherSigner).make("a", {}, moment, 1h), std::string(),
              std::string("https://mail.s3.eu-central-1.amazonaws.com/a"),
              std::string("https://mail.s3.eu-central-1.amazonaws.com/?"),
              std::string("https://evil.example/a?X-Amz-Signature=x")}) {
            const auto object = m_links.open(link, moment);
            QVERIFY2(!object, link.c_str());
            QCOMPARE(object.error().kind, core::ErrorKind::InvalidArgument);
        }
    }
};

QTEST_GUILESS_MAIN(LinksTest)
#include "LinksTest.moc"
