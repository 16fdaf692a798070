// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace admin {

/// Has a screen reader say what just happened at this widget (a live region, WAI-ARIA 1.2 §6.6.3).
void announce(QWidget &widget, const QString &text);

} // namespace admin
