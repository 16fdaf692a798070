// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/RedisAddress.h"

#include <QUrl>

namespace state {

namespace {

constexpr std::uint16_t defaultPort = 6379;
constexpr std::uint32_t highestDatabase = 65535;

core::Error refused(std::string sentence)
{
    return {core::ErrorKind::InvalidArgument, std::move(sentence)};
}

} // namespace

core::Result<RedisAddress> RedisAddress::parse(std::string_view url)
{
    using account::Security;
    const QUrl parsed(QString::fromUtf8(url.data(), static_cast<qsizetype>(url.size())),
                      QUrl::StrictMode);
    const QString scheme = parsed.scheme();
    const bool isEncrypted = scheme == QLatin1String("rediss");
    if (!parsed.isValid() || parsed.host().isEmpty()
        || (!isEncrypted && scheme != QLatin1String("redis")) || parsed.hasQuery()
        || parsed.hasFragment())
        return refused("STATE_URL must look like redis://user:password@host:6379/0 or rediss://…; "
                       "write special characters of the password as %XX.");
    RedisAddress address;
    address.endpoint.host = parsed.host(QUrl::FullyEncoded).toStdString();
    address.endpoint.port = static_cast<std::uint16_t>(parsed.port(defaultPort));
    address.endpoint.security = isEncrypted ? Security::ImplicitTls : Security::PlainText;
    address.username = parsed.userName(QUrl::FullyDecoded).toStdString();
    address.password = core::Secret(parsed.password(QUrl::FullyDecoded).toStdString());
    if (address.endpoint.port == 0)
        return refused("STATE_URL must name a port from 1 to 65535.");
    if (!address.username.empty() && address.password.isEmpty())
        return refused("STATE_URL has a user name but no password; write user:password@.");
    const QString path = parsed.path().mid(1);
    bool isNumber = true;
    address.database = path.isEmpty() ? 0 : path.toUInt(&isNumber);
    if (!isNumber || address.database > highestDatabase)
        return refused("STATE_URL must end with the number of the database, as in /0, or with "
                       "the port.");
    return address;
}

std::string RedisAddress::name() const
{
    const bool isLiteral = endpoint.host.find(':') != std::string::npos;
    return (endpoint.security == account::Security::ImplicitTls ? "rediss://" : "redis://")
           + (isLiteral ? '[' + endpoint.host + ']' : endpoint.host) + ':'
           + std::to_string(endpoint.port);
}

} // namespace state
