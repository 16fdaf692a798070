// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/pages/Page.h"

namespace admin {

class KeyCard;
class ProfileCard;
class ProfileStore;

/// The profiles that are kept, and where the key of the server comes from.
class KeysPage : public Page
{
    Q_OBJECT

public:
    /// All of them outlive the page.
    KeysPage(Services &services, Workspace &workspace, ProfileStore &profiles,
             QWidget *parent = nullptr);

    /// The profile on the screen; a new one is given a name first.
    void saveProfile();
    QString help() const override;
    QWidget *firstField() const override;

protected:
    void retranslate() override;

private:
    ProfileCard *m_profiles;
    KeyCard *m_key;
};

} // namespace admin
