// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/Finder.h"

#include "i18n/Language.h"
#include "support/Await.h"
#include "support/ScriptedServer.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <map>

using namespace std::chrono_literals;
using account::Security;
using core::ErrorKind;
using discovery::Finder;
using discovery::FindOptions;
using discovery::MxRecord;
using discovery::Progress;
using discovery::Protocol;
using discovery::Query;
using discovery::Source;
using discovery::SrvRecord;
using support::CertificateKind;
using support::ScriptedServer;

namespace {

std::string documentWith(const std::string &imapHost)
{
    return "<clientConfig version=\"1.1\"><emailProvider id=\"x\"><displayName>X Mail"
           "</displayName><incomingServer type=\"imap\"><hostname>"
           + imapHost
           + "</hostname><port>993</port><socketType>SSL</socketType><username>%EMAILADDRESS%"
             "</username><authentication>password-cleartext</authentication></incomingServer>"
             "<outgoingServer type=\"smtp\"><hostname>smtp.x.test</hostname><port>465</port>"
             "<socketType>SSL</socketType><username>%EMAILADDRESS%</username><authentication>"
             "password-cleartext</authentication></outgoingServer></emailProvider></clientConfig>";
}

/// An internet of a few names. Documents come from real HTTPS servers on this computer, which the
/// fetcher of the program reads; only their ports are others.
class World
{
public:
    explicit World(const support::TestCertificates &certificates)
        : m_certificates(certificates)
        , m_fetcher({.reach = fetch::Policy::Reach::LoopbackForTesting,
                     .caFile = certificates.authorityFile()},
                    Finder::fetchLimits(), "test/1",
                    [](std::string, core::Deadline, core::Cancellation) { return here(); })
        , means{.fetch =
                    [this](fetch::HttpsUrl url, core::Cancellation cancellation) {
                        return get(this, std::move(url), std::move(cancellation));
                    },
                .lookUpSrv =
                    [this](std::string name, core::Deadline, core::Cancellation) {
                        asked += name;
                        return records(srv[name]);
                    },
                .lookUpMx =
                    [this](std::string name, core::Deadline, core::Cancellation) {
                        asked += "MX " + name;
                        return records(mx[name]);
                    },
                .probe =
                    [this](Protocol protocol, account::ServerEndpoint endpoint,
                           core::Deadline deadline, core::Cancellation cancellation) {
                        return probe(this, protocol, std::move(endpoint), deadline,
                                     std::move(cancellation));
                    }}
    {}

    /// `url` without its query answers with this, once.
    void publish(const std::string &url, const std::string &answer)
    {
        support::ScriptedServerOptions options;
        options.identity = m_certificates.make(CertificateKind::Good);
        m_servers[url] = std::make_unique<ScriptedServer>(
            "TLS\nC: GET {{*}}\nC: Host: {{*}}\nC: User-Agent: test/1\nC: Accept: text/xml\nC: \n"
            "S-RAW: "
                + answer + "\nCLOSE\n",
            options);
    }
    void publishDocument(const std::string &url, const std::string &document)
    {
        publish(url, "HTTP/1.1 200 OK{{CRLF}}Content-Length: " + std::to_string(document.size())
                         + "{{CRLF}}{{CRLF}}" + document);
    }

    struct AskedNames
    {
        std::vector<std::string> names;
        void operator+=(std::string name) { names.push_back(std::move(name)); }
        bool contains(std::string_view name) const
        {
            return std::ranges::find(names, name) != names.end();
        }
    };

    std::map<std::string, std::vector<SrvRecord>> srv;
    std::map<std::string, std::vector<MxRecord>> mx;
    /// What a probe of HOST:PORT says; others are Unavailable.
    std::map<std::string, core::Result<core::Done>> servers;
    AskedNames asked; ///< every URL as it was asked, and every name
    bool isSilent = false;

private:
    const support::TestCertificates &m_certificates;
    fetch::Fetcher m_fetcher;
    std::map<std::string, std::unique_ptr<ScriptedServer>> m_servers;

public:
    discovery::Means means;

private:
    static core::Task<core::Result<std::vector<QHostAddress>>> here()
    {
        co_return std::vector<QHostAddress>{QHostAddress(QHostAddress::LocalHost)};
    }

    template <typename Record>
    static core::Task<core::Result<std::vector<Record>>> records(std::vector<Record> list)
    {
        co_return list;
    }

    static core::Task<core::Result<fetch::Response>> get(World *self, fetch::HttpsUrl url,
                                                         core::Cancellation cancellation)
    {
        self->asked += url.text();
        if (self->isSilent) {
            (void)co_await core::sleepFor(1h, cancellation);
            co_return core::Error(ErrorKind::Cancelled, "cancelled");
        }
        const auto server = self->m_servers.find("https://" + url.host() + url.path());
        if (server == self->m_servers.end())
            co_return core::Error(ErrorKind::Unavailable, "There is no such host.");
        auto local = *fetch::HttpsUrl::parse(
            "https://mail.test:" + std::to_string(server->second->port()) + url.path());
        co_return co_await self->m_fetcher.get(std::move(local), "text/xml", cancellation);
    }

    static core::Task<core::Result<core::Done>> probe(World *self, Protocol protocol,
                                                      account::ServerEndpoint endpoint,
                                                      core::Deadline,
                                                      core::Cancellation cancellation)
    {
        const auto name = endpoint.host + ":" + std::to_string(endpoint.port);
        self->asked += std::string(discovery::nameOf(protocol)) + " " + name;
        if (self->isSilent) {
            (void)co_await core::sleepFor(1h, cancellation);
            co_return core::Error(ErrorKind::DeadlineExceeded, "late");
        }
        const auto server = self->servers.find(name);
        if (server == self->servers.end())
            co_return core::Error(ErrorKind::Unavailable, "There is no such host.");
        co_return server->second;
    }
};

using Servers = std::vector<discovery::ServerCandidate>;

QStringList shown(const Servers &servers)
{
    QStringList list;
    for (const auto &server : servers)
        list += QString::fromStdString(
            server.endpoint.host + ":" + std::to_string(server.endpoint.port)
            + (server.endpoint.security == Security::ImplicitTls ? "/tls " : "/starttls ")
            + std::string(discovery::nameOf(server.origin.source)));
    return list;
}

QStringList texts(std::initializer_list<const char *> list)
{
    QStringList result;
    for (const char *text : list)
        result += QString::fromLatin1(text);
    return result;
}

} // namespace

class FinderTest : public QObject
{
    Q_OBJECT

    const support::TestCertificates m_certificates;

    static discovery::FoundSettings find(World &world, std::string_view text,
                                         FindOptions options = {},
                                         const discovery::ProgressListener &listener = {})
    {
        const Finder finder(world.means);
        auto found = support::await(finder.find(*Query::parse(text), options, listener, {}));
        if (!found)
            qFatal("%s", found.error().message.c_str());
        return std::move(*found);
    }

private Q_SLOTS:
    void aKnownProviderIsTheAnswerAndNobodyIsAsked()
    {
        World world(m_certificates);
        std::vector<Progress> progress;
        const auto found = find(world, "alice@gmail.com", {},
                                [&progress](const Progress &step) { progress.push_back(step); });
        QCOMPARE(found.providerName, std::string("Gmail"));
        QCOMPARE(shown(found.imap), texts({"imap.gmail.com:993/tls preset"}));
        QCOMPARE(shown(found.smtp),
                 texts({"smtp.gmail.com:465/tls preset", "smtp.gmail.com:587/starttls preset"}));
        QCOMPARE(found.hints.size(), 1UL);
        QVERIFY(world.asked.names.empty());
        QCOMPARE(progress.size(), 2UL);
        QVERIFY(progress.back().state == Progress::State::Found);
    }

    void whatTheDomainPublishesIsRead()
    {
        World world(m_certificates);
        world.publishDocument("https://autoconfig.x.test/mail/config-v1.1.xml",
                              documentWith("imap.x.test"));
        const auto found = find(world, "alice+1@x.test");
        QCOMPARE(found.providerName, std::string("X Mail"));
        QCOMPARE(shown(found.imap), texts({"imap.x.test:993/tls autoconfig"}));
        QCOMPARE(found.imap[0].userName.text, std::string("alice+1@x.test"));
        QCOMPARE(found.imap[0].origin.place,
                 std::string("https://autoconfig.x.test/mail/config-v1.1.xml"));
        QVERIFY(world.asked.contains("https://autoconfig.x.test/mail/config-v1.1.xml"
                                     "?emailaddress=alice%2B1%40x.test"));
        QVERIFY(world.asked.contains("https://x.test/.well-known/autoconfig/mail/"
                                     "config-v1.1.xml?emailaddress=alice%2B1%40x.test"));
        const auto text = i18n::Language::english().render(describe(found.imap[0].origin));
        QVERIFY2(text.find("autoconfig.x.test") != std::string::npos, text.c_str());
    }

    void redirectsAreFollowedToHttpsOnlyAndNotForEver()
    {
        const std::string first = "https://autoconfig.x.test/mail/config-v1.1.xml";
        const auto redirect = [](const std::string &target) {
            return "HTTP/1.1 302 Found{{CRLF}}Location: " + target
                   + "{{CRLF}}Content-Length: 0{{CRLF}}{{CRLF}}";
        };
        {
            World world(m_certificates);
            world.publish(first, redirect("https://config.y.test/file.xml"));
            world.publishDocument("https://config.y.test/file.xml", documentWith("imap.y.test"));
            QCOMPARE(shown(find(world, "alice@x.test").imap),
                     texts({"imap.y.test:993/tls autoconfig"}));
        }
        {
            World world(m_certificates);
            world.publish(first, redirect("http://config.y.test/file.xml"));
            world.publishDocument("https://config.y.test/file.xml", documentWith("imap.y.test"));
            QVERIFY(find(world, "alice@x.test").isEmpty());
            QVERIFY(!world.asked.contains("https://config.y.test/file.xml"));
        }
        {
            World world(m_certificates);
            world.publish(first, redirect("/1"));
            for (const char *step : {"1", "2", "3"})
                world.publish("https://autoconfig.x.test/" + std::string(step),
                              redirect("/" + std::to_string(std::atoi(step) + 1)));
            world.publishDocument("https://autoconfig.x.test/4", documentWith("imap.y.test"));
            QVERIFY(find(world, "alice@x.test").isEmpty());
            QVERIFY(world.asked.contains("https://autoconfig.x.test/3"));
            QVERIFY(!world.asked.contains("https://autoconfig.x.test/4"));
        }
    }

    void aBrokenFileIsReportedAndOthersCount()
    {
        World world(m_certificates);
        world.publishDocument("https://autoconfig.x.test/mail/config-v1.1.xml", "<html/>");
        world.publish("https://x.test/.well-known/autoconfig/mail/config-v1.1.xml",
                      "HTTP/1.1 404 Not Found{{CRLF}}Content-Length: 0{{CRLF}}{{CRLF}}");
        world.srv["_imaps._tcp.x.test"] = {{.target = "imap.x.test", .port = 993}};
        std::map<std::string, Progress::State> ends;
        const auto found = find(world, "alice@x.test", {}, [&ends](const Progress &step) {
            ends[std::string(discovery::nameOf(step.origin.source)) + step.origin.place] =
                step.state;
        });
        QCOMPARE(shown(found.imap), texts({"imap.x.test:993/tls srv"}));
        const std::string path = "/mail/config-v1.1.xml";
        QVERIFY(ends["autoconfighttps://autoconfig.x.test" + path] == Progress::State::Failed);
        QVERIFY(ends["well_knownhttps://x.test/.well-known/autoconfig" + path]
                == Progress::State::Nothing);
        QVERIFY(ends["srv_imaps._tcp.x.test"] == Progress::State::Found);
        QVERIFY(ends["srv_imap._tcp.x.test"] == Progress::State::Nothing);
        for (const auto &[place, state] : ends)
            QVERIFY2(state != Progress::State::Asking, place.c_str());
    }

    void recordsCountInTheirOrderAndForeignServersAreConfirmed()
    {
        World world(m_certificates);
        world.srv["_imap._tcp.x.test"] = {{.target = "imap.x.test", .port = 143, .priority = 0}};
        world.srv["_imaps._tcp.x.test"] = {{.target = "b.x.test", .port = 1993, .priority = 10},
                                           {.target = "a.hoster.test", .port = 993, .priority = 5},
                                           {.target = "notx.test", .port = 993, .priority = 20}};
        world.srv["_submissions._tcp.x.test"] = {{.target = ".", .port = 0}};
        world.srv["_submission._tcp.x.test"] = {{.target = "x.test", .port = 587}};
        const auto found = find(world, "alice@x.test");
        QCOMPARE(shown(found.imap),
                 texts({"a.hoster.test:993/tls srv", "b.x.test:1993/tls srv",
                        "notx.test:993/tls srv", "imap.x.test:143/starttls srv"}));
        QVERIFY(found.imap[0].needsConfirmation);
        QVERIFY(!found.imap[1].needsConfirmation);
        QVERIFY(found.imap[2].needsConfirmation);
        QVERIFY(!found.imap[3].needsConfirmation);
        QCOMPARE(shown(found.smtp), texts({"x.test:587/starttls srv"}));
        QVERIFY(!found.smtp[0].needsConfirmation);
        QCOMPARE(found.imap[0].userName.text, std::string("alice@x.test"));
    }

    void theProviderOfADomainIsKnownByWhoReceivesItsMail()
    {
        World world(m_certificates);
        world.mx["x.test"] = {{.exchange = "backup.x.test", .preference = 50},
                              {.exchange = "aspmx.l.google.com", .preference = 1}};
        // A web host that publishes itself does not count more.
        world.publishDocument("https://x.test/.well-known/autoconfig/mail/config-v1.1.xml",
                              documentWith("webhost.x.test"));
        const auto found = find(world, "alice@x.test");
        QCOMPARE(found.providerName, std::string("Gmail"));
        QCOMPARE(shown(found.imap),
                 texts({"imap.gmail.com:993/tls preset", "webhost.x.test:993/tls well_known"}));
        QCOMPARE(found.imap[0].userName.text, std::string("alice@x.test"));
        QCOMPARE(found.hints.size(), 1UL);
    }

    void theDatabaseIsAskedOnlyWhenItMayBeAndLearnsNoAddress()
    {
        const std::string database = "https://autoconfig.thunderbird.net/v1.1/";
        World world(m_certificates);
        world.mx["x.test"] = {{.exchange = "mx1.hoster.co.test", .preference = 1}};
        world.publishDocument(database + "hoster.co.test", documentWith("imap.hoster.test"));
        QVERIFY(find(world, "alice@x.test").isEmpty());
        for (const auto &name : world.asked.names)
            QVERIFY2(!name.starts_with(database), name.c_str());

        FindOptions options;
        options.ispdb = FindOptions::ThirdParty::MayBeAsked;
        const auto found = find(world, "alice@x.test", options);
        QCOMPARE(shown(found.imap), texts({"imap.hoster.test:993/tls ispdb"}));
        QVERIFY(world.asked.contains(database + "x.test"));
        QVERIFY(world.asked.contains(database + "hoster.co.test"));
        for (const auto &name : world.asked.names)
            QVERIFY2(!name.starts_with(database) || name.find("alice") == std::string::npos,
                     name.c_str());
    }

    void usualNamesCountWhenAServerAnswers()
    {
        World world(m_certificates);
        world.servers.emplace("mail.x.test:993", core::Done{});
        world.servers.emplace("imap.x.test:143", core::Done{});
        world.servers.emplace("smtp.x.test:465",
                              core::Error(ErrorKind::UntrustedPeer, "The certificate is bad."));
        std::optional<core::Error> error;
        const auto found = find(world, "alice@x.test", {}, [&error](const Progress &step) {
            if (step.origin.source == Source::Guess && step.error)
                error = step.error;
        });
        QCOMPARE(shown(found.imap),
                 texts({"imap.x.test:143/starttls guess", "mail.x.test:993/tls guess"}));
        QVERIFY(found.imap[0].isVerified && found.imap[1].isVerified);
        QVERIFY(found.smtp.empty());
        QVERIFY(error && error->kind == ErrorKind::UntrustedPeer);
        for (const char *name : {"IMAP imap.x.test:993", "IMAP x.test:143", "SMTP smtp.x.test:587",
                                 "SMTP mail.x.test:465", "SMTP x.test:587"})
            QVERIFY2(world.asked.contains(name), name);
    }

    void nothingIsGuessedThatIsKnown()
    {
        World world(m_certificates);
        world.srv["_imaps._tcp.x.test"] = {{.target = "imap.x.test", .port = 993}};
        world.servers.emplace("smtp.x.test:465", core::Done{});
        const auto found = find(world, "alice@x.test");
        QCOMPARE(shown(found.smtp), texts({"smtp.x.test:465/tls guess"}));
        QVERIFY(!world.asked.contains("IMAP imap.x.test:993"));
    }

    void aHostIsTriedAsItWasTyped()
    {
        World world(m_certificates);
        world.servers.emplace("box.x.test:993", core::Done{});
        world.servers.emplace("box.x.test:587", core::Done{});
        const auto found = find(world, "Box.x.test");
        QCOMPARE(shown(found.imap), texts({"box.x.test:993/tls typed"}));
        QCOMPARE(shown(found.smtp), texts({"box.x.test:587/starttls typed"}));
        QVERIFY(found.imap[0].isVerified);
        QVERIFY(!world.asked.contains("IMAP imap.box.x.test:993"));
    }

    void nothingIsPublishedAboutAnAddressLiteral()
    {
        World world(m_certificates);
        world.servers.emplace("192.0.2.1:143", core::Done{});
        const auto found = find(world, "192.0.2.1");
        QCOMPARE(shown(found.imap), texts({"192.0.2.1:143/starttls typed"}));
        QVERIFY(found.smtp.empty());
        QCOMPARE(world.asked.names.size(), 4UL);
    }

    void silenceIsNotWaitedFor()
    {
        World world(m_certificates);
        world.isSilent = true;
        FindOptions options;
        options.published = 80ms;
        options.guesses = 80ms;
        QElapsedTimer timer;
        timer.start();
        int late = 0;
        const auto found = find(world, "alice@x.test", options, [&late](const Progress &step) {
            late += step.error && step.error->kind == ErrorKind::DeadlineExceeded ? 1 : 0;
        });
        QVERIFY(found.isEmpty());
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(late, 2); // the two files
    }

    void aSearchCanBeCancelled()
    {
        World world(m_certificates);
        world.isSilent = true;
        const Finder finder(world.means);
        core::CancellationSource source;
        QTimer::singleShot(30, this, [&source] { source.cancel(); });
        QElapsedTimer timer;
        timer.start();
        const auto found =
            support::await(finder.find(*Query::parse("alice@x.test"), {}, {}, source.token()));
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::Cancelled);
        QVERIFY(timer.elapsed() < 2000);
        const auto again =
            support::await(finder.find(*Query::parse("alice@x.test"), {}, {}, source.token()));
        QVERIFY(!again);
    }

    void theFetcherTakesSmallDocumentsOnly() { QCOMPARE(Finder::fetchLimits().body, 256UL * 1024); }
};

QTEST_GUILESS_MAIN(FinderTest)
#include "FinderTest.moc"
