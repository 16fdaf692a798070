// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QComboBox;
class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace admin {

/// A group of things that belong together, on a sheet with a heading.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    void setHeading(const QString &heading);
    /// Where its content goes.
    QVBoxLayout &content() { return *m_content; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_heading;
    QVBoxLayout *m_content;
};

/// A row of a form, its label in one line with the field.
void addRow(QFormLayout &form, QLabel *label, QWidget *field);

/// The name of a box to choose from, and of the list that it opens.
void nameBox(QComboBox &box, const QString &name);

/// Makes a label the title of a page, or the explanation below one.
void makeTitle(QLabel &label);
void makeExplanation(QLabel &label);

} // namespace admin
