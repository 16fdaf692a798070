// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/widgets/KeyCard.h"

#include "admin-gui/Dialogs.h"
#include "admin-gui/Keychain.h"
#include "admin-gui/LanguageSwitch.h"
#include "admin-gui/SecretDialog.h"
#include "admin-gui/Text.h"
#include "admin-gui/Workspace.h"
#include "admin-gui/style/Icons.h"
#include "admin-gui/style/Style.h"
#include "admin-gui/widgets/Banner.h"
#include "admin-gui/widgets/FlowLayout.h"
#include "core/Async.h"
#include "provisioning/KeyRotation.h"
#include "provisioning/KeySource.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>

namespace admin {

KeyCard::KeyCard(Services &services, Workspace &workspace, QWidget *parent)
    : Card(parent)
    , m_services(services)
    , m_workspace(workspace)
    , m_state(new QLabel(this))
    , m_placeLabel(new QLabel(this))
    , m_place(new QComboBox(this))
    , m_pathLabel(new QLabel(this))
    , m_path(new QLineEdit(this))
    , m_browse(new QPushButton(this))
    , m_use(new QPushButton(this))
    , m_keep(new QPushButton(this))
    , m_make(new QPushButton(this))
    , m_rotate(new QPushButton(this))
    , m_banner(new Banner(this))
{
    makeExplanation(*m_state);
    m_place->setObjectName(QStringLiteral("keyPlace"));
    m_path->setObjectName(QStringLiteral("keyPath"));
    m_use->setObjectName(QStringLiteral("useKey"));
    m_keep->setObjectName(QStringLiteral("keepKey"));
    m_make->setObjectName(QStringLiteral("makeKey"));
    m_rotate->setObjectName(QStringLiteral("rotateKey"));
    for (const auto place :
         {KeyPlace::AskedFor, KeyPlace::SettingsFile, KeyPlace::KeyFile, KeyPlace::Keychain}) {
        if (place != KeyPlace::Keychain || services.keychain.isThere())
            m_place->addItem(QString(), int(place));
    }
    m_pathLabel->setBuddy(m_path);
    auto *pathRow = new QHBoxLayout;
    pathRow->addWidget(m_path, 1);
    pathRow->addWidget(m_browse);
    auto *form = new QFormLayout;
    addRow(*form, m_placeLabel, m_place);
    m_pathLabel->setMinimumHeight(Style::controlHeight);
    form->addRow(m_pathLabel, pathRow);
    auto *buttons = new FlowLayout;
    for (auto *button : {m_use, m_keep, m_make, m_rotate})
        buttons->addWidget(button);
    content().addWidget(m_state);
    content().addLayout(form);
    content().addLayout(buttons);
    content().addWidget(m_banner);
    connect(m_place, &QComboBox::currentIndexChanged, this, &KeyCard::store);
    connect(m_path, &QLineEdit::textChanged, this, &KeyCard::store);
    connect(m_path, &QLineEdit::returnPressed, this, &KeyCard::useKey);
    connect(m_browse, &QPushButton::clicked, this, &KeyCard::browse);
    connect(m_use, &QPushButton::clicked, this, &KeyCard::useKey);
    connect(m_keep, &QPushButton::clicked, this, [this] { core::start(keepInKeychain()); });
    connect(m_make, &QPushButton::clicked, this, &KeyCard::makeKey);
    connect(m_rotate, &QPushButton::clicked, this, &KeyCard::rotate);
    connect(&workspace, &Workspace::opened, this, &KeyCard::load);
    connect(&workspace, &Workspace::keysChanged, this, &KeyCard::showState);
    retranslate();
    load();
}

void KeyCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void KeyCard::retranslate()
{
    setHeading(tr("Key of the server"));
    m_placeLabel->setText(tr("The &key is"));
    const QStringList places = {tr("typed each time"), tr("in the settings file of the server"),
                                tr("in a file of its own"), tr("in the keychain of this desktop")};
    for (int i = 0; i < m_place->count(); ++i)
        m_place->setItemText(i, places.at(i));
    nameBox(*m_place, tr("Where the key is"));
    m_pathLabel->setText(tr("Fil&e:"));
    m_path->setAccessibleName(tr("File with the key"));
    m_browse->setText(tr("&Browse…"));
    m_use->setText(tr("U&se this key"));
    m_keep->setText(tr("Keep it in the key&chain"));
    m_make->setText(tr("&Make a new key…"));
    m_rotate->setText(tr("R&otate the key…"));
    showState();
}

void KeyCard::load()
{
    m_isLoading = true;
    const Profile &profile = m_workspace.profile();
    m_place->setCurrentIndex(std::max(0, m_place->findData(int(profile.keyPlace))));
    m_path->setText(profile.keyPath);
    m_isLoading = false;
    m_banner->clear();
    showState();
}

void KeyCard::store()
{
    if (m_isLoading)
        return;
    Profile profile = m_workspace.profile();
    profile.keyPlace = place();
    profile.keyPath = m_path->text();
    m_workspace.edit(std::move(profile));
    showState();
}

void KeyCard::showState()
{
    const auto &keys = m_workspace.keys();
    m_state->setText(keys ? tr("The key “%1” is in memory until the program ends.")
                                .arg(shown(keys->sealingKey().id))
                          : tr("There is no key in memory."));
    const bool isFile = place() == KeyPlace::SettingsFile || place() == KeyPlace::KeyFile;
    for (QWidget *widget : {static_cast<QWidget *>(m_pathLabel), static_cast<QWidget *>(m_path),
                            static_cast<QWidget *>(m_browse)})
        widget->setVisible(isFile);
    m_keep->setVisible(m_services.keychain.isThere());
    m_keep->setEnabled(keys.has_value());
    m_rotate->setEnabled(keys.has_value());
}

void KeyCard::browse()
{
    const auto file = m_services.dialogs.openFile(window(), tr("File with the key"), {});
    if (file)
        m_path->setText(*file);
}

void KeyCard::useKey()
{
    m_banner->clear();
    switch (place()) {
    case KeyPlace::AskedFor:
        askForKey({});
        break;
    case KeyPlace::SettingsFile:
        readSettingsFile();
        break;
    case KeyPlace::KeyFile:
        take(provisioning::keysFromFile(m_path->text().toStdString()));
        break;
    case KeyPlace::Keychain:
        core::start(readKeychain());
        break;
    }
}

/// `reason` stands above the question: why somebody is asked who did not expect it.
void KeyCard::askForKey(const QString &reason)
{
    QString question = tr("ENCRYPTION_KEY or ENCRYPTION_KEYS:");
    if (!reason.isEmpty())
        question.prepend(reason + QStringLiteral("\n\n"));
    const auto text = m_services.dialogs.secret(window(), tr("Key of the server"), question);
    if (text)
        take(provisioning::keysFromText(text->toStdString()));
}

void KeyCard::take(core::Result<crypto::KeyRing, i18n::Failure> keys)
{
    if (!keys) {
        m_banner->show(Tone::Failure, m_services.language.say(keys.error().text));
        return;
    }
    m_workspace.useKeys(std::move(*keys));
    m_banner->show(Tone::Success, tr("The key is ready."));
}

void KeyCard::readSettingsFile()
{
    auto read = provisioning::serverKeysFromFile(m_path->text().toStdString());
    if (!read) {
        m_banner->show(Tone::Failure, m_services.language.say(read.error().text));
        return;
    }
    Profile profile = m_workspace.profile();
    profile.baseUrl = shown(read->baseUrl);
    m_workspace.edit(std::move(profile));
    take(std::move(read->keys));
}

core::Task<void> KeyCard::readKeychain()
{
    const QPointer<KeyCard> self(this);
    const QString name = keychainName();
    if (name.isEmpty())
        co_return;
    const auto text = co_await m_services.keychain.read(name);
    if (!self)
        co_return;
    if (text) {
        take(provisioning::keysFromText(text->reveal()));
        co_return;
    }
    const QString problem = shown(text.error().message);
    m_banner->show(Tone::Failure, problem);
    askForKey(problem);
}

core::Task<void> KeyCard::keepInKeychain()
{
    const QPointer<KeyCard> self(this);
    const QString name = keychainName();
    if (name.isEmpty() || !m_workspace.keys())
        co_return;
    core::Secret text = provisioning::textOf(*m_workspace.keys());
    const auto written = co_await m_services.keychain.write(name, std::move(text));
    if (!self)
        co_return;
    if (!written) {
        m_banner->show(Tone::Failure, shown(written.error().message));
        co_return;
    }
    m_place->setCurrentIndex(m_place->findData(int(KeyPlace::Keychain)));
    m_banner->show(Tone::Success, tr("The keychain of this desktop has the key now."));
}

/// Empty, and said so, for a profile that was never saved: nothing would find the key again.
QString KeyCard::keychainName()
{
    const QString id = m_workspace.profile().id;
    if (id.isEmpty())
        m_banner->show(Tone::Warning,
                       tr("First save the profile: the key is kept under its name."));
    return id;
}

void KeyCard::makeKey()
{
    const core::Secret key = provisioning::newKey(m_services.random);
    SecretDialog dialog(tr("A new key"), QStringLiteral("ENCRYPTION_KEY"), key,
                        tr("Put it into the settings of a new server as ENCRYPTION_KEY, and into a "
                           "safe: whoever has "
                           "it can open every token of the server, and without it all clients have "
                           "to be made anew.\n\n"
                           "A server that has clients already needs “Rotate the key” instead.\n\n"
                           "This program uses the new key from now on, until it ends."),
                        m_services.clipboard, window());
    m_services.dialogs.run(dialog);
    take(provisioning::keysFromText(key.reveal()));
}

void KeyCard::rotate()
{
    if (!m_workspace.keys())
        return;
    auto rotation = provisioning::rotate(*m_workspace.keys(), m_services.clock, m_services.random);
    if (!rotation) {
        m_banner->show(Tone::Failure, m_services.language.say(rotation.error().text));
        return;
    }
    QStringList steps;
    for (const auto &step : rotation->steps)
        steps.append(
            QStringLiteral("%1. %2").arg(steps.size() + 1).arg(m_services.language.say(step)));
    SecretDialog dialog(tr("Rotate the key"), QStringLiteral("ENCRYPTION_KEYS"),
                        rotation->encryptionKeys, steps.join(QStringLiteral("\n\n")),
                        m_services.clipboard, window());
    m_services.dialogs.run(dialog);
    if (m_services.dialogs.confirm(
            window(), tr("Rotate the key"),
            tr("Does the server have the new keys? Then new clients are made "
               "with them from now on."),
            tr("Use the new keys")))
        take(provisioning::keysFromText(rotation->encryptionKeys.reveal()));
}

KeyPlace KeyCard::place() const
{
    return KeyPlace(m_place->currentData().toInt());
}

} // namespace admin
