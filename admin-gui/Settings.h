// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/style/Colours.h"

#include <QByteArray>
#include <QSettings>
#include <QString>

namespace admin {

/// What the program remembers of how it looks. Never a secret, and nothing about mail servers: that
/// is in profiles.
class Settings
{
public:
    /// `file` in INI format.
    explicit Settings(const QString &file);

    QString language() const; ///< empty: that of the desktop
    void setLanguage(const QString &tag);
    Appearance appearance() const;
    void setAppearance(Appearance appearance);
    QString lastPage() const;
    void setLastPage(const QString &name);
    QString lastProfile() const; ///< its id
    void setLastProfile(const QString &id);
    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    /// Thunderbird's database of mail settings may be asked for a domain.
    bool asksThunderbird() const;
    void setAsksThunderbird(bool on);

    /// ADMIN_SOCKET of the server on this computer, and whether it is watched through that or
    /// through its address. Not in profiles: these are also used on other computers.
    QString adminSocket() const;
    void setAdminSocket(const QString &path);
    bool watchesThroughSocket() const;
    void setWatchesThroughSocket(bool on);

    void sync() { m_settings.sync(); }

private:
    QSettings m_settings;
};

} // namespace admin
