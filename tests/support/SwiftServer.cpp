// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/SwiftServer.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

namespace support {

namespace {

constexpr int patience = 90000; // ms; it compiles Python as it starts

} // namespace

SwiftServer::SwiftServer()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(SWIFT_PYTHON),
                    {QStringLiteral("-B"), QStringLiteral(SWIFT_SCRIPT), m_folder.path()});
    QElapsedTimer timer;
    timer.start();
    while (!m_process.canReadLine()) {
        if (m_process.state() == QProcess::NotRunning || timer.elapsed() > patience)
            qFatal("Swift does not start");
        m_process.waitForReadyRead(1000);
    }
    const auto description = QJsonDocument::fromJson(m_process.readLine()).object();
    const auto value = [&description](const char *name) {
        return description[QLatin1String(name)].toString().toStdString();
    };
    endpoint = value("endpoint");
    region = value("region");
    bucket = value("bucket");
    accessKeyId = value("access_key_id");
    secretAccessKey = value("secret_access_key");
}

SwiftServer::~SwiftServer()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished(patience);
}

} // namespace support
