// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <cstdint>
#include <map>
#include <string>

namespace support {

/// The real server, without mail servers, on a free port of the loopback interface, in a folder of
/// its own. It dies with the object.
class Daemon
{
public:
    using Variables = std::map<QString, QString>;

    /// Its ENCRYPTION_KEY.
    static constexpr const char *key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    /// `variables` are settings beside those that it needs.
    explicit Daemon(Variables variables = {});
    ~Daemon();
    Daemon(const Daemon &) = delete;
    Daemon &operator=(const Daemon &) = delete;

    QString baseUrl() const { return QStringLiteral("http://localhost:%1").arg(m_port); }
    QString socketPath() const { return path("admin.sock"); }
    QString statePath() const { return path("state.db"); }
    QString auditPath() const { return path("audit.log"); }

    /// As a crash does.
    void kill();
    /// After kill(), on the same port.
    void start();

private:
    QString path(const char *file) const { return m_folder.filePath(QLatin1String(file)); }

    Variables m_variables;
    QTemporaryDir m_folder;
    std::uint16_t m_port = 0;
    QProcess m_process;
};

} // namespace support
