// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace admin {

/// Where the key that seals clients is read from.
enum class KeyPlace {
    AskedFor,     ///< typed each time
    SettingsFile, ///< the .env file of a server
    KeyFile,
    Keychain,
};

/// Everything that somebody typed about one mail service and the clients for it, so that it need
/// not be typed again. There is no room for a password, a secret or a key in it.
struct Profile
{
    QString id; ///< never changes; empty: not stored yet
    QString name;
    QString address; ///< what was looked for
    account::ServerEndpoint imap{.host = {}, .port = 993};
    account::ServerEndpoint smtp{.host = {}, .port = 465};
    QString userName;
    QString clientName;
    QStringList clientKeys;   ///< of clients::knownClients()
    QStringList redirectUris; ///< beside those
    QStringList scopes;
    bool confirmsSendAndDelete = false;
    int lifetime = 0; ///< days; 0: for ever
    KeyPlace keyPlace = KeyPlace::AskedFor;
    QString keyPath;
    QString baseUrl; ///< of the server

    /// With everything allowed for every known client.
    static Profile fresh();

    QJsonObject json() const;
    /// Nothing if it is no profile; members that are missing keep their defaults.
    static std::optional<Profile> fromJson(const QJsonObject &object);
};

} // namespace admin
