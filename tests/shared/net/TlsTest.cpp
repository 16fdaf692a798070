// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/Stream.h"
#include "support/Await.h"
#include "support/ScriptedServer.h"

#include <QTemporaryFile>
#include <QTest>

using namespace std::chrono_literals;
using account::Security;
using support::await;
using support::CertificateKind;
using support::ScriptedServer;
using support::ScriptedServerOptions;

namespace {

using StreamResult = core::Result<std::unique_ptr<net::Stream>>;

constexpr net::Stream::Limits limits;

core::Task<StreamResult> openTls(account::ServerEndpoint endpoint, net::TlsPolicy policy,
                                 core::Deadline deadline)
{
    auto stream = co_await net::Stream::connect(endpoint, policy, limits, deadline, {});
    if (!stream || endpoint.security != Security::StartTls)
        co_return std::move(stream);
    (*stream)->write("STARTTLS\r\n");
    const auto answer = co_await (*stream)->readLine(deadline);
    if (!answer)
        co_return answer.error();
    const auto encrypted = co_await (*stream)->startTls(deadline);
    if (!encrypted)
        co_return encrypted.error();
    co_return std::move(stream);
}

} // namespace

class TlsTest : public QObject
{
    Q_OBJECT

    const support::TestCertificates m_certificates;

    StreamResult open(const ScriptedServer &server, Security security,
                      std::string host = "localhost", std::chrono::milliseconds limit = 10s) const
    {
        const account::ServerEndpoint endpoint{
            .host = std::move(host), .port = server.port(), .security = security};
        const net::TlsPolicy policy{.extraCaFile = m_certificates.authorityFile()};
        return await(openTls(endpoint, policy, core::deadlineIn(limit)));
    }

private Q_SLOTS:
    void aGoodServerIsTrusted_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<int>("oldest");
        QTest::addColumn<int>("newest");
        QTest::addColumn<bool>("startTls");
        QTest::addColumn<bool>("singleBytes");
        QTest::newRow("TLS 1.3") << QByteArray("localhost") << 0x0304 << 0x0304 << false << false;
        QTest::newRow("TLS 1.2") << QByteArray("localhost") << 0x0303 << 0x0303 << false << false;
        QTest::newRow("STARTTLS") << QByteArray("localhost") << 0x0303 << 0x0304 << true << false;
        QTest::newRow("in single bytes")
            << QByteArray("localhost") << 0x0303 << 0x0304 << true << true;
        QTest::newRow("by address")
            << QByteArray("127.0.0.1") << 0x0303 << 0x0304 << false << false;
        QTest::newRow("dot at the end")
            << QByteArray("localhost.") << 0x0303 << 0x0304 << false << false;
    }
    void aGoodServerIsTrusted()
    {
        QFETCH(QByteArray, host);
        QFETCH(int, oldest);
        QFETCH(int, newest);
        QFETCH(bool, startTls);
        QFETCH(bool, singleBytes);
        // In single bytes every one is a TLS record of its own.
        const std::size_t size = singleBytes ? 5000 : 200000;
        const std::string rest =
            "S: * OK\nC: a\nS-RAW: {{" + std::to_string(size) + "*x}}\nS: b\nCLOSE";
        const ScriptedServer server((startTls ? "C: STARTTLS\nS: OK\nTLS\n" : "TLS\n") + rest,
                                    {.identity = m_certificates.make(CertificateKind::Good),
                                     .oldestTls = oldest,
                                     .newestTls = newest,
                                     .segments = singleBytes
                                                     ? ScriptedServerOptions::Segments::SingleBytes
                                                     : ScriptedServerOptions::Segments::Whole});
        auto stream =
            open(server, startTls ? Security::StartTls : Security::ImplicitTls, host.toStdString());
        QVERIFY2(stream, stream ? "" : stream.error().detail.c_str());
        QVERIFY((*stream)->isEncrypted());
        QCOMPARE(*await((*stream)->readLine(core::deadlineIn(10s))), std::string("* OK"));
        (*stream)->write("a\r\n");
        QCOMPARE(*await((*stream)->readBytes(size, core::deadlineIn(30s))), std::string(size, 'x'));
        QCOMPARE(*await((*stream)->readLine(core::deadlineIn(10s))), std::string("b"));
        const auto end = await((*stream)->readLine(core::deadlineIn(10s)));
        QCOMPARE(end.error().kind, core::ErrorKind::Unavailable);
        QCOMPARE(server.verdict(), std::string());
        // SNI (RFC 6066 §3): a name, never an address.
        QCOMPARE(server.serverNames().front(),
                 host == "127.0.0.1" ? std::string() : std::string("localhost"));
    }

    /// Nothing is sent to a server whose certificate is not good.
    void aBadCertificateIsRefusedInPlainWords_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("part");
        const auto row = [](const char *name, CertificateKind kind, const char *host,
                            const char *part) {
            QTest::newRow(name) << int(kind) << QByteArray(host) << QByteArray(part);
        };
        row("expired", CertificateKind::Expired, "localhost", "expired on 2");
        row("not yet valid", CertificateKind::NotYetValid, "localhost", "not yet valid");
        row("wrong host", CertificateKind::WrongName, "localhost", "does not match localhost");
        row("wrong address", CertificateKind::WrongName, "127.0.0.1", "does not match 127.0.0.1");
        row("self-signed", CertificateKind::SelfSigned, "localhost", "self-signed");
        row("unknown authority", CertificateKind::UnknownAuthority, "localhost",
            "unknown authority");
        row("signed by a leaf", CertificateKind::SignedByLeaf, "localhost", "must not sign others");
        row("SHA-1", CertificateKind::WeakSignature, "localhost", "too weak");
    }
    void aBadCertificateIsRefusedInPlainWords()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, host);
        QFETCH(QByteArray, part);
        for (const auto security : {Security::ImplicitTls, Security::StartTls}) {
            const bool startTls = security == Security::StartTls;
            const ScriptedServer server(startTls ? "C: STARTTLS\nS: OK\nTLS\nCLOSED"
                                                 : "TLS\nCLOSED",
                                        {.identity = m_certificates.make(CertificateKind(kind))});
            const auto stream = open(server, security, host.toStdString());
            QVERIFY(!stream);
            QCOMPARE(stream.error().kind, core::ErrorKind::UntrustedPeer);
            QVERIFY2(stream.error().message.find(part.toStdString()) != std::string::npos,
                     (stream.error().message + " / " + stream.error().detail).c_str());
            // The handshake may or may not have come to its end; nothing was said in it.
            (void)server.verdict();
            QCOMPARE(server.received(), std::string(startTls ? "STARTTLS\r\n" : ""));
        }
    }

    void aGoodCertificateOfAnAuthorityThatIsNotConfiguredIsRefused()
    {
        const ScriptedServer server("TLS\nCLOSED",
                                    {.identity = m_certificates.make(CertificateKind::Good)});
        const account::ServerEndpoint endpoint{.host = "localhost", .port = server.port()};
        const net::TlsPolicy policy;
        const auto stream =
            await(net::Stream::connect(endpoint, policy, limits, core::deadlineIn(10s), {}));
        QVERIFY(!stream);
        QCOMPARE(stream.error().kind, core::ErrorKind::UntrustedPeer);
    }

    void oldProtocolsAreRefused_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("TLS 1.0") << 0x0301;
        QTest::newRow("TLS 1.1") << 0x0302;
    }
    void oldProtocolsAreRefused()
    {
        QFETCH(int, version);
        const ScriptedServer server("TLS-FAILS",
                                    {.identity = m_certificates.make(CertificateKind::Good),
                                     .oldestTls = version,
                                     .newestTls = version});
        const auto stream = open(server, Security::ImplicitTls);
        QVERIFY(!stream);
        QCOMPARE(stream.error().kind, core::ErrorKind::UntrustedPeer);
        QVERIFY2(stream.error().message.find("too old") != std::string::npos,
                 (stream.error().message + " / " + stream.error().detail).c_str());
        QCOMPARE(server.verdict(), std::string());
    }

    void aServerWithoutTlsIsRecognised_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("IMAP") << QByteArray("S: * OK IMAP4rev1 ready\nSILENCE");
        QTest::newRow("SMTP") << QByteArray("S: 220 mail.test ESMTP\nSILENCE");
        QTest::newRow("HTTP") << QByteArray("S: HTTP/1.1 400 Bad Request\nSILENCE");
    }
    void aServerWithoutTlsIsRecognised()
    {
        QFETCH(QByteArray, script);
        const ScriptedServer server(script.toStdString());
        const auto stream = open(server, Security::ImplicitTls);
        QVERIFY(!stream);
        QCOMPARE(stream.error().kind, core::ErrorKind::Protocol);
        QCOMPARE(stream.error().message,
                 std::string("localhost does not speak TLS on this port. Is it a STARTTLS port?"));
    }

    /// Whatever came in the clear after the answer to STARTTLS ends everything.
    void bytesBeforeTheHandshakeEndTheConnection_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("IMAP") << QByteArray("S-RAW: a OK{{CRLF}}* OK injected{{CRLF}}");
        QTest::newRow("SMTP") << QByteArray("S-RAW: 220 go{{CRLF}}250-injected{{CRLF}}");
        QTest::newRow("one byte") << QByteArray("S-RAW: 220 go{{CRLF}}{{00}}");
    }
    void bytesBeforeTheHandshakeEndTheConnection()
    {
        QFETCH(QByteArray, answer);
        const ScriptedServer server("C: STARTTLS\n" + answer.toStdString() + "\nCLOSED",
                                    {.identity = m_certificates.make(CertificateKind::Good)});
        const auto stream = open(server, Security::StartTls);
        QVERIFY(!stream);
        QCOMPARE(stream.error().kind, core::ErrorKind::Protocol);
        QCOMPARE(server.verdict(), std::string()); // not even a ClientHello
    }

    /// The same in a later segment is taken for a part of the handshake, which then fails.
    void bytesInsteadOfTheHandshakeEndTheConnection()
    {
        const ScriptedServer server(
            "C: STARTTLS\nS: 220 go\nC-RAW: {{16}}\nS: 250 injected\nSILENCE");
        const auto stream = open(server, Security::StartTls);
        QVERIFY(!stream);
        QCOMPARE(stream.error().kind, core::ErrorKind::Protocol);
    }

    void aHandshakeThatNobodyAnswersEndsAtTheDeadline()
    {
        const ScriptedServer server("SILENCE");
        const auto stream = open(server, Security::ImplicitTls, "localhost", 100ms);
        QVERIFY(!stream);
        QCOMPARE(stream.error().kind, core::ErrorKind::DeadlineExceeded);
    }

    void aHandshakeThatIsCutIsAnError_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("closed") << QByteArray("CLOSE");
        QTest::newRow("reset") << QByteArray("C-RAW: {{16}}\nRESET");
    }
    void aHandshakeThatIsCutIsAnError()
    {
        QFETCH(QByteArray, script);
        const ScriptedServer server(script.toStdString());
        const auto stream = open(server, Security::ImplicitTls);
        QVERIFY(!stream);
        QCOMPARE(stream.error().kind, core::ErrorKind::Unavailable);
    }

    void muchDataArrivesWholeBeforeTheClose()
    {
        const ScriptedServer server("TLS\nS-RAW: {{20000000*a}}\nCLOSE",
                                    {.identity = m_certificates.make(CertificateKind::Good)});
        const auto stream = open(server, Security::ImplicitTls);
        QVERIFY(stream);
        (void)await(core::sleepFor(50ms)); // the server fills every buffer on the way
        const auto bytes = await((*stream)->readBytes(20000000, core::deadlineIn(20s)));
        QVERIFY2(bytes, bytes ? "" : bytes.error().detail.c_str());
        QVERIFY(*bytes == std::string(20000000, 'a'));
    }

    void muchDataIsSentWhole()
    {
        const ScriptedServer server("TLS\nC-RAW: {{20000000*a}}\nS: thanks",
                                    {.identity = m_certificates.make(CertificateKind::Good)});
        const auto stream = open(server, Security::ImplicitTls);
        QVERIFY(stream);
        (*stream)->write(std::string(20000000, 'a'));
        const auto line = await((*stream)->readLine(core::deadlineIn(20s)));
        QVERIFY(line);
        QCOMPARE(*line, std::string("thanks"));
    }

    void aFileWithoutAuthoritiesIsReported()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        const ScriptedServer server("CLOSED");
        for (const auto &path : {file.fileName().toStdString(), std::string("/nowhere/ca.pem")}) {
            const account::ServerEndpoint endpoint{.host = "localhost", .port = server.port()};
            const net::TlsPolicy policy{.extraCaFile = path};
            const auto stream =
                await(net::Stream::connect(endpoint, policy, limits, core::deadlineIn(10s), {}));
            QVERIFY(!stream);
            QCOMPARE(stream.error().kind, core::ErrorKind::Internal);
        }
    }
};

QTEST_GUILESS_MAIN(TlsTest)
#include "TlsTest.moc"
