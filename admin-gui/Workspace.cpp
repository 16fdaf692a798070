// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/Workspace.h"

#include <utility>

namespace admin {

void Workspace::open(Profile profile)
{
    m_profile = std::move(profile);
    useKeys(std::nullopt);
    Q_EMIT opened();
    Q_EMIT edited();
}

void Workspace::edit(Profile profile)
{
    m_profile = std::move(profile);
    Q_EMIT edited();
}

void Workspace::useKeys(std::optional<crypto::KeyRing> keys)
{
    m_keys = std::move(keys);
    Q_EMIT keysChanged();
}

} // namespace admin
