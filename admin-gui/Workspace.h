// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/Profile.h"
#include "core/Result.h"
#include "crypto/KeyRing.h"

#include <QObject>

#include <optional>

namespace admin {

/// What the pages work on together: the profile as it is on the screen, stored or not, and the keys
/// in memory.
class Workspace : public QObject
{
    Q_OBJECT

public:
    explicit Workspace(QObject *parent = nullptr)
        : QObject(parent)
        , m_profile(Profile::fresh())
    {}

    const Profile &profile() const { return m_profile; }
    /// Another profile: everything on the screen is replaced, and the keys are forgotten.
    void open(Profile profile);
    /// The same one, with what was typed.
    void edit(Profile profile);

    const std::optional<crypto::KeyRing> &keys() const { return m_keys; }
    void useKeys(std::optional<crypto::KeyRing> keys);

Q_SIGNALS:
    void opened();
    void edited();
    void keysChanged();

private:
    Profile m_profile;
    std::optional<crypto::KeyRing> m_keys;
};

} // namespace admin
