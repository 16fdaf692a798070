// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin-gui/style/Colours.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <string>

namespace admin {

/// A line of a server's audit log, in the language of the program. Its texts may be strangers'.
struct AuditEntry
{
    QDateTime time; ///< of this computer's zone
    QString what;
    Tone tone = Tone::Neutral; ///< Failure and Warning: something was refused or taken away
    QString who;               ///< a user, else a client
    QString from;              ///< the address of a client
    QString details;           ///< all of it, a member a line

    /// Nothing if it is no JSON object with a time.
    static std::optional<AuditEntry> parse(const std::string &line);
};

} // namespace admin
