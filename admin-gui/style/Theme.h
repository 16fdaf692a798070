// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/style/Colours.h"

namespace admin {

/// Puts the colours of an appearance on the whole program, while it runs. System is light or dark
/// as the desktop was when this was called first.
void useAppearance(Appearance appearance);

} // namespace admin
