// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/pages/Page.h"

#include <optional>

class QBoxLayout;
class QCheckBox;
class QLineEdit;
class QPushButton;

namespace admin {

class Banner;
class Card;
class DiagnosisView;
class ServerForm;

/// Finds the mail servers of an address, and tests them as they stand on the screen.
class ConnectPage : public Page
{
    Q_OBJECT

public:
    ConnectPage(Services &services, Workspace &workspace, QWidget *parent = nullptr);

    bool cancel() override;
    QString help() const override;
    QWidget *firstField() const override;
    /// As if somebody had typed the host and pressed both buttons.
    void findAndTest(const QString &host);
    bool isBusy() const { return m_cancellation.has_value(); }

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addFinding();
    void addServers();
    void addLogin();
    void load();
    void store();
    void setBusy(bool isBusy);
    void startFinding();
    void startTesting();
    core::Task<void> find();
    core::Task<void> findThenTest();
    core::Task<void> test();
    void showProgress(const discovery::Progress &progress);
    void showFound();
    void showCandidates(ServerForm &form, const std::vector<discovery::ServerCandidate> &found);
    static QString warningAbout(const discovery::ServerCandidate &candidate);
    mailconnect::DiagnosisRequest request() const;

    Card *m_findCard;
    QLabel *m_addressLabel;
    QLineEdit *m_address;
    QPushButton *m_find;
    QCheckBox *m_asksThunderbird;
    Banner *m_found;
    QBoxLayout *m_servers;
    ServerForm *m_imap;
    ServerForm *m_smtp;
    Card *m_loginCard;
    QLabel *m_userLabel;
    QLineEdit *m_user;
    QLabel *m_passwordLabel;
    QLineEdit *m_password;
    QCheckBox *m_roundTrip;
    QCheckBox *m_transcript;
    QPushButton *m_test;
    QPushButton *m_cancel;
    Banner *m_state;
    DiagnosisView *m_view;
    std::optional<discovery::FoundSettings> m_settings;
    std::optional<core::CancellationSource> m_cancellation; ///< of what runs
};

} // namespace admin
