// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/widgets/MetricCharts.h"

#include "admin-gui/Metrics.h"
#include "admin-gui/widgets/Sparkline.h"

#include <QEvent>
#include <QGridLayout>

#include <array>
#include <utility>

namespace admin {

namespace {

using Samples = std::map<std::string, double>;

enum class Kind {
    Now,     ///< a number as it is
    Growth,  ///< what counters grew by since the last look
    Rate,    ///< the same, a second
    Average, ///< by how much the first one grew for each one of the second, in thousandths
};

struct Chart
{
    const char *title;
    Kind kind;
    Tone tone;
    std::array<const char *, 3> metrics; ///< Growth adds them up
};

constexpr std::array charts = {
    Chart{QT_TRANSLATE_NOOP("admin::MetricCharts", "Requests a second"),
          Kind::Rate,
          Tone::Accent,
          {"mail_mcp_http_request_duration_seconds_count"}},
    Chart{QT_TRANSLATE_NOOP("admin::MetricCharts", "Milliseconds until the answer"),
          Kind::Average,
          Tone::Accent,
          {"mail_mcp_http_request_duration_seconds_sum",
           "mail_mcp_http_request_duration_seconds_count"}},
    Chart{QT_TRANSLATE_NOOP("admin::MetricCharts", "Errors of the server"),
          Kind::Growth,
          Tone::Failure,
          {"mail_mcp_http_server_errors_total"}},
    Chart{QT_TRANSLATE_NOOP("admin::MetricCharts", "IMAP sessions in use"),
          Kind::Now,
          Tone::Accent,
          {"mail_mcp_imap_sessions_leased"}},
    Chart{QT_TRANSLATE_NOOP("admin::MetricCharts", "IMAP sessions kept warm"),
          Kind::Now,
          Tone::Accent,
          {"mail_mcp_imap_sessions_idle"}},
    Chart{QT_TRANSLATE_NOOP("admin::MetricCharts", "Calls that wait for one"),
          Kind::Now,
          Tone::Warning,
          {"mail_mcp_imap_sessions_waiting"}},
    Chart{QT_TRANSLATE_NOOP("admin::MetricCharts", "Open connections"),
          Kind::Now,
          Tone::Accent,
          {"mail_mcp_http_connections"}},
    Chart{QT_TRANSLATE_NOOP("admin::MetricCharts", "Clients that listen"),
          Kind::Now,
          Tone::Accent,
          {"mail_mcp_mcp_listeners"}},
    Chart{QT_TRANSLATE_NOOP("admin::MetricCharts", "Turned away by rate limits"),
          Kind::Growth,
          Tone::Warning,
          {"mail_mcp_http_limited_unauthenticated_total", "mail_mcp_http_limited_authorize_total",
           "mail_mcp_http_limited_mailbox_total"}},
};

constexpr int columns = 3;
constexpr double thousand = 1000;

/// Nothing where the server has no such metric.
std::optional<double> sumOf(const Samples &samples, const Chart &chart)
{
    std::optional<double> sum;
    for (const auto *metric : chart.metrics) {
        const auto found = metric ? samples.find(metric) : samples.end();
        if (found != samples.end())
            sum = sum.value_or(0) + found->second;
    }
    return sum;
}

double growthOf(const Samples &before, const Samples &now, const char *metric)
{
    const auto old = before.find(metric);
    const auto fresh = now.find(metric);
    return old == before.end() || fresh == now.end() ? 0 : fresh->second - old->second;
}

std::optional<double> valueOf(const Chart &chart, const Samples &before, const Samples &now,
                              std::chrono::duration<double> between)
{
    const auto sum = sumOf(now, chart);
    if (!sum || chart.kind == Kind::Now)
        return sum;
    const auto old = sumOf(before, chart);
    if (!old || *sum < *old || between.count() <= 0) // it has restarted
        return std::nullopt;
    if (chart.kind == Kind::Growth)
        return *sum - *old;
    if (chart.kind == Kind::Rate)
        return (*sum - *old) / between.count();
    const double count = growthOf(before, now, chart.metrics[1]);
    return count > 0 ? thousand * growthOf(before, now, chart.metrics[0]) / count : 0;
}

} // namespace

MetricCharts::MetricCharts(QWidget *parent)
    : Card(parent)
{
    auto *grid = new QGridLayout;
    for (int i = 0; i < int(charts.size()); ++i) {
        m_charts.push_back(new Sparkline);
        m_charts.back()->setObjectName(QLatin1String("chart-")
                                       + QLatin1String(charts.at(std::size_t(i)).metrics[0]));
        m_charts.back()->setTone(charts.at(std::size_t(i)).tone);
        grid->addWidget(m_charts.back(), i / columns, i % columns);
    }
    content().addLayout(grid);
    retranslate();
}

void MetricCharts::add(const QByteArray &text, Time now)
{
    auto samples = parseMetrics(text);
    const std::chrono::duration<double> between = now - m_lastTime.value_or(now);
    for (std::size_t i = 0; i < charts.size(); ++i) {
        if (const auto value = valueOf(charts.at(i), m_last, samples, between))
            m_charts[i]->add(*value);
    }
    m_last = std::move(samples);
    m_lastTime = now;
}

void MetricCharts::clear()
{
    for (auto *chart : m_charts)
        chart->clear();
    m_last.clear();
    m_lastTime.reset();
}

void MetricCharts::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void MetricCharts::retranslate()
{
    setHeading(tr("The last two minutes"));
    for (std::size_t i = 0; i < charts.size(); ++i)
        m_charts[i]->setTitle(tr(charts.at(i).title));
}

} // namespace admin
