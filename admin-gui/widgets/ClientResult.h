// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/Services.h"
#include "admin-gui/widgets/Card.h"
#include "core/Secret.h"

#include <QString>
#include <QStringList>

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace provisioning {
struct ProvisionedClient;
}

namespace admin {

class CopyField;

/// A client that was just made, and how each program is connected with it. It is the only place
/// that holds the secret, until clear() or another client.
class ClientResult : public Card
{
    Q_OBJECT

public:
    explicit ClientResult(Services &services, QWidget *parent = nullptr);

    /// `wanted` are keys of clients::knownClients(); their snippets are offered first.
    void show(const provisioning::ProvisionedClient &made, const std::string &baseUrl,
              const QStringList &wanted);
    void clear();

Q_SIGNALS:
    /// The person has both values and let the secret be forgotten.
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fillPrograms(const QStringList &wanted);
    void showSnippet();
    void copySnippet();

    Services &m_services;
    QLabel *m_idLabel;
    CopyField *m_id;
    QLabel *m_secretLabel;
    CopyField *m_secret;
    QLabel *m_programLabel;
    QComboBox *m_program;
    QCheckBox *m_withSecret;
    QPlainTextEdit *m_snippet;
    QPushButton *m_copySnippet;
    QPushButton *m_forget;
    std::string m_mcpUrl;
    core::Secret m_clientSecret;
    bool m_snippetHoldsSecret = false;
};

} // namespace admin
