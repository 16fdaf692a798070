// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/Fetcher.h"
#include "fetch/Transfer.h"
#include "support/Await.h"
#include "support/ScriptedServer.h"

#include <QTest>

using namespace std::chrono_literals;
using core::ErrorKind;
using fetch::Policy;
using support::await;
using support::CertificateKind;
using support::ScriptedServer;
using support::ScriptedServerOptions;

namespace {

using Addresses = std::vector<QHostAddress>;
using FetchResult = core::Result<fetch::Response>;

/// A name service that says what the test wants, another thing each time, and counts.
class FakeNames
{
public:
    explicit FakeNames(std::vector<Addresses> answers)
        : m_answers(std::move(answers))
    {}

    fetch::Resolve resolve()
    {
        return [this](std::string host, core::Deadline, core::Cancellation) {
            return answer(this, std::move(host));
        };
    }
    int lookUps() const { return m_lookUps; }

private:
    static core::Task<core::Result<Addresses>> answer(FakeNames *self, std::string)
    {
        const auto index = std::min<std::size_t>(static_cast<std::size_t>(self->m_lookUps++),
                                                 self->m_answers.size() - 1);
        co_return self->m_answers[index];
    }

    std::vector<Addresses> m_answers;
    int m_lookUps = 0;
};

const QHostAddress here(QHostAddress::LocalHost);

fetch::HttpsUrl urlOf(const ScriptedServer &server, std::string_view host = "mail.test",
                      std::string_view path = "/client.json")
{
    return *fetch::HttpsUrl::parse("https://" + std::string(host) + ":"
                                   + std::to_string(server.port()) + std::string(path));
}

/// The request, as it is sent byte for byte, and the beginning of a script.
std::string requestTo(const std::string &path = "/client.json")
{
    return "TLS\nC: GET " + path
           + " HTTP/1.1\nC: Host: mail.test:{{*}}\nC: User-Agent: test/1\n"
             "C: Accept: application/json\nC: \n";
}

core::Task<FetchResult> getTask(fetch::Fetcher &fetcher, fetch::HttpsUrl url,
                                core::Cancellation cancellation)
{
    co_return co_await fetcher.get(std::move(url), "application/json", cancellation);
}

} // namespace

class FetcherTest : public QObject
{
    Q_OBJECT

    const support::TestCertificates m_certificates;

    Policy testPolicy() const
    {
        return {.reach = Policy::Reach::LoopbackForTesting,
                .caFile = m_certificates.authorityFile()};
    }
    ScriptedServerOptions good() const
    {
        return {.identity = m_certificates.make(CertificateKind::Good)};
    }
    FetchResult get(const fetch::HttpsUrl &url, const Policy &policy, FakeNames &names,
                    const fetch::Limits &limits = {}) const
    {
        fetch::Fetcher fetcher(policy, limits, "test/1", names.resolve());
        return await(getTask(fetcher, url, {}));
    }
    FetchResult get(const ScriptedServer &server, const fetch::Limits &limits = {}) const
    {
        FakeNames names({{here}});
        return get(urlOf(server), testPolicy(), names, limits);
    }

private Q_SLOTS:
    void fetchesADocument()
    {
        const ScriptedServer server(
            requestTo()
                + "S: HTTP/1.1 200 OK\nS: Content-Type: application/json\n"
                  "S: Cache-Control: max-age=60\nS: Cache-Control:  private\n"
                  "S: Content-Length: 2\nS: \nS-RAW: {}\nCLOSED",
            good());
        const auto response = get(server);
        QVERIFY2(response, response ? "" : response.error().detail.c_str());
        QCOMPARE(response->status, 200);
        QCOMPARE(response->body, std::string("{}"));
        QCOMPARE(response->header("content-type"), std::string("application/json"));
        QCOMPARE(response->header("cache-control"), std::string("max-age=60, private"));
        QCOMPARE(response->header("absent"), std::string());
        QCOMPARE(server.verdict(), std::string());
        QCOMPARE(server.serverNames().front(), std::string("mail.test"));
    }

    void aChunkedBodyInSingleBytesIsOneDocument()
    {
        auto options = good();
        options.segments = ScriptedServerOptions::Segments::SingleBytes;
        const ScriptedServer server(requestTo()
                                        + "S: HTTP/1.1 200 OK\nS: Transfer-Encoding: chunked\nS: \n"
                                          "S: 3\nS: abc\nS: 2\nS: de\nS: 0\nS: \nCLOSED",
                                    options);
        const auto response = get(server);
        QVERIFY2(response, response ? "" : response.error().detail.c_str());
        QCOMPARE(response->body, std::string("abcde"));
    }

    // DNS rebinding: the name points elsewhere when it is asked for again, so nobody asks again.
    void theNameIsLookedUpOnceAndTheConnectionGoesThere()
    {
        const ScriptedServer server(requestTo() + "S: HTTP/1.1 204 No Content\nS: \nCLOSED",
                                    good());
        FakeNames names({{here}, {QHostAddress(QStringLiteral("192.0.2.1"))}});
        const auto response = get(urlOf(server), testPolicy(), names);
        QVERIFY2(response, response ? "" : response.error().detail.c_str());
        QCOMPARE(response->status, 204);
        QCOMPARE(names.lookUps(), 1);
        QCOMPARE(server.connections(), 1);
    }

    void aHostThatIsNotOnTheInternetIsNotContacted_data()
    {
        QTest::addColumn<QStringList>("addresses");
        QTest::newRow("loopback") << QStringList{QStringLiteral("127.0.0.1")};
        QTest::newRow("mapped loopback") << QStringList{QStringLiteral("::ffff:127.0.0.1")};
        QTest::newRow("metadata") << QStringList{QStringLiteral("169.254.169.254")};
        QTest::newRow("private") << QStringList{QStringLiteral("10.0.0.1")};
        QTest::newRow("a good one first")
            << QStringList{QStringLiteral("1.1.1.1"), QStringLiteral("127.0.0.1")};
    }
    void aHostThatIsNotOnTheInternetIsNotContacted()
    {
        QFETCH(QStringList, addresses);
        Addresses answer;
        for (const auto &address : addresses)
            answer.emplace_back(address);
        FakeNames names({answer});
        const auto url = *fetch::HttpsUrl::parse("https://mail.test/client.json");
        const auto response = get(url, {}, names);
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::PermissionDenied);
    }

    void anAddressInTheUrlIsCheckedToo()
    {
        const auto url = *fetch::HttpsUrl::parse("https://127.0.0.1/client.json");
        FakeNames names({{here}});
        QCOMPARE(get(url, {}, names).error().kind, ErrorKind::PermissionDenied);
    }

    void onlyTheUsualPortIsAllowed()
    {
        FakeNames names({{QHostAddress(QStringLiteral("1.1.1.1"))}});
        const auto url = *fetch::HttpsUrl::parse("https://mail.test:8443/client.json");
        QCOMPARE(get(url, {}, names).error().kind, ErrorKind::PermissionDenied);
        QCOMPARE(names.lookUps(), 0);
    }

    // The second wall alone: a transfer that was sent to a forbidden address opens no socket.
    void noSocketIsOpenedToAForbiddenAddress()
    {
        const ScriptedServer server("TLS\nCLOSED", good());
        const Policy policy{.caFile = m_certificates.authorityFile()};
        const fetch::Limits limits;
        transfer::Loop loop;
        fetch::Transfer transfer(loop, policy, limits);
        transfer.prepare(urlOf(server), here, "test/1", "*/*");
        const auto response = await(transfer.run(core::deadlineIn(5s), {}));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::PermissionDenied);
        QCOMPARE(server.connections(), 0);
    }

    void theNextAddressIsTriedWhenOneDoesNotAnswer()
    {
        const ScriptedServer server(requestTo() + "S: HTTP/1.1 204 No Content\nS: \nCLOSED",
                                    good());
        // Nothing listens on 127.0.0.9.
        FakeNames names({{QHostAddress(QStringLiteral("127.0.0.9")), here}});
        const auto response = get(urlOf(server), testPolicy(), names);
        QVERIFY2(response, response ? "" : response.error().detail.c_str());
    }

    void aHostThatDoesNotListenIsUnavailable()
    {
        const ScriptedServer server("TLS\nCLOSED", good());
        FakeNames names({{QHostAddress(QStringLiteral("127.0.0.9"))}});
        QCOMPARE(get(urlOf(server), testPolicy(), names).error().kind, ErrorKind::Unavailable);
    }

    void redirectsAreNotFollowed()
    {
        const ScriptedServer other("TLS\nCLOSED", good());
        const ScriptedServer server(requestTo() + "S: HTTP/1.1 302 Found\nS: Location: "
                                        + urlOf(other).text()
                                        + "\nS: Content-Length: 0\nS: \nCLOSED",
                                    good());
        const auto response = get(server);
        QVERIFY(response);
        QCOMPARE(response->status, 302);
        QCOMPARE(other.connections(), 0);
    }

    void proxiesOfTheEnvironmentAreIgnored()
    {
        const ScriptedServer proxy("CLOSED");
        qputenv("https_proxy",
                "http://127.0.0.1:" + QByteArray::number(static_cast<int>(proxy.port())));
        const ScriptedServer server(requestTo() + "S: HTTP/1.1 204 No Content\nS: \nCLOSED",
                                    good());
        const auto response = get(server);
        qunsetenv("https_proxy");
        QVERIFY2(response, response ? "" : response.error().detail.c_str());
        QCOMPARE(proxy.connections(), 0);
    }

    void aLargeAnswerIsBrokenOff_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("announced")
            << QByteArray("S: Content-Length: 1001\nS: \nS-RAW: {{1001*x}}\n");
        QTest::newRow("chunked") << QByteArray("S: Transfer-Encoding: chunked\nS: \nS: 3e9\n"
                                               "S: {{1001*x}}\n");
        QTest::newRow("until the end") << QByteArray("S: \nS-RAW: {{100000*x}}\n");
        QTest::newRow("in its header")
            << QByteArray("S: X-Large: {{40000*x}}\nS: Content-Length: 0\nS: \n");
    }
    void aLargeAnswerIsBrokenOff()
    {
        QFETCH(QByteArray, answer);
        const ScriptedServer server(
            requestTo() + "S: HTTP/1.1 200 OK\n" + answer.toStdString() + "CLOSED", good());
        fetch::Limits limits;
        limits.body = 1000;
        const auto response = get(server, limits);
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::TooLarge);
    }

    void aBodyOfExactlyTheLimitIsTaken()
    {
        const ScriptedServer server(
            requestTo()
                + "S: HTTP/1.1 200 OK\nS: Content-Length: 1000\nS: \nS-RAW: {{1000*x}}\nCLOSED",
            good());
        fetch::Limits limits;
        limits.body = 1000;
        const auto response = get(server, limits);
        QVERIFY(response);
        QCOMPARE(response->body.size(), 1000U);
    }

    // What is compressed comes as it is: no bomb unfolds here.
    void nothingIsUnpacked()
    {
        const ScriptedServer server(requestTo()
                                        + "S: HTTP/1.1 200 OK\nS: Content-Encoding: gzip\n"
                                          "S: Content-Length: 2\nS: \nS-RAW: {{1f 8b}}\nCLOSED",
                                    good());
        const auto response = get(server);
        QVERIFY(response);
        QCOMPARE(response->body, std::string("\x1f\x8b"));
    }

    void aSlowServerIsLeftAtTheDeadline_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("no TLS") << QByteArray("SILENCE");
        QTest::newRow("no answer") << QByteArray("TLS\nSILENCE");
        QTest::newRow("half a header") << QByteArray("TLS\nS-RAW: HTTP/1.1 200 O\nSILENCE");
        QTest::newRow("half a body")
            << QByteArray("TLS\nS: HTTP/1.1 200 OK\nS: Content-Length: 9\nS: \nS-RAW: x\nSILENCE");
    }
    void aSlowServerIsLeftAtTheDeadline()
    {
        QFETCH(QByteArray, script);
        const ScriptedServer server(script.toStdString(), good());
        fetch::Limits limits;
        limits.total = 300ms;
        const auto response = get(server, limits);
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::DeadlineExceeded);
    }

    void aBadCertificateEndsIt_data()
    {
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, CertificateKind kind) {
            QTest::newRow(name) << int(kind);
        };
        row("expired", CertificateKind::Expired);
        row("not yet valid", CertificateKind::NotYetValid);
        row("wrong name", CertificateKind::WrongName);
        row("self-signed", CertificateKind::SelfSigned);
        row("unknown authority", CertificateKind::UnknownAuthority);
        row("signed by a leaf", CertificateKind::SignedByLeaf);
    }
    void aBadCertificateEndsIt()
    {
        QFETCH(int, kind);
        const ScriptedServer server("TLS\nCLOSED",
                                    {.identity = m_certificates.make(CertificateKind(kind))});
        const auto response = get(server);
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::UntrustedPeer);
        (void)server.verdict();
        QCOMPARE(server.received(), std::string());
    }

    void anAuthorityThatIsNotConfiguredIsNotTrusted()
    {
        const ScriptedServer server("TLS\nCLOSED", good());
        FakeNames names({{here}});
        const Policy policy{.reach = Policy::Reach::LoopbackForTesting, .caFile = {}};
        QCOMPARE(get(urlOf(server), policy, names).error().kind, ErrorKind::UntrustedPeer);
    }

    void oldTlsIsRefused()
    {
        auto options = good();
        options.oldestTls = options.newestTls = 0x0302;
        const ScriptedServer server("TLS-FAILS", options);
        QCOMPARE(get(server).error().kind, ErrorKind::UntrustedPeer);
    }

    void whatIsNotHttpIsAnError_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("IMAP") << QByteArray("S: * OK IMAP4rev1 ready\nCLOSE");
        QTest::newRow("HTTP/0.9") << QByteArray("S: {}\nCLOSE");
        QTest::newRow("nothing") << QByteArray("CLOSE");
        QTest::newRow("cut off") << QByteArray(
            "S: HTTP/1.1 200 OK\nS: Content-Length: 9\nS: \nS-RAW: x\nCLOSE");
    }
    void whatIsNotHttpIsAnError()
    {
        QFETCH(QByteArray, answer);
        const ScriptedServer server(requestTo() + answer.toStdString(), good());
        const auto response = get(server);
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::Protocol);
    }

    void onlySoManyRunAtOneTime()
    {
        const ScriptedServer server("TLS\nSILENCE", good());
        FakeNames names({{here}});
        fetch::Limits limits;
        limits.running = 1;
        fetch::Fetcher fetcher(testPolicy(), limits, "test/1", names.resolve());
        core::CancellationSource source;
        std::optional<ErrorKind> first;
        core::start([](fetch::Fetcher &f, fetch::HttpsUrl url, core::Cancellation token,
                       auto &slot) -> core::Task<void> {
            const auto response = co_await f.get(std::move(url), "*/*", token);
            slot = response ? ErrorKind::Internal : response.error().kind;
        }(fetcher, urlOf(server), source.token(), first));
        QVERIFY(!first);
        QCOMPARE(await(getTask(fetcher, urlOf(server), {})).error().kind, ErrorKind::Busy);

        source.cancel();
        QCOMPARE(first, ErrorKind::Cancelled);
        const ScriptedServer next("TLS\nS: HTTP/1.1 204 No Content\nS: \nCLOSED", good());
        QVERIFY(await(getTask(fetcher, urlOf(next), {})));
    }

    // An attacker's name service that does not answer must not take all threads for look-ups.
    void aLookUpThatIsLateKeepsItsPlace()
    {
        const ScriptedServer server("TLS\nS: HTTP/1.1 204 No Content\nS: \nCLOSED", good());
        const core::Completion<core::Result<Addresses>> late;
        int lookUps = 0;
        fetch::Limits limits;
        limits.running = 1;
        limits.total = 50ms;
        fetch::Fetcher fetcher(testPolicy(), limits, "test/1",
                               [&lookUps, late](std::string, core::Deadline, core::Cancellation) {
                                   return [](int number,
                                             auto answer) -> core::Task<core::Result<Addresses>> {
                                       if (number == 1)
                                           co_return co_await answer;
                                       co_return Addresses{here};
                                   }(++lookUps, late);
                               });
        const auto ask = [&] {
            const auto response = await(getTask(fetcher, urlOf(server), {}));
            return response ? std::optional<ErrorKind>() : response.error().kind;
        };
        QCOMPARE(ask(), ErrorKind::DeadlineExceeded);
        QCOMPARE(ask(), ErrorKind::Busy);
        QCOMPARE(lookUps, 1);
        late.complete(core::Error(ErrorKind::Unavailable, "no such host"));
        const auto kind = ask();
        QVERIFY(!kind || *kind == ErrorKind::DeadlineExceeded); // not Busy; 50 ms are short for TLS
        QCOMPARE(lookUps, 2);
    }

    void aFailedLookUpIsTheAnswer()
    {
        fetch::Fetcher fetcher({}, {}, "test/1",
                               [](std::string, core::Deadline, core::Cancellation) {
                                   return []() -> core::Task<core::Result<Addresses>> {
                                       co_return core::Error(ErrorKind::NotFound, "no such host");
                                   }();
                               });
        const auto url = *fetch::HttpsUrl::parse("https://mail.test/c");
        QCOMPARE(await(getTask(fetcher, url, {})).error().kind, ErrorKind::Unavailable);
    }
};

QTEST_GUILESS_MAIN(FetcherTest)
#include "FetcherTest.moc"
