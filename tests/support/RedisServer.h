// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/TestCertificates.h"

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <cstdint>
#include <string>
#include <string_view>

namespace support {

/// A real Redis or Valkey server on free ports of the loopback interface, in the clear and with
/// TLS, that dies with the object. Its default user may do everything without a password; the user
/// "mailmcp" has the rights that README.md tells administrators to give.
class RedisServer
{
public:
    /// Those that were found when the tests were configured; never empty where tests need one.
    static QStringList programs();

    static constexpr std::string_view password = "pa:ss@word/ÄÖ";

    /// `configuration` is added to its configuration file.
    explicit RedisServer(std::string configuration = {}, const QString &program = {});
    ~RedisServer();
    RedisServer(const RedisServer &) = delete;
    RedisServer &operator=(const RedisServer &) = delete;

    std::string url() const { return "redis://127.0.0.1:" + std::to_string(m_port); }
    /// As the user with few rights.
    std::string userUrl() const;
    std::string tlsUserUrl() const;
    std::uint16_t port() const { return m_port; }
    /// For TlsPolicy::extraCaFile.
    const std::string &authorityFile() const { return m_certificates.authorityFile(); }
    QString folder() const { return m_folder.path(); }

    /// Sends a command as the default user and returns all that came back with the first answer.
    std::string command(std::string_view line) const;

    void kill();
    /// After kill(), on the same ports.
    void start();
    void pause();
    void resume();

private:
    std::string m_configuration;
    QString m_program;
    QTemporaryDir m_folder;
    TestCertificates m_certificates;
    std::uint16_t m_port = 0;
    std::uint16_t m_tlsPort = 0;
    QProcess m_process;
};

} // namespace support
