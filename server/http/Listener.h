// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Peer.h"

#include <QTcpServer>

namespace http {

class Gate;

/// Accepts connections, counts them before any object is made for them, does the TLS handshake
/// itself, and hands a socket over to QHttpServer only when its connection object watches it. Not
/// QSslServer: that one lets silent clients block everybody's handshake. Main thread only.
class Listener : public QTcpServer
{
public:
    explicit Listener(Gate &gate);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void acceptPlain(qintptr descriptor, Peer peer);
    void acceptTls(qintptr descriptor, Peer peer);
    bool prepare(QTcpSocket &socket, qintptr descriptor, const Peer &peer) const;

    Gate &m_gate;
};

} // namespace http
