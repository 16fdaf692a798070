// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLocalServer>
#include <QLocalSocket>
#include <QString>

#include <optional>
#include <utility>

namespace support {

/// A socket whose server answers each line with the same text, whatever was asked. Without one it
/// is silent; an empty one makes it hang up.
class OneAnswerServer
{
public:
    OneAnswerServer(const QString &path, std::optional<QByteArray> answer)
        : m_answer(std::move(answer))
    {
        m_server.listen(path);
        QObject::connect(&m_server, &QLocalServer::newConnection, &m_server, [this] {
            auto *const socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QLocalSocket::readyRead, socket, [this, socket] {
                if (!socket->canReadLine())
                    return;
                received = socket->readLine();
                if (!m_answer)
                    return;
                if (m_answer->isEmpty())
                    socket->abort();
                else
                    socket->write(*m_answer);
            });
        });
    }

    QByteArray received; ///< the last line

private:
    QLocalServer m_server;
    std::optional<QByteArray> m_answer;
};

} // namespace support
