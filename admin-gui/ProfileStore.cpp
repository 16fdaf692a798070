// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/ProfileStore.h"

#include "admin-gui/Files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

namespace admin {

namespace {

const QString listName = QStringLiteral("profiles");

core::Error failure(core::ErrorKind kind, const QString &text)
{
    return {kind, text.toStdString()};
}

QByteArray jsonOf(const std::vector<Profile> &profiles)
{
    QJsonArray list;
    for (const auto &profile : profiles)
        list.append(profile.json());
    return QJsonDocument(QJsonObject{{QStringLiteral("version"), 1}, {listName, list}}).toJson();
}

/// Nothing: it is no list of profiles.
std::optional<std::vector<Profile>> readProfiles(QFile &file)
{
    if (file.size() > ProfileStore::largestFile)
        return std::nullopt;
    const auto document = QJsonDocument::fromJson(file.readAll());
    if (!document.object().value(listName).isArray())
        return std::nullopt;
    std::vector<Profile> profiles;
    for (const auto &value : document.object().value(listName).toArray()) {
        auto profile = Profile::fromJson(value.toObject());
        if (!profile)
            return std::nullopt;
        profiles.push_back(std::move(*profile));
    }
    return profiles;
}

} // namespace

ProfileStore::ProfileStore(QString path, QObject *parent)
    : QObject(parent)
    , m_file(std::move(path))
{
    QFile file(m_file);
    if (!file.exists())
        return;
    auto profiles = file.open(QIODevice::ReadOnly) ? readProfiles(file) : std::nullopt;
    if (profiles)
        m_profiles = std::move(*profiles);
    else
        m_problem = tr("%1 holds no profiles that can be read. It stays as it is; move it away to "
                       "begin anew.")
                        .arg(m_file);
}

const Profile *ProfileStore::find(const QString &id) const
{
    const auto found = std::ranges::find(m_profiles, id, &Profile::id);
    return found == m_profiles.end() ? nullptr : &*found;
}

const Profile *ProfileStore::findNamed(const QString &name) const
{
    const auto found = std::ranges::find(m_profiles, name, &Profile::name);
    return found == m_profiles.end() ? nullptr : &*found;
}

core::Result<QString> ProfileStore::save(Profile profile)
{
    auto profiles = m_profiles;
    profile.name = freeName(profile.name, profile.id);
    if (profile.id.isEmpty())
        profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString id = profile.id;
    const auto found = std::ranges::find(profiles, id, &Profile::id);
    if (found == profiles.end())
        profiles.push_back(std::move(profile));
    else
        *found = std::move(profile);
    const auto written = write(std::move(profiles));
    if (!written)
        return written.error();
    return id;
}

core::Result<QString> ProfileStore::duplicate(const QString &id)
{
    const Profile *original = find(id);
    if (!original)
        return failure(core::ErrorKind::NotFound, tr("There is no such profile any more."));
    Profile copy = *original;
    copy.id.clear();
    return save(std::move(copy));
}

core::Result<core::Done> ProfileStore::remove(const QString &id)
{
    auto profiles = m_profiles;
    const auto found = std::ranges::find(profiles, id, &Profile::id);
    if (found == profiles.end())
        return core::Done{};
    Removed removed{.profile = *found, .place = std::size_t(found - profiles.begin())};
    profiles.erase(found);
    const auto before = std::exchange(m_removed, std::move(removed));
    const auto written = write(std::move(profiles));
    if (!written)
        m_removed = before;
    return written;
}

core::Result<QString> ProfileStore::undoRemove()
{
    if (!m_removed)
        return QString();
    const Removed removed = *std::exchange(m_removed, std::nullopt);
    auto profiles = m_profiles;
    const auto place = std::min(removed.place, profiles.size());
    profiles.insert(profiles.begin() + std::ptrdiff_t(place), removed.profile);
    const auto written = write(std::move(profiles));
    if (written)
        return removed.profile.id;
    m_removed = removed;
    return written.error();
}

core::Result<core::Done> ProfileStore::exportTo(const QString &file) const
{
    return writeFile(file, jsonOf(m_profiles));
}

core::Result<std::size_t> ProfileStore::importFrom(const QString &path)
{
    QFile file(path);
    auto read = file.open(QIODevice::ReadOnly) ? readProfiles(file) : std::nullopt;
    if (!read || read->empty())
        return failure(core::ErrorKind::InvalidArgument,
                       tr("%1 holds no profiles of this program.").arg(path));
    const std::size_t count = read->size();
    for (auto &profile : *read) {
        profile.id.clear(); // those that are there stay as they are
        const auto saved = save(std::move(profile));
        if (!saved)
            return saved.error();
    }
    return count;
}

core::Result<core::Done> ProfileStore::write(std::vector<Profile> profiles)
{
    if (!m_problem.isEmpty())
        return failure(core::ErrorKind::Unavailable, m_problem);
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    const auto written = writeFile(m_file, jsonOf(profiles));
    if (!written)
        return written;
    m_profiles = std::move(profiles);
    Q_EMIT changed();
    return core::Done{};
}

QString ProfileStore::freeName(const QString &wanted, const QString &id) const
{
    const QString base = wanted.trimmed().isEmpty() ? tr("New profile") : wanted.trimmed();
    QString name = base;
    const auto isTaken = [&](const Profile &other) { return other.name == name && other.id != id; };
    for (int number = 2; std::ranges::any_of(m_profiles, isTaken); ++number)
        name = QStringLiteral("%1 (%2)").arg(base).arg(number);
    return name;
}

} // namespace admin
