// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/widgets/Card.h"

#include "admin-gui/style/Colours.h"
#include "admin-gui/style/Style.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace admin {

namespace {

void enlarge(QLabel &label, double factor, QFont::Weight weight)
{
    QFont font = label.font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(weight);
    label.setFont(font);
    label.setTextFormat(Qt::PlainText);
    label.setWordWrap(true);
}

} // namespace

Card::Card(QWidget *parent)
    : QFrame(parent)
    , m_heading(new QLabel(this))
    , m_content(new QVBoxLayout(this))
{
    enlarge(*m_heading, 1.1, QFont::DemiBold);
    m_content->addWidget(m_heading);
}

void Card::setHeading(const QString &heading)
{
    m_heading->setText(heading);
    setAccessibleName(heading);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(cardBorder(palette()));
    painter.setBrush(palette().base());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Style::cardRadius,
                            Style::cardRadius);
}

void addRow(QFormLayout &form, QLabel *label, QWidget *field)
{
    label->setBuddy(field);
    label->setMinimumHeight(Style::controlHeight);
    form.addRow(label, field);
}

void nameBox(QComboBox &box, const QString &name)
{
    box.setAccessibleName(name);
    box.view()->setAccessibleName(name);
}

void makeTitle(QLabel &label)
{
    enlarge(label, 1.6, QFont::DemiBold);
}

void makeExplanation(QLabel &label)
{
    enlarge(label, 1, QFont::Normal);
    label.setForegroundRole(QPalette::PlaceholderText);
}

} // namespace admin
