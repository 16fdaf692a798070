// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Router.h"

#include "support/FakeExchange.h"

#include <QTest>

using support::FakeExchange;

namespace {

http::Handler saying(std::string text)
{
    return [text = std::move(text)](http::ExchangePtr exchange) {
        return [](http::ExchangePtr own, std::string body) -> core::Task<void> {
            own->respond(http::Response::text(200, std::move(body)));
            co_return;
        }(std::move(exchange), text);
    };
}

std::shared_ptr<FakeExchange> ask(const http::Router &router, std::string method, std::string path,
                                  std::string host = "mail.test")
{
    http::Request request;
    request.method = std::move(method);
    request.path = std::move(path);
    if (!host.empty())
        request.headers.addReceived("Host", std::move(host));
    auto exchange = std::make_shared<FakeExchange>(std::move(request));
    router.handle(exchange);
    return exchange;
}

http::Router sampleRouter()
{
    http::Router router;
    router.add("GET", "/health", saying("health"));
    router.add("GET", "/oauth/authorize", saying("page"));
    router.add("POST", "/oauth/authorize", saying("login"), 64 * 1024);
    router.addAnyMethod("/mcp", saying("mcp"), 8 * 1024 * 1024);
    router.addPrefix("GET", "/attachments/", saying("download"));
    router.addPrefix("PUT", "/attachments/upload/", saying("upload"), 25 * 1024 * 1024);
    return router;
}

} // namespace

class RouterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsMatchExactly_data();
    void pathsMatchExactly();
    void anotherMethodIsToldWhatIsAllowed();
    void optionsAreAnswered();
    void anyMethodReachesItsHandler_data();
    void anyMethodReachesItsHandler();
    void anOwnHandlerForHeadOrOptionsWins();
    void theBodyLimitIsThatOfThePath();
    void onlyAllowedHostsAreServed_data();
    void onlyAllowedHostsAreServed();
    void somePathsAreServedUnderAnyAddress_data();
    void somePathsAreServedUnderAnyAddress();
};

void RouterTest::pathsMatchExactly_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("answer"); // empty: 404
    QTest::newRow("exact") << "GET" << "/health" << "health";
    QTest::newRow("HT-32 HEAD") << "HEAD" << "/health" << "health";
    QTest::newRow("method decides") << "POST" << "/oauth/authorize" << "login";
    QTest::newRow("prefix") << "GET" << "/attachments/abc" << "download";
    QTest::newRow("prefix with more slashes") << "GET" << "/attachments/a/b" << "download";
    QTest::newRow("longest prefix") << "PUT" << "/attachments/upload/abc" << "upload";
    QTest::newRow("nothing behind the prefix") << "GET" << "/attachments/" << "";
    QTest::newRow("prefix without slash") << "GET" << "/attachments" << "";
    QTest::newRow("prefix is not a word's beginning") << "GET" << "/attachmentsX" << "";
    QTest::newRow("trailing slash") << "GET" << "/health/" << "";
    QTest::newRow("trailing newline") << "GET" << "/health%0A" << "";
    QTest::newRow("percent-encoded letter") << "GET" << "/%68ealth" << "";
    QTest::newRow("percent-encoded slash") << "GET" << "/oauth%2Fauthorize" << "";
    QTest::newRow("double slash") << "GET" << "//health" << "";
    QTest::newRow("dot segment") << "GET" << "/x/../health" << "";
    QTest::newRow("upper case") << "GET" << "/HEALTH" << "";
    QTest::newRow("dot is no pattern") << "GET" << "/.ealth" << "";
}

void RouterTest::pathsMatchExactly()
{
    QFETCH(QString, method);
    QFETCH(QString, path);
    QFETCH(QString, answer);
    const auto router = sampleRouter();
    const auto exchange = ask(router, method.toStdString(), path.toStdString());
    QVERIFY(exchange->isComplete());
    QCOMPARE(exchange->answer().status, answer.isEmpty() ? 404 : 200);
    if (!answer.isEmpty())
        QCOMPARE(exchange->answer().body, answer.toStdString());
}

void RouterTest::anotherMethodIsToldWhatIsAllowed()
{
    const auto router = sampleRouter(); // HT-31
    const auto exchange = ask(router, "DELETE", "/oauth/authorize");
    QCOMPARE(exchange->answer().status, 405);
    QCOMPARE(*exchange->answer().headers.find("Allow"),
             std::string_view("GET, HEAD, POST, OPTIONS"));
}

void RouterTest::optionsAreAnswered()
{
    const auto router = sampleRouter();
    const auto exchange = ask(router, "OPTIONS", "/health");
    QCOMPARE(exchange->answer().status, 204);
    QCOMPARE(*exchange->answer().headers.find("Allow"), std::string_view("GET, HEAD, OPTIONS"));
    QCOMPARE(ask(router, "OPTIONS", "*")->answer().status, 204);
    QCOMPARE(ask(router, "OPTIONS", "/nothing")->answer().status, 404);
}

void RouterTest::anyMethodReachesItsHandler_data()
{
    QTest::addColumn<QString>("method");
    for (const char *method : {"GET", "HEAD", "POST", "DELETE", "OPTIONS", "PATCH", "PUT"})
        QTest::newRow(method) << method;
}

void RouterTest::anyMethodReachesItsHandler()
{
    QFETCH(QString, method);
    const auto router = sampleRouter(); // HT-34: the handler decides
    QCOMPARE(ask(router, method.toStdString(), "/mcp")->answer().body, std::string("mcp"));
}

void RouterTest::anOwnHandlerForHeadOrOptionsWins()
{
    http::Router router;
    router.add("GET", "/x", saying("get"));
    router.add("HEAD", "/x", saying("head"));
    router.add("OPTIONS", "/x", saying("options"));
    QCOMPARE(ask(router, "HEAD", "/x")->answer().body, std::string("head"));
    QCOMPARE(ask(router, "OPTIONS", "/x")->answer().body, std::string("options"));
    QCOMPARE(*ask(router, "PUT", "/x")->answer().headers.find("Allow"),
             std::string_view("GET, HEAD, OPTIONS"));
}

void RouterTest::theBodyLimitIsThatOfThePath()
{
    auto router = sampleRouter();
    QCOMPARE(router.bodyLimit("/health"), http::Router::defaultBodyLimit);
    QCOMPARE(router.bodyLimit("/nothing"), http::Router::defaultBodyLimit);
    QCOMPARE(router.bodyLimit("/oauth/authorize"), std::size_t(64 * 1024));
    QCOMPARE(router.bodyLimit("/mcp"), std::size_t(8 * 1024 * 1024));
    // A method that says nothing about bodies does not raise the limit of one that does.
    router.add("POST", "/small", saying("post"), 1024);
    router.add("OPTIONS", "/small", saying("options"));
    QCOMPARE(router.bodyLimit("/small"), std::size_t(1024));
    QCOMPARE(router.bodyLimit("/attachments/upload/x"), std::size_t(25 * 1024 * 1024));
    QCOMPARE(router.bodyLimit("/attachments/x"), http::Router::defaultBodyLimit);
}

void RouterTest::onlyAllowedHostsAreServed_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("status");
    QTest::newRow("the name") << "mail.test" << 200;
    QTest::newRow("with a port") << "mail.test:3000" << 200;
    QTest::newRow("upper case") << "MAIL.Test" << 200;
    QTest::newRow("IPv6") << "[::1]:3000" << 200;
    QTest::newRow("rebound name") << "evil.test" << 421;
    QTest::newRow("longer name") << "mail.test.evil.test" << 421;
    QTest::newRow("name as a prefix") << "xmail.test" << 421;
    QTest::newRow("trailing dot") << "mail.test." << 421;
    QTest::newRow("other IPv6") << "[::2]" << 421;
    QTest::newRow("no Host") << "" << 421;
}

void RouterTest::onlyAllowedHostsAreServed()
{
    QFETCH(QString, host);
    QFETCH(int, status);
    http::Router router({"mail.test", "[::1]"});
    router.add("GET", "/health", saying("health"));
    QCOMPARE(ask(router, "GET", "/health", host.toStdString())->answer().status, status);
}

void RouterTest::somePathsAreServedUnderAnyAddress_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("status");
    QTest::newRow("IPv4") << "10.244.1.7" << 200;
    QTest::newRow("IPv4 with a port") << "10.244.1.7:3000" << 200;
    QTest::newRow("IPv6") << "[2001:db8::7]:3000" << 200;
    QTest::newRow("rebound name") << "evil.test" << 421;
    QTest::newRow("name that begins with an address") << "10.244.1.7.evil.test" << 421;
    QTest::newRow("half an address") << "10.244" << 421;
    QTest::newRow("brackets around a name") << "[evil.test]" << 421;
    QTest::newRow("brackets around nothing") << "[]" << 421;
    QTest::newRow("no Host") << "" << 421;
}

void RouterTest::somePathsAreServedUnderAnyAddress()
{
    QFETCH(QString, host);
    QFETCH(int, status);
    http::Router router({"mail.test"});
    router.add("GET", "/health", saying("health"));
    router.add("GET", "/mcp", saying("mcp"));
    router.allowAnyAddress("/health");
    QCOMPARE(ask(router, "GET", "/health", host.toStdString())->answer().status, status);
    QCOMPARE(ask(router, "GET", "/mcp", host.toStdString())->answer().status, 421);
}

QTEST_GUILESS_MAIN(RouterTest)
#include "RouterTest.moc"
