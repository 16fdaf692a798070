// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/widgets/Table.h"

#include "admin-gui/style/Colours.h"

#include <QHeaderView>
#include <QPainter>

namespace admin {

Table::Table(int columns, int wideColumn, QWidget *parent)
    : QTreeWidget(parent)
{
    setColumnCount(columns);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setTabKeyNavigation(false); // it leads on to the next control
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    for (int i = 0; i < columns; ++i)
        header()->setSectionResizeMode(i, i == wideColumn ? QHeaderView::Stretch
                                                          : QHeaderView::ResizeToContents);
}

void Table::setHint(const QString &hint)
{
    m_hint = hint;
    setAccessibleDescription(hint);
    viewport()->update();
}

void Table::paintEvent(QPaintEvent *event)
{
    QTreeWidget::paintEvent(event);
    if (topLevelItemCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(mutedText(palette()));
    painter.drawText(viewport()->rect().adjusted(24, 12, -24, -12),
                     int(Qt::AlignCenter | Qt::TextWordWrap), m_hint);
}

} // namespace admin
