// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/style/Style.h"

#include <QStyleOption>

class QColor;
class QPainter;
class QPalette;

namespace admin {

// The parts that the style is drawn from. All colours are those of the option's palette.

/// Whether the option has that state.
bool has(const QStyleOption *option, QStyle::StateFlag flag);
/// A box with round corners, its border inside the rectangle.
void drawBox(QPainter *painter, const QRect &rectangle, const QColor &fill, const QColor &border,
             double borderWidth = 1, double radius = Style::cornerRadius);
/// The frame around what has the focus.
void drawFocus(QPainter *painter, const QRect &rectangle, const QPalette &palette,
               double radius = Style::cornerRadius);
/// The box of a line, a combo or a spin box.
void drawField(const QStyleOption *option, QPainter *painter);
/// The box of a push button.
void drawButton(const QStyleOption *option, QPainter *painter);
/// A check box, or a radio button if it is round.
void drawMark(const QStyleOption *option, QPainter *painter, bool isRound);
/// The arrow of a box that opens or counts.
void drawChevron(QPainter *painter, const QRect &rectangle, const QColor &colour,
                 bool isUp = false);
/// A tab of a tab bar.
void drawTab(const QStyleOptionTab *tab, QPainter *painter, const Style &style,
             const QWidget *widget);
/// Sign and words in the middle. (Qt's own takes the wrong side of the sign for right-to-left.)
void drawButtonLabel(const QStyleOptionButton &button, QPainter *painter, const Style &style);
/// A row of a list in one piece, over all its columns.
void drawRow(const QStyleOption *option, QPainter *painter);

} // namespace admin
