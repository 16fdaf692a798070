// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/style/Colours.h"

#include <QIcon>
#include <QString>

namespace admin {

/// One of our own drawings (admin-gui/icons/<name>.svg), painted in the colour of text as the
/// palette has it at the time, or in that of a tone.
QIcon icon(const QString &name);
QIcon icon(const QString &name, Tone tone);
/// The one that goes with what is said in a tone.
QIcon icon(Tone tone);

} // namespace admin
