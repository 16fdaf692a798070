// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/Stream.h"
#include "support/Await.h"
#include "support/ScriptedServer.h"

#include <QTest>

#include <thread>

using namespace std::chrono_literals;
using support::await;
using support::ScriptedServer;
using support::ScriptedServerOptions;

using Readiness = net::Stream::Readiness;

namespace {

using StreamResult = core::Result<std::unique_ptr<net::Stream>>;
using Line = core::Result<std::string>;

constexpr net::Stream::Limits defaultLimits;

StreamResult connectTo(std::uint16_t port, net::Stream::Limits limits = defaultLimits,
                       std::chrono::milliseconds limit = 10s, core::Cancellation cancellation = {})
{
    const account::ServerEndpoint endpoint{
        .host = "127.0.0.1", .port = port, .security = account::Security::PlainText};
    const net::TlsPolicy policy;
    return await(net::Stream::connect(endpoint, policy, limits, core::deadlineIn(limit),
                                      std::move(cancellation)));
}

std::unique_ptr<net::Stream> connected(const ScriptedServer &server,
                                       net::Stream::Limits limits = defaultLimits)
{
    auto stream = connectTo(server.port(), limits);
    if (!stream)
        qFatal("%s", stream.error().message.c_str());
    return std::move(*stream);
}

Line readLine(net::Stream &stream, std::chrono::milliseconds limit = 10s)
{
    return await(stream.readLine(core::deadlineIn(limit)));
}

/// Starts a read and leaves it waiting.
template <typename T>
std::shared_ptr<std::optional<T>> begin(core::Task<T> task)
{
    auto slot = std::make_shared<std::optional<T>>();
    core::start(support::detail::store(std::move(task), slot));
    return slot;
}

core::Task<bool> readLines(net::Stream &stream, int count, std::string expected)
{
    for (int i = 0; i < count; ++i) {
        const auto line = co_await stream.readLine(core::deadlineIn(20s));
        if (!line || *line != expected)
            co_return false;
    }
    co_return true;
}

core::Task<void> destroyAfterFirstLine(std::unique_ptr<net::Stream> &stream, bool &done)
{
    (void)co_await stream->readLine(core::deadlineIn(10s));
    stream.reset();
    done = true;
}

} // namespace

class StreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesComeWithoutTheirEnds_data()
    {
        QTest::addColumn<bool>("singleBytes");
        QTest::newRow("whole") << false;
        QTest::newRow("in single bytes") << true;
    }
    void linesComeWithoutTheirEnds()
    {
        QFETCH(bool, singleBytes);
        const ScriptedServer server(
            "S: * OK ready\nS-RAW: lone LF{{0a}}{{0a}}a{{0d}}b{{CRLF}}{{0d 0d 0a}}last",
            {.segments = singleBytes ? ScriptedServerOptions::Segments::SingleBytes
                                     : ScriptedServerOptions::Segments::Whole});
        auto stream = connected(server);
        for (const std::string expected : {"* OK ready", "lone LF", "", "a\rb", "\r"}) {
            const auto line = readLine(*stream);
            QVERIFY(line);
            QCOMPARE(*line, expected);
        }
        const auto rest = await(stream->readBytes(4, core::deadlineIn(10s)));
        QVERIFY(rest);
        QCOMPARE(*rest, std::string("last"));
        QVERIFY(stream->isOpen());
        QVERIFY(!stream->isEncrypted());
        stream.reset();
        QCOMPARE(server.verdict(), std::string());
    }

    void bytesAndLinesAlternate()
    {
        const ScriptedServer server(
            "S-RAW: {5}{{CRLF}}a{{CRLF}}bc done{{CRLF}}{{100000*x}}!{{CRLF}}");
        auto stream = connected(server);
        QCOMPARE(*readLine(*stream), std::string("{5}"));
        QCOMPARE(*await(stream->readBytes(0, core::deadlineIn(10s))), std::string());
        QCOMPARE(*await(stream->readBytes(5, core::deadlineIn(10s))), std::string("a\r\nbc"));
        QCOMPARE(*readLine(*stream), std::string(" done"));
        QCOMPARE(*await(stream->readBytes(100000, core::deadlineIn(10s))),
                 std::string(100000, 'x'));
        QCOMPARE(*readLine(*stream), std::string("!"));
    }

    void whatHasComeIsReadAsItIs()
    {
        const ScriptedServer server("S-RAW: line{{CRLF}}{{10*x}}\nC: more\nS-RAW: yz\nSILENCE");
        auto stream = connected(server);
        QCOMPARE(*readLine(*stream), std::string("line"));
        QCOMPARE(*await(stream->readAvailable(6, core::deadlineIn(10s))), std::string(6, 'x'));
        QCOMPARE(*await(stream->readAvailable(100, core::deadlineIn(10s))), std::string(4, 'x'));
        stream->write("more\r\n");
        std::string rest;
        while (rest.size() < 2) {
            const auto bytes = await(stream->readAvailable(100, core::deadlineIn(10s)));
            QVERIFY(bytes);
            QVERIFY(!bytes->empty());
            rest += *bytes;
        }
        QCOMPARE(rest, std::string("yz"));
        const auto nothing = await(stream->readAvailable(1, core::deadlineIn(20ms)));
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().kind, core::ErrorKind::DeadlineExceeded);
    }

    void aBufferedLineIsReadWithoutWaiting()
    {
        const ScriptedServer server("S-RAW: one{{CRLF}}two{{CRLF}}");
        auto stream = connected(server);
        QCOMPARE(*readLine(*stream), std::string("one"));
        QVERIFY(stream->hasBufferedBytes());
        const auto line = begin(stream->readLine(core::deadlineIn(10s)));
        QVERIFY(line->has_value());
        QCOMPARE(***line, std::string("two"));
        QVERIFY(!stream->hasBufferedBytes());
    }

    void writesOfOneTurnGoOutTogetherAndInOrder()
    {
        const ScriptedServer server(
            "C: a NOOP\nC: b NOOP\nS: done\nC-RAW: {{300000*z}}\nS: thanks");
        auto stream = connected(server);
        stream->write("a NO");
        stream->write("OP\r\nb NOOP\r\n");
        QCOMPARE(*readLine(*stream), std::string("done"));
        // More than the socket takes at once.
        stream->write(std::string(300000, 'z'));
        QCOMPARE(*readLine(*stream), std::string("thanks"));
        stream.reset();
        QCOMPARE(server.verdict(), std::string());
    }

    void aWriteGoesOutWithoutARead()
    {
        const ScriptedServer server("C: QUIT\nCLOSED");
        auto stream = connected(server);
        stream->write("QUIT\r\n");
        QVERIFY(support::waitUntil([&] { return server.received() == "QUIT\r\n"; }));
    }

    void flushReturnsWhenNothingIsLeftHere()
    {
        const ScriptedServer server("C-RAW: {{20000000*z}}\nCLOSED");
        auto stream = connected(server);
        QVERIFY(await(stream->flush(core::deadlineIn(10s))));
        stream->write(std::string(20000000, 'z'));
        QVERIFY(await(stream->flush(core::deadlineIn(20s))));
        // What the operating system has arrives even if we go away.
        stream.reset();
        QCOMPARE(server.verdict(), std::string());
    }

    void flushEndsAtTheDeadlineWhenThePeerReadsNothing()
    {
        const ScriptedServer server("S-RAW: {{50000000*x}}\nCLOSED");
        auto stream = connected(server);
        stream->write(std::string(20000000, 'z'));
        QCOMPARE(await(stream->flush(core::deadlineIn(200ms))).error().kind,
                 core::ErrorKind::DeadlineExceeded);
    }

    void aSilentServerEndsAtTheDeadline()
    {
        const ScriptedServer server("SILENCE");
        auto stream = connected(server);
        const auto line = readLine(*stream, 50ms);
        QVERIFY(!line);
        QCOMPARE(line.error().kind, core::ErrorKind::DeadlineExceeded);
        QCOMPARE(line.error().message, std::string("127.0.0.1 did not answer in time."));
        QVERIFY(!stream->isOpen());
        // Dead is dead, whoever asks.
        QCOMPARE(await(stream->waitReadable(core::deadlineIn(10s), {})).error().kind,
                 core::ErrorKind::DeadlineExceeded);
        QCOMPARE(await(stream->startTls(core::deadlineIn(10s))).error().kind,
                 core::ErrorKind::DeadlineExceeded);
        stream->write("x\r\n");
        QCOMPARE(server.verdict(), std::string());
        QCOMPARE(server.received(), std::string());
    }

    void everyReadOfASilentServerHasItsDeadline()
    {
        const ScriptedServer server("S-RAW: 123\nSILENCE");
        auto stream = connected(server);
        QCOMPARE(await(stream->readBytes(4, core::deadlineIn(20ms))).error().kind,
                 core::ErrorKind::DeadlineExceeded);
    }

    void aDeadlineIsAlsoHonouredWhileDataFlows()
    {
        const ScriptedServer server("S: one\nS: two\nSILENCE");
        auto stream = connected(server);
        QCOMPARE(*readLine(*stream), std::string("one"));
        QVERIFY(support::waitUntil([&] { return stream->hasBufferedBytes(); }));
        const auto late = await(stream->readLine(core::deadlineIn(-1ms)));
        QVERIFY(!late);
        QCOMPARE(late.error().kind, core::ErrorKind::DeadlineExceeded);
    }

    void aLaterDeadlineIsNotCutShortByAnEarlierOne()
    {
        const ScriptedServer server("S: one\nC: go\nS: two");
        auto stream = connected(server);
        QCOMPARE(*readLine(*stream, 100ms), std::string("one"));
        const auto line = begin(stream->readLine(core::Deadline::max()));
        // The timer of the first read fires in the meantime.
        (void)await(core::sleepFor(150ms));
        QVERIFY(!line->has_value());
        stream->write("go\r\n");
        QVERIFY(support::waitUntil([&] { return line->has_value(); }));
        QCOMPARE(***line, std::string("two"));
    }

    void anEndlessLineIsStopped_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("plain") << QByteArray("S-RAW: {{10000000*a}}\nSILENCE") << false;
        QTest::newRow("as long as allowed") << QByteArray("S: {{1000*a}}") << true;
        QTest::newRow("one too long") << QByteArray("S: {{1001*a}}") << false;
        QTest::newRow("one too long, in the middle") << QByteArray("S-RAW: {{1001*a}}") << false;
    }
    void anEndlessLineIsStopped()
    {
        QFETCH(QByteArray, script);
        QFETCH(bool, accepted);
        const ScriptedServer server(script.toStdString());
        auto stream = connected(server, {.lineBytes = 1000});
        const auto line = readLine(*stream);
        QCOMPARE(bool(line), accepted);
        if (!accepted)
            QCOMPARE(line.error().kind, core::ErrorKind::TooLarge);
    }

    void theByteBudgetHoldsPerOperation()
    {
        const ScriptedServer server("S: {{18*a}}\nC: more\nS: {{18*b}}\nC: more\nS: {{19*c}}");
        auto stream = connected(server, {.lineBytes = 100, .totalBytes = 20});
        QCOMPARE(*readLine(*stream), std::string(18, 'a'));
        stream->beginOperation({});
        stream->write("more\r\n");
        QCOMPARE(*readLine(*stream), std::string(18, 'b'));
        stream->beginOperation({});
        stream->write("more\r\n");
        const auto tooMuch = readLine(*stream);
        QVERIFY(!tooMuch);
        QCOMPARE(tooMuch.error().kind, core::ErrorKind::TooLarge);
    }

    /// A flood that nobody reads stays with the server.
    void aFloodIsHeldBackByTcp()
    {
        const ScriptedServer server("S-RAW: {{64000000*a}}\nSILENCE");
        auto stream = connected(server, {.lineBytes = 100, .totalBytes = 1000000});
        (void)await(core::sleepFor(50ms));
        const auto bytes = await(stream->readBytes(64000000, core::deadlineIn(10s)));
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().kind, core::ErrorKind::TooLarge);
        QCOMPARE(server.verdict(), std::string());
    }

    void muchDataArrivesWhole()
    {
        const ScriptedServer server("S-RAW: {{20000000*a}}\nS: !\nCLOSE");
        auto stream = connected(server);
        const auto bytes = await(stream->readBytes(20000000, core::deadlineIn(20s)));
        QVERIFY(bytes);
        QVERIFY(*bytes == std::string(20000000, 'a'));
        QCOMPARE(*readLine(*stream), std::string("!"));
    }

    void manyLinesArriveWhole()
    {
        const ScriptedServer server("REPEAT: 200000 * 1 EXISTS\nCLOSE");
        auto stream = connected(server);
        QVERIFY(await(readLines(*stream, 200000, "* 1 EXISTS")));
    }

    void whatWasSentBeforeTheCloseIsStillRead()
    {
        const ScriptedServer server("S: * BYE shutting down\nCLOSE");
        auto stream = connected(server);
        QVERIFY(support::waitUntil([&] { return !stream->isOpen(); }));
        QVERIFY(stream->hasBufferedBytes());
        QCOMPARE(*readLine(*stream), std::string("* BYE shutting down"));
        const auto end = readLine(*stream);
        QVERIFY(!end);
        QCOMPARE(end.error().kind, core::ErrorKind::Unavailable);
        QCOMPARE(end.error().message, std::string("127.0.0.1 closed the connection."));
    }

    void aConnectionThatBreaksIsAnErrorAtEveryByte()
    {
        const std::string script = "S: * OK\nS-RAW: 12345\nSILENCE";
        for (std::size_t offset = 0; offset <= 11; ++offset) {
            const ScriptedServer server(script, {.resetAfter = offset});
            auto stream = connectTo(server.port());
            if (!stream) // reset before we were told that we are connected
                continue;
            const auto line = readLine(**stream);
            if (!line) {
                QCOMPARE(line.error().kind, core::ErrorKind::Unavailable);
                continue;
            }
            QCOMPARE(*line, std::string("* OK"));
            const auto bytes = await((*stream)->readBytes(5, core::deadlineIn(10s)));
            QVERIFY(!bytes || (*bytes == "12345" && offset == 11));
            if (!bytes)
                QCOMPARE(bytes.error().kind, core::ErrorKind::Unavailable);
        }
    }

    void aCancellationEndsTheWait()
    {
        const ScriptedServer server("SILENCE");
        auto stream = connected(server);
        core::CancellationSource source;
        stream->beginOperation(source.token());
        const auto line = begin(stream->readLine(core::deadlineIn(1h)));
        QVERIFY(!line->has_value());
        source.cancel();
        QVERIFY2(!line->has_value(), "resumed inside cancel()");
        QCoreApplication::processEvents();
        QVERIFY(line->has_value());
        QCOMPARE((*line)->error().kind, core::ErrorKind::Cancelled);
        QVERIFY(!stream->isOpen());
    }

    void aCancellationOfAnEarlierOperationChangesNothing()
    {
        const ScriptedServer server("C: go\nS: one");
        auto stream = connected(server);
        core::CancellationSource source;
        stream->beginOperation(source.token());
        stream->beginOperation({});
        source.cancel();
        stream->write("go\r\n");
        QCOMPARE(*readLine(*stream), std::string("one"));
    }

    void aCancellationBeforehandIsNoticed()
    {
        const ScriptedServer server("S: one");
        auto stream = connected(server);
        core::CancellationSource source;
        source.cancel();
        stream->beginOperation(source.token());
        QCOMPARE(readLine(*stream).error().kind, core::ErrorKind::Cancelled);
        QCOMPARE(connectTo(server.port(), {}, 10s, source.token()).error().kind,
                 core::ErrorKind::Cancelled);
    }

    void abortEndsTheWait()
    {
        const ScriptedServer server("SILENCE");
        auto stream = connected(server);
        const auto line = begin(stream->readLine(core::deadlineIn(1h)));
        stream->abort();
        QVERIFY(support::waitUntil([&] { return line->has_value(); }));
        QCOMPARE((*line)->error().kind, core::ErrorKind::Unavailable);
        QCOMPARE(server.verdict(), std::string());
    }

    /// Callers count on it: what they do after starting a task is done before it ends.
    void anAnswerIsNotReadBeforeTheLoopHasTurned()
    {
        const ScriptedServer server("C: a\nS: b");
        auto stream = connected(server);
        stream->write("a\r\n");
        const auto flushed = begin(stream->flush(core::deadlineIn(10s)));
        QVERIFY(flushed->has_value());
        std::this_thread::sleep_for(50ms); // now it is here
        const auto line = begin(stream->readLine(core::deadlineIn(10s)));
        QVERIFY(!line->has_value());
        QVERIFY(support::waitUntil([&] { return line->has_value(); }));
        QCOMPARE(***line, std::string("b"));
    }

    void waitReadableReturnsWhenSomethingCame()
    {
        const ScriptedServer server("C: IDLE\nS: * 1 EXISTS\nCLOSE");
        auto stream = connected(server);
        const auto readable = begin(stream->waitReadable(core::deadlineIn(10s), {}));
        QVERIFY(!readable->has_value());
        stream->write("IDLE\r\n");
        QVERIFY(support::waitUntil([&] { return readable->has_value(); }));
        QVERIFY(**readable);
        QCOMPARE(***readable, Readiness::Ready);
        QCOMPARE(*await(stream->waitReadable(core::deadlineIn(10s), {})), Readiness::Ready);
        QCOMPARE(*readLine(*stream), std::string("* 1 EXISTS"));
        QCOMPARE(await(stream->waitReadable(core::deadlineIn(10s), {})).error().kind,
                 core::ErrorKind::Unavailable);
    }

    void aWaitThatEndsWithoutDataHarmsNothing()
    {
        const ScriptedServer server("C: go on\nS: one\nCLOSE");
        auto stream = connected(server);
        QCOMPARE(*await(stream->waitReadable(core::deadlineIn(20ms), {})), Readiness::NotYet);
        core::CancellationSource stop;
        const auto stopped = begin(stream->waitReadable(core::deadlineIn(10s), stop.token()));
        QVERIFY(!stopped->has_value());
        stop.cancel();
        QVERIFY(support::waitUntil([&] { return stopped->has_value(); }));
        QCOMPARE(***stopped, Readiness::NotYet);
        stream->write("go on\r\n");
        QCOMPARE(*readLine(*stream), std::string("one"));
        QCOMPARE(server.verdict(), std::string());
    }

    void aStreamMayDieInTheCoroutineItWakes()
    {
        const ScriptedServer server("S: one\nS: two\nS: three\nCLOSED");
        auto stream = connected(server);
        bool done = false;
        core::start(destroyAfterFirstLine(stream, done));
        QVERIFY(support::waitUntil([&] { return done; }));
        QCOMPARE(server.verdict(), std::string());
    }

    void aClosedPortIsRefused()
    {
        std::uint16_t port = 0;
        {
            const ScriptedServer gone("SILENCE");
            port = gone.port();
        }
        const auto stream = connectTo(port);
        QVERIFY(!stream);
        QCOMPARE(stream.error().kind, core::ErrorKind::Unavailable);
        QCOMPARE(stream.error().message,
                 "127.0.0.1:" + std::to_string(port) + " refuses connections. Check the port.");
    }

    void plainTextGoesToThisMachineOnly()
    {
        const account::ServerEndpoint endpoint{
            .host = "192.0.2.1", .port = 143, .security = account::Security::PlainText};
        const net::TlsPolicy policy;
        const auto stream =
            await(net::Stream::connect(endpoint, policy, defaultLimits, core::deadlineIn(10s), {}));
        QVERIFY(!stream);
        QCOMPARE(stream.error().kind, core::ErrorKind::PermissionDenied);
    }

    void anEndpointThatCannotBeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<int>("port");
        QTest::newRow("no host") << QByteArray("") << 993;
        QTest::newRow("no port") << QByteArray("localhost") << 0;
        QTest::newRow("line end") << QByteArray("localhost\r\n") << 993;
        QTest::newRow("space") << QByteArray("local host") << 993;
        QTest::newRow("NUL") << QByteArray("localhost\0.test", 15) << 993;
    }
    void anEndpointThatCannotBeIsRefused()
    {
        QFETCH(QByteArray, host);
        QFETCH(int, port);
        const account::ServerEndpoint endpoint{.host = host.toStdString(),
                                               .port = static_cast<std::uint16_t>(port)};
        const net::TlsPolicy policy;
        const auto stream =
            await(net::Stream::connect(endpoint, policy, defaultLimits, core::deadlineIn(10s), {}));
        QVERIFY(!stream);
        QCOMPARE(stream.error().kind, core::ErrorKind::InvalidArgument);
    }

    void ipv6IsSpokenToo()
    {
        const ScriptedServer server("S: six", {.address = "::1"});
        const account::ServerEndpoint endpoint{
            .host = "[::1]", .port = server.port(), .security = account::Security::PlainText};
        const net::TlsPolicy policy;
        const auto stream =
            await(net::Stream::connect(endpoint, policy, defaultLimits, core::deadlineIn(10s), {}));
        QVERIFY(stream);
        QCOMPARE(*readLine(**stream), std::string("six"));
    }
};

QTEST_GUILESS_MAIN(StreamTest)
#include "StreamTest.moc"
