// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/widgets/ServerCard.h"

#include "admin-gui/widgets/Banner.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace admin {

ServerCard::ServerCard(QWidget *parent)
    : Card(parent)
    , m_addressLabel(new QLabel)
    , m_address(new QLineEdit)
    , m_check(new QPushButton)
    , m_wayLabel(new QLabel)
    , m_way(new QComboBox)
    , m_socket(new QLineEdit)
    , m_watch(new QPushButton)
    , m_checkState(new Banner)
    , m_watchState(new Banner)
{
    m_checkState->setObjectName(QStringLiteral("serverState"));
    m_watchState->setObjectName(QStringLiteral("watchState"));
    addAddress();
    content().addWidget(m_checkState);
    addWays();
    content().addWidget(m_watchState);
    retranslate();
    showWay();
}

void ServerCard::addAddress()
{
    m_address->setObjectName(QStringLiteral("serverAddress"));
    m_check->setObjectName(QStringLiteral("checkServer"));
    m_address->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_addressLabel->setBuddy(m_address);
    m_check->setDefault(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_address, 1);
    row->addWidget(m_check);
    content().addWidget(m_addressLabel);
    content().addLayout(row);
    connect(m_address, &QLineEdit::textEdited, this, &ServerCard::addressEdited);
    connect(m_address, &QLineEdit::returnPressed, this, &ServerCard::checkWanted);
    connect(m_check, &QPushButton::clicked, this, &ServerCard::checkWanted);
}

void ServerCard::addWays()
{
    m_way->setObjectName(QStringLiteral("watchThrough"));
    m_socket->setObjectName(QStringLiteral("adminSocket"));
    m_watch->setObjectName(QStringLiteral("watch"));
    m_way->addItem({}, int(Way::Socket));
    m_way->addItem({}, int(Way::Address));
    m_wayLabel->setBuddy(m_way);
    m_socket->setPlaceholderText(QStringLiteral("/run/mail-mcp/admin.sock"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_way);
    row->addWidget(m_socket, 1);
    row->addStretch();
    row->addWidget(m_watch);
    content().addWidget(m_wayLabel);
    content().addLayout(row);
    connect(m_way, &QComboBox::currentIndexChanged, this, &ServerCard::showWay);
    connect(m_way, &QComboBox::activated, this, &ServerCard::wayEdited);
    connect(m_socket, &QLineEdit::textEdited, this, &ServerCard::wayEdited);
    connect(m_socket, &QLineEdit::returnPressed, this, [this] {
        if (!m_isWatching)
            Q_EMIT watchWanted();
    });
    connect(m_watch, &QPushButton::clicked, this, &ServerCard::watchWanted);
}

QString ServerCard::address() const
{
    return m_address->text().trimmed();
}

void ServerCard::setAddress(const QString &address)
{
    m_address->setText(address);
}

QString ServerCard::socket() const
{
    return m_socket->text().trimmed();
}

void ServerCard::setSocket(const QString &path)
{
    m_socket->setText(path);
}

ServerCard::Way ServerCard::way() const
{
    return Way(m_way->currentData().toInt());
}

void ServerCard::setWay(Way way)
{
    m_way->setCurrentIndex(m_way->findData(int(way)));
}

void ServerCard::showWay()
{
    m_socket->setVisible(way() == Way::Socket);
}

void ServerCard::showChecking(bool isChecking)
{
    m_check->setEnabled(!isChecking);
}

void ServerCard::showWatching(bool isWatching)
{
    m_isWatching = isWatching;
    m_watch->setText(isWatching ? tr("&Stop watching") : tr("&Watch"));
}

QWidget *ServerCard::firstField() const
{
    return m_address;
}

void ServerCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void ServerCard::retranslate()
{
    setHeading(tr("Server"));
    m_addressLabel->setText(tr("&Address of the server:"));
    m_address->setPlaceholderText(QStringLiteral("https://mail-mcp.example.com"));
    m_check->setText(tr("&Check my server"));
    m_wayLabel->setText(tr("Watch it &through:"));
    m_way->setItemText(0, tr("its socket on this computer"));
    m_way->setItemText(1, tr("its address (metrics only)"));
    nameBox(*m_way, tr("Watch it through"));
    m_socket->setAccessibleName(tr("Path of the socket (ADMIN_SOCKET)"));
    showWatching(m_isWatching);
}

} // namespace admin
