// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/Settings.h"

namespace admin {

Settings::Settings(const QString &file)
    : m_settings(file, QSettings::IniFormat)
{}

QString Settings::language() const
{
    return m_settings.value(QStringLiteral("language")).toString();
}

void Settings::setLanguage(const QString &tag)
{
    m_settings.setValue(QStringLiteral("language"), tag);
}

Appearance Settings::appearance() const
{
    const QString name = m_settings.value(QStringLiteral("appearance")).toString();
    if (name == QLatin1String("light"))
        return Appearance::Light;
    return name == QLatin1String("dark") ? Appearance::Dark : Appearance::System;
}

void Settings::setAppearance(Appearance appearance)
{
    m_settings.setValue(QStringLiteral("appearance"),
                        appearance == Appearance::Light  ? QStringLiteral("light")
                        : appearance == Appearance::Dark ? QStringLiteral("dark")
                                                         : QStringLiteral("system"));
}

QString Settings::lastPage() const
{
    return m_settings.value(QStringLiteral("page")).toString();
}

void Settings::setLastPage(const QString &name)
{
    m_settings.setValue(QStringLiteral("page"), name);
}

QString Settings::lastProfile() const
{
    return m_settings.value(QStringLiteral("profile")).toString();
}

void Settings::setLastProfile(const QString &id)
{
    m_settings.setValue(QStringLiteral("profile"), id);
}

QByteArray Settings::windowGeometry() const
{
    return m_settings.value(QStringLiteral("geometry")).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    m_settings.setValue(QStringLiteral("geometry"), geometry);
}

bool Settings::asksThunderbird() const
{
    return m_settings.value(QStringLiteral("asksThunderbird"), false).toBool();
}

void Settings::setAsksThunderbird(bool on)
{
    m_settings.setValue(QStringLiteral("asksThunderbird"), on);
}

QString Settings::adminSocket() const
{
    // Where the packages have it.
    return m_settings
        .value(QStringLiteral("adminSocket"), QStringLiteral("/run/mail-mcp/admin.sock"))
        .toString();
}

void Settings::setAdminSocket(const QString &path)
{
    m_settings.setValue(QStringLiteral("adminSocket"), path);
}

bool Settings::watchesThroughSocket() const
{
    return m_settings.value(QStringLiteral("watchesThroughSocket"), true).toBool();
}

void Settings::setWatchesThroughSocket(bool on)
{
    m_settings.setValue(QStringLiteral("watchesThroughSocket"), on);
}

} // namespace admin
