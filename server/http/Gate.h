// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "http/AnswerStats.h"
#include "http/Connection.h"
#include "http/HttpServer.h"
#include "http/Peer.h"

#include <QPointer>
#include <QSslConfiguration>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

class QTcpSocket;

namespace http {

/// What all connections share: how many there are, how much they hold, their deadlines, and which
/// of them has just completed a request. QHttpServer only ever answers for a connection that the
/// gate has sanctioned in the same turn. Main thread only.
class Gate : public QObject
{
public:
    /// Whether the backend answers `Expect: 100-continue` by itself.
    enum class Continue { ByGate, ByBackend };

    Gate(HttpServer::Options options, HttpServer::Entry entry, Continue whoContinues);
    ~Gate() override;

    bool backendSendsContinue() const { return m_continue == Continue::ByBackend; }

    const Limits &limits() const { return m_options.limits; }
    const SecurityHeaders &securityHeaders() const { return m_options.securityHeaders; }
    const ClientAddress &clientAddress() const { return m_options.clientAddress; }

    /// Without a value connections are plain.
    const std::optional<QSslConfiguration> &tls() const { return m_tls; }
    void setTls(const QSslConfiguration &configuration) { m_tls = configuration; }

    /// Whether one more connection from this peer is welcome.
    bool admits(const Peer &peer);
    Connection *add(QTcpSocket *socket, Peer peer);
    void remove(Connection *connection);
    std::size_t connectionCount() const { return m_connections.size(); }
    /// Reserves room for bytes of request bodies; false when all clients together, or those of this
    /// connection's address, hold too much.
    bool reserve(const Peer &peer, std::size_t bytes);
    void release(const Peer &peer, std::size_t bytes);

    std::uint64_t nextRequestId() { return ++m_lastRequestId; }
    void handle(const ExchangePtr &exchange) const { m_entry(exchange); }
    AnswerStats &answers() { return m_answers; }

    /// The backend runs directly after the connection's own slot, so whatever it dispatches now can
    /// only come from the connection that was sanctioned last.
    void sanction(Connection *connection) { m_sanctioned = connection; }
    /// The connection that may be dispatched, once.
    Connection *takeSanctioned();
    /// Cuts off the connection from which the backend dispatched something unsanctioned.
    void abortUnsanctioned(std::string_view address, std::uint16_t port);

    bool isDraining() const { return m_isDraining; }
    /// From now on each answer is the last one of its connection.
    void beginDrain();
    /// Closes the connections on which there is no request.
    void closeIdle();
    void abortAll();
    /// Fires when the last connection has gone while draining.
    core::Cancellation drained() const { return m_drained.token(); }

private:
    /// What the clients of one address have taken.
    struct Share
    {
        std::size_t connections = 0;
        std::size_t bufferedBytes = 0;
    };

    void sweep();

    HttpServer::Options m_options;
    HttpServer::Entry m_entry;
    Continue m_continue;
    std::optional<QSslConfiguration> m_tls;
    std::set<Connection *> m_connections;
    std::map<std::string, Share, std::less<>> m_perGroup; ///< of connected clients
    QPointer<Connection> m_sanctioned;
    QTimer m_sweepTimer;
    core::CancellationSource m_drained;
    std::size_t m_bufferedBytes = 0;
    std::size_t m_turnedAway = 0;
    std::uint64_t m_lastRequestId = 0;
    AnswerStats m_answers;
    bool m_isDraining = false;
};

} // namespace http
