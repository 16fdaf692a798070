// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeWidget>

namespace admin {

/// Rows with columns, one of which takes what room is left. While it is empty it says why.
class Table : public QTreeWidget
{
    Q_OBJECT

public:
    Table(int columns, int wideColumn, QWidget *parent = nullptr);

    void setHint(const QString &hint);
    const QString &hint() const { return m_hint; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_hint;
};

} // namespace admin
