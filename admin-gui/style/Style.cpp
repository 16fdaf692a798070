// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/style/Style.h"

#include "admin-gui/style/Colours.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

#include <algorithm>

namespace admin {

namespace {

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

/// A box with round corners, its border inside the rectangle.
void drawBox(QPainter *painter, const QRect &rectangle, const QColor &fill, const QColor &border,
             double borderWidth = 1, double radius = Style::cornerRadius)
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

void drawFocus(QPainter *painter, const QRect &rectangle, const QPalette &palette,
               double radius = Style::cornerRadius)
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

void drawChevron(QPainter *painter, const QRect &rectangle, const QColor &colour, bool isUp = false)
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

/// Sign and words in the middle. (Qt's own takes the wrong side of the sign for right-to-left.)
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

/// A row of a list in one piece, over all its columns.
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

} // namespace

Style::Style()
    : QProxyStyle(QStringLiteral("fusion"))
{}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 10;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return 16;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 18;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 9;
    case PM_ButtonMargin:
        return 18;
    case PM_ScrollBarExtent:
        return 12;
    case PM_DefaultFrameWidth: // so that the content keeps off the round corners
        return qobject_cast<const QAbstractScrollArea *>(widget)
                   ? 5
                   : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_FocusFrameHMargin:
        return 7;
    case PM_HeaderMargin:
        return 8;
    case PM_TabBarTabHSpace:
        return 28;
    case PM_TabBarTabVSpace:
        return 16;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
        return 0;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 18;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_UnderlineShortcut:
        return hint == SH_UnderlineShortcut ? 1 : 0;
    case SH_FormLayoutFormAlignment:
        return int(Qt::AlignLeading | Qt::AlignTop);
    case SH_FormLayoutLabelAlignment:
        return int(Qt::AlignLeading | Qt::AlignVCenter);
    case SH_ScrollBar_Transient:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        result.setHeight(std::max(result.height(), controlHeight));
        result.rwidth() += 10;
        break;
    case CT_ComboBox:
        result.rwidth() += 16;
        result.setHeight(std::max(result.height(), controlHeight));
        break;
    case CT_LineEdit:
    case CT_SpinBox:
    case CT_ToolButton:
        result.setHeight(std::max(result.height(), controlHeight));
        break;
    case CT_MenuItem:
        result.rheight() = std::max(result.height(), 28);
        break;
    case CT_ItemViewItem:
        result.rheight() = std::max(result.height(), 30);
        break;
    default:
        break;
    }
    return result;
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option,
                            const QWidget *widget) const
{
    const QRect rectangle = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents)
        return rectangle.adjusted(6, 0, -6, 0);
    return rectangle;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                            SubControl part, const QWidget *widget) const
{
    const QRect rectangle = QProxyStyle::subControlRect(control, option, part, widget);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return rectangle.adjusted(6, 0, -6, 0);
    return rectangle;
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(option, painter);
        return;
    case PE_FrameDefaultButton:
        return;
    case PE_PanelButtonTool:
        if (has(option, State_MouseOver) || has(option, State_Sunken) || has(option, State_On))
            drawBox(painter, option->rect, option->palette.color(QPalette::Light), QColor());
        if (has(option, State_HasFocus))
            drawFocus(painter, option->rect, option->palette);
        return;
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            drawField(option, painter);
        return;
    }
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        drawBox(painter, option->rect, Qt::transparent, cardBorder(option->palette));
        if (has(option, State_HasFocus))
            drawFocus(painter, option->rect, option->palette);
        return;
    case PE_FrameTabWidget:
    case PE_FrameTabBarBase: {
        QRect line = option->rect;
        if (element == PE_FrameTabWidget)
            line.setHeight(1);
        else
            line.setTop(line.bottom());
        painter->fillRect(line, cardBorder(option->palette));
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawMark(option, painter, false);
        return;
    case PE_IndicatorRadioButton:
        drawMark(option, painter, true);
        return;
    case PE_FrameFocusRect:
        if (!qobject_cast<const QAbstractItemView *>(widget))
            drawFocus(painter, option->rect.adjusted(-2, -1, 2, 1), option->palette, 4);
        return;
    case PE_PanelItemViewItem:
        drawRow(option, painter);
        return;
    case PE_PanelItemViewRow:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (element == CE_TabBarTabShape)
        return;
    if (element == CE_TabBarTab) {
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            drawTab(tab, painter, *this, widget);
            return;
        }
    }
    if (element == CE_PushButtonLabel) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            drawButtonLabel(*button, painter, *this);
            return;
        }
    }
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea) {
        QRect line = option->rect;
        line.setTop(line.bottom());
        painter->fillRect(option->rect, option->palette.base());
        painter->fillRect(line, cardBorder(option->palette));
        return;
    }
    if (element == CE_ProgressBarGroove || element == CE_ProgressBarContents) {
        QRect track = option->rect;
        track.setTop(track.center().y() - 2);
        track.setHeight(5);
        const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
        if (element == CE_ProgressBarGroove) {
            drawBox(painter, track, cardBorder(option->palette), QColor(), 0, 2.5);
        } else if (bar && bar->maximum > bar->minimum) {
            const int width =
                track.width() * (bar->progress - bar->minimum) / (bar->maximum - bar->minimum);
            QRect done = track;
            done.setWidth(width);
            drawBox(painter, visualRect(option->direction, track, done),
                    option->palette.color(QPalette::Highlight), QColor(), 0, 2.5);
        }
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        QStyleOption field(*option);
        field.state.setFlag(State_HasFocus, has(option, State_HasFocus));
        drawField(&field, painter);
        if (combo)
            drawChevron(painter, subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget),
                        option->palette.color(QPalette::ButtonText));
        return;
    }
    if (control == CC_SpinBox) {
        drawField(option, painter);
        const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        if (box && box->buttonSymbols != QAbstractSpinBox::NoButtons) {
            const QColor colour = option->palette.color(QPalette::ButtonText);
            drawChevron(painter, subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget), colour,
                        true);
            drawChevron(painter, subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget),
                        colour);
        }
        return;
    }
    if (control == CC_ScrollBar) {
        const QRect slider = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
        const bool isActive = has(option, State_MouseOver) || has(option, State_Sunken);
        QColor colour = fieldBorder(option->palette);
        colour.setAlphaF(isActive ? 1 : 0.55F);
        if (has(option, State_Enabled))
            drawBox(painter, slider.adjusted(3, 3, -3, -3), colour, QColor(), 0, 3);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace admin
