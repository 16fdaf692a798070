// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/Profile.h"
#include "admin-gui/Services.h"
#include "admin-gui/widgets/Card.h"
#include "crypto/KeyRing.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace admin {

class Banner;
class Workspace;

/// Where the key of the server comes from; making, keeping and changing it.
class KeyCard : public Card
{
    Q_OBJECT

public:
    /// Both outlive the card.
    KeyCard(Services &services, Workspace &workspace, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void load();
    void store();
    void showState();
    void browse();
    void useKey();
    void askForKey(const QString &reason);
    void take(core::Result<crypto::KeyRing, i18n::Failure> keys);
    void readSettingsFile();
    core::Task<void> readKeychain();
    core::Task<void> keepInKeychain();
    QString keychainName();
    void makeKey();
    void rotate();
    KeyPlace place() const;

    Services &m_services;
    Workspace &m_workspace;
    QLabel *m_state;
    QLabel *m_placeLabel;
    QComboBox *m_place;
    QLabel *m_pathLabel;
    QLineEdit *m_path;
    QPushButton *m_browse;
    QPushButton *m_use;
    QPushButton *m_keep;
    QPushButton *m_make;
    QPushButton *m_rotate;
    Banner *m_banner;
    bool m_isLoading = false;
};

} // namespace admin
