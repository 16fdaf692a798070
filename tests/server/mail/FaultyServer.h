// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

#include <cstddef>
#include <cstdint>
#include <optional>

/// A server on this machine's loopback, in the test's own event loop, that breaks a connection off
/// at a certain byte. What it says is up to its subclass.
class FaultyServer
{
public:
    FaultyServer()
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
    }
    virtual ~FaultyServer() = default;
    FaultyServer(const FaultyServer &) = delete;
    FaultyServer &operator=(const FaultyServer &) = delete;

    /// The next connection is reset after so many bytes, both directions together.
    void breakOffAt(std::size_t byte) { m_breakAt = byte; }
    bool willBreakOff() const { return m_breakAt.has_value(); }
    std::uint16_t port() const { return m_server.serverPort(); }
    /// Of the last connection.
    std::size_t bytes() const { return m_bytes; }
    int connections() const { return m_connections; }

protected:
    /// A new connection begins.
    virtual QByteArray greet() = 0;
    /// Takes what is complete off `input` and answers it.
    virtual QByteArray answer(QByteArray &input) = 0;

private:
    void accept()
    {
        auto *const socket = m_server.nextPendingConnection();
        m_bytes = 0;
        ++m_connections;
        m_input.clear();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(*socket); });
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        say(*socket, greet());
    }

    void read(QTcpSocket &socket)
    {
        // What comes behind the break was never received.
        const bool isOver = take(socket.readAll(), m_input);
        const QByteArray answers = answer(m_input);
        if (isOver)
            breakOff(socket);
        else
            say(socket, answers);
    }

    void say(QTcpSocket &socket, const QByteArray &text)
    {
        QByteArray output;
        const bool isOver = take(text, output);
        socket.write(output);
        socket.flush();
        if (isOver)
            breakOff(socket);
    }

    /// Adds to `target` what still gets through; true when that is the end.
    bool take(const QByteArray &bytes, QByteArray &target)
    {
        const std::size_t left = m_breakAt ? *m_breakAt - m_bytes : SIZE_MAX;
        const bool isOver = static_cast<std::size_t>(bytes.size()) >= left;
        const QByteArray taken = isOver ? bytes.left(static_cast<qsizetype>(left)) : bytes;
        m_bytes += static_cast<std::size_t>(taken.size());
        target += taken;
        return isOver;
    }

    void breakOff(QTcpSocket &socket)
    {
        m_breakAt.reset();
        socket.abort();
    }

    QTcpServer m_server;
    std::optional<std::size_t> m_breakAt;
    std::size_t m_bytes = 0;
    int m_connections = 0;
    QByteArray m_input;
};
