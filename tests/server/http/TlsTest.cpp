// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/TlsIdentity.h"

#include "server/http/RawClient.h"
#include "server/http/TestServer.h"
#include "support/ByteSources.h"
#include "support/TestCertificates.h"

#include <QFile>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

#include <deque>

using httptest::RawClient;
using httptest::TestServer;
using support::CertificateKind;
using support::TestCertificates;
using namespace std::chrono_literals;

namespace {

constexpr auto getHealth = "GET /health HTTP/1.1\r\nHost: mail.test\r\n\r\n";

/// A TLS client that trusts everybody and remembers whom it met.
class TlsClient
{
public:
    explicit TlsClient(std::uint16_t port, QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater)
    {
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        configuration.setProtocol(protocol);
        m_socket.setSslConfiguration(configuration);
        QObject::connect(&m_socket, &QSslSocket::readyRead, &m_socket, [this] {
            if (m_reads)
                m_received += m_socket.readAll().toStdString();
        });
        m_socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
    }

    bool shakesHands()
    {
        return support::waitUntil([this] {
                   return m_socket.isEncrypted()
                          || m_socket.state() == QAbstractSocket::UnconnectedState;
               })
               && m_socket.isEncrypted();
    }
    QByteArray serialNumber() const { return m_socket.peerCertificate().serialNumber(); }
    QSsl::SslProtocol protocol() const { return m_socket.sessionProtocol(); }
    void send(std::string_view bytes)
    {
        m_socket.write(bytes.data(), static_cast<qint64>(bytes.size()));
    }
    /// False as soon as it cannot happen any more.
    bool receives(std::string_view text)
    {
        const auto found = [&] { return m_received.find(text) != std::string::npos; };
        return support::waitUntil(
                   [&] { return found() || m_socket.state() == QAbstractSocket::UnconnectedState; })
               && found();
    }
    std::string readAll()
    {
        support::waitUntil(
            [this] { return m_socket.state() == QAbstractSocket::UnconnectedState; });
        return m_received;
    }
    void close() { m_socket.abort(); }
    void stopReading()
    {
        m_reads = false;
        m_socket.setReadBufferSize(1024);
    }
    void readAgain()
    {
        m_reads = true;
        m_socket.setReadBufferSize(0);
        m_received += m_socket.readAll().toStdString();
    }

private:
    bool m_reads = true;
    QSslSocket m_socket;
    std::string m_received;
};

} // namespace

/// TLS on the listener itself, without a proxy.
class TlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void requestsAreAnsweredOverTls_data();
    void requestsAreAnsweredOverTls();
    void aFreshConnectionIsNotTakenForAStalledOne();
    void oldVersionsAreRefused_data();
    void oldVersionsAreRefused();
    void silentClientsDoNotKeepOthersOut();
    void aHandshakeHasADeadline();
    void plainRequestsGetNoAnswer();
    void aNewCertificateIsUsedFromTheNextConnectionOn();
    void aBrokenReloadKeepsTheOldCertificate();
    void aRefusalArrivesOverTls();
    void aLargeBodyArrivesOverTls();
    void contentIsStreamedOverTls();
    void aRefusalOfStreamedContentArrivesOverTls();
    void theLastAnswerIsNotCutShort();
    void aClientMayLeaveDuringTheHandshakeOrTheAnswer();
    void stoppingLetsATlsAnswerFinish();
    void mistakesInTheFilesAreNamed_data();
    void mistakesInTheFilesAreNamed();

private:
    std::string write(const char *name, const std::string &content) const
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(content.data(), static_cast<qint64>(content.size()));
        return file.fileName().toStdString();
    }

    TestCertificates m_certificates;
    QTemporaryDir m_folder;
    std::string m_certificateFile;
    std::string m_keyFile;
    std::string m_otherCertificateFile;
    std::string m_otherKeyFile;
};

void TlsTest::initTestCase()
{
    const auto first = m_certificates.make(CertificateKind::Good);
    const auto second = m_certificates.make(CertificateKind::Good);
    m_certificateFile = write("first.pem", first.certificateChain);
    m_keyFile = write("first.key", first.privateKey);
    m_otherCertificateFile = write("second.pem", second.certificateChain);
    m_otherKeyFile = write("second.key", second.privateKey);
}

void TlsTest::requestsAreAnsweredOverTls_data()
{
    QTest::addColumn<int>("protocol");
    QTest::newRow("1.2") << int(QSsl::TlsV1_2);
    QTest::newRow("1.3") << int(QSsl::TlsV1_3);
}

void TlsTest::requestsAreAnsweredOverTls()
{
    QFETCH(int, protocol);
    TestServer server;
    QVERIFY(server.server().useCertificate(m_certificateFile, m_keyFile));
    TlsClient client(server.listen(), static_cast<QSsl::SslProtocol>(protocol));
    QVERIFY(client.shakesHands());
    QCOMPARE(int(client.protocol()), protocol);
    client.send(getHealth);
    QVERIFY(client.receives("healthy"));
    client.send(
        "POST /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 4\r\n\r\nlast");
    QVERIFY(client.readAll().ends_with("last"));
}

void TlsTest::aFreshConnectionIsNotTakenForAStalledOne()
{
    // The handshake writes bytes that no answer has asked for; deadlines are looked at in every
    // turn.
    auto options = TestServer::quickOptions();
    options.limits.sweepInterval = 0ms;
    TestServer server(options);
    QVERIFY(server.server().useCertificate(m_certificateFile, m_keyFile));
    const auto port = server.listen();
    for (int i = 0; i < 10; ++i) {
        TlsClient client(port);
        QVERIFY(client.shakesHands());
        client.send(getHealth);
        QVERIFY(client.receives("healthy"));
    }
}

void TlsTest::oldVersionsAreRefused_data()
{
    QTest::addColumn<char>("minorVersion");
    QTest::newRow("HT-47 TLS 1.0") << '\x01';
    QTest::newRow("HT-47 TLS 1.1") << '\x02';
}

void TlsTest::oldVersionsAreRefused()
{
    QFETCH(char, minorVersion);
    TestServer server;
    QVERIFY(server.server().useCertificate(m_certificateFile, m_keyFile));
    RawClient client(server.listen());
    // RFC 4346 §7.4.1.2: a ClientHello that knows nothing newer; client libraries refuse to send
    // it.
    std::string hello("\x16\x03\x01\x00\x31\x01\x00\x00\x2d\x03", 10);
    hello += minorVersion;
    hello += std::string(32, 'r');                                            // random
    hello += std::string("\x00\x00\x06\xc0\x13\xc0\x09\x00\x2f\x01\x00", 11); // AES-CBC suites
    client.send(hello);
    const auto answer = client.readAll();
    constexpr char alert = 0x15;
    constexpr char protocolVersion = 70;
    QVERIFY(answer.size() >= 7);
    QCOMPARE(answer[0], alert);
    QCOMPARE(answer[6], protocolVersion);
    QVERIFY(support::waitUntil([&] { return server.server().connectionCount() == 0; }));
}

void TlsTest::silentClientsDoNotKeepOthersOut()
{
    TestServer server;
    QVERIFY(server.server().useCertificate(m_certificateFile, m_keyFile));
    const auto port = server.listen();
    std::deque<RawClient> silent;
    for (int i = 0; i < 60; ++i)
        silent.emplace_back(port);
    QVERIFY(support::waitUntil([&] { return server.server().connectionCount() == 60; }));
    TlsClient client(port);
    client.send(getHealth);
    QVERIFY(client.receives("healthy"));
    QCOMPARE(server.server().connectionCount(), std::size_t(61)); // none of them had to go
}

void TlsTest::aHandshakeHasADeadline()
{
    auto options = TestServer::quickOptions();
    options.limits.handshakeTime = 50ms;
    TestServer server(options);
    QVERIFY(server.server().useCertificate(m_certificateFile, m_keyFile));
    RawClient silent(server.listen());
    QVERIFY(silent.isClosedByServer());
    RawClient slow(server.server().port());
    slow.send("\x16\x03\x01");
    QVERIFY(slow.isClosedByServer());
}

void TlsTest::plainRequestsGetNoAnswer()
{
    TestServer server;
    QVERIFY(server.server().useCertificate(m_certificateFile, m_keyFile));
    RawClient client(server.listen());
    client.send(getHealth);
    client.readAll();
    QCOMPARE(client.count("HTTP/1.1"), 0);
}

void TlsTest::aNewCertificateIsUsedFromTheNextConnectionOn()
{
    TestServer server;
    QVERIFY(server.server().useCertificate(m_certificateFile, m_keyFile));
    const auto port = server.listen();
    TlsClient before(port);
    QVERIFY(before.shakesHands());
    QVERIFY(server.server().useCertificate(m_otherCertificateFile, m_otherKeyFile));
    TlsClient after(port);
    QVERIFY(after.shakesHands());
    QVERIFY(before.serialNumber() != after.serialNumber());
    // The older connection goes on.
    before.send(getHealth);
    QVERIFY(before.receives("healthy"));
}

void TlsTest::aBrokenReloadKeepsTheOldCertificate()
{
    TestServer server;
    QVERIFY(server.server().useCertificate(m_certificateFile, m_keyFile));
    QVERIFY(!server.server().useCertificate(m_otherCertificateFile, m_keyFile));
    TlsClient client(server.listen());
    client.send(getHealth);
    QVERIFY(client.receives("healthy"));
}

void TlsTest::aRefusalArrivesOverTls()
{
    TestServer server;
    QVERIFY(server.server().useCertificate(m_certificateFile, m_keyFile));
    TlsClient client(server.listen());
    client.send("GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
    QVERIFY(client.receives("HTTP/1.1 400 "));
    client.readAll();
    QVERIFY(support::waitUntil([&] { return server.server().connectionCount() == 0; }));
}

void TlsTest::aLargeBodyArrivesOverTls()
{
    TestServer server;
    QVERIFY(server.server().useCertificate(m_certificateFile, m_keyFile));
    TlsClient client(server.listen());
    const std::string body(8 * 1024 * 1024, 'x');
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size())
                + "\r\n\r\n" + body);
    const auto answer = client.readAll();
    QVERIFY(answer.starts_with("HTTP/1.1 200 OK"));
    QVERIFY(answer.ends_with(body));
}

void TlsTest::contentIsStreamedOverTls()
{
    constexpr std::size_t size = 16UL * 1024 * 1024;
    TestServer server;
    server.hold("/streamed", size);
    QVERIFY(server.server().useCertificate(m_certificateFile, m_keyFile));
    TlsClient client(server.listen());
    client.send("PUT /streamed HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(size)
                + "\r\n\r\n" + std::string(size, 'x'));
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    const auto content = support::contentOf(server.held().front()->content(), 100'000);
    QVERIFY(content);
    QVERIFY(*content == std::string(size, 'x'));
    server.held().front()->respond(http::Response::text(201, "kept"));
    QVERIFY(client.readAll().ends_with("kept"));
}

void TlsTest::aRefusalOfStreamedContentArrivesOverTls()
{
    constexpr std::size_t size = 16UL * 1024 * 1024;
    TestServer server;
    server.hold("/streamed", size);
    QVERIFY(server.server().useCertificate(m_certificateFile, m_keyFile));
    TlsClient client(server.listen());
    client.send("PUT /streamed HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(size)
                + "\r\n\r\n" + std::string(size, 'x'));
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    server.held().front()->respond(http::Response::text(409, "not wanted"));
    QVERIFY(client.receives("not wanted"));
    QVERIFY(support::waitUntil([&] { return server.server().connectionCount() == 0; }));
}

void TlsTest::theLastAnswerIsNotCutShort()
{
    auto options = TestServer::quickOptions();
    options.limits.lingerTime = 1ms;
    TestServer server(options);
    server.hold("/held");
    QVERIFY(server.server().useCertificate(m_certificateFile, m_keyFile));
    TlsClient client(server.listen());
    QVERIFY(client.shakesHands());
    client.stopReading();
    client.send("GET /held HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    const std::string body(32 * 1024 * 1024, 'x');
    server.held().front()->respond(http::Response::text(200, body));
    QTest::qWait(100); // longer than lingerTime
    client.readAgain();
    QVERIFY(client.readAll().ends_with(body));
}

void TlsTest::aClientMayLeaveDuringTheHandshakeOrTheAnswer()
{
    TestServer server;
    server.hold("/held");
    QVERIFY(server.server().useCertificate(m_certificateFile, m_keyFile));
    const auto port = server.listen();
    for (int turns = 0; turns < 20; ++turns) {
        TlsClient client(port);
        for (int turn = 0; turn < turns; ++turn)
            QCoreApplication::processEvents();
        client.close();
    }
    TlsClient client(port);
    client.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    client.close();
    QVERIFY(
        support::waitUntil([&] { return server.held().front()->cancellation().isCancelled(); }));
    server.held().front()->respond(http::Response::text(200, "late"));
    QVERIFY(support::waitUntil([&] { return server.server().connectionCount() == 0; }));
}

void TlsTest::stoppingLetsATlsAnswerFinish()
{
    TestServer server;
    server.hold("/held");
    QVERIFY(server.server().useCertificate(m_certificateFile, m_keyFile));
    TlsClient client(server.listen());
    client.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(support::waitUntil([&] { return server.held().size() == 1; }));
    const auto registration = server.server().shutdownRequested().onCancel(
        [&] { server.held().front()->respond(http::Response::text(200, "finished")); });
    support::await(server.server().stop(1h));
    QVERIFY(client.readAll().ends_with("finished"));
}

void TlsTest::mistakesInTheFilesAreNamed_data()
{
    QTest::addColumn<QString>("certificateFile");
    QTest::addColumn<QString>("keyFile");
    QTest::addColumn<QString>("named");
    const auto encrypted = write("encrypted.key", "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n"
                                                  "-----END ENCRYPTED PRIVATE KEY-----\n");
    const auto text = [](const std::string &path) { return QString::fromStdString(path); };
    QTest::newRow("no certificate file") << "/nowhere/c.pem" << text(m_keyFile) << "/nowhere/c.pem";
    QTest::newRow("no key file") << text(m_certificateFile) << "/nowhere/k.pem" << "/nowhere/k.pem";
    QTest::newRow("key instead of certificate")
        << text(m_keyFile) << text(m_keyFile) << "first.key";
    QTest::newRow("certificate instead of key")
        << text(m_certificateFile) << text(m_certificateFile) << "first.pem";
    QTest::newRow("encrypted key") << text(m_certificateFile) << text(encrypted) << "encrypted.key";
    QTest::newRow("another's key")
        << text(m_certificateFile) << text(m_otherKeyFile) << "second.key";
}

void TlsTest::mistakesInTheFilesAreNamed()
{
    QFETCH(QString, certificateFile);
    QFETCH(QString, keyFile);
    QFETCH(QString, named);
    const auto result = http::loadTlsIdentity(certificateFile.toStdString(), keyFile.toStdString());
    QVERIFY(!result);
    QCOMPARE(int(result.error().kind), int(core::ErrorKind::InvalidArgument));
    QVERIFY(result.error().message.find(named.toStdString()) != std::string::npos);
}

QTEST_GUILESS_MAIN(TlsTest)
#include "TlsTest.moc"
