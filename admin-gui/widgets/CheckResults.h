// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/ServerCheck.h"
#include "admin-gui/widgets/Card.h"

namespace admin {

class Table;

/// What a check of a server has found so far. Hidden until there is something.
class CheckResults : public Card
{
    Q_OBJECT

public:
    explicit CheckResults(QWidget *parent = nullptr);

    /// Shows an empty list.
    void begin();
    void add(const CheckResult &result);
    /// How many results are not right.
    int wrongCount() const { return m_wrongCount; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Table *m_table;
    int m_wrongCount = 0;
};

} // namespace admin
