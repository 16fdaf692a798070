// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/MainWindow.h"

#include "admin-gui/Dialogs.h"
#include "admin-gui/LanguageSwitch.h"
#include "admin-gui/ProfileStore.h"
#include "admin-gui/Settings.h"
#include "admin-gui/Text.h"
#include "admin-gui/TextDialog.h"
#include "admin-gui/pages/ClientPage.h"
#include "admin-gui/pages/ConnectPage.h"
#include "admin-gui/pages/KeysPage.h"
#include "admin-gui/pages/ServerPage.h"
#include "admin-gui/style/Icons.h"
#include "admin-gui/style/Theme.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMenuBar>
#include <QShortcut>
#include <QStackedWidget>

namespace admin {

namespace {

// Of the names of the pages.
constexpr int smallestNavigationWidth = 208;
constexpr QSize navigationMargins(44, 20); // around the words of one
constexpr QSize usualSize(1160, 800);
constexpr QSize smallestSize(720, 480);

/// In the settings; in the order of the pages.
const QStringList pageNames = {QStringLiteral("connect"), QStringLiteral("client"),
                               QStringLiteral("keys"), QStringLiteral("server")};

} // namespace

MainWindow::MainWindow(Services &services, ProfileStore &profiles, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_profiles(profiles)
    , m_navigation(new QListWidget)
    , m_stack(new QStackedWidget)
    , m_connectPage(new ConnectPage(services, m_workspace))
    , m_clientPage(new ClientPage(services, m_workspace))
    , m_keysPage(new KeysPage(services, m_workspace, profiles))
    , m_serverPage(new ServerPage(services, m_workspace))
    , m_pages{m_connectPage, m_clientPage, m_keysPage, m_serverPage}
{
    setMinimumSize(smallestSize);
    resize(usualSize);
    addPages();
    addMenus();
    retranslate();
    connect(&m_workspace, &Workspace::edited, this, &MainWindow::showTitle);
    connect(m_clientPage, &ClientPage::keysWanted, this, [this] {
        m_navigation->setCurrentRow(int(pageNames.indexOf(QStringLiteral("keys"))));
    });
    new QShortcut(QKeySequence(Qt::Key_Escape), this, this, &MainWindow::cancel);
    restoreGeometry(services.settings.windowGeometry());
    m_navigation->setCurrentRow(std::max(0, int(pageNames.indexOf(services.settings.lastPage()))));
    if (const auto *profile = profiles.find(services.settings.lastProfile()))
        m_workspace.open(*profile);
}

bool MainWindow::openProfile(const QString &name)
{
    const auto *profile = m_profiles.findNamed(name);
    if (profile)
        m_workspace.open(*profile);
    return profile != nullptr;
}

void MainWindow::diagnose(const QString &host)
{
    m_navigation->setCurrentRow(0);
    m_connectPage->findAndTest(host);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fitNavigation();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    cancel();
    m_services.settings.setWindowGeometry(saveGeometry());
    m_services.settings.setLastProfile(m_workspace.profile().id);
    m_services.settings.sync();
    QMainWindow::closeEvent(event);
}

void MainWindow::addPages()
{
    const QStringList icons = {QStringLiteral("connect"), QStringLiteral("client"),
                               QStringLiteral("keys"), QStringLiteral("server")};
    for (int i = 0; i < int(m_pages.size()); ++i) {
        auto *item = new QListWidgetItem(icon(icons.at(i)), QString(), m_navigation);
        item->setTextAlignment(Qt::AlignLeading | Qt::AlignVCenter);
        m_stack->addWidget(m_pages[std::size_t(i)]);
    }
    m_navigation->setObjectName(QStringLiteral("navigation"));
    m_navigation->setFrameShape(QFrame::NoFrame);
    m_navigation->setIconSize(QSize(20, 20));
    m_navigation->setSpacing(2);
    m_navigation->viewport()->setAutoFillBackground(false);
    m_navigation->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *middle = new QWidget;
    auto *row = new QHBoxLayout(middle);
    row->setContentsMargins(10, 12, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_navigation);
    row->addWidget(m_stack, 1);
    setCentralWidget(middle);
    connect(m_navigation, &QListWidget::currentRowChanged, this, &MainWindow::showPage);
    connect(m_navigation, &QListWidget::itemActivated, this,
            [this] { m_pages[std::size_t(m_stack->currentIndex())]->firstField()->setFocus(); });
}

void MainWindow::addMenus()
{
    m_fileMenu = menuBar()->addMenu(QString());
    m_viewMenu = menuBar()->addMenu(QString());
    m_helpMenu = menuBar()->addMenu(QString());
    const auto add = [this](QMenu *menu, const QKeySequence &keys, auto &&slot) {
        auto *action = menu->addAction(QString());
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, slot);
        m_actions.push_back(action);
    };
    add(m_fileMenu, QKeySequence::Save, [this] { saveProfile(); });
    m_fileMenu->addSeparator();
    add(m_fileMenu, QKeySequence::Quit, [this] { close(); });
    for (int i = 0; i < int(m_pages.size()); ++i)
        add(m_viewMenu, QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)),
            [this, i] { m_navigation->setCurrentRow(i); });
    m_viewMenu->addSeparator();
    addLanguageMenu();
    addAppearanceMenu();
    add(m_helpMenu, QKeySequence::HelpContents, [this] { showHelp(); });
    add(m_helpMenu, QKeySequence(), [this] { showAbout(); });
}

void MainWindow::addLanguageMenu()
{
    m_languageMenu = m_viewMenu->addMenu(QString());
    auto *group = new QActionGroup(this);
    for (const auto &choice : LanguageSwitch::choices()) {
        auto *action = group->addAction(m_languageMenu->addAction(choice.name));
        action->setCheckable(true);
        action->setChecked(choice.tag == m_services.language.tag());
        connect(action, &QAction::triggered, this, [this, tag = choice.tag] {
            m_services.settings.setLanguage(tag);
            m_services.language.use(tag);
        });
    }
}

void MainWindow::addAppearanceMenu()
{
    m_appearanceMenu = m_viewMenu->addMenu(QString());
    m_appearances = new QActionGroup(this);
    for (const auto appearance : {Appearance::System, Appearance::Light, Appearance::Dark}) {
        auto *action = m_appearances->addAction(m_appearanceMenu->addAction(QString()));
        action->setCheckable(true);
        action->setChecked(appearance == m_services.settings.appearance());
        connect(action, &QAction::triggered, this, [this, appearance] {
            m_services.settings.setAppearance(appearance);
            useAppearance(appearance);
        });
    }
}

void MainWindow::retranslate()
{
    const QStringList titles = {tr("Mail servers"), tr("New client"), tr("Profiles and keys"),
                                tr("Running server")};
    for (int i = 0; i < int(titles.size()); ++i)
        m_navigation->item(i)->setText(titles.at(i));
    m_navigation->setAccessibleName(tr("Pages"));
    fitNavigation();
    m_fileMenu->setTitle(tr("&File"));
    m_viewMenu->setTitle(tr("&View"));
    m_helpMenu->setTitle(tr("&Help"));
    m_languageMenu->setTitle(tr("&Language"));
    m_appearanceMenu->setTitle(tr("&Appearance"));
    const QStringList appearances = {tr("As the &desktop"), tr("&Light"), tr("D&ark")};
    for (int i = 0; i < int(appearances.size()); ++i)
        m_appearances->actions().at(i)->setText(appearances.at(i));
    const QStringList actions = QStringList{tr("&Save the profile"), tr("&Quit")} + titles
                                + QStringList{tr("&Help on this page"), tr("&About Mail MCP")};
    for (int i = 0; i < int(actions.size()); ++i)
        m_actions[std::size_t(i)]->setText(actions.at(i));
    showTitle();
}

/// As wide as the longest name.
void MainWindow::fitNavigation()
{
    const QFontMetrics letters = m_navigation->fontMetrics();
    const QSize margins = navigationMargins + QSize(m_navigation->iconSize().width(), 0);
    int width = smallestNavigationWidth;
    for (int i = 0; i < m_navigation->count(); ++i) {
        auto *item = m_navigation->item(i);
        item->setSizeHint({0, letters.height() + margins.height()});
        width = std::max(width, letters.horizontalAdvance(item->text()) + margins.width());
    }
    m_navigation->setFixedWidth(width);
}

void MainWindow::showTitle()
{
    const QString name = m_workspace.profile().name;
    setWindowTitle(name.isEmpty() ? tr("Mail MCP administration")
                                  : tr("%1 – Mail MCP administration").arg(name));
}

void MainWindow::showPage(int index)
{
    m_stack->setCurrentIndex(index);
    m_services.settings.setLastPage(pageNames.at(index));
}

void MainWindow::saveProfile()
{
    m_keysPage->saveProfile();
}

void MainWindow::showHelp()
{
    const auto *page = m_pages[std::size_t(m_stack->currentIndex())];
    TextDialog dialog(tr("Help"), page->help(), TextDialog::Font::Proportional, this);
    m_services.dialogs.run(dialog);
}

void MainWindow::showAbout()
{
    const QString text =
        tr("Mail MCP %1\n\nMail for AI assistants: finds and tests mail servers, "
           "and makes the clients of a Mail MCP server.\n\nFree software under the "
           "GNU General Public License, version 3 or later. Without any warranty."
           "\n\nQt %2")
            .arg(QCoreApplication::applicationVersion(), QLatin1String(qVersion()));
    TextDialog dialog(tr("About Mail MCP"), text, TextDialog::Font::Proportional, this);
    m_services.dialogs.run(dialog);
}

void MainWindow::cancel()
{
    for (auto *page : m_pages)
        page->cancel();
}

} // namespace admin
