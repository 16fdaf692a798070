// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Listener.h"

#include "core/Log.h"
#include "http/Connection.h"
#include "http/Gate.h"

#include <QSslSocket>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <limits>
#include <memory>

namespace http {

namespace {

const core::Log logger("http");

constexpr std::chrono::milliseconds acceptPause{200};
constexpr int listenBacklog = 512;

constexpr std::string_view unavailable = "HTTP/1.1 503 Service Unavailable\r\n"
                                         "Retry-After: 1\r\n"
                                         "Content-Length: 0\r\n"
                                         "Connection: close\r\n\r\n";

/// The backend keeps a whole request in the read buffer until it is complete. A smaller buffer
/// would wait for itself forever.
qint64 readBufferSize(const RequestLimits &limits)
{
    constexpr std::size_t chunkOverhead = 12; // eight digits and two line ends
    constexpr std::size_t reserve = 64UL * 1024;
    return static_cast<qint64>(limits.requestLine + limits.headerBlock + limits.body
                               + limits.chunks * chunkOverhead + reserve);
}

} // namespace

Listener::Listener(Gate &gate)
    : m_gate(gate)
{
    setListenBacklogSize(listenBacklog);
    setMaxPendingConnections(std::numeric_limits<int>::max());
    // Usually no descriptor is left; asking again at once would spin until one is.
    connect(this, &QTcpServer::acceptError, this, [this] {
        logger.warn("accept_failed", {{"reason", errorString().toStdString()}});
        pauseAccepting();
        QTimer::singleShot(acceptPause, this, [this] {
            if (isListening())
                resumeAccepting();
        });
    });
}

void Listener::incomingConnection(qintptr descriptor)
{
    Peer peer = peerOf(descriptor);
    if (!m_gate.admits(peer))
        return turnAway(descriptor, m_gate.tls() ? std::string_view() : unavailable);
    if (m_gate.tls())
        acceptTls(descriptor, std::move(peer));
    else
        acceptPlain(descriptor, std::move(peer));
}

bool Listener::prepare(QTcpSocket &socket, qintptr descriptor, const Peer &peer) const
{
    if (!socket.setSocketDescriptor(descriptor)) {
        turnAway(descriptor, {});
        return false;
    }
    if (peer.port != 0)
        socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket.setReadBufferSize(readBufferSize(m_gate.limits().request));
    return true;
}

void Listener::acceptPlain(qintptr descriptor, Peer peer)
{
    auto socket = std::make_unique<QTcpSocket>(this);
    if (!prepare(*socket, descriptor, peer))
        return;
    m_gate.add(socket.get(), std::move(peer))->watch();
    addPendingConnection(socket.release());
}

void Listener::acceptTls(qintptr descriptor, Peer peer)
{
    auto socket = std::make_unique<QSslSocket>(this);
    if (!prepare(*socket, descriptor, peer))
        return;
    socket->setSslConfiguration(*m_gate.tls());
    auto *connection = m_gate.add(socket.get(), std::move(peer));
    connection->startHandshake(socket.get(),
                               [this, tls = socket.get()] { addPendingConnection(tls); });
    (void)socket.release(); // now it is the listener's child that dies with its connection
}

} // namespace http
