// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ScriptedServer.h"
#include "support/Await.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>

#include <memory>

using support::ScriptedServer;
using support::ScriptedServerOptions;

namespace {

/// A client that says `bytes`, reads until the server closes or `enough` has come, and hangs up.
std::string talk(const ScriptedServer &server, const QByteArray &bytes, const QByteArray &enough)
{
    QSslSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), server.port());
    socket.write(bytes);
    QByteArray received;
    support::waitUntil([&] {
        received += socket.readAll();
        return received.contains(enough) || socket.state() == QAbstractSocket::UnconnectedState;
    });
    received += socket.readAll();
    return received.toStdString();
}

} // namespace

/// The measuring instrument of the other tests is itself measured.
class ScriptedServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDialogueThatFitsIsPraised()
    {
        const ScriptedServer server(R"(
            S: * OK ready
            # the tag is the client's
            C: TAG LOGIN {{*}} "secret"
            S: TAG OK {{3*ab}}{{21}}
            C-RAW: raw{{00}}
            S-RAW: + go{{CRLF}}
            C-DATA
            CLOSE
        )");
        const auto text = talk(
            server, QByteArray("x7 LOGIN me \"secret\"\r\nraw\0a\r\n..\r\n.\r\n", 36), "never");
        QCOMPARE(text, std::string("* OK ready\r\nx7 OK ababab!\r\n+ go\r\n"));
        QCOMPARE(server.verdict(), std::string());
        QCOMPARE(server.messages(), std::vector<std::string>{"a\r\n..\r\n"});
        QCOMPARE(server.connections(), 1);
        QCOMPARE(server.roundTrips(), 2);
    }

    void aClientThatSaysSomethingElseIsReported_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("verdict");
        QTest::newRow("another command")
            << QByteArray("a NOOP\r\n")
            << QByteArray("line 3: expected C: TAG LOGIN  got C: a NOOP");
        QTest::newRow("a lone LF") << QByteArray("a LOGIN\n")
                                   << QByteArray("line 3: expected C: TAG LOGIN  got a line "
                                                 "without CR: a LOGIN\\x0a");
        QTest::newRow("more than expected")
            << QByteArray("a LOGIN\r\nb NOOP\r\n")
            << QByteArray("line 4: expected the client to close, got: b NOOP\\x0d\\x0a");
    }
    void aClientThatSaysSomethingElseIsReported()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, verdict);
        const ScriptedServer server("\nS: * OK\nC: TAG LOGIN\nCLOSED\n");
        talk(server, bytes, "never");
        QCOMPARE(server.verdict(), verdict.toStdString());
    }

    void aClientThatHangsUpEarlyIsReported()
    {
        const ScriptedServer server("S: * OK\nC: TAG LOGIN");
        talk(server, "", "OK");
        QCOMPARE(server.verdict(),
                 std::string("line 2: expected C: TAG LOGIN  but the client closed"));
    }

    void aScriptThatIsNotThroughIsReported()
    {
        const ScriptedServer server("S: * OK");
        QCOMPARE(server.verdict(std::chrono::milliseconds(50)),
                 std::string("the script has come no further than the first connection"));
        QVERIFY(!server.finished());
    }

    void everyConnectionHasItsOwnSteps()
    {
        const ScriptedServer server("S: one\nCLOSE\nCONNECTION\nREPEAT: 2 two\nRESET");
        QCOMPARE(talk(server, "", "never"), std::string("one\r\n"));
        talk(server, "", "never");
        QCOMPARE(server.verdict(), std::string());
        QCOMPARE(server.connections(), 2);
    }

    void aResetComesAfterTheGivenNumberOfBytes()
    {
        const ScriptedServer server(
            "S: 123456\nS: 78",
            {.segments = ScriptedServerOptions::Segments::SingleBytes, .resetAfter = 5});
        QVERIFY(std::string("12345").starts_with(talk(server, "", "never")));
        QCOMPARE(server.verdict(), std::string());
    }

    void aHandshakeTellsTheServerName()
    {
        const support::TestCertificates certificates;
        const ScriptedServer server("TLS\nS: * OK\nC: bye", {.identity = certificates.make(
                                                                 support::CertificateKind::Good)});
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.addCaCertificates(QString::fromStdString(certificates.authorityFile()));
        QSslSocket socket;
        socket.setSslConfiguration(configuration);
        socket.connectToHostEncrypted(QStringLiteral("localhost"), server.port());
        QVERIFY(support::waitUntil([&] { return socket.canReadLine(); }));
        QCOMPARE(socket.readAll(), QByteArray("* OK\r\n"));
        socket.write("bye\r\n");
        socket.disconnectFromHost();
        QCOMPARE(server.verdict(), std::string());
        QCOMPARE(server.serverNames(), std::vector<std::string>{"localhost"});
    }
};

QTEST_GUILESS_MAIN(ScriptedServerTest)
#include "ScriptedServerTest.moc"
