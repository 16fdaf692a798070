// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/Stage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace support {

QByteArray runningServerExample()
{
    QJsonArray clients;
    const auto addClient = [&clients](const char *name, const char *handle, qint64 used, int logins,
                                      bool isDenied) {
        clients.append(QJsonObject{{QStringLiteral("handle"), QLatin1String(handle)},
                                   {QStringLiteral("name"), QString::fromUtf8(name)},
                                   {QStringLiteral("first_seen"), 1764000000},
                                   {QStringLiteral("last_used"), used},
                                   {QStringLiteral("logins"), logins},
                                   {QStringLiteral("denied"), isDenied}});
    };
    addClient("Claude", "k3v9x2m4", 1767225100, 12, false);
    addClient("<b>Free</b> mail helper", "p7q1zz08", 1767100000, 1, true);
    addClient("Visual Studio Code", "h5t6w8r2", 1766900000, 3, false);
    QJsonArray entries;
    const auto addEntry = [&entries](const char *members) {
        entries.append(QStringLiteral("{\"time\":\"2026-01-01T09:%1:12.000Z\",%2}")
                           .arg(entries.size() + 10)
                           .arg(QLatin1String(members)));
    };
    addEntry("\"event\":\"client\",\"verdict\":\"registered\",\"address\":\"192.0.2.7\"");
    addEntry("\"event\":\"login\",\"verdict\":\"refused\",\"user\":\"anna@example.com\","
             "\"address\":\"192.0.2.7\"");
    addEntry("\"event\":\"login\",\"verdict\":\"accepted\",\"user\":\"anna@example.com\","
             "\"address\":\"192.0.2.7\"");
    addEntry("\"event\":\"code\",\"verdict\":\"redeemed\",\"user\":\"anna@example.com\","
             "\"address\":\"192.0.2.7\"");
    addEntry("\"event\":\"send\",\"verdict\":\"accepted\",\"user\":\"anna@example.com\"");
    addEntry("\"event\":\"refresh\",\"verdict\":\"reused\",\"client\":\"k3v9x2m4ab12\",\"address\":"
             "\"198.51.100.9\"");
    addEntry("\"event\":\"client\",\"verdict\":\"denied\",\"handle\":\"p7q1zz08\"");
    addEntry("\"event\":\"download\",\"verdict\":\"done\",\"user\":\"anna@example.com\"");
    const QJsonObject result{
        {QStringLiteral("version"), QStringLiteral("1.0.0")},
        {QStringLiteral("url"), QStringLiteral("https://mail-mcp.example.com")},
        {QStringLiteral("started_at"), 1766000000},
        {QStringLiteral("ready"), true},
        {QStringLiteral("text"), QString()},
        {QStringLiteral("clients"), clients},
        {QStringLiteral("entries"), entries}};
    return QJsonDocument(QJsonObject{{QStringLiteral("result"), result}})
               .toJson(QJsonDocument::Compact)
           + '\n';
}

} // namespace support
