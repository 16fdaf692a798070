// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/pages/Page.h"
#include "provisioning/Provisioner.h"

#include <vector>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace admin {

class Banner;
class Card;
class ClientResult;

/// Makes a client: who it is, where its users are sent back to, and what it may do at most.
class ClientPage : public Page
{
    Q_OBJECT

public:
    ClientPage(Services &services, Workspace &workspace, QWidget *parent = nullptr);

    QString help() const override;
    QWidget *firstField() const override;

Q_SIGNALS:
    /// The person wants to choose the key.
    void keysWanted();

protected:
    void retranslate() override;

private:
    void addClients();
    void addPermissions();
    void addMore();
    void addKey();
    void load();
    void store();
    void showKey();
    void generate();
    void showProblem(const provisioning::Problem &problem);
    QWidget *widgetOf(provisioning::Field field) const;

    Card *m_clientsCard;
    std::vector<QCheckBox *> m_clients; ///< as clients::knownClients()
    QLabel *m_redirectsLabel;
    QPlainTextEdit *m_redirects;
    Card *m_permissionsCard;
    std::vector<QCheckBox *> m_scopes; ///< as clients::allScopes
    QCheckBox *m_confirms;
    Card *m_moreCard;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QLabel *m_lifetimeLabel;
    QSpinBox *m_lifetime;
    QLabel *m_baseUrlLabel;
    QLineEdit *m_baseUrl;
    Card *m_keyCard;
    QLabel *m_keyState;
    QPushButton *m_chooseKey;
    QPushButton *m_generate;
    Banner *m_banner;
    ClientResult *m_result;
    bool m_isLoading = false;
};

} // namespace admin
