// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/Await.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <string>
#include <string_view>

namespace httptest {

/// A client that sends exactly the bytes it is told to and collects what comes back.
class RawClient
{
public:
    explicit RawClient(std::uint16_t port, const QHostAddress &local = QHostAddress::LocalHost)
    {
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] {
            if (m_reads == Reads::Everything)
                m_received += m_socket.readAll().toStdString();
        });
        bool wasConnected = false; // it may be over before we look
        QObject::connect(&m_socket, &QTcpSocket::connected, &m_socket,
                         [&wasConnected] { wasConnected = true; });
        if (local != QHostAddress(QHostAddress::LocalHost))
            m_socket.bind(local);
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        support::waitUntil([&wasConnected] { return wasConnected; });
        QObject::disconnect(&m_socket, &QTcpSocket::connected, nullptr, nullptr);
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    }

    enum class Reads { Everything, Nothing };
    /// A client that does not read lets the answer pile up.
    void setReads(Reads reads)
    {
        m_reads = reads;
        m_socket.setReadBufferSize(reads == Reads::Nothing ? 1 : 0);
        if (reads == Reads::Everything)
            m_received += m_socket.readAll().toStdString();
    }

    void send(std::string_view bytes)
    {
        m_socket.write(bytes.data(), static_cast<qint64>(bytes.size()));
        m_socket.flush();
    }

    /// What the server has not taken yet, apart from what the kernel holds.
    qint64 unsentBytes() const { return m_socket.bytesToWrite(); }

    const std::string &received() const { return m_received; }
    /// False as soon as it cannot happen any more.
    bool receives(std::string_view text)
    {
        const auto found = [&] { return m_received.find(text) != std::string::npos; };
        return support::waitUntil([&] { return found() || !isConnected(); }) && found();
    }
    /// How often a text has come so far.
    int count(std::string_view text) const
    {
        int found = 0;
        for (auto at = m_received.find(text); at != std::string::npos;
             at = m_received.find(text, at + 1))
            ++found;
        return found;
    }

    bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    bool isClosedByServer()
    {
        return support::waitUntil([&] { return !isConnected(); });
    }
    /// Everything until the server has closed.
    std::string readAll()
    {
        isClosedByServer();
        return m_received;
    }
    void close() { m_socket.abort(); }

private:
    QTcpSocket m_socket;
    std::string m_received;
    Reads m_reads = Reads::Everything;
};

} // namespace httptest
