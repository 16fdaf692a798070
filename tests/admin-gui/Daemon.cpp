// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/Daemon.h"

#include <QElapsedTimer>
#include <QTcpServer>

namespace support {

namespace {

constexpr int patience = 20000; // ms

} // namespace

Daemon::Daemon(Variables variables)
    : m_variables(std::move(variables))
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("no port is free");
    m_port = server.serverPort();
    server.close();
    m_process.setWorkingDirectory(m_folder.path());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    start();
}

Daemon::~Daemon()
{
    kill();
}

void Daemon::start()
{
    QProcessEnvironment environment;
    for (const auto &name : {QStringLiteral("PATH"), QStringLiteral("ASAN_OPTIONS"),
                             QStringLiteral("LSAN_OPTIONS"), QStringLiteral("UBSAN_OPTIONS")})
        environment.insert(name, qEnvironmentVariable(qPrintable(name)));
    environment.insert(QStringLiteral("HOME"), m_folder.path());
    environment.insert(QStringLiteral("ENCRYPTION_KEY"), QLatin1String(key));
    environment.insert(QStringLiteral("PORT"), QString::number(m_port));
    environment.insert(QStringLiteral("BASE_URL"), baseUrl());
    environment.insert(QStringLiteral("STATE_URL"), QStringLiteral("sqlite:") + statePath());
    environment.insert(QStringLiteral("AUDIT_LOG"), auditPath());
    environment.insert(QStringLiteral("ADMIN_SOCKET"), socketPath());
    for (const auto &[name, value] : m_variables)
        environment.insert(name, value);
    m_process.setProcessEnvironment(environment);
    m_process.start(QStringLiteral(MAIL_MCP), {QStringLiteral("server")});
    QElapsedTimer timer;
    timer.start();
    QByteArray log;
    while (!log.contains("listening")) {
        m_process.waitForReadyRead(100);
        log += m_process.readAll();
        if (m_process.state() == QProcess::NotRunning || timer.elapsed() > patience)
            qFatal("the server does not start: %s", log.constData());
    }
}

void Daemon::kill()
{
    m_process.kill();
    m_process.waitForFinished(patience);
}

} // namespace support
