// SPDX-License-Identifier: GPL-3.0-or-later
#include "attachments/AttachmentEndpoint.h"

#include "mime/Initialise.h"
#include "server/attachments/AttachmentStage.h"
#include "server/mail/PartScript.h"

#include <QTest>

#include <nlohmann/json.hpp>

using scripted::Attachments;
using scripted::firstWindow;
using scripted::inBase64;
using scripted::laterWindow;
using scripted::MailServer;
using scripted::request;
using support::await;

namespace {

constexpr std::size_t windowBytes = mail::PartSource::windowBytes;

attachments::Holder holder(const MailServer &mail)
{
    return {.account = scripted::account(mail.server, "pw", "family"), .clientHash = "client"};
}

std::string pathFor(Attachments &theStage, const MailServer &mail, const std::string &encoding,
                    std::size_t size)
{
    const attachments::LinkedPart part{.part = scripted::partTwo(encoding, size),
                                       .fileName = "report.html",
                                       .contentType = "text/html"};
    return Attachments::pathOf(await(theStage.store.link(holder(mail), part, {}))->url);
}

std::string uploadPath(Attachments &theStage, const MailServer &mail)
{
    return Attachments::pathOf(
        theStage.store.uploadLink(holder(mail), "a.txt", "text/plain")->link.url);
}

using ExchangePtr = std::shared_ptr<support::FakeExchange>;

ExchangePtr get(Attachments &theStage, http::Request wanted)
{
    auto exchange = std::make_shared<support::FakeExchange>(std::move(wanted));
    await(theStage.endpoint.get(exchange));
    return exchange;
}

ExchangePtr put(Attachments &theStage, const std::string &path, const std::string &body)
{
    auto wanted = request("PUT", path);
    wanted.body = body;
    auto exchange = std::make_shared<support::FakeExchange>(std::move(wanted));
    await(theStage.endpoint.put(exchange));
    return exchange;
}

std::string field(const ExchangePtr &exchange, std::string_view name)
{
    return std::string(exchange->answer().headers.find(name).value_or(""));
}

/// A client that takes nothing until it is told to.
class StalledExchange final : public support::FakeExchange
{
public:
    using FakeExchange::FakeExchange;
    core::Task<bool> drained() override
    {
        const auto room = m_room;
        const bool isThere = co_await room;
        co_return isThere;
    }
    void hangUp()
    {
        disconnect();
        m_room.complete(false);
    }

private:
    core::Completion<bool> m_room;
};

} // namespace

class AttachmentEndpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialise(); }

    void aPartIsDeliveredDecodedAndHarmless()
    {
        MailServer mail(firstWindow("SGVsbG8=\r\n") + "CLOSED");
        Attachments theStage(mail.pool);
        const auto answer = get(theStage, request("GET", pathFor(theStage, mail, "base64", 10)));
        QCOMPARE(answer->answer().status, 200);
        QCOMPARE(answer->answer().body, std::string("Hello"));
        QVERIFY(answer->isComplete());
        QCOMPARE(answer->announcedSize(), std::optional<std::uint64_t>(5));
        QCOMPARE(field(answer, "Content-Type"), std::string("application/octet-stream")); // ML-12
        QVERIFY(field(answer, "Content-Disposition").starts_with("attachment; "));
        QCOMPARE(field(answer, "Accept-Ranges"), std::string("bytes"));
        QCOMPARE(theStage.slots.inUse(), std::size_t(0));
        QCOMPARE(mail.verdict(), std::string());
    }

    void headSaysWhatGetWouldSay()
    {
        MailServer mail(firstWindow("SGVsbG8=\r\n") + "CLOSED");
        Attachments theStage(mail.pool);
        const auto answer = get(theStage, request("HEAD", pathFor(theStage, mail, "base64", 10)));
        QCOMPARE(answer->answer().status, 200);
        QCOMPARE(answer->announcedSize(), std::optional<std::uint64_t>(5));
        QCOMPARE(answer->answer().body, std::string());
        QVERIFY(answer->isComplete());
    }

    void aRangeIsDelivered_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("contentRange");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *range, int status, const char *contentRange,
                            const char *body) {
            QTest::newRow(range) << QByteArray(range) << status << QByteArray(contentRange)
                                 << QByteArray(body);
        };
        row("bytes=1-3", 206, "bytes 1-3/5", "ell");
        row("bytes=2-", 206, "bytes 2-4/5", "llo");
        row("bytes=-2", 206, "bytes 3-4/5", "lo");
        row("bytes=5-", 416, "bytes */5", "The file has no such bytes.\n");
        row("bytes=0-1,3-4", 200, "", "Hello");
        row("lines=1-2", 200, "", "Hello");
    }
    void aRangeIsDelivered()
    {
        QFETCH(QByteArray, range);
        QFETCH(int, status);
        QFETCH(QByteArray, contentRange);
        QFETCH(QByteArray, body);
        MailServer mail(firstWindow("SGVsbG8=\r\n") + "CLOSED");
        Attachments theStage(mail.pool);
        auto wanted = request("GET", pathFor(theStage, mail, "base64", 10));
        wanted.headers.addReceived("Range", range.toStdString());
        const auto answer = get(theStage, std::move(wanted));
        QCOMPARE(answer->answer().status, status);
        QCOMPARE(field(answer, "Content-Range"), contentRange.toStdString());
        QCOMPARE(answer->answer().body, body.toStdString());
    }

    void aRangeOfOtherBytesIsIgnored() // RFC 9110 §13.1.5
    {
        MailServer mail(firstWindow("SGVsbG8=\r\n") + laterWindow(0, "SGVsbG8=\r\n")
                        + laterWindow(0, "SGVsbG8=\r\n") + "CLOSED");
        Attachments theStage(mail.pool);
        const auto path = pathFor(theStage, mail, "base64", 10);
        const auto tag = field(get(theStage, request("GET", path)), "ETag");
        QVERIFY(tag.starts_with('"'));
        const auto statusWith = [&](const std::string &condition) {
            auto wanted = request("GET", path);
            wanted.headers.addReceived("Range", "bytes=1-");
            wanted.headers.addReceived("If-Range", condition);
            return get(theStage, std::move(wanted))->answer().status;
        };
        QCOMPARE(statusWith(tag), 206);
        QCOMPARE(statusWith("\"other\""), 200);
        QCOMPARE(mail.verdict(), std::string());
    }

    void withoutACertainSizeThereAreNoRanges()
    {
        const std::string part = std::string(windowBytes - 1, 'a') + "=3Db";
        MailServer mail(firstWindow(part.substr(0, windowBytes)) + laterWindow(windowBytes, part)
                        + "CLOSED");
        Attachments theStage(mail.pool);
        auto wanted = request("GET", pathFor(theStage, mail, "quoted-printable", part.size()));
        wanted.headers.addReceived("Range", "bytes=1-2");
        const auto answer = get(theStage, std::move(wanted));
        QCOMPARE(answer->answer().status, 200);
        QCOMPARE(field(answer, "Accept-Ranges"), std::string("none"));
        QVERIFY(!answer->announcedSize());
        QCOMPARE(answer->answer().body.size(), windowBytes + 1);
    }

    void whatIsNoLinkIsNotFoundAndNobodyIsAsked_data()
    {
        QTest::addColumn<QByteArray>("change");
        for (const auto *const change : {"edited", "cut", "longer", "empty", "of another server",
                                         "an upload link", "expired", "garbage"})
            QTest::newRow(change) << QByteArray(change);
    }
    void whatIsNoLinkIsNotFoundAndNobodyIsAsked()
    {
        QFETCH(QByteArray, change);
        MailServer mail("CLOSED");
        Attachments theStage(mail.pool);
        auto path = pathFor(theStage, mail, "base64", 10);
        if (change == "edited")
            path[path.size() - 40] = path[path.size() - 40] == 'A' ? 'B' : 'A';
        else if (change == "cut")
            path.pop_back();
        else if (change == "longer")
            path += "A";
        else if (change == "empty")
            path = "/attachments/";
        else if (change == "of another server") {
            const tokens::Tokens other(scripted::keyRing(), "https://other.test", {},
                                       theStage.clock, theStage.random);
            auto token = *theStage.tokens.openAttachmentToken(path.substr(13));
            path = "/attachments/" + other.seal(token)->text;
        } else if (change == "an upload link")
            path = uploadPath(theStage, mail);
        else if (change == "expired")
            theStage.clock.advance(std::chrono::hours(1));
        else
            path = "/attachments/..%2f..%2fetc%2fpasswd";
        const auto answer = get(theStage, request("GET", path));
        QCOMPARE(answer->answer().status, 404);
        QCOMPARE(field(answer, "Cache-Control"), std::string("no-store"));
        QCOMPARE(mail.server.connections(), 0);
    }

    void whatWasRevokedIsForbiddenAndNobodyIsAsked()
    {
        MailServer mail("CLOSED");
        Attachments theStage(mail.pool);
        const auto path = pathFor(theStage, mail, "base64", 10);
        const auto upload = uploadPath(theStage, mail);
        QVERIFY(await(theStage.state.revokeFamily("family")));
        QCOMPARE(get(theStage, request("GET", path))->answer().status, 403);
        QCOMPARE(put(theStage, upload, "x")->answer().status, 403);
        Attachments denied(mail.pool);
        const auto other = pathFor(denied, mail, "base64", 10);
        QVERIFY(await(denied.state.denyClient("client")));
        QCOMPARE(get(denied, request("GET", other))->answer().status, 403);
        QCOMPARE(theStage.spool.storedBytes(), std::uint64_t(0));
        QCOMPARE(mail.server.connections(), 0);
    }

    void whatTheMailServerSaysIsPassedOn()
    {
        MailServer refused("S: * OK [CAPABILITY IMAP4rev1] ready\nC: TAG LOGIN \"alice\" \"pw\"\n"
                           "S: TAG NO [AUTHENTICATIONFAILED] no\nCLOSED");
        Attachments theStage(refused.pool);
        QCOMPARE(
            get(theStage, request("GET", pathFor(theStage, refused, "7bit", 1)))->answer().status,
            403); // the password was changed
        MailServer anew(firstWindow("x", "10") + "CLOSED");
        Attachments other(anew.pool);
        QCOMPARE(get(other, request("GET", pathFor(other, anew, "7bit", 1)))->answer().status, 410);
    }

    void tooManyDownloadsAreSentAway()
    {
        MailServer mail("CLOSED");
        Attachments theStage(mail.pool, {.total = 0, .perMailbox = 0, .windowsPerMailbox = 1});
        const auto answer = get(theStage, request("GET", pathFor(theStage, mail, "7bit", 1)));
        QCOMPARE(answer->answer().status, 429);
        QVERIFY(!field(answer, "Retry-After").empty());
        QCOMPARE(mail.server.connections(), 0);
    }

    void whatBreaksOffInTheMiddleIsNotEnded()
    {
        const auto content = scripted::someBytes(2 * windowBytes);
        MailServer mail(firstWindow(content.substr(0, windowBytes))
                        + laterWindow(content.size() - 1, content, 2)
                        + "C: TAG1 NOOP\nC: TAG2 UID FETCH 7 {{*}}\nRESET\nCONNECTION\nRESET");
        Attachments theStage(mail.pool);
        const auto answer =
            get(theStage, request("GET", pathFor(theStage, mail, "8bit", content.size())));
        QCOMPARE(answer->answer().status, 200);
        QCOMPARE(answer->answer().body.size(), windowBytes);
        QVERIFY(!answer->isComplete()); // so the client is cut off
    }

    void aClientThatStopsReadingKeepsNoConnection()
    {
        const auto content = scripted::someBytes(2 * windowBytes);
        mail::SessionPool::Limits limits;
        limits.perMailbox = 1;
        MailServer mail(firstWindow(content.substr(0, windowBytes))
                            + laterWindow(content.size() - 1, content, 2) + "CLOSED",
                        limits);
        Attachments theStage(mail.pool);
        const auto stalled = std::make_shared<StalledExchange>(
            request("GET", pathFor(theStage, mail, "8bit", content.size())));
        bool hasEnded = false;
        core::start(follow(theStage.endpoint, stalled, hasEnded));
        QVERIFY(support::waitUntil([&] { return stalled->isAnswered(); }));
        QVERIFY(mail.take()); // the only connection is free
        QVERIFY(!hasEnded);
        QCOMPARE(theStage.slots.inUse(), std::size_t(1));
        stalled->hangUp();
        QVERIFY(support::waitUntil([&] { return hasEnded; }));
        QCOMPARE(theStage.slots.inUse(), std::size_t(0));
        QVERIFY(!stalled->isComplete());
    }

    void aDownloadThatTakesTooLongIsEnded()
    {
        const auto content = scripted::someBytes(2 * windowBytes);
        MailServer mail(firstWindow(content.substr(0, windowBytes))
                        + laterWindow(content.size() - 1, content, 2) + "CLOSED");
        Attachments theStage(mail.pool);
        attachments::AttachmentEndpoint endpoint(theStage.tokens, theStage.state, mail.pool,
                                                 theStage.slots, theStage.spool, nullptr,
                                                 {.duration = std::chrono::milliseconds(1)});
        const auto stalled = std::make_shared<StalledExchange>(
            request("GET", pathFor(theStage, mail, "8bit", content.size())));
        await(endpoint.get(stalled));
        QVERIFY(!stalled->isComplete());
        QCOMPARE(theStage.slots.inUse(), std::size_t(0));
        stalled->hangUp();
    }

    void anUploadIsKept()
    {
        MailServer mail("CLOSED");
        Attachments theStage(mail.pool);
        const auto answer = put(theStage, uploadPath(theStage, mail), "the bytes");
        QCOMPARE(answer->answer().status, 201);
        const auto said = nlohmann::json::parse(answer->answer().body);
        QCOMPARE(said["filename"].get<std::string>(), std::string("a.txt"));
        QCOMPARE(said["size"].get<int>(), 9);
        QCOMPARE(theStage.spool.storedBytes(), std::uint64_t(9));
        QCOMPARE(mail.server.connections(), 0);
    }

    void theTypeOfAnUploadIsFound()
    {
        MailServer mail("CLOSED");
        Attachments theStage(mail.pool);
        const auto answer = [&](const char *declared, const std::string &content) {
            const auto link = theStage.store.uploadLink(holder(mail), "a", declared);
            return put(theStage, Attachments::pathOf(link->link.url), content);
        };
        const auto typeOf = [](const ExchangePtr &exchange) {
            return nlohmann::json::parse(exchange->answer().body)["content_type"]
                .get<std::string>();
        };
        const std::string page = "<!DOCTYPE html><html><script>x</script></html>";
        QCOMPARE(typeOf(answer("application/octet-stream", "%PDF-1.7\n")),
                 std::string("application/pdf"));
        QCOMPARE(typeOf(answer("text/csv", "a,b\n")), std::string("text/csv"));
        QCOMPARE(typeOf(answer("text/html", page)), std::string("text/html"));
        const auto stored = theStage.spool.storedBytes();
        const auto refused = answer("image/png", page);
        QCOMPARE(refused->answer().status, 415);
        QVERIFY(refused->answer().body.find("image/png, but the file looks like text/html")
                != std::string::npos);
        QCOMPARE(theStage.spool.storedBytes(), stored);
    }

    void uploadsThatCannotBeAreRefused()
    {
        MailServer mail("CLOSED");
        Attachments theStage(mail.pool, {}, {.fileBytes = 5, .mailboxBytes = 8, .totalBytes = 8});
        const auto path = uploadPath(theStage, mail);
        QCOMPARE(put(theStage, pathFor(theStage, mail, "7bit", 1), "x")->answer().status, 404);
        QCOMPARE(put(theStage, path + "A", "x")->answer().status, 404);
        QCOMPARE(put(theStage, path, "123456")->answer().status, 413);
        QCOMPARE(put(theStage, path, "12345")->answer().status, 201);
        QCOMPARE(put(theStage, uploadPath(theStage, mail), "12345")->answer().status, 413);
        QCOMPARE(theStage.spool.storedBytes(), std::uint64_t(5));
        auto partial = request("PUT", path);
        partial.headers.addReceived("Content-Range", "bytes 0-1/5");
        const auto exchange = std::make_shared<support::FakeExchange>(std::move(partial));
        await(theStage.endpoint.put(exchange));
        QCOMPARE(exchange->answer().status, 400);
        theStage.clock.advance(std::chrono::hours(1));
        QCOMPARE(put(theStage, path, "x")->answer().status, 404);
    }

    void linksOfAnotherServerAreNone() // even with the same key
    {
        MailServer mail("CLOSED");
        Attachments theStage(mail.pool);
        tokens::Tokens foreign(scripted::keyRing(), "https://other.test", {}, theStage.clock,
                               theStage.random);
        attachments::StreamingStore other("https://other.test", foreign, mail.pool, theStage.slots,
                                          theStage.spool);
        const attachments::LinkedPart part{
            .part = scripted::partTwo("7bit", 1), .fileName = "a.txt", .contentType = "text/plain"};
        const auto prefix = std::string_view("https://other.test").size();
        const auto download = await(other.link(holder(mail), part, {}))->url.substr(prefix);
        const auto upload =
            other.uploadLink(holder(mail), "a.txt", "text/plain")->link.url.substr(prefix);
        QCOMPARE(get(theStage, request("GET", download))->answer().status, 404);
        QCOMPARE(put(theStage, upload, "x")->answer().status, 404);
        QVERIFY(!theStage.endpoint.bodyRule(upload));
        QCOMPARE(mail.server.connections(), 0);
        QCOMPARE(theStage.spool.storedBytes(), std::uint64_t(0));
    }

    void uploadsAtOneTimeAreBounded()
    {
        MailServer mail("CLOSED");
        Attachments theStage(mail.pool);
        attachments::AttachmentEndpoint endpoint(theStage.tokens, theStage.state, mail.pool,
                                                 theStage.slots, theStage.spool, nullptr,
                                                 {.uploads = 0});
        const auto exchange =
            std::make_shared<support::FakeExchange>(request("PUT", uploadPath(theStage, mail)));
        await(endpoint.put(exchange));
        QCOMPARE(exchange->answer().status, 429);
        QVERIFY(exchange->answer().headers.contains("Retry-After"));
        QCOMPARE(endpoint.stats().uploadsRefused, std::uint64_t(1));
        QCOMPARE(endpoint.stats().uploadsRunning, std::size_t(0));
    }

    void whatBecomesOfLinksIsCounted()
    {
        MailServer mail("CLOSED");
        Attachments theStage(mail.pool);
        const auto path = uploadPath(theStage, mail);
        put(theStage, path, "the bytes");
        put(theStage, path + "A", "x");
        get(theStage, request("GET", path)); // it is not for reading
        const auto &stats = theStage.endpoint.stats();
        QCOMPARE(stats.uploadsDone, std::uint64_t(1));
        QCOMPARE(stats.uploadedBytes, std::uint64_t(9));
        QCOMPARE(stats.linksRefused, std::uint64_t(2));
        QCOMPARE(stats.uploadsRunning, std::size_t(0));
    }

    void onlyAGoodUploadLinkMakesRoomForAFile()
    {
        MailServer mail("CLOSED");
        Attachments theStage(mail.pool);
        const auto path = uploadPath(theStage, mail);
        const auto rule = theStage.endpoint.bodyRule(path);
        QVERIFY(rule);
        QCOMPARE(rule->limit, theStage.spool.limits().fileBytes);
        QVERIFY(rule->delivery == http::BodyRule::Delivery::Streamed);
        for (const auto &other :
             {path + "A", pathFor(theStage, mail, "7bit", 1), std::string("/mcp"), std::string()})
            QVERIFY(!theStage.endpoint.bodyRule(other));
        theStage.clock.advance(std::chrono::hours(1));
        QVERIFY(!theStage.endpoint.bodyRule(path));
    }

private:
    static core::Task<void> follow(attachments::AttachmentEndpoint &endpoint,
                                   std::shared_ptr<StalledExchange> exchange, bool &hasEnded)
    {
        co_await endpoint.get(exchange);
        hasEnded = true;
    }
};

QTEST_GUILESS_MAIN(AttachmentEndpointTest)
#include "AttachmentEndpointTest.moc"
