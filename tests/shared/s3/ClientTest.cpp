// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/Client.h"

#include "shared/s3/S3Fixture.h"
#include "support/CountingRandom.h"
#include "support/S3Script.h"
#include "support/ScriptedServer.h"

#include <QTest>

using core::ErrorKind;
using s3fixture::drain;
using s3fixture::MadeUpBytes;
using s3fixture::putInTurn;
using support::await;
using support::ScriptedServer;
using namespace std::chrono_literals;

namespace {

constexpr const char *nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

std::string errorBody(const std::string &code, const std::string &more = {})
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code
           + "</Code><Message>secret-message</Message><AWSAccessKeyId>AKID</AWSAccessKeyId>"
             "<StringToSign>secret-string</StringToSign>"
           + more + "</Error>";
}

/// The request that completes an upload of two parts with these tags.
std::string completion(const std::string &id, const std::string &first, const std::string &second)
{
    const auto body = "<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                      "<Part><PartNumber>1</PartNumber><ETag>"
                      + first + "</ETag></Part><Part><PartNumber>2</PartNumber><ETag>" + second
                      + "</ETag></Part></CompleteMultipartUpload>";
    return support::s3Request("POST /mail/a%2Bb?uploadId=" + id, "application/xml",
                              static_cast<int>(body.size()))
           + "C-RAW: " + body + "\n";
}

class TextSource : public core::ByteSource
{
public:
    explicit TextSource(std::string text)
        : m_text(std::move(text))
    {}
    core::Task<core::Result<std::string>> read(std::size_t maximum) override
    {
        std::string piece = m_text.substr(0, maximum);
        m_text.erase(0, piece.size());
        co_return piece;
    }

private:
    std::string m_text;
};

using PutResult = core::Result<core::Done>;

core::Task<PutResult> putTask(s3::Client &client, core::ByteSource &source,
                              core::Cancellation cancellation = {})
{
    return putInTurn(client, "a+b", source, "text/plain", core::deadlineIn(5s),
                     std::move(cancellation));
}

} // namespace

class ClientTest : public QObject
{
    Q_OBJECT

    support::FakeClock m_clock;
    support::CountingRandom m_random;

    std::unique_ptr<s3::Client> clientOf(const std::string &endpoint, const s3::Limits &limits,
                                         const std::string &caFile = {})
    {
        auto bucket =
            s3::Bucket::make("mail", "us-east-1", endpoint, s3::AddressingStyle::Automatic);
        s3::Credentials credentials{.accessKeyId = "AKID",
                                    .secretAccessKey = core::Secret::copyOf("secret-key"),
                                    .sessionToken = {}};
        return std::make_unique<s3::Client>(
            *bucket, std::move(credentials), m_clock, m_random,
            s3::Requester::Options{.userAgent = "test/1", .caFile = caFile, .limits = limits});
    }
    std::unique_ptr<s3::Client> clientOf(const ScriptedServer &server,
                                         const s3::Limits &limits = quick())
    {
        return clientOf("http://127.0.0.1:" + std::to_string(server.port()), limits);
    }
    static s3::Limits quick()
    {
        s3::Limits limits;
        limits.part = 10;
        limits.pause = 2ms;
        return limits;
    }
    PutResult put(const ScriptedServer &server, const std::string &text = "abc")
    {
        auto client = clientOf(server);
        TextSource source(text);
        return await(putTask(*client, source));
    }
    /// Closes the connections, for a server that waits for that.
    static std::string verdict(const ScriptedServer &server, std::unique_ptr<s3::Client> client)
    {
        client.reset();
        return server.verdict();
    }
    auto head(s3::Client &client, std::chrono::milliseconds time = 5s)
    {
        return await(client.head("a", core::deadlineIn(time), {}));
    }

private Q_SLOTS:
    void aSmallFileGoesInOneSignedRequest()
    {
        const ScriptedServer server(
            "C: PUT /mail/a%2Bb HTTP/1.1\nC: Host: 127.0.0.1:{{*}}\nC: User-Agent: test/1\n"
            "C: Accept: */*\nC: content-type: text/plain\n"
            "C: x-amz-content-sha256: "
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n"
            "C: x-amz-date: 20260101T000000Z\n"
            "C: Authorization: AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/s3/"
            "aws4_request,SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date,"
            "Signature={{*}}\n"
            "C: Content-Length: 3\nC: \nC-RAW: abc\n"
            + support::s3Answer("200 OK", {}, "S: ETag: \"1\"\n"));
        const auto stored = put(server);
        QVERIFY2(stored, stored ? "" : stored.error().detail.c_str());
        QCOMPARE(server.verdict(), std::string());
    }

    void anEmptyFileIsAFile()
    {
        const ScriptedServer server(support::s3Request("PUT /mail/a%2Bb", "text/plain", 0)
                                    + support::s3Answer("200 OK"));
        QVERIFY(put(server, ""));
        QCOMPARE(server.verdict(), std::string());
        QVERIFY(server.received().find(nothing) != std::string::npos);
    }

    void aFileOfOnePartIsNotCut()
    {
        const ScriptedServer server(support::s3Request("PUT /mail/a%2Bb", "text/plain", 10)
                                    + "C-RAW: 0123456789\n" + support::s3Answer("200 OK"));
        QVERIFY(put(server, "0123456789"));
        QCOMPARE(server.verdict(), std::string());
    }

    void aLargerFileGoesInParts()
    {
        const ScriptedServer server(
            support::s3Request("POST /mail/a%2Bb?uploads=", "text/plain", 0)
            + support::s3Answer("200 OK", "<R><Key>x</Key><UploadId>u/1</UploadId></R>")
            + support::s3Request("PUT /mail/a%2Bb?partNumber=1&uploadId=u%2F1", {}, 10)
            + "C-RAW: 0123456789\n" + support::s3Answer("200 OK", {}, "S: ETag: \"one\"\n")
            + support::s3Request("PUT /mail/a%2Bb?partNumber=2&uploadId=u%2F1", {}, 1)
            + "C-RAW: x\n" + support::s3Answer("200 OK", {}, "S: ETag: \"two\"\n")
            + completion("u%2F1", "&quot;one&quot;", "&quot;two&quot;")
            + support::s3Answer("200 OK", "<Result/>"));
        const auto stored = put(server, "0123456789x");
        QVERIFY2(stored, stored ? "" : stored.error().detail.c_str());
        QCOMPARE(server.verdict(), std::string());
    }

    void anUploadThatFailsIsTakenBack_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<ErrorKind>("kind");
        const std::string part =
            support::s3Request("PUT /mail/a%2Bb?partNumber=1&uploadId=u", {}, 10)
            + "C-RAW: 0123456789\n";
        const std::string last =
            support::s3Request("PUT /mail/a%2Bb?partNumber=2&uploadId=u", {}, 1) + "C-RAW: x\n";
        const auto tag = support::s3Answer("200 OK", {}, "S: ETag: \"t\"\n");
        const auto row = [](const char *name, const std::string &script, ErrorKind kind) {
            QTest::newRow(name) << QByteArray::fromStdString(script) << kind;
        };
        row("a part is refused",
            part + support::s3Answer("403 Forbidden", errorBody("AccessDenied")),
            ErrorKind::PermissionDenied);
        row("a part is not confirmed", part + support::s3Answer("200 OK"), ErrorKind::Protocol);
        // The answer that has to be read: it says 200 and means that it failed.
        row("the completion fails",
            part + tag + last + tag + completion("u", "&quot;t&quot;", "&quot;t&quot;")
                + support::s3Answer("200 OK", errorBody("InvalidPart")),
            ErrorKind::Protocol);
    }
    void anUploadThatFailsIsTakenBack()
    {
        QFETCH(QByteArray, script);
        QFETCH(ErrorKind, kind);
        const ScriptedServer server(support::s3Request("POST /mail/a%2Bb?uploads=", "text/plain", 0)
                                    + support::s3Answer("200 OK", "<R><UploadId>u</UploadId></R>")
                                    + script.toStdString()
                                    + support::s3Request("DELETE /mail/a%2Bb?uploadId=u")
                                    + support::s3Answer("204 No Content"));
        auto client = clientOf(server);
        TextSource source("0123456789x");
        const auto stored = await(putTask(*client, source));
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, kind);
        QVERIFY(support::waitUntil(
            [&] { return server.received().find("DELETE") != std::string::npos; }));
    }

    void whenTheSourceFailsTheUploadIsTakenBack()
    {
        const ScriptedServer server(
            support::s3Request("POST /mail/a%2Bb?uploads=", "text/plain", 0)
            + support::s3Answer("200 OK", "<R><UploadId>u</UploadId></R>")
            + "C: PUT /mail/a%2Bb?partNumber=1&uploadId=u HTTP/1.1\nC: {{*}}\nC: {{*}}\nC: {{*}}\n"
              "C: {{*}}\nC: {{*}}\nC: {{*}}\nC: Content-Length: 10\nC: \nC-RAW: "
            + std::string() +
            [] {
                std::string hex;
                for (std::uint64_t i = 0; i < 10; ++i)
                    hex += "{{" + QByteArray(1, MadeUpBytes::at(i)).toHex().toStdString() + "}}";
                return hex;
            }()
            + "\n" + support::s3Answer("200 OK", {}, "S: ETag: \"1\"\n")
            + support::s3Request("DELETE /mail/a%2Bb?uploadId=u")
            + support::s3Answer("204 No Content"));
        auto client = clientOf(server);
        MadeUpBytes source(100);
        source.failAt(20);
        const auto stored = await(putTask(*client, source));
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, ErrorKind::Conflict);
        QVERIFY(support::waitUntil(
            [&] { return server.received().find("DELETE") != std::string::npos; }));
    }

    // What was cut off on its way here must not become the file.
    void aSourceThatEndsEarlyIsNotStored()
    {
        const ScriptedServer server("CLOSED");
        auto client = clientOf(server);
        MadeUpBytes source(5);
        source.announce(6);
        const auto stored = await(putTask(*client, source));
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, ErrorKind::Unavailable);
        QCOMPARE(server.connections(), 0);
    }

    // The type may come from a stranger's mail, and it becomes a header field.
    void aTypeThatWouldBeMoreThanAFieldIsRefused_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("line end") << QByteArray("text/plain\r\nx-amz-acl: public-read");
        QTest::newRow("line feed") << QByteArray("text/plain\n");
        QTest::newRow("NUL") << QByteArray("text/plain\0x", 12);
        QTest::newRow("8 bits") << QByteArray("text/plain; name=é");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("long") << QByteArray(257, 'a');
    }
    void aTypeThatWouldBeMoreThanAFieldIsRefused()
    {
        QFETCH(QByteArray, type);
        const ScriptedServer server("CLOSED");
        auto client = clientOf(server);
        TextSource source("abc");
        const auto stored =
            await(putInTurn(*client, "a", source, type.toStdString(), core::deadlineIn(5s)));
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(server.connections(), 0);
    }

    void aFileOfTooManyPartsIsTakenBack()
    {
        const ScriptedServer server(
            support::s3Request("POST /mail/a%2Bb?uploads=", "text/plain", 0)
            + support::s3Answer("200 OK", "<R><UploadId>u</UploadId></R>")
            + support::s3Request("PUT /mail/a%2Bb?partNumber=1&uploadId=u", {}, 10)
            + "C-RAW: 0123456789\n" + support::s3Answer("200 OK", {}, "S: ETag: \"t\"\n")
            + support::s3Request("DELETE /mail/a%2Bb?uploadId=u")
            + support::s3Answer("204 No Content"));
        auto limits = quick();
        limits.parts = 1;
        auto client = clientOf(server, limits);
        TextSource source("0123456789x");
        const auto stored = await(putTask(*client, source));
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, ErrorKind::TooLarge);
        QVERIFY(support::waitUntil(
            [&] { return server.received().find("DELETE") != std::string::npos; }));
    }

    void anUploadWhoseAskerIsGoneIsTakenBack()
    {
        const ScriptedServer server(
            support::s3Request("POST /mail/a%2Bb?uploads=", "text/plain", 0)
            + support::s3Answer("200 OK", "<R><UploadId>u</UploadId></R>")
            + support::s3Request("PUT /mail/a%2Bb?partNumber=1&uploadId=u", {}, 10)
            + "C-RAW: 0123456789\nCLOSED\nCONNECTION\n"
            + support::s3Request("DELETE /mail/a%2Bb?uploadId=u")
            + support::s3Answer("204 No Content"));
        auto limits = quick();
        limits.uploads = 1;
        limits.waiting = 0;
        auto client = clientOf(server, limits);
        TextSource source("0123456789x");
        core::CancellationSource asker;
        std::optional<PutResult> stored;
        core::start([](s3::Client &to, core::ByteSource &from, core::Cancellation token,
                       std::optional<PutResult> &result) -> core::Task<void> {
            result.emplace(co_await putTask(to, from, token));
        }(*client, source, asker.token(), stored));
        QVERIFY(support::waitUntil(
            [&] { return server.received().find("0123456789") != std::string::npos; }));
        QVERIFY(!stored);
        TextSource second("abc");
        QCOMPARE(await(putTask(*client, second)).error().kind, ErrorKind::Busy);
        asker.cancel();
        QVERIFY(stored.has_value());
        QCOMPARE(stored->error().kind, ErrorKind::Cancelled);
        QVERIFY(support::waitUntil(
            [&] { return server.received().find("DELETE") != std::string::npos; }));
    }

    void refusalsAreKindsOfErrors_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<ErrorKind>("kind");
        const auto row = [](const char *status, const char *code, ErrorKind kind) {
            QTest::addRow("%s %s", status, code) << QByteArray(status) << QByteArray(code) << kind;
        };
        row("403 Forbidden", "AccessDenied", ErrorKind::PermissionDenied);
        row("403 Forbidden", "InvalidAccessKeyId", ErrorKind::Unauthenticated);
        row("403 Forbidden", "SignatureDoesNotMatch", ErrorKind::Unauthenticated);
        row("400 Bad Request", "ExpiredToken", ErrorKind::Unauthenticated);
        row("401 Unauthorized", "", ErrorKind::Unauthenticated);
        row("404 Not Found", "NoSuchBucket", ErrorKind::NotFound);
        row("404 Not Found", "NoSuchKey", ErrorKind::NotFound);
        row("409 Conflict", "BucketNotEmpty", ErrorKind::Conflict);
        row("412 Precondition Failed", "PreconditionFailed", ErrorKind::Conflict);
        row("400 Bad Request", "EntityTooLarge", ErrorKind::TooLarge);
        row("413 Content Too Large", "", ErrorKind::TooLarge);
        row("501 Not Implemented", "NotImplemented", ErrorKind::Unsupported);
        row("400 Bad Request", "BadDigest", ErrorKind::Protocol);
        row("302 Found", "", ErrorKind::Protocol);
    }
    void refusalsAreKindsOfErrors()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, code);
        QFETCH(ErrorKind, kind);
        const ScriptedServer other("CLOSED");
        const ScriptedServer server(
            support::s3Request("PUT /mail/a%2Bb", "text/plain", 3) + "C-RAW: abc\n"
            + support::s3Answer(status.toStdString(),
                                code.isEmpty() ? std::string() : errorBody(code.toStdString()),
                                "S: Location: http://127.0.0.1:" + std::to_string(other.port())
                                    + "/\n"));
        const auto stored = put(server);
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, kind);
        QCOMPARE(server.verdict(), std::string()); // and nothing was tried again
        QCOMPARE(other.connections(), 0);
        for (const auto &text : {stored.error().message, stored.error().detail})
            QVERIFY2(text.find("secret") == std::string::npos
                         && text.find("AKID") == std::string::npos,
                     text.c_str());
    }

    void aFailureThatPassesIsTriedAgain_data()
    {
        QTest::addColumn<QByteArray>("failure");
        QTest::newRow("503 SlowDown")
            << QByteArray::fromStdString(support::s3Answer("503 Slow Down", errorBody("SlowDown")));
        QTest::newRow("500") << QByteArray::fromStdString(
            support::s3Answer("500 Internal Server Error"));
        QTest::newRow("502") << QByteArray::fromStdString(
            support::s3Answer("502 Bad Gateway", "<html>"));
        QTest::newRow("429") << QByteArray::fromStdString(
            support::s3Answer("429 Too Many Requests"));
        QTest::newRow("400 RequestTimeout") << QByteArray::fromStdString(
            support::s3Answer("400 Bad Request", errorBody("RequestTimeout")));
        QTest::newRow("reset") << QByteArray("RESET\nCONNECTION\n");
        QTest::newRow("closed") << QByteArray("CLOSE\nCONNECTION\n");
        QTest::newRow("200 with an error in it")
            << QByteArray::fromStdString(support::s3Answer("200 OK", errorBody("InternalError")));
    }
    void aFailureThatPassesIsTriedAgain()
    {
        QFETCH(QByteArray, failure);
        const std::string attempt =
            support::s3Request("PUT /mail/a%2Bb", "text/plain", 3) + "C-RAW: abc\n";
        const ScriptedServer server(attempt + failure.toStdString() + attempt
                                    + support::s3Answer("200 OK", {}, "S: ETag: \"1\"\n"));
        const auto stored = put(server);
        QVERIFY2(stored, stored ? "" : stored.error().detail.c_str());
        QCOMPARE(server.verdict(), std::string());
    }

    void fourAttemptsAreEnough()
    {
        std::string script;
        for (int i = 0; i < 4; ++i)
            script += support::s3Request("PUT /mail/a%2Bb", "text/plain", 3) + "C-RAW: abc\n"
                      + support::s3Answer("503 Service Unavailable");
        const ScriptedServer server(script);
        const auto stored = put(server);
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, ErrorKind::Unavailable);
        QCOMPARE(server.verdict(), std::string());
    }

    void aServiceThatIsDownIsUnavailable()
    {
        auto client = clientOf("http://127.0.0.9:1", quick());
        const auto found = head(*client);
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::Unavailable);
    }

    void aServiceThatSaysNothingIsLeftAtTheDeadline()
    {
        const ScriptedServer server("SILENCE");
        auto client = clientOf(server);
        const auto found = head(*client, 100ms);
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::DeadlineExceeded);
        QCOMPARE(server.connections(), 1);
    }

    void anAttemptThatHangsIsFollowedByAnother()
    {
        const ScriptedServer server("SILENCE\nCONNECTION\n" + support::s3Request("HEAD /mail/a")
                                    + "S: HTTP/1.1 200 OK\nS: Content-Length: 7\nS: \n");
        auto limits = quick();
        limits.attempt = 200ms;
        auto client = clientOf(server, limits);
        const auto found = head(*client);
        QVERIFY2(found, found ? "" : found.error().detail.c_str());
        QCOMPARE(found->size, 7U);
    }

    void aWrongClockIsSetByTheService()
    {
        const std::string date = "S: Date: Thu, 01 Jan 2026 02:00:00 GMT\n";
        const ScriptedServer server(
            support::s3Request("DELETE /mail/a")
            + support::s3Answer("403 Forbidden", errorBody("RequestTimeTooSkewed"), date)
            + support::s3Request("DELETE /mail/a") + support::s3Answer("204 No Content"));
        auto client = clientOf(server);
        QVERIFY(await(client->remove("a", core::deadlineIn(5s), {})));
        const auto received = server.received();
        QVERIFY(received.find("x-amz-date: 20260101T000000Z") != std::string::npos);
        QVERIFY(received.find("x-amz-date: 20260101T020000Z") != std::string::npos);
        QVERIFY(client->link("a", 1h)->find("X-Amz-Date=20260101T020000Z") != std::string::npos);
        QCOMPARE(verdict(server, std::move(client)), std::string());
    }

    // HEAD has no body, so only the date tells that it is the clock.
    void aWrongClockIsSetByTheAnswerToHeadToo()
    {
        const std::string refused = "S: HTTP/1.1 403 Forbidden\nS: Date: Thu, 01 Jan 2026 02:00:00 "
                                    "GMT\nS: Content-Length: 9\nS: \n";
        const ScriptedServer server(support::s3Request("HEAD /mail/a") + refused
                                    + support::s3Request("HEAD /mail/a")
                                    + "S: HTTP/1.1 200 OK\nS: Content-Length: 7\nS: \n");
        auto client = clientOf(server);
        const auto found = head(*client);
        QVERIFY2(found, found ? "" : found.error().detail.c_str());
        QCOMPARE(verdict(server, std::move(client)), std::string());
    }

    void aClockIsSetOnce()
    {
        const auto refused = support::s3Answer("403 Forbidden", errorBody("RequestTimeTooSkewed"),
                                               "S: Date: Thu, 01 Jan 2026 02:00:00 GMT\n");
        const ScriptedServer server(support::s3Request("DELETE /mail/a") + refused
                                    + support::s3Request("DELETE /mail/a") + refused);
        auto client = clientOf(server);
        const auto removed = await(client->remove("a", core::deadlineIn(5s), {}));
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind, ErrorKind::Unavailable);
        QCOMPARE(verdict(server, std::move(client)), std::string());
    }

    void theRegionThatTheServiceNamesIsSignedFor_data()
    {
        QTest::addColumn<QByteArray>("refusal");
        QTest::newRow("400") << QByteArray::fromStdString(
            support::s3Answer("400 Bad Request", errorBody("AuthorizationHeaderMalformed",
                                                           "<Region>eu-west-9</Region>")));
        QTest::newRow("301") << QByteArray::fromStdString(
            support::s3Answer("301 Moved Permanently", errorBody("PermanentRedirect"),
                              "S: x-amz-bucket-region: eu-west-9\n"));
    }
    void theRegionThatTheServiceNamesIsSignedFor()
    {
        QFETCH(QByteArray, refusal);
        const ScriptedServer server(support::s3Request("DELETE /mail/a") + refusal.toStdString()
                                    + support::s3Request("DELETE /mail/a")
                                    + support::s3Answer("204 No Content"));
        auto client = clientOf(server);
        QVERIFY(await(client->remove("a", core::deadlineIn(5s), {})));
        QVERIFY(server.received().find("/eu-west-9/s3/") != std::string::npos);
        QVERIFY(client->link("a", 1h)->find("%2Feu-west-9%2Fs3%2F") != std::string::npos);
        QCOMPARE(verdict(server, std::move(client)), std::string());
    }

    void aRegionThatIsNoneIsNotBelieved()
    {
        const ScriptedServer server(
            support::s3Request("DELETE /mail/a")
            + support::s3Answer("400 Bad Request", errorBody("AuthorizationHeaderMalformed",
                                                             "<Region>evil.example/</Region>")));
        auto client = clientOf(server);
        const auto removed = await(client->remove("a", core::deadlineIn(5s), {}));
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind, ErrorKind::Unauthenticated);
        QCOMPARE(verdict(server, std::move(client)), std::string());
    }

    void removingWhatIsNotThereSucceeds()
    {
        const ScriptedServer server(support::s3Request("DELETE /mail/a")
                                    + support::s3Answer("404 Not Found", errorBody("NoSuchKey")));
        auto client = clientOf(server);
        QVERIFY(await(client->remove("a", core::deadlineIn(5s), {})));
    }

    void anAnswerThatIsTooLargeIsBrokenOff()
    {
        const ScriptedServer server(support::s3Request("DELETE /mail/a")
                                    + "S: HTTP/1.1 403 Forbidden\nS: Content-Length: 70000\n"
                                      "S: \nS-RAW: {{70000*x}}\n");
        auto client = clientOf(server);
        const auto removed = await(client->remove("a", core::deadlineIn(5s), {}));
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind, ErrorKind::TooLarge);
    }

    void keysThatAreNoneDoNotReachTheService()
    {
        const ScriptedServer server("CLOSED");
        auto client = clientOf(server);
        TextSource source("abc");
        const auto until = core::deadlineIn(5s);
        QCOMPARE(await(putInTurn(*client, "../a", source, "text/plain", until)).error().kind,
                 ErrorKind::InvalidArgument);
        QCOMPARE(await(client->head("", until, {})).error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(await(client->get("a//b", until, {})).error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(await(client->remove("/", until, {})).error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(client->link("..", 1h).error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(client->link("a", 24h * 7 + 1s).error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(server.connections(), 0);
    }

    void whoCannotProveItsNameGetsNothing()
    {
        const support::TestCertificates certificates;
        const ScriptedServer server(
            "TLS\nCLOSED",
            {.identity = certificates.make(support::CertificateKind::UnknownAuthority)});
        auto client = clientOf("https://127.0.0.1:" + std::to_string(server.port()), quick(),
                               certificates.authorityFile());
        const auto found = head(*client);
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::UntrustedPeer);
        QCOMPARE(server.received(), std::string());
    }

    void aFileIsReadAsItComes()
    {
        const ScriptedServer server(
            support::s3Request("GET /mail/a")
            + "S: HTTP/1.1 200 OK\nS: Content-Length: 3\nS: \nS-RAW: abc\n");
        auto client = clientOf(server);
        const auto source = await(client->get("a", core::deadlineIn(5s), {}));
        QVERIFY2(source, source ? "" : source.error().detail.c_str());
        QCOMPARE((*source)->size(), std::optional<std::uint64_t>(3));
        QCOMPARE(*await((*source)->read(2)), std::string("ab"));
        QCOMPARE(*await((*source)->read(2)), std::string("c"));
        QCOMPARE(*await((*source)->read(2)), std::string());
    }

    void aFileThatIsNotThereIsNotFound()
    {
        const ScriptedServer server(support::s3Request("GET /mail/a")
                                    + support::s3Answer("404 Not Found", errorBody("NoSuchKey")));
        auto client = clientOf(server);
        const auto source = await(client->get("a", core::deadlineIn(5s), {}));
        QVERIFY(!source);
        QCOMPARE(source.error().kind, ErrorKind::NotFound);
    }

    // A reader that takes its time holds the service up: nothing piles up here.
    void aFileThatNobodyReadsStaysWhereItIs()
    {
        const ScriptedServer server(
            support::s3Request("GET /mail/a")
            + "S: HTTP/1.1 200 OK\nS: Content-Length: 64000000\nS: \nREPEAT: 1000 {{63998*x}}\n");
        auto limits = quick();
        limits.window = 32UL * 1024;
        auto client = clientOf(server, limits);
        const auto source = await(client->get("a", core::deadlineIn(20s), {}));
        QVERIFY(source);
        QVERIFY(await((*source)->read(1)));
        QVERIFY(!support::waitUntil([&] { return server.finished(); }, 300ms));
        const auto drained = await(drain(**source));
        QVERIFY(!drained.error);
        QCOMPARE(drained.count, 63999999U);
    }

    void aFileThatBreaksOffIsAnErrorAndNotTriedAgain()
    {
        const ScriptedServer server(support::s3Request("GET /mail/a")
                                    + "S: HTTP/1.1 200 OK\nS: Content-Length: 9\nS: \n"
                                      "S-RAW: abc\nCLOSE\n");
        auto client = clientOf(server);
        const auto source = await(client->get("a", core::deadlineIn(5s), {}));
        QVERIFY(source);
        const auto drained = await(drain(**source));
        QCOMPARE(drained.count, 3U);
        QVERIFY(drained.error.has_value());
        QVERIFY(!await((*source)->read(1)));
        QCOMPARE(server.connections(), 1);
    }

    void whoDropsAFileEndsItsTransfer()
    {
        const ScriptedServer server(support::s3Request("GET /mail/a")
                                    + "S: HTTP/1.1 200 OK\nS: Content-Length: 9\nS: \n"
                                      "S-RAW: abc\nCLOSED\n");
        auto client = clientOf(server);
        {
            const auto source = await(client->get("a", core::deadlineIn(5s), {}));
            QVERIFY(source);
        }
        QCOMPARE(server.verdict(), std::string());
    }

    void aCancelledDownloadEnds()
    {
        const ScriptedServer server(support::s3Request("GET /mail/a")
                                    + "S: HTTP/1.1 200 OK\nS: Content-Length: 9\nS: \nSILENCE\n");
        auto client = clientOf(server);
        core::CancellationSource stop;
        const auto source = await(client->get("a", core::deadlineIn(5s), stop.token()));
        QVERIFY(source);
        stop.cancel();
        const auto drained = await(drain(**source));
        QVERIFY(drained.error.has_value());
        QCOMPARE(drained.error->kind, ErrorKind::Cancelled);
    }

    void onlySoManyFilesAreOnTheirWay()
    {
        const ScriptedServer server(support::s3Request("GET /mail/a")
                                    + "S: HTTP/1.1 200 OK\nS: Content-Length: 9\nS: \nSILENCE\n");
        auto limits = quick();
        limits.downloads = 1;
        limits.waiting = 0;
        auto client = clientOf(server, limits);
        {
            const auto first = await(client->get("a", core::deadlineIn(5s), {}));
            QVERIFY(first);
            QCOMPARE(await(client->get("a", core::deadlineIn(5s), {})).error().kind,
                     ErrorKind::Busy);
        }
        const auto next = await(client->get("a", core::deadlineIn(100ms), {}));
        QVERIFY(!next);
        QVERIFY(next.error().kind != ErrorKind::Busy); // its place was free again
    }
};

QTEST_GUILESS_MAIN(ClientTest)
#include "ClientTest.moc"
