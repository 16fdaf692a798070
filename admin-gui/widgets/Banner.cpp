// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/widgets/Banner.h"

#include "admin-gui/style/Icons.h"
#include "admin-gui/style/Style.h"
#include "admin-gui/widgets/Announcement.h"
#include "admin-gui/widgets/PlainText.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace admin {

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 10, 14, 10);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    hide();
}

void Banner::show(Tone tone, const QString &text)
{
    m_tone = tone;
    m_icon->setPixmap(icon(tone).pixmap(18, 18));
    m_shown = text;
    m_text->setText(runningAsTheLanguage(text));
    setAccessibleName(text);
    setVisible(true);
    update();
    announce(*this, text);
}

void Banner::clear()
{
    m_shown.clear();
    m_text->clear();
    setVisible(false);
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneBackground(m_tone, palette()));
    painter.drawRoundedRect(rect(), Style::cornerRadius, Style::cornerRadius);
}

} // namespace admin
