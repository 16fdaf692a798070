// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Peer.h"

#include <QSocketNotifier>
#include <QTcpServer>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

namespace http {

class Gate;

/// Accepts connections, counts them before any object is made for them, does the TLS handshake
/// itself, and hands a socket over to QHttpServer only when its connection object watches it. Not
/// QSslServer: that one lets silent clients block everybody's handshake. Main thread only.
///
/// Nor does it let QTcpServer accept: that one reports no error after the first time that nobody
/// waited, and then spins while there is no descriptor left.
class Listener : public QTcpServer
{
public:
    explicit Listener(Gate &gate);
    ~Listener() override;

    /// Begins to accept on the socket that it listens on. False when no descriptor is left.
    bool start();
    /// Takes those who are connected already, and no longer listens.
    void stop();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void acceptWaiting(int most);
    void stopAccepting();
    void pause(std::string_view reason);
    void acceptPlain(qintptr descriptor, Peer peer);
    void acceptTls(qintptr descriptor, Peer peer);
    bool prepare(QTcpSocket &socket, qintptr descriptor, const Peer &peer) const;
    void handOver(QTcpSocket *socket);

    Gate &m_gate;
    /// On a descriptor of its own: Qt takes one notifier for each.
    std::optional<QSocketNotifier> m_waiting;
    std::chrono::steady_clock::time_point m_lastLogged;
    std::size_t m_failures = 0; ///< since then
};

} // namespace http
