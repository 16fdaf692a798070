// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/pages/ServerPage.h"

#include "admin-gui/HttpAnswer.h"
#include "admin-gui/Metrics.h"
#include "admin-gui/Workspace.h"
#include "admin-gui/style/Icons.h"
#include "admin-gui/widgets/Banner.h"
#include "admin-gui/widgets/Card.h"
#include "admin-gui/widgets/Sparkline.h"
#include "core/Async.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTreeWidget>

#include <array>

namespace admin {

namespace {

enum class Kind {
    Now,    ///< a number as it is
    Growth, ///< what a counter grew by since the last look
};

struct Chart
{
    const char *metric;
    const char *title;
    Kind kind;
};

constexpr std::array charts = {
    Chart{"mail_mcp_http_connections", QT_TRANSLATE_NOOP("admin::ServerPage", "Open connections"),
          Kind::Now},
    Chart{"mail_mcp_imap_sessions_leased",
          QT_TRANSLATE_NOOP("admin::ServerPage", "IMAP sessions in use"), Kind::Now},
    Chart{"mail_mcp_imap_sessions_idle",
          QT_TRANSLATE_NOOP("admin::ServerPage", "IMAP sessions kept warm"), Kind::Now},
    Chart{"mail_mcp_imap_sessions_waiting",
          QT_TRANSLATE_NOOP("admin::ServerPage", "Calls that wait"), Kind::Now},
    Chart{"mail_mcp_imap_sessions_opened_total",
          QT_TRANSLATE_NOOP("admin::ServerPage", "IMAP sessions opened"), Kind::Growth},
    Chart{"mail_mcp_imap_sessions_reused_total",
          QT_TRANSLATE_NOOP("admin::ServerPage", "IMAP sessions used again"), Kind::Growth},
    Chart{"mail_mcp_mcp_listeners", QT_TRANSLATE_NOOP("admin::ServerPage", "Clients that listen"),
          Kind::Now},
    Chart{"mail_mcp_http_limited_unauthenticated_total",
          QT_TRANSLATE_NOOP("admin::ServerPage", "Strangers turned away"), Kind::Growth},
    Chart{"mail_mcp_http_limited_mailbox_total",
          QT_TRANSLATE_NOOP("admin::ServerPage", "Calls turned away"), Kind::Growth},
};

constexpr int chartColumns = 3;

QString signOf(CheckResult::Verdict verdict)
{
    switch (verdict) {
    case CheckResult::Verdict::Right:
        return QStringLiteral("success");
    case CheckResult::Verdict::Doubtful:
        return QStringLiteral("warning");
    case CheckResult::Verdict::Wrong:
        break;
    }
    return QStringLiteral("failure");
}

Tone toneOf(CheckResult::Verdict verdict)
{
    switch (verdict) {
    case CheckResult::Verdict::Right:
        return Tone::Success;
    case CheckResult::Verdict::Doubtful:
        return Tone::Warning;
    case CheckResult::Verdict::Wrong:
        break;
    }
    return Tone::Failure;
}

} // namespace

ServerPage::ServerPage(Services &services, Workspace &workspace, QWidget *parent)
    : Page(services, workspace, parent)
    , m_addressCard(new Card)
    , m_addressLabel(new QLabel)
    , m_address(new QLineEdit)
    , m_check(new QPushButton)
    , m_watch(new QPushButton)
    , m_state(new Banner)
    , m_resultCard(new Card)
    , m_results(new QTreeWidget)
    , m_chartCard(new Card)
    , m_chartState(new Banner)
{
    addAddress();
    m_results->setObjectName(QStringLiteral("results"));
    m_results->setColumnCount(2);
    m_results->setRootIsDecorated(false);
    m_results->setWordWrap(true);
    m_results->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_results->setMinimumHeight(230);
    m_resultCard->content().addWidget(m_results);
    m_resultCard->hide();
    content().addWidget(m_resultCard);
    addCharts();
    content().addStretch();
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, [this] { core::start(look()); });
    connect(&workspace, &Workspace::opened, this, &ServerPage::load);
    connect(&workspace, &Workspace::edited, this, [this] {
        if (m_address->text().trimmed() != this->workspace().profile().baseUrl)
            load();
    });
    retranslate();
    load();
}

bool ServerPage::cancel()
{
    const bool wasRunning = m_cancellation || isWatching();
    if (m_cancellation)
        m_cancellation->cancel();
    stopWatching();
    return wasRunning;
}

QString ServerPage::help() const
{
    return tr(
        "“Check my server” looks at a running Mail MCP server from outside, as a client does: "
        "whether it runs, knows its own address, asks strangers to log in, and has the right "
        "time.\n\n"
        "“Watch” shows its metrics every two seconds. /metrics answers only where the server's "
        "settings allow it, which is on the server's own computer as a rule.");
}

QWidget *ServerPage::firstField() const
{
    return m_address;
}

void ServerPage::retranslate()
{
    setTexts(tr("Running server"),
             tr("See whether a server is set up right, and what it is doing. Nothing is changed."));
    m_addressCard->setHeading(tr("Server"));
    m_addressLabel->setText(tr("&Address of the server:"));
    m_address->setPlaceholderText(QStringLiteral("https://mail-mcp.example.com"));
    m_check->setText(tr("&Check my server"));
    m_watch->setText(isWatching() ? tr("&Stop watching") : tr("&Watch"));
    m_resultCard->setHeading(tr("Result"));
    m_results->setHeaderLabels({tr("What"), tr("What was seen")});
    m_results->setAccessibleName(tr("Results of the check"));
    m_chartCard->setHeading(tr("The last two minutes"));
    for (std::size_t i = 0; i < m_charts.size(); ++i)
        m_charts[i]->setTitle(tr(charts.at(i).title));
}

void ServerPage::addAddress()
{
    m_address->setObjectName(QStringLiteral("serverAddress"));
    m_check->setObjectName(QStringLiteral("checkServer"));
    m_watch->setObjectName(QStringLiteral("watch"));
    m_state->setObjectName(QStringLiteral("serverState"));
    m_address->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_addressLabel->setBuddy(m_address);
    m_check->setDefault(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_address, 1);
    row->addWidget(m_check);
    row->addWidget(m_watch);
    m_addressCard->content().addWidget(m_addressLabel);
    m_addressCard->content().addLayout(row);
    m_addressCard->content().addWidget(m_state);
    content().addWidget(m_addressCard);
    connect(m_address, &QLineEdit::textEdited, this, &ServerPage::store);
    connect(m_address, &QLineEdit::returnPressed, this, &ServerPage::startChecking);
    connect(m_check, &QPushButton::clicked, this, &ServerPage::startChecking);
    connect(m_watch, &QPushButton::clicked, this, [this] {
        if (isWatching())
            stopWatching();
        else
            startWatching();
    });
}

void ServerPage::addCharts()
{
    auto *grid = new QGridLayout;
    for (int i = 0; i < int(charts.size()); ++i) {
        m_charts.push_back(new Sparkline);
        grid->addWidget(m_charts.back(), i / chartColumns, i % chartColumns);
    }
    m_chartCard->content().addWidget(m_chartState);
    m_chartCard->content().addLayout(grid);
    content().addWidget(m_chartCard);
}

void ServerPage::load()
{
    cancel();
    m_address->setText(workspace().profile().baseUrl);
    m_state->clear();
    m_resultCard->hide();
}

void ServerPage::store()
{
    Profile profile = workspace().profile();
    profile.baseUrl = m_address->text().trimmed();
    stopWatching();
    workspace().edit(std::move(profile));
}

std::optional<QUrl> ServerPage::url()
{
    auto url = serverUrl(m_address->text());
    if (!url)
        m_state->show(Tone::Failure,
                      tr("That is no address of a server. It begins with https://, and "
                         "nothing but a path may follow the host."));
    return url;
}

void ServerPage::startChecking()
{
    if (m_cancellation)
        return;
    m_state->clear();
    if (const auto server = url())
        core::start(check(*server));
}

core::Task<void> ServerPage::check(QUrl server)
{
    const QPointer<ServerPage> self(this);
    m_results->clear();
    m_resultCard->show();
    m_cancellation.emplace();
    m_check->setEnabled(false);
    m_state->show(Tone::Accent, tr("Looking…"));
    const core::Cancellation token = m_cancellation->token();
    CheckListener listener = [self](const CheckResult &result) {
        if (self)
            self->showResult(result);
    };
    co_await checkServer(server, services().network, services().clock, std::move(listener), token);
    if (!self)
        co_return;
    m_cancellation.reset();
    m_check->setEnabled(true);
    if (token.isCancelled()) {
        m_state->show(Tone::Neutral, tr("Cancelled."));
        co_return;
    }
    int wrong = 0;
    for (int i = 0; i < m_results->topLevelItemCount(); ++i)
        wrong += m_results->topLevelItem(i)->data(0, Qt::UserRole).toBool() ? 0 : 1;
    if (wrong == 0)
        m_state->show(Tone::Success, tr("The server is set up right."));
    else
        m_state->show(Tone::Failure, tr("%n things are not right. See below.", nullptr, wrong));
}

void ServerPage::showResult(const CheckResult &result)
{
    auto *item = new QTreeWidgetItem(m_results, {result.title, result.text});
    item->setIcon(0, icon(signOf(result.verdict), toneOf(result.verdict)));
    item->setToolTip(1, result.text);
    item->setData(0, Qt::UserRole, result.verdict == CheckResult::Verdict::Right);
}

void ServerPage::startWatching()
{
    m_state->clear();
    if (!url())
        return;
    for (auto *chart : m_charts)
        chart->clear();
    m_lastSamples.clear();
    m_timer.start();
    m_watch->setText(tr("&Stop watching"));
    core::start(look());
}

void ServerPage::stopWatching()
{
    m_timer.stop();
    m_watch->setText(tr("&Watch"));
}

core::Task<void> ServerPage::look()
{
    const QPointer<ServerPage> self(this);
    auto server = url();
    if (m_isLooking || !server)
        co_return;
    m_isLooking = true;
    server->setPath(server->path() + QStringLiteral("/metrics"));
    const HttpAnswer answer = co_await get(services().network, *server, {});
    if (!self)
        co_return;
    m_isLooking = false;
    if (!isWatching())
        co_return;
    if (answer.status == 200) {
        m_chartState->clear();
        showMetrics(answer.body);
        co_return;
    }
    m_chartState->show(
        Tone::Failure,
        answer.status == 0
            ? tr("The server does not answer: %1").arg(answer.error)
            : tr("The server does not show its metrics here (status %1). Look at them on "
                 "its own computer, or allow this one in its setting METRICS_FROM.")
                  .arg(answer.status));
}

void ServerPage::showMetrics(const QByteArray &text)
{
    auto samples = parseMetrics(text);
    for (std::size_t i = 0; i < charts.size(); ++i) {
        const auto &chart = charts.at(i);
        const auto sample = samples.find(chart.metric);
        if (sample == samples.end())
            continue;
        if (chart.kind == Kind::Now) {
            m_charts[i]->add(sample->second);
        } else if (const auto last = m_lastSamples.find(chart.metric);
                   last != m_lastSamples.end()) {
            m_charts[i]->add(std::max(0.0, sample->second - last->second)); // it may have restarted
        }
    }
    m_lastSamples = std::move(samples);
}

} // namespace admin
