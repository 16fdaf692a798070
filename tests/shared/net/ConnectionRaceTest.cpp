// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/ConnectionRace.h"
#include "support/Await.h"
#include "support/ScriptedServer.h"

#include <QTest>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace std::chrono_literals;
using support::await;
using support::ScriptedServer;

namespace {

/// A port that neither accepts nor refuses, because its queue is full.
class DeafPort
{
public:
    DeafPort()
    {
        m_name.sin_family = AF_INET;
        m_name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof m_name;
        m_sockets.push_back(socket(AF_INET, SOCK_STREAM, 0));
        bind(m_sockets.front(), generic(), size);
        listen(m_sockets.front(), 0);
        getsockname(m_sockets.front(), generic(), &size);
        for (int i = 0; i < 8; ++i) {
            m_sockets.push_back(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
            (void)connect(m_sockets.back(), generic(), size);
        }
    }
    ~DeafPort()
    {
        for (const int socket : m_sockets)
            close(socket);
    }
    DeafPort(const DeafPort &) = delete;
    DeafPort &operator=(const DeafPort &) = delete;

    std::uint16_t number() const { return ntohs(m_name.sin_port); }

private:
    sockaddr *generic() { return reinterpret_cast<sockaddr *>(&m_name); }

    sockaddr_in m_name{};
    std::vector<int> m_sockets;
};

QHostAddress address(const char *text)
{
    return QHostAddress(QString::fromLatin1(text));
}

} // namespace

class ConnectionRaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstThatAnswersWins()
    {
        const ScriptedServer server("S: hello\nCLOSED", {.address = "127.0.0.2"});
        // Nobody listens on 127.0.0.1 and ::1 there: the next address is tried at once.
        const net::RaceCourse course{
            .server = "mail.test",
            .addresses = {address("::1"), address("127.0.0.1"), address("127.0.0.2")},
            .port = server.port(),
            .stagger = 1h};
        {
            const auto socket = await(net::connectToFirst(course, core::deadlineIn(10s), {}));
            QVERIFY2(socket, socket ? "" : socket.error().detail.c_str());
            QCOMPARE((*socket)->peerAddress(), address("127.0.0.2"));
            QCOMPARE((*socket)->state(), QAbstractSocket::ConnectedState);
        }
        QCOMPARE(server.verdict(), std::string());
    }

    void allAreToldWhenNobodyAnswers()
    {
        std::uint16_t port = 0;
        {
            const ScriptedServer gone("SILENCE");
            port = gone.port();
        }
        const net::RaceCourse course{.server = "mail.test:993",
                                     .addresses = {address("127.0.0.1"), address("127.0.0.2")},
                                     .port = port};
        const auto socket = await(net::connectToFirst(course, core::deadlineIn(10s), {}));
        QVERIFY(!socket);
        QCOMPARE(socket.error().kind, core::ErrorKind::Unavailable);
        QCOMPARE(socket.error().message,
                 std::string("mail.test:993 refuses connections. Check the port."));
        QVERIFY(socket.error().detail.find("127.0.0.1") != std::string::npos);
        QVERIFY(socket.error().detail.find("127.0.0.2") != std::string::npos);
    }

    void anAddressThatDoesNotAnswerDoesNotHoldUpTheNext()
    {
        const DeafPort deaf;
        const ScriptedServer server("CLOSED", {.address = "127.0.0.2", .port = deaf.number()});
        const net::RaceCourse course{.server = "mail.test",
                                     .addresses = {address("127.0.0.1"), address("127.0.0.2")},
                                     .port = deaf.number(),
                                     .stagger = 10ms};
        const auto socket = await(net::connectToFirst(course, core::deadlineIn(10s), {}));
        QVERIFY2(socket, socket ? "" : socket.error().detail.c_str());
        QCOMPARE((*socket)->peerAddress(), address("127.0.0.2"));
    }

    void silenceEndsAtTheDeadline()
    {
        const DeafPort deaf;
        const net::RaceCourse course{
            .server = "mail.test:143", .addresses = {address("127.0.0.1")}, .port = deaf.number()};
        const auto socket = await(net::connectToFirst(course, core::deadlineIn(30ms), {}));
        QVERIFY(!socket);
        QCOMPARE(socket.error().kind, core::ErrorKind::DeadlineExceeded);
        QCOMPARE(socket.error().message, std::string("mail.test:143 did not answer in time."));
    }

    void aCancellationEndsTheRace()
    {
        const DeafPort deaf;
        core::CancellationSource source;
        net::RaceCourse course{
            .server = "mail.test:143", .addresses = {address("127.0.0.1")}, .port = deaf.number()};
        std::optional<core::ErrorKind> kind;
        core::start([](const net::RaceCourse &where, core::Cancellation token,
                       auto &slot) -> core::Task<void> {
            const auto socket = co_await net::connectToFirst(where, core::deadlineIn(1h), token);
            slot = socket ? core::ErrorKind::Internal : socket.error().kind;
        }(course, source.token(), kind));
        QVERIFY(!kind);
        source.cancel();
        QCOMPARE(kind, core::ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(ConnectionRaceTest)
#include "ConnectionRaceTest.moc"
