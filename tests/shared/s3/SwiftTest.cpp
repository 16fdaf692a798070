// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/Client.h"

#include "crypto/Hash.h"
#include "shared/s3/S3Fixture.h"
#include "support/ResidentMemory.h"
#include "support/SwiftServer.h"

#include <QTest>

using core::ErrorKind;
using s3::NamedValues;
using s3fixture::drain;
using s3fixture::MadeUpBytes;
using s3fixture::putInTurn;
using support::await;
using namespace std::chrono_literals;

namespace {

/// The wall clock, some time off.
class WrongClock : public core::Clock
{
public:
    explicit WrongClock(std::chrono::seconds offset = {})
        : m_offset(offset)
    {}
    std::chrono::system_clock::time_point now() const override
    {
        return std::chrono::system_clock::now() + m_offset;
    }

private:
    std::chrono::seconds m_offset;
};

constexpr std::uint64_t mebibyte = 1024UL * 1024;

} // namespace

/// The client against a real service that verifies what it signs.
class SwiftTest : public QObject
{
    Q_OBJECT

    support::SwiftServer m_swift;
    transfer::Loop m_loop;
    core::SystemRandom m_random;
    WrongClock m_clock;

    std::unique_ptr<s3::Client> clientOf(const core::Clock &clock, std::string secret,
                                         std::string accessKeyId, std::string region)
    {
        auto bucket = s3::Bucket::make(m_swift.bucket, region, m_swift.endpoint,
                                       s3::AddressingStyle::Automatic);
        s3::Credentials credentials{.accessKeyId = std::move(accessKeyId),
                                    .secretAccessKey = core::Secret(std::move(secret)),
                                    .sessionToken = {}};
        return std::make_unique<s3::Client>(
            *bucket, std::move(credentials), clock, m_random,
            s3::Requester::Options{.userAgent = "test/1", .caFile = {}, .limits = {}});
    }
    std::unique_ptr<s3::Client> clientOf(const core::Clock &clock)
    {
        return clientOf(clock, m_swift.secretAccessKey, m_swift.accessKeyId, m_swift.region);
    }
    static core::Deadline soon() { return core::deadlineIn(60s); }

    core::Result<core::Done> put(s3::Client &client, const std::string &key, std::uint64_t size)
    {
        MadeUpBytes source(size);
        return await(putInTurn(client, key, source, "text/plain", soon()), 120s);
    }

    /// What somebody without credentials gets.
    transfer::Response fetch(const std::string &method, const std::string &url,
                             const std::vector<std::string> &fields = {},
                             const std::string &body = {})
    {
        transfer::Transfer transfer(m_loop, {}, "Swift");
        transfer.setFields(fields);
        transfer.set(CURLOPT_URL, url.c_str());
        if (method == "HEAD")
            transfer.set(CURLOPT_NOBODY, 1L);
        else
            transfer.set(CURLOPT_CUSTOMREQUEST, method.c_str());
        if (method == "PUT") {
            transfer.set(CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
            transfer.set(CURLOPT_POSTFIELDS, body.c_str());
        }
        const auto response = await(transfer.run(soon(), {}), 60s);
        if (!response)
            qFatal("%s", response.error().detail.c_str());
        return *response;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto client = clientOf(m_clock);
        QVERIFY(put(*client, "kept", 100));
    }

    // Before all others, which would leave memory behind for it.
    void twoHundredMebibytesTakeLittleMemory()
    {
        constexpr std::uint64_t size = 200 * mebibyte;
        const auto client = clientOf(m_clock);
        const support::ResidentMemory memory;
        const auto stored = put(*client, "large", size);
        QVERIFY2(stored, stored ? "" : stored.error().detail.c_str());
        const auto afterUpload = memory.peakGrowth();
        const auto source = await(client->get("large", soon(), {}));
        QVERIFY(source);
        const auto drained = await(drain(**source), 120s);
        QVERIFY(!drained.error && drained.isAsMade);
        QCOMPARE(drained.count, size);
        const auto afterDownload = memory.peakGrowth();
        QVERIFY(await(client->remove("large", soon(), {})));
        if (!afterUpload || !afterDownload)
            QSKIP("memory cannot be measured here");
        qInfo("200 MiB: %zu KiB more after the upload, %zu KiB after the download",
              *afterUpload / 1024, *afterDownload / 1024);
        QVERIFY(*afterUpload < 16 * mebibyte);
        QVERIFY(*afterDownload < 16 * mebibyte);
    }

    // Four go at a time, the others wait for their turn.
    void fiftyFilesAtOnceArrive()
    {
        constexpr std::size_t count = 50;
        const auto client = clientOf(m_clock);
        const support::ResidentMemory memory;
        std::size_t stored = 0;
        std::size_t failed = 0;
        const auto task = [](s3::Client &to, std::size_t number, std::size_t &good,
                             std::size_t &bad) -> core::Task<void> {
            MadeUpBytes source(mebibyte);
            const auto result = co_await putInTurn(to, "many/" + std::to_string(number), source,
                                                   "text/plain", soon());
            ++(result ? good : bad);
        };
        for (std::size_t i = 0; i < count; ++i)
            core::start(task(*client, i, stored, failed));
        QVERIFY(support::waitUntil([&] { return stored + failed == count; }, 60s));
        QCOMPARE(failed, 0U);
        for (std::size_t i = 0; i < count; ++i)
            QCOMPARE(await(client->head("many/" + std::to_string(i), soon(), {}))->size, mebibyte);
        if (const auto growth = memory.peakGrowth()) {
            qInfo("50 files of 1 MiB at once: %zu KiB more", *growth / 1024);
            QVERIFY(*growth < 16 * mebibyte);
        }
    }

    void filesGoThereAndBackUnderAnyName_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("plain") << QByteArray("a/b/c.txt");
        QTest::newRow("odd") << QByteArray("my file é+(1)&=~'.txt");
        QTest::newRow("reserved") << QByteArray("!*();:@&=+$,?#[]");
        QTest::newRow("percent") << QByteArray("100%/%2F/%zz");
        QTest::newRow("quotes") << QByteArray("\"<>\\^`{|}");
        QTest::newRow("other scripts") << QByteArray("письмо/メール/📎");
        QTest::newRow("blanks") << QByteArray(" a  b ");
        QTest::newRow("dots") << QByteArray("...a/.hidden/a..b");
        QTest::newRow("long") << QByteArray(1000, 'k');
    }
    void filesGoThereAndBackUnderAnyName()
    {
        QFETCH(QByteArray, key);
        const auto name = key.toStdString();
        const auto client = clientOf(m_clock);
        const auto stored = put(*client, name, 1000);
        QVERIFY2(stored, stored ? "" : stored.error().detail.c_str());
        const auto head = await(client->head(name, soon(), {}));
        QVERIFY2(head, head ? "" : head.error().detail.c_str());
        QCOMPARE(head->size, 1000U);
        QCOMPARE(head->contentType, std::string("text/plain"));
        const auto source = await(client->get(name, soon(), {}));
        QVERIFY(source);
        const auto drained = await(drain(**source));
        QVERIFY(!drained.error && drained.isAsMade);
        QCOMPARE(drained.count, 1000U);
        const auto link = client->link(name, 1h);
        QVERIFY(link);
        QCOMPARE(fetch("GET", *link).status, 200);
        QVERIFY(await(client->remove(name, soon(), {})));
        QCOMPARE(await(client->head(name, soon(), {})).error().kind, ErrorKind::NotFound);
        QVERIFY(await(client->remove(name, soon(), {})));
    }

    void filesOfEverySizeComeBackAsTheyWere_data()
    {
        QTest::addColumn<quint64>("size");
        QTest::newRow("empty") << quint64(0);
        const quint64 part = s3::Limits().part;
        QTest::newRow("one part") << part;
        QTest::newRow("two parts") << part + 1;
        QTest::newRow("three parts") << part * 3;
    }
    void filesOfEverySizeComeBackAsTheyWere()
    {
        QFETCH(quint64, size);
        const auto client = clientOf(m_clock);
        const auto stored = put(*client, "sized", size);
        QVERIFY2(stored, stored ? "" : stored.error().detail.c_str());
        const auto source = await(client->get("sized", soon(), {}));
        QVERIFY(source);
        const auto drained = await(drain(**source), 60s);
        QVERIFY(!drained.error && drained.isAsMade);
        QCOMPARE(drained.count, size);
    }

    void aLinkSaysWhatTheFileIsCalled()
    {
        const auto client = clientOf(m_clock);
        const auto link =
            client->link("kept", 24h * 7,
                         {.contentDisposition = "attachment; filename*=UTF-8''R%C3%A9sum%C3%A9.pdf",
                          .contentType = "application/pdf"});
        QVERIFY(link);
        const auto response = fetch("GET", *link);
        QCOMPARE(response.status, 200);
        QCOMPARE(response.body.size(), 100U);
        QCOMPARE(response.header("content-type"), std::string("application/pdf"));
        QCOMPARE(response.header("content-disposition"),
                 std::string("attachment; filename*=UTF-8''R%C3%A9sum%C3%A9.pdf"));
    }

    void aLinkIsForReadingOneFile()
    {
        const auto client = clientOf(m_clock);
        const auto link = *client->link("kept", 1h);
        QCOMPARE(fetch("PUT", link, {"Content-Type:"}, "x").status, 403);
        QCOMPARE(fetch("DELETE", link).status, 403);
        QCOMPARE(fetch("GET", link).body.size(), 100U);
    }

    void aLinkThatWasChangedOpensNothing_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<QByteArray>("replacement");
        QTest::newRow("key") << QByteArray("/kept?") << QByteArray("/sized?");
        QTest::newRow("lifetime") << QByteArray("X-Amz-Expires=3600")
                                  << QByteArray("X-Amz-Expires=36000");
        QTest::newRow("type") << QByteArray("text%2Fplain") << QByteArray("text%2Fhtml");
        QTest::newRow("disposition")
            << QByteArray("disposition=attachment") << QByteArray("disposition=inline");
        QTest::newRow("access key") << QByteArray("mail%3Aapp") << QByteArray("mail%3Aother");
        QTest::newRow("region") << QByteArray("eu-test-1") << QByteArray("eu-test-2");
        QTest::newRow("service") << QByteArray("%2Fs3%2F") << QByteArray("%2Fs4%2F");
        QTest::newRow("signed headers")
            << QByteArray("SignedHeaders=host") << QByteArray("SignedHeaders=host%3Brange");
        QTest::newRow("date") << QByteArray("X-Amz-Date=2") << QByteArray("X-Amz-Date=3");
        QTest::newRow("algorithm") << QByteArray("AWS4-HMAC-SHA256") << QByteArray("AWS4-HMAC-MD5");
        QTest::newRow("signature") << QByteArray("Signature=") << QByteArray("Signature=0");
        QTest::newRow("one more parameter") << QByteArray("?") << QByteArray("?a=b&");
    }
    void aLinkThatWasChangedOpensNothing()
    {
        QFETCH(QByteArray, part);
        QFETCH(QByteArray, replacement);
        const auto client = clientOf(m_clock);
        const auto link = QByteArray::fromStdString(*client->link(
            "kept", 1h, {.contentDisposition = "attachment", .contentType = "text/plain"}));
        QCOMPARE(link.count(part), 1);
        QByteArray changed = link;
        changed.replace(part, replacement);
        const auto response = fetch("GET", changed.toStdString());
        QVERIFY2(response.status == 403 || response.status == 400,
                 std::to_string(response.status).c_str());
        QCOMPARE(fetch("GET", link.toStdString()).status, 200);
    }

    void aLinkExpires()
    {
        const WrongClock twoHoursAgo(-2h);
        const auto client = clientOf(twoHoursAgo);
        QCOMPARE(fetch("GET", *client->link("kept", 1h)).status, 403);
        QCOMPARE(fetch("GET", *client->link("kept", 3h)).status, 200);
    }

    void whoSignsWithWrongCredentialsIsRefused()
    {
        const auto wrongSecret = clientOf(m_clock, "wrong", m_swift.accessKeyId, m_swift.region);
        QCOMPARE(put(*wrongSecret, "new", 10).error().kind, ErrorKind::Unauthenticated);
        QCOMPARE(fetch("GET", *wrongSecret->link("kept", 1h)).status, 403);
        const auto wrongKey =
            clientOf(m_clock, m_swift.secretAccessKey, "mail:other", m_swift.region);
        QVERIFY(!put(*wrongKey, "new", 10));
        const auto client = clientOf(m_clock);
        QCOMPARE(await(client->head("new", soon(), {})).error().kind, ErrorKind::NotFound);
    }

    void aWrongRegionIsSetRightByTheService()
    {
        const auto client =
            clientOf(m_clock, m_swift.secretAccessKey, m_swift.accessKeyId, "us-east-1");
        const auto stored = put(*client, "region", 10);
        QVERIFY2(stored, stored ? "" : stored.error().detail.c_str());
        QCOMPARE(fetch("GET", *client->link("region", 1h)).status, 200);
    }

    void aWrongClockIsSetRightByTheService()
    {
        const WrongClock slow(-2h);
        const auto client = clientOf(slow);
        const auto stored = put(*client, "clock", 10);
        QVERIFY2(stored, stored ? "" : stored.error().detail.c_str());
        QVERIFY(await(client->head("clock", soon(), {})));
        const WrongClock fast(2h);
        const auto other = clientOf(fast);
        QVERIFY(await(other->head("clock", soon(), {})));
        QCOMPARE(fetch("GET", *other->link("clock", 1h)).status, 200);
    }

    // Each of them is whole and rightly made; only who or when is wrong.
    void aRequestThatIsSignedWronglyIsRefused_data()
    {
        QTest::addColumn<QByteArray>("accessKeyId");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QByteArray>("region");
        QTest::addColumn<int>("minutesOff");
        const auto row = [this](const char *what, const std::string &accessKeyId,
                                const std::string &secret, const std::string &region,
                                int minutesOff) {
            QTest::newRow(what) << QByteArray::fromStdString(accessKeyId)
                                << QByteArray::fromStdString(secret)
                                << QByteArray::fromStdString(region) << minutesOff;
        };
        row("another secret", m_swift.accessKeyId, "wrong", m_swift.region, 0);
        row("another access key", "mail:other", m_swift.secretAccessKey, m_swift.region, 0);
        row("a foreign region", m_swift.accessKeyId, m_swift.secretAccessKey, "us-east-1", 0);
        row("expired", m_swift.accessKeyId, m_swift.secretAccessKey, m_swift.region, -20);
        row("not yet good", m_swift.accessKeyId, m_swift.secretAccessKey, m_swift.region, 20);
    }
    void aRequestThatIsSignedWronglyIsRefused()
    {
        QFETCH(QByteArray, accessKeyId);
        QFETCH(QByteArray, secret);
        QFETCH(QByteArray, region);
        QFETCH(int, minutesOff);
        const auto bucket = s3::Bucket::make(m_swift.bucket, region.toStdString(), m_swift.endpoint,
                                             s3::AddressingStyle::Automatic);
        const s3::Signer signer({.accessKeyId = accessKeyId.toStdString(),
                                 .secretAccessKey = core::Secret::copyOf(secret.toStdString()),
                                 .sessionToken = {}});
        const s3::Request request{.method = "GET",
                                  .host = bucket->host(),
                                  .path = bucket->path("kept"),
                                  .query = {},
                                  .headers = {}};
        std::vector<std::string> fields;
        for (const auto &[name, value] :
             signer.sign(request, crypto::hexadecimal(crypto::sha256({})), bucket->region(),
                         m_clock.now() + std::chrono::minutes(minutesOff)))
            fields.push_back(name + ": " + value);
        const auto status = fetch("GET", bucket->origin() + request.path, fields).status;
        QVERIFY2(status == 400 || status == 403, std::to_string(status).c_str());
    }

    void aSignedRequestThatWasChangedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("what");
        for (const char *what :
             {"method", "key", "query", "content-type", "date", "date of the scope", "region",
              "service", "signature", "signed headers", "payload hash", "body", "access key",
              "no signature", "no date", "no host that was signed", "unsigned amz field"})
            QTest::newRow(what) << QByteArray(what);
    }
    void aSignedRequestThatWasChangedIsRefused()
    {
        QFETCH(QByteArray, what);
        const auto bucket = s3::Bucket::make(m_swift.bucket, m_swift.region, m_swift.endpoint,
                                             s3::AddressingStyle::Automatic);
        const s3::Signer signer({.accessKeyId = m_swift.accessKeyId,
                                 .secretAccessKey = core::Secret::copyOf(m_swift.secretAccessKey),
                                 .sessionToken = {}});
        const s3::Request request{.method = "PUT",
                                  .host = bucket->host(),
                                  .path = bucket->path("changed"),
                                  .query = {},
                                  .headers = {{"content-type", "text/plain"}}};
        const std::string body = "abc";
        const auto signedFields = signer.sign(request, crypto::hexadecimal(crypto::sha256(body)),
                                              bucket->region(), m_clock.now());
        std::vector<std::string> fields;
        for (const auto &[name, value] : signedFields)
            fields.push_back(name + ": " + value);
        const std::string url = bucket->origin() + request.path;
        QCOMPARE(fetch("PUT", url, fields, body).status, 200); // as it is, it is good

        const auto changed = [&](std::string_view part, std::string_view replacement) {
            auto others = fields;
            int count = 0;
            for (auto &field : others) {
                if (const auto at = field.find(part); at != std::string::npos) {
                    field.replace(at, part.size(), replacement);
                    ++count;
                }
            }
            if (count != 1)
                qFatal("%s is there %d times", std::string(part).c_str(), count);
            return others;
        };
        const auto without = [&](std::string_view name) {
            auto others = fields;
            std::erase_if(others, [&](const auto &field) { return field.starts_with(name); });
            return others;
        };
        const auto status = [&] {
            if (what == "method")
                return fetch("GET", url, fields).status;
            if (what == "key")
                return fetch("PUT", url + "2", fields, body).status;
            if (what == "query")
                return fetch("PUT", url + "?a=b", fields, body).status;
            if (what == "content-type")
                return fetch("PUT", url, changed("text/plain", "text/html"), body).status;
            if (what == "date")
                return fetch("PUT", url, changed("x-amz-date: 2", "x-amz-date: 3"), body).status;
            if (what == "date of the scope")
                return fetch("PUT", url, changed("Credential=mail:app/2", "Credential=mail:app/3"),
                             body)
                    .status;
            if (what == "region")
                return fetch("PUT", url, changed("eu-test-1", "eu-test-2"), body).status;
            if (what == "service")
                return fetch("PUT", url, changed("/s3/", "/s4/"), body).status;
            if (what == "signature")
                return fetch("PUT", url, changed("Signature=", "Signature=0"), body).status;
            if (what == "signed headers")
                return fetch("PUT", url, changed("SignedHeaders=content-type;", "SignedHeaders="),
                             body)
                    .status;
            if (what == "payload hash")
                return fetch("PUT", url, changed("sha256: ba78", "sha256: ba79"), body).status;
            if (what == "body")
                return fetch("PUT", url, fields, "abd").status;
            if (what == "access key")
                return fetch("PUT", url, changed("Credential=mail:app", "Credential=mail:other"),
                             body)
                    .status;
            if (what == "no host that was signed")
                return fetch("PUT", url, changed("host;", ""), body).status;
            if (what == "no signature")
                return fetch("PUT", url, without("Authorization"), body).status;
            if (what == "no date")
                return fetch("PUT", url, without("x-amz-date"), body).status;
            auto more = fields;
            more.emplace_back("x-amz-meta-a: b");
            return fetch("PUT", url, more, body).status;
        }();
        QVERIFY2(status == 400 || status == 403, std::to_string(status).c_str());
    }
};

QTEST_GUILESS_MAIN(SwiftTest)
#include "SwiftTest.moc"
