// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/ServerWatch.h"
#include "admin-gui/pages/Page.h"

#include <optional>

namespace admin {

class AuditView;
class Banner;
class CheckResults;
class ClientList;
class MetricCharts;
class ServerCard;
class ServerFacts;

/// Looks at a running server: whether it is set up right, what it does, who uses it, and who may.
class ServerPage : public Page
{
    Q_OBJECT

public:
    ServerPage(Services &services, Workspace &workspace, QWidget *parent = nullptr);

    bool cancel() override;
    QString help() const override;
    QWidget *firstField() const override;
    bool isWatching() const { return m_watch.isRunning(); }

protected:
    void retranslate() override;

private:
    void connectCard();
    void connectWatch();
    void connectClients();
    void load();
    void storeAddress();
    void storeWay();
    /// The address as it is on the screen, or nothing; the banner says why.
    std::optional<QUrl> url(Banner &banner);
    void startChecking();
    core::Task<void> check(QUrl server);
    void startWatching();
    void stopWatching();
    void showStatus(const adminlink::ServerStatus &status);
    void showFailure(const QString &why);
    void showChange(ServerWatch::Change change, const std::string &handle);
    void endEveryLogin();

    ServerWatch m_watch;
    ServerCard *m_card;
    CheckResults *m_results;
    ServerFacts *m_facts;
    MetricCharts *m_charts;
    ClientList *m_clients;
    AuditView *m_audit;
    std::optional<core::CancellationSource> m_cancellation; ///< of the check
};

} // namespace admin
