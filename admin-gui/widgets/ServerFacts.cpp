// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/widgets/ServerFacts.h"

#include "admin-gui/Text.h"
#include "admin-gui/widgets/Banner.h"

#include <QDateTime>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace admin {

ServerFacts::ServerFacts(QWidget *parent)
    : Card(parent)
    , m_problem(new Banner)
{
    static constexpr std::array objectNames = {"factState", "factVersion", "factSince",
                                               "factAddress"};
    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(2);
    grid->setHorizontalSpacing(28);
    for (int i = 0; i < FactCount; ++i) {
        auto *name = new QLabel;
        auto *value = new QLabel;
        makeExplanation(*name);
        makeExplanation(*value);
        value->setForegroundRole(QPalette::Text);
        name->setWordWrap(false);
        value->setObjectName(QLatin1String(objectNames.at(std::size_t(i))));
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(name, 0, i);
        grid->addWidget(value, 1, i, Qt::AlignTop);
        value->setWordWrap(false);
        m_names.at(std::size_t(i)) = name;
        m_values.at(std::size_t(i)) = value;
    }
    grid->setColumnStretch(FactCount, 1); // what is left over
    m_problem->setObjectName(QStringLiteral("serverProblem"));
    content().addLayout(grid);
    content().addWidget(m_problem);
    hide();
    retranslate();
}

void ServerFacts::show(const adminlink::ServerStatus &status, const QString &expectedUrl)
{
    m_status = status;
    m_expectedUrl = expectedUrl;
    retranslate();
    setVisible(true);
}

void ServerFacts::clear()
{
    m_status.reset();
    m_problem->clear();
    hide();
}

void ServerFacts::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void ServerFacts::retranslate()
{
    setHeading(tr("The server that is watched"));
    const std::array names = {tr("State"), tr("Version"), tr("Runs since"), tr("Address")};
    for (std::size_t i = 0; i < names.size(); ++i)
        m_names.at(i)->setText(names.at(i));
    if (!m_status)
        return;
    const auto since = QDateTime::fromSecsSinceEpoch(m_status->startedAt);
    const std::array values = {
        m_status->isReady ? tr("Ready") : tr("Not ready"), strangersLine(m_status->version),
        QLocale().toString(since, QLocale::ShortFormat), strangersLine(m_status->url)};
    for (std::size_t i = 0; i < values.size(); ++i) {
        m_values.at(i)->setText(values.at(i));
        m_values.at(i)->setAccessibleName(QStringLiteral("%1: %2").arg(names.at(i), values.at(i)));
    }
    showProblem();
}

void ServerFacts::showProblem()
{
    QString problem;
    Tone tone = Tone::Failure;
    if (!m_status->isReady) {
        problem =
            tr("It cannot use its state store (STATE_URL), so that nobody logs in and nothing "
               "is sent: %1")
                .arg(shown(m_status->problem));
    } else if (!m_expectedUrl.isEmpty() && m_expectedUrl != shown(m_status->url)) {
        tone = Tone::Warning;
        problem = tr("This is another server than the one of the profile: its address is %1, and "
                     "that of the profile is %2. Choose the ADMIN_SOCKET of the server that you "
                     "mean, or correct the address.")
                      .arg(strangersLine(m_status->url), m_expectedUrl);
    }
    if (problem.isEmpty())
        m_problem->clear();
    else if (problem != m_problem->text())
        m_problem->show(tone, problem);
}

} // namespace admin
