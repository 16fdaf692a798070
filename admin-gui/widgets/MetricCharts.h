// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/widgets/Card.h"

#include <QByteArray>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace admin {

class Banner;
class Sparkline;

/// What a server did in the last two minutes, as small charts.
class MetricCharts : public Card
{
    Q_OBJECT

public:
    using Time = std::chrono::steady_clock::time_point;

    explicit MetricCharts(QWidget *parent = nullptr);

    /// The next look at a server's metrics, in the text format of Prometheus.
    void add(const QByteArray &text, Time now);
    /// What was seen is of no use any more.
    void clear();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::vector<Sparkline *> m_charts;
    std::map<std::string, double> m_last;
    std::optional<Time> m_lastTime;
};

} // namespace admin
