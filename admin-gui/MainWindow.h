// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/Services.h"
#include "admin-gui/Workspace.h"

#include <QMainWindow>

#include <vector>

class QActionGroup;
class QListWidget;
class QMenu;
class QStackedWidget;

namespace admin {

class ClientPage;
class ConnectPage;
class KeysPage;
class Page;
class ProfileStore;
class ServerPage;

/// The window: pages at the side, menus on top.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// All of it outlives the window.
    MainWindow(Services &services, ProfileStore &profiles, QWidget *parent = nullptr);

    /// Opens a profile that is kept; false if there is none of this name.
    bool openProfile(const QString &name);
    /// Looks for the settings of this host, and tests them as far as that goes without a login.
    void diagnose(const QString &host);

    ConnectPage &connectPage() { return *m_connectPage; }
    ClientPage &clientPage() { return *m_clientPage; }
    KeysPage &keysPage() { return *m_keysPage; }
    ServerPage &serverPage() { return *m_serverPage; }

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void addPages();
    void addMenus();
    void addLanguageMenu();
    void addAppearanceMenu();
    void retranslate();
    void fitNavigation();
    void showTitle();
    void showPage(int index);
    void saveProfile();
    void showHelp();
    void showAbout();
    void cancel();

    Services &m_services;
    ProfileStore &m_profiles;
    Workspace m_workspace;
    QListWidget *m_navigation;
    QStackedWidget *m_stack;
    ConnectPage *m_connectPage;
    ClientPage *m_clientPage;
    KeysPage *m_keysPage;
    ServerPage *m_serverPage;
    std::vector<Page *> m_pages;
    QMenu *m_fileMenu = nullptr;
    QMenu *m_viewMenu = nullptr;
    QMenu *m_languageMenu = nullptr;
    QMenu *m_appearanceMenu = nullptr;
    QMenu *m_helpMenu = nullptr;
    QActionGroup *m_appearances = nullptr;
    std::vector<QAction *> m_actions;
};

} // namespace admin
