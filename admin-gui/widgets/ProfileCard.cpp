// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/widgets/ProfileCard.h"

#include "admin-gui/Dialogs.h"
#include "admin-gui/ProfileStore.h"
#include "admin-gui/Text.h"
#include "admin-gui/Workspace.h"
#include "admin-gui/style/Icons.h"
#include "admin-gui/widgets/Banner.h"
#include "admin-gui/widgets/FlowLayout.h"

#include <QEvent>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace admin {

namespace {

constexpr std::array iconNames = {"add",    "save",    "duplicate", "rename",
                                  "delete", "refresh", "import",    "export"};

QString fileFilter()
{
    return ProfileCard::tr("Profiles (*.json)");
}

} // namespace

ProfileCard::ProfileCard(Services &services, Workspace &workspace, ProfileStore &profiles,
                         QWidget *parent)
    : Card(parent)
    , m_services(services)
    , m_workspace(workspace)
    , m_profiles(profiles)
    , m_banner(new Banner(this))
    , m_list(new QListWidget(this))
{
    m_list->setObjectName(QStringLiteral("profiles"));
    m_list->setMinimumHeight(170);
    content().addWidget(m_list);
    auto *buttons = new FlowLayout;
    for (int i = 0; i < ActionCount; ++i) {
        auto *button = new QPushButton(icon(QLatin1String(iconNames.at(std::size_t(i)))), {}, this);
        button->setObjectName(QStringLiteral("profile-")
                              + QLatin1String(iconNames.at(std::size_t(i))));
        connect(button, &QPushButton::clicked, this, [this, i] { perform(Action(i)); });
        buttons->addWidget(button);
        m_buttons.at(std::size_t(i)) = button;
    }
    content().addLayout(buttons);
    content().addWidget(m_banner);
    connect(m_list, &QListWidget::itemActivated, this, &ProfileCard::openSelected);
    connect(m_list, &QListWidget::itemClicked, this, &ProfileCard::openSelected);
    connect(m_list, &QListWidget::currentRowChanged, this, &ProfileCard::showActions);
    new QShortcut(QKeySequence::Delete, m_list, this, &ProfileCard::remove, Qt::WidgetShortcut);
    new QShortcut(QKeySequence::Undo, m_list, this, &ProfileCard::undo, Qt::WidgetShortcut);
    connect(&profiles, &ProfileStore::changed, this, &ProfileCard::fill);
    connect(&workspace, &Workspace::opened, this, &ProfileCard::fill);
    retranslate();
    fill();
    if (!profiles.problem().isEmpty())
        m_banner->show(Tone::Failure, profiles.problem());
}

void ProfileCard::save()
{
    Profile profile = m_workspace.profile();
    if (profile.name.isEmpty()) {
        const QString proposal =
            profile.address.isEmpty() ? shown(profile.imap.host) : profile.address;
        const auto name = m_services.dialogs.text(window(), tr("Save the profile"),
                                                  tr("Name of the profile:"), proposal);
        if (!name)
            return;
        profile.name = *name;
    }
    const auto id = m_profiles.save(profile);
    if (!id) {
        showError(id.error());
        return;
    }
    m_workspace.edit(*m_profiles.find(*id));
    fill();
    m_banner->show(Tone::Success, tr("The profile “%1” is saved.").arg(m_workspace.profile().name));
}

QWidget *ProfileCard::firstField() const
{
    return m_list;
}

void ProfileCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void ProfileCard::retranslate()
{
    setHeading(tr("Profiles"));
    m_list->setAccessibleName(tr("Profiles"));
    const QStringList texts = {tr("&New"),     tr("S&ave"),   tr("D&uplicate"),
                               tr("&Rename…"), tr("Dele&te"), tr("Un&do deletion"),
                               tr("&Import…"), tr("E&xport…")};
    for (int i = 0; i < ActionCount; ++i)
        m_buttons.at(std::size_t(i))->setText(texts.at(i));
}

void ProfileCard::fill()
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const auto &profile : m_profiles.profiles()) {
        auto *item = new QListWidgetItem(profile.name, m_list);
        item->setData(Qt::UserRole, profile.id);
        if (profile.id == m_workspace.profile().id)
            m_list->setCurrentItem(item);
    }
    showActions();
}

void ProfileCard::showActions()
{
    const bool hasOne = m_list->currentItem() != nullptr;
    for (const auto action : {Duplicate, Rename, Delete})
        m_buttons.at(action)->setEnabled(hasOne);
    m_buttons.at(Undo)->setEnabled(m_profiles.canUndo());
    m_buttons.at(Export)->setEnabled(!m_profiles.profiles().empty());
}

void ProfileCard::openSelected()
{
    const auto *profile = m_profiles.find(selectedId());
    if (!profile || profile->id == m_workspace.profile().id)
        return;
    m_workspace.open(*profile);
    m_banner->show(Tone::Neutral, tr("The profile “%1” is open.").arg(m_workspace.profile().name));
}

QString ProfileCard::selectedId() const
{
    const auto *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void ProfileCard::perform(Action action)
{
    m_banner->clear();
    switch (action) {
    case New:
        m_workspace.open(Profile::fresh());
        break;
    case Save:
        save();
        break;
    case Duplicate:
        duplicate();
        break;
    case Rename:
        rename();
        break;
    case Delete:
        remove();
        break;
    case Undo:
        undo();
        break;
    case Import:
        importFile();
        break;
    case Export:
        exportFile();
        break;
    case ActionCount:
        break;
    }
}

void ProfileCard::duplicate()
{
    const auto id = m_profiles.duplicate(selectedId());
    if (!id)
        showError(id.error());
    else
        m_workspace.open(*m_profiles.find(*id));
}

void ProfileCard::rename()
{
    const auto *profile = m_profiles.find(selectedId());
    if (!profile)
        return;
    const auto name = m_services.dialogs.text(window(), tr("Rename the profile"),
                                              tr("Name of the profile:"), profile->name);
    if (!name)
        return;
    Profile renamed = *profile;
    renamed.name = *name;
    const auto id = m_profiles.save(renamed);
    if (!id) {
        showError(id.error());
        return;
    }
    if (m_workspace.profile().id != *id)
        return;
    Profile open = m_workspace.profile(); // what was typed since stays
    open.name = m_profiles.find(*id)->name;
    m_workspace.edit(std::move(open));
}

void ProfileCard::remove()
{
    const QString id = selectedId();
    const auto *profile = m_profiles.find(id);
    if (!profile)
        return;
    const QString name = profile->name;
    const auto removed = m_profiles.remove(id);
    if (!removed) {
        showError(removed.error());
        return;
    }
    if (m_workspace.profile().id == id)
        m_workspace.open(Profile::fresh());
    m_banner->show(Tone::Neutral,
                   tr("The profile “%1” is deleted. “Undo deletion” brings it back.").arg(name));
    m_buttons.at(Undo)->setFocus();
}

void ProfileCard::undo()
{
    const auto id = m_profiles.undoRemove();
    if (!id)
        showError(id.error());
    else if (const auto *profile = m_profiles.find(*id))
        m_workspace.open(*profile);
}

void ProfileCard::importFile()
{
    const auto file = m_services.dialogs.openFile(window(), tr("Import profiles"), fileFilter());
    if (!file)
        return;
    const auto count = m_profiles.importFrom(*file);
    if (!count)
        showError(count.error());
    else
        m_banner->show(Tone::Success, tr("%n profiles are imported.", nullptr, int(*count)));
}

void ProfileCard::exportFile()
{
    const auto file = m_services.dialogs.saveFile(
        window(), tr("Export profiles"), QStringLiteral("mail-mcp-profiles.json"), fileFilter());
    if (!file)
        return;
    const auto written = m_profiles.exportTo(*file);
    if (!written)
        showError(written.error());
    else
        m_banner->show(Tone::Success,
                       tr("All profiles are in %1. There are no secrets in it.").arg(*file));
}

void ProfileCard::showError(const core::Error &error)
{
    m_banner->show(Tone::Failure, shown(error.message));
}

} // namespace admin
