// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/ServerFlags.h"

namespace app {

void ServerFlags::addTo(QCommandLineParser &parser) const
{
    const QString port = QString::number(m_tlsPort);
    const QString upper = m_prefix.toUpper();
    parser.addOption({name("-host"), upper + QStringLiteral(" server."), QStringLiteral("HOST")});
    parser.addOption(
        {name("-port"), upper + QStringLiteral(" port."), QStringLiteral("PORT"), port});
    parser.addOption(
        {name("-ssl"), QStringLiteral("TLS from the first byte. Default when the port is ") + port
                           + QStringLiteral(".")});
    parser.addOption({QStringLiteral("no-") + name("-ssl"),
                      QStringLiteral("STARTTLS, required of the server.")});
}

core::Result<account::ServerEndpoint> ServerFlags::read(const QCommandLineParser &parser) const
{
    const auto problem = [](const QString &text) {
        return core::Error(core::ErrorKind::InvalidArgument, text.toStdString());
    };
    account::ServerEndpoint endpoint;
    endpoint.host = parser.value(name("-host")).trimmed().toStdString();
    if (endpoint.host.empty())
        return problem(QStringLiteral("--%1 is required.").arg(name("-host")));
    bool isNumber = false;
    endpoint.port = parser.value(name("-port")).toUShort(&isNumber);
    if (!isNumber || endpoint.port == 0)
        return problem(
            QStringLiteral("--%1 must be a port number from 1 to 65535.").arg(name("-port")));
    const bool tlsOn = parser.isSet(name("-ssl"));
    const bool tlsOff = parser.isSet(QStringLiteral("no-") + name("-ssl"));
    if (tlsOn && tlsOff)
        return problem(QStringLiteral("--%1 and --no-%1 contradict each other.").arg(name("-ssl")));
    const bool isImplicit = tlsOn || (!tlsOff && endpoint.port == m_tlsPort);
    endpoint.security = isImplicit ? account::Security::ImplicitTls : account::Security::StartTls;
    if (parser.isSet(QStringLiteral("insecure-plaintext")) && !isImplicit)
        endpoint.security = account::Security::PlainText;
    return endpoint;
}

ServerFlags imapFlags()
{
    return {QStringLiteral("imap"), 993};
}

ServerFlags smtpFlags()
{
    return {QStringLiteral("smtp"), 465};
}

QCommandLineOption insecurePlaintextOption()
{
    return {QStringLiteral("insecure-plaintext"),
            QStringLiteral("With --no-…-ssl: no encryption at all, for a server on this "
                           "computer.")};
}

} // namespace app
