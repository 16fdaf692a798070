// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLocalServer>
#include <QLocalSocket>
#include <QString>

#include <utility>

namespace support {

/// A socket whose server answers each line with the same one, whatever was asked. Without an answer
/// it is silent.
class OneAnswerServer
{
public:
    OneAnswerServer(const QString &path, QByteArray answer)
        : m_answer(std::move(answer))
    {
        m_server.listen(path);
        QObject::connect(&m_server, &QLocalServer::newConnection, &m_server, [this] {
            auto *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QLocalSocket::readyRead, socket, [this, socket] {
                if (socket->canReadLine() && !socket->readLine().isEmpty())
                    socket->write(m_answer);
            });
        });
    }

private:
    QLocalServer m_server;
    QByteArray m_answer;
};

} // namespace support
