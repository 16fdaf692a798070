// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace admin {

/// UTF-8 of the inner rooms as Qt has it. What servers say goes into widgets as plain text only.
inline QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// What people typed, as the inner rooms have it.
inline std::string typed(const QString &text)
{
    return text.trimmed().toStdString();
}

} // namespace admin
