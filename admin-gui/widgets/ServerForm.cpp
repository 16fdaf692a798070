// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/widgets/ServerForm.h"

#include "admin-gui/Text.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace admin {

namespace {

using account::Security;

/// The port that goes with it, so that a change of one changes the other while both are usual.
int usualPort(ServerForm::Protocol protocol, Security security)
{
    const bool isImap = protocol == ServerForm::Protocol::Imap;
    if (security == Security::ImplicitTls)
        return isImap ? 993 : 465;
    return isImap ? 143 : 587;
}

} // namespace

ServerForm::ServerForm(Protocol protocol, QWidget *parent)
    : Card(parent)
    , m_protocol(protocol)
    , m_hostLabel(new QLabel(this))
    , m_host(new QLineEdit(this))
    , m_portLabel(new QLabel(this))
    , m_port(new QSpinBox(this))
    , m_securityLabel(new QLabel(this))
    , m_security(new QComboBox(this))
    , m_origin(new QLabel(this))
{
    const bool isImap = protocol == Protocol::Imap;
    m_host->setObjectName(isImap ? QStringLiteral("imapHost") : QStringLiteral("smtpHost"));
    m_port->setObjectName(isImap ? QStringLiteral("imapPort") : QStringLiteral("smtpPort"));
    m_security->setObjectName(isImap ? QStringLiteral("imapSecurity")
                                     : QStringLiteral("smtpSecurity"));
    m_host->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase);
    m_port->setRange(1, 65535);
    m_port->setGroupSeparatorShown(false);
    for (int i = 0; i < 2; ++i)
        m_security->addItem(QString());
    makeExplanation(*m_origin);
    auto *form = new QFormLayout;
    addRow(*form, m_hostLabel, m_host);
    addRow(*form, m_portLabel, m_port);
    addRow(*form, m_securityLabel, m_security);
    content().addLayout(form);
    content().addWidget(m_origin);
    content().addStretch();
    retranslate();
    setEndpoint({.host = {}, .port = std::uint16_t(usualPort(protocol, Security::ImplicitTls))});
    setOrigin({});

    const auto typedBySomebody = [this] {
        setOrigin({});
        Q_EMIT edited();
    };
    connect(m_host, &QLineEdit::textEdited, this, typedBySomebody);
    connect(m_port, &QSpinBox::valueChanged, this, typedBySomebody);
    connect(m_security, &QComboBox::currentIndexChanged, this, [this, typedBySomebody](int index) {
        const auto chosen = index == 0 ? Security::ImplicitTls : Security::StartTls;
        const auto other = index == 0 ? Security::StartTls : Security::ImplicitTls;
        if (m_port->value() == usualPort(m_protocol, other))
            m_port->setValue(usualPort(m_protocol, chosen));
        typedBySomebody();
    });
}

account::ServerEndpoint ServerForm::endpoint() const
{
    return {.host = typed(m_host->text()),
            .port = std::uint16_t(m_port->value()),
            .security =
                m_security->currentIndex() == 0 ? Security::ImplicitTls : Security::StartTls};
}

void ServerForm::setEndpoint(const account::ServerEndpoint &endpoint)
{
    const QSignalBlocker portBlocker(m_port);
    const QSignalBlocker securityBlocker(m_security);
    m_host->setText(shown(endpoint.host));
    m_port->setValue(endpoint.port);
    m_security->setCurrentIndex(endpoint.security == Security::ImplicitTls ? 0 : 1);
}

void ServerForm::setOrigin(const QString &origin)
{
    m_origin->setText(origin);
    m_origin->setVisible(!origin.isEmpty());
}

void ServerForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void ServerForm::retranslate()
{
    const bool isImap = m_protocol == Protocol::Imap;
    setHeading(isImap ? tr("Reading mail (IMAP)") : tr("Sending mail (SMTP)"));
    m_hostLabel->setText(isImap ? tr("&Host:", "IMAP") : tr("H&ost:", "SMTP"));
    m_portLabel->setText(isImap ? tr("&Port:", "IMAP") : tr("Po&rt:", "SMTP"));
    m_securityLabel->setText(isImap ? tr("&Encryption:", "IMAP") : tr("En&cryption:", "SMTP"));
    m_host->setAccessibleName(isImap ? tr("IMAP host") : tr("SMTP host"));
    m_port->setAccessibleName(isImap ? tr("IMAP port") : tr("SMTP port"));
    nameBox(*m_security, isImap ? tr("IMAP encryption") : tr("SMTP encryption"));
    m_security->setItemText(0, tr("TLS from the first byte"));
    m_security->setItemText(1, tr("STARTTLS, required"));
}

} // namespace admin
