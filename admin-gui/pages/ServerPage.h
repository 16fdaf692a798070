// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/ServerCheck.h"
#include "admin-gui/pages/Page.h"

#include <QTimer>

#include <map>
#include <optional>
#include <string>
#include <vector>

class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace admin {

class Banner;
class Card;
class Sparkline;

/// Looks at a running server through its address: whether it is set up right, and what it does.
class ServerPage : public Page
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds interval{2}; ///< between two looks at the metrics

    ServerPage(Services &services, Workspace &workspace, QWidget *parent = nullptr);

    bool cancel() override;
    QString help() const override;
    QWidget *firstField() const override;
    bool isWatching() const { return m_timer.isActive(); }

protected:
    void retranslate() override;

private:
    void addAddress();
    void addCharts();
    void load();
    void store();
    std::optional<QUrl> url();
    void startChecking();
    core::Task<void> check(QUrl server);
    void showResult(const CheckResult &result);
    void startWatching();
    void stopWatching();
    core::Task<void> look();
    void showMetrics(const QByteArray &text);

    Card *m_addressCard;
    QLabel *m_addressLabel;
    QLineEdit *m_address;
    QPushButton *m_check;
    QPushButton *m_watch;
    Banner *m_state;
    Card *m_resultCard;
    QTreeWidget *m_results;
    Card *m_chartCard;
    Banner *m_chartState;
    std::vector<Sparkline *> m_charts;
    std::map<std::string, double> m_lastSamples;
    QTimer m_timer;
    std::optional<core::CancellationSource> m_cancellation; ///< of the check
    bool m_isLooking = false;
};

} // namespace admin
