// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/Profile.h"
#include "core/Result.h"

#include <QObject>

#include <vector>

namespace admin {

/// The profiles that are kept, in one file, and the way back from the last deletion. Every change
/// is on the disk before it is seen. Main thread only.
class ProfileStore : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 largestFile = 4LL * 1024 * 1024; ///< bytes

    /// `file` is made with the first profile. One that is no list of profiles is never written
    /// over: problem() says so, and nothing can be stored.
    explicit ProfileStore(QString file, QObject *parent = nullptr);

    const std::vector<Profile> &profiles() const { return m_profiles; }
    const Profile *find(const QString &id) const;
    const Profile *findNamed(const QString &name) const;
    const QString &problem() const { return m_problem; }

    /// A profile without an id is new and gets one; its name is made different from all others. The
    /// result is the id. Unavailable: the disk.
    core::Result<QString> save(Profile profile);
    core::Result<QString> duplicate(const QString &id);
    core::Result<core::Done> remove(const QString &id);
    bool canUndo() const { return m_removed.has_value(); }
    /// Brings back what was removed last, at its place.
    core::Result<QString> undoRemove();

    core::Result<core::Done> exportTo(const QString &file) const;
    /// Adds all of them; InvalidArgument: there are none in it. The result is how many.
    core::Result<std::size_t> importFrom(const QString &file);

Q_SIGNALS:
    void changed();

private:
    struct Removed
    {
        Profile profile;
        std::size_t place;
    };

    core::Result<core::Done> write(std::vector<Profile> profiles);
    QString freeName(const QString &wanted, const QString &id) const;

    QString m_file;
    QString m_problem;
    std::vector<Profile> m_profiles;
    std::optional<Removed> m_removed;
};

} // namespace admin
