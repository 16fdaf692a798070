// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Peer.h"

#include "support/Await.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <array>
#include <memory>

#include <sys/socket.h>
#include <unistd.h>

class PeerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clientsAreCountedByAddressOrNetwork_data();
    void clientsAreCountedByAddressOrNetwork();
    void aLocalSocketHasNoAddress();
    void anUnconnectedDescriptorHasNoPeer();
    void lastWordsArrive();
};

void PeerTest::clientsAreCountedByAddressOrNetwork_data()
{
    QTest::addColumn<QString>("listen");
    QTest::addColumn<QString>("connect");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("group");
    QTest::newRow("IPv4") << "127.0.0.1" << "127.0.0.1" << "127.0.0.1" << "127.0.0.1";
    QTest::newRow("IPv4 on a dual-stack socket") << "" << "127.0.0.1" << "127.0.0.1" << "127.0.0.1";
    QTest::newRow("IPv6 by its /64") << "::1" << "::1" << "::1" << "::";
}

void PeerTest::clientsAreCountedByAddressOrNetwork()
{
    QFETCH(QString, listen);
    QFETCH(QString, connect);
    QFETCH(QString, address);
    QFETCH(QString, group);
    QTcpServer server;
    if (!server.listen(listen.isEmpty() ? QHostAddress(QHostAddress::Any) : QHostAddress(listen)))
        QSKIP("this machine has no IPv6");
    QTcpSocket client;
    client.connectToHost(QHostAddress(connect), server.serverPort());
    QVERIFY(support::waitUntil([&] { return server.hasPendingConnections(); }));
    const std::unique_ptr<QTcpSocket> accepted(server.nextPendingConnection());
    const auto peer = http::peerOf(accepted->socketDescriptor());
    QCOMPARE(peer.address, address.toStdString());
    QCOMPARE(peer.group, group.toStdString());
    QCOMPARE(peer.port, client.localPort());
}

void PeerTest::aLocalSocketHasNoAddress()
{
    std::array<int, 2> pair{};
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, pair.data()), 0);
    const auto peer = http::peerOf(pair[0]);
    QCOMPARE(peer.address, std::string("unix"));
    QCOMPARE(peer.port, std::uint16_t(0));
    ::close(pair[0]);
    ::close(pair[1]);
}

void PeerTest::anUnconnectedDescriptorHasNoPeer()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    QVERIFY(http::peerOf(socket).address.empty());
    ::close(socket);
    QVERIFY(http::peerOf(-1).address.empty());
}

void PeerTest::lastWordsArrive()
{
    std::array<int, 2> pair{};
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, pair.data()), 0);
    http::turnAway(pair[0], "goodbye");
    std::array<char, 16> buffer{};
    QCOMPARE(::recv(pair[1], buffer.data(), buffer.size(), 0), ssize_t(7));
    QCOMPARE(::recv(pair[1], buffer.data(), buffer.size(), 0), ssize_t(0)); // closed
    ::close(pair[1]);
}

QTEST_GUILESS_MAIN(PeerTest)
#include "PeerTest.moc"
