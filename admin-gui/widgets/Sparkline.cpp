// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/widgets/Sparkline.h"

#include "admin-gui/Text.h"
#include "admin-gui/style/Style.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace admin {

namespace {

constexpr int margin = 12;
constexpr int scaleWidth = 56; // of the highest value

/// Three digits that count; whole numbers are not shortened.
QString numberText(double number)
{
    constexpr double hundred = 100;
    return number < hundred ? QLocale().toString(number, 'g', 3)
                            : QLocale().toString(number, 'f', 0);
}

} // namespace

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Sparkline::setTitle(const QString &title)
{
    m_title = title;
    setToolTip(plainToolTip(title));
    setAccessibleName(QStringLiteral("%1: %2").arg(m_title, valueText()));
    update();
}

void Sparkline::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Sparkline::add(double value)
{
    m_values.push_back(value);
    if (m_values.size() > length)
        m_values.pop_front();
    setTitle(m_title);
}

void Sparkline::clear()
{
    m_values.clear();
    setTitle(m_title);
}

QString Sparkline::valueText() const
{
    return m_values.empty() ? QStringLiteral("–") : numberText(m_values.back());
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(cardBorder(palette()));
    painter.setBrush(palette().alternateBase());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Style::cornerRadius,
                            Style::cornerRadius);
    const QRect inner = rect().adjusted(margin, 8, -margin, -8);
    painter.setPen(mutedText(palette()));
    const QString title =
        fontMetrics().elidedText(m_title, Qt::ElideRight, inner.width() - scaleWidth);
    painter.drawText(inner, int(Qt::AlignTop | Qt::AlignLeading), title);
    QFont font = this->font();
    font.setPointSizeF(font.pointSizeF() * 1.4);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(inner, int(Qt::AlignBottom | Qt::AlignLeading), valueText());
    if (!m_values.empty())
        paintLine(painter, inner);
}

void Sparkline::paintLine(QPainter &painter, const QRect &inner) const
{
    const double highest = *std::ranges::max_element(m_values);
    const double scale = std::max(1.0, highest);
    const QRectF chart(isRightToLeft() ? inner.left() : inner.left() + inner.width() * 0.42,
                       inner.top() + 26, inner.width() * 0.58, inner.height() - 30);
    const double step = chart.width() / double(length - 1);
    painter.setFont(font());
    painter.setPen(mutedText(palette()));
    painter.drawText(inner, int(Qt::AlignTop | Qt::AlignTrailing),
                     QStringLiteral("↑ %1").arg(numberText(highest)));
    painter.setPen(cardBorder(palette()));
    painter.drawLine(chart.bottomLeft(), chart.bottomRight());
    QPainterPath line;
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        // The newest value is at the right, in every language: time runs as in other charts.
        const QPointF point(chart.right() - step * double(m_values.size() - 1 - i),
                            chart.bottom() - chart.height() * m_values[i] / scale);
        if (i == 0)
            line.moveTo(point);
        else
            line.lineTo(point);
    }
    const QColor colour = toneColour(highest > 0 ? m_tone : Tone::Neutral, palette());
    QPainterPath area(line);
    area.lineTo(chart.bottomRight());
    area.lineTo(line.elementAt(0).x, chart.bottom());
    QColor fill = colour;
    fill.setAlphaF(0.15F);
    painter.fillPath(area, fill);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.75));
    painter.drawPath(line);
}

} // namespace admin
