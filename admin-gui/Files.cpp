// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin-gui/Files.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace admin {

core::Result<core::Done> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return core::Error(core::ErrorKind::Unavailable,
                           QCoreApplication::translate("admin::Files", "%1 cannot be written: %2")
                               .arg(path, file.errorString())
                               .toStdString());
    return core::Done{};
}

} // namespace admin
