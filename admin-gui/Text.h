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

/// What a stranger may have chosen, such as the name of a client, in one line that cannot pretend
/// to be anything else: without control characters and signs that turn the direction of writing,
/// and of at most 80 characters.
QString strangersLine(std::string_view text);

/// A tooltip that shows a text as it is. Qt takes for HTML whatever looks like it.
QString plainToolTip(const QString &text);

} // namespace admin
