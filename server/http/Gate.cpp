// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Gate.h"

#include "core/Log.h"
#include "http/Connection.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace http {

namespace {

const core::Log logger("http");

/// Descriptors are also needed for mail servers, files and the store.
std::size_t affordableConnections(std::size_t wanted)
{
    const std::size_t limit = descriptorLimit();
    return std::min(wanted, limit - limit / 4);
}

} // namespace

Gate::Gate(HttpServer::Options options, HttpServer::Entry entry, Continue whoContinues)
    : m_options(std::move(options))
    , m_entry(std::move(entry))
    , m_continue(whoContinues)
{
    auto &connections = m_options.limits.connections;
    connections = affordableConnections(connections);
    m_sweepTimer.setInterval(m_options.limits.sweepInterval);
    connect(&m_sweepTimer, &QTimer::timeout, this, [this] { sweep(); });
}

Gate::~Gate()
{
    abortAll();
}

bool Gate::admits(const Peer &peer)
{
    bool isWelcome = !m_isDraining && !peer.address.empty()
                     && m_connections.size() < m_options.limits.connections;
    // Everybody comes through the proxy, so it is not counted.
    if (isWelcome && !m_options.clientAddress.isTrusted(peer.address)) {
        const auto found = m_perGroup.find(peer.group);
        isWelcome = found == m_perGroup.end()
                    || found->second.connections < m_options.limits.connectionsPerAddress;
    }
    if (!isWelcome)
        ++m_turnedAway;
    return isWelcome;
}

Connection *Gate::add(QTcpSocket *socket, Peer peer)
{
    ++m_perGroup[peer.group].connections;
    auto *connection = new Connection(*this, socket, std::move(peer));
    m_connections.insert(connection);
    if (!m_sweepTimer.isActive())
        m_sweepTimer.start();
    return connection;
}

void Gate::remove(Connection *connection)
{
    m_connections.erase(connection);
    const auto group = m_perGroup.find(connection->peer().group);
    if (--group->second.connections == 0)
        m_perGroup.erase(group);
    if (m_isDraining && m_connections.empty())
        m_drained.cancel();
}

bool Gate::reserve(const Peer &peer, std::size_t bytes)
{
    if (bytes > m_options.limits.bufferedBodies - m_bufferedBytes)
        return false;
    // Else a few connections of one client could leave no room for anybody's requests.
    auto &ofAddress = m_perGroup[peer.group].bufferedBytes;
    if (ofAddress + bytes > m_options.limits.bufferedBodiesPerAddress
        && !m_options.clientAddress.isTrusted(peer.address))
        return false;
    ofAddress += bytes;
    m_bufferedBytes += bytes;
    return true;
}

void Gate::release(const Peer &peer, std::size_t bytes)
{
    m_perGroup[peer.group].bufferedBytes -= bytes;
    m_bufferedBytes -= bytes;
}

Connection *Gate::takeSanctioned()
{
    Connection *connection = m_sanctioned;
    m_sanctioned.clear();
    return connection;
}

void Gate::abortUnsanctioned(std::string_view address, std::uint16_t port)
{
    logger.error("unsanctioned_request", {{"client", address}});
    const auto connections = m_connections; // aborting changes the set
    for (auto *connection : connections) {
        // The backend does not know who is behind a UNIX socket.
        const Peer &peer = connection->peer();
        if ((peer.port == port && peer.address == address)
            || peer.address == ClientAddress::localSocket)
            connection->abort();
    }
}

void Gate::beginDrain()
{
    m_isDraining = true;
    if (m_connections.empty())
        m_drained.cancel();
}

void Gate::closeIdle()
{
    const auto connections = m_connections;
    for (auto *connection : connections)
        connection->closeIfIdle();
}

void Gate::abortAll()
{
    // Aborting one may cancel a handler that aborts another, so the set is asked each time.
    while (!m_connections.empty())
        (*m_connections.begin())->abort();
}

void Gate::sweep()
{
    if (m_turnedAway > 0)
        logger.warn("connections_turned_away", {{"count", std::exchange(m_turnedAway, 0)}});
    const auto now = std::chrono::steady_clock::now();
    const std::vector<Connection *> connections(m_connections.begin(), m_connections.end());
    for (auto *connection : connections) {
        if (m_connections.contains(connection))
            connection->checkDeadline(now);
    }
    if (m_connections.empty())
        m_sweepTimer.stop();
}

} // namespace http
