// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/style/Theme.h"

#include <QApplication>

namespace admin {

void useAppearance(Appearance appearance)
{
    static const bool isDesktopDark = isDark(QGuiApplication::palette());
    if (appearance == Appearance::System)
        appearance = isDesktopDark ? Appearance::Dark : Appearance::Light;
    QApplication::setPalette(paletteFor(appearance));
}

} // namespace admin
