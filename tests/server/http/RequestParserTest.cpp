// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/RequestParser.h"

#include <QTest>

using http::RequestParser;

namespace {

constexpr auto head = "POST /mcp HTTP/1.1\r\nHost: mail.test\r\n";

http::RequestLimits limits()
{
    http::RequestLimits result;
    result.body = 1000;
    result.bodyFor = [](std::string_view path) { return path == "/mcp" ? 1000U : 32U; };
    return result;
}

/// Feeds everything in pieces of that size and returns how many bytes were taken.
std::size_t feed(RequestParser &parser, std::string_view bytes, std::size_t pieceSize)
{
    std::size_t used = 0;
    while (used < bytes.size()) {
        const auto piece = bytes.substr(used, pieceSize);
        const auto taken = parser.feed(piece);
        used += taken;
        if (taken < piece.size())
            break;
    }
    return used;
}

std::string repeated(std::string_view text, int count)
{
    std::string result;
    for (int i = 0; i < count; ++i)
        result += text;
    return result;
}

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

void refusal(const char *name, int status, const std::string &bytes)
{
    QTest::newRow(name) << bytesOf(bytes) << status;
}

void acceptance(const char *name, const std::string &bytes, const std::string &body)
{
    QTest::newRow(name) << bytesOf(bytes) << bytesOf(body);
}

} // namespace

class RequestParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAmbiguousOrOversizedRequestIsRefused_data();
    void anAmbiguousOrOversizedRequestIsRefused();
    void aCanonicalRequestIsAccepted_data();
    void aCanonicalRequestIsAccepted();
    void theTargetIsSplitButNotDecoded();
    void fieldsKeepTheirOrderAndLoseTheBlanksAround();
    void bytesBehindTheRequestAreNotTaken();
    void aRequestIsOnlyCompleteWithItsLastByte();
    void phasesFollowTheBytes();
    void aHugeAnnouncementAllocatesNothing();
    void theBodyLimitDependsOnThePath();
    void streamedContentIsNotWaitedFor();
    void streamedContentMayComeInManyChunks();
    void limitsAreExact_data();
    void limitsAreExact();
    void whoClosesIsKnown_data();
    void whoClosesIsKnown();
    void aClientThatWaitsForContinueIsNoticed();
    void aParserCanBeUsedAgain();
};

void RequestParserTest::anAmbiguousOrOversizedRequestIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");

    const std::string post = head;
    refusal("HT-01 length and chunked", 400,
            post
                + "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health "
                  "HTTP/1.1\r\n");
    refusal("HT-01 chunked and length", 400,
            post + "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\nG");
    refusal("HT-02 xchunked", 501, post + "Transfer-Encoding: xchunked\r\n\r\n");
    refusal("HT-02 gzip", 501, post + "Transfer-Encoding: gzip\r\n\r\n");
    refusal("HT-02 gzip, chunked", 501, post + "Transfer-Encoding: gzip, chunked\r\n\r\n");
    refusal("HT-02 chunked, chunked", 501, post + "Transfer-Encoding: chunked, chunked\r\n\r\n");
    refusal("HT-02 identity", 501, post + "Transfer-Encoding: identity\r\n\r\n");
    refusal("HT-02 empty", 501, post + "Transfer-Encoding:\r\n\r\n");
    refusal("HT-02 quoted", 501, post + "Transfer-Encoding: \"chunked\"\r\n\r\n");
    refusal("HT-02 twice", 400,
            post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n");
    refusal("HT-02 with a vertical tab", 400,
            post
                + "Transfer-Encoding: \x0b"
                  "chunked\r\n\r\n");
    refusal("HT-04 two lengths", 400, post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd");
    refusal("HT-04 the same length twice", 400,
            post + "Content-Length: 3\r\ncontent-length: 3\r\n\r\nabc");
    refusal("HT-04 a list of lengths", 400, post + "Content-Length: 3, 3\r\n\r\nabc");
    refusal("HT-06 negative", 400, post + "Content-Length: -1\r\n\r\n");
    refusal("HT-06 signed", 400, post + "Content-Length: +5\r\n\r\nabcde");
    refusal("HT-06 hexadecimal", 400, post + "Content-Length: 0x5\r\n\r\nabcde");
    refusal("HT-06 two numbers", 400, post + "Content-Length: 5 5\r\n\r\nabcde");
    refusal("HT-06 trailing text", 400, post + "Content-Length: 3 abc\r\n\r\nabc");
    refusal("HT-06 beyond 64 bits", 400, post + "Content-Length: 99999999999999999999\r\n\r\n");
    refusal("HT-06 2^64-1", 400, post + "Content-Length: 18446744073709551615\r\n\r\n");
    refusal("HT-06 empty", 400, post + "Content-Length:\r\n\r\n");
    refusal("HT-06 leading zero", 400, post + "Content-Length: 03\r\n\r\nabc");
    refusal("HT-06 decimal point", 400, post + "Content-Length: 3.0\r\n\r\nabc");
    refusal("HT-07 blank before the colon", 400, post + "Content-Length : 5\r\n\r\nabcde");
    refusal("HT-07 tab before the colon", 400, post + "Transfer-Encoding\t: chunked\r\n\r\n");
    refusal("HT-07 no name", 400, post + ": value\r\n\r\n");
    refusal("HT-07 no colon", 400, post + "Nonsense\r\n\r\n");
    refusal("HT-07 a folded field", 400, post + "X-A: 1\r\n continued\r\n\r\n");
    refusal("HT-07 a tab-folded field", 400, post + "X-A: 1\r\n\tcontinued\r\n\r\n");
    refusal("HT-07 a blank before the first field", 400,
            "GET / HTTP/1.1\r\n Host: mail.test\r\n\r\n");
    refusal("HT-07 an 8-bit name", 400, post + "X-\xc3\xa4: 1\r\n\r\n");
    refusal("HT-09 bare LF after the request line", 400, "GET / HTTP/1.1\nHost: mail.test\r\n\r\n");
    refusal("HT-09 bare LF after a field", 400, "GET / HTTP/1.1\r\nHost: mail.test\n\r\n");
    refusal("HT-09 bare LF at the end", 400, "GET / HTTP/1.1\r\nHost: mail.test\r\n\n");
    refusal("HT-09 bare CR in a value", 400, "GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n");
    refusal("HT-09 CR CR LF", 400, "GET / HTTP/1.1\r\r\nHost: mail.test\r\n\r\n");
    refusal("HT-09 NUL in a value", 400, std::string("GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n", 29));
    refusal("HT-09 DEL in a value", 400, "GET / HTTP/1.1\r\nHost: mail.test\r\nX: \x7f\r\n\r\n");
    refusal("HT-11 no Host", 400, "GET / HTTP/1.1\r\n\r\n");
    refusal("HT-11 two Hosts", 400, "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
    refusal("HT-11 the same Host twice", 400, "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n");
    refusal("HT-11 an empty Host", 400, "GET / HTTP/1.1\r\nHost:\r\n\r\n");
    refusal("HT-11 user information", 400, "GET / HTTP/1.1\r\nHost: user@mail.test\r\n\r\n");
    refusal("HT-11 a path", 400, "GET / HTTP/1.1\r\nHost: mail.test/x\r\n\r\n");
    refusal("HT-11 a list", 400, "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n");
    refusal("HT-11 no port", 400, "GET / HTTP/1.1\r\nHost: mail.test:\r\n\r\n");
    refusal("HT-11 a long port", 400, "GET / HTTP/1.1\r\nHost: mail.test:123456\r\n\r\n");
    refusal("HT-11 an open bracket", 400, "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n");
    refusal("HT-11 text behind a bracket", 400, "GET / HTTP/1.1\r\nHost: [::1]x\r\n\r\n");
    refusal("HT-12 a long request line", 414, "GET /" + std::string(8192, 'a') + " HTTP/1.1\r\n");
    refusal("HT-12 an endless request line", 414, std::string(9000, 'G'));
    refusal("HT-13 header block", 431,
            post + repeated("X: " + std::string(1000, 'x') + "\r\n", 33) + "\r\n");
    refusal("HT-13 101 fields", 431, post + repeated("X: 1\r\n", 100) + "\r\n");
    refusal("HT-13 a long field", 431, post + "X: " + std::string(16384, 'x') + "\r\n\r\n");
    refusal("HT-14 an endless field", 431, post + "X: " + std::string(40000, 'x'));
    refusal("HT-15 10 GB to /mcp", 413, post + "Content-Length: 10000000000\r\n\r\n");
    refusal("HT-15 too much for the path", 413,
            "POST /oauth/token HTTP/1.1\r\nHost: a\r\nContent-Length: 33\r\n\r\n");
    refusal("HT-15 a large chunk", 413, post + "Transfer-Encoding: chunked\r\n\r\n3e9\r\n");
    refusal("HT-15 chunks that add up", 413,
            post + "Transfer-Encoding: chunked\r\n\r\n3e8\r\n" + std::string(1000, 'x')
                + "\r\n1\r\n");
    refusal("HT-15 chunk of 4 GB", 413, post + "Transfer-Encoding: chunked\r\n\r\nffffffff\r\n");
    refusal("chunk size of nine digits", 400,
            post + "Transfer-Encoding: chunked\r\n\r\n000000003\r\n");
    refusal("chunk size of 16 digits", 400,
            post + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n");
    refusal("chunk size not hexadecimal", 400, post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n");
    refusal("chunk size negative", 400, post + "Transfer-Encoding: chunked\r\n\r\n-5\r\n");
    refusal("chunk size with 0x", 400, post + "Transfer-Encoding: chunked\r\n\r\n0x5\r\n");
    refusal("chunk size with a blank", 400,
            post + "Transfer-Encoding: chunked\r\n\r\n5 \r\nabcde\r\n");
    refusal("chunk size missing", 400, post + "Transfer-Encoding: chunked\r\n\r\n\r\n");
    refusal("chunk extension", 400, post + "Transfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n");
    refusal("chunk size ended by LF", 400, post + "Transfer-Encoding: chunked\r\n\r\n3\nabc\r\n");
    refusal("chunk longer than its size", 400,
            post + "Transfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n");
    refusal("chunk ended by LF", 400,
            post + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\n0\r\n\r\n");
    refusal("last chunk ended by LF", 400, post + "Transfer-Encoding: chunked\r\n\r\n0\r\n\n");
    refusal("trailer fields", 400, post + "Transfer-Encoding: chunked\r\n\r\n0\r\nX: 1\r\n\r\n");
    refusal("chunked in HTTP/1.0", 400,
            "POST /mcp HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    refusal("HT-26 oversized with Expect", 413,
            post + "Expect: 100-continue\r\nContent-Length: 1001\r\n\r\n");
    refusal("HT-26 another expectation", 417, post + "Expect: the-unexpected\r\n\r\n");
    refusal("HT-26 two expectations", 417,
            post + "Expect: 100-continue\r\nExpect: 100-continue\r\n\r\n");
    refusal("HT-28 gzip content", 415,
            post + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc");
    refusal("HT-28 identity, then gzip", 415,
            post + "Content-Encoding: identity\r\nContent-Encoding: gzip\r\n\r\n");
    refusal("HT-29 HTTP/0.9", 400, "GET /\r\n");
    refusal("HT-29 HTTP/2.9", 505, "GET / HTTP/2.9\r\n");
    refusal("HT-29 HTTP/1.2", 505, "GET / HTTP/1.2\r\n");
    refusal("HT-29 HTTP/2 preface", 505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    refusal("HT-29 lower case http", 400, "GET / http/1.1\r\n");
    refusal("HT-29 version with a tail", 400, "GET / HTTP/1.10\r\n");
    refusal("HT-29 no slash", 400, "GET / HTTPxyzq\r\n");
    refusal("HT-29 a TLS hello", 400, std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc", 9));
    refusal("HT-29 WebSocket upgrade", 400,
            "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    refusal("HT-29 WebSocket among others", 400,
            "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: h2c, WebSocket\r\n\r\n");
    refusal("HT-31 TRACE", 501, "TRACE / HTTP/1.1\r\n");
    refusal("HT-31 CONNECT", 501, "CONNECT mail.test:443 HTTP/1.1\r\n");
    refusal("HT-31 TRACK", 501, "TRACK / HTTP/1.1\r\n");
    refusal("HT-31 FOO", 501, "FOO / HTTP/1.1\r\n");
    refusal("HT-31 lower case get", 501, "get / HTTP/1.1\r\n");
    refusal("HT-31 not a token", 400, "G(T / HTTP/1.1\r\n");
    refusal("HT-31 a long method", 400, "ABCDEFGHIJKLMNOPQ / HTTP/1.1\r\n");
    refusal("an empty line first", 400, "\r\nGET / HTTP/1.1\r\n");
    refusal("a blank first", 400, " GET / HTTP/1.1\r\n");
    refusal("two blanks", 400, "GET  / HTTP/1.1\r\n");
    refusal("a blank at the end of the line", 400, "GET / HTTP/1.1 \r\n");
    refusal("a tab as blank", 400, "GET\t/\tHTTP/1.1\r\n");
    refusal("absolute target", 400, "GET http://mail.test/ HTTP/1.1\r\n");
    refusal("relative target", 400, "GET health HTTP/1.1\r\n");
    refusal("asterisk for GET", 400, "GET * HTTP/1.1\r\n");
    refusal("fragment", 400, "GET /#a HTTP/1.1\r\n");
    refusal("8-bit target", 400, "GET /\xc3\xa4 HTTP/1.1\r\n");
    refusal("backslash", 400, "GET /\\a HTTP/1.1\r\n");
    refusal("quotation mark", 400, "GET /\"a HTTP/1.1\r\n");
    refusal("broken escape", 400, "GET /%4 HTTP/1.1\r\n");
    refusal("escape without hex", 400, "GET /%zz HTTP/1.1\r\n");
    refusal("escaped NUL", 400, "GET /a%00b HTTP/1.1\r\n");
    refusal("escaped NUL in the query", 400, "GET /?a=%00 HTTP/1.1\r\n");
    refusal("content with GET", 400, "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx");
    refusal("chunks with HEAD", 400,
            "HEAD / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
}

void RequestParserTest::anAmbiguousOrOversizedRequestIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const auto limit = limits();
    const std::string_view all(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    for (const std::size_t pieceSize :
         {all.size(), std::size_t(1), std::size_t(2), std::size_t(7)}) {
        RequestParser parser(limit);
        feed(parser, {bytes.constData(), static_cast<std::size_t>(bytes.size())}, pieceSize);
        QCOMPARE(int(parser.phase()), int(RequestParser::Phase::Failed));
        QCOMPARE(parser.status(), status);
        QVERIFY(!parser.reason().empty());
    }
}

void RequestParserTest::aCanonicalRequestIsAccepted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("body");

    const std::string post = head;
    acceptance("a plain GET", "GET / HTTP/1.1\r\nHost: mail.test\r\n\r\n", "");
    acceptance("HTTP/1.0 without Host", "GET / HTTP/1.0\r\n\r\n", "");
    acceptance("a port", "GET / HTTP/1.1\r\nHost: mail.test:8443\r\n\r\n", "");
    acceptance("an IPv6 literal", "GET / HTTP/1.1\r\nHost: [2001:db8::1]:3000\r\n\r\n", "");
    acceptance("OPTIONS *", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", "");
    acceptance("an empty value", "GET / HTTP/1.1\r\nHost: a\r\nX:\r\n\r\n", "");
    acceptance("8-bit characters in a value", "GET / HTTP/1.1\r\nHost: a\r\nX: \xc3\xa4\r\n\r\n",
               "");
    acceptance("a length", post + "Content-Length: 5\r\n\r\nhello", "hello");
    acceptance("a length of zero", post + "Content-Length: 0\r\n\r\n", "");
    acceptance("no length", post + "\r\n", "");
    acceptance("zero bytes with GET", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", "");
    acceptance("content that looks like a request",
               post + "Content-Length: 22\r\n\r\nGET /health HTTP/1.1\r\n",
               "GET /health HTTP/1.1\r\n");
    acceptance("one chunk", post + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
               "hello");
    acceptance(
        "chunks",
        post + "Transfer-Encoding: Chunked\r\n\r\n1\r\nh\r\n0000A\r\nello world\r\n000\r\n\r\n",
        "hello world");
    acceptance("no chunks", post + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "");
    acceptance("identity content",
               post + "Content-Encoding: identity\r\nContent-Length: 1\r\n\r\nx", "x");
    acceptance(
        "HT-29 an h2c upgrade is not followed",
        post
            + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMA\r\n"
              "Content-Length: 1\r\n\r\nx",
        "x");
}

void RequestParserTest::aCanonicalRequestIsAccepted()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, body);
    const auto limit = limits();
    // Split in two at every position, and byte by byte.
    for (qsizetype split = 0; split <= bytes.size(); ++split) {
        RequestParser parser(limit);
        const auto first = static_cast<std::size_t>(split);
        const std::string_view all(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        QCOMPARE(parser.feed(all.substr(0, first)), first);
        QCOMPARE(parser.feed(all.substr(first)), all.size() - first);
        QCOMPARE(int(parser.phase()), int(RequestParser::Phase::Done));
        QCOMPARE(bytesOf(parser.request().body), body);
    }
    RequestParser parser(limit);
    QCOMPARE(feed(parser, {bytes.constData(), static_cast<std::size_t>(bytes.size())}, 1),
             static_cast<std::size_t>(bytes.size()));
    QCOMPARE(int(parser.phase()), int(RequestParser::Phase::Done));
    QCOMPARE(bytesOf(parser.request().body), body);
}

void RequestParserTest::theTargetIsSplitButNotDecoded()
{
    const auto limit = limits();
    RequestParser parser(limit);
    parser.feed("GET /a%2Fb/../c?x=%20y?z&q HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto request = parser.takeRequest();
    QCOMPARE(request.method, std::string("GET"));
    QCOMPARE(request.path, std::string("/a%2Fb/../c"));
    QCOMPARE(request.query, std::string("x=%20y?z&q"));
}

void RequestParserTest::fieldsKeepTheirOrderAndLoseTheBlanksAround()
{
    const auto limit = limits();
    RequestParser parser(limit);
    parser.feed("GET / HTTP/1.1\r\nHost: a\r\nX-One: \t 1  2 \t\r\nx-one:3\r\n\r\n");
    const auto &fields = parser.request().headers.fields();
    QCOMPARE(fields.size(), std::size_t(3));
    QCOMPARE(fields[1].name, std::string("X-One"));
    QCOMPARE(fields[1].value, std::string("1  2"));
    QCOMPARE(fields[2].name, std::string("x-one"));
    QCOMPARE(fields[2].value, std::string("3"));
}

void RequestParserTest::bytesBehindTheRequestAreNotTaken()
{
    const auto limit = limits();
    const std::string first = std::string(head) + "Content-Length: 2\r\n\r\nok";
    RequestParser parser(limit);
    QCOMPARE(parser.feed(first + "GET /second HTTP/1.1\r\n"), first.size());
    QCOMPARE(int(parser.phase()), int(RequestParser::Phase::Done));
    QCOMPARE(parser.feed("more"), std::size_t(0));
}

void RequestParserTest::aRequestIsOnlyCompleteWithItsLastByte()
{
    const auto limit = limits();
    const std::string bytes =
        std::string(head) + "Transfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n";
    RequestParser parser(limit);
    for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
        parser.feed({&bytes[i], 1});
        QVERIFY(parser.phase() != RequestParser::Phase::Done);
    }
    parser.feed("\n");
    QCOMPARE(int(parser.phase()), int(RequestParser::Phase::Done));
}

void RequestParserTest::phasesFollowTheBytes()
{
    const auto limit = limits();
    RequestParser parser(limit);
    QCOMPARE(int(parser.phase()), int(RequestParser::Phase::Idle));
    parser.feed("P");
    QCOMPARE(int(parser.phase()), int(RequestParser::Phase::Head));
    parser.feed("OST /mcp HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n");
    QCOMPARE(int(parser.phase()), int(RequestParser::Phase::Body));
    parser.feed("ok");
    QCOMPARE(int(parser.phase()), int(RequestParser::Phase::Done));
}

void RequestParserTest::aHugeAnnouncementAllocatesNothing()
{
    http::RequestLimits limit;
    limit.body = std::size_t(1) << 40;
    RequestParser parser(limit);
    parser.feed(std::string(head) + "Content-Length: 1000000000000\r\n\r\n");
    QCOMPARE(int(parser.phase()), int(RequestParser::Phase::Body));
    QVERIFY(parser.request().body.capacity() <= 65536);
}

void RequestParserTest::theBodyLimitDependsOnThePath()
{
    const auto limit = limits();
    RequestParser parser(limit);
    parser.feed("POST /mcp?x HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
    QCOMPARE(int(parser.phase()), int(RequestParser::Phase::Body));
    parser.reset();
    parser.feed("POST /mcp/x HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
    QCOMPARE(parser.status(), 413);
}

void RequestParserTest::streamedContentIsNotWaitedFor()
{
    http::RequestLimits limits;
    limits.body = 2; // does not count here
    limits.bodyFor = [](std::string_view) {
        return http::BodyRule(5, http::BodyRule::Delivery::Streamed);
    };
    RequestParser parser(limits);
    const std::string bytes = std::string(head) + "Content-Length: 5\r\n\r\nhello";
    const auto used = parser.feed(bytes);
    QCOMPARE(used, bytes.size() - 5);
    QVERIFY(parser.streamsContent());
    QCOMPARE(parser.announcedBytes(), std::optional<std::uint64_t>(5));
    QCOMPARE(parser.feed("hel"), std::size_t(3));
    QCOMPARE(parser.takeContent(), std::string("hel"));
    QCOMPARE(parser.announcedBytes(), std::optional<std::uint64_t>(5));
    QCOMPARE(parser.feed("loGET /"), std::size_t(2));
    QCOMPARE(parser.phase(), RequestParser::Phase::Done);
    QVERIFY(!parser.streamsContent());
    QCOMPARE(parser.takeContent(), std::string("lo"));
    QCOMPARE(parser.contentBytes(), std::size_t(5));

    parser.reset();
    parser.feed(std::string(head) + "Content-Length: 6\r\n\r\n");
    QCOMPARE(parser.status(), 413);
    parser.reset();
    parser.feed(std::string(head) + "Transfer-Encoding: chunked\r\n\r\n");
    QCOMPARE(parser.announcedBytes(), std::optional<std::uint64_t>());
    parser.feed("4\r\nabcd\r\n");
    QCOMPARE(parser.takeContent(), std::string("abcd"));
    parser.feed("2\r\n");
    QCOMPARE(parser.status(), 413);
}

void RequestParserTest::streamedContentMayComeInManyChunks()
{
    http::RequestLimits limits;
    limits.chunks = 3;
    limits.bodyFor = [](std::string_view) {
        return http::BodyRule(100'000, http::BodyRule::Delivery::Streamed);
    };
    const auto statusAfter = [&](const std::string &chunk, int times) {
        RequestParser parser(limits);
        parser.feed(std::string(head) + "Transfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < times; ++i)
            parser.feed(chunk);
        return parser.status();
    };
    QCOMPARE(statusAfter("1\r\nx\r\n", 3), 0);
    QCOMPARE(statusAfter("1\r\nx\r\n", 4), 413);
    QCOMPARE(statusAfter("400\r\n" + std::string(1024, 'x') + "\r\n", 90), 0);
}

void RequestParserTest::limitsAreExact_data()
{
    QTest::addColumn<QByteArray>("accepted");
    QTest::addColumn<QByteArray>("refused");
    const auto line = [](std::size_t length) {
        const std::string target = "/" + std::string(length - 14, 'a');
        return bytesOf("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n");
    };
    QTest::newRow("request line") << line(8192) << line(8193);
    const auto field = [](std::size_t length) {
        return bytesOf("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(length - 3, 'x')
                       + "\r\n\r\n");
    };
    QTest::newRow("field") << field(16384) << field(16385);
    const auto fields = [](int count) {
        return bytesOf("GET / HTTP/1.1\r\nHost: a\r\n" + repeated("X: 1\r\n", count - 1) + "\r\n");
    };
    QTest::newRow("number of fields") << fields(100) << fields(101);
    const auto block = [](std::size_t length) {
        const std::string begin = "Host: a\r\nX: " + std::string(10000, 'x')
                                  + "\r\nY: " + std::string(10000, 'y') + "\r\nZ: ";
        const std::string end = "\r\n\r\n";
        return bytesOf("GET / HTTP/1.1\r\n" + begin
                       + std::string(length - begin.size() - end.size(), 'z') + end);
    };
    QTest::newRow("header block") << block(32768) << block(32769);
    const auto chunks = [](int count) {
        return bytesOf("POST /mcp HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                       + repeated("1\r\nx\r\n", count) + "0\r\n\r\n");
    };
    QTest::newRow("chunks") << chunks(4096) << chunks(4097);
}

void RequestParserTest::limitsAreExact()
{
    QFETCH(QByteArray, accepted);
    QFETCH(QByteArray, refused);
    const http::RequestLimits limit;
    for (const std::size_t pieceSize : {std::size_t(1), std::size_t(100000)}) {
        RequestParser parser(limit);
        feed(parser, {accepted.constData(), std::size_t(accepted.size())}, pieceSize);
        QCOMPARE(int(parser.phase()), int(RequestParser::Phase::Done));
        parser.reset();
        feed(parser, {refused.constData(), std::size_t(refused.size())}, pieceSize);
        QCOMPARE(int(parser.phase()), int(RequestParser::Phase::Failed));
    }
}

void RequestParserTest::whoClosesIsKnown_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("closes");
    QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n") << false;
    QTest::newRow("close") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                           << true;
    QTest::newRow("in a list") << QByteArray(
        "GET / HTTP/1.1\r\nHost: a\r\nConnection: te ,\tClose\r\n\r\n")
                               << true;
    QTest::newRow("keep-alive") << QByteArray(
        "GET / HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\n\r\n")
                                << false;
    QTest::newRow("not the word") << QByteArray(
        "GET / HTTP/1.1\r\nHost: a\r\nConnection: closer\r\n\r\n")
                                  << false;
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << true;
}

void RequestParserTest::whoClosesIsKnown()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, closes);
    const auto limit = limits();
    RequestParser parser(limit);
    parser.feed({bytes.constData(), std::size_t(bytes.size())});
    QCOMPARE(int(parser.phase()), int(RequestParser::Phase::Done));
    QCOMPARE(parser.wantsClose(), closes);
}

void RequestParserTest::aClientThatWaitsForContinueIsNoticed()
{
    const auto limit = limits();
    RequestParser parser(limit);
    parser.feed(std::string(head) + "Expect: 100-Continue\r\nContent-Length: 2\r\n");
    QVERIFY(!parser.awaitsContinue());
    parser.feed("\r\n");
    QVERIFY(parser.awaitsContinue());
    parser.feed("o");
    QVERIFY(!parser.awaitsContinue());
}

void RequestParserTest::aParserCanBeUsedAgain()
{
    const auto limit = limits();
    RequestParser parser(limit);
    parser.feed("POST /mcp HTTP/1.0\r\nX: 1\r\nContent-Length: 2\r\n\r\nok");
    (void)parser.takeRequest();
    parser.reset();
    parser.feed(std::string(head) + "Transfer-Encoding: chunked\r\n\r\n3\r\nyes\r\n0\r\n\r\n");
    QCOMPARE(int(parser.phase()), int(RequestParser::Phase::Done));
    QCOMPARE(parser.request().body, std::string("yes"));
    QCOMPARE(parser.request().headers.fields().size(), std::size_t(2));
    QVERIFY(!parser.wantsClose());
}

QTEST_GUILESS_MAIN(RequestParserTest)
#include "RequestParserTest.moc"
