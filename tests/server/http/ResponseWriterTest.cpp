// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ResponseWriter.h"

#include "http/Cors.h"
#include "http/EventStream.h"
#include "http/SecurityHeaders.h"
#include "support/Await.h"
#include "support/FakeExchange.h"

#include <QTest>

using http::Cors;
using http::Headers;
using http::HeaderValue;
using http::Response;
using http::SecurityHeaders;
using support::FakeExchange;
using namespace std::chrono_literals;

namespace {

Headers from(std::string origin)
{
    Headers headers;
    headers.addReceived("Origin", std::move(origin));
    return headers;
}

std::string valueOf(const Headers &headers, std::string_view name)
{
    return std::string(headers.find(name).value_or("(missing)"));
}

} // namespace

/// What is added to answers: framing, dates, protection, permissions, events.
class ResponseWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datesHaveTheFormOfTheRfc();
    void everyStatusWeSendHasItsWords();
    void aChunkHasItsSize();
    void aHeaderValueCannotSplitTheResponse_data();
    void aHeaderValueCannotSplitTheResponse();
    void everyAnswerIsProtected();
    void pagesAreProtectedFurther();
    void whatTheHandlerSaysStays();
    void onlyHttpsPromisesHttps();
    void publicDocumentsAreForEveryOrigin();
    void onlyListedOriginsMayRead_data();
    void onlyListedOriginsMayRead();
    void aPreflightIsAnswered();
    void anEventIsWrittenLineByLine();
    void anEventCannotForgeAnother();
    void aSilentStreamIsKeptAlive();
    void anEventStreamEndsWithItsObject();
};

void ResponseWriterTest::datesHaveTheFormOfTheRfc()
{
    // RFC 9110 §5.6.7
    QCOMPARE(http::httpDate(std::chrono::system_clock::time_point(784111777s)),
             std::string("Sun, 06 Nov 1994 08:49:37 GMT"));
}

void ResponseWriterTest::everyStatusWeSendHasItsWords()
{
    for (const int status : {200, 202, 204, 303, 400, 401, 403, 404, 405, 408, 413,
                             414, 415, 417, 421, 429, 431, 500, 501, 503, 505})
        QVERIFY2(!http::reasonPhrase(status).empty(), std::to_string(status).c_str());
    const auto bytes = http::serialize(Response(299), http::Framing::Length,
                                       http::Persistence::KeepAlive, http::ContentOf::Method);
    QVERIFY(bytes.startsWith("HTTP/1.1 299 \r\n"));
}

void ResponseWriterTest::aChunkHasItsSize()
{
    QCOMPARE(http::serializeChunk("hello"), QByteArray("5\r\nhello\r\n"));
    QCOMPARE(http::serializeChunk(std::string(255, 'x')).left(4), QByteArray("ff\r\n"));
    QCOMPARE(http::serializeChunk(""), QByteArray());
}

void ResponseWriterTest::aHeaderValueCannotSplitTheResponse_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("HT-41 CR LF") << QByteArray("a\r\nSet-Cookie: b");
    QTest::newRow("HT-41 CR") << QByteArray("a\rb");
    QTest::newRow("HT-41 LF") << QByteArray("a\nb");
    QTest::newRow("HT-41 NUL") << QByteArray("a\0b", 3);
    QTest::newRow("HT-41 DEL") << QByteArray("a\x7f");
}

void ResponseWriterTest::aHeaderValueCannotSplitTheResponse()
{
    QFETCH(QByteArray, text);
    const std::string_view value(text.constData(), static_cast<std::size_t>(text.size()));
    QVERIFY(!HeaderValue::from(value));
    auto response = Response(200).with("X-Text", HeaderValue::sanitized(value));
    const auto bytes = http::serialize(response, http::Framing::Length,
                                       http::Persistence::KeepAlive, http::ContentOf::Method);
    // Status line, Date, X-Text, Content-Length, empty line, nothing.
    QCOMPARE(bytes.count("\r\n"), 5);
    QCOMPARE(bytes.count('\n'), 5);
    QCOMPARE(bytes.count('\r'), 5);
}

void ResponseWriterTest::everyAnswerIsProtected()
{
    Response response(404);
    SecurityHeaders(SecurityHeaders::Scheme::Http).addTo(response);
    QCOMPARE(valueOf(response.headers, "X-Content-Type-Options"), std::string("nosniff"));
    QCOMPARE(valueOf(response.headers, "Referrer-Policy"), std::string("no-referrer"));
    QCOMPARE(valueOf(response.headers, "Cross-Origin-Resource-Policy"), std::string("same-origin"));
    QVERIFY(!response.headers.contains("X-Frame-Options"));
    QVERIFY(!response.headers.contains("Content-Security-Policy"));
}

void ResponseWriterTest::pagesAreProtectedFurther()
{
    auto response = Response::html(200, "<p>");
    SecurityHeaders(SecurityHeaders::Scheme::Https).addTo(response);
    QCOMPARE(valueOf(response.headers, "X-Frame-Options"), std::string("DENY"));
    QCOMPARE(valueOf(response.headers, "Cross-Origin-Opener-Policy"), std::string("same-origin"));
    QCOMPARE(valueOf(response.headers, "Cache-Control"), std::string("no-store"));
    QVERIFY(valueOf(response.headers, "Permissions-Policy").starts_with("camera=()"));
    QVERIFY(valueOf(response.headers, "Content-Security-Policy").starts_with("default-src 'none'"));
}

void ResponseWriterTest::whatTheHandlerSaysStays()
{
    auto response =
        Response::html(200, "<p>").with("content-security-policy", "default-src 'self'");
    response.headers.add("Referrer-Policy", "origin");
    SecurityHeaders(SecurityHeaders::Scheme::Https).addTo(response);
    QCOMPARE(response.headers.count("Content-Security-Policy"), std::size_t(1));
    QCOMPARE(valueOf(response.headers, "Content-Security-Policy"),
             std::string("default-src 'self'"));
    QCOMPARE(valueOf(response.headers, "Referrer-Policy"), std::string("origin"));
}

void ResponseWriterTest::onlyHttpsPromisesHttps()
{
    Response plain(200);
    SecurityHeaders(SecurityHeaders::Scheme::Http).addTo(plain);
    QVERIFY(!plain.headers.contains("Strict-Transport-Security"));
    Response secure(200);
    SecurityHeaders(SecurityHeaders::Scheme::Https).addTo(secure);
    QCOMPARE(valueOf(secure.headers, "Strict-Transport-Security"), std::string("max-age=31536000"));
}

void ResponseWriterTest::publicDocumentsAreForEveryOrigin()
{
    Headers answer;
    Cors::anyOrigin().addTo(answer, from("https://anywhere.example"), "WWW-Authenticate");
    QCOMPARE(valueOf(answer, "Access-Control-Allow-Origin"), std::string("*"));
    QCOMPARE(valueOf(answer, "Access-Control-Expose-Headers"), std::string("WWW-Authenticate"));
    QVERIFY(!answer.contains("Access-Control-Allow-Credentials"));
}

void ResponseWriterTest::onlyListedOriginsMayRead_data()
{
    QTest::addColumn<QString>("origin");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("listed") << "https://inspector.example" << true;
    QTest::newRow("other") << "https://evil.example" << false;
    QTest::newRow("http") << "http://inspector.example" << false;
    QTest::newRow("port") << "https://inspector.example:8443" << false;
    QTest::newRow("longer") << "https://inspector.example.evil.example" << false;
    QTest::newRow("null") << "null" << false;
    QTest::newRow("upper case") << "https://INSPECTOR.example" << false;
}

void ResponseWriterTest::onlyListedOriginsMayRead()
{
    QFETCH(QString, origin);
    QFETCH(bool, allowed);
    const auto cors = Cors::origins({"https://inspector.example"});
    Headers answer;
    cors.addTo(answer, from(origin.toStdString()), "");
    QCOMPARE(answer.contains("Access-Control-Allow-Origin"), allowed);
    QCOMPARE(valueOf(answer, "Vary"), std::string("Origin"));
    QVERIFY(!answer.contains("Access-Control-Expose-Headers"));
    Headers twice = from(origin.toStdString());
    twice.addReceived("Origin", "https://inspector.example");
    Headers refused;
    cors.addTo(refused, twice, "");
    QVERIFY(!refused.contains("Access-Control-Allow-Origin"));
}

void ResponseWriterTest::aPreflightIsAnswered()
{
    http::Request request;
    request.method = "OPTIONS";
    request.headers = from("https://inspector.example");
    QVERIFY(!Cors::isPreflight(request));
    request.headers.addReceived("Access-Control-Request-Method", "POST");
    QVERIFY(Cors::isPreflight(request));
    const auto cors = Cors::origins({"https://inspector.example"});
    const auto granted = cors.preflight(request.headers, "POST", "Authorization, Content-Type");
    QCOMPARE(granted.status, 204);
    QCOMPARE(valueOf(granted.headers, "Access-Control-Allow-Methods"), std::string("POST"));
    QCOMPARE(valueOf(granted.headers, "Access-Control-Allow-Headers"),
             std::string("Authorization, Content-Type"));
    const auto refused = cors.preflight(from("https://evil.example"), "POST", "Authorization");
    QCOMPARE(refused.status, 204);
    QVERIFY(!refused.headers.contains("Access-Control-Allow-Methods"));
}

void ResponseWriterTest::anEventIsWrittenLineByLine()
{
    const auto exchange = std::make_shared<FakeExchange>(http::Request());
    http::EventStream stream(exchange);
    QVERIFY(stream.send({.data = "{\"a\":1}", .id = "7", .type = "message"}));
    QVERIFY(stream.send({.data = "one\ntwo\r\nthree\rfour\n", .id = {}, .type = {}}));
    const auto &answer = exchange->answer();
    QCOMPARE(answer.body, std::string("event: message\nid: 7\ndata: {\"a\":1}\n\n"
                                      "data: one\ndata: two\ndata: three\ndata: four\ndata: \n\n"));
    QCOMPARE(valueOf(answer.headers, "Content-Type"), std::string("text/event-stream"));
    QCOMPARE(valueOf(answer.headers, "Cache-Control"), std::string("no-cache, no-transform"));
    QCOMPARE(valueOf(answer.headers, "X-Accel-Buffering"), std::string("no"));
}

void ResponseWriterTest::anEventCannotForgeAnother()
{
    const auto exchange = std::make_shared<FakeExchange>(http::Request());
    http::EventStream stream(exchange);
    QVERIFY(stream.send({.data = "x", .id = "1\n\ndata: forged", .type = "a\r\nid: 2"}));
    QCOMPARE(exchange->answer().body, std::string("event: aid: 2\nid: 1data: forged\ndata: x\n\n"));
}

void ResponseWriterTest::aSilentStreamIsKeptAlive()
{
    const auto exchange = std::make_shared<FakeExchange>(http::Request());
    const http::EventStream stream(exchange, Response(200), 1ms);
    QVERIFY(support::waitUntil(
        [&] { return exchange->answer().body.starts_with(": keep-alive\n\n"); }));
}

void ResponseWriterTest::anEventStreamEndsWithItsObject()
{
    const auto exchange = std::make_shared<FakeExchange>(http::Request());
    {
        const http::EventStream stream(exchange);
        QVERIFY(!exchange->isComplete());
    }
    QVERIFY(exchange->isComplete());
}

QTEST_GUILESS_MAIN(ResponseWriterTest)
#include "ResponseWriterTest.moc"
