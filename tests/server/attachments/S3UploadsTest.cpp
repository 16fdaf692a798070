// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/S3Uploads.h"

#include "attachments/SealedSource.h"
#include "core/TextSource.h"
#include "crypto/Hash.h"
#include "server/attachments/S3Stage.h"
#include "support/Await.h"
#include "support/ByteSources.h"
#include "support/CountingRandom.h"
#include "support/FakeClock.h"

#include <QTest>

#include <optional>

using attachments::S3Uploads;
using core::ErrorKind;
using scripted::s3Answer;
using scripted::s3Request;
using support::await;
using support::ScriptedServer;
using namespace std::chrono_literals;

namespace {

const std::string object = "/mail/uploads/1767225660.file";

S3Uploads::Ticket ticket()
{
    return {.id = "file",
            .owner = "alice",
            .fileKey = std::string(32, 'k'),
            .expiresAt = 1767225600 + 60};
}

/// The request that stores this file, with the next salt of `random`.
std::string putOf(std::string_view bytes,
                  support::CountingRandom random = support::CountingRandom())
{
    core::TextSource source(bytes);
    attachments::SealingSource sealing(source, ticket().fileKey,
                                       random.bytes(crypto::SealedChunks::saltSize));
    const auto sealed = support::contentOf(sealing, 100);
    std::string script =
        s3Request("PUT " + object, "application/octet-stream", static_cast<int>(sealed->size()))
        + "C-RAW: ";
    for (const char c : *sealed)
        script += "{{" + crypto::hexadecimal(std::string(1, c)) + "}}";
    return script + "\n";
}

/// The content of a client that sends nothing, until it is shown out.
class StallingSource final : public core::ByteSource
{
public:
    core::Task<core::Result<std::string>> read(std::size_t) override
    {
        const auto shownOut = m_shownOut;
        (void)co_await shownOut;
        co_return core::Error(ErrorKind::Cancelled, "The request did not arrive in time.");
    }
    void fail() const { m_shownOut.complete({}); }

private:
    core::Completion<core::Done> m_shownOut;
};

core::Task<void> follow(S3Uploads &uploads, core::ByteSource &source,
                        std::optional<core::Result<std::uint64_t>> &outcome)
{
    outcome = co_await uploads.store(ticket(), source);
}

} // namespace

class S3UploadsTest : public QObject
{
    Q_OBJECT

    support::FakeClock m_clock;
    support::CountingRandom m_random;

    static core::Result<std::uint64_t> store(S3Uploads &uploads, std::string_view bytes)
    {
        core::TextSource source(bytes);
        return await(uploads.store(ticket(), source));
    }

private Q_SLOTS:
    void whatTheServiceRefusesIsUnavailable_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("no such bucket") << QByteArray("404 Not Found");
        QTest::newRow("wrong key") << QByteArray("403 Forbidden");
        QTest::newRow("overloaded") << QByteArray("503 Slow Down");
        QTest::newRow("nonsense") << QByteArray("400 Bad Request");
    }
    void whatTheServiceRefusesIsUnavailable()
    {
        QFETCH(QByteArray, status);
        m_random = support::CountingRandom();
        const ScriptedServer service(putOf("Hello") + s3Answer(status.toStdString()));
        const auto client = scripted::s3Client(service, m_clock, m_random);
        S3Uploads uploads(*client, {}, {}, m_clock, m_random);
        const auto stored = store(uploads, "Hello");
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, ErrorKind::Unavailable);
        QVERIFY(stored.error().message.find("S3") == std::string::npos);
    }

    void aSourceThatFailsIsNoFailureOfTheService()
    {
        const ScriptedServer service("CLOSED");
        const auto client = scripted::s3Client(service, m_clock, m_random);
        S3Uploads uploads(*client, {}, {}, m_clock, m_random);
        support::FailingSource source({ErrorKind::Cancelled, "The client has gone."});
        QCOMPARE(await(uploads.store(ticket(), source)).error().kind, ErrorKind::Cancelled);
    }

    // As when the content of a request breaks the minimum pace of HTTP.
    void anUploadThatStallsKeepsItsTurnUntilItFails()
    {
        m_random = support::CountingRandom();
        support::CountingRandom afterFirstSalt;
        (void)afterFirstSalt.bytes(crypto::SealedChunks::saltSize); // of the one that stalls
        const ScriptedServer service(putOf("Hello", afterFirstSalt) + s3Answer("200 OK"));
        s3::Limits limits;
        limits.uploads = 1;
        auto client = scripted::s3Client(service, m_clock, m_random, limits);
        S3Uploads uploads(*client, {}, {.turn = 20ms}, m_clock, m_random);
        StallingSource stalled;
        std::optional<core::Result<std::uint64_t>> outcome;
        core::start(follow(uploads, stalled, outcome));
        QCOMPARE(store(uploads, "Hello").error().kind, ErrorKind::Busy);
        QVERIFY(!outcome);
        stalled.fail();
        QVERIFY(support::waitUntil([&] { return outcome.has_value(); }));
        QCOMPARE(outcome->error().kind, ErrorKind::Cancelled);
        QCOMPARE(*store(uploads, "Hello"), std::uint64_t(5));
    }

    void limitsHoldBeforeTheServiceIsAsked()
    {
        const ScriptedServer service("CLOSED");
        const auto client = scripted::s3Client(service, m_clock, m_random);
        S3Uploads uploads(*client, {.fileBytes = 4}, {}, m_clock, m_random);
        QCOMPARE(store(uploads, "Hello").error().kind, ErrorKind::TooLarge);
    }

    void whatExpiresIsDeleted()
    {
        m_random = support::CountingRandom();
        const ScriptedServer service(putOf("Hello") + s3Answer("200 OK")
                                     + s3Request("DELETE " + object) + s3Answer("204 No Content"));
        auto client = scripted::s3Client(service, m_clock, m_random);
        std::optional<S3Uploads> uploads;
        uploads.emplace(*client, S3Uploads::Limits{.sweepInterval = 5ms}, S3Uploads::Times(),
                        m_clock, m_random);
        QCOMPARE(*store(*uploads, "Hello"), std::uint64_t(5));
        m_clock.advance(60s);
        QCOMPARE(await(uploads->open(ticket(), {})).error().kind, ErrorKind::NotFound);
        QVERIFY(support::waitUntil(
            [&] { return service.received().find("DELETE") != std::string::npos; }));
        QVERIFY(service.received().find("Hello") == std::string::npos);
        uploads.reset();
        client.reset();
        QCOMPARE(service.verdict(), std::string());
        m_clock = support::FakeClock();
    }

    void whatIsNotThereWasNeverUploaded()
    {
        const ScriptedServer service(s3Request("GET " + object) + s3Answer("404 Not Found"));
        const auto client = scripted::s3Client(service, m_clock, m_random);
        const S3Uploads uploads(*client, {}, {}, m_clock, m_random);
        QCOMPARE(await(uploads.open(ticket(), {})).error().kind, ErrorKind::NotFound);
    }

    void whatWasTamperedWithIsRefused()
    {
        const ScriptedServer service(s3Request("GET " + object)
                                     + s3Answer("200 OK", std::string(60, 'x')));
        const auto client = scripted::s3Client(service, m_clock, m_random);
        const S3Uploads uploads(*client, {}, {}, m_clock, m_random);
        QCOMPARE(await(uploads.open(ticket(), {})).error().kind, ErrorKind::Protocol);
    }

    void aServiceThatDoesNotAnswerIsNotWaitedFor()
    {
        const ScriptedServer service(s3Request("GET " + object) + "CLOSED");
        const auto client = scripted::s3Client(service, m_clock, m_random);
        const S3Uploads uploads(*client, {}, {.open = 50ms}, m_clock, m_random);
        QCOMPARE(await(uploads.open(ticket(), {})).error().kind, ErrorKind::Unavailable);
    }
};

QTEST_GUILESS_MAIN(S3UploadsTest)
#include "S3UploadsTest.moc"
