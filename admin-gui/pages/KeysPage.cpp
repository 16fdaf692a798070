// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/pages/KeysPage.h"

#include "admin-gui/widgets/KeyCard.h"
#include "admin-gui/widgets/ProfileCard.h"

#include <QVBoxLayout>

namespace admin {

KeysPage::KeysPage(Services &services, Workspace &workspace, ProfileStore &profiles,
                   QWidget *parent)
    : Page(services, workspace, parent)
    , m_profiles(new ProfileCard(services, workspace, profiles))
    , m_key(new KeyCard(services, workspace))
{
    content().addWidget(m_profiles);
    content().addWidget(m_key);
    content().addStretch();
    retranslate();
}

void KeysPage::saveProfile()
{
    m_profiles->save();
}

QString KeysPage::help() const
{
    return tr(
        "A profile keeps what you typed about one mail service and its clients. Passwords, "
        "secrets and keys are never in it, so it can be exported and handed on.\n\n"
        "The key is the ENCRYPTION_KEY of the server. It can be read from the server's "
        "settings file or a file of its own, which nobody else may be able to read; it can be "
        "kept in the keychain of this desktop, or be typed each time.\n\n"
        "To change the key of a running server, use “Rotate the key”: it says step by step what "
        "to do, and clients that exist go on working.");
}

QWidget *KeysPage::firstField() const
{
    return m_profiles->firstField();
}

void KeysPage::retranslate()
{
    setTexts(tr("Profiles and keys"),
             tr("Keep what you typed for the next time, and say where the key of the server is."));
}

} // namespace admin
