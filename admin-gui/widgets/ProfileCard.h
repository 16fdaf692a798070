// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/Services.h"
#include "admin-gui/widgets/Card.h"

#include <array>

class QListWidget;
class QPushButton;

namespace admin {

class Banner;
class ProfileStore;
class Workspace;

/// The list of profiles and what can be done with them.
class ProfileCard : public Card
{
    Q_OBJECT

public:
    /// All of them outlive the card.
    ProfileCard(Services &services, Workspace &workspace, ProfileStore &profiles,
                QWidget *parent = nullptr);

    void save();
    QWidget *firstField() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Action { New, Save, Duplicate, Rename, Delete, Undo, Import, Export, ActionCount };

    void retranslate();
    void fill();
    void showActions();
    void openSelected();
    QString selectedId() const;
    void perform(Action action);
    void duplicate();
    void rename();
    void remove();
    void undo();
    void importFile();
    void exportFile();
    void showError(const core::Error &error);

    Services &m_services;
    Workspace &m_workspace;
    ProfileStore &m_profiles;
    Banner *m_banner;
    QListWidget *m_list;
    std::array<QPushButton *, ActionCount> m_buttons{};
};

} // namespace admin
