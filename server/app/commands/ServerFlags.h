// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "core/Result.h"

#include <QCommandLineParser>

namespace app {

/// --imap-host, --imap-port, --[no-]imap-ssl, and the same for smtp.
class ServerFlags
{
public:
    /// `tlsPort` is the default port, and the one where TLS is on by default.
    ServerFlags(QString prefix, quint16 tlsPort)
        : m_prefix(std::move(prefix))
        , m_tlsPort(tlsPort)
    {}

    void addTo(QCommandLineParser &parser) const;
    /// True when there is a host.
    bool isSet(const QCommandLineParser &parser) const { return parser.isSet(name("-host")); }
    /// InvalidArgument: what is wrong with which flag. Whether there can be such a server is for
    /// provisioning::checkServer() to say.
    core::Result<account::ServerEndpoint> read(const QCommandLineParser &parser) const;

private:
    QString name(const char *suffix) const { return m_prefix + QLatin1String(suffix); }

    QString m_prefix;
    quint16 m_tlsPort;
};

ServerFlags imapFlags();
ServerFlags smtpFlags();

/// --insecure-plaintext, which goes with both.
QCommandLineOption insecurePlaintextOption();

} // namespace app
