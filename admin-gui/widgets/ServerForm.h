// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/MailAccount.h"
#include "admin-gui/widgets/Card.h"

#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace admin {

/// Host, port and encryption of one mail server, and where these values came from.
class ServerForm : public Card
{
    Q_OBJECT

public:
    enum class Protocol { Imap, Smtp };

    explicit ServerForm(Protocol protocol, QWidget *parent = nullptr);

    account::ServerEndpoint endpoint() const;
    void setEndpoint(const account::ServerEndpoint &endpoint);
    /// A sentence; empty: nothing is said.
    void setOrigin(const QString &origin);

    /// A server that may be the right one, and who says so.
    struct Candidate
    {
        account::ServerEndpoint endpoint;
        QString origin;
    };
    /// What was found, the best first. It is put in only where somebody chooses it; who has no
    /// choice sees none.
    void setCandidates(std::vector<Candidate> candidates);

Q_SIGNALS:
    /// Somebody typed.
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showCandidates();
    void choose(int index);

    Protocol m_protocol;
    std::vector<Candidate> m_candidates;
    QFormLayout *m_form;
    QLabel *m_candidateLabel;
    QComboBox *m_candidateBox;
    QLabel *m_hostLabel;
    QLineEdit *m_host;
    QLabel *m_portLabel;
    QSpinBox *m_port;
    QLabel *m_securityLabel;
    QComboBox *m_security;
    QLabel *m_origin;
};

} // namespace admin
