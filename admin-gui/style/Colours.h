// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace admin {

enum class Appearance { System, Light, Dark };

/// What a colour says. Never the only thing that says it: a word or a sign stands beside it.
enum class Tone { Neutral, Accent, Success, Warning, Failure };

/// The palette of a light or a dark desktop.
QPalette paletteFor(Appearance lightOrDark);

/// Text is lighter than what it stands on.
bool isDark(const QPalette &palette);

/// For signs and words on a card; contrast with it is at least 4.5:1 (WCAG 2.2 §1.4.3).
QColor toneColour(Tone tone, const QPalette &palette);
/// Behind words of that tone.
QColor toneBackground(Tone tone, const QPalette &palette);
/// Text of less weight, contrast at least 4.5:1.
QColor mutedText(const QPalette &palette);
/// Around cards and fields; fields need 3:1 (WCAG 2.2 §1.4.11).
QColor cardBorder(const QPalette &palette);
QColor fieldBorder(const QPalette &palette);

} // namespace admin
