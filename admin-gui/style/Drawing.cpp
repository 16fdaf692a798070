// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/style/Drawing.h"

#include "admin-gui/style/Colours.h"

#include <QPainter>
#include <QPainterPath>

namespace admin {

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

void drawBox(QPainter *painter, const QRect &rectangle, const QColor &fill, const QColor &border,
             double borderWidth, double radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(border.isValid() ? QPen(border, borderWidth) : QPen(Qt::NoPen));
    const double inset = borderWidth / 2;
    painter->drawRoundedRect(QRectF(rectangle).adjusted(inset, inset, -inset, -inset), radius,
                             radius);
    painter->restore();
}

void drawFocus(QPainter *painter, const QRect &rectangle, const QPalette &palette, double radius)
{
    drawBox(painter, rectangle, Qt::transparent, palette.color(QPalette::Highlight), 2, radius);
}

void drawField(const QStyleOption *option, QPainter *painter)
{
    const bool isFocused = has(option, QStyle::State_HasFocus);
    const QPalette &palette = option->palette;
    const bool isEnabled = has(option, QStyle::State_Enabled);
    drawBox(painter, option->rect,
            palette.color(isEnabled ? QPalette::Base : QPalette::AlternateBase),
            isEnabled ? fieldBorder(palette) : cardBorder(palette));
    if (isFocused)
        drawFocus(painter, option->rect, palette);
}

void drawButton(const QStyleOption *option, QPainter *painter)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const QPalette &palette = option->palette;
    const bool isEnabled = has(option, QStyle::State_Enabled);
    const bool isDefault =
        isEnabled && button && button->features.testFlag(QStyleOptionButton::DefaultButton);
    const bool isFlat = button && button->features.testFlag(QStyleOptionButton::Flat);
    QColor fill = palette.color(isDefault ? QPalette::Highlight : QPalette::Button);
    const bool isPressed = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    if (isPressed || (isEnabled && has(option, QStyle::State_MouseOver)))
        fill = isDark(palette) != isDefault ? fill.lighter(isPressed ? 130 : 115)
                                            : fill.darker(isPressed ? 112 : 105);
    if (isFlat && !isPressed && !has(option, QStyle::State_MouseOver))
        fill = Qt::transparent;
    QColor border = isEnabled ? fieldBorder(palette) : cardBorder(palette);
    if (isDefault || isFlat)
        border = QColor();
    drawBox(painter, option->rect, fill, border);
    if (!has(option, QStyle::State_HasFocus))
        return;
    drawFocus(painter, option->rect, palette);
    if (isDefault)
        drawBox(painter, option->rect.adjusted(2, 2, -2, -2), Qt::transparent,
                palette.color(QPalette::HighlightedText), 1.5, Style::cornerRadius - 2);
}

void drawMark(const QStyleOption *option, QPainter *painter, bool isRound)
{
    const QPalette &palette = option->palette;
    const bool isOn = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    const bool isEnabled = has(option, QStyle::State_Enabled);
    const double radius = isRound ? option->rect.height() / 2.0 : 4;
    drawBox(painter, option->rect, palette.color(isOn ? QPalette::Highlight : QPalette::Base),
            isOn        ? QColor()
            : isEnabled ? fieldBorder(palette)
                        : cardBorder(palette),
            1.25, radius);
    if (!isOn)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box(option->rect);
    const QColor colour = palette.color(QPalette::HighlightedText);
    if (isRound) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour);
        painter->drawEllipse(box.center(), box.width() * 0.2, box.height() * 0.2);
    } else {
        painter->setPen(QPen(colour, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        QPainterPath path(box.topLeft() + QPointF(box.width() * 0.25, box.height() * 0.52));
        path.lineTo(box.topLeft() + QPointF(box.width() * 0.43, box.height() * 0.7));
        path.lineTo(box.topLeft() + QPointF(box.width() * 0.76, box.height() * 0.32));
        painter->drawPath(path);
    }
    painter->restore();
}

void drawChevron(QPainter *painter, const QRect &rectangle, const QColor &colour, bool isUp)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF centre = QRectF(rectangle).center();
    const double down = isUp ? -2 : 2;
    painter->drawPolyline(QPolygonF(
        {centre + QPointF(-4, -down), centre + QPointF(0, down), centre + QPointF(4, -down)}));
    painter->restore();
}

void drawTab(const QStyleOptionTab *tab, QPainter *painter, const Style &style,
             const QWidget *widget)
{
    const bool isSelected = has(tab, QStyle::State_Selected);
    const QPalette &palette = tab->palette;
    QRect line = tab->rect;
    line.setTop(line.bottom() - 2);
    painter->fillRect(line, isSelected ? palette.color(QPalette::Highlight) : Qt::transparent);
    QStyleOptionTab label(*tab);
    QFont font = painter->font();
    painter->save();
    font.setWeight(isSelected ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    label.palette.setColor(QPalette::WindowText,
                           isSelected ? palette.color(QPalette::WindowText) : mutedText(palette));
    label.state.setFlag(QStyle::State_HasFocus, false);
    style.drawControl(QStyle::CE_TabBarTabLabel, &label, painter, widget);
    painter->restore();
    if (has(tab, QStyle::State_HasFocus) && isSelected)
        drawFocus(painter, tab->rect.adjusted(2, 3, -2, -4), palette);
}

void drawButtonLabel(const QStyleOptionButton &button, QPainter *painter, const Style &style)
{
    constexpr int gap = 6;
    const bool isEnabled = has(&button, QStyle::State_Enabled);
    const bool isDefault = isEnabled && button.features.testFlag(QStyleOptionButton::DefaultButton);
    const int textWidth = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    const int iconWidth = button.icon.isNull() ? 0 : button.iconSize.width() + gap;
    QRect label(0, 0, textWidth + iconWidth, button.rect.height());
    label.moveCenter(button.rect.center());
    if (iconWidth > 0) {
        QRect sign(label.left(), 0, button.iconSize.width(), button.iconSize.height());
        sign.moveTop(label.center().y() - sign.height() / 2);
        button.icon.paint(painter, QStyle::visualRect(button.direction, label, sign),
                          Qt::AlignCenter,
                          !isEnabled  ? QIcon::Disabled
                          : isDefault ? QIcon::Selected
                                      : QIcon::Normal);
    }
    const QRect words =
        QStyle::visualRect(button.direction, label, label.adjusted(iconWidth, 0, 0, 0));
    style.drawItemText(painter, words, Qt::AlignCenter | Qt::TextShowMnemonic, button.palette,
                       isEnabled, button.text,
                       isDefault ? QPalette::HighlightedText : QPalette::ButtonText);
}

void drawRow(const QStyleOption *option, QPainter *painter)
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    const bool isSelected = has(option, QStyle::State_Selected);
    if (!item || (!isSelected && !has(option, QStyle::State_MouseOver)))
        return;
    using Item = QStyleOptionViewItem;
    const bool isFirst = item->viewItemPosition == Item::Beginning
                         || item->viewItemPosition == Item::OnlyOne
                         || item->viewItemPosition == Item::Invalid;
    const bool isLast = item->viewItemPosition == Item::End
                        || item->viewItemPosition == Item::OnlyOne
                        || item->viewItemPosition == Item::Invalid;
    const bool isLeftToRight = option->direction == Qt::LeftToRight;
    const int beyond = 2 * Style::cornerRadius; // what is cut off is not round
    painter->save();
    painter->setClipRect(option->rect);
    drawBox(painter,
            option->rect.adjusted((isLeftToRight ? isFirst : isLast) ? 1 : -beyond, 1,
                                  (isLeftToRight ? isLast : isFirst) ? -1 : beyond, -1),
            option->palette.color(isSelected ? QPalette::Highlight : QPalette::Light), QColor());
    painter->restore();
}

} // namespace admin
