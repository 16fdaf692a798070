// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/Profile.h"

#include "admin-gui/Text.h"
#include "clients/KnownClients.h"
#include "clients/Scope.h"

#include <QJsonArray>

#include <array>

namespace admin {

namespace {

using account::Security;
using account::ServerEndpoint;

constexpr std::array<std::pair<const char *, Security>, 3> securities = {{
    {"tls", Security::ImplicitTls},
    {"starttls", Security::StartTls},
    {"plaintext", Security::PlainText},
}};

constexpr std::array<std::pair<const char *, KeyPlace>, 4> keyPlaces = {{
    {"asked_for", KeyPlace::AskedFor},
    {"settings_file", KeyPlace::SettingsFile},
    {"key_file", KeyPlace::KeyFile},
    {"keychain", KeyPlace::Keychain},
}};

template <typename Table, typename Value>
QString nameIn(const Table &table, Value value)
{
    for (const auto &[name, candidate] : table) {
        if (candidate == value)
            return QLatin1String(name);
    }
    return {};
}

template <typename Value, typename Table>
void readNamed(const QJsonValue &json, const Table &table, Value &value)
{
    for (const auto &[name, candidate] : table) {
        if (json.toString() == QLatin1String(name))
            value = candidate;
    }
}

QJsonObject endpointJson(const ServerEndpoint &endpoint)
{
    return {{QStringLiteral("host"), shown(endpoint.host)},
            {QStringLiteral("port"), endpoint.port},
            {QStringLiteral("security"), nameIn(securities, endpoint.security)}};
}

void readEndpoint(const QJsonValue &json, ServerEndpoint &endpoint)
{
    const QJsonObject object = json.toObject();
    endpoint.host = object.value(QStringLiteral("host")).toString().toStdString();
    const int port = object.value(QStringLiteral("port")).toInt(endpoint.port);
    if (port > 0 && port <= 65535)
        endpoint.port = std::uint16_t(port);
    readNamed(object.value(QStringLiteral("security")), securities, endpoint.security);
}

void readList(const QJsonValue &json, QStringList &list)
{
    if (!json.isArray())
        return;
    list.clear();
    for (const auto &value : json.toArray())
        list.append(value.toString());
}

} // namespace

Profile Profile::fresh()
{
    Profile profile;
    for (const auto &client : clients::knownClients())
        profile.clientKeys.append(shown(client.key));
    for (const auto &scope : clients::allScopes)
        profile.scopes.append(shown(scope.name));
    return profile;
}

QJsonObject Profile::json() const
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("name"), name},
            {QStringLiteral("address"), address},
            {QStringLiteral("imap"), endpointJson(imap)},
            {QStringLiteral("smtp"), endpointJson(smtp)},
            {QStringLiteral("user_name"), userName},
            {QStringLiteral("client_name"), clientName},
            {QStringLiteral("clients"), QJsonArray::fromStringList(clientKeys)},
            {QStringLiteral("redirect_uris"), QJsonArray::fromStringList(redirectUris)},
            {QStringLiteral("scopes"), QJsonArray::fromStringList(scopes)},
            {QStringLiteral("confirm"), confirmsSendAndDelete},
            {QStringLiteral("expires_days"), lifetime},
            {QStringLiteral("key_place"), nameIn(keyPlaces, keyPlace)},
            {QStringLiteral("key_path"), keyPath},
            {QStringLiteral("base_url"), baseUrl}};
}

std::optional<Profile> Profile::fromJson(const QJsonObject &object)
{
    const auto text = [&object](const char *name) {
        return object.value(QLatin1String(name)).toString();
    };
    Profile profile = fresh();
    profile.id = text("id");
    profile.name = text("name").trimmed();
    if (profile.name.isEmpty())
        return std::nullopt;
    profile.address = text("address");
    readEndpoint(object.value(QStringLiteral("imap")), profile.imap);
    readEndpoint(object.value(QStringLiteral("smtp")), profile.smtp);
    profile.userName = text("user_name");
    profile.clientName = text("client_name");
    readList(object.value(QStringLiteral("clients")), profile.clientKeys);
    readList(object.value(QStringLiteral("redirect_uris")), profile.redirectUris);
    readList(object.value(QStringLiteral("scopes")), profile.scopes);
    profile.confirmsSendAndDelete = object.value(QStringLiteral("confirm")).toBool();
    profile.lifetime = std::max(0, object.value(QStringLiteral("expires_days")).toInt());
    readNamed(object.value(QStringLiteral("key_place")), keyPlaces, profile.keyPlace);
    profile.keyPath = text("key_path");
    profile.baseUrl = text("base_url");
    return profile;
}

} // namespace admin
