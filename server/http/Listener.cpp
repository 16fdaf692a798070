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

constexpr std::chrono::milliseconds acceptPause{50};
constexpr std::chrono::milliseconds logPause{1000};
constexpr int listenBacklog = 512;
/// Those who are connected already have their turn in between.
constexpr int mostAtOnce = 64;

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
}

Listener::~Listener()
{
    stopAccepting();
    close();
}

bool Listener::start()
{
    pauseAccepting();
    const auto shared = shareDescriptor(socketDescriptor());
    if (shared < 0)
        return false;
    m_waiting.emplace(shared, QSocketNotifier::Read);
    connect(&*m_waiting, &QSocketNotifier::activated, this, [this] { acceptWaiting(mostAtOnce); });
    return true;
}

void Listener::stop()
{
    // Whom the system has connected, it would cut off: they believe that their request has arrived.
    if (m_waiting)
        acceptWaiting(listenBacklog);
    stopAccepting();
    close();
}

void Listener::stopAccepting()
{
    if (m_waiting) {
        m_waiting->setEnabled(false);
        closeDescriptor(m_waiting->socket());
        m_waiting.reset();
    }
}

void Listener::acceptWaiting(int most)
{
    for (int i = 0; i < most; ++i) {
        const auto accepted = acceptFrom(m_waiting->socket());
        switch (accepted.outcome) {
        case Accepted::Outcome::Connection:
            incomingConnection(accepted.descriptor);
            break;
        case Accepted::Outcome::GoneAlready:
            break;
        case Accepted::Outcome::NobodyWaits:
            return;
        case Accepted::Outcome::Failed:
            return pause(accepted.reason);
        }
    }
}

/// Usually no descriptor is left; asking again at once would spin until one is.
void Listener::pause(std::string_view reason)
{
    ++m_failures;
    if (const auto now = std::chrono::steady_clock::now(); now - m_lastLogged >= logPause) {
        logger.warn("accept_failed", {{"reason", reason}, {"count", m_failures}});
        m_lastLogged = now;
        m_failures = 0;
    }
    m_waiting->setEnabled(false);
    QTimer::singleShot(acceptPause, this, [this] {
        if (m_waiting)
            m_waiting->setEnabled(true);
    });
}

void Listener::handOver(QTcpSocket *socket)
{
    addPendingConnection(socket);
    pauseAccepting(); // it has just resumed because somebody took one
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
    handOver(socket.release());
}

void Listener::acceptTls(qintptr descriptor, Peer peer)
{
    auto socket = std::make_unique<QSslSocket>(this);
    if (!prepare(*socket, descriptor, peer))
        return;
    socket->setSslConfiguration(*m_gate.tls());
    auto *connection = m_gate.add(socket.get(), std::move(peer));
    connection->startHandshake(socket.get(), [this, tls = socket.get()] { handOver(tls); });
    (void)socket.release(); // now it is the listener's child that dies with its connection
}

} // namespace http
