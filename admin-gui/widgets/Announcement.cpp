// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/widgets/Announcement.h"

#include <QAccessible>
#include <QWidget>

namespace admin {

void announce(QWidget &widget, const QString &text)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(&widget, text);
#else
    // Before that an alert on a widget whose description says it is what readers take notice of.
    widget.setAccessibleDescription(text);
    QAccessibleEvent event(&widget, QAccessible::Alert);
#endif
    QAccessible::updateAccessibility(&event);
}

} // namespace admin
