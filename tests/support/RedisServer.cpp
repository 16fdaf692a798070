// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/RedisServer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>

namespace support {

namespace {

constexpr int patience = 10000; // ms

std::uint16_t freePort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("no port is free");
    return server.serverPort();
}

void writeFile(const QString &path, const std::string &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written", qPrintable(path));
    file.write(text.data(), static_cast<qint64>(text.size()));
}

std::string userInfo()
{
    return "mailmcp:pa%3Ass%40word%2F%C3%84%C3%96@";
}

} // namespace

QStringList RedisServer::programs()
{
    return QStringLiteral(REDIS_SERVERS).split(u',', Qt::SkipEmptyParts);
}

RedisServer::RedisServer(std::string configuration, const QString &program)
    : m_configuration(std::move(configuration))
    , m_program(program.isEmpty() ? programs().constFirst() : program)
    , m_port(freePort())
    , m_tlsPort(freePort())
{
    const auto identity = m_certificates.make(CertificateKind::Good);
    writeFile(m_folder.filePath(QStringLiteral("chain.pem")), identity.certificateChain);
    writeFile(m_folder.filePath(QStringLiteral("key.pem")), identity.privateKey);
    m_process.setWorkingDirectory(m_folder.path());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    start();
}

RedisServer::~RedisServer()
{
    kill();
}

std::string RedisServer::userUrl() const
{
    return "redis://" + userInfo() + "127.0.0.1:" + std::to_string(m_port);
}

std::string RedisServer::tlsUserUrl() const
{
    return "rediss://" + userInfo() + "localhost:" + std::to_string(m_tlsPort);
}

std::string RedisServer::command(std::string_view line) const
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
    if (!socket.waitForConnected(patience))
        return {};
    socket.write(QByteArray(line.data(), static_cast<qsizetype>(line.size())) + "\r\n");
    QByteArray answer;
    while (!answer.contains("\r\n") && socket.waitForReadyRead(patience))
        answer += socket.readAll();
    return answer.toStdString();
}

void RedisServer::start()
{
    writeFile(m_folder.filePath(QStringLiteral("redis.conf")),
              "bind 127.0.0.1 ::1\nport " + std::to_string(m_port) + "\ntls-port "
                  + std::to_string(m_tlsPort)
                  + "\ntls-cert-file chain.pem\ntls-key-file key.pem\ntls-auth-clients no\n"
                    "tls-ca-cert-file chain.pem\n"
                    "save \"\"\nuser mailmcp on \">"
                  + std::string(password) + "\" " REDIS_USER_RIGHTS "\n" + m_configuration);
    m_process.start(m_program, {QStringLiteral("redis.conf")});
    QElapsedTimer timer;
    timer.start();
    while (!command("PING").starts_with("+PONG")) {
        if (m_process.state() == QProcess::NotRunning || timer.elapsed() > patience)
            qFatal("%s does not start: %s", qPrintable(m_program), m_process.readAll().constData());
        m_process.waitForReadyRead(20);
    }
}

void RedisServer::kill()
{
    m_process.kill();
    m_process.waitForFinished(patience);
}

void RedisServer::pause()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP);
}

void RedisServer::resume()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT);
}

} // namespace support
