// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/widgets/Card.h"

#include <string>
#include <vector>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;

namespace admin {

class Table;

/// The end of a server's audit log, the newest entry first.
class AuditView : public Card
{
    Q_OBJECT

public:
    explicit AuditView(QWidget *parent = nullptr);

    /// Lines of the log, the oldest first. What is selected stays so.
    void show(const std::vector<std::string> &lines);
    /// Empties it, and says why nothing is shown.
    void clear(const QString &why = {});

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fill();
    void filter();
    void showDetails();

    Table *m_table;
    QLineEdit *m_search;
    QCheckBox *m_refusals;
    QPlainTextEdit *m_details;
    std::vector<std::string> m_lines;
    QString m_why;
};

} // namespace admin
