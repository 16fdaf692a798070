// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/widgets/AuditView.h"

#include "admin-gui/AuditEntry.h"
#include "admin-gui/Text.h"
#include "admin-gui/style/Icons.h"
#include "admin-gui/widgets/Table.h"

#include <QCheckBox>
#include <QEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QVBoxLayout>

#include <ranges>

namespace admin {

namespace {

enum Column { When, What, Who, From, ColumnCount };

constexpr int lineRole = Qt::UserRole;        ///< of the log, as it is
constexpr int refusalRole = Qt::UserRole + 1; ///< somebody was kept out
constexpr int detailsRole = Qt::UserRole + 2;

} // namespace

AuditView::AuditView(QWidget *parent)
    : Card(parent)
    , m_table(new Table(ColumnCount, What))
    , m_search(new QLineEdit)
    , m_refusals(new QCheckBox)
    , m_details(new QPlainTextEdit)
{
    m_table->setObjectName(QStringLiteral("auditLog"));
    m_search->setObjectName(QStringLiteral("auditSearch"));
    m_refusals->setObjectName(QStringLiteral("auditRefusals"));
    m_details->setObjectName(QStringLiteral("auditDetails"));
    m_table->setMinimumHeight(260);
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setFixedHeight(110);
    m_details->hide();
    auto *row = new QHBoxLayout;
    row->addWidget(m_search, 1);
    row->addWidget(m_refusals);
    content().addLayout(row);
    content().addWidget(m_table);
    content().addWidget(m_details);
    connect(m_search, &QLineEdit::textChanged, this, &AuditView::filter);
    connect(m_refusals, &QCheckBox::toggled, this, &AuditView::filter);
    connect(m_table, &QTreeWidget::currentItemChanged, this, &AuditView::showDetails);
    retranslate();
}

void AuditView::show(const std::vector<std::string> &lines)
{
    if (m_why.isEmpty() && lines == m_lines)
        return;
    m_why.clear();
    m_lines = lines;
    fill();
}

void AuditView::clear(const QString &why)
{
    m_why = why;
    m_lines.clear();
    m_table->clear();
    retranslate();
}

void AuditView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    Card::changeEvent(event);
}

void AuditView::retranslate()
{
    setHeading(tr("Audit log"));
    m_table->setHeaderLabels({tr("When"), tr("What happened"), tr("Who"), tr("From")});
    m_table->setAccessibleName(tr("Audit log"));
    m_table->setHint(!m_why.isEmpty()  ? m_why
                     : m_lines.empty() ? tr("Who got in, who was kept out and what was sent is "
                                            "shown here while a server is watched through its "
                                            "socket.")
                                       : tr("No entry is like that."));
    m_search->setPlaceholderText(tr("Search in the last entries"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_refusals->setText(tr("&Only refusals and revocations"));
    m_details->setAccessibleName(tr("All of the entry"));
}

void AuditView::fill()
{
    const auto *current = m_table->currentItem();
    const QString selected = current ? current->data(0, lineRole).toString() : QString();
    const int position = m_table->verticalScrollBar()->value();
    m_table->clear();
    retranslate();
    for (const auto &line : m_lines | std::views::reverse) {
        const auto entry = AuditEntry::parse(line);
        if (!entry)
            continue;
        auto *item =
            new QTreeWidgetItem(m_table, {QLocale().toString(entry->time, QLocale::ShortFormat),
                                          entry->what, entry->who, entry->from});
        item->setIcon(What, icon(entry->tone));
        item->setToolTip(Who, plainToolTip(entry->who));
        item->setData(0, lineRole, shown(line));
        item->setData(0, refusalRole, entry->tone == Tone::Failure || entry->tone == Tone::Warning);
        item->setData(0, detailsRole, entry->details);
        if (shown(line) == selected)
            m_table->setCurrentItem(item);
    }
    filter();
    m_table->verticalScrollBar()->setValue(position);
    showDetails();
}

void AuditView::filter()
{
    const QString wanted = m_search->text().trimmed();
    for (int i = 0; i < m_table->topLevelItemCount(); ++i) {
        auto *item = m_table->topLevelItem(i);
        bool isLike = wanted.isEmpty();
        for (int column = 0; column < ColumnCount && !isLike; ++column)
            isLike = item->text(column).contains(wanted, Qt::CaseInsensitive);
        isLike =
            isLike || item->data(0, detailsRole).toString().contains(wanted, Qt::CaseInsensitive);
        const bool isWanted = !m_refusals->isChecked() || item->data(0, refusalRole).toBool();
        item->setHidden(!isLike || !isWanted);
    }
}

void AuditView::showDetails()
{
    const auto *item = m_table->currentItem();
    m_details->setVisible(item != nullptr);
    const QString details = item ? item->data(0, detailsRole).toString() : QString();
    if (m_details->toPlainText() != details)
        m_details->setPlainText(details);
}

} // namespace admin
