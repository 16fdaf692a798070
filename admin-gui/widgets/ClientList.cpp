// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/widgets/ClientList.h"

#include "admin-gui/Text.h"
#include "admin-gui/style/Icons.h"
#include "admin-gui/widgets/Banner.h"
#include "admin-gui/widgets/Table.h"

#include <QDateTime>
#include <QEvent>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace admin {

namespace {

enum Column { Name, State, Logins, LastUsed, FirstSeen, Handle, ColumnCount };

QString timeText(std::int64_t seconds)
{
    return seconds == 0
               ? QStringLiteral("–")
               : QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds), QLocale::ShortFormat);
}

} // namespace

ClientList::ClientList(QWidget *parent)
    : Card(parent)
    , m_table(new Table(ColumnCount, Name))
    , m_revoke(new QPushButton(icon(QStringLiteral("delete")), {}))
    , m_allow(new QPushButton(icon(QStringLiteral("refresh")), {}))
    , m_endEveryLogin(new QPushButton)
    , m_banner(new Banner)
{
    m_table->setObjectName(QStringLiteral("clients"));
    m_table->setMinimumHeight(190);
    m_revoke->setObjectName(QStringLiteral("revokeClient"));
    m_allow->setObjectName(QStringLiteral("allowClient"));
    m_endEveryLogin->setObjectName(QStringLiteral("endEveryLogin"));
    m_banner->setObjectName(QStringLiteral("clientState"));
    content().addWidget(m_table);
    addButtons();
    content().addWidget(m_banner);
    retranslate();
    showActions();
}

void ClientList::addButtons()
{
    auto *row = new QHBoxLayout;
    row->addWidget(m_revoke);
    row->addWidget(m_allow);
    row->addStretch();
    row->addWidget(m_endEveryLogin);
    content().addLayout(row);
    connect(m_table, &QTreeWidget::currentItemChanged, this, &ClientList::showActions);
    connect(m_revoke, &QPushButton::clicked, this, &ClientList::revoke);
    connect(m_allow, &QPushButton::clicked, this, &ClientList::allow);
    connect(m_endEveryLogin, &QPushButton::clicked, this, &ClientList::endOfEveryLoginWanted);
    new QShortcut(QKeySequence::Delete, m_table, this, &ClientList::revoke, Qt::WidgetShortcut);
    const auto undo = [this] {
        if (!m_lastRevoked.empty())
            Q_EMIT allowanceWanted(m_lastRevoked);
    };
    new QShortcut(QKeySequence::Undo, m_table, this, undo, Qt::WidgetShortcut);
}

void ClientList::show(const std::vector<adminlink::Client> &clients)
{
    if (m_isConnected && clients == m_clients)
        return; // what is read aloud and pointed at is not made anew for nothing
    m_isConnected = true;
    m_why.clear();
    m_clients = clients;
    fill();
}

void ClientList::clear(const QString &why)
{
    m_isConnected = false;
    m_why = why;
    m_clients.clear();
    m_lastRevoked.clear();
    m_banner->clear();
    fill();
}

void ClientList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    Card::changeEvent(event);
}

void ClientList::retranslate()
{
    setHeading(tr("Clients that people have logged in through"));
    m_table->setHeaderLabels(
        {tr("Client"), tr("State"), tr("Logins"), tr("Last used"), tr("First seen"), tr("Handle")});
    m_table->setAccessibleName(tr("Clients"));
    m_table->setHint(!m_why.isEmpty() ? m_why
                     : m_isConnected  ? tr("Nobody has logged in yet.")
                                      : tr("They are shown, and can be revoked, while a server is "
                                            "watched through its socket."));
    m_revoke->setText(tr("&Revoke"));
    m_allow->setText(tr("Allow a&gain"));
    m_endEveryLogin->setText(tr("&End every login…"));
}

void ClientList::fill()
{
    const auto *current = selected();
    const std::string handle = current ? current->handle : std::string();
    const int position = m_table->verticalScrollBar()->value();
    m_table->clear();
    retranslate();
    for (const auto &client : m_clients) {
        const QString name = nameOf(client.handle);
        const QString state = client.isDenied ? tr("Revoked") : tr("Allowed");
        auto *item =
            new QTreeWidgetItem(m_table, {name, state, QLocale().toString(qlonglong(client.logins)),
                                          timeText(client.lastUsedAt), timeText(client.firstSeenAt),
                                          strangersLine(client.handle)});
        item->setIcon(State, client.isDenied ? icon(QStringLiteral("failure"), Tone::Failure)
                                             : icon(QStringLiteral("success"), Tone::Success));
        item->setToolTip(Name, plainToolTip(name));
        item->setData(0, Qt::UserRole, shown(client.handle));
        item->setData(0, Qt::AccessibleTextRole, QStringLiteral("%1: %2").arg(name, state));
        if (client.handle == handle)
            m_table->setCurrentItem(item);
    }
    m_table->verticalScrollBar()->setValue(position);
    showActions();
}

const adminlink::Client *ClientList::selected() const
{
    const auto *item = m_table->currentItem();
    if (!item)
        return nullptr;
    const auto handle = item->data(0, Qt::UserRole).toString().toStdString();
    const auto found = std::ranges::find(m_clients, handle, &adminlink::Client::handle);
    return found == m_clients.end() ? nullptr : &*found;
}

QString ClientList::nameOf(const std::string &handle) const
{
    const auto found = std::ranges::find(m_clients, handle, &adminlink::Client::handle);
    const QString name = found == m_clients.end() ? QString() : strangersLine(found->name);
    return name.isEmpty() ? strangersLine(handle) : name;
}

void ClientList::showActions()
{
    const auto *client = selected();
    // The focus must not be lost with the button that it is on.
    const bool hasFocus = m_revoke->hasFocus() || m_allow->hasFocus();
    m_revoke->setEnabled(client && !client->isDenied);
    m_allow->setEnabled(client && client->isDenied);
    m_endEveryLogin->setEnabled(m_isConnected);
    if (hasFocus && client)
        (client->isDenied ? m_allow : m_revoke)->setFocus();
}

void ClientList::revoke()
{
    const auto *client = selected();
    if (client && !client->isDenied)
        Q_EMIT revocationWanted(client->handle);
}

void ClientList::allow()
{
    const auto *client = selected();
    if (client && client->isDenied)
        Q_EMIT allowanceWanted(client->handle);
}

void ClientList::showRevoked(const std::string &handle)
{
    m_lastRevoked = handle;
    m_banner->show(Tone::Success, tr("“%1” is revoked: neither it nor its logins get in any more. "
                                     "“Allow again” takes that back.")
                                      .arg(nameOf(handle)));
}

void ClientList::showAllowed(const std::string &handle)
{
    if (m_lastRevoked == handle)
        m_lastRevoked.clear();
    m_banner->show(Tone::Success, tr("“%1” is allowed again.").arg(nameOf(handle)));
}

void ClientList::showEveryLoginEnded()
{
    m_banner->show(Tone::Success, tr("Every login has ended. Everybody has to log in again."));
}

void ClientList::showFailure(const QString &why)
{
    m_banner->show(Tone::Failure, why);
}

} // namespace admin
