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

#include <algorithm>
#include <utility>

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
    , m_form(new QFormLayout)
    , m_candidateLabel(new QLabel(this))
    , m_candidateBox(new QComboBox(this))
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
    m_candidateBox->setObjectName(isImap ? QStringLiteral("imapCandidates")
                                         : QStringLiteral("smtpCandidates"));
    m_candidateBox->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addRow(*m_form, m_candidateLabel, m_candidateBox);
    addRow(*m_form, m_hostLabel, m_host);
    addRow(*m_form, m_portLabel, m_port);
    addRow(*m_form, m_securityLabel, m_security);
    content().addLayout(m_form);
    content().addWidget(m_origin);
    content().addStretch();
    retranslate();
    connect(m_candidateBox, &QComboBox::activated, this, &ServerForm::choose);
    setEndpoint({.host = {}, .port = std::uint16_t(usualPort(protocol, Security::ImplicitTls))});
    setOrigin({});
    setCandidates({});

    const auto typedBySomebody = [this] {
        setOrigin({});
        showCandidates();
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

void ServerForm::setCandidates(std::vector<Candidate> candidates)
{
    m_candidates = std::move(candidates);
    m_candidateBox->clear();
    for (const auto &[endpoint, origin] : m_candidates) {
        m_candidateBox->addItem(
            QStringLiteral("%1:%2").arg(shown(endpoint.host)).arg(endpoint.port));
        m_candidateBox->setItemData(m_candidateBox->count() - 1, origin, Qt::ToolTipRole);
    }
    m_form->setRowVisible(m_candidateBox, m_candidates.size() > 1);
    showCandidates();
}

/// Which of them stands in the fields; none after somebody typed.
void ServerForm::showCandidates()
{
    const auto found = std::ranges::find(m_candidates, endpoint(), &Candidate::endpoint);
    m_candidateBox->setCurrentIndex(
        found == m_candidates.end() ? -1 : int(found - m_candidates.begin()));
}

void ServerForm::choose(int index)
{
    const auto &candidate = m_candidates.at(std::size_t(index));
    setEndpoint(candidate.endpoint);
    setOrigin(candidate.origin);
    Q_EMIT edited();
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
    m_candidateLabel->setText(tr("Found:"));
    nameBox(*m_candidateBox,
            isImap ? tr("IMAP servers that were found") : tr("SMTP servers that were found"));
    m_hostLabel->setText(isImap ? tr("Hos&t:", "IMAP") : tr("Ho&st:", "SMTP"));
    m_portLabel->setText(isImap ? tr("P&ort:", "IMAP") : tr("&Port:", "SMTP"));
    m_securityLabel->setText(isImap ? tr("E&ncryption:", "IMAP") : tr("En&cryption:", "SMTP"));
    m_host->setAccessibleName(isImap ? tr("IMAP host") : tr("SMTP host"));
    m_port->setAccessibleName(isImap ? tr("IMAP port") : tr("SMTP port"));
    nameBox(*m_security, isImap ? tr("IMAP encryption") : tr("SMTP encryption"));
    m_security->setItemText(0, tr("TLS from the first byte"));
    m_security->setItemText(1, tr("STARTTLS, required"));
}

} // namespace admin
