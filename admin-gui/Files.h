// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <QByteArray>
#include <QString>

namespace admin {

/// All of it or nothing: a file that was there stays until the new one is complete. Unavailable,
/// with the reason.
core::Result<core::Done> writeFile(const QString &path, const QByteArray &bytes);

} // namespace admin
