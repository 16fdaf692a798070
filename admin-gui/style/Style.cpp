// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/style/Style.h"

#include "admin-gui/style/Colours.h"
#include "admin-gui/style/Drawing.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QPainter>

#include <algorithm>

namespace admin {

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
