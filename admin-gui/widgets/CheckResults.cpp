// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/widgets/CheckResults.h"

#include "admin-gui/Text.h"
#include "admin-gui/style/Icons.h"
#include "admin-gui/widgets/Table.h"

#include <QEvent>
#include <QVBoxLayout>

namespace admin {

namespace {

struct Sign
{
    QString icon;
    Tone tone;
    QString word;
};

Sign signOf(CheckResult::Verdict verdict)
{
    switch (verdict) {
    case CheckResult::Verdict::Right:
        return {QStringLiteral("success"), Tone::Success, CheckResults::tr("right")};
    case CheckResult::Verdict::Doubtful:
        return {QStringLiteral("warning"), Tone::Warning, CheckResults::tr("doubtful")};
    case CheckResult::Verdict::Wrong:
        break;
    }
    return {QStringLiteral("failure"), Tone::Failure, CheckResults::tr("wrong")};
}

} // namespace

CheckResults::CheckResults(QWidget *parent)
    : Card(parent)
    , m_table(new Table(2, 1))
{
    m_table->setObjectName(QStringLiteral("results"));
    m_table->setUniformRowHeights(false); // long ones are wrapped
    m_table->setWordWrap(true);
    m_table->setMinimumHeight(230);
    content().addWidget(m_table);
    hide();
    retranslate();
}

void CheckResults::begin()
{
    m_table->clear();
    m_wrongCount = 0;
    show();
}

void CheckResults::add(const CheckResult &result)
{
    const Sign sign = signOf(result.verdict);
    auto *item = new QTreeWidgetItem(m_table, {result.title, result.text});
    item->setIcon(0, icon(sign.icon, sign.tone));
    item->setToolTip(1, plainToolTip(result.text));
    // The sign and its colour in words.
    item->setData(0, Qt::AccessibleTextRole, QStringLiteral("%1: %2").arg(result.title, sign.word));
    m_wrongCount += result.verdict == CheckResult::Verdict::Right ? 0 : 1;
}

void CheckResults::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void CheckResults::retranslate()
{
    setHeading(tr("Result"));
    m_table->setHeaderLabels({tr("What"), tr("What was seen")});
    m_table->setAccessibleName(tr("Results of the check"));
}

} // namespace admin
